"""The small numbers of a printed report: each leads to its place in the evidence, in the order of the pages."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, NamedTuple

from copkit import lexicon
from copkit.documents.annual import Annual
from copkit.metrics.pages import definition

PAGES = ("front", "measured", "retold", "used", "voices", "done", "ways", "ahead")
"""The fields of a report's view, a page each."""


class Ref(NamedTuple):
    """A place in the evidence: a figure's code in small letters (`w1`), a story's, or a part of the page."""

    anchor: str
    #: What stands there, where it is no figure.
    name: str = ""


class Found(NamedTuple):
    """A line of “Find any number”: the number, where it leads, the code and what it is."""

    number: int
    anchor: str
    name: str


def ref(code: str) -> Ref:
    """The place of a figure by its code."""
    return Ref(code.lower())


def numbered(*views: object) -> tuple[Found, ...]:
    """Every place that views refer to, numbered as a reader meets them."""
    first: dict[str, Ref] = {}
    for one in (found for view in views for found in _inside(view)):
        if one.anchor:
            first.setdefault(one.anchor, one)
    return tuple(Found(number, one.anchor, _name(one)) for number, one in enumerate(first.values(), 1))


def evidence_name(annual: Annual) -> str:
    """What the files of the evidence are called, without an ending: as the report, and for whom."""
    return annual.named_for("members", annual.span, annual.community.id, "evidence")


def shown_on(view: Any) -> dict[str, int]:
    """The page of a report on which each place in the evidence is referred to first."""
    found: dict[str, int] = {}
    for page, name in enumerate(PAGES, 1):
        for one in _inside(getattr(view, name)):
            found.setdefault(one.anchor, page)
    return found


def _name(one: Ref) -> str:
    if one.name:
        return one.name
    code = one.anchor.upper()
    return lexicon.text("synthesis.references.figure", code=code, name=definition(code).name)


def _inside(view: object) -> Iterator[Ref]:
    if isinstance(view, Ref):
        yield view
    elif isinstance(view, (tuple, list)):
        for one in view:
            yield from _inside(one)
    elif is_dataclass(view):
        for field in fields(view):
            yield from _inside(getattr(view, field.name))
