"""The annual synthesis of a community, the board's page, and the portfolio of all communities."""

from typing import Annotated

import typer

from copkit.cli.annual import Found, From, To, WantedYear, YearArgument, find_year
from copkit.cli.common import CommunityName, Out, Overwrite, Root, Today
from copkit.cli.delivering import Made, Where, build_folder, deliver
from copkit.cli.exits import OK
from copkit.cli.pages import chosen_formats, documents_of, in_formats
from copkit.cli.printing import For, Formats
from copkit.documents.annual import Annual

OnePage = Annotated[bool, typer.Option("--one-page", help="The board's page: the year on one side of A4.")]
Every = Annotated[bool, typer.Option("--all", help="The portfolio: all communities together.")]


def synthesis(
    community: CommunityName = "",
    year: YearArgument = "",
    one_page: OnePage = False,
    every: Every = False,
    for_: For = "",
    format_: Formats = None,
    from_: From = "",
    to: To = "",
    out: Out = None,
    overwrite: Overwrite = False,
    root: Root = None,
    today: Today = "",
) -> int:
    """Print the annual synthesis: what the year came to, in figures that say where they come from.

    What people wrote in the year's review is printed as theirs; what is missing is said. Beside the report stands a
    JSON file with the records behind every figure. With --one-page it is a page for a board. With --all it is the
    portfolio of all communities. Files go to build/ unless --out names a folder or “-” for the screen.

    Example: copkit synthesis systems-leadership 2026-27 --format pdf --format docx
    """
    wanted = WantedYear(community, year, from_, to, for_, root, today)
    formats, where = chosen_formats(format_), Where(out, overwrite)
    if every:
        from copkit.cli.portfolio import portfolio

        return portfolio(wanted, formats, one_page, where)
    found = find_year(wanted, ("members", "public", "team"))
    made = [one for annual in found.annuals for one in _made(found, annual, formats, one_page)]
    deliver(found.tree, made, where)
    return OK


def _made(found: Found, annual: Annual, formats: tuple[str, ...], one_page: bool) -> list[Made]:
    """One community's report in each format, and the evidence beside it."""
    from copkit.documents.evidence import evidence_file
    from copkit.documents.synthesis import build, name
    from copkit.documents.synthesis.one_page import build as build_page

    view = build_page(annual) if one_page else build(annual)
    forms = in_formats(found.tree, "synthesis_page" if one_page else "synthesis", view, formats)
    title, home = name(annual, one_page=one_page), build_folder(found.tree, annual.community.id)
    made = documents_of(home, title, forms, f"the synthesis of {annual.community.id}")
    if not one_page:
        of = f"the evidence of {annual.community.id}"
        made.append(Made(home, f"{title}.evidence.json", evidence_file(annual), of, beside=True))
    return made
