"""What the formats without layout share: which parts they leave out, and a block said in one line."""

from collections.abc import Callable

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


def headed_rows(
    head: list[Node], body: list[Node], inline: Callable[[Node], str]
) -> tuple[list[str], list[list[str]]]:
    """A table's headings and rows as text, a cell that spans columns followed by empty ones."""
    heading = _cells(head[-1], inline) if head else []
    return heading, [_cells(row, inline) for row in body]


def _cells(row: Node, inline: Callable[[Node], str]) -> list[str]:
    cells: list[str] = []
    for cell in row.nodes:
        cells += [one_line(cell, inline), *[""] * (int(cell.attributes.get("colspan", "1")) - 1)]
    return cells
