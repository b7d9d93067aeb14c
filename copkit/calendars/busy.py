"""Busy times from a calendar that somebody exported from Outlook, Google or Apple.

The file is read by `icalendar` (names of zones, Windows' own among them, and zones that the file describes), its
repeating events by `dateutil.rrule`. Both take long to import, so they are imported when a file is read.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any, NamedTuple, cast

from copkit import lexicon
from copkit.dates import ZONE, utc_of
from copkit.findings import Finding, Position, Severity

Event = dict[str, Any]
"""An event as `icalendar` reads it: its properties by name."""

# As for every file that copkit reads.
LARGEST = 20_000_000

# Rules finer than a day describe no meetings, and would be expanded for ever.
_TOO_FINE = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})
_DAY = timedelta(days=1)


class Busy(NamedTuple):
    """A time that is taken: moments in UTC, and the entry's title."""

    start: datetime
    end: datetime
    summary: str


_Window = tuple[datetime, datetime]
_Moved = set[tuple[str, datetime]]


class _Unreadable(ValueError):
    """Why one event cannot be placed in time."""


# What the two libraries raise on calendars that break the rules.
_BROKEN = (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError, RecursionError)


def busy(data: bytes, start: date, end: date, path: str) -> tuple[list[Busy], list[Finding]]:
    """The busy times from start to end, both included, in order; `path` is the file's name for findings.

    Left out are entries that are cancelled or shown as free, and copkit's own.
    """
    if len(data) > LARGEST:
        return [], [_finding(path, Severity.ERROR, "the calendar is larger than 20 MB")]
    try:
        events = _events(data)
    except _BROKEN:
        return [], [_finding(path, Severity.ERROR, "this is not a calendar that can be read")]
    if events is None:
        return [], [_finding(path, Severity.ERROR, "there is no calendar in this file")]
    window = datetime.combine(start, time()) - _DAY, datetime.combine(end, time()) + 2 * _DAY
    times, findings = _all_times([event for event in events if not _is_free(event)], window, _moved(events), path)
    first, last = utc_of(start, "00:00"), utc_of(end + _DAY, "00:00")
    return sorted({taken for taken in times if taken.start < last and first < taken.end}), findings


def _all_times(events: list[Event], window: _Window, moved: _Moved, path: str) -> tuple[list[Busy], list[Finding]]:
    """When the events take place, and a finding for each that cannot be placed."""
    times: list[Busy] = []
    findings: list[Finding] = []
    for event in events:
        try:
            times += _times(event, window, moved)
        except _BROKEN as error:
            reason = str(error) if isinstance(error, _Unreadable) else "its times make no sense"
            findings.append(_finding(path, Severity.WARNING, f"{_title(event)} is left out: {reason}"))
    return times, findings


def _finding(path: str, severity: Severity, message: str) -> Finding:
    fix = (
        "export the calendar again as an .ics file" if severity is Severity.ERROR else "look at that entry yourself"
    )
    return Finding("REF-08", severity, Position(path), message, fix)


def _events(data: bytes) -> list[Event] | None:
    """The events of every calendar in the file, or None where it holds no calendar."""
    from icalendar import Calendar

    calendars = [found for found in Calendar.from_ical(data, multiple=True) if found.name == "VCALENDAR"]
    if not calendars:
        return None
    return [cast(Event, event) for calendar in calendars for event in calendar.walk("VEVENT")]


def _title(event: Event) -> str:
    return str(event.get("SUMMARY", "")) or lexicon.text("calendar.without_a_title")


def _is_free(event: Event) -> bool:
    """Whether the entry takes nobody's time: cancelled, shown as free, or one of copkit's own sessions."""
    return (
        str(event.get("STATUS", "")).upper() == "CANCELLED"
        or str(event.get("TRANSP", "")).upper() == "TRANSPARENT"
        or str(event.get("X-MICROSOFT-CDO-BUSYSTATUS", "")).upper() == "FREE"
        or str(event.get("UID", "")).endswith(".copkit")
    )


def _moved(events: list[Event]) -> _Moved:
    """Single occurrences that have an entry of their own (RECURRENCE-ID): by UID, in UTC."""
    found = set()
    for event in events:
        if "RECURRENCE-ID" in event:
            # One that cannot be read gets its finding where its time is looked for.
            with suppress(*_BROKEN):
                found.add((str(event.get("UID", "")), _utc(*_local(event["RECURRENCE-ID"]))))
    return found


def _times(event: Event, window: _Window, moved: _Moved) -> Iterator[Busy]:
    """When the event takes place within the window, which is wide enough for any zone."""
    if "DTSTART" not in event:
        raise _Unreadable("it has no start")
    begin, zone = _local(event["DTSTART"])
    length = _length(event, begin, zone)
    key = str(event.get("UID", ""))
    single = "RECURRENCE-ID" in event
    if single:
        _local(event["RECURRENCE-ID"])
    for local in [begin] if single else _occurrences(event, begin, zone, (window[0] - length, window[1])):
        start = _utc(local, zone)
        if single or (key, start) not in moved:
            yield Busy(start, start + length, _title(event))


def _length(event: Event, begin: datetime, zone: tzinfo) -> timedelta:
    """How long the event takes. Without an end it is a day, or a moment (RFC 5545 3.6.1)."""
    if "DTEND" in event:
        length = _utc(*_local(event["DTEND"])) - _utc(begin, zone)
    elif "DURATION" in event:
        length = cast(timedelta, event["DURATION"].dt)
    else:
        length = timedelta() if isinstance(event["DTSTART"].dt, datetime) else _DAY
    if length < timedelta():
        raise _Unreadable("it ends before it starts")
    return length


def _occurrences(event: Event, begin: datetime, zone: tzinfo, window: _Window) -> list[datetime]:
    """The local starts of the event within the window; a repeating event keeps its local time in summer."""
    if "RRULE" not in event and "RDATE" not in event:
        return [begin]
    from dateutil.rrule import rruleset

    starts = rruleset()
    starts.rdate(begin)
    for rule in _listed(event.get("RRULE")):
        starts.rrule(_rule(rule, begin, zone))
    for moment in _moments(event.get("RDATE"), zone):
        starts.rdate(moment)
    for moment in _moments(event.get("EXDATE"), zone):
        starts.exdate(moment)
    return list(starts.between(*window, inc=True))


def _rule(rule: Any, begin: datetime, zone: tzinfo) -> Any:
    from dateutil.rrule import rrulestr

    if _TOO_FINE & {str(freq).upper() for freq in rule.get("FREQ", [])}:
        raise _Unreadable("it repeats within the day")
    if any(int(interval) < 1 for interval in rule.get("INTERVAL", [])):
        raise _Unreadable("it repeats at once")
    rule = rule.copy()
    until = _listed(rule.pop("UNTIL", None))
    parsed: Any = rrulestr(rule.to_ical().decode(), dtstart=begin)
    return parsed.replace(until=_until(until[0], zone)) if until else parsed


def _until(until: date | datetime, zone: tzinfo) -> datetime:
    if not isinstance(until, datetime):
        return datetime.combine(until, time.max)
    return until.astimezone(zone).replace(tzinfo=None) if until.tzinfo else until


def _moments(value: Any, zone: tzinfo) -> Iterator[datetime]:
    """The dates of RDATE or EXDATE, as local time in the event's zone."""
    for dates in _listed(value):
        for entry in dates.dts:
            moment = entry.dt[0] if isinstance(entry.dt, tuple) else entry.dt
            if not isinstance(moment, datetime):
                yield datetime.combine(moment, time())
            else:
                yield moment.astimezone(zone).replace(tzinfo=None) if moment.tzinfo else moment


def _listed(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]


def _local(value: Any) -> tuple[datetime, tzinfo]:
    """A property's local time and its zone: London for whole days and for times that name no zone."""
    from zoneinfo import ZoneInfo

    moment = value.dt
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time()), ZoneInfo(ZONE)
    if moment.tzinfo is None and "TZID" in value.params:
        raise _Unreadable(f"its time zone {value.params['TZID']} is not known")
    return moment.replace(tzinfo=None), moment.tzinfo or ZoneInfo(ZONE)


def _utc(local: datetime, zone: tzinfo) -> datetime:
    return local.replace(tzinfo=zone).astimezone(UTC)
