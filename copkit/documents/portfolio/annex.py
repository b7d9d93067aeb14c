"""The annex of the portfolio: what each figure is, what it was counted from, what was left out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from copkit import lexicon
from copkit.dates import say_number
from copkit.documents.citing import Cited, anchor, nothing
from copkit.documents.explaining import in_full
from copkit.documents.portfolio.scorecard import by_name
from copkit.documents.portfolio.source import Portfolio
from copkit.metrics import Figure
from copkit.metrics.pages import definition, plain

say = lexicon.Words("portfolio.annex")

SHOWN = (
    "D1", "D2", "D3", "D4", "D5", "M2", "M3", "M4", "R1", "R2", "R4", "R6", "C1", "W1", "W2", "W3", "W4", "W5",
    "A1", "A2", "A3", "A5", "V1", "V3", "V4", "L2", "X2", "P1", "P2",
)  # fmt: skip
"""The metrics of the portfolio, in the order of the annex."""
PARTS_ONLY = frozenset(("M2", "R1", "R2"))
"""Metrics that stand for each community alone: added up, people and organisations would be counted twice."""
MOST_LISTED = 40
"""Of more sessions only the number stands in the annex; the file of evidence names them all."""


@dataclass(frozen=True)
class Entry:
    """One metric: its main figure of the whole, its definition, and the other figures; or that there is none."""

    anchor: str
    code: str
    name: str
    said: str
    formula: str
    source: str
    numbers: tuple[Cited, ...]
    left_out: tuple[str, ...]
    of_parts: bool
    nothing: bool


@dataclass(frozen=True)
class Annex:
    """All of it, with communities beside the days that they count over, or sessions of unknown attendance."""

    days: tuple[tuple[str, str], ...]
    entries: tuple[Entry, ...]
    gaps: tuple[tuple[str, tuple[str, ...]], ...]


def annex(portfolio: Portfolio) -> Annex:
    """The entries of every metric in the portfolio."""
    shares = by_name(portfolio)
    return Annex(
        tuple((one.name, one.period.said) for one in shares),
        tuple(_entries(portfolio)),
        tuple((one.name, one.part.without_attendance) for one in shares if one.part.without_attendance),
    )


def _entries(portfolio: Portfolio) -> Iterator[Entry]:
    for code in SHOWN:
        told, figures = definition(code), portfolio.whole.get(code, ())
        of_parts = code in PARTS_ONLY
        yield Entry(
            code.lower(),
            code,
            told.name,
            next((in_full(one) for one in figures if not one.label), "") if not of_parts else "",
            plain(told.formula),
            plain(told.source),
            () if of_parts else tuple(_numbers(portfolio, figures)),
            tuple(_left_out(figures)),
            of_parts,
            nothing(figures),
        )


def _numbers(portfolio: Portfolio, figures: Iterable[Figure]) -> Iterator[Cited]:
    """The figures beside the main one; initiatives stand by their names."""
    names = {one.id: one.name for share in portfolio.shares for one in share.work}
    for one in figures:
        if one.label:
            label = names.get(one.label, one.label) if one.code in ("A2", "A3") else one.label
            yield Cited(in_full(one), anchor(one), label=label)


def _left_out(figures: Iterable[Figure]) -> list[str]:
    every = dict.fromkeys(name for one in figures for name in one.left_out)
    if len(every) > MOST_LISTED:
        return [say("too_many_to_list", number=say_number(len(every)))]
    return list(every)
