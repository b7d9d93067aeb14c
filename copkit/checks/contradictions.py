"""What is written of a session in one place and not in another: plan, notes, calendar and community disagree."""

from collections.abc import Iterator

from copkit.checks.context import Community, unread
from copkit.checks.problem import Problem
from copkit.checks.registry import ERROR, WARNING, check
from copkit.dates import say_date, say_day
from copkit.workspace import Session
from copkit.workspace.states import state_of


@check("SES-14", ERROR, on="session", closed=True, years=10)
def against_itself(session: Session, at: Community) -> Iterator[Problem]:
    """What is written of a session contradicts itself.

    Why: It was cancelled and has notes, or it is still to come and has been held already, or its date is many years
    away. One of the two is a slip, and each page follows another one of them.

    Bad:
        # sessions/2026-06-09.yaml, and there are notes of it
        status: cancelled
        because: The trains were not running

    Good:
        status: held
    """
    plan, notes = session.plan, f"{session.id}.notes.yaml"
    if session.cancelled and session.noted:
        bring = f"“copkit cancel {session.community} {session.id} --undo”, or move the notes to their own session."
        yield Problem(plan, ("status",), f"this session is cancelled, and {notes} says what was said at it", bring)
    if session.held and session.date > at.today:
        message = f"this session is on {say_day(session.date)}, and it is written down already"
        fix = "Correct its date, or move the notes to the session that they are of."
        yield Problem(session.notes if session.noted else plan, (), message, fix)
    if abs(session.date.year - at.today.year) > at.limit("SES-14.years"):
        message = f"this session is on {say_date(session.date)}: is that the year?"
        yield Problem(at.record(session), ("date",), message, "Correct the date.")


@check("SES-15", WARNING, on="session", closed=True)
def not_as_people_hold_it(session: Session, at: Community) -> Iterator[Problem]:
    """A session is not as people have it in their calendars.

    Why: It was moved, shortened, cancelled or brought back since its calendar entry was issued, or its community
    closes before its day. Whoever looks in their calendar comes on the wrong day.

    Bad:
        # issued.yaml has 9 June, 10:00
        date: 2026-06-16
        moved_from: 2026-06-09

    Good:
        # after “copkit calendar”, issued.yaml has 16 June, 10:00
        date: 2026-06-16
        moved_from: 2026-06-09
    """
    if session.date < at.today or not at.files.knows(session.plan):
        return
    if state_of(session, at.community) == "closed":
        message = f"this session is on {say_date(session.date)}, and the community closes before it"
        because = "" if at.about.closed_because else ' --because "It has closed"'
        fix = f"“copkit close {session.community}{because} --yes” cancels it, and others like it."
        yield Problem(session.plan, ("date",), message, fix)
    elif differs := _differs(session, at):
        message = f"people hold another entry of this session: {differs}"
        fix = f"“copkit calendar {session.community}”, and send what it wrote."
        yield Problem(session.plan, ("date",), message, fix)


@check("SES-16", ERROR, on="community")
def issues_lost(at: Community) -> Iterator[Problem]:
    """The record of what was issued to calendars is gone.

    Why: Outlook and others take a change only with a number above the last one. Without issued.yaml the numbers
    begin again at nought, and no change reaches anybody who holds the entries.

    Bad:
        # git has communities/one/issued.yaml, and the folder has not

    Good:
        # the file is there, as “copkit calendar” wrote it
    """
    path = f"communities/{at.community.id}/issued.yaml"
    tracked = at.context.tracked is not None and path in at.context.tracked
    if tracked and path not in at.files.documents and not unread(at.files, path):
        message = f"{path} is in git and not in the folder"
        yield Problem(at.about, (), message, f"“git checkout HEAD -- {path}” takes it back.")


def _differs(session: Session, at: Community) -> str:
    """What is otherwise in the entry that was issued, in words; empty where nothing is, or none was issued."""
    held = at.community.issued.get(session.id)
    if held is None:
        return ""
    if session.cancelled != (held.status == "cancelled"):
        return "not cancelled" if session.cancelled else "cancelled"
    start = f"{session.date.isoformat()}T{session.start}"
    if session.cancelled or (held.start, held.end[-5:]) == (start, session.end):
        return ""
    return f"{held.start.replace('T', ', ')} to {held.end[-5:]}"
