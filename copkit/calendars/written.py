"""What a calendar file says that copkit wrote before: by it numbers go on where the record of them was lost."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from copkit.calendars.ics import Event, event_lines

_COUNTED = ("SEQUENCE:", "DTSTAMP:", "LAST-MODIFIED:")


class Written(NamedTuple):
    """An entry of a file: its number, the day on which it was issued, and the lines that say what it is."""

    sequence: int
    issued: date
    lines: tuple[str, ...]


def read_written(data: bytes) -> dict[str, Written]:
    """The entries of a file of ours by their ids; what cannot be read is not among them."""
    found = {}
    for lines in _events(data.decode("utf-8", "replace").replace("\r\n ", "").split("\r\n")):
        values = dict(line.partition(":")[::2] for line in lines)
        with suppress(KeyError, ValueError):
            day = date.fromisoformat(values["DTSTAMP"][:8])
            found[values["UID"]] = Written(int(values["SEQUENCE"]), day, _without_numbers(lines))
    return found


def written_of(event: Event, written: Mapping[str, Written]) -> Written | None:
    """The same entry as it was written before."""
    lines = tuple(event_lines(event))
    return written.get(next(line for line in lines if line.startswith("UID:"))[4:])


def says_the_same(event: Event, before: Written) -> bool:
    """Whether an entry says what it said, whatever its number."""
    return _without_numbers(event_lines(event)) == before.lines


def _events(lines: list[str]) -> Iterator[list[str]]:
    event: list[str] = []
    for line in lines:
        event = [] if line == "BEGIN:VEVENT" else event
        event.append(line)
        if line == "END:VEVENT":
            yield event


def _without_numbers(lines: Iterator[str] | list[str]) -> tuple[str, ...]:
    return tuple(line for line in lines if not line.startswith(_COUNTED))
