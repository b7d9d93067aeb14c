"""What a front page is chosen from: figures, signs of health, and what members answered about their community."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from copkit.documents.citing import Figured
from copkit.documents.front.judged import Judged, judged
from copkit.metrics.base import Figure
from copkit.metrics.health import Sign
from copkit.metrics.value import FEWEST, Value, amount_of


@dataclass(frozen=True)
class Grounds:
    """Figures by code and label, signs, and for each question of the members' check how many scored 1, 2, 3 and 4.

    They may be of one community, or sums of several.
    """

    figures: Figured
    signs: tuple[Sign, ...] = ()
    answers: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    def figure(self, code: str, label: str = "") -> Figure | None:
        """One figure; None where this audience may not have it."""
        return self.figures.figure(code, label)

    def share(self, code: str, label: str = "", *, least: int = FEWEST) -> Value | None:
        """A share of at least so many; None where there is none."""
        found = self.figure(code, label)
        amount = found.amount if found is not None and found.form == "share" else None
        return amount if amount is not None and amount.is_counted and (amount.of or 0) >= least else None

    @cached_property
    def held(self) -> int:
        """How many meetings are on record."""
        found = self.figure("D1")
        return int(found.numerator) if found is not None and found.amount.is_counted else 0

    @cached_property
    def judged(self) -> tuple[Judged, ...]:
        """The signs that can be judged."""
        return judged(self.signs, self.figure("W1", "on time"))

    @cached_property
    def asked(self) -> tuple[tuple[str, Value, Value], ...]:
        """Each question that enough members answered, with the low and the high answers: the worst first."""
        found = [
            (question, amount_of(sum(counts[:2]), sum(counts)), amount_of(sum(counts[2:]), sum(counts)))
            for question, counts in self.answers.items()
            if sum(counts) >= FEWEST
        ]
        return tuple(sorted(found, key=lambda one: (one[2].number or 0, one[0])))
