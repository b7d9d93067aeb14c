"""A community's year: the meetings that its rhythm gives, laid beside the sessions that are planned already."""

from datetime import date
from typing import NamedTuple

from copkit.dates import Year, say_date
from copkit.schedule.alignment import first_day
from copkit.schedule.beside import Beside, Own, beside
from copkit.schedule.rhythm import Meeting, Period, period_of, plan_year
from copkit.schedule.rows import Row, row_of
from copkit.workspace import CommunityFiles, Session

_NONE = Own()


class CommunityYear(NamedTuple):
    """A community's year as planned and as its rhythm gives it; `gone` are plans that it has no more.

    With `problems` the rhythm cannot be met, and nothing is to be written.
    """

    community: str
    name: str
    label: str
    period: Period
    rows: tuple[Row, ...]
    breaks: tuple[str, ...]
    problems: tuple[str, ...]
    notes: tuple[str, ...]
    gone: tuple[Session, ...] = ()

    @property
    def removed(self) -> frozenset[str]:
        """The sessions that are no more: gone, or replaced by one of another day."""
        return frozenset([*(one.id for one in self.gone), *(row.replaces for row in self.rows if row.replaces)])


def expected(community: CommunityFiles, year: Year) -> tuple[Period, tuple[Meeting, ...]]:
    """The meetings that the rhythm gives in a year: none before the community started or once it closed."""
    about = community.about
    period = _period(community, year)
    first, last = about.started or date.min, about.closed or date.max
    meetings = plan_year(about.rhythm, period).meetings
    return period, tuple(meeting for meeting in meetings if first <= meeting.date <= last)


def lay_out(community: CommunityFiles, year: Year, own: Own = _NONE) -> CommunityYear:
    """The year: each meeting of the rhythm with its plan if there is one, and whatever else is planned."""
    about, rhythm = community.about, community.about.rhythm
    period, meetings = expected(community, year)
    whole = plan_year(rhythm, period)
    planned = [s for s in community.sessions if period.start <= first_day(s) <= period.end]
    if whole.problems:
        made = Beside([row_of(session, community) for session in planned])
    else:
        made = beside(community, planned, meetings, own)
    ordered = tuple(sorted(made.rows, key=lambda row: (row.day, row.start, row.session)))
    notes = whole.notes + _late_start(community, len(whole.meetings) - len(meetings))
    label = year.label if rhythm.kind == "monthly" else ""
    name, breaks = about.name or community.id, rhythm.break_months
    return CommunityYear(community.id, name, label, period, ordered, breaks, whole.problems, notes, made.gone)


def _period(community: CommunityFiles, year: Year) -> Period:
    commission = community.about.commission
    commissioned = commission.date if commission else None
    return period_of(community.about.rhythm, year, commissioned, commission.months if commission else None)


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
