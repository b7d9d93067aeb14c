"""The nearest free dates where a date clashes: proposals, which people take or leave."""

from collections.abc import Callable, Container, Iterator
from datetime import date, timedelta
from itertools import islice
from typing import NamedTuple

from copkit.dates import read_month
from copkit.schedule.avoid import Avoid, hits

# How far a proposal may lie from the date, in weeks. Farther off it is another meeting.
WEEKS = 4
WORKDAYS = 5


class Ask(NamedTuple):
    """A date that clashes, and what a better one must keep: the year, its breaks and the other sessions."""

    day: date
    start: str
    first: date
    last: date
    community: str = ""
    break_months: tuple[str, ...] = ()
    taken: Container[date] = ()


def _never(_: date) -> bool:
    return False


def nearest(ask: Ask, avoid: Avoid, clashes: Callable[[date], bool] = _never, count: int = 3) -> tuple[date, ...]:
    """Free dates, best first: the same weekday a week or two off, then the same week's other weekdays.

    Dates that fall on something that is for information only (Ramadan lasts a month) come after those that fall on
    nothing. `clashes` says of a date whether people or rooms are taken then.
    """
    breaks = {read_month(name).value for name in ask.break_months}
    fallen = {
        day: hits(day, ask.start, avoid, ask.community)
        for day in _candidates(ask.day)
        if ask.first <= day <= ask.last and day.month not in breaks and day not in ask.taken
    }
    clear = [day for day, found in fallen.items() if not found]
    told = [day for day, found in fallen.items() if found and all(hit.treat == "info" for hit in found)]
    # Whether people are free costs the most to know, so it is asked last and no oftener than needed.
    return tuple(islice((day for day in clear + told if not clashes(day)), count))


def _candidates(day: date) -> Iterator[date]:
    """Days in the order in which people would try them, each once."""
    for weeks in (1, -1, 2, -2):
        yield day + timedelta(weeks=weeks)
    yield from _week(day)
    for weeks in (3, -3, 4, -4):
        yield day + timedelta(weeks=weeks)
    for weeks in (1, -1, 2, -2, 3, -3, WEEKS, -WEEKS):
        yield from _week(day + timedelta(weeks=weeks))


def _week(day: date) -> Iterator[date]:
    """The other working days of that day's week, the nearest first and the later of two before the earlier."""
    monday = day - timedelta(days=day.weekday())
    week = [monday + timedelta(days=offset) for offset in range(WORKDAYS)]
    yield from sorted((other for other in week if other != day), key=lambda other: (abs(other - day), day > other))
