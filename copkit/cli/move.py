"""`copkit move` and `copkit cancel`: change a session that people may know of already."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Annotated

import typer

from copkit.cli.against import OwnCalendar
from copkit.cli.clashes import say_clashes
from copkit.cli.common import (
    Because,
    DryRun,
    Root,
    Today,
    pick_id,
    pick_ids,
    pick_session,
    refuse,
    refuse_closed,
    session_on,
    the_day,
    to_type,
    workspace,
)
from copkit.cli.exits import OK, REFUSED, Stop
from copkit.cli.reading import day_of, sentence
from copkit.cli.require_readable import Unclear, holidays_known, readable
from copkit.cli.show import say, tell
from copkit.cli.splicing import spliced
from copkit.cli.subjects.words import community_first
from copkit.cli.write import say_written, write
from copkit.cli.year import own_calendar
from copkit.dates import nearest_days, read_clock, say_day, say_time
from copkit.editing.sessions import brought_back, cancelled, moved
from copkit.editing.store import Change
from copkit.workspace import CommunityFiles, Folder, Session, community_ids, load_community, load_shared
from copkit.workspace.unclear import unclear_plans, unclear_rhythm

READ = frozenset(("programme", "calendar", "community", "plan", "notes"))
"""The kinds of file that say which session is meant and what its new day hits; others are not read, for speed."""
Back = Annotated[bool, typer.Option("--undo", help="Bring back a session that was cancelled by mistake.")]
Words = Annotated[
    list[str], typer.Argument(metavar="[COMMUNITY] SESSION DAY", help="Which session, and its new day.")
]
Which = Annotated[list[str], typer.Argument(metavar="[COMMUNITY] SESSION", help="A date, a number, or “next”.")]
Start = Annotated[str, typer.Option("--start", metavar="TIME", help="A new time as well, such as 14:00.")]


def move(
    words: Words,
    because: Because = "",
    start: Start = "",
    against: OwnCalendar = None,
    root: Root = None,
    today: Today = "",
    dry_run: DryRun = False,
) -> int:
    """Move a session to another day. It keeps its name, so that its calendar entry is still known as the same.

    A day that clashes is written all the same; the reason, the nearest free dates and the command that takes one
    are printed, and the exit code is 1.

    Example: copkit move systems-leadership 2026-10-13 2026-10-20 --because "The venue is flooded"
    """
    if len(words) not in (2, 3):
        raise Stop(
            "name a session and its new day", hint='Such as: copkit move 2026-10-13 2026-10-20 --because "…"'
        )
    tree = workspace(root)
    words = community_first(words, community_ids(tree), 3)
    shared = load_shared(tree, READ)
    holidays_known(shared)
    now = the_day(today, shared)
    community, session = _find(tree, words[:-1], now)
    readable([community], unclear_rhythm)
    day, clock = day_of(words[-1], "the new day", now), _new_start(start)
    if day == session.date and clock in ("", session.start):
        say(f"{session.id} is on {say_day(day)} already; nothing was written.")
        return OK
    _must(because, "move")
    refuse("move", session, community, now)
    refuse_closed(community, day)
    own = own_calendar(against, day)

    def edit(data: bytes) -> bytes:
        return moved(data, session.plan, session.date, day, because.strip(), now, clock)

    change = _edited(tree, community, session, edit)
    say_written(write(tree, [change], dry_run=dry_run))
    if dry_run:
        return say_clashes(tree, community.id, session.id, now, [change], own)
    say(f"Moved from {say_day(session.date)} to {say_day(day)}{f' at {say_time(clock)}' if clock else ''}.")
    found = say_clashes(tree, community.id, session.id, now, own=own)
    _what_next(community, session)
    return found


def cancel(
    words: Which,
    because: Because = "",
    back: Back = False,
    root: Root = None,
    today: Today = "",
    dry_run: DryRun = False,
) -> int:
    """Cancel a session. It stays in the files and in calendars, marked as cancelled with the reason.

    Cancelled by mistake, --undo brings it back: “copkit calendar” then writes the entry to send to people.

    Example: copkit cancel systems-leadership 2026-10-13 --because "The speaker and the deputy are ill"
    """
    if len(words) not in (1, 2):
        raise Stop("name one session", hint='Such as: copkit cancel 2026-10-13 --because "…"')
    if back and because:
        raise Stop("--because goes with a session that is cancelled, not with --undo", hint="Leave it out.")
    tree = workspace(root)
    shared = load_shared(tree, READ)
    day = the_day(today, shared)
    community, session = _find(tree, community_first(words, community_ids(tree), 2), day)
    if not back and session.cancelled and because.strip() in ("", session.plan.because):
        say(f"{session.id} is cancelled already; nothing was written.")
        return OK
    refuse("bring back" if back else "cancel", session, community, day)
    if not back:
        _must(because, "cancel")
    edit = brought_back if back else partial(cancelled, because=because.strip())
    written = write(tree, [_edited(tree, community, session, edit)], dry_run=dry_run)
    if not dry_run:
        say_written(written)
        say(f"{'Brought back' if back else 'Cancelled'} the session of {say_day(session.date)}.")
        _what_next(community, session)
    return OK


def _find(tree: Folder, words: list[str], today: date) -> tuple[CommunityFiles, Session]:
    """The session meant. Without a community it is the one community that has such a session."""
    if len(words) == 2:
        community = load_community(tree, pick_id(tree, words[0]), READ)
        return community, pick_session(community, words[1], today)
    every = [load_community(tree, name, READ) for name in pick_ids(tree, "")]
    if len(every) == 1:
        return every[0], pick_session(every[0], words[0], today)
    days = nearest_days(words[0], today)
    having = [(one, found) for one in every if (found := session_on(one, days) or one.session(words[0]))]
    if len(having) == 1:
        return having[0]
    names = ", ".join(one.id for one, _ in having) or ", ".join(one.id for one in every)
    raise Stop(f"which community's session “{words[0]}”?", hint=f"Put its name first: {names}.")


def _new_start(text: str) -> str:
    if not text:
        return ""
    read = read_clock(text)
    if read.value is None:
        raise Stop(read.problem, hint=sentence(read.fix))
    return read.value


def _must(because: str, verb: str) -> None:
    if not because.strip():
        raise Stop(f"say why: people will ask why you {verb} it", hint="Add --because “the reason”.")


def _edited(
    tree: Folder, community: CommunityFiles, session: Session, edit: Callable[[bytes], bytes]
) -> Change:
    """The change of a plan that is there and can be read."""
    if (reason := unclear_plans(community).get(session.id)) is not None:
        raise Unclear(reason)
    if not community.files.knows(session.plan):
        raise Stop(
            f"{session.path}: this session has notes but no plan", REFUSED, "“copkit new session” makes one."
        )
    return spliced(tree, session.path, edit)


def _what_next(community: CommunityFiles, session: Session) -> None:
    say("People do not know yet:")
    calendar, invite = (
        f"copkit calendar {community.id}",
        f"copkit invite {community.id} {to_type(community, session)}",
    )
    tell(f"  {invite}  prints the notice of the change", "cyan")
    tell(f"  {calendar:{len(invite)}}  writes the entry to send with it", "cyan")
