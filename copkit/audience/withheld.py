"""What stands in the place of a text that was kept back: empty, and known for what it is."""

from typing import Any, Never


class _Withheld(str):
    """An empty text that was not empty."""

    __slots__ = ()


WITHHELD = _Withheld()


class Shortened(tuple[Any, ...]):
    """A list of texts from which some were kept back, and how many."""

    missing = 0


def without_withheld(every: tuple[Any, ...]) -> tuple[Any, ...]:
    """What may be read of a list; a `Shortened` one where any text was kept back."""
    left = tuple(one for one in every if one is not WITHHELD)
    if len(left) == len(every):
        return left
    short = Shortened(left)
    short.missing = len(every) - len(left)
    return short


def how_many(texts: tuple[Any, ...]) -> int:
    """How many texts of a list were kept back."""
    return texts.missing if isinstance(texts, Shortened) else 0


class Absent(tuple[Never, ...]):
    """A part of a page that is for others: it holds nothing, and a template does not even know of it."""

    __slots__ = ()


ABSENT = Absent()
