"""The entries of a calendar as somebody exported it, each with moments that know their zones.

The file is read by `icalendar`, which takes long to import and is imported when a file is read.
"""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any

from copkit import lexicon
from copkit.calendars.repeating import TooOften, listed
from copkit.calendars.zipped import FIRST_BYTES, TooLarge, files_of
from copkit.calendars.zones import BLOCK, described, zone_named
from copkit.dates import ZONE

Entry = Any
"""An entry as `icalendar` reads it: its properties by name."""

# As for every file that copkit reads.
LARGEST = 20_000_000
_MOMENTS = ("DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE")
_TIMES = (*_MOMENTS, "UID", "SUMMARY", "DURATION", "RRULE", "SEQUENCE")
_MANY = ("EXDATE", "RDATE", "RRULE")
# A zone's name may hold a colon that Outlook leaves without quotes: TZID=(UTC+01:00) Paris:20260609T090000
_BARE_NAME = re.compile(r";TZID=([^\":;\n]*:[^\";\n]*):(?=\d{8})")
Why = tuple[str, str]
"""The title of an entry, or the name of a file, and why it could not be placed."""


class NoCalendar(ValueError):
    """Why a file cannot be compared, and what to do."""

    def __init__(self, message: str, fix: str = "Export the calendar again, as an .ics file.") -> None:
        super().__init__(message, fix)
        self.message, self.fix = message, fix


_TOO_LARGE = NoCalendar("the calendar is larger than 20 MB", "Export a shorter time of it.")


class Unplaced(ValueError):
    """Why one entry cannot be placed in time."""


# What the libraries raise on calendars that break the rules.
BROKEN = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError, AssertionError)


def entries_of(data: bytes, unplaced: list[Why]) -> Iterator[Entry]:
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
    except BROKEN as problem:
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
        except BROKEN as problem:
            unplaced.append((title(entry), reason(problem)))


def _event(entry: Entry, zones: dict[str, tzinfo]) -> Entry:
    """An event with nothing but what says when it is, which makes it light to repeat."""
    from icalendar import Event

    event = Event()
    for key in (*_TIMES, "STATUS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS"):
        values = listed(entry.get(key))
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
    for value in listed(entry.get("FREEBUSY")):
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
        raise Unplaced(f"its time zone {name} is not known")
    return found


def _check(event: Entry, typed: Entry) -> None:
    if "DTSTART" not in event:
        raise Unplaced("its times make no sense" if typed.errors else "it has no start")
    if typed.errors and any(key in _TIMES for key, _ in typed.errors):
        raise Unplaced("its times make no sense")
    begin = in_utc(event["DTSTART"].dt)
    if "DTEND" in event and in_utc(event["DTEND"].dt) < begin:
        raise Unplaced("it ends before it starts")
    if "DURATION" in event and event["DURATION"].dt < timedelta():
        raise Unplaced("it ends before it starts")


def title(entry: Entry) -> str:
    """What an entry is called."""
    return str(entry.get("SUMMARY", "")).strip() or lexicon.text("calendar.without_a_title")


def reason(problem: Exception) -> str:
    """Why an entry could not be placed, for people."""
    return str(problem) if isinstance(problem, Unplaced | TooOften) else "its times make no sense"


def in_utc(moment: date | datetime) -> datetime:
    """A moment in UTC: London for whole days and for times that name no zone."""
    from zoneinfo import ZoneInfo

    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time())
    return (moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(ZONE))).astimezone(UTC)
