"""What charts are made from, and what is made: plain values without any drawing in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


class Chart(NamedTuple):
    """A finished chart: its SVG, its meaning in words with its numbers, and whether it needs the page's width."""

    svg: str
    alt: str
    wide: bool = False


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


class Moment(NamedTuple):
    """The state of two running totals on a day; None is not known."""

    label: str
    date: date
    first: int | None
    second: int | None


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage, how many stand at it, and how many came in or left (out or down) in the period."""

    name: str
    count: int | None
    came_in: int | None = 0
    went_out: int | None = 0


class Mark(NamedTuple):
    """Something on the line of a year; `end` is its last day, the same as `start` for a single day.

    `kind` is `online`, `in person`, `hybrid`, `cancelled`, `break`, `group` or `event`.
    """

    kind: str
    start: date
    end: date
    label: str
