"""When the clocks of the United Kingdom change: the last Sundays of March and October, at 1am UTC.

The Summer Time Order 2002 keeps the rule that has held since 1996; the tests compare it with the IANA
database.
"""

from datetime import UTC, date, datetime, time, timedelta

from copkit.dates.patterns import nth_weekday
from copkit.dates.saying import say_date, say_day, say_time
from copkit.dates.times import minutes_of

SUNDAY = 6
ZONE = "Europe/London"
"""The one zone that copkit keeps. GMT and BST are each wrong for half the year."""


def clock_changes(year: int) -> tuple[date, date]:
    """The days on which the clocks go forward and back."""
    return nth_weekday(year, 3, SUNDAY, -1), nth_weekday(year, 10, SUNDAY, -1)


def is_summer(day: date) -> bool:
    """Whether the evening of a day is in summer time."""
    forward, back = clock_changes(day.year)
    return forward <= day < back


def zone_trouble(day: date, clock: str) -> str:
    """Why a local time in the United Kingdom is not one moment; empty where it is."""
    if not 60 <= minutes_of(clock) < 120:
        return ""
    forward, back = clock_changes(day.year)
    if day == forward:
        return f"there is no {say_time(clock)} on {say_date(day)}: the clocks go forward from 1am to 2am"
    if day == back:
        return f"{say_time(clock)} comes twice on {say_date(day)}: the clocks go back from 2am to 1am"
    return ""


def clock_change_near(day: date, days: int = 3) -> str:
    """Say so where the clocks change on this day or up to so many days before it; empty otherwise."""
    for change, way in zip(clock_changes(day.year), ("forward", "back"), strict=True):
        if 0 <= (day - change).days <= days:
            return f"the clocks go {way} on {say_day(change)}"
    return ""


def utc_of(day: date, clock: str) -> datetime:
    """The moment (UTC) of a local time in the United Kingdom; of a time that comes twice, the first."""
    local = datetime.combine(day, time.fromisoformat(clock))
    forward, back = (datetime.combine(change, time(1)) for change in clock_changes(day.year))
    summer = forward <= local < back + timedelta(hours=1)
    return (local - timedelta(hours=1) if summer else local).replace(tzinfo=UTC)
