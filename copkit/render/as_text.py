"""A document as plain text of at most 78 characters a line, for pasting into e-mail."""

from textwrap import wrap

from copkit import lexicon
from copkit.render.conserving import require_all
from copkit.render.lines import drawing_of, headed_rows, in_lines, kept, one_line
from copkit.render.nodes import BOXES, HEADINGS, Node
from copkit.render.widths import fractions

WIDTH = 78
GAP = 2
UNDERLINES = {"h1": "=", "h2": "-"}


def text(body: Node) -> str:
    """The document as plain text; only a word longer than a line, such as a link, runs over."""
    made = "\n\n".join("\n".join(block) for block in _blocks(body, WIDTH)) + "\n"
    require_all(body, made, "txt")
    return made


def _blocks(node: Node, width: int) -> list[list[str]]:
    if not node.blocks:
        return [lines] if (lines := _wrap(_inline(node), width)) else []
    return [block for child in kept(node) for block in _block(child, width)]


def _block(node: Node, width: int) -> list[list[str]]:
    if node.tag in HEADINGS:
        lines = _wrap(_inline(node), width)
        line = UNDERLINES.get(node.tag, "")
        return [[*lines, line * max(map(len, lines))] if line else lines]
    if node.tag in ("ul", "ol"):
        return [_items(node, width)]
    if node.tag == "dl":
        return [_definitions(node, width)]
    if node.tag == "table":
        captions = [_wrap(_inline(part), width) for part in node.nodes if part.tag == "caption"]
        return [*captions, _table(node, width)]
    if drawing := drawing_of(node):
        return [_wrap(lexicon.text("common.figure", words=drawing.attributes["aria-label"]), width)]
    if node.tag in ("img", "svg"):
        words = node.attributes.get("alt") or node.attributes.get("aria-label", "")
        return [_wrap(f"[{lexicon.text('common.picture', words=words)}]", width)]
    if "write" in node.classes:
        return [["_" * width] * int(node.attributes.get("data-lines", "3"))]
    if node.tag == "footer":
        return [["-" * width], *_blocks(node, width)]
    if BOXES & {*node.classes}:
        inner = _blocks(node, width - 2)
        joined = [line for block in inner for line in ["", *block]][1:]
        return [[f"| {line}".rstrip() for line in joined]]
    return _blocks(node, width)


def _items(node: Node, width: int) -> list[str]:
    start = int(node.attributes.get("start", "1"))
    lines = []
    for number, item in enumerate(node.nodes, start):
        mark = f"{number}. " if node.tag == "ol" else "[ ] " if "checklist" in node.classes else "- "
        inner = [line for block in _blocks(item, width - len(mark)) for line in block]
        lines += _hang(mark, inner)
    return lines


def _definitions(node: Node, width: int) -> list[str]:
    lines: list[str] = []
    term = ""
    for part in node.nodes:
        if part.tag == "dt":
            term = f"{one_line(part, _inline)}: "
        else:
            lines += _wrap(term + one_line(part, _inline), width, "  ")
            term = "  "
    return lines


def _table(node: Node, width: int) -> list[str]:
    columns = _columns(node, width)
    if columns is None:
        return _stacked(*headed_rows(node, _inline), width)
    heading, body = headed_rows(node, _inline, in_lines)
    rule = ["-" * column for column in columns]
    return [line for row in (heading, rule, *body) for line in _laid_out(row, columns)]


def _columns(node: Node, width: int) -> list[int] | None:
    """How many characters each column gets, or None where a word would not fit."""
    shares = fractions(node)
    room = width - GAP * (len(shares) - 1)
    columns = [max(3, int(share * room)) for share in shares]
    heading, body = headed_rows(node, _inline)
    for column, cells in zip(columns, zip(heading, *body, strict=False), strict=False):
        if any(len(word) > column for cell in cells for word in cell.split()):
            return None
    return columns


def _laid_out(row: list[str], columns: list[int]) -> list[str]:
    cells = [_cell(cell, column) for cell, column in zip(row, columns, strict=False)]
    height = max((len(cell) for cell in cells), default=0)
    lines = []
    for index in range(height):
        parts = [cell[index] if index < len(cell) else "" for cell in cells]
        padded = (part.ljust(column) for part, column in zip(parts, columns, strict=False))
        lines.append((" " * GAP).join(padded).rstrip())
    return lines


def _cell(said: str, width: int) -> list[str]:
    """A cell's lines, an item's second line below its first word."""
    return [line for part in said.split("\n") for line in _wrap(part, width, "  " if part.startswith("- ") else "")]


def _stacked(heading: list[str], body: list[list[str]], width: int) -> list[str]:
    """A table too wide for the page: each row as its cells one below the other; a column of nothing says so."""
    lines: list[str] = []
    nothing = [not any(column) for column in zip(*body, strict=False)]
    for row in body:
        cells = [cell or ("–" if empty else "") for cell, empty in zip(row, nothing, strict=False)]
        said = [f"{name}: {cell}" for name, cell in zip(heading, cells, strict=False) if cell]
        lines += ["", *(line for item in said for line in _wrap(item, width, "  "))]
    return lines[1:]


def _inline(part: Node | str) -> str:
    if isinstance(part, str):
        return part
    if part.tag == "br":
        return "\n"
    said = "".join(_inline(child) for child in part.children)
    if part.tag == "a":
        address = part.attributes["href"].removeprefix("mailto:").removeprefix("tel:")
        return said if address in said or address.startswith("#") else f"{said} ({address})"
    return said


def _wrap(said: str, width: int, hang: str = "") -> list[str]:
    lines: list[str] = []
    for line in said.split("\n"):
        lines += wrap(line, width, subsequent_indent=hang, break_long_words=False, break_on_hyphens=False)
    return lines


def _hang(mark: str, lines: list[str]) -> list[str]:
    return [(mark if index == 0 else " " * len(mark)) + line for index, line in enumerate(lines or [""])]
