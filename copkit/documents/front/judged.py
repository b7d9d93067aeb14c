"""Signs of health in the order of a front page: the best and the worst of one list, by one measure."""

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from copkit.metrics.base import Figure
from copkit.metrics.health import Sign
from copkit.metrics.value import FEWEST, Value

FEW = 3
"""Of fewer than so many nothing is said, and from so few meetings on a strength is named."""
NO_STRENGTH = frozenset(("across", "hub", "balance"))
"""What has a baseline, or can be read both ways: links across organisations, the host's, the largest share."""
ORDER = (
    "actions", "questions", "returning", "heard", "worth", "voices", "lived-experience", "organisations",
    "balance", "coming", "across", "hub", "rhythm", "roles", "notes",
)  # fmt: skip
"""What breaks a tie: what people did, then what they said, then who was there, then how it was run."""


class Judged(NamedTuple):
    """A sign that can be judged: its share, its line in per cent, and which side of it is good."""

    name: str
    question: str
    code: str
    amount: Value
    line: int
    at_least: bool = True

    @property
    def base(self) -> float:
        """Of how many."""
        return self.amount.of or 0

    @property
    def room(self) -> Fraction:
        """How far it is from its line, as a part of the way that there is; below nought on the wrong side."""
        share, line = Fraction(self.amount.counted) / Fraction(self.base), Fraction(self.line, 100)
        if self.at_least:
            return (share - line) / (1 - line) if line < 1 else share - line
        return (line - share) / line if line else -share

    @property
    def place(self) -> tuple[int, str]:
        """Where it stands among those of the same room."""
        return ORDER.index(self.name) if self.name in ORDER else len(ORDER), self.name


def judged(signs: Iterable[Sign], on_time: Figure | None = None) -> tuple[Judged, ...]:
    """The signs that can be judged. Of actions, those count that were done by the date first given."""
    found = []
    for one in signs:
        figure = on_time if one.name == "actions" and on_time is not None else one.figure
        if one.standing == "not known" or figure is None or not figure.amount.is_counted or not figure.denominator:
            continue
        least = one.rule.side == "at-least"
        found.append(Judged(one.name, one.rule.question, figure.code, figure.amount, one.threshold, least))
    return tuple(found)


def best(signs: Iterable[Judged]) -> Judged | None:
    """The sign with most room, of those that are a strength if they are good and rest on enough."""
    fit = (one for one in signs if one.base >= FEWEST and one.room >= 0 and one.name not in NO_STRENGTH)
    return min(fit, key=lambda one: (-one.room, *one.place), default=None)


def worst(signs: Iterable[Judged]) -> Judged | None:
    """The sign with least room, whether it is past its line or not."""
    return min(enough(signs), key=lambda one: (one.room, *one.place), default=None)


def enough(signs: Iterable[Judged]) -> tuple[Judged, ...]:
    """Those that rest on enough to be named."""
    return tuple(one for one in signs if one.base >= FEW)
