"""The scale of a column of scores: one to five, or up to ten made one to five; nothing of what is neither."""

from collections.abc import Sequence
from typing import NamedTuple

from copkit.patterns import when_used

_TEN = when_used(r"\b(?:10|ten)\b")
_FROM_ONE = when_used(r"\b(?:1|one)\b")
_NUMBER = when_used(r"(\d{1,3})(?:[.,]0+)?(?:\s*/\s*10)?(?:\s*[^\d\s.,/].*)?")


class Scale(NamedTuple):
    """What the lowest and the highest score of a column are, and how that is known."""

    low: int = 1
    high: int = 5
    why: str = ""

    @property
    def is_usual(self) -> bool:
        return self.high == 5

    def of_five(self, text: str) -> str | None:
        """A number of this scale as one of one to five, a half upwards; None where it is none."""
        found = _NUMBER.fullmatch(text.strip())
        if found is None or self.high != 10 or not self.low <= int(found[1]) <= self.high:
            return None
        steps = self.high - self.low
        return str(1 + (8 * (int(found[1]) - self.low) + steps) // (2 * steps))


def scale_of(question: str, cells: Sequence[str]) -> Scale:
    """The scale of a column, from its question and all of its answers: never of one answer by itself.

    One number too high among others is a slip, and is not read. Where several are, and most are not, nobody can say
    which scale it was: then no number of the column is read.
    """
    numbers = [int(found[1]) for cell in cells if (found := _NUMBER.fullmatch(cell.strip()))]
    high, top = sum(number > 5 for number in numbers), max(numbers, default=0)
    asked = _TEN.search(question.casefold()) is not None
    if not asked and high <= (len(numbers) > 2):
        return Scale()
    if top > 10 or not (asked or 2 * high >= len(numbers)):
        return Scale(0, top, f"an answer is {top}")
    low = 1 if 0 not in numbers and _FROM_ONE.search(question.casefold()) else 0
    return Scale(low, 10, "the question says 10" if asked else f"most answers are more than 5, as {top}")
