"""Judges a calendar file that is published for all: bytes, clock changes, and what four readers make of it."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tests.judges.ics_readers import BY_NODE, read_by_node, read_in_python
from tests.judges.tools import here

TEXTS = ("SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT")
PARAMETER = r';[A-Za-z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*'
CONTENT_LINE = re.compile(rf"([A-Za-z0-9-]+)((?:{PARAMETER})*):(.*)", re.DOTALL)
PROBED_YEARS = range(2024, 2037)


class Line(NamedTuple):
    """One unfolded content line: `DTSTART;TZID=Europe/London:20260609T100000`."""

    name: str
    parameters: dict[str, str]
    value: str


class Component(NamedTuple):
    """What stands between BEGIN and END, without the components inside it."""

    kind: str
    lines: list[Line]

    def all(self, name: str) -> list[Line]:
        return [line for line in self.lines if line.name == name]

    def value(self, name: str) -> str:
        """The value of a property that occurs once, or nothing."""
        return next((line.value for line in self.all(name)), "")


def judge_calendars(paths: list[Path]) -> dict[Path, list[str]]:
    """What is wrong with each file, the readers' disagreements included: one node process for all of them.

    What the readers in Python find is found without Node too; praise needs all four.
    """
    problems = {path: judge_text(path.read_bytes()) for path in paths}
    readings = read_in_python(paths)
    found = {path: [*problems[path], *disagreements(readings[path])] for path in paths}
    if any(found.values()) and not here(BY_NODE):
        return found
    for path, more in read_by_node(paths).items():
        problems[path] += disagreements(readings[path] | more)
    return problems


def disagreements(readings: dict[str, list[tuple[str, ...]] | str]) -> Iterator[str]:
    """Where a reader refuses the file or understands other instants, texts or states than the first one."""
    for reader, rows in readings.items():
        if isinstance(rows, str):
            yield f"{reader} refuses it: {rows}"
    understood = {reader: sorted(rows) for reader, rows in readings.items() if not isinstance(rows, str)}
    first = next(iter(understood), "")
    for reader, rows in understood.items():
        if rows != understood[first]:
            differing = [row for row in rows if row not in understood[first]]
            others = [row for row in understood[first] if row not in rows]
            yield f"{reader} and {first} differ: {differing[:1]} against {others[:1]}"
        if not rows:
            yield f"{reader} sees no events"


# --- Text ------------------------------------------------------------------------------------------------


def judge_text(data: bytes) -> list[str]:
    """The rules of RFC 5545 for bytes, lines and properties, and those of a published feed."""
    problems = list(byte_problems(data))
    lines = re.sub(rb"\r\n[ \t]", b"", data).decode("utf-8", "replace").split("\r\n")
    components, broken = parse([line for line in lines if line])
    if broken or not components or components[0].kind != "VCALENDAR":
        return [*problems, *(broken or ["it is not a VCALENDAR"])]
    events = [component for component in components if component.kind == "VEVENT"]
    names = Counter(event.value("UID") for event in events)
    return [
        *problems,
        *calendar_problems(components[0]),
        *(f"{event.value('UID')}: {problem}" for event in events for problem in event_problems(event)),
        *(f"{name} is there {count} times" for name, count in names.items() if count > 1),
        *zone_problems(components, lines),
    ]


def byte_problems(data: bytes) -> Iterator[str]:
    """RFC 5545 3.1: UTF-8, CRLF, at most 75 octets a line, never folded inside a character."""
    if data.startswith(b"\xef\xbb\xbf"):
        yield "it starts with a byte order mark"
    if re.search(rb"(?<!\r)\n|\r(?!\n)", data):
        yield "a line does not end in CRLF"
    if not data.endswith(b"\r\n") or data.endswith(b"\r\n\r\n") or b"\r\n\r\n" in data:
        yield "it has an empty line, or no line end at its end"
    if re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", data):
        yield "it has a control character"
    for number, line in enumerate(data.split(b"\r\n"), 1):
        if len(line) > 75:
            yield f"line {number} has {len(line)} octets, more than 75"
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            yield f"line {number} is not whole UTF-8"


def parse(lines: list[str]) -> tuple[list[Component], list[str]]:
    """The components in the order in which they begin, and what is wrong with their nesting."""
    components: list[Component] = []
    open_: list[Component] = []
    for text in lines:
        match = CONTENT_LINE.fullmatch(text)
        if not match:
            return components, [f"not a content line: {text[:60]!r}"]
        name, value = match[1].upper(), match[3]
        if name == "BEGIN":
            open_.append(Component(value.upper(), []))
            components.append(open_[-1])
        elif not open_ or (name == "END" and open_.pop().kind != value.upper()):
            return components, [f"{text[:60]!r} stands in the wrong place"]
        elif name != "END":
            given = re.findall(r';([A-Za-z0-9-]+)=("[^"]*"|[^;:]*)', match[2])
            open_[-1].lines.append(Line(name, {key.upper(): words.strip('"') for key, words in given}, value))
    return components, [f"{component.kind} is not closed" for component in open_]


# --- Properties ------------------------------------------------------------------------------------------


def calendar_problems(calendar: Component) -> Iterator[str]:
    for name, wanted in (("VERSION", "2.0"), ("METHOD", "PUBLISH"), ("PRODID", None)):
        values = [line.value for line in calendar.all(name)]
        if len(values) != 1 or (wanted and values != [wanted]) or not values[0]:
            yield f"the calendar's {name} is {values}" + (f", not {wanted}" if wanted else "")


def event_problems(event: Component) -> Iterator[str]:
    for name in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE", "STATUS"):
        if len(event.all(name)) != 1:
            yield f"{len(event.all(name))} of {name}, not one"
    for name in ("ATTENDEE", "ORGANIZER", "RRULE", "RDATE", "DURATION"):
        if event.all(name):
            yield f"{name} in a file that is published for all"
    if not re.fullmatch(r"\d{8}T\d{6}Z", event.value("DTSTAMP")):
        yield f"DTSTAMP is {event.value('DTSTAMP')!r}, not UTC"
    if not event.value("SEQUENCE").isdecimal():
        yield f"SEQUENCE is {event.value('SEQUENCE')!r}"
    if event.value("STATUS") not in ("CONFIRMED", "TENTATIVE", "CANCELLED"):
        yield f"STATUS is {event.value('STATUS')!r}"
    for line in event.lines:
        if line.name in TEXTS:
            yield from text_problems(line)
        if line.name in ("DTSTART", "DTEND"):
            yield from time_problems(line)
    if event.value("DTEND") <= event.value("DTSTART"):
        yield "it ends before it starts"


def text_problems(line: Line) -> Iterator[str]:
    """RFC 5545 3.3.11: backslash, comma and semicolon are escaped, and nothing else is."""
    bare = re.sub(r"\\[\\,;nN]", "", line.value)
    if "\\" in bare:
        yield f"{line.name} has an escape that means nothing"
    if ";" in bare or "," in bare:
        yield f"{line.name} has a comma or semicolon that is not escaped"


def time_problems(line: Line) -> Iterator[str]:
    if not re.fullmatch(r"\d{8}T\d{6}Z?", line.value):
        yield f"{line.name} is {line.value!r}"
    elif line.value.endswith("Z") == ("TZID" in line.parameters):
        yield f"{line.name} must have either a time zone or Z"


# --- Time zones ------------------------------------------------------------------------------------------


def zone_problems(components: list[Component], lines: list[str]) -> Iterator[str]:
    """Every zone used is described, in the one form that Outlook understands, and as the tz database has it."""
    used = {line.parameters["TZID"] for part in components for line in part.lines if "TZID" in line.parameters}
    zones = {part.value("TZID") for part in components if part.kind == "VTIMEZONE"}
    for name in sorted(used ^ zones):
        yield f"time zone {name} is {'used and not described' if name in used else 'described and not used'}"
    halves = Counter(part.kind for part in components if part.kind in ("DAYLIGHT", "STANDARD"))
    if zones and halves != {"DAYLIGHT": len(zones), "STANDARD": len(zones)}:
        yield f"a time zone should have one DAYLIGHT and one STANDARD: {dict(halves)}"
    if any(part.all("RDATE") for part in components):
        yield "Outlook does not understand RDATE in a time zone"
    for text in re.findall(r"BEGIN:VTIMEZONE.*?END:VTIMEZONE", "\n".join(lines), re.DOTALL):
        yield from wrong_offsets(text)


def wrong_offsets(text: str) -> Iterator[str]:
    """Compares a VTIMEZONE, as dateutil reads it, with the tz database, most closely where clocks change."""
    from dateutil.tz import tzical

    try:
        zones = tzical(StringIO(text + "\n"))
        name = zones.keys()[0]
        real, told = ZoneInfo(name), zones.get(name)
    except (ValueError, KeyError, IndexError, OSError) as error:
        yield f"a time zone cannot be read: {error}"
        return
    pairs = ((when, when.astimezone(told), when.astimezone(real)) for when in instants())
    wrong = [when for when, here, there in pairs if here.utcoffset() != there.utcoffset()]
    if wrong:
        yield f"time zone {name} is wrong at {len(wrong)} instants, first {wrong[0]:%Y-%m-%d %H:%M} UTC"


def instants() -> Iterator[datetime]:
    """Noon of every third day, and each half-hour of the days on which Europe's clocks change."""
    for year in PROBED_YEARS:
        for day in range(0, 365, 3):
            yield datetime(year, 1, 1, 12, tzinfo=UTC) + timedelta(days=day)
        for month in (3, 10):
            last = datetime(year, month, 31, tzinfo=UTC)
            sunday = last - timedelta(days=(last.weekday() + 1) % 7)
            yield from (sunday + timedelta(minutes=30 * half + 15) for half in range(-6, 20))
