"""Whether a day is free for a session: the one question of clashes, proposals, `move`, `new session` and next year.

A proposal is a day on which the same question finds nothing, so that a date that is taken gives no clash.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import Protocol

from copkit.dates import read_month
from copkit.people.register import Register
from copkit.schedule.avoid import Avoid, Hit, hits, keeps_clear_of
from copkit.schedule.nearest import days_near, not_past
from copkit.schedule.overlaps import Overlap, Sitting, Sittings, Taken, busy_at
from copkit.schedule.rows import Row, row_of, sitting
from copkit.schedule.year import CommunityYear
from copkit.workspace import CommunityFiles

PROPOSALS = 3


class Elsewhere(Protocol):
    """What communities have planned that are not laid out here."""

    def sittings(self, day: date, but: Iterable[str]) -> list[Sitting]:
        """The sittings on a day of the communities that are not left out."""


class Diary:
    """What every day holds: dates to avoid, sessions of all communities, a calendar of one's own, and offers.

    `laid` are communities with the rows that stand for their plans of a year; their sessions of other years count
    as they are planned.
    """

    def __init__(
        self,
        today: date,
        avoid: Avoid,
        register: Register,
        elsewhere: Elsewhere,
        laid: Iterable[tuple[CommunityFiles, Iterable[Row]]] = (),
        busy: Iterable[Taken] = (),
    ) -> None:
        self._today, self._avoid, self._register, self._elsewhere = today, avoid, register, elsewhere
        self._busy = tuple(busy)
        self._known, self._offered = Sittings(), Sittings()
        self._days: defaultdict[str, set[date]] = defaultdict(set)
        self._unread: defaultdict[date, list[tuple[CommunityFiles, Row]]] = defaultdict(list)
        self._read: set[date] = set()
        for community, rows in laid:
            self._lay(community, tuple(rows))

    def compared(self, community: CommunityFiles, row: Row) -> Row:
        """A row with everything that its day holds."""
        sits = sitting(community, row, self._register)
        return row._replace(
            hits=(*self._past(row.day), *hits(row.day, row.start, row.minutes, self._avoid, community.id)),
            avoids=keeps_clear_of(row.day, self._avoid, community.id),
            overlaps=self._overlaps(sits),
            busy=tuple(f"your calendar has “{taken.summary}”" for taken in busy_at(sits, self._busy)),
        )

    def is_free(self, community: CommunityFiles, row: Row) -> bool:
        """Whether nothing on a row's day, at its time, makes somebody act."""
        return not self.compared(community, row).clashes

    def proposals(self, community: CommunityFiles, row: Row, first: date, last: date) -> tuple[date, ...]:
        """The free days nearest to a row's, from one day to another, best first; each is offered once in a run.

        Days that fall on something that is for information only (Ramadan lasts a month) come after those that fall
        on nothing.
        """
        near = self._candidates(community, row, first, last)
        ranked = sorted(near, key=lambda day: bool(hits(day, row.start, row.minutes, self._avoid, community.id)))
        free = (day for day in ranked if self._may_be_offered(community, row._replace(day=day)))
        found = tuple(islice(free, PROPOSALS))
        self._days[community.id].update(found)
        for day in found:
            self._offered.add(sitting(community, row._replace(day=day), self._register))
        return found

    def _lay(self, community: CommunityFiles, rows: tuple[Row, ...]) -> None:
        named = {row.session for row in rows}
        others = (row_of(session, community) for session in community.sessions if session.id not in named)
        for row in (*rows, *others):
            self._days[community.id].add(row.day)
            if row.state != "cancelled":
                self._unread[row.day].append((community, row))

    def _read_day(self, day: date) -> None:
        """Who sits on a day is worked out when it is first asked for."""
        if day not in self._read:
            self._read.add(day)
            laid = (sitting(community, row, self._register) for community, row in self._unread.pop(day, ()))
            for sits in (*laid, *self._elsewhere.sittings(day, self._days)):
                self._known.add(sits)

    def _past(self, day: date) -> tuple[Hit, ...]:
        return (Hit("past", "that day is past", "error"),) if day < self._today else ()

    def _overlaps(self, sits: Sitting) -> tuple[Overlap, ...]:
        self._read_day(sits.day)
        return tuple(found for found in self._known.overlapping(sits) if found.matters)

    def _candidates(self, community: CommunityFiles, row: Row, first: date, last: date) -> Iterator[date]:
        """Days near a row's on which the community may meet, and neither meets nor was offered to meet."""
        about = community.about
        breaks = {read_month(name).value for name in about.rhythm.break_months}
        begin, end = community.commission_period or (date.min, date.max)
        begin, end = max(first, begin, about.started or first), min(last, end, about.closed or last)
        near = dict.fromkeys([*days_near(row.day), *days_near(not_past(row.day, self._today))])
        for day in near:
            if begin <= day <= end and day.month not in breaks and day not in self._days[community.id]:
                yield day

    def _may_be_offered(self, community: CommunityFiles, row: Row) -> bool:
        """Whether a day is free, also of what was offered to other sessions."""
        offered = self._offered.overlapping(sitting(community, row, self._register))
        return not any(found.matters for found in offered) and self.is_free(community, row)


def with_clashes(diary: Diary, community: CommunityFiles, made: CommunityYear, today: date) -> CommunityYear:
    """The year with what the days of its coming sessions hold."""
    rows = [diary.compared(community, row) if row.to_come and row.day >= today else row for row in made.rows]
    return made._replace(rows=tuple(rows))


def with_proposals(diary: Diary, community: CommunityFiles, made: CommunityYear) -> CommunityYear:
    """The year with free dates near each of its clashes."""
    first, last = made.period
    rows = [
        row._replace(proposals=diary.proposals(community, row, first, last)) if row.clashes else row
        for row in made.rows
    ]
    return made._replace(rows=tuple(rows))
