"""The annual synthesis of a community, the board's page, and the portfolio of all communities."""

from pathlib import Path
from typing import Annotated

import typer

from copkit.cli.annual import Found, From, To, WantedYear, YearArgument, find_year
from copkit.cli.common import CommunityName, Out, Root, Today
from copkit.cli.exits import OK, Stop
from copkit.cli.pages import chosen_formats, deliver, in_formats, put
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
    formats = chosen_formats(format_)
    if every:
        from copkit.cli.portfolio import portfolio

        return portfolio(wanted, formats, one_page, out)
    found = find_year(wanted, ("members", "public", "team"))
    for annual in found.annuals:
        _print(found, annual, formats, one_page, out)
    return OK


def _print(found: Found, annual: Annual, formats: tuple[str, ...], one_page: bool, out: Path | None) -> None:
    """One community's report in each format, and the evidence beside it."""
    from copkit.documents.evidence import evidence_file
    from copkit.documents.synthesis import build, name
    from copkit.documents.synthesis.one_page import build as build_page

    view = build_page(annual) if one_page else build(annual)
    made = in_formats(found.tree, "synthesis_page" if one_page else "synthesis", view, formats)
    title = name(annual, one_page=one_page)
    folder = Path(found.tree.real) / "build" / annual.community.id
    place = _where(found, annual, out)
    deliver(found.tree, folder, title, made, place)
    if not one_page and str(out) != "-":
        put(found.tree, _beside(folder, place), title, {"evidence.json": evidence_file(annual)})


def _where(found: Found, annual: Annual, out: Path | None) -> Path | None:
    """A folder of its own for each community, where several are printed."""
    if out is None or len(found.annuals) == 1 or str(out) == "-":
        return out
    if out.suffix and not out.is_dir():
        raise Stop(
            f"--out {out} is one file, and there are {len(found.annuals)} communities", hint="Name a folder."
        )
    return out / annual.community.id


def _beside(folder: Path, out: Path | None) -> Path:
    if out is None:
        return folder
    return out.parent if out.suffix and not out.is_dir() else out
