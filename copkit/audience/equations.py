"""What holds between the numbers of a release by their definitions, as whoever reads them could write it down."""

from collections.abc import Iterable
from typing import NamedTuple


class Cell(NamedTuple):
    """One whole number of a release, printed or not: `part` is empty for what was counted, `of` for what it was of.

    `rest` is what is left of a share. `when` tells the years of a release apart. A number that is printed nowhere,
    such as the guests of one session, has a code of its own in small letters.
    """

    code: str
    label: str = ""
    part: str = ""
    when: str = ""

    @property
    def of(self) -> "Cell":
        """What a share is of."""
        return self._replace(part="of")

    @property
    def rest(self) -> "Cell":
        """What is left of a share."""
        return self._replace(part="rest")


Terms = tuple[tuple[int, Cell], ...]


class Equation(NamedTuple):
    """`terms` and `pairs` added up are at least `least` and at most `most`; None is without a bound.

    In `terms` each cell counts as often as its number says; in `pairs` the pairs that so many make count.
    """

    terms: Terms
    pairs: Terms = ()
    least: int | None = 0
    most: int | None = 0

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The cells that it is about."""
        return tuple(cell for _, cell in (*self.terms, *self.pairs))


def total(whole: Cell, parts: Iterable[Cell]) -> Equation:
    """The parts add up to the whole."""
    return Equation(((-1, whole), *((1, part) for part in parts)))


def same(one: Cell, other: Cell) -> Equation:
    """Two cells are one number."""
    return Equation(((1, one), (-1, other)))


def at_most(small: Cell, big: Cell, times: int = 1) -> Equation:
    """One cell is no more than another, or than so many times the other."""
    return Equation(((1, small), (-times, big)), least=None)


def at_least(cell: Cell, number: int) -> Equation:
    """A cell is so much or more."""
    return Equation(((1, cell),), least=number, most=None)


def pairs_of(pairs: Cell, people: Cell) -> Equation:
    """One cell is the pairs that another makes."""
    return Equation(((-1, pairs),), ((1, people),))
