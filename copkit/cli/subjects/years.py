"""Documents of a community's year, and of several communities in it."""

from collections.abc import Iterator
from functools import partial

from copkit.cli.annual import Setting, WantedYear, setting_in
from copkit.cli.delivering import Made
from copkit.cli.subjects.desk import Desk, Piece
from copkit.cli.subjects.words import Words
from copkit.documents.annual import Annual
from copkit.documents.registry import document
from copkit.documents.several import Several


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
            piece = piece._replace(beside=partial(_evidence, piece, annual))
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


def _evidence(piece: Piece, annual: Annual, view: object) -> Iterator[Made]:
    """The records behind every figure, as data."""
    from copkit.documents.evidence import evidence_file

    name = f"{piece.name}.evidence.json"
    yield Made(piece.home, name, evidence_file(annual), f"the evidence of {annual.files.id}", beside=True)
