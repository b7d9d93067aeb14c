"""`copkit close`: a community ends, and takes what it had planned with it."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, NamedTuple

import typer

from copkit.cli.asking import on_terminal
from copkit.cli.common import (
    Because,
    CommunityId,
    DryRun,
    Root,
    Today,
    pick_id,
    refuse,
    the_day,
    to_type,
    workspace,
)
from copkit.cli.exits import OK, REFUSED, Stop
from copkit.cli.reading import day_of
from copkit.cli.require_readable import readable
from copkit.cli.show import note, say, tell
from copkit.cli.splicing import spliced
from copkit.cli.write import say_written, write
from copkit.dates import say_date, say_day
from copkit.editing.sessions import cancelled
from copkit.editing.splice import set_key
from copkit.editing.store import Change
from copkit.workspace import CommunityFiles, Folder, Register, Session, load_community, load_shared
from copkit.workspace.brake import is_many
from copkit.workspace.promises import actions
from copkit.workspace.unclear import unclear_entries

READ = frozenset(
    ("programme", "organisations", "people", "community", "members", "plan", "notes", "updates", "issued")
)
"""The kinds of file that say what is planned, promised and held by people; others are not read, for speed."""
_MOST = 12
On = Annotated[str, typer.Option("--on", metavar="DAY", help="Its last day; else today.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Cancel what is planned after it without asking.")]


class _End(NamedTuple):
    """When a community closes, and why."""

    on: date
    because: str


def close(
    community: CommunityId,
    because: Because = "",
    on: On = "",
    yes: Yes = False,
    root: Root = None,
    today: Today = "",
    dry_run: DryRun = False,
) -> int:
    """Close a community: its files stay, and every session planned after its last day is cancelled with the reason.

    On a terminal it asks before it cancels; elsewhere --yes has to say so. “copkit undo” brings all of it back.

    Example: copkit close systems-leadership --on 2027-03-31 --because "Its work is done" --yes
    """
    tree = workspace(root)
    shared = load_shared(tree, READ)
    day = the_day(today, shared)
    (files,) = readable([load_community(tree, pick_id(tree, community), READ)], unclear_entries)
    end = _end(files, on, because, day)
    later = _planned_after(files, end.on, day)
    made = [_closed(tree, files, end), *(_cancelled(tree, session, end) for session in later)]
    changes = [one for one in made if one.new != one.seen]
    if not changes:
        say(f"{files.name} is closed already; nothing was written.")
        return OK
    if later and not (dry_run or yes) and not _may_cancel(files, later, end):
        note("Nothing was written.")
        return OK
    say_written(write(tree, changes, dry_run=dry_run))
    if not dry_run:
        _what_next(files, later, end, shared.register, day)
    return OK


def _end(files: CommunityFiles, on: str, because: str, today: date) -> _End:
    """The day and the reason: as typed, else as the community's file has them."""
    about = files.about
    last, why = day_of(on, "--on", today) if on else about.closed or today, because.strip() or about.closed_because
    if not why:
        raise Stop("say why: people will ask why it closes", hint="Add --because “the reason”.")
    if about.started is not None and last < about.started:
        raise Stop(f"{files.id} started on {say_date(about.started)}, after {say_date(last)}", REFUSED)
    return _End(last, why)


def _planned_after(files: CommunityFiles, last: date, today: date) -> list[Session]:
    """The sessions that are planned after a day; an end where one of them was held."""
    later = [one for one in files.sessions if one.date > last]
    for one in later:
        refuse("close before", one, files, today)
    return [one for one in later if not one.cancelled and files.files.knows(one.plan)]


def _closed(tree: Folder, files: CommunityFiles, end: _End) -> Change:
    def edit(data: bytes) -> bytes:
        return set_key(
            set_key(data, ("closed",), end.on, after="started"), ("closed_because",), end.because, after="closed"
        )

    return spliced(tree, f"communities/{files.id}/community.yaml", edit)


def _cancelled(tree: Folder, session: Session, end: _End) -> Change:
    reason = f"The community closes on {say_date(end.on)}. {end.because}"
    return spliced(tree, session.path, lambda data: cancelled(data, reason))


def _may_cancel(files: CommunityFiles, later: Sequence[Session], end: _End) -> bool:
    """Whether the sessions may go: asked on a terminal; elsewhere an end that names what to type."""
    count = _count(later)
    if not on_terminal():
        are = "is" if len(later) == 1 else "are"
        hint = "Add --yes to cancel what is planned after it; --dry-run shows each change."
        raise Stop(f"{count} {are} planned after {say_date(end.on)}; nothing was written", REFUSED, hint)
    note(f"After {say_date(end.on)} {files.name} has {count} planned:")
    for one in later[:_MOST]:
        held = "; people hold it in their calendars" if one.id in files.issued else ""
        note(f"  {say_day(one.date)}{held}")
    if len(later) > _MOST:
        note(f"  and {len(later) - _MOST} more")
    return typer.confirm("Close it, and cancel them with the reason?", default=False, err=True)


def _what_next(
    files: CommunityFiles, later: Sequence[Session], end: _End, register: Register, today: date
) -> None:
    """What was done, and what is still to be done for a community that closes."""
    say(f"{files.name} {'closed' if end.on <= today else 'closes'} on {say_date(end.on)}.")
    if later:
        say(f"Cancelled {_count(later)} after it, with the reason.")
    if held := [one for one in later if one.id in files.issued]:
        many = " --many" if is_many(len(held), len(files.issued)) else ""
        say("People do not know yet:")
        tell(f"  copkit calendar {files.id}{many}", "cyan")
        say("      withdraws the entries in their calendars")
        tell(f"  copkit invite {files.id} {to_type(files, held[0])}", "cyan")
        say(f"      prints the notice of that day{', and so for the others' if len(held) > 1 else ''}")
    say("For those who come after:")
    if any(one.is_open for one in actions(files, register, today)):
        tell(f"  copkit actions {files.id}", "cyan")
        say("      lists what was promised and is open")
    tell(f"  copkit synthesis {files.id}", "cyan")
    say("      prints what the year came to")
    tell("“copkit next” goes on asking for what is due, for three months after the last day.")


def _count(sessions: Sequence[Session]) -> str:
    return "1 session" if len(sessions) == 1 else f"{len(sessions)} sessions"
