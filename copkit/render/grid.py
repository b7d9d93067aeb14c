"""Where the cells of a table stand, with those that span rows or columns taken into account."""

from typing import NamedTuple

from copkit.render.nodes import Node


class Placed(NamedTuple):
    """A cell, the row and column (from 0) of its upper left corner, and how many of each it covers."""

    row: int
    column: int
    down: int
    across: int
    cell: Node


def parts(table: Node) -> tuple[list[Node], list[Node]]:
    """The rows of a table: those of its head, then those of its body."""
    head = [row for part in table.nodes if part.tag == "thead" for row in part.nodes]
    body = [row for part in table.nodes if part.tag == "tbody" for row in part.nodes]
    return head, body


def placed(rows: list[Node]) -> list[Placed]:
    """Every cell of these rows and its place; a span that would leave the rows is cut."""
    taken: set[tuple[int, int]] = set()
    cells = []
    for line, row in enumerate(rows):
        column = 0
        for cell in row.nodes:
            while (line, column) in taken:
                column += 1
            across, down = _span(cell, "colspan"), min(_span(cell, "rowspan"), len(rows) - line)
            taken |= {(line + y, column + x) for y in range(down) for x in range(across)}
            cells.append(Placed(line, column, down, across, cell))
            column += across
    return cells


def _span(cell: Node, name: str) -> int:
    return int(cell.attributes.get(name, "1"))
