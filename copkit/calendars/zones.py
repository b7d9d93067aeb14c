"""Time zones as Outlook, Exchange and Google write them: what the file says of a zone, or what its name means.

A name of the form `Europe/London` is what it says. Any other is what the file describes it as, since the same name
("GMT", "Customized Time Zone") stands for different clocks; and else what the programs that write it mean by it.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta, timezone, tzinfo
from io import StringIO
from zoneinfo import ZoneInfo

from copkit.dates import ZONE

BLOCK = re.compile(r"^BEGIN:VTIMEZONE[ \t]*$.*?^END:VTIMEZONE[ \t]*$\n?", re.MULTILINE | re.DOTALL | re.IGNORECASE)
_KEPT = re.compile(r"(BEGIN|END|TZID|DTSTART|RRULE|RDATE|TZOFFSETFROM|TZOFFSETTO|TZNAME)[;:]", re.IGNORECASE)
_PLACE = re.compile(r"[A-Z]\w+(/[\w+-]+)+")
_OFFSET = re.compile(r"\(?(?:UTC|GMT)? ?([+-]) ?(\d{1,2})(?:[:.]?(\d{2}))?\)?")
_MEANT = {"BST": ZONE, "Z": "UTC", "Coordinated Universal Time": "UTC", "tzone://Microsoft/Utc": "UTC"}
"""Names that stand in no list, and what is meant where English is spoken."""
_AREAS = ("Europe", "America", "Asia", "Australia")


def described(blocks: Iterator[str]) -> dict[str, tzinfo]:
    """The zones that a calendar describes, by name: those alone that can be read from its description."""
    zones = {}
    for block in blocks:
        name = _value(block, "TZID")
        zone = _known(_value(block, "X-LIC-LOCATION")) or _read(block)
        if name and zone:
            zones[name] = zone
    return zones


def zone_named(name: str, zones: dict[str, tzinfo]) -> tzinfo | None:
    """The zone that an entry names."""
    name = name.strip().strip('"')
    if _PLACE.fullmatch(name) and (known := _known(name)):
        return known
    bare = re.sub(r"[ _-]*\d+$", "", name)
    return zones.get(name) or _meant(name) or (_meant(bare) if bare != name else None)


def _value(block: str, key: str) -> str:
    found = re.search(rf"^{key}(?:;[^:\n]*)?:(.*)$", block, re.MULTILINE | re.IGNORECASE)
    return found[1].strip().strip('"') if found else ""


def _read(block: str) -> tzinfo | None:
    """A zone by its description, where that tells how every year goes."""
    from dateutil.tz import tzical

    parts = re.findall(r"^BEGIN:(?:STANDARD|DAYLIGHT)\b", block, re.MULTILINE | re.IGNORECASE)
    rules = re.findall(r"^RRULE[^\n]*FREQ=(\w+)", block, re.MULTILINE | re.IGNORECASE)
    if any(rule.upper() != "YEARLY" for rule in rules) or (len(parts) > 1 and "YEARLY" not in block.upper()):
        return None
    lines = "\n".join(line for line in block.splitlines() if _KEPT.match(line))
    with suppress(ValueError, IndexError, TypeError):
        return tzical(StringIO(lines)).get()
    return None


def _meant(name: str) -> tzinfo | None:
    """The zone that a name means which no file describes."""
    offset = _OFFSET.fullmatch(name)
    if offset:
        ahead = timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0))
        return timezone(ahead if offset[1] == "+" else -ahead) if ahead < timedelta(days=1) else None
    return next((zone for one in _spellings(name) if (zone := _listed(one))), None)


def _spellings(name: str) -> Iterator[str]:
    """The names that a name may stand for, the surest first."""
    yield _MEANT.get(name, name)
    yield re.sub(r" (Daylight|Summer) Time$", " Standard Time", name)
    text = re.sub(r"^\((?:UTC|GMT)[^)]*\)\s*", "", name)
    for part in (text, text.removeprefix("Greenwich Mean Time").lstrip(" :-–")):
        yield _MEANT.get(part, part)
        yield re.sub(r" Time\b.*", " Standard Time", part)
        for town in re.split(r"\s*[,/;]\s*|\s-\s", part):
            yield from (f"{area}/{town.replace(' ', '_')}" for area in _AREAS)


def _listed(name: str) -> tzinfo | None:
    """A zone by a name from the lists of Windows or of the world."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    place = WINDOWS_TO_OLSON.get(name) or re.sub(r"^/.*?/(?=[A-Z]\w+/[A-Z])", "", name)
    return _known(place)


def _known(name: str) -> tzinfo | None:
    with suppress(ValueError, OSError, KeyError):
        return ZoneInfo(name) if name else None
    return None
