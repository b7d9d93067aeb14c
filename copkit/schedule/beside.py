"""The sessions of a year beside the meetings that its rhythm gives now: what is new, redone, kept or gone."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from copkit.people.roles import PLANNED_ROLES, holder_on
from copkit.schedule.alignment import Aligned, align, first_day
from copkit.schedule.rhythm import Meeting, meeting_of
from copkit.schedule.rows import Row, row_of
from copkit.workspace import CommunityFiles, Session
from copkit.workspace.states import state_of

BY_HAND = "by hand"
"""Why a plan that `schedule` did not write is kept."""


class Own(NamedTuple):
    """The plans that `schedule` wrote, seen from today, each with what somebody changed in it; empty: nothing."""

    today: date = date.min
    changed: Mapping[str, str] = MappingProxyType({})


class Beside(NamedTuple):
    """The rows of a year as it will be, and the plans that it has no more."""

    rows: list[Row]
    gone: tuple[Session, ...] = ()


def beside(community: CommunityFiles, planned: Sequence[Session], meetings: Sequence[Meeting], own: Own) -> Beside:
    """What is kept, and the meetings that are left with the plan of each."""
    loose = {one.id for one in planned if _may_be_redone(community, one, own)}
    about = community.about
    first, last = about.started or date.min, about.closed or date.max
    ours = {one.id for one in planned if one.id in own.changed and first <= one.date <= last}
    aligned = align(planned, meetings, loose, ours)
    rows = [_kept(community, one, aligned.stands.get(one.id), own) for one in planned if one.id not in loose]
    names = {one.id for one in community.sessions} - _removed(aligned)
    for number, day, old in aligned.rest:
        rows.append(_row(community, meeting_of(about.rhythm, number, day), old, names))
    return Beside(rows, aligned.gone)


def _removed(aligned: Aligned) -> set[str]:
    replaced = (old.id for _, day, old in aligned.rest if old and first_day(old) != day)
    return {*(one.id for one in aligned.gone), *replaced}


def _may_be_redone(community: CommunityFiles, session: Session, own: Own) -> bool:
    """Whether nobody changed it, it is still to come, and nobody holds it: its notes and forms are people's too."""
    used = session.notes is not None or session.id in community.feedback or session.id in community.follow_up
    untouched = own.changed.get(session.id) == "" and not used
    return untouched and session.date > own.today and state_of(session, community) == "planned"


def _kept(community: CommunityFiles, session: Session, meeting: Meeting | None, own: Own) -> Row:
    """The row of a session that stays as it is, with why where the rhythm would have it otherwise."""
    row, state = row_of(session, community), state_of(session, community)
    as_meant = meeting and (meeting.date, meeting.start, meeting.place) == (row.day, row.start, row.place)
    if as_meant or session.date <= own.today or state not in ("planned", "issued"):
        return row
    why = "issued" if state == "issued" else own.changed.get(session.id, BY_HAND)
    return row._replace(kept=why or "notes", meant=meeting)


def _row(community: CommunityFiles, meeting: Meeting, old: Session | None, names: Collection[str]) -> Row:
    """The row of a meeting whose plan is new, redone or as it is to be."""
    if old is None:
        return _new(meeting, names)
    if first_day(old) != meeting.date:
        return _new(meeting, names)._replace(state="redo", replaces=old.id)
    if _is_as_written(community, meeting, old):
        return row_of(old, community)
    return _new(meeting, ())._replace(session=old.id, state="redo")


def _new(meeting: Meeting, names: Collection[str]) -> Row:
    day = meeting.date.isoformat()
    name = next(one for one in (day, *(f"{day}-{n}" for n in range(2, 10))) if one not in names)
    return Row(name, meeting.number, meeting.date, meeting.start, meeting.minutes, meeting.place, "new")


def _is_as_written(community: CommunityFiles, meeting: Meeting, old: Session) -> bool:
    """Whether an untouched plan says what `schedule` would write today."""
    plan, about = old.plan, community.about
    return (
        (plan.number, plan.start, plan.place) == (meeting.number, meeting.start, meeting.place)
        and plan.briefing.minutes == about.rhythm.briefing_minutes
        and all(getattr(plan.team, role) == holder_on(about.team, role, meeting.date) for role in PLANNED_ROLES)
    )
