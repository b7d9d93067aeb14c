"""CPD: continuing professional development."""

from collections.abc import Iterator
from typing import Any

from copkit.checks.context import Community, Place
from copkit.checks.problem import Problem
from copkit.checks.registry import ERROR, check
from copkit.models.base import UNKNOWN, Stayed
from copkit.models.community import Community as About
from copkit.models.session import Notes, Plan
from copkit.suggest import argument
from copkit.workspace import Session


@check("CPD-01", ERROR, on="session")
def not_long_enough(session: Session, at: Community) -> Iterator[Problem]:
    """Somebody is to have a certificate and was there for less than three quarters of the session.

    Why: A certificate says that somebody took part. One given for half a session makes the others worth less, and
    bodies that accredit look at just this. Everybody may have an attendance statement, with the minutes.

    Bad:
        present: [amina.khan, jo.ng]
        minutes_taken: 148
        minutes: {jo.ng: 62}
        certificates: [jo.ng]

    Good:
        present: [amina.khan, jo.ng]
        minutes_taken: 148
        minutes: {jo.ng: 62}
        certificates: [amina.khan]
    """
    notes = session.notes
    if notes is None or not notes.certificates:
        return
    from copkit.metrics.stay import ENOUGH

    who = at.company.on(session.date).who
    whole, part = _lasted(session, notes), {who(typed): minutes for typed, minutes in notes.minutes.items()}
    present = set(map(who, notes.present))
    for index, typed in enumerate(notes.certificates):
        key = who(typed)
        minutes = part.get(key, whole) if key in present else 0
        if minutes == UNKNOWN or min(whole, minutes) * 100 < whole * ENOUGH:
            there = _there(minutes, whole) if key in present else "is not named as present"
            of = f"{session.community} {session.id} {argument(typed, 'PERSON')}"
            fix = f"Take the name out. “copkit print certificate {of} --statement” prints an attendance statement."
            message = f"{typed} is to have a certificate and {there}"
            yield Problem(notes, ("certificates", index), message, fix)


def _there(minutes: Stayed, whole: int) -> str:
    if minutes == UNKNOWN:
        return "was there for nobody knows how long"
    return f"was there for {min(whole, minutes)} of {whole} minutes"


@check("CPD-02", ERROR, on="files")
def no_body(at: Place) -> Iterator[Problem]:
    """A course, a community or a session is said to be accredited, without the body or its reference.

    Why: People send certificates to their regulator. One that cannot be looked up does them harm.

    Bad:
        accredited: {hours: 18}

    Good:
        accredited: {by: Example CPD body, ref: CPD-1234, hours: 18}
    """
    for one in _accredited(at):
        missing = [key for key in ("by", "ref") if not getattr(one.accredited, key)]
        if missing:
            words = " and no ".join({"by": "body", "ref": "reference"}[key] for key in missing)
            message = f"{_what(one)} is said to be accredited, with no {words}"
            fix = f"Add {' and '.join(f'{key}:' for key in missing)}, or take accredited: out."
            yield Problem(one, ("accredited",), message, fix)


@check("CPD-03", ERROR, on="session")
def longer_than_it_was(session: Session, at: Community) -> Iterator[Problem]:
    """The minutes of somebody, or the hours that a body has approved, are longer than the session.

    Why: Hours are attested to regulators. More of them than there were is a slip of the keyboard, or worse.

    Bad:
        minutes_taken: 92
        minutes: {jo.ng: 620}

    Good:
        minutes_taken: 92
        minutes: {jo.ng: 62}
    """
    plan, notes = session.plan, session.notes
    whole = _lasted(session, notes)
    for who, minutes in notes.minutes.items() if notes is not None else ():
        if minutes != UNKNOWN and minutes > whole:
            message = f"{who} was there for {minutes} minutes of a session that lasted {whole}"
            yield Problem(notes, ("minutes", who), message, "Write the minutes that it was, or how long it lasted.")
    hours = plan.accredited.hours if plan.accredited is not None else None
    if hours is not None and hours * 60 > session.minutes:
        message = f"{hours:g} hours are approved for a session of {session.minutes} minutes"
        yield Problem(plan, ("accredited", "hours"), message, "Write the hours that the body has approved.")


def _accredited(at: Place) -> Iterator[Any]:
    """Every record of these files that says who accredited it."""
    if isinstance(at, Community):
        every: list[About | Plan] = [at.about, *(session.plan for session in at.community.sessions)]
        return (one for one in every if one.accredited is not None and at.files.knows(one))
    return (one for one in at.shared.other.get("cohorts", {}).values() if one.accredited is not None)


def _what(one: object) -> str:
    if isinstance(one, About):
        return "this community"
    return "this session" if isinstance(one, Plan) else "this course"


def _lasted(session: Session, notes: Notes | None) -> int:
    """How many minutes it lasted: as the notes say, or else as planned."""
    return (notes.minutes_taken if notes is not None else None) or session.minutes
