"""Sessions that need the same people or the same room at the same time."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple, Protocol

from copkit.dates import minutes_of, utc_of

SHARED_MEMBERS = 3
"""So many shared members make an overlap matter."""


class Sitting(NamedTuple):
    """When a session sits, and whom and what it needs. Times are local, `HH:MM`."""

    community: str
    session: str
    day: date
    start: str
    minutes: int
    members: frozenset[str] = frozenset()
    team: frozenset[str] = frozenset()
    speakers: frozenset[str] = frozenset()
    venue: str = ""

    @property
    def people(self) -> frozenset[str]:
        return self.members | self.team | self.speakers


class Overlap(NamedTuple):
    """Two sessions at the same time, and what they share.

    `team` are people who hold a role in one and belong to the other, `speakers` those who brief one of them;
    `members` are the others on both rolls.
    """

    first: Sitting
    second: Sitting
    members: tuple[str, ...]
    team: tuple[str, ...]
    speakers: tuple[str, ...]
    venue: str

    @property
    def own(self) -> bool:
        """Whether both are sessions of one community."""
        return self.first.community == self.second.community

    @property
    def matters(self) -> bool:
        """Whether somebody has to act: one community, a role holder, a speaker, a room, or three members."""
        return bool(
            self.own or self.team or self.speakers or self.venue or len(self.members) >= SHARED_MEMBERS
        )

    def seen_from(self, sitting: Sitting) -> "Overlap":
        """The same overlap with that one of its two sessions first."""
        return self if sitting == self.first else self._replace(first=self.second, second=self.first)


class Taken(Protocol):
    """A busy time: moments in UTC, and what it is."""

    @property
    def start(self) -> datetime: ...
    @property
    def end(self) -> datetime: ...
    @property
    def summary(self) -> str: ...


class Sittings:
    """Sittings, found by whom and what they need.

    A national programme has a thousand sessions on a day, few of which have anything in common.
    """

    def __init__(self, sittings: Iterable[Sitting] = ()) -> None:
        self.all: list[Sitting] = []
        self._needing: defaultdict[tuple[date, str, str], list[int]] = defaultdict(list)
        for sitting in sittings:
            self.add(sitting)

    def add(self, sitting: Sitting) -> None:
        """One more."""
        for kind, name in _needs(sitting):
            self._needing[sitting.day, kind, name].append(len(self.all))
        self.all.append(sitting)

    def overlapping(self, sitting: Sitting) -> list[Overlap]:
        """Every other session at the same time that shares anything with one, by time."""
        lists = (self._needing.get((sitting.day, kind, name), ()) for kind, name in _needs(sitting))
        others = (self.all[index] for index in {index for found in lists for index in found})
        return [
            _overlap(sitting, other)
            for other in sorted(others, key=_order)
            if _same_time(sitting, other) and other[:2] != sitting[:2]  # which is itself, on this day or another
        ]


def overlaps(sittings: Iterable[Sitting]) -> list[Overlap]:
    """Every two sessions at the same time that share anything, by day and time."""
    known = Sittings(sittings)
    every = (found for sitting in sorted(known.all, key=_order) for found in known.overlapping(sitting))
    return [found for found in every if _order(found.first) < _order(found.second)]


def busy_at(sitting: Sitting, times: Iterable[Taken]) -> list[Taken]:
    """The busy times that a session falls in."""
    begin = utc_of(sitting.day, sitting.start)
    finish = begin + timedelta(minutes=sitting.minutes)
    return [time for time in times if time.start < finish and begin < time.end]


def _order(sitting: Sitting) -> tuple[date, str, str, str]:
    return sitting.day, sitting.start, sitting.community, sitting.session


def _same_time(one: Sitting, two: Sitting) -> bool:
    begin, other = minutes_of(one.start), minutes_of(two.start)
    return begin < other + two.minutes and other < begin + one.minutes


def _needs(sitting: Sitting) -> set[tuple[str, str]]:
    """Everybody and every room that a sitting needs, and its community, which is in one place at a time."""
    rooms = {("room", _room(sitting))} if sitting.venue else set()
    return {("person", person) for person in sitting.people} | rooms | {("community", sitting.community)}


def _room(sitting: Sitting) -> str:
    """The venue's name for comparison: case and spaces do not count."""
    return " ".join(sitting.venue.casefold().split())


def _overlap(one: Sitting, two: Sitting) -> Overlap:
    shared = one.people & two.people
    speakers = shared & (one.speakers | two.speakers)
    team = (shared & (one.team | two.team)) - speakers
    return Overlap(
        one,
        two,
        members=tuple(sorted(shared - speakers - team)),
        team=tuple(sorted(team)),
        speakers=tuple(sorted(speakers)),
        venue=one.venue if _room(one) == _room(two) else "",
    )
