"""The days near a date, in the order in which people would try them."""

from collections.abc import Iterator
from datetime import date, timedelta

from copkit.dates import later

# How far a proposal may lie from the date, in weeks. Farther off it is another meeting.
WEEKS = 4
WORKDAYS = 5
DAYS = (WEEKS + 1) * 7
"""The most that a proposal lies from the date, in days."""


def not_past(day: date, today: date) -> date:
    """A day, or where it is past the next of its weekday: near a day that is past nobody can meet."""
    return day if day >= today else later(today, (day.weekday() - today.weekday()) % 7)


def days_near(day: date) -> Iterator[date]:
    """The same weekday a week or two off first, then the same week's other working days; each once."""
    if (later(day, DAYS) - later(day, -DAYS)).days < 2 * DAYS:
        return  # the calendar ends there
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
