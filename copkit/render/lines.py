"""What the formats without layout share: which parts they leave out, and a block said in one line."""

from collections.abc import Callable

from copkit.render.grid import parts, placed
from copkit.render.nodes import Node

#: Parts that only paper needs.
PAPER_ONLY = frozenset({"print-only", "pagebreak"})


def kept(node: Node) -> tuple[Node, ...]:
    """The elements inside it that plain formats show."""
    return tuple(child for child in node.nodes if not PAPER_ONLY.intersection(child.classes))


def one_line(node: Node, inline: Callable[[Node], str]) -> str:
    """A block in one line: paragraphs and items parted by semicolons, a list led by a colon."""
    if not node.blocks:
        return " ".join(inline(node).split())
    said = ""
    for child in kept(node):
        text = one_line(child, inline)
        joint = ": " if child.tag in ("ul", "ol") else "; "
        said = f"{said}{joint}{text}" if said and text else said or text
    return said


def headed_rows(table: Node, inline: Callable[[Node], str]) -> tuple[list[str], list[list[str]]]:
    """The last row of a table's head, and its body's rows, as text; the room that a cell spans is left empty."""
    head, body = parts(table)
    return _texts(head, inline)[-1], _texts(body, inline)


def _texts(rows: list[Node], inline: Callable[[Node], str]) -> list[list[str]]:
    cells = placed(rows)
    width = max((cell.column + cell.across for cell in cells), default=0)
    texts = [[""] * width for _ in rows]
    for cell in cells:
        texts[cell.row][cell.column] = one_line(cell.cell, inline)
    return texts
