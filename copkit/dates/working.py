"""The working day on which something is to be done."""

from collections.abc import Container
from datetime import date

SATURDAY = 5


def later(day: date, days: int) -> date:
    """A day so much later, or earlier, as far as the calendar reaches."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def is_working(day: date, off: Container[date]) -> bool:
    """Whether people work on a day; `off` are the bank holidays."""
    return day.weekday() < SATURDAY and day not in off


def duty_day(session: date, days: int, off: Container[date]) -> date:
    """When what is to be done so many days before (negative) or after a session is due: on a working day.

    It is the last one by then, so that whoever waits for it has it in time; after a session the first one that
    follows, where none lies between. The session's own day stays. A period that a law sets is never asked here:
    its last day is said as the law counts it.
    """
    if days == 0:
        return session
    due = _working(later(session, days), -1, off)
    return due if days < 0 or due > session else _working(later(session, days), 1, off)


def _working(day: date, step: int, off: Container[date]) -> date:
    while not is_working(day, off) and day not in (date.min, date.max):
        day = later(day, step)
    return day
