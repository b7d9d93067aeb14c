"""A community's year: the meetings that its rhythm gives, laid beside the sessions that are planned already."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Literal, NamedTuple

from copkit.dates import Year, say_date
from copkit.people.roles import on_day
from copkit.schedule.avoid import Hit
from copkit.schedule.overlaps import Overlap, Sitting
from copkit.schedule.rhythm import Meeting, Period, period_of, plan_year
from copkit.workspace import CommunityFiles, Register, Session
from copkit.workspace.states import stands, state_of

State = Literal["new", "planned", "moved", "cancelled", "held"]
_STATES: dict[str, State] = {"moved": "moved", "cancelled": "cancelled", "held": "held", "noted": "held"}


class Row(NamedTuple):
    """One session of the year: planned already, or new from the rhythm."""

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
        return self.state in ("new", "planned", "moved")


class CommunityYear(NamedTuple):
    """A community's year as planned and as its rhythm gives it.

    With `problems` the rhythm cannot be met, and nothing new is to be written.
    """

    community: str
    name: str
    label: str
    period: Period
    rows: tuple[Row, ...]
    breaks: tuple[str, ...]
    problems: tuple[str, ...]
    notes: tuple[str, ...]


def expected(community: CommunityFiles, year: Year) -> tuple[Period, tuple[Meeting, ...]]:
    """The meetings that the rhythm gives in a year: none before the community started or once it closed."""
    about = community.about
    period = _period(community, year)
    first, last = about.started or date.min, about.closed or date.max
    meetings = plan_year(about.rhythm, period).meetings
    return period, tuple(meeting for meeting in meetings if first <= meeting.date <= last)


def lay_out(community: CommunityFiles, year: Year) -> CommunityYear:
    """The year: each meeting of the rhythm with its plan if there is one, and whatever else is planned."""
    about, rhythm = community.about, community.about.rhythm
    period, meetings = expected(community, year)
    whole = plan_year(rhythm, period)
    planned = [s for s in community.sessions if period.start <= _first_day(s) <= period.end]
    rows = [row_of(session, community) for session in planned]
    if not whole.problems:
        names = {session.id for session in community.sessions}
        rows += [_new(meeting, names) for meeting in meetings if not _has_plan(meeting, planned)]
    ordered = tuple(sorted(rows, key=lambda row: (row.day, row.start, row.session)))
    notes = whole.notes + _late_start(community, len(whole.meetings) - len(meetings))
    label = year.label if rhythm.kind == "monthly" else ""
    return CommunityYear(
        community.id, about.name or community.id, label, period, ordered, rhythm.break_months, whole.problems, notes
    )


def sittings_of(community: CommunityFiles, register: Register) -> list[Sitting]:
    """When each planned session of a community sits, and whom it needs."""
    rows = [row_of(session, community) for session in community.sessions if stands(session, community)]
    return [sitting(community, row, register) for row in rows]


def sitting(community: CommunityFiles, row: Row, register: Register) -> Sitting:
    """When a row sits, and whom it needs: the roll, the role holders, the speaker and the room."""
    session = community.session(row.session)
    if session is not None and session.date != row.day:  # who holds a role is another question on another day
        session = replace(session, plan=session.plan.but(date=row.day))
    roll = frozenset(member.who for member in community.on_roll(row.day))
    who = community.company(register).who

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


def _period(community: CommunityFiles, year: Year) -> Period:
    commission = community.about.commission
    commissioned = commission.date if commission else None
    return period_of(community.about.rhythm, year, commissioned, commission.months if commission else None)


def _first_day(session: Session) -> date:
    """The day that a session was first planned for: it stays in its year when it moves out of it."""
    return date.fromisoformat(session.id[:10])


def _has_plan(meeting: Meeting, planned: list[Session]) -> bool:
    """Whether a meeting of the rhythm is planned: under its date, or by its number when the rhythm has changed."""
    return any(
        session.id == meeting.date.isoformat()
        or session.plan.number == meeting.number
        or (session.plan.number is None and session.date == meeting.date)
        for session in planned
    )


def row_of(session: Session, community: CommunityFiles) -> Row:
    """A planned session as a row of its year."""
    state = _STATES.get(state_of(session, community), "planned")
    start, minutes, place = session.start, session.minutes, session.place
    return Row(session.id, session.plan.number, session.date, start, minutes, place, state)


def _new(meeting: Meeting, names: set[str]) -> Row:
    day = meeting.date.isoformat()
    name = next(one for one in (day, *(f"{day}-{n}" for n in range(2, 10))) if one not in names)
    return Row(name, meeting.number, meeting.date, meeting.start, meeting.minutes, meeting.place, "new")


def _team(community: CommunityFiles, session: Session | None, row: Row) -> list[str]:
    """Who holds a role: as the plan says, or will say when it is written for the day it is named for."""
    if session is not None:
        return list(community.roles(session).holders)
    return [one.who for _, one in on_day(community.about.team, date.fromisoformat(row.session[:10]))]


def _late_start(community: CommunityFiles, left_out: int) -> tuple[str, ...]:
    if not left_out:
        return ()
    count = "1 meeting of the year falls" if left_out == 1 else f"{left_out} meetings of the year fall"
    about = community.about
    ends = [
        f"{word} ({say_date(day)})"
        for word, day in (("before the community started", about.started), ("after it closed", about.closed))
        if day is not None
    ]
    return (f"{count} {' or '.join(ends)}, and {'is' if left_out == 1 else 'are'} not planned",)
