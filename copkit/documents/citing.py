"""A figure as it stands in a document: its words, and the place in the annex that says where it comes from."""

import re
from collections.abc import Iterable
from typing import NamedTuple, Protocol

from copkit import lexicon
from copkit.metrics import Figure


class Cited(NamedTuple):
    """A figure ready to print. `anchor` is the id of its entry in the annex; empty where there is no figure."""

    said: str
    anchor: str
    fraction: str = ""
    label: str = ""
    hidden: bool = False


class Row(NamedTuple):
    """Figures side by side, beside the name of what they are of."""

    name: str
    cells: tuple[Cited, ...]


class Figured(Protocol):
    """What has figures, by code and label."""

    def figure(self, code: str, label: str = "") -> Figure | None:
        """One of them; None where there is none for this audience."""


NOTHING = Cited("–", "")


def cite(figure: Figure | None) -> Cited:
    """A figure in words, and where it is explained; a dash where there is none for this audience."""
    if figure is None:
        return NOTHING
    fraction = "" if figure.value is None else figure.fraction
    return Cited(figure.said, anchor(figure), fraction, figure.label, figure.hidden)


def cited(figures: Iterable[Figure]) -> tuple[Cited, ...]:
    """Several figures, each with its label."""
    return tuple(cite(one) for one in figures)


def row(name: str, of: Figured, *wanted: str) -> Row:
    """Some figures of one community or of all, each by its code and label: `D1`, `D1 hours held`."""
    named = (one.partition(" ") for one in wanted)
    return Row(name, tuple(cite(of.figure(code, label)) for code, _, label in named))


def nothing(figures: Iterable[Figure]) -> bool:
    """Whether none of these figures has anything to say: nought, or nothing to count, and none of it hidden."""
    return not any(one.hidden or one.value or one.denominator for one in figures)


def anchor(figure: Figure) -> str:
    """The id of a figure's entry in the annex: `c2`, `c2-across-sectors`."""
    words = re.sub(r"[^a-z0-9]+", "-", figure.label.casefold()).strip("-")
    return f"{figure.code.lower()}-{words}" if words else figure.code.lower()


def wanted(key: str) -> tuple[tuple[str, str, str], ...]:
    """The figures of a table in data/languages, as code, label and words: `C1 distinct pairs: Pairs linked`."""
    return tuple((name[:2], name[3:], words) for name, words in lexicon.table(key).items())
