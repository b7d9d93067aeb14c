"""Writing `.ics` files (RFC 5545) that Outlook, Google and Apple read alike.

One event a session, no repeating rules; `METHOD:PUBLISH` without organiser or attendees, so that nobody is asked to
answer and no address is shown; times in Europe/London with the zone described by two yearly rules, which is the
one form that every reader understands. The bytes depend on nothing but the data.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal, NamedTuple

from copkit import __version__
from copkit.patterns import when_used

Status = Literal["CONFIRMED", "TENTATIVE", "CANCELLED"]

# Great Britain's rules since 1996. Outlook takes summer time from here alone, and needs BYDAY (never RDATE).
ZONE = """\
BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
TZNAME:BST
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
DTSTART:19960331T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:GMT
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE""".splitlines()

# What RFC 5545 3.1 allows in a line, in octets, without the line break.
LONGEST_LINE = 75

_CONTROLS = when_used("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_UNSAFE_IN_URI = when_used(r"[\s\x00-\x20\x7f\"<>\\^`{|}]")


class Event(NamedTuple):
    """One session in a calendar.

    `stamp` is the moment (UTC) at which this sequence was issued; `day` and `start` (`HH:MM`) are local time.
    """

    uid: str
    sequence: int
    stamp: datetime
    day: date
    start: str
    minutes: int
    summary: str
    description: str = ""
    location: str = ""
    url: str = ""
    status: Status = "CONFIRMED"
    categories: tuple[str, ...] = ()


class Calendar(NamedTuple):
    """The events of one file. A name makes it a calendar to subscribe to; a single session's file has none."""

    events: tuple[Event, ...]
    name: str = ""


def write(calendar: Calendar) -> bytes:
    """The file's bytes: UTF-8, CRLF, lines of at most 75 octets."""
    return b"".join(_fold(line) for line in _lines(calendar))


def _lines(calendar: Calendar) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:-//copkit//copkit {__version__.partition('.')[0]}//EN"
    yield "CALSCALE:GREGORIAN"
    yield "METHOD:PUBLISH"
    if calendar.name:
        # NAME is RFC 7986, the X- forms are what Outlook and Apple read; 12 hours is a hint to subscribers.
        yield f"NAME:{_text(calendar.name)}"
        yield f"X-WR-CALNAME:{_text(calendar.name)}"
        yield "REFRESH-INTERVAL;VALUE=DURATION:PT12H"
        yield "X-PUBLISHED-TTL:PT12H"
    if calendar.events:
        yield from ZONE
    for event in calendar.events:
        yield from event_lines(event)
    yield "END:VCALENDAR"


def event_lines(event: Event) -> Iterator[str]:
    """The lines of one entry, before they are folded."""
    begin = datetime.combine(event.day, time.fromisoformat(event.start))
    stamp = f"{event.stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(event.uid)}"
    yield f"DTSTAMP:{stamp}"
    yield f"LAST-MODIFIED:{stamp}"
    yield f"SEQUENCE:{event.sequence}"
    yield f"DTSTART;TZID=Europe/London:{_local(begin)}"
    yield f"DTEND;TZID=Europe/London:{_local(begin + timedelta(minutes=event.minutes))}"
    yield f"SUMMARY:{_text(event.summary)}"
    if event.description:
        yield f"DESCRIPTION:{_text(event.description)}"
    if event.location:
        yield f"LOCATION:{_text(event.location)}"
    if url := _uri(event.url):
        yield f"URL:{url}"
    if event.categories:
        yield f"CATEGORIES:{','.join(map(_text, event.categories))}"
    yield f"STATUS:{event.status}"
    yield f"TRANSP:{'TRANSPARENT' if event.status == 'CANCELLED' else 'OPAQUE'}"
    yield "END:VEVENT"


def _local(moment: datetime) -> str:
    return f"{moment:%Y%m%dT%H%M%S}"


def _text(text: str) -> str:
    r"""A TEXT value (RFC 5545 3.3.11): `\`, `;`, `,` and line breaks escaped, other controls left out."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _CONTROLS.sub("", text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\n", "\\n")


def _uri(url: str) -> str:
    """A web address as a URI, which has no escapes: one that could break out of its line is left out."""
    if not url.startswith(("https://", "http://")) or _UNSAFE_IN_URI.search(url):
        return ""
    octets = url.encode("utf-8", "replace")
    return "".join(chr(octet) if octet < 128 else f"%{octet:02X}" for octet in octets)


def _fold(line: str) -> bytes:
    """The line in pieces of at most 75 octets, each after the first begun by a space, none inside a character."""
    octets = line.encode()
    pieces = []
    while len(octets) > LONGEST_LINE:
        cut = LONGEST_LINE
        while octets[cut] & 0xC0 == 0x80:
            cut -= 1
        pieces.append(octets[:cut])
        octets = b" " + octets[cut:]
    return b"\r\n".join([*pieces, octets]) + b"\r\n"
