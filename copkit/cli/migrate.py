"""`copkit migrate`: files of an older data format, rewritten in the one that this copkit writes."""

from collections.abc import Mapping
from pathlib import Path

from copkit.cli.common import DryRun, Root, workspace
from copkit.cli.exits import OK
from copkit.cli.show import note, say
from copkit.cli.write import say_written, stop, write
from copkit.editing.data_format import require_known_format
from copkit.editing.migrations import migrated
from copkit.editing.refused import Refused
from copkit.editing.store import Change
from copkit.workspace import Folder, Shared, load_shared
from copkit.workspace.data_format import CURRENT, SETTINGS
from copkit.world.everything import all_files, private_files
from copkit.world.git.repository import Repository
from copkit.world.git.running import NoGit, read
from copkit.world.private import place, private_folder, put_private

_PRIVATE = "private/"


def migrate(root: Root = None, dry_run: DryRun = False) -> int:
    """Rewrite files of an older data format in the one that this copkit writes. Said twice, it is done once.

    Only what has moved changes: every other byte stays. What belongs to nobody's document goes to the private
    folder first and leaves the shared file then; where the private folder has another value, or git would see it,
    nothing is written. Stopped half way, it is finished when it is given again. The diff of --dry-run is exact; of
    the private folder it names the files and shows nothing.

    Example: copkit migrate --dry-run
    """
    tree = workspace(root)
    require_known_format(tree)
    shared = load_shared(tree, ("programme",))
    files = _files(tree, shared)
    try:
        changed = migrated(files)
    except Refused as refused:
        raise stop(tree, refused) from refused
    if not changed:
        say(f"Nothing to do: nothing here is in an older data format than {CURRENT}.")
        return OK
    private = _private(tree, shared, files, changed)
    kept = put_private(tree, shared, private, dry_run=dry_run)
    ours = [path for path in changed if not path.startswith(_PRIVATE)]
    changes = [Change(tree.root / path, changed[path], files.get(path)) for path in ours]
    written = write(tree, changes, dry_run=dry_run)
    for change in private:
        name = change.path.relative_to(private_folder(tree, shared)).as_posix()
        note(f"{'Would write' if dry_run else 'Wrote'} {name} {kept.where if kept else 'as it was'}.")
    if not dry_run:
        say_written(written)
        say(f"These files are in data format {CURRENT} now. Nothing is committed yet: “copkit save” does it.")
    if private:
        _say_history(tree, [path for path in ours if path != SETTINGS])
    return OK


def _files(tree: Folder, shared: Shared) -> dict[str, bytes]:
    """What a step may look at: the communities' files, and the private ones that are YAML."""
    own = private_files(tree, shared)
    return all_files(tree) | {f"{_PRIVATE}{path}": data for path, data in own.items() if path.endswith(".yaml")}


def _private(
    tree: Folder, shared: Shared, files: Mapping[str, bytes], changed: Mapping[str, bytes]
) -> list[Change]:
    """The changes of the private folder. Ends the command where git would see one of them."""
    paths = [path for path in changed if path.startswith(_PRIVATE)]
    places = {path: place(tree, shared, path.removeprefix(_PRIVATE)).path for path in paths}
    return [Change(places[one], changed[one], files.get(one)) for one in paths]


def _say_history(tree: Folder, paths: list[str]) -> None:
    """git keeps what was committed, and so do all copies of it."""
    try:
        repo = Repository(Path(tree.real))
    except NoGit:
        return
    commits = [path for path in paths if read(repo.root, "log", "-1", "--format=%h", "--", path).text.strip()]
    for path in commits:
        note(f"git's history still holds what stood in {path}, and so do others' copies.")
    if commits:
        note("copkit never rewrites history: docs/privacy.md, “What git still holds”, says what can be done.")
