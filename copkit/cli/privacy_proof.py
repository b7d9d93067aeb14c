"""What speaks against writing an erasure, and whether it is on disk as it should be."""

from collections import Counter
from collections.abc import Iterator, Mapping

from copkit.cli.exits import REFUSED, Stop
from copkit.cli.privacy_person import Case, texts_in
from copkit.cli.privacy_writing import has_entry
from copkit.editing.erase import Former, counts, hidden, trouble, with_both
from copkit.findings import Severity
from copkit.people.files import holds
from copkit.people.mentions import mentions, missed
from copkit.workspace import Folder, Workspace, load
from copkit.workspace.overlay import Overlay
from copkit.workspace.tree import Tree
from copkit.workspace.typed import companies


def counted(tree: Tree, found: Case, former: Former, *, going_on: bool) -> dict[str, object]:
    """The counts that must stay; of a run that was begun as they are when both names mean the one person."""
    if not going_on:
        return counts(found.workspace)
    key, people = found.seeker.key, found.workspace.shared.people
    path = next(path for path, data in found.files.items() if holds("people", path) and has_entry(data, key))
    both = load(Overlay(tree, {path: with_both(found.files[path], people[key], former)}))
    return counts(both) | {"people": len(people)}


def problems(
    tree: Tree, found: Case, new: Mapping[str, bytes | None], former: Former, before: Mapping[str, object]
) -> Iterator[str]:
    """What speaks against writing this; nothing when it does what it says."""
    yield from trouble(found.files, new, found.seeker, former)
    for spot in missed(found.spots, found.found):
        yield f"{spot.position}: “{spot.typed}” means the person and cannot be replaced by itself"
    yield from _compared(found, before, load(Overlay(tree, new)), found.files | dict(new))


def _compared(
    found: Case, before: Mapping[str, object], after: Workspace, files: Mapping[str, bytes | None]
) -> Iterator[str]:
    """Counts that changed, errors that are new, mentions that are left."""
    now = counts(after)
    yield from (f"the count would change: {what}" for what in before if before[what] != now.get(what))
    errors = Counter(one.code for one in after.findings if one.severity is Severity.ERROR)
    errors -= Counter(one.code for one in found.workspace.findings if one.severity is Severity.ERROR)
    yield from (f"a file would have a new error: {code}" for code in errors)
    yield from hidden(after, found.seeker)
    for one in mentions(found.seeker, texts_in(files), companies(found.workspace), {}):
        if one.sure:
            yield f"{one.position}: “{one.typed}” is still there"


def read_again(tree: Folder, found: Case, before: Mapping[str, object]) -> None:
    """Look at what is on disk now."""
    from copkit.world.everything import all_files

    if wrong := list(_compared(found, before, load(tree), all_files(tree))):
        hint = "“git diff” shows what was written, and “git restore” takes it back."
        raise Stop(f"the files were written, and are not as they should be: {wrong[0]}", REFUSED, hint)
