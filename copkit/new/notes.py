"""New notes, before anybody has typed: who might be there, and nobody ticked."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from copkit.dates import say_day
from copkit.new.scalars import word
from copkit.new.texts import Home, new_file

_WIDTH = 88


class _Notes(NamedTuple):
    """The day in words, and lines of ids to copy from."""

    day: str
    members: tuple[str, ...]


def notes_file(home: Home, path: str, day: date, members: Sequence[str]) -> bytes:
    """The file of new notes. `members` are ids to copy from, in a remark: attendance is never filled in ahead."""
    return new_file(home, path, "notes.yaml.j2", _Notes(say_day(day), tuple(_lines(members))))


def _lines(members: Iterable[str]) -> Iterator[str]:
    """The ids with commas between them, in lines that fit a screen."""
    line = ""
    for member in members:
        longer = f"{line}, {word(member)}" if line else word(member)
        if line and len(longer) > _WIDTH:
            yield f"{line},"
            longer = word(member)
        line = longer
    if line:
        yield line
