"""Busy times from a calendar that somebody exported from Outlook, Google or Apple, and what has no place in time.

The file is read by `icalendar`, its repeating entries are laid out by `recurring_ical_events`. Both take long to
import, so they are imported when a file is read.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any, NamedTuple

from copkit import lexicon
from copkit.calendars.repeating import Budget, TooOften, brought_near
from copkit.calendars.zipped import FIRST_BYTES, TooLarge, files_of
from copkit.calendars.zones import BLOCK, described, zone_named
from copkit.dates import ZONE, utc_of

Entry = Any
"""An entry as `icalendar` reads it: its properties by name."""

# As for every file that copkit reads.
LARGEST = 20_000_000
_DAY = timedelta(days=1)
_MOMENTS = ("DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE")
_TIMES = (*_MOMENTS, "UID", "SUMMARY", "DURATION", "RRULE", "SEQUENCE")
_MANY = ("EXDATE", "RDATE", "RRULE")
_FREE = ("FREE", "WORKINGELSEWHERE")
# A zone's name may hold a colon that Outlook leaves without quotes: TZID=(UTC+01:00) Paris:20260609T090000
_BARE_NAME = re.compile(r";TZID=([^\":;\n]*:[^\";\n]*):(?=\d{8})")


Why = tuple[str, str]
"""The title of an entry, or the name of a file, and why it could not be placed."""


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


class NoCalendar(ValueError):
    """Why a file cannot be compared, and what to do."""

    def __init__(self, message: str, fix: str = "Export the calendar again, as an .ics file.") -> None:
        super().__init__(message, fix)
        self.message, self.fix = message, fix


_TOO_LARGE = NoCalendar("the calendar is larger than 20 MB", "Export a shorter time of it.")


class _Unplaced(ValueError):
    """Why one entry cannot be placed in time."""


# What the libraries raise on calendars that break the rules.
_BROKEN = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError, AssertionError)


def busy(data: bytes, start: date, end: date) -> Compared:
    """The busy times from start to end, both included. Raises `NoCalendar`."""
    entries: list[Entry] = []
    free: list[Entry] = []
    unplaced: list[Why] = []
    for entry in _files(data, unplaced):
        (free if _takes_no_time(entry) else entries).append(entry)
    first, last = utc_of(start, "00:00"), utc_of(end + _DAY, "00:00")
    times = list(_all_times(entries, free, (first, last), unplaced))
    within = {taken for taken in times if taken.start < last and first < taken.end}
    return Compared(tuple(sorted(within)), tuple(dict.fromkeys(unplaced)), len(free))


def _files(data: bytes, unplaced: list[Why]) -> Iterator[Entry]:
    """The entries of a calendar, or of every calendar in a zip."""
    if len(data) > LARGEST:
        raise _TOO_LARGE
    if not data.startswith(FIRST_BYTES):
        yield from _calendars(data, unplaced)
        return
    read = 0
    try:
        for name, held in files_of(data, LARGEST):
            try:
                yield from _calendars(held, unplaced)
                read += 1
            except NoCalendar as problem:
                unplaced.append((name, problem.message))
    except TooLarge as problem:
        raise _TOO_LARGE from problem
    except ValueError as problem:
        raise NoCalendar("this zip cannot be read") from problem
    if not read:
        raise NoCalendar("there is no calendar in this zip")


def _calendars(data: bytes, unplaced: list[Why]) -> Iterator[Entry]:
    """The entries of every calendar in a file."""
    parts = re.split(r"(?im)^(?=BEGIN:VCALENDAR)", _text(data))
    if len(parts) == 1:
        raise NoCalendar("there is no calendar in this file")
    try:
        yield from [entry for part in parts[1:] for entry in _entries(part, unplaced)]
    except _BROKEN as problem:
        raise NoCalendar("this is not a calendar that can be read") from problem


def _text(data: bytes) -> str:
    """A file's text, in the encodings that Windows writes."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    return data.decode(encoding, errors="replace").replace("\r\n", "\n").replace("\r", "\n")


def _entries(text: str, unplaced: list[Why]) -> Iterator[Entry]:
    """The entries of one calendar, with moments that know their zones."""
    from icalendar import Calendar

    text = re.sub(r"\n[ \t]", "", text)
    zones = described(found[0] for found in BLOCK.finditer(text))
    text = _BARE_NAME.sub(r';TZID="\1":', BLOCK.sub("", text))
    calendars = [found for found in Calendar.from_ical(text, multiple=True) if found.name == "VCALENDAR"]
    if not calendars:
        raise ValueError("no calendar")
    for entry in (found for calendar in calendars for found in calendar.walk() if found.name in _READ):
        try:
            yield _READ[str(entry.name)](entry, zones)
        except _BROKEN as problem:
            unplaced.append((_title(entry), _why(problem)))


def _event(entry: Entry, zones: dict[str, tzinfo]) -> Entry:
    """An event with nothing but what says when it is, which makes it light to repeat."""
    from icalendar import Event

    event = Event()
    for key in (*_TIMES, "STATUS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS"):
        values = _listed(entry.get(key))
        for value in values if key in _MANY else values[:1]:
            if key in _MOMENTS:
                _set_zones(value, zones)
            event.add(key, value, encode=False)
    _check(event, entry)
    return event


def _free_busy(entry: Entry, zones: dict[str, tzinfo]) -> Entry:
    """The answer of a server to “when is it busy?”: periods in UTC, without titles."""
    from icalendar import FreeBusy

    found = FreeBusy()
    for value in _listed(entry.get("FREEBUSY")):
        if not str(value.params.get("FBTYPE", "BUSY")).upper().startswith("FREE"):
            found.add("FREEBUSY", value, encode=False)
    return found


_READ: dict[str, Callable[[Entry, dict[str, tzinfo]], Entry]] = {"VEVENT": _event, "VFREEBUSY": _free_busy}


def _set_zones(value: Entry, zones: dict[str, tzinfo]) -> None:
    """Each moment of a property in the zone that it names; whole days and moments in UTC have none."""
    name = str(value.params.get("TZID", ""))
    for one in getattr(value, "dts", [value]):
        moment = one.dt
        ends = moment if isinstance(moment, tuple) else (moment,)
        placed = tuple(_in_zone(end, name, zones) for end in ends)
        one.dt = placed if isinstance(moment, tuple) else placed[0]


def _in_zone(moment: Any, name: str, zones: dict[str, tzinfo]) -> Any:
    if not isinstance(moment, datetime) or str(moment.tzinfo) == "UTC":
        return moment
    return moment.replace(tzinfo=_zone(name, zones))


def _zone(name: str, zones: dict[str, tzinfo]) -> tzinfo:
    """A moment without a zone is as clocks at home show it."""
    from zoneinfo import ZoneInfo

    found = zone_named(name, zones) if name else ZoneInfo(ZONE)
    if found is None:
        raise _Unplaced(f"its time zone {name} is not known")
    return found


def _check(event: Entry, typed: Entry) -> None:
    if "DTSTART" not in event:
        raise _Unplaced("its times make no sense" if typed.errors else "it has no start")
    if typed.errors and any(key in _TIMES for key, _ in typed.errors):
        raise _Unplaced("its times make no sense")
    begin = _utc(event["DTSTART"].dt)
    if "DTEND" in event and _utc(event["DTEND"].dt) < begin:
        raise _Unplaced("it ends before it starts")
    if "DURATION" in event and event["DURATION"].dt < timedelta():
        raise _Unplaced("it ends before it starts")


def _takes_no_time(entry: Entry) -> bool:
    """Whether it is cancelled, shown as free, or one of copkit's own sessions."""
    return (
        str(entry.get("STATUS", "")).upper() == "CANCELLED"
        or str(entry.get("TRANSP", "")).upper() == "TRANSPARENT"
        or str(entry.get("X-MICROSOFT-CDO-BUSYSTATUS", "")).upper() in _FREE
        or str(entry.get("UID", "")).endswith(".copkit")
    )


_Window = tuple[datetime, datetime]


def _all_times(
    entries: list[Entry], free: list[Entry], window: _Window, unplaced: list[Why]
) -> Iterator[Busy]:
    """When the entries take place. A series is placed with what became of single ones of it, those now free too."""
    series: defaultdict[str, list[Entry]] = defaultdict(list)
    kept = {id(entry) for entry in entries}
    for number, entry in enumerate([*entries, *(one for one in free if "RECURRENCE-ID" in one)]):
        if entry.name == "VFREEBUSY":
            yield from _periods(entry)
        else:
            series[str(entry.get("UID", number))].append(entry)
    budget = Budget()
    for group in series.values():
        try:
            yield from _occurrences(group, window, budget, kept)
        except (*_BROKEN, TooOften) as problem:
            unplaced.append((_title(group[0]), _why(problem)))


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
        Busy(_utc(one["DTSTART"].dt), _utc(one["DTEND"].dt), _title(one))
        for one in found
        if one["X-TAKES-TIME"] == "yes"
    ]


def _periods(entry: Entry) -> Iterator[Busy]:
    for value in _listed(entry.get("FREEBUSY")):
        start, length = value.dt
        end = start + length if isinstance(length, timedelta) else length
        yield Busy(_utc(start), _utc(end), lexicon.text("calendar.busy"))


def _title(entry: Entry) -> str:
    return str(entry.get("SUMMARY", "")).strip() or lexicon.text("calendar.without_a_title")


def _why(problem: Exception) -> str:
    return str(problem) if isinstance(problem, _Unplaced | TooOften) else "its times make no sense"


def _listed(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]


def _utc(moment: date | datetime) -> datetime:
    """A moment in UTC: London for whole days and for times that name no zone."""
    from zoneinfo import ZoneInfo

    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time())
    return (moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(ZONE))).astimezone(UTC)
