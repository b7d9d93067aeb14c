"""The portfolio: all communities together, each read, counted and let go before the next."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from copkit.cli.annual import Setting, programme_year
from copkit.cli.delivering import Made
from copkit.cli.exits import REFUSED, Stop
from copkit.cli.gathering import shares
from copkit.cli.subjects.desk import Desk, Piece
from copkit.cli.subjects.years import setting_of
from copkit.dates import Year
from copkit.documents.portfolio.source import Portfolio
from copkit.workspace import Folder
from copkit.workspace.load import no_collection
from copkit.world.cache import template_cache
from copkit.world.foreign import in_format
from copkit.world.trust import own_templates

EVIDENCE = "portfolio-evidence"


def pieces(desk: Desk) -> Iterator[Piece]:
    """The portfolio of a year, or its page for a board."""
    words = desk.words(0)
    setting = setting_of(desk, words)
    with no_collection():  # what is read has no cycles, and looking for them takes a third of the time
        made = gather(setting, programme_year(setting))
    piece = desk.piece((made,), desk.file(_span(setting, made), desk.document.name), "the portfolio")
    if desk.document.name == "portfolio-page":
        yield piece._replace(of=(made, *fitting(desk.tree, made)))
        return
    name = desk.file(_span(setting, made), EVIDENCE)
    beside = _data if desk.document.name == EVIDENCE else _evidence
    yield piece._replace(beside=partial(beside, desk, piece.home, name, made))


def gather(setting: Setting, year: Year) -> Portfolio:
    """The shares of all communities in the year of a label."""
    found = tuple(shares(setting, year))
    if not found:
        raise Stop("there are no communities yet", REFUSED, "“copkit new community” adds one.")
    if setting.wanted.from_ or setting.wanted.to:  # the same days for all, and for what is counted of the programme
        year = Year(found[0].period.start, found[0].period.end, year.label)
    return Portfolio(setting.shared, year, setting.audience, setting.today, found, setting.marks)


def fitting(tree: Folder, made: Portfolio) -> tuple[int, int]:
    """As many headlines and asks as fit on one side of A4, found by printing it."""
    from copkit.documents.portfolio.view import FITS, one_page
    from copkit.render import RenderProblem, html
    from copkit.render.paging import pages

    shadow = own_templates(Path(tree.real))
    for numbers in FITS:
        view = one_page(made, *numbers)
        try:
            page = html("portfolio_page", view, shadow=shadow, cache=template_cache())
            if pages(in_format("pdf", page, view.meta, shadow)) == 1:
                return numbers
        except RenderProblem:
            return numbers  # whoever wants this format is told of the fault when it is made
    return numbers


def _span(setting: Setting, made: Portfolio) -> str:
    """The year in a file's name, or its days where they are others."""
    others = setting.wanted.from_ or setting.wanted.to
    return f"{made.period.start}-to-{made.period.end}" if others else made.year.label


def _evidence(desk: Desk, home: Path, name: str, made: Portfolio, view: Any) -> Iterator[Made]:
    """The evidence beside the report: every table as a page, and its data."""
    yield Made(home, f"{name}.html", _page(desk, made), "the evidence of the portfolio", beside=True)
    yield from _data(desk, home, name, made, view)


def _data(desk: Desk, home: Path, name: str, made: Portfolio, view: Any) -> Iterator[Made]:
    """Every figure as a spreadsheet, and with the part of each community as a data file."""
    from copkit.documents.portfolio.evidence import evidence_file, evidence_table

    for form, data in {"csv": evidence_table(made), "json": evidence_file(made)}.items():
        yield Made(home, f"{name}.{form}", data, "the evidence of the portfolio", beside=True)


def _page(desk: Desk, made: Portfolio) -> bytes:
    from copkit.documents.registry import document
    from copkit.render import RenderProblem, html
    from copkit.render.accenting import accented

    view, shadow = document(EVIDENCE).build(made), own_templates(Path(desk.tree.real))
    try:
        plain = html("portfolio_evidence", view, shadow=shadow, cache=template_cache())
        page = accented(plain, view.meta.marks.accent)
        return page.encode() if shadow is None else in_format("html", page, view.meta, shadow)
    except RenderProblem as problem:
        raise Stop(f"the evidence of the portfolio: {problem}", REFUSED) from problem
