"""`copkit synthesis --all`: all communities together, each read, counted and let go before the next."""

from pathlib import Path

from copkit.cli.annual import Setting, WantedYear, find_every
from copkit.cli.caching import template_cache
from copkit.cli.delivering import Made, Where, build_folder, deliver
from copkit.cli.exits import OK, REFUSED, Stop
from copkit.cli.gathering import shares
from copkit.cli.pages import documents_of, in_formats
from copkit.dates import Year
from copkit.documents.portfolio.source import Portfolio
from copkit.documents.portfolio.view import FITS, PageView, one_page, report
from copkit.documents.source import Audience
from copkit.workspace import Folder
from copkit.workspace.load import no_collection

AUDIENCES: tuple[Audience, ...] = ("members", "public", "team")


def portfolio(wanted: WantedYear, formats: tuple[str, ...], page: bool, where: Where) -> int:
    """Print the portfolio, or its page for a board, with the evidence beside the report."""
    with no_collection():  # what is read has no cycles, and looking for them takes a third of the time
        return _portfolio(wanted, formats, page, where)


def _portfolio(wanted: WantedYear, formats: tuple[str, ...], page: bool, where: Where) -> int:
    setting, year = find_every(wanted, AUDIENCES)
    made = gather(setting, year)
    name = f"portfolio-{year.label}{'-page' if page else ''}{'-public' if made.public else ''}"
    view = fitted(setting.tree, made) if page else report(made)
    template = "portfolio_page.html.j2" if page else "portfolio.html.j2"
    home = build_folder(setting.tree, "programme")
    ready = documents_of(home, name, in_formats(setting.tree, template, view, formats), "the portfolio")
    if not page:
        from copkit.documents.portfolio.evidence import evidence_file

        data, of = evidence_file(made), "the evidence of the portfolio"
        ready.append(Made(home, f"{name}.evidence.json", data, of, beside=True))
    deliver(setting.tree, ready, where)
    return OK


def gather(setting: Setting, year: Year) -> Portfolio:
    """The shares of all communities in the year of a label."""
    found = tuple(shares(setting, year))
    if not found:
        raise Stop("there are no communities yet", REFUSED, "“copkit new community” adds one.")
    if setting.wanted.from_ or setting.wanted.to:  # the same days for all, and for what is counted of the programme
        year = Year(found[0].period.start, found[0].period.end, year.label)
    return Portfolio(setting.shared, year, setting.audience, setting.today, found, setting.logo)


def fitted(tree: Folder, made: Portfolio) -> PageView:
    """The board's page with as many lines as fit on one side of A4, found by printing it."""
    from copkit.render import FORMATS, RenderProblem, html
    from copkit.render.paging import pages

    shadow = Path(tree.real) / "templates"
    view = one_page(made)
    for headlines, asks in FITS:
        view = one_page(made, headlines, asks)
        try:
            page = html("portfolio_page.html.j2", view, shadow=shadow, cache=template_cache())
            if pages(FORMATS["pdf"](page, view.meta, shadow)) == 1:
                break
        except RenderProblem:
            break  # whoever wants this format is told of the fault when it is made
    return view
