"""docs/documents.md names every template, and every element, class, macro, filter and field that it may use."""

import re
from pathlib import Path

from copkit.documents.catalogue import DOCUMENTS
from copkit.render import FORMATS
from copkit.render.nodes import FLOW, INLINE, INSIDE, TEXT
from copkit.render.places import builtin
from copkit.render.wording import FILTERS
from tests.render.demo import META

PAGE = (Path(__file__).parents[2] / "docs" / "documents.md").read_text(encoding="utf-8")


def undocumented(names: set[str]) -> set[str]:
    assert len(names) >= 3
    return {name for name in names if not re.search(rf"`{re.escape(name)}[`(]", PAGE)}


def test_every_template_of_a_document_is_documented() -> None:
    missing = undocumented({one.template for one in DOCUMENTS.values()})
    assert missing == set(), "add its template to a line of the table of docs/documents.md"


def test_every_element_is_documented() -> None:
    assert undocumented(set(FLOW | INLINE | TEXT | frozenset(INSIDE))) == set()


def test_every_macro_and_filter_is_documented() -> None:
    source = (builtin() / "macros.html.j2").read_text(encoding="utf-8")
    assert undocumented(set(re.findall(r"{% macro (\w+)\(", source))) == set()
    assert undocumented(set(FILTERS)) == set()


def test_every_block_field_and_format_is_documented() -> None:
    source = (builtin() / "base.html.j2").read_text(encoding="utf-8")
    assert undocumented(set(re.findall(r"{% block (\w+) %}", source))) == set()
    assert undocumented(set(META.__slots__)) == set()
    assert undocumented(set(FORMATS)) == set()


def test_every_class_that_the_formats_know_is_documented() -> None:
    source = (builtin() / "document.typ").read_text(encoding="utf-8")
    assert undocumented(set(re.findall(r'has\(\w+, "([\w-]+)"\)', source)) - {"box"}) == set()
