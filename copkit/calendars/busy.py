"""Busy times from a calendar that somebody exported from Outlook, Google or Apple, and what has no place in time.

Repeating entries are laid out by `recurring_ical_events`, which takes long to import and is imported when a file is
read.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from copkit import lexicon
from copkit.calendars.entries import BROKEN, Entry, NoCalendar, Why, entries_of, in_utc, reason, title
from copkit.calendars.repeating import Budget, TooOften, brought_near, listed
from copkit.dates import utc_of

__all__ = ["Busy", "Compared", "NoCalendar", "busy"]

_DAY = timedelta(days=1)
_FREE = ("FREE", "WORKINGELSEWHERE")


class Busy(NamedTuple):
    """A time that is taken: moments in UTC, and the entry's title."""

    start: datetime
    end: datetime
    summary: str


class Compared(NamedTuple):
    """What a calendar holds from one day to another: times in order, entries without a place in time, and why.

    Passed over are entries that take no time: cancelled, shown as free, or copkit's own.
    """

    times: tuple[Busy, ...]
    unplaced: tuple[Why, ...] = ()
    passed: int = 0


def busy(data: bytes, start: date, end: date, free_too: bool = False) -> Compared:
    """The busy times from start to end, both included; those shown as free too, if asked. Raises `NoCalendar`."""
    left_out = _is_off if free_too else _takes_no_time
    entries: list[Entry] = []
    free: list[Entry] = []
    unplaced: list[Why] = []
    for entry in entries_of(data, unplaced):
        (free if left_out(entry) else entries).append(entry)
    first, last = utc_of(start, "00:00"), utc_of(end + _DAY, "00:00")
    times = list(_all_times(entries, free, (first, last), unplaced))
    within = {taken for taken in times if taken.start < last and first < taken.end}
    return Compared(tuple(sorted(within)), tuple(unplaced), len(free))


def _is_off(entry: Entry) -> bool:
    """Whether it is cancelled, or one of copkit's own sessions."""
    return str(entry.get("STATUS", "")).upper() == "CANCELLED" or str(entry.get("UID", "")).endswith(".copkit")


def _takes_no_time(entry: Entry) -> bool:
    """Whether it is cancelled, shown as free, or one of copkit's own sessions."""
    return (
        _is_off(entry)
        or str(entry.get("TRANSP", "")).upper() == "TRANSPARENT"
        or str(entry.get("X-MICROSOFT-CDO-BUSYSTATUS", "")).upper() in _FREE
    )


_Window = tuple[datetime, datetime]


def _all_times(
    entries: list[Entry], free: list[Entry], window: _Window, unplaced: list[Why]
) -> Iterator[Busy]:
    """When the entries take place. A series is placed with what became of single ones of it, those now free too."""
    series: defaultdict[str, list[Entry]] = defaultdict(list)
    kept = {id(entry) for entry in entries}
    for number, entry in enumerate([*entries, *(one for one in free if "RECURRENCE-ID" in one)]):
        key = "" if entry.name == "VFREEBUSY" else entry.get("UID", "")
        series[str(key or number)].append(entry)
    budget = Budget()
    for group in series.values():
        try:
            if group[0].name == "VFREEBUSY":
                yield from _periods(group[0])
            else:
                yield from _occurrences(group, window, budget, kept)
        except (*BROKEN, TooOften) as problem:
            unplaced.append((title(group[0]), reason(problem)))


def _occurrences(group: list[Entry], window: _Window, budget: Budget, kept: set[int]) -> list[Busy]:
    """When the entries of one series take place, within a window that is wide enough for any zone."""
    from icalendar import Calendar
    from recurring_ical_events import of  # type: ignore[import-untyped] # it has no types

    around = window[0] - _DAY, window[1] + _DAY
    calendar = Calendar()
    for entry in group:
        near = brought_near(entry, around[0])
        budget.spend(near, around)
        near["X-TAKES-TIME"] = "yes" if id(entry) in kept else "no"
        calendar.add_component(near)
    found = of(calendar).between(*around)
    return [
        Busy(in_utc(one["DTSTART"].dt), in_utc(one["DTEND"].dt), title(one))
        for one in found
        if one["X-TAKES-TIME"] == "yes"
    ]


def _periods(entry: Entry) -> Iterator[Busy]:
    """The times in a server's answer."""
    for value in listed(entry.get("FREEBUSY")):
        start, length = value.dt
        end = start + length if isinstance(length, timedelta) else length
        yield Busy(in_utc(start), in_utc(end), lexicon.text("calendar.busy"))
