"""`copkit undo`: take back the last change that copkit made, where nobody has changed it since."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from typing import NoReturn

from copkit.cli.common import DryRun, Root, workspace
from copkit.cli.exits import OK, REFUSED, Stop
from copkit.cli.show import note, say, tell
from copkit.cli.write import stop, write
from copkit.dates import say_date, say_time
from copkit.editing.data_format import require_known_format
from copkit.editing.refused import Refused
from copkit.editing.store import Change, read_seen
from copkit.looking import is_there
from copkit.workspace import Folder
from copkit.world.last_change import LastChange, digest
from copkit.world.undoing import last_change, unchanged


def undo(root: Root = None, dry_run: DryRun = False) -> int:
    """Take back the last change that copkit made in this workspace: each file is as it was before it.

    Nothing is taken back where one of the files was changed since, by whatever program. Never taken back is what
    was committed, what people hold in their calendars, and what lies in the private folder. What a file was is
    kept in private/undo.json until the next change, where git never sees it; “copkit privacy erase” empties it.

    Example: copkit undo --dry-run
    """
    tree = workspace(root)
    require_known_format(tree)
    last = _last(tree)
    if last is None:
        say("There is nothing to undo: copkit remembers no change of its own here.")
        return OK
    if not last.files:
        _never(last)
    changes = list(_changes(tree, last))
    if not changes and not dry_run:
        _clear_away(tree, last)
    if not changes:
        tell(f"Nothing is left to take back of {_called(last)}: its files are as they were before it.")
        return OK
    written = write(tree, changes, dry_run=dry_run, noting=unchanged(tree.root, last))
    if dry_run:
        note(f"{_called(last)} would be taken back.")
        return OK
    _clear_away(tree, last)
    _say_done(tree, last, written)
    return OK


def _last(tree: Folder) -> LastChange | None:
    """What is remembered; an end where nothing may be."""
    try:
        return last_change(tree.root)
    except Refused as refused:
        told = stop(tree, refused)
        raise Stop(f"nothing was taken back: {told.message}", REFUSED, told.hint) from refused


def _called(last: LastChange) -> str:
    """“copkit move” of 30 November 2026 at 1pm, by the clock of this computer."""
    began = datetime.fromisoformat(last.began).astimezone()
    return f"“copkit {last.command}” of {say_date(began.date())} at {say_time(f'{began:%H:%M}')}"


def _never(last: LastChange) -> NoReturn:
    """Why a change is not taken back, and what to do in its place."""
    if last.why == "commit":
        what = f"is commit {last.commit}, and no commit is taken back, since others may have it"
        hint = f"“git revert --no-edit {last.commit}” makes a new commit that puts its files back."
    elif last.why == "calendar":
        what = "wrote what people hold in their calendars, and that is not taken back"
        hint = "Put the plan right, by hand or with “copkit move”; “copkit calendar” then writes the entry to send."
    else:
        what = "changed the private folder, and that is not taken back"
        hint = "Put it right by hand; “git diff” shows what changed in other files since the last commit."
    raise Stop(f"{_called(last)} {what}", REFUSED, hint)


def _changes(tree: Folder, last: LastChange) -> Iterator[Change]:
    """What gives each file that is not as it was before its bytes again: the last that was written first.

    Ends the command where a file is neither as it was before nor as it was made.
    """
    changed = []
    for one in reversed(last.files):
        path = tree.root / one.path
        try:
            now = read_seen(path)
        except Refused as refused:
            raise stop(tree, refused) from refused
        if now != one.was and digest(now) != one.became:
            changed.append(one.path)
        elif now != one.was:
            yield Change(path, one.was, now)
    if changed:
        hint = "Put right by hand what should be as it was before."
        raise Stop(f"{', '.join(changed)}: changed since {_called(last)}; nothing was taken back", REFUSED, hint)


def _clear_away(tree: Folder, last: LastChange) -> None:
    """Remove the pages that the command printed, where they are as it made them, and folders that are empty now."""
    for page in last.pages:
        path = tree.root / page.path
        with suppress(OSError, Refused):
            if digest(read_seen(path)) == page.became:
                path.unlink()
    for folder in reversed(last.folders):
        with suppress(OSError):
            (tree.root / folder).rmdir()


def _say_done(tree: Folder, last: LastChange, written: list[str]) -> None:
    for path in written:
        say(f"{'put back' if is_there(tree.root / path) else 'removed'} {path}")
    tell(f"{_called(last)} is taken back.")
    for path in last.issued:
        community = path.split("/")[1]
        tell(f"Calendars that were written stay: “copkit calendar {community}” writes the entry to send to people.")
