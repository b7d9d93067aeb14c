"""The one way to print: open the door for the reader, find what is meant, make each document, deliver them all."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from copkit.cli.delivering import Made, deliver
from copkit.cli.exits import OK, REFUSED, Stop
from copkit.cli.opening import audience_named, opened
from copkit.cli.reading import chosen
from copkit.cli.show import note
from copkit.cli.subjects.desk import Desk, Piece, Typed
from copkit.documents.catalogue import SETS
from copkit.documents.registry import Subject, document
from copkit.documents.source import NotForThem
from copkit.world.cache import template_cache
from copkit.world.foreign import in_format
from copkit.world.trust import own_templates

PICKS: Final[dict[Subject, str]] = {
    "session": "sessions:pieces",
    "actions": "promises:pieces",
    "community": "communities:pieces",
    "newcomer": "people:welcomes",
    "group": "things:groups",
    "initiative": "things:exemplars",
    "hub": "things:hub",
    "year": "years:pieces",
    "years": "years:together",
    "commission": "commissions:pieces",
    "programme year": "portfolios:pieces",
    "programme": "communities:notice",
    "attendance": "attendances:pieces",
    "person": "people:held",
}
"""What finds the documents that are meant: a function of `copkit.cli.subjects` for each subject."""
INSTEAD: Final[dict[tuple[str, str], str]] = {
    ("invite", "addresses"): "sessions:addresses",
    ("blueprint", "ready"): "communities:ready",
    ("blueprint", "as_json"): "communities:ready",
    ("privacy-export", "as_json"): "people:say_held",
}
"""What says something on the screen instead, by the document and its option."""


ON_PAPER = ("pdf", "docx")
"""The formats that have pages."""


def print_document(name: str, typed: Typed) -> int:
    """Print a document, or a set of them, of all that is meant; nothing is written unless all could be made."""
    formats = chosen_formats(typed.formats)
    desk = open_desk(name, typed)
    for (of, option), place in INSTEAD.items():
        if of == name and typed.said(option):
            return int(_of_subjects(place)(desk))
    pieces: Iterator[Piece] = _of_subjects(PICKS[desk.document.subject])(desk)
    files: list[Made] = []
    remarks: dict[str, None] = {}
    for piece in pieces:
        view = _view(piece, typed.large)
        files += _made(desk, piece, view, formats)
        remarks |= dict.fromkeys(piece.remarks(view))
    if not files:
        raise Stop("there is nothing to print", REFUSED)
    deliver(desk.tree, files, typed.where)
    for remark in remarks:
        note(remark)
    return OK


def open_desk(name: str, typed: Typed) -> Desk:
    """Open the workspace for the reader of a document, or of a set of them."""
    wanted = tuple(document(one) for one in SETS.get(name, (name,)))
    first = wanted[0]
    audience = audience_named(typed.audience, first.audiences, first.title.lower())
    kinds = _of_subjects("sessions:KINDS") if first.subject == "session" else None
    return Desk(**vars(opened(typed.root, typed.today, audience, kinds)), documents=wanted, typed=typed)


def _of_subjects(place: str) -> Any:
    module, _, name = place.partition(":")
    return getattr(import_module(f"copkit.cli.subjects.{module}"), name)


def _view(piece: Piece, large: bool) -> Any:
    try:
        view = piece.document.build(*piece.of)
        return replace(view, meta=replace(view.meta, large=True)) if large else view
    except NotForThem as problem:
        raise Stop(f"{piece.said}: {problem}", REFUSED) from problem


def _made(desk: Desk, piece: Piece, view: Any, formats: tuple[str, ...]) -> Iterator[Made]:
    """A document in its formats, and what lies beside it where it goes to a folder."""
    for form, data in _of_each_length(desk, piece, view, formats).items():
        name = f"{piece.name}-large" if view.meta.large else piece.name
        yield Made(piece.home, f"{name}.{form}", data, piece.said)
    if not desk.typed.where.alone:
        yield from piece.beside(view)


def _of_each_length(desk: Desk, piece: Piece, view: Any, formats: Sequence[str]) -> dict[str, bytes]:
    """The document in each format: on paper as it fits there, where it has a length to keep; else whole."""
    apart = [one for one in formats if one in ON_PAPER]
    if piece.on_paper is None or not apart:
        return _in_formats(desk, piece, view, formats)
    whole = [one for one in formats if one not in ON_PAPER]
    on_paper, said = piece.on_paper(view)
    if said:
        note(f"{piece.said}: {said}")
    made = _in_formats(desk, piece, view, whole) if whole else {}
    return made | _in_formats(desk, piece, on_paper, apart)


def _in_formats(desk: Desk, piece: Piece, view: Any, formats: Sequence[str]) -> dict[str, bytes]:
    """The document of a view in each format; an end that says of what it could not be made, and why."""
    from copkit.render import RenderProblem, html, lacking

    shadow = own_templates(Path(desk.tree.real))
    try:
        page = html(piece.document.template, view, shadow=shadow, cache=template_cache())
        if view.meta.marks.accent:
            from copkit.render.accenting import accented

            page = accented(page, view.meta.marks.accent)
        if view.meta.large:
            from copkit.render.large import enlarged

            page = enlarged(page)
        if "pdf" in formats and (said := lacking(page, view.meta, shadow)):
            note(f"{piece.said}: {said}")
        return {
            # the tests hold the built-in templates to the rules for documents
            form: page.encode() if form == "html" and shadow is None else in_format(form, page, view.meta, shadow)
            for form in formats
        }
    except RenderProblem as problem:
        raise Stop(f"{piece.said}: {problem}", REFUSED) from problem


def chosen_formats(typed: Sequence[str] | None) -> tuple[str, ...]:
    """The formats asked for; HTML when none is named."""
    from copkit.render import FORMATS

    return chosen(typed, FORMATS, "format") or ("html",)
