"""Documents of a community's year, and of several communities in it."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from copkit.cli.annual import Setting, WantedYear, setting_in
from copkit.cli.delivering import Made
from copkit.cli.exits import REFUSED, Stop
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
    for annual in annuals(desk):
        name = annual.files.id
        file = desk.file(annual.span, name, wanted.name)
        piece = desk.piece((annual,), file, f"the {wanted.title.lower()} of {name}", name)
        if wanted.name == "synthesis":
            piece = piece._replace(beside=partial(_evidence, desk, piece.home, annual))
        yield piece._replace(document=wanted)


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


def _evidence(desk: Desk, home: Path, annual: Annual, view: Any) -> Iterator[Made]:
    """The tables behind a report and the records behind every figure: a page, a spreadsheet and a data file."""
    from copkit.documents.evidence import evidence_file, evidence_table
    from copkit.documents.synthesis.evidence_page import build
    from copkit.documents.synthesis.references import evidence_name, shown_on
    from copkit.render import RenderProblem, html

    said, name = f"the evidence of {annual.files.id}", evidence_name(annual)
    shadow, page = own_templates(Path(desk.tree.real)), build(annual)
    try:
        made = html("evidence", page, shadow=shadow, cache=template_cache())
        told = made.encode() if shadow is None else in_format("html", made, page.meta, shadow)
    except RenderProblem as problem:
        raise Stop(f"{said}: {problem}", REFUSED) from problem
    yield Made(home, f"{name}.html", told, said, beside=True)
    yield Made(home, f"{name}.csv", evidence_table(annual), said, beside=True)
    yield Made(home, f"{name}.json", evidence_file(annual, shown_on(view)), said, beside=True)
