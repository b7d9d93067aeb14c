"""A value: a number, or why there is none. What nobody knows is not nought, and cannot be taken for it."""

from fractions import Fraction
from typing import Literal, NamedTuple

from copkit import lexicon

Kind = Literal["number", "hidden", "unknown", "none yet", "not asked"]
"""`hidden`: this audience may not see it. `unknown`: it is not on record. `none yet`: nothing has come of which
there could be any. `not asked`: nobody was asked for what it is counted from."""


FEWEST = 10
"""A percentage of fewer than so many says more than it knows: the fraction stands alone."""


def half_up(number: Fraction) -> int:
    """The nearest whole number, a half rounded up."""
    return int((number + Fraction(1, 2)) // 1)


class Value(NamedTuple):
    """A number with what it was made of, or the kind of its absence.

    `top` of `of` gave the number; a count has no `of`. `high` is the upper end of a range. `about` is true of what
    was rounded for an audience. `why` says in words why there is no number.
    """

    kind: Kind
    number: float | None = None
    top: float | None = None
    of: float | None = None
    high: float | None = None
    about: bool = False
    why: str = ""

    @property
    def is_counted(self) -> bool:
        """Whether it was counted and this audience may see it; of none yet it may have been, and came to nought."""
        return self.top is not None

    @property
    def counted(self) -> float:
        """What was counted. Who asks this of what nobody knows has not looked at its kind."""
        if self.top is None:
            raise ValueError(f"a value that is {self.kind} has no number: {self.why}")
        return self.top

    @property
    def percent(self) -> int | None:
        """A share in whole per cent; None where there are too few to say, or it is all of them or none."""
        if self.top is None or self.of is None or self.of < FEWEST or not 0 < self.top < self.of:
            return None
        return half_up(Fraction(self.top) * 100 / Fraction(self.of))

    @property
    def short(self) -> str:
        """Why there is no number, in a word or two, where there is no room for a reason."""
        return lexicon.table("figures.short")[self.kind]

    @property
    def said(self) -> str:
        """Why there is no number."""
        return self.why or lexicon.table("figures.kinds")[self.kind]


HIDDEN = Value("hidden")


def amount_of(number: float, of: float | None = None, *, high: float | None = None) -> Value:
    """So many of so many; of none, there is nothing yet of which to count."""
    if of is None:
        return Value("number", number, number, high=high)
    return Value("number", number / of, number, of) if of else Value("none yet", None, number, of)
