"""What a community's notes say, and who came, read once for all checks."""

from functools import partial
from typing import Any

from copkit.checks.context import Community
from copkit.workspace import Session
from copkit.workspace.attendance import Attendance, attendances
from copkit.workspace.entries import Said, said
from copkit.workspace.promises import Ledger, ledger_of


def lines(session: Session, at: Community) -> tuple[Said, ...]:
    """The lines of a session's notes."""
    every: dict[str, tuple[Said, ...]] = kept(at, "_said", dict)
    if session.id not in every:
        every[session.id] = said(at.community, session, at.company)
    return every[session.id]


def book(at: Community) -> Ledger:
    """How all that was promised stands today."""
    found: Ledger = kept(at, "_ledger", partial(_book, at))
    return found


def _book(at: Community) -> Ledger:
    sessions = [session for session in at.community.sessions if session.date <= at.today]
    every = (line for session in sessions for line in lines(session, at))
    return ledger_of(at.community, at.company, at.today, every)


def attended(at: Community) -> list[Attendance]:
    """The sessions held so far whose notes say who came, in order of date; the others are in no rate."""
    found: list[Attendance] = kept(at, "_attended", partial(_attended, at))
    return found


def _attended(at: Community) -> list[Attendance]:
    held = (one for one in at.community.sessions if one.date <= at.today and one.held)
    return list(attendances(Attendance, held, at.who, at.shared))


def last_attended(at: Community, count: int) -> list[Attendance]:
    """The last so many of them; none as long as there are fewer."""
    every = attended(at)
    return every[-count:] if count and len(every) >= count else []


def kept(at: Community, name: str, make: Any) -> Any:
    """What is worked out once for a community, whichever check asks first."""
    if name not in at.__dict__:
        at.__dict__[name] = make()
    return at.__dict__[name]
