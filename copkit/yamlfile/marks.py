"""Places in a text: the tree of marks that runs parallel to the data, and line numbers from offsets."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple, Protocol

from copkit.patterns import when_used

#: Where YAML (and every editor but for next-line) ends a line.
BREAK = when_used(r"\r\n|[\n\r\x85]")

_SPACES = when_used(r"\s*")

Path = tuple[str | int, ...]


class Mark(NamedTuple):
    """A line and a column, both from 1."""

    line: int
    column: int


class Spot(Protocol):
    """A line and a column from 0, as the parser's own marks have them."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


class At(NamedTuple):
    """A `Spot` of our own, for what was not read by the parser."""

    line: int
    column: int


class MapMarks:
    """The places of a mapping: its start, each key, and the node of each value that was given."""

    __slots__ = ("keys", "nodes", "start")

    def __init__(self, start: Spot) -> None:
        self.start = start
        self.keys: dict[str, Spot] = {}
        self.nodes: dict[str, Node] = {}


class ListMarks:
    """The places of a list: its start and the node of each item that was given."""

    __slots__ = ("nodes", "start")

    def __init__(self, start: Spot) -> None:
        self.start = start
        self.nodes: list[Node] = []


Node = Spot | MapMarks | ListMarks


def start_of(node: Node) -> Spot:
    """Where a value starts."""
    return node.start if isinstance(node, MapMarks | ListMarks) else node


def mark(spot: Spot) -> Mark:
    """The parser's place counted from 1."""
    return Mark(spot.line + 1, spot.column + 1)


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a text, found by offset or by number."""

    text: str
    starts: list[int]

    @staticmethod
    @lru_cache(maxsize=2)  # several questions in a row are about the same text
    def of(text: str) -> "Lines":
        if "\r" in text or "\x85" in text:
            return Lines(text, [0, *(match.end() for match in BREAK.finditer(text))])
        lengths = map(len, text.split("\n"))  # five times as fast, and enough for nearly every file
        return Lines(text, [start + number for number, start in enumerate(accumulate(lengths, initial=0))][:-1])

    def at(self, index: int) -> Mark:
        """The line and column of an offset."""
        line = bisect_right(self.starts, index)
        return Mark(line, index - self.starts[line - 1] + 1)

    def indent(self, number: int) -> int:
        """How many spaces begin a line that is not blank."""
        if not 1 <= number <= len(self.starts):
            return 0
        start = self.starts[number - 1]
        return _SPACES.match(self.text, start).end() - start  # type: ignore[union-attr]  # it always matches

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its line end; empty past the end of the file."""
        if not 1 <= number <= len(self.starts):
            return ""
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[self.starts[number - 1] : end].rstrip("\r\n\x85")
