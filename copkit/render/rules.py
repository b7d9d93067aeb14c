"""The rules that keep a document readable for everyone: headings in order, tables with heads, pictures in words.

PDF/UA checkers pass a table without header cells, and browsers pass all of these; so a document that breaks one is
not made at all.
"""

import re
from typing import NoReturn

from copkit.patterns import when_used
from copkit.render.grid import parts, placed
from copkit.render.nodes import HEADINGS, Node
from copkit.render.problems import DocumentProblem

#: Words that describe no picture.
PLACEHOLDER = when_used(
    r"(image|img|picture|photo|figure|graphic|logo|chart|graph|untitled|none)?\s*\d*", re.IGNORECASE
)


def validate(body: Node) -> Node:
    """The same tree, proved to keep the rules; raises DocumentProblem with the place of the first breach."""
    level, under = 0, ""
    for node in body.walk():
        if node.tag in HEADINGS:
            level, under = _heading(node, level), node.text()
        elif node.tag == "table":
            _table(node, under)
        elif node.tag in ("img", "svg"):
            _picture(node, under)
    if level == 0:
        raise DocumentProblem("the document has no heading: it needs one <h1>", "whole page")
    return body


def _fail(what: str, node: Node, under: str) -> NoReturn:
    raise DocumentProblem(what, f"line {node.line} of the page" + (f", under “{under}”" if under else ""))


def _heading(node: Node, before: int) -> int:
    level = int(node.tag[1])
    if not node.text().strip():
        _fail(f"<{node.tag}> is empty", node, "")
    if before == 0 and level != 1:
        _fail(f"the first heading must be <h1>, not <{node.tag}>", node, node.text())
    if before and level == 1:
        _fail("there is a second <h1>", node, node.text())
    if level > before + 1:
        _fail(f"the headings jump from level {before} to level {level}", node, node.text())
    return level


def _table(table: Node, under: str) -> None:
    head, body = parts(table)
    cells = [cell for row in head for cell in row.nodes]
    if not any(cell.tag == "th" for cell in cells):
        _fail('the table has no header row: give it <thead> with <th scope="col">', table, under)
    for cell in table.all("th"):
        if cell.attributes.get("scope") not in ("col", "row", "colgroup", "rowgroup"):
            _fail('a header cell needs scope="col" or scope="row"', cell, under)
    for spot in (*placed(head), *placed(body)):
        if spot.down < int(spot.cell.attributes.get("rowspan", "1")):
            _fail("a cell's rowspan reaches past the last row", spot.cell, under)
    widths = {width for part in (head, body) for width in _widths(part)}
    if len(widths) > 1:
        _fail(f"the table's rows have different numbers of cells ({min(widths)} to {max(widths)})", table, under)


def _widths(rows: list[Node]) -> list[int]:
    """The number of columns that each row covers, cells that reach into it from above included."""
    widths = [0] * len(rows)
    for cell in placed(rows):
        for row in range(cell.row, cell.row + cell.down):
            widths[row] += cell.across
    return widths


def _picture(node: Node, under: str) -> None:
    words = node.attributes.get("alt" if node.tag == "img" else "aria-label", "").strip()
    if node.tag == "svg" and node.attributes.get("role") != "img":
        _fail('an <svg> needs role="img" and its meaning in words as aria-label', node, under)
    if PLACEHOLDER.fullmatch(words):
        _fail("a picture needs its meaning in words (alt)", node, under)
