"""What is written of a session in one place and not in another: plan, notes, calendar and community disagree."""

from collections.abc import Iterator

from copkit.calendars.location import location_line
from copkit.checks.context import Community, unread
from copkit.checks.problem import Problem
from copkit.checks.registry import ERROR, WARNING, check
from copkit.dates import say_date, say_day
from copkit.workspace import Session
from copkit.workspace.states import stands, state_of


@check("SES-14", ERROR, on="session", closed=True, years=10)
def against_itself(session: Session, at: Community) -> Iterator[Problem]:
    """What is written of a session contradicts itself.

    Why: It was cancelled and has notes or feedback, is still to come or after the community's closing and was held
    already, was moved from the day that it is on, was at the time of another, or is many years away. One of the two
    is a slip, and each page follows another one of them.

    Bad:
        # sessions/2026-06-09.yaml, and there are notes of it
        status: cancelled
        because: The trains were not running

    Good:
        status: held
    """
    yield from _of_its_standing(session, at)
    yield from _of_its_day(session, at)


def _of_its_standing(session: Session, at: Community) -> Iterator[Problem]:
    """It was cancelled or the community had closed, and somebody was there; or it is to come, and was held."""
    bring = f"“copkit cancel {session.community} {session.id} --undo”, or move them to their own session."
    for there, what in _what_was_heard(session, at) if session.cancelled else ():
        message = f"this session is cancelled, and {there} says what {what}"
        yield Problem(session.plan, ("status",), message, bring)
    record = session.notes if session.noted else session.plan
    if session.held and session.date > at.today:
        message = f"this session is on {say_day(session.date)}, and it is written down already"
        fix = "Correct its date, or move the notes to the session that they are of."
        yield Problem(record, (), message, fix)
    closed = at.about.closed
    if session.held and closed is not None and session.date > closed:
        message = f"it was held on {say_date(session.date)}, and the community closed on {say_date(closed)}"
        yield Problem(record, (), message, "Correct “closed:” in community.yaml, or the session's date.")


def _what_was_heard(session: Session, at: Community) -> Iterator[tuple[str, str]]:
    """The files that say that a session took place, and what they say."""
    if session.noted:
        yield f"{session.id}.notes.yaml", "was said at it"
    if session.id in at.community.feedback:
        yield f"feedback/{session.id}.csv", "people thought of it"


def _of_its_day(session: Session, at: Community) -> Iterator[Problem]:
    """It is many years away, was moved to the day that it had, or was held while another was."""
    plan, record = session.plan, at.record(session)
    if abs(session.date.year - at.today.year) > at.limit("SES-14.years"):
        message = f"this session is on {say_date(session.date)}: is that the year?"
        yield Problem(record, ("date",), message, "Correct the date.")
    if plan.moved_from is not None and plan.moved_from == session.date:
        message = f"this session was moved from {say_date(plan.moved_from)}, and is on that very day"
        yield Problem(plan, ("moved_from",), message, "Correct “date:”, or take “moved_from:” out.")
    for other in _at_its_time(session, at) if session.date < at.today else ():  # of those to come SCH-09 tells
        message = f"this session was at the time of {other.id}, another of this community's"
        yield Problem(record, ("date",), message, "Correct the date or the start of one, or cancel it.", WARNING)


def _at_its_time(session: Session, at: Community) -> Iterator[Session]:
    """Other sessions of the community that were on the same day, at the same time."""
    for one in at.community.sessions:
        at_once = one.date == session.date and one.start < session.end and session.start < one.end
        if at_once and one.id != session.id and stands(one, at.community) and stands(session, at.community):
            yield one


@check("SES-15", WARNING, on="community", closed=True)
def not_as_people_hold_it(at: Community) -> Iterator[Problem]:
    """A session is not as people have it in their calendars.

    Why: Since its calendar entry was issued it was moved, shortened, cancelled or brought back, or its plan went.
    Or people were invited and no entry was issued, by what issued.yaml knows; or its community closes before its
    day. Whoever looks in their calendar comes on the wrong day.

    Bad:
        # issued.yaml has 9 June, 10:00
        date: 2026-06-16
        moved_from: 2026-06-09

    Good:
        # after “copkit calendar”, issued.yaml has 16 June, 10:00
        date: 2026-06-16
        moved_from: 2026-06-09
    """
    for session in at.community.sessions:
        if at.files.knows(session.plan):
            yield from _not_as_held(session, at)
    yield from _held_without_plan(at)


def _not_as_held(session: Session, at: Community) -> Iterator[Problem]:
    """It is after the closing, or in the calendars of people otherwise."""
    if state_of(session, at.community) == "closed":
        message = f"this session is on {say_date(session.date)}, and the community closes before that"
        because = "" if at.about.closed_because else ' --because "It has closed"'
        fix = f"“copkit close {session.community}{because} --yes” cancels it, and others like it."
        yield Problem(session.plan, ("date",), message, fix)
    elif session.date >= at.today and (differs := _differs(session, at)):
        message = f"people hold another entry of this session: {differs}"
        notice = f"“copkit invite {session.community} {session.id}” prints the notice of it"
        fix = f"{notice}; after that “copkit calendar {session.community}” writes the entry to send with it."
        yield Problem(session.plan, ("date",), message, fix)
    elif session.date >= at.today and _is_held_by_nobody(session, at):
        message = "people were invited to this session, and issued.yaml knows of no calendar entry of it"
        fix = f"“copkit calendar {session.community}”; if issued.yaml is an old one, take the last one back first."
        yield Problem(session.plan, ("invited",), message, fix)


def _is_held_by_nobody(session: Session, at: Community) -> bool:
    """Whether people were invited who can hold no entry, in a community that issues calendars."""
    issued = at.community.issued
    return session.plan.invited is not None and not session.cancelled and bool(issued) and session.id not in issued


def _held_without_plan(at: Community) -> Iterator[Problem]:
    """What people hold for a day to come, and no file plans it any more."""
    there = at.context.sessions_of(at.community.id)
    for name, held in at.community.issued.items():
        if held.status != "cancelled" and held.start >= at.today.isoformat() and name not in there:
            message = f"people hold an entry of {name}, and there is no plan of it"
            fix = f"Put its plan back; or “copkit calendar {at.community.id}” withdraws it."
            yield Problem(held, (), message, fix)


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
    if session.cancelled:
        return ""
    if (held.start, held.end[-5:]) != (start, session.end):
        return f"{held.start.replace('T', ', ')} to {held.end[-5:]}"
    return "" if held.place == location_line(session, session.link) else "another place, or another link"
