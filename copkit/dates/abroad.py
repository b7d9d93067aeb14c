"""Times in the zones of members abroad, beside the time at home."""

from datetime import date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING

from copkit import lexicon
from copkit.dates.clock import utc_of
from copkit.dates.saying import say_range, weekday_name
from copkit.dates.times import minutes_between

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


def say_when(day: date, start: str, end: str, zones: tuple[str, ...] = ()) -> str:
    """3:30pm to 5pm; with zones 3:30pm to 5pm, 4:30pm to 6pm in Madrid."""
    begin = utc_of(day, start)
    until = begin + timedelta(minutes=minutes_between(start, end))
    there = (_abroad(day, begin, until, name) for name in zones if not zone_problem(name))
    return ", ".join((say_range(start, end), *there))


def _abroad(day: date, begin: datetime, until: datetime, name: str) -> str:
    zone = _zone(name)
    start, end = begin.astimezone(zone), until.astimezone(zone)
    time = say_range(f"{start:%H:%M}", f"{end:%H:%M}")
    if start.date() == day:
        return lexicon.text("dates.abroad", time=time, city=city(name))
    return lexicon.text("dates.abroad_on", time=time, city=city(name), weekday=weekday_name(start.weekday()))


def city(name: str) -> str:
    """New York, of America/New_York."""
    return name.rpartition("/")[2].replace("_", " ")


def zone_problem(name: str) -> str:
    """Why a text names no time zone, with what to write; empty where it names one."""
    if name in _known():
        return ""
    last = name.strip().replace(" ", "_").casefold()
    near = sorted(one for one in _known() if one.casefold().rpartition("/")[2] == last.rpartition("/")[2])
    return f"zones: {name[:40]} is not a time zone: write {near[0] if near else 'such as Europe/Madrid'}"


@cache
def _known() -> frozenset[str]:
    from zoneinfo import available_timezones

    return frozenset(name for name in available_timezones() if "/" in name)


@cache
def _zone(name: str) -> "ZoneInfo":
    from zoneinfo import ZoneInfo

    return ZoneInfo(name)
