"""Sessions of different communities that need the same people or the same room at the same time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import combinations
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
    def matters(self) -> bool:
        """Whether somebody has to act: a role holder, a speaker, a room, or three members."""
        return bool(self.team or self.speakers or self.venue or len(self.members) >= SHARED_MEMBERS)

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


def overlaps(sittings: Iterable[Sitting]) -> list[Overlap]:
    """Every two sessions of different communities at the same time that share anything, by day and time."""
    days: defaultdict[date, list[Sitting]] = defaultdict(list)
    for sitting in sittings:
        days[sitting.day].append(sitting)
    return [_overlap(one, two) for day in sorted(days) for one, two in _pairs(days[day])]


def busy_at(sitting: Sitting, times: Iterable[Taken]) -> list[Taken]:
    """The busy times that a session falls in."""
    begin = utc_of(sitting.day, sitting.start)
    finish = begin + timedelta(minutes=sitting.minutes)
    return [time for time in times if time.start < finish and begin < time.end]


def _pairs(sittings: list[Sitting]) -> Iterator[tuple[Sitting, Sitting]]:
    """The pairs of one day that meet at the same time and share anybody or a room.

    Found through what they share: a national programme has a thousand sessions on a day, few of which have anything
    in common.
    """
    ordered = sorted(sittings, key=lambda sitting: (sitting.start, sitting.community, sitting.session))
    needed: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for index, sitting in enumerate(ordered):
        for need in _needs(sitting):
            needed[need].append(index)
    pairs = {pair for indexes in needed.values() for pair in combinations(indexes, 2)}
    for one, two in ((ordered[first], ordered[second]) for first, second in sorted(pairs)):
        same_time = minutes_of(two.start) < minutes_of(one.start) + one.minutes
        if same_time and one.community != two.community:
            yield one, two


def _needs(sitting: Sitting) -> set[tuple[str, str]]:
    """Everybody and every room that a sitting needs."""
    rooms = {("room", _room(sitting))} if sitting.venue else set()
    return {("person", person) for person in sitting.people} | rooms


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
