"""How tall a block will be in print, roughly and rather too tall: what may be long must be free to break."""

from math import ceil

from copkit.render.grid import Placed, parts, placed
from copkit.render.nodes import Node
from copkit.render.widths import ACROSS, EDGES, across, fractions

#: Lines of running text of half a page, less what a guess may be wrong by.
HALF_A_PAGE = 17.0
#: The same of rows of a table, whose height is known better.
_HALF_OF_ROWS = 20.0
#: How much taller a line of a heading is, with the room around it.
_HEADINGS = {"h1": 2.4, "h2": 2.4, "h3": 2.0, "h4": 1.8}
_GAP, _CELL, _CLOSE, _WRITING = 0.7, 0.5, 0.25, 1.6
_INDENT = 3.0
_LEAST = 3.0
#: Lists whose terms stand beside what is said of them.
_BESIDE = frozenset({"facts", "control"})
#: A line ends where the next word does not fit.
_RAGGED = 1.15


def is_tall(node: Node, wide: float = ACROSS) -> bool:
    """Whether a block may be taller than half a page, in a column of so many digits."""
    return height(node, wide) > HALF_A_PAGE


def tall_in(table: Node) -> set[int]:
    """What of a table may be taller than half a page, by its identity: the table, and the cells of tall rows.

    A cell that is kept keeps its whole row.
    """
    rows, cells = _rows(table)
    tall = [index for index, row in enumerate(rows) if row > HALF_A_PAGE]
    found = {id(one.cell) for one in cells if any(one.row <= row < one.row + one.down for row in tall)}
    return found | ({id(table)} if sum(rows) > _HALF_OF_ROWS else set())


def columns(table: Node) -> list[float]:
    """The width of each column, in digits of running text."""
    return [max(_LEAST, share * ACROSS - EDGES) for share in fractions(table)]


def height(node: Node, wide: float) -> float:
    """The height of a block in lines of running text."""
    if node.tag == "table":
        return sum(_rows(node)[0]) + 2 * _GAP
    if "write" in node.classes:
        return _WRITING * int(node.attributes.get("data-lines", "3"))
    if node.tag in ("svg", "img"):
        return HALF_A_PAGE
    beside = not _BESIDE.isdisjoint(node.classes)
    if node.blocks or node.tag in ("ul", "ol", "dl"):
        inner = max(_LEAST, wide - _INDENT) if node.tag in ("ul", "ol", "dl") else wide
        return sum(height(child, inner) for child in node.nodes if child.tag != "dt" or not beside)
    lines = sum(max(1, ceil(across(line) * _RAGGED / wide)) for line in node.text().split("\n"))
    return lines * _HEADINGS.get(node.tag, 1.0) + _GAP


def _rows(table: Node) -> tuple[list[float], list[Placed]]:
    """The height of each row, and the cells with their places."""
    head, body = parts(table)
    cells = placed([*head, *body])
    room, rows = columns(table), [0.0] * (len(head) + len(body))
    edges = _CLOSE if "compact" in table.classes else _CELL
    for one in cells:
        wide = sum(room[one.column : one.column + one.across])
        rows[one.row] = max(rows[one.row], (height(one.cell, wide) - _GAP) / one.down + edges)
    return rows, cells
