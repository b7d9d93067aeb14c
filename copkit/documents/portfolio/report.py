"""The portfolio as a report: what leaders decide, health, who uses what, who is missing, what is learned."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from copkit import lexicon
from copkit.documents.citing import Cited, cite
from copkit.documents.health import Talk, talk_of, within
from copkit.documents.people_held import kept_for_members
from copkit.documents.portfolio.adoption import Adopted, adoption
from copkit.documents.portfolio.coverage import Missing, coverage
from copkit.documents.portfolio.findings import lead
from copkit.documents.portfolio.front import Front, front
from copkit.documents.portfolio.learning import Same, learned
from copkit.documents.portfolio.overlap import Alike, Travels, duplicates, themes, travels
from copkit.documents.portfolio.scorecard import by_name
from copkit.documents.portfolio.source import Portfolio
from copkit.documents.portfolio.view import is_over
from copkit.documents.portfolio.voices import Voices, voices
from copkit.documents.several import Common
from copkit.render.meta import Meta

say = lexicon.Words("portfolio.report")

MOST_IDEAS = 12
"""How many initiatives stand in the table of who uses what; of others the number is said."""
MOST_NAMES = 8
"""How many names stand in a cell, or in a line of who is missing."""
MOST_LINES = 6
"""How many themes, and how many practices, are told; of others the number is said."""


class Using(NamedTuple):
    """An initiative, and who uses it, who is on the way, who is not yet and who gave it up."""

    name: str
    community: str
    using: str
    under_way: str
    others: str
    stopped: str


@dataclass(frozen=True, kw_only=True)
class ReportView:
    """The report. `more_…` say how many lines only the evidence has; `find` leads to its figures."""

    meta: Meta
    year: str
    over: bool
    alone: bool
    lead: str
    front: Front
    voices: Voices
    talk: tuple[Talk, ...]
    within: tuple[str, ...]
    uses: tuple[Using, ...]
    more_uses: int
    unused: tuple[str, ...]
    total: Cited
    missing: tuple[tuple[Missing, str], ...]
    people: Cited
    several: Cited
    learned: tuple[Same, ...]
    more_learned: int
    themes: tuple[Common, ...]
    more_themes: int
    duplicates: tuple[Alike, ...]
    travels: tuple[Travels, ...]
    limits: tuple[str, ...]
    find: tuple[tuple[str, str], ...]


def report(portfolio: Portfolio) -> ReportView:
    """The report, for an audience."""
    work, told, same, common = adoption(portfolio), voices(portfolio), learned(portfolio), themes(portfolio)
    found = {share.name: share.signs for share in by_name(portfolio)}
    rows = sorted(work.rows, key=lambda row: (-len(row.using), -len(row.under_way), row.name.casefold()))
    held = kept_for_members(sum(share.held for share in portfolio.shares))
    first = front(portfolio, len(told.asks))
    kind = say("title", label=portfolio.year.label)
    return ReportView(
        meta=replace(portfolio.meta(first.title or kind, portfolio.days), kind=kind if first.title else ""),
        year=portfolio.year.label,
        over=is_over(portfolio),
        alone=len(portfolio.shares) == 1,
        lead=lead(portfolio),
        front=first,
        voices=told,
        talk=talk_of(found),
        within=within(found),
        uses=tuple(map(_using, rows[:MOST_IDEAS])),
        more_uses=len(rows[MOST_IDEAS:]),
        unused=work.unlisted,
        total=cite(portfolio.figure("A2")),
        missing=tuple((one, _some(one.absent)) for one in coverage(portfolio).missing),
        people=cite(portfolio.figure("P1")),
        several=cite(portfolio.figure("P1", "in two communities or more")),
        learned=same[:MOST_LINES],
        more_learned=len(same[MOST_LINES:]),
        themes=common[:MOST_LINES],
        more_themes=len(common[MOST_LINES:]),
        duplicates=duplicates(portfolio),
        travels=travels(portfolio),
        limits=tuple(filter(None, (*lexicon.lines("portfolio.limits"), held))),
        find=tuple(_find(portfolio)),
    )


def _using(row: Adopted) -> Using:
    return Using(
        row.name,
        row.community,
        _counted(row.fraction, row.using),
        _counted(str(len(row.under_way) or ""), row.under_way),
        str(row.others or ""),
        _some(row.stopped),
    )


def _counted(number: str, names: tuple[str, ...]) -> str:
    return say("counted", number=number, names=_some(names)) if names else number


def _some(names: tuple[str, ...]) -> str:
    """Some names, and how many more there are."""
    said, left = ", ".join(names[:MOST_NAMES]), len(names) - MOST_NAMES
    return say("and_more", names=said, number=left) if left > 0 else said


def _find(portfolio: Portfolio) -> Iterator[tuple[str, str]]:
    """What the report counts, and under which code the evidence has it, where there is a figure."""
    for code, words in say.table("find").items():
        if portfolio.whole.get(code):
            yield words, code
