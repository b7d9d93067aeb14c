"""`copkit privacy erase`: take a name out of every file, prove it, and say which commits still hold it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from copkit.cli.common import DryRun, Root, workspace
from copkit.cli.exits import FOUND, OK, REFUSED, Stop
from copkit.cli.privacy_person import Case, Who, case, texts_in
from copkit.cli.private_onboarding import without_person, wrong
from copkit.cli.show import note, say
from copkit.cli.write import write
from copkit.editing.erase import Former, Text, begun, counts, erased, hidden, next_former, trouble
from copkit.editing.people import without
from copkit.editing.refused import Refused
from copkit.editing.store import Change
from copkit.findings import Severity
from copkit.people.files import holds
from copkit.people.mentions import Mention, mentions, missed
from copkit.workspace import Folder, Workspace, load
from copkit.workspace.overlay import Overlay
from copkit.workspace.tree import Tree
from copkit.workspace.typed import companies
from copkit.world.everything import TABLES
from copkit.world.git.history import History, history
from copkit.world.private import FILE, place, put_private, written_contacts

At = Annotated[
    list[str] | None,
    typer.Option("--at", metavar="FILE:LINE", help="A doubtful name in this line is the person; repeat it."),
]
MOST_COMMITS = 20


def erase(person: Who, at: At = None, root: Root = None, dry_run: DryRun = False) -> int:
    """Take a person out of all files: the name becomes “former member 01” and every count stays.

    What comes out is read again: no sure mention is left, every file still loads, and as many people are on each
    roll and were at each session. Contact details go too. What may mean somebody else is listed, for you to
    judge; --at says that it is the person. git's history is never touched: the commits that hold the name are
    listed.

    Example: copkit privacy erase jo.ng --dry-run
    """
    tree = workspace(root)
    found = case(tree, person)
    key = found.seeker.key
    if key.startswith("former-member-"):
        raise Stop(f"{key} has no name any more", REFUSED)
    meant = _meant(found.found, at or ())
    former = _stand_in(found, meant)
    new = _worked_out(found, meant, former)
    _refuse(_problems(tree, found, new, former))
    own = without_person(found.private, found.found_private, found.seeker, former)
    _refuse(wrong(found.private, own, found.seeker, former))
    contact: list[Change] = []
    if found.contact is not None:
        contact = written_contacts(tree, found.workspace.shared, lambda data: without(data or b"", key))
    private = [*contact, *_private_changes(tree, found, own)]
    last = sorted(new, key=partial(holds, "people"))  # by the register a run that was killed finds the rest
    changes = [Change(tree.root / path, new[path], found.files[path]) for path in last]
    put_private(tree, found.workspace.shared, private, dry_run=dry_run)
    written = write(tree, changes, dry_run=dry_run)
    if dry_run:
        note(f"{len(changes)} files would change{', and the contact details' if contact else ''}.")
        for path, data in own.items():
            note(f"private/{path} would {'go' if data is None else 'change, too'}.")
    else:
        _read_again(tree, found, former)
        _say_done(found, former, written, bool(contact))
        for path, data in own.items():
            say(f"private/{path} is {'gone' if data is None else 'without the name'}.")
    _by_hand([one for one in meant if not one.sure and new.get(one.position.path, b"") is not None])
    left = [path for path in _exports(found) if path not in own]
    _say_history(history(Path(tree.real), [key, *found.seeker.names]))
    _say_elsewhere(tree, left)
    return FOUND if left and not dry_run else OK


def _refuse(problems: Iterable[str]) -> None:
    if more := "\n".join(problems):
        raise Stop(f"the name cannot be taken out by itself; nothing was written\n{more}", REFUSED)


def _private_changes(tree: Folder, found: Case, own: Mapping[str, bytes | None]) -> list[Change]:
    """The changes of what new leaders wrote for nobody else."""
    shared = found.workspace.shared
    return [Change(place(tree, shared, path).path, data, found.private[path]) for path, data in own.items()]


def _meant(found: Sequence[Mention], at: Sequence[str]) -> list[Mention]:
    """The mentions, those in the lines named by the user made sure."""
    lines = {text.strip().replace("\\", "/") for text in at}
    known = {f"{one.position.path}:{one.position.line}" for one in found}
    if unknown := sorted(lines - known):
        raise Stop(f"--at: the person is not named in {unknown[0]}", hint="Write FILE:LINE, as the list shows it.")
    return [
        one._replace(sure=True) if one.end and f"{one.position.path}:{one.position.line}" in lines else one
        for one in found
    ]


def _stand_in(found: Case, meant: Sequence[Mention]) -> Former:
    """Who is to stand in the person's place; the one of a run that did not come to its end, so that it is one."""
    texts = {path: f"{path}\n{Text.of(data).text}" for path, data in found.files.items()}
    named = {one.position.path for one in meant if one.sure and not holds("people", one.position.path)}
    if former := begun(texts, found.workspace.shared.people, named):
        note(f"{former.name} stands in files already and not in the register: going on with what was begun.")
        return former
    return next_former(texts.values())


def _worked_out(found: Case, meant: Sequence[Mention], former: Former) -> dict[str, bytes | None]:
    person = found.workspace.shared.people[found.seeker.key]
    try:
        return erased(found.files, meant, found.seeker.key, person, former)
    except Refused as refused:
        raise Stop(refused.message, REFUSED, refused.fix) from refused


def _problems(tree: Tree, found: Case, new: Mapping[str, bytes | None], former: Former) -> Iterator[str]:
    """What speaks against writing this; nothing when it does what it says."""
    yield from trouble(found.files, new, found.seeker, former)
    for spot in missed(found.spots, found.found):
        yield f"{spot.position}: “{spot.typed}” means the person and cannot be replaced by itself"
    yield from _compared(found, load(Overlay(tree, new)), found.files | dict(new))


def _compared(found: Case, after: Workspace, files: Mapping[str, bytes | None]) -> Iterator[str]:
    """Counts that changed, errors that are new, mentions that are left."""
    before, now = counts(found.workspace), counts(after)
    yield from (f"the count would change: {what}" for what in before if before[what] != now.get(what))
    errors = Counter(one.code for one in after.findings if one.severity is Severity.ERROR)
    errors -= Counter(one.code for one in found.workspace.findings if one.severity is Severity.ERROR)
    yield from (f"a file would have a new error: {code}" for code in errors)
    yield from hidden(after, found.seeker)
    for one in mentions(found.seeker, texts_in(files), companies(found.workspace), {}):
        if one.sure:
            yield f"{one.position}: “{one.typed}” is still there"


def _read_again(tree: Folder, found: Case, former: Former) -> None:
    """Look at what is on disk now."""
    from copkit.world.everything import all_files

    if problems := list(_compared(found, load(tree), all_files(tree))):
        hint = "“git diff” shows what was written, and “git restore” takes it back."
        raise Stop(f"the files were written, and are not as they should be: {problems[0]}", REFUSED, hint)


def _say_done(found: Case, former: Former, written: Sequence[str], contact: bool) -> None:
    places = sum(one.sure for one in found.found)
    say(f"{found.seeker.name or found.seeker.key} is {former.id} now: {places} places in {len(written)} files.")
    if contact:
        say("The contact details are gone from the private folder.")
    say("Read again: the name is in no file, every file loads, and every count is as it was.")
    say("Words beside the name, such as a job or a role in a story, are as they were: read them in the diff.")
    say("Nothing is committed yet: look at “git diff”, then “copkit save”.")
    for community in found.workspace.communities.values():
        who = community.company(found.workspace.shared.register).who
        if any(one.left is None and who(one.who) == found.seeker.key for one in community.members):
            say(f"Still on the roll of {community.id}: “copkit leave {community.id} {former.id}” takes them off.")


def _by_hand(doubtful: Sequence[Mention]) -> None:
    if not doubtful:
        return
    note("These may be the person, or somebody else. --at FILE:LINE takes one for the person:")
    for one in doubtful:
        what = "rename the file" if one.how == "file name" else one.why
        note(f"  {one.position.path}:{one.position.line}: “{one.typed}” ({what})")


def _exports(found: Case) -> Iterator[str]:
    """Raw files of the private folder that still name the person."""
    for path in sorted({one.position.path for one in found.found_private if one.sure or one.how == "file name"}):
        if path != FILE:
            yield path


def _say_elsewhere(tree: Folder, left: Sequence[str]) -> None:
    for path in left:
        what = "this raw export" if path.lower().endswith(TABLES) else "this file"
        note(f"private/{path}: {what} still names the person. Delete it if you need it no more.")
    if (Path(tree.real) / "build").is_dir():
        note("build/ may hold pages with the name: delete the folder; copkit makes it again.")


def _say_history(known: History | None) -> None:
    if known is None:
        note("Whether git's history holds the name is unknown: there is no git repository here.")
        return
    if not known.commits:
        note("No commit of this repository holds the name.")
        return
    first, last = known.commits[0], known.commits[-1]
    count = "1 commit touches" if len(known.commits) == 1 else f"{len(known.commits)} commits touch"
    note(f"git's history holds the name from {first.id} ({first.day}) on; {count} it:")
    for commit in known.commits[:MOST_COMMITS]:
        note(f"  {commit.id}  {commit.day}  {commit.subject}")
    if len(known.commits) > MOST_COMMITS:
        note(f"  … and {len(known.commits) - MOST_COMMITS} more, the last {last.id} ({last.day})")
    if known.shallow:
        note("This is a shallow clone: what older commits hold is unknown.")
    for line in REWRITING:
        note(line)


REWRITING = (
    "copkit never rewrites history. Rewriting it (git filter-repo --replace-text) would take the name out of this",
    "copy and, once pushed with force, out of the server's. It would give every later commit another id, break",
    "links to commits, and make everybody clone anew. It would not reach clones and forks that others hold, nor",
    "what was printed or sent. Decide it with your information governance lead.",
)
