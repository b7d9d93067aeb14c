"""What the formats without layout share: which parts they leave out, and a block said in one line."""

from collections.abc import Callable

from copkit.render.grid import parts, placed
from copkit.render.nodes import Node

#: Parts that only paper needs.
PAPER_ONLY = frozenset({"print-only", "pagebreak"})


def kept(node: Node) -> tuple[Node, ...]:
    """The elements inside it that plain formats show."""
    return tuple(child for child in node.nodes if not PAPER_ONLY.intersection(child.classes))


def drawing_of(node: Node) -> Node | None:
    """The drawing in the box of a chart, which plain formats give in words."""
    drawing = node.nodes[0] if "picture" in node.classes and len(node.nodes) == 1 else None
    return drawing if drawing and drawing.tag == "svg" else None


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


def in_lines(node: Node, inline: Callable[[Node], str]) -> str:
    """A block in as many lines as it has: each paragraph and each item of a list by itself."""
    if not node.blocks:
        return "\n".join(" ".join(line.split()) for line in inline(node).split("\n"))
    said = ((child, in_lines(child, inline)) for child in kept(node))
    return "\n".join(f"{'- ' if child.tag == 'li' else ''}{text}" for child, text in said if text)


def headed_rows(
    table: Node, inline: Callable[[Node], str], say: Callable[[Node, Callable[[Node], str]], str] = one_line
) -> tuple[list[str], list[list[str]]]:
    """The last row of a table's head, and its body's rows, as text; the room that a cell spans is left empty.

    `say` is how a cell is said: `one_line` or `in_lines`.
    """
    head, body = parts(table)
    return _texts(head, inline, say)[-1], _texts(body, inline, say)


def _texts(
    rows: list[Node], inline: Callable[[Node], str], say: Callable[[Node, Callable[[Node], str]], str]
) -> list[list[str]]:
    cells = placed(rows)
    width = max((cell.column + cell.across for cell in cells), default=0)
    texts = [[""] * width for _ in rows]
    for cell in cells:
        texts[cell.row][cell.column] = say(cell.cell, inline)
    return texts
