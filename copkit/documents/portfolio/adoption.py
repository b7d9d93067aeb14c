"""Adoption across the system: every initiative, and which organisations have taken it up."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from copkit import lexicon
from copkit.documents.citing import Cited, cite
from copkit.documents.portfolio.share import Share, Work
from copkit.documents.portfolio.source import Portfolio
from copkit.metrics.making import Maker
from copkit.metrics.standing import USING

if TYPE_CHECKING:
    from copkit.render.charts import Chart

say = lexicon.Words("portfolio.adoption")

MOST_BARS = 24
"""A picture of more initiatives would fill more than a page; the table has them all."""


class Adopted(NamedTuple):
    """An initiative: its home, its stage, and who uses it, tries it or could."""

    name: str
    community: str
    stage: str
    fraction: str = ""
    trying: str = ""
    using: tuple[str, ...] = ()
    under_way: tuple[str, ...] = ()
    stopped: tuple[str, ...] = ()
    others: int = 0


class Shelf(NamedTuple):
    """A stage of the Exemplar Hub, and the initiatives that stand at it with the share that adopted each."""

    title: str
    rows: tuple[Adopted, ...]


class Adoption(NamedTuple):
    """Every initiative with its organisations; `unlisted` are those that list none yet."""

    total: Cited
    under_way: Cited
    coverage: Cited
    rows: tuple[Adopted, ...]
    unlisted: tuple[str, ...]
    shelves: tuple[Shelf, ...]
    earlier: int
    ended: int


def adoption(portfolio: Portfolio) -> Adoption:
    """All initiatives of all communities, by community and name."""
    pairs = [(share, one) for share in portfolio.shares for one in share.work]
    pairs.sort(key=lambda pair: (pair[0].name.casefold(), pair[1].name.casefold(), pair[1].id))
    every = [_row(portfolio, share, one) for share, one in pairs]
    return Adoption(
        cite(portfolio.figure("A2")),
        cite(portfolio.figure("A3")),
        cite(portfolio.figure("A3", "coverage")),
        tuple(row for row in every if row.fraction),
        tuple(f"{row.name} ({row.community})" for row in every if not row.fraction),
        tuple(_shelves(every)),
        sum(row.stage not in say.table("hub") and row.stage != "stopped" for row in every),
        sum(row.stage == "stopped" for row in every),
    )


def _row(portfolio: Portfolio, share: Share, one: Work) -> Adopted:
    meant = {key: how for key, how in one.adoption.items() if how != "not-applicable"}
    using = [key for key, how in meant.items() if how in USING]
    trying = [key for key, how in meant.items() if how == "in-progress"]
    ended = [key for key, how in meant.items() if how in ("stopped", "declined")]
    make = Maker("A2", share.period)
    return Adopted(
        one.name,
        share.name,
        one.stage,
        make.ratio("", len(using), len(meant), "organisations").said if meant else "",
        make.ratio("", len(trying), len(meant), "organisations").said if meant else "",
        _names(portfolio, using),
        _names(portfolio, trying),
        _names(portfolio, ended),
        len(meant) - len(using) - len(trying) - len(ended),
    )


def adoption_chart(rows: tuple[Adopted, ...]) -> "Chart | None":
    """How many places use each initiative, try it, gave it up or could use it: the initiatives most used first."""
    if not 0 < len(rows) <= MOST_BARS:
        return None
    from copkit.render.charts import StackRow, stacked_bars

    ordered = sorted(rows, key=lambda row: (-len(row.using), -len(row.under_way), row.name.casefold()))
    keys = ["adopted", say("in_progress"), say("aware_or_not_yet"), say("stopped_or_declined")]
    parts = [(len(row.using), len(row.under_way), row.others, len(row.stopped)) for row in ordered]
    there = [place for place in range(len(keys)) if place < 2 or any(one[place] for one in parts)]
    bars = [StackRow(row.name, [one[place] for place in there]) for row, one in zip(ordered, parts, strict=True)]
    return stacked_bars(bars, [keys[place] for place in there], unit=say("organisations_that_could_use"))


def _names(portfolio: Portfolio, keys: list[str]) -> tuple[str, ...]:
    return tuple(sorted(map(portfolio.organisation, keys), key=str.casefold))


def _shelves(every: list[Adopted]) -> Iterator[Shelf]:
    for stage, title in say.table("hub").items():
        rows = tuple(sorted((row for row in every if row.stage == stage), key=lambda row: row.name.casefold()))
        if rows:
            yield Shelf(title, rows)
