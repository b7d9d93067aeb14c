"""Documents of a community's year, and of several communities in it."""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from copkit import lexicon
from copkit.cli.annual import Setting, WantedYear, setting_in
from copkit.cli.delivering import Made
from copkit.cli.exits import REFUSED, Stop
from copkit.cli.show import note
from copkit.cli.subjects.desk import Desk, Piece
from copkit.cli.subjects.words import Words
from copkit.documents.annual import Annual
from copkit.documents.registry import document
from copkit.documents.several import Several
from copkit.world.cache import template_cache
from copkit.world.foreign import in_format
from copkit.world.trust import own_templates


def setting_of(desk: Desk, words: Words, community: str = "") -> Setting:
    """The communities of an open workspace in the year, or in the days, that were typed."""
    typed = desk.typed
    return setting_in(desk, WantedYear(community, words.when, typed.said("from_"), typed.said("to")))


def pieces(desk: Desk) -> Iterator[Piece]:
    """The document of the year of each community that is meant."""
    wanted = document("one-page") if desk.typed.said("one_page") else desk.document
    every = annuals(desk)
    for annual in reported(every) if wanted.name == "synthesis" else every:
        name = annual.files.id
        file = desk.file(annual.span, name, wanted.name)
        piece = desk.piece((annual,), file, f"the {wanted.title.lower()} of {name}", name)
        if wanted.name == "synthesis":
            piece = piece._replace(
                beside=partial(_beside_report, desk, piece.home, annual), on_paper=partial(_on_paper, desk)
            )
        elif wanted.name == "evidence":
            piece = piece._replace(beside=partial(_beside_evidence, piece.home, annual))
        yield piece._replace(document=wanted)


def reported(every: list[Annual]) -> Iterator[Annual]:
    """Of several, those with a meeting on record; of the others it is said why they have no report."""
    for annual in every:
        if annual.facts.held or len(every) == 1:
            yield annual
        else:
            note(lexicon.text("synthesis.no_report", name=annual.community.short))


def together(desk: Desk) -> Iterator[Piece]:
    """One document of all communities that are meant."""
    every = annuals(desk)
    name = every[0].files.id if len(every) == 1 else ""
    file = desk.file(every[0].span, name, desk.document.name)
    yield desk.piece((Several.of(every),), file, f"the signs of {name or 'all communities'}", name)


def annuals(desk: Desk) -> list[Annual]:
    """The year of each community that is meant."""
    words = desk.words()
    setting = setting_of(desk, words, words.first)
    return [setting.annual(name, words.when) for name in setting.names]


def _on_paper(desk: Desk, view: Any) -> tuple[Any, str]:
    """The report in as many pages as it may have; one that cannot be typeset is told of when it is made."""
    from copkit.documents.synthesis.budget import fitted
    from copkit.render import RenderProblem

    try:
        return fitted(view, partial(_sheets, own_templates(Path(desk.tree.real))))
    except RenderProblem:
        return view, ""


def _sheets(shadow: Path | None, view: Any) -> Any:
    """How many sheets a report takes, and which of its pages run over."""
    from copkit.documents.synthesis.budget import Sheets
    from copkit.render import html
    from copkit.render.large import enlarged
    from copkit.render.paging import headings, pages, run_over

    page = html("synthesis", view, shadow=shadow, cache=template_cache())
    data = in_format("pdf", enlarged(page) if view.meta.large else page, view.meta, shadow)
    number = pages(data)
    return Sheets(number, run_over(data, headings(page)) if number > 1 else ())


def _beside_report(desk: Desk, home: Path, annual: Annual, view: Any) -> Iterator[Made]:
    """The evidence of a report: its page, and its data with the pages of the report that refer to it."""
    from copkit.documents.synthesis.references import evidence_name, shown_on

    yield Made(home, f"{evidence_name(annual)}.html", _evidence_page(desk, annual), _of(annual), beside=True)
    yield from _data(home, annual, shown_on(view))


def _beside_evidence(home: Path, annual: Annual, view: Any) -> Iterator[Made]:
    """The data beside the page alone: the same as beside a report."""
    from copkit.documents.synthesis.references import shown_on

    held = annual.facts.held
    yield from _data(home, annual, shown_on(document("synthesis").build(annual)) if held else {})


def _evidence_page(desk: Desk, annual: Annual) -> bytes:
    """The tables behind a report as a page."""
    from copkit.render import RenderProblem, html
    from copkit.render.accenting import accented

    view, shadow = document("evidence").build(annual), own_templates(Path(desk.tree.real))
    try:
        page = accented(html("evidence", view, shadow=shadow, cache=template_cache()), view.meta.marks.accent)
        return page.encode() if shadow is None else in_format("html", page, view.meta, shadow)
    except RenderProblem as problem:
        raise Stop(f"{_of(annual)}: {problem}", REFUSED) from problem


def _data(home: Path, annual: Annual, shown_on: Mapping[str, int]) -> Iterator[Made]:
    """Every figure as a spreadsheet, and with the records behind it as a data file."""
    from copkit.documents.evidence import evidence_file, evidence_table
    from copkit.documents.synthesis.references import evidence_name

    name, said = evidence_name(annual), _of(annual)
    yield Made(home, f"{name}.csv", evidence_table(annual), said, beside=True)
    yield Made(home, f"{name}.json", evidence_file(annual, shown_on), said, beside=True)


def _of(annual: Annual) -> str:
    return f"the evidence of {annual.files.id}"
