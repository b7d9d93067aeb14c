"""The two questions: does anything reach whom it must not, and does every field reach somebody?"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from copkit.models.base import Audience
from tests.markers.marking import NAMED, UNLISTED, bears_markers, every_field, tokens_in
from tests.markers.naming import SHORT
from tests.markers.planting import HIDDEN, Planted
from tests.markers.reading import text_of
from tests.markers.running import Output

ANSWERS = ("privacy export", "privacy-export")
"""Each says to one person all that the files say of them: a field that only they have reaches nobody else."""


class Reach(NamedTuple):
    """A field that reached somebody: what stood there, by which command, for whom, in which format."""

    field: str
    why: str
    command: str
    audience: Audience
    form: str
    leaks: bool


class Report(NamedTuple):
    """All that reached somebody, how many bytes were read for it, and which fields were read while it was made."""

    reached: frozenset[Reach]
    bytes_read: int
    read: frozenset[str]

    @property
    def leaks(self) -> set[Reach]:
        """What reached whom it must not."""
        return {one for one in self.reached if one.leaks}

    @property
    def nobody(self) -> set[str]:
        """Fields of which no marker was found; where none can stand, those that nothing that prints has read."""
        told = {one.field for one in self.reached if not one.command.endswith(ANSWERS)}
        return {
            name
            for name, field in every_field().items()
            if field.about.audience != "private" and name not in (told if bears_markers(name, field) else self.read)
        }


def report(planted: Planted, outputs: Iterable[Output], read: Iterable[str] = ()) -> Report:
    """What the outputs say of a planted workspace."""
    reached, count = set(), 0
    reader = Reader(planted)
    for output in outputs:
        count += len(output.data)
        reached |= set(reader.found_in(output))
    return Report(frozenset(reached), count, frozenset(read) & every_field().keys())


class Reader:
    """Finds markers, and in public the names and the days that must not be there."""

    def __init__(self, planted: Planted) -> None:
        self._markers = planted.markers
        ids = {key.replace(".", "-") for key in planted.unnamed}
        words = sorted({*planted.unnamed, *planted.unnamed.values(), *ids}, key=len, reverse=True)
        self._names = re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, words))})(?![\w.]\w)")
        self._days = re.compile(rf"(?<!\d)(?:{'|'.join(_ways(HIDDEN))})(?!\d)")

    def found_in(self, output: Output) -> Iterator[Reach]:
        """What one output tells its audience."""
        text = text_of(output)
        for token in tokens_in(text):
            one = self._markers[token]
            yield self._reach(output, one.field, one.why, not one.is_for(output.audience))
        if output.audience == "public":
            text = text.replace(output.line, "")
            if self._names.search(text):
                yield self._reach(output, "a name", NAMED, True)
            if SHORT in text and output.command != "export":  # whose table of organisations is for all
                yield self._reach(output, "an organisation", NAMED, True)
            # What a command says of the day that somebody typed tells them nothing.
            if any(day not in output.line for day in self._days.findall(text)):
                yield self._reach(output, "its day", UNLISTED, True)

    @staticmethod
    def _reach(output: Output, field: str, why: str, leaks: bool) -> Reach:
        return Reach(field, why, output.command, output.audience, output.form, leaks)


def _ways(days: Iterable[str]) -> Iterator[str]:
    """Every way in which a day is written."""
    for day in map(date.fromisoformat, days):
        yield from (f"{day}", f"{day:%Y%m%d}", f"{day.day} {day:%B}", f"{day.day} {day:%b}")


def by_way(leaks: Iterable[Reach]) -> dict[tuple[str, str, str], set[str]]:
    """The fields that leak, by why they must not, the command and the audience."""
    found: dict[tuple[str, str, str], set[str]] = {}
    for one in leaks:
        found.setdefault((one.why, one.command, one.audience), set()).add(one.field)
    return found
