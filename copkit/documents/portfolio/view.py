"""The portfolio's evidence as a page, and one side of paper for a board."""

from dataclasses import dataclass

from copkit import lexicon
from copkit.dates import say_date
from copkit.documents.citing import Cited, Row, cite
from copkit.documents.health import Sheet, sheets_of
from copkit.documents.people_held import kept_for_members
from copkit.documents.portfolio.adoption import Adopted, Adoption, adoption, adoption_chart
from copkit.documents.portfolio.annex import Annex, annex
from copkit.documents.portfolio.beyond import Beyond, Course, beyond
from copkit.documents.portfolio.commissions import Commissioned, commissions
from copkit.documents.portfolio.coverage import Coverage, coverage
from copkit.documents.portfolio.findings import lead, strip
from copkit.documents.portfolio.learning import Same, learned
from copkit.documents.portfolio.overlap import Alike, Travels, duplicates, themes, travels
from copkit.documents.portfolio.scorecard import by_name, came, notes_missing, ran, rhythms
from copkit.documents.portfolio.source import Portfolio
from copkit.documents.portfolio.voices import Voices, in_turn, voices
from copkit.documents.several import Common, Told
from copkit.documents.synthesis.measuring import Counted
from copkit.render.charts.rows import Chart
from copkit.render.meta import Meta

say = lexicon.Words("portfolio.view")

ACROSS = 3
"""How many communities stand beside each other in an upright table of signs."""
FITS = ((6, 6), (6, 5), (6, 4), (6, 3), (5, 3), (4, 3), (3, 3), (3, 2), (2, 2), (2, 1), (1, 1))
"""How many headlines and how many asks may stand on a board's page, the most first; the report has them all."""


@dataclass(frozen=True, kw_only=True)
class EvidenceView:
    """Every table of the year, and every figure explained. `alone` is true of one community."""

    meta: Meta
    year: str
    alone: bool
    lead: str
    strip: tuple[Counted, ...]
    rhythms: tuple[Row, ...]
    ran: tuple[Row, ...]
    notes: str
    came: tuple[Row, ...]
    sheets: tuple[Sheet, ...]
    once: Cited
    summed: Cited
    several: Cited
    hidden_reach: bool
    commissions: tuple[Commissioned, ...]
    coverage: Coverage
    organisations: Cited
    themes: tuple[Common, ...]
    duplicates: tuple[Alike, ...]
    travels: tuple[Travels, ...]
    adoption: Adoption
    chart: Chart | None
    chart_title: str
    chart_subtitle: str
    learned: tuple[Same, ...]
    kept: int
    voices: Voices
    beyond: Beyond
    limits: tuple[str, ...]
    annex: Annex
    over: bool


@dataclass(frozen=True, kw_only=True)
class PageView:
    """One side of paper. `more` says how many lines of each kind only the report has."""

    meta: Meta
    year: str
    lead: str
    strip: tuple[Counted, ...]
    headlines: tuple[Told, ...]
    more_headlines: int
    silent: int
    commissions: tuple[Commissioned, ...]
    planned: str
    hours: str
    furthest: tuple[Adopted, ...]
    more_furthest: int
    courses: tuple[Course, ...]
    asks: tuple[Common, ...]
    more_asks: int
    over: bool


def evidence_page(portfolio: Portfolio) -> EvidenceView:
    """The evidence beside the report, as a page."""
    once, summed = portfolio.figure("P1"), portfolio.figure("P1", "sum over communities")
    several = portfolio.figure("P1", "in two communities or more")
    work = adoption(portfolio)
    subtitle = say("subtitle_of_days", days=portfolio.days) if portfolio.days else say("subtitle")
    held = kept_for_members(sum(share.held for share in portfolio.shares))
    return EvidenceView(
        meta=portfolio.meta(say("evidence_of", label=portfolio.year.label), subtitle),
        year=portfolio.year.label,
        alone=len(portfolio.shares) == 1,
        lead=lead(portfolio),
        strip=strip(portfolio),
        rhythms=rhythms(portfolio),
        ran=ran(portfolio),
        notes=notes_missing(portfolio),
        came=came(portfolio),
        sheets=tuple(sheets_of({share.name: share.signs for share in by_name(portfolio)}, ACROSS)),
        once=cite(once),
        summed=cite(summed),
        several=cite(several),
        hidden_reach=once is not None and once.hidden and summed is not None and not summed.hidden,
        commissions=commissions(portfolio),
        coverage=coverage(portfolio),
        organisations=cite(portfolio.figure("P2")),
        themes=themes(portfolio),
        duplicates=duplicates(portfolio),
        travels=travels(portfolio),
        adoption=work,
        chart=adoption_chart(work.rows),
        chart_title=say("adopted_by", said=work.total.said),
        chart_subtitle=say.plural("as_they_stood", len(work.rows), day=say_date(portfolio.together.day)),
        learned=learned(portfolio),
        kept=sum(len(share.kept) for share in portfolio.shares),
        voices=voices(portfolio),
        beyond=beyond(portfolio),
        limits=tuple(filter(None, (*lexicon.lines("portfolio.limits"), held))),
        annex=annex(portfolio),
        over=is_over(portfolio),
    )


def one_page(portfolio: Portfolio, headlines: int = FITS[0][0], asks: int = FITS[0][1]) -> PageView:
    """One side of paper for a board, with so many headlines and asks at most."""
    told, work = voices(portfolio), adoption(portfolio)
    furthest = [row for shelf in work.shelves for row in shelf.rows if row.stage != "promising" and row.fraction]
    return PageView(
        meta=portfolio.meta(say("all_communities_on_one_page", label=portfolio.year.label), portfolio.days),
        year=portfolio.year.label,
        lead=lead(portfolio),
        strip=strip(portfolio),
        headlines=told.headlines[:headlines],
        more_headlines=max(0, len(told.headlines) - headlines),
        silent=len(told.silent),
        commissions=commissions(portfolio)[:2],
        planned=cite(portfolio.figure("D1", "planned for the period")).said,
        hours=cite(portfolio.figure("D1", "hours planned")).said,
        furthest=tuple(furthest[:asks]),
        more_furthest=max(0, len(furthest) - asks),
        courses=beyond(portfolio).courses[:1],
        asks=in_turn(told.asks)[:asks],
        more_asks=max(0, len(told.asks) - asks),
        over=is_over(portfolio),
    )


def is_over(portfolio: Portfolio) -> bool:
    """Whether every community's year has passed."""
    return all(share.period.end < portfolio.today for share in portfolio.shares)
