"""The annex of the portfolio: what each figure is, what it was counted from, what was left out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from copkit.documents.citing import anchor, nothing
from copkit.documents.explaining import in_full
from copkit.documents.portfolio.scorecard import by_name
from copkit.documents.portfolio.source import Portfolio
from copkit.metrics import Figure
from copkit.metrics.pages import definition

SHOWN = (
    "D1", "D2", "D3", "D4", "D5", "M2", "M3", "M4", "R1", "R2", "R4", "R6", "C1", "W1", "W2", "W3", "W4", "W5",
    "A1", "A2", "A3", "A5", "V1", "V3", "V4", "L2", "X2", "P1", "P2",
)  # fmt: skip
"""The metrics of the portfolio, in the order of the annex."""
PARTS_ONLY = frozenset(("M2", "R1", "R2"))
"""Metrics that stand for each community alone: added up, people and organisations would be counted twice."""
MOST_LISTED = 40
"""Of more sessions only the number stands in the annex; the file of evidence names them all."""


class Number(NamedTuple):
    """A figure of the whole beside the main one: what it counts and how it is said."""

    anchor: str
    label: str
    said: str


@dataclass(frozen=True)
class Entry:
    """One metric: its main figure of the whole, its definition, and the other figures; or that there is none."""

    anchor: str
    code: str
    name: str
    said: str
    formula: str
    source: str
    numbers: tuple[Number, ...]
    left_out: tuple[str, ...]
    of_parts: bool
    nothing: bool


class Gap(NamedTuple):
    """A community, and its sessions of which nobody wrote down who came."""

    name: str
    sessions: tuple[str, ...]


class Days(NamedTuple):
    """A community and the days that it counts over."""

    name: str
    period: str
    over: bool


@dataclass(frozen=True)
class Annex:
    """All of it."""

    days: tuple[Days, ...]
    entries: tuple[Entry, ...]
    gaps: tuple[Gap, ...]


def annex(portfolio: Portfolio) -> Annex:
    """The entries of every metric in the portfolio."""
    shares = by_name(portfolio)
    return Annex(
        tuple(Days(one.name, one.period.said, one.period.end < portfolio.today) for one in shares),
        tuple(_entries(portfolio)),
        tuple(Gap(one.name, one.part.without_attendance) for one in shares if one.part.without_attendance),
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
            _plain(told.formula),
            _plain(told.source),
            () if of_parts else tuple(_numbers(portfolio, figures)),
            tuple(_left_out(figures)),
            of_parts,
            nothing(figures),
        )


def _plain(text: str) -> str:
    """A definition without the marks that set off field names."""
    return text.replace("`", "")


def _numbers(portfolio: Portfolio, figures: Iterable[Figure]) -> Iterator[Number]:
    """The figures beside the main one; initiatives stand by their names."""
    names = {one.id: one.name for share in portfolio.shares for one in share.work}
    for one in figures:
        if one.label:
            label = names.get(one.label, one.label) if one.code in ("A2", "A3") else one.label
            yield Number(anchor(one), label, in_full(one))


def _left_out(figures: Iterable[Figure]) -> list[str]:
    every = dict.fromkeys(name for one in figures for name in one.left_out)
    if len(every) > MOST_LISTED:
        return [f"{len(every)} sessions or communities: the file of evidence names them"]
    return list(every)
