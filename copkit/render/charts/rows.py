"""What charts are made from, and what is made: plain values without any drawing in them."""

from collections.abc import Sequence
from typing import NamedTuple


class Row(NamedTuple):
    """A mark in words, the length of its bar in fiftieths of the longest (-1: none), and whether it is outlined.

    `note` is what is said of it besides.
    """

    label: str
    value: str
    long: int = -1
    hollow: bool = False
    note: str = ""


class Chart(NamedTuple):
    """A finished chart: its SVG, its meaning in a sentence, each mark in words, and what its marks mean.

    Without SVG it is a list of its rows; without rows too, its sentence. `wide` needs the page's width.
    """

    svg: str
    alt: str
    wide: bool = False
    rows: tuple[Row, ...] = ()
    form: str = ""
    note: str = ""


class Bar(NamedTuple):
    """A label and its number; `value` None is not known, and `note` then says why (“hidden”, “no record”)."""

    label: str
    value: float | None
    note: str = ""


class StackRow(NamedTuple):
    """A label and its parts, in the order of the chart's keys; None is a part that is not known."""

    label: str
    parts: Sequence[int | None]
    note: str = ""


class Pair(NamedTuple):
    """Something before and after; with `before_of` and `after_of` each number is a share."""

    what: str
    before: float
    after: float
    unit: str = ""
    before_when: str = ""
    after_when: str = ""
    before_of: int | None = None
    after_of: int | None = None
    base: str = ""


class Column(NamedTuple):
    """A moment in a row: how many, and how many of them for the first time (None: not shown).

    Where `many` is None, `said` says why. Moments of one `month` go together where there are too many.
    """

    label: str
    many: int | None
    first: int | None = None
    said: str = ""
    month: str = ""


class Share(NamedTuple):
    """So many of a base; where `many` is None, `said` says why."""

    label: str
    many: int | None
    of: int
    said: str = ""


class Answers(NamedTuple):
    """How many answered low and how many high on a scale."""

    label: str
    low: int
    high: int


class Thing(NamedTuple):
    """Something at a stage, with what is said of it."""

    name: str
    stage: str
    what: str = ""
    stopped: bool = False


class Use(NamedTuple):
    """How far somebody is with an idea, as the data say it (`adopted`, `in-progress`), and since when."""

    who: str
    idea: str
    state: str
    since: str = ""
