"""A row of a community's year: one session, planned already or new, what its day holds, and whom it needs."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Literal, NamedTuple

from copkit.people.roles import on_day
from copkit.schedule.avoid import Hit
from copkit.schedule.overlaps import Overlap, Sitting
from copkit.schedule.rhythm import Meeting
from copkit.workspace import CommunityFiles, Register, Session
from copkit.workspace.states import stands, state_of

State = Literal["new", "redo", "planned", "moved", "cancelled", "held"]
_STATES: dict[str, State] = {"moved": "moved", "cancelled": "cancelled", "held": "held", "noted": "held"}


class Row(NamedTuple):
    """One session of the year: planned already, or new from the rhythm.

    `replaces` is the session that gives way to it. Of a coming session that is kept off the rhythm, `kept` says why
    and `meant` is the meeting that it stands for, if any.
    """

    session: str
    number: int | None
    day: date
    start: str
    minutes: int
    place: str
    state: State
    hits: tuple[Hit, ...] = ()
    avoids: tuple[str, ...] = ()
    overlaps: tuple[Overlap, ...] = ()
    busy: tuple[str, ...] = ()
    proposals: tuple[date, ...] = ()
    replaces: str = ""
    kept: str = ""
    meant: Meeting | None = None

    @property
    def was(self) -> date | None:
        """The day of the plan that it takes the place of."""
        return date.fromisoformat(self.replaces[:10]) if self.replaces else None

    @property
    def clashes(self) -> tuple[str, ...]:
        """What somebody has to act on, each as a phrase."""
        hard = tuple(hit.name for hit in self.hits if hit.treat != "info")
        return hard + tuple(say_overlap(overlap) for overlap in self.overlaps) + self.busy

    @property
    def remarks(self) -> tuple[str, ...]:
        """What is for information only."""
        return tuple(hit.name for hit in self.hits if hit.treat == "info")

    @property
    def to_come(self) -> bool:
        """Whether it is to take place, as far as the files say."""
        return self.state in ("new", "redo", "planned", "moved")


def row_of(session: Session, community: CommunityFiles) -> Row:
    """A planned session as a row of its year."""
    state = _STATES.get(state_of(session, community), "planned")
    start, minutes, place = session.start, session.minutes, session.place
    return Row(session.id, session.plan.number, session.date, start, minutes, place, state)


def sittings_of(community: CommunityFiles, register: Register) -> list[Sitting]:
    """When each planned session of a community sits, and whom it needs."""
    rows = [row_of(session, community) for session in community.sessions if stands(session, community)]
    return [sitting(community, row, register) for row in rows]


def sitting(community: CommunityFiles, row: Row, register: Register) -> Sitting:
    """When a row sits, and whom it needs: the roll, the role holders, the speaker and the room."""
    session = community.session(row.session) if row.state != "redo" else None
    if session is not None and session.date != row.day:  # who holds a role is another question on another day
        session = replace(session, plan=session.plan.but(date=row.day))
    roll = frozenset(member.who for member in community.on_roll(row.day))
    who = community.company(register).on(row.day).who

    def ids(names: Iterable[str]) -> frozenset[str]:
        return frozenset(who(name) for name in names if name)

    team = ids(_team(community, session, row))
    speakers = ids([session.plan.briefing.speaker]) if session else frozenset()
    venue = session.venue if session else (community.about.rhythm.venue if row.place != "online" else "")
    return Sitting(community.id, row.session, row.day, row.start, row.minutes, ids(roll), team, speakers, venue)


def say_overlap(overlap: Overlap) -> str:
    """An overlap as a phrase, told from the side of its first session."""
    if overlap.own:
        return f"{overlap.second.community} meets then already: its session {overlap.second.session}"
    shared = []
    for names, what in ((overlap.speakers, "speaker"), (overlap.team, "role holder"), (overlap.members, "member")):
        if names:
            shared.append(f"{len(names)} shared {what}{'' if len(names) == 1 else 's'} ({', '.join(names[:3])})")
    if overlap.venue:
        shared.append(f"the same venue ({overlap.venue})")
    return f"{overlap.second.community} meets then: {' and '.join(shared)}"


def _team(community: CommunityFiles, session: Session | None, row: Row) -> list[str]:
    """Who holds a role: as the plan says, or will say when it is written for the day it is named for."""
    if session is not None:
        return list(community.roles(session).holders)
    return [one.who for _, one in on_day(community.about.team, date.fromisoformat(row.session[:10]))]
