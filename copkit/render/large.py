"""Large print: the same page in 18 points and one column, where a table of more than three columns is a list."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING, Any

from copkit.render.grid import Placed, parts, placed
from copkit.render.nodes import EMPTY, Node

if TYPE_CHECKING:
    from docx.document import Document

MOST_COLUMNS = 3
_EMPTY = 6
"""Lines of at most so many points only set things apart."""
_BODY = re.compile(r"<body[^>]*>")
_BESIDE = frozenset(
    {"cards", "columns", "pairs", "two", "beside", "slot", "facts", "control", "strip", "contents"}
    | {"dense", "small", "smaller"}
)
"""Classes that set things side by side, closer together or smaller."""


def enlarged(page: str) -> str:
    """A page for large print: every word of it, in one column. Raises DocumentProblem as `tree` does."""
    from copkit.render.parse import parse

    body = _stacked(parse(page))
    start = _BODY.search(page)
    head = page[: start.start()] if start else ""
    return f"{head}{_source(replace(body, attributes={**body.attributes, 'class': 'large'}))}\n</html>\n"


def enlarge(document: "Document") -> None:
    """Set the styles of a Word file for large print, as the PDF's: nothing is under 16 points."""
    from docx.shared import Pt

    styles: Any = document.styles
    for style in styles:
        font = getattr(style, "font", None)
        if font is not None and font.size is not None and font.size.pt > _EMPTY:
            font.size = Pt(max(16, font.size.pt + 6))


def _stacked(node: Node) -> Node:
    """An element with nothing side by side."""
    if node.tag == "table" and _across(node) > MOST_COLUMNS:
        return _listed(node)
    attributes, kept = dict(node.attributes), [one for one in node.classes if one not in _BESIDE]
    if any(one.tag == "table" and _across(one) > MOST_COLUMNS for one in node.nodes):
        attributes, kept = {}, [one for one in kept if one != "table"]  # what scrolled was the table
    attributes |= {"class": " ".join(kept)} if kept else {}
    if not kept:
        attributes.pop("class", None)
    children = tuple(child if isinstance(child, str) else _stacked(child) for child in node.children)
    return replace(node, attributes=attributes, children=children)


def _across(table: Node) -> int:
    """How many columns a table has."""
    head, body = parts(table)
    return max((one.column + one.across for one in (*placed(head), *placed(body))), default=0)


def _listed(table: Node) -> Node:
    """A table as a list: each row by its first cell, and under it the others, each after its heading."""
    head, body = parts(table)
    heads, cells = placed(head), placed(body)
    words = [
        " ".join(one.cell.text() for one in heads if one.column <= column < one.column + one.across)
        for column in range(_across(table))
    ]
    items = [item for row in range(len(body)) for item in _row(table, cells, row, words)]
    captions = [replace(one, tag="p", attributes={}) for one in table.nodes if one.tag == "caption"]
    listed = Node("dl", {}, tuple(items), table.line)
    return Node("div", {}, (*captions, listed), table.line) if captions else listed


def _row(table: Node, cells: list[Placed], row: int, words: list[str]) -> Iterator[Node]:
    here = sorted((one for one in cells if one.row <= row < one.row + one.down), key=lambda one: one.column)
    first, others = here[0].cell, [(one.cell, words[one.column]) for one in here[1:]]
    yield Node("dt", {}, (first.text() or words[0],), table.line)
    said = [one for one in others if one[0].text().strip() or one[0].nodes]
    if not said:
        yield from (_to_fill(cell, word) for cell, word in others)
    if short := [one for one in said if not one[0].blocks]:
        yield Node("dd", {}, tuple(_in_a_line(short)), table.line)
    for cell, word in said:
        if cell.blocks:
            heading = (Node("p", {}, tuple(_heading(cell, word)), cell.line),) if word else ()
            yield Node("dd", {}, (*heading, *_stacked(cell).children), cell.line)


def _in_a_line(cells: list[tuple[Node, str]]) -> Iterator[Node | str]:
    """Cells of a few words, one after the other, each after its heading."""
    for number, (cell, word) in enumerate(cells):
        if number:
            yield "; "
        for heading in _heading(cell, word):
            yield from (heading, " ")
        yield from cell.children


def _heading(cell: Node, word: str) -> Iterator[Node]:
    if word:
        yield Node("strong", {}, (f"{word}:",), cell.line)


def _to_fill(cell: Node, word: str) -> Node:
    """A cell that people write in: its heading, and a line."""
    line = Node("div", {"class": "write", "data-lines": "1"}, (), cell.line)
    heading = (Node("p", {}, tuple(_heading(cell, word)), cell.line),) if word else ()
    return Node("dd", {}, (*heading, line), cell.line)


def _source(node: Node) -> str:
    """An element as HTML."""
    if node.tag == "svg":
        return node.source()
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in node.attributes.items())
    if node.tag in EMPTY:
        return f"<{node.tag}{attributes}>"
    inside = "".join(escape(child, False) if isinstance(child, str) else _source(child) for child in node.children)
    return f"<{node.tag}{attributes}>{inside}</{node.tag}>"
