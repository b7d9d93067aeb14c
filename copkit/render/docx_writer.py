"""The blocks of a document, written into a Word file one after the other."""

from typing import TYPE_CHECKING, Any

from copkit.render.docx_parts import (
    colour_of,
    header_rows,
    in_a_row,
    in_list,
    indent,
    new_list,
    new_table,
    reverse,
    room,
    set_close,
)
from copkit.render.docx_pen import Pen
from copkit.render.grid import parts, placed
from copkit.render.nodes import HEADINGS, Node
from copkit.render.widths import BOLD, fractions

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

TABLE_STYLE = "Copkit Table"
TICK_BOX = "\N{BALLOT BOX}"
RIGHT: Any = 2
#: Tables with more columns than this are set small.
WIDE = 6
#: The style of a paragraph by its class.
STYLES = {"community": "Community", "kind": "Kind", "lead": "Lead", "meta": "Small"}
#: How far the sign of an item, and the word of a fact, stand before their text, in centimetres.
HANG, FACTS, CLOSE_FACTS = 0.63, 3.2, 2.2
#: How close the rows of a table stand, by its class, in twentieths of a point.
CLOSE = {"compact": 40, "tight": 15}
#: What stands side by side, and each part's share of the width; parts abreast share it alike.
BESIDE = {"slot": (0.19, 0.81), "two": (0.5, 0.5), "abreast": (0.0,), "beside": (0.72, 0.28)}
#: The style of a box by its class.
IN_A_BOX = {"panel": "Panel", "callout": "Callout"}


class Writer(Pen):
    """Writes blocks one after the other; `place` is the document or a table cell."""

    def blocks(self, node: Node, place: Any, style: str = "Normal") -> None:
        """Everything inside an element; a run of text is one paragraph of the style."""
        if not node.blocks:
            self.inline(self.paragraph(place, style), node)
        for child in node.nodes if node.blocks else ():
            if "screen-only" not in child.classes:
                self.block(child, place, style)

    def block(self, node: Node, place: Any, style: str) -> None:
        if node.tag in HEADINGS:
            self.heading(self.paragraph(place, f"Heading {node.tag[1]}"), node)
        elif node.tag == "p":
            self.inline(self.paragraph(place, _style(node, style)), node)
        elif node.tag in ("ul", "ol"):
            self.items(node, place)
        elif node.tag == "dl":
            self.definitions(node, place)
        elif node.tag == "table":
            self.table(node)
        elif node.tag in ("img", "svg"):
            self.picture(node, place)
        elif node.tag == "figure":
            self.figure(node, place)
        else:
            self.division(node, place, style)

    def heading(self, paragraph: "Paragraph", node: Node) -> None:
        """A heading, whose size is its style's wherever it stands, unless its own class says another."""
        outside, self.size = self.size, None
        self.inline(paragraph, node)
        self.size = outside

    def figure(self, node: Node, place: Any) -> None:
        """A picture with its caption; one that stands above it stays on its page."""
        for index, part in enumerate(node.nodes):
            if part.tag != "figcaption":
                self.block(part, place, "Normal")
                continue
            paragraph = self.paragraph(place, "Small" if index else "Normal")
            paragraph.paragraph_format.keep_with_next = index == 0 or None
            self.inline(paragraph, part)

    def division(self, node: Node, place: Any, style: str) -> None:
        outside, self.size = self.size, self.size_of(node)
        self.divided(node, place, style)
        self.size = outside

    def divided(self, node: Node, place: Any, style: str) -> None:
        kinds = node.classes
        if "pagebreak" in kinds:
            self.turn = True
        elif "write" in kinds:
            self.write(node, place)
        elif box := next((IN_A_BOX[kind] for kind in kinds if kind in IN_A_BOX), ""):
            self.box = box
            self.blocks(node, place, box)
            self.box = ""
            self.paragraph(place, "After Table")
        elif "dense" in kinds and not self.dense:
            self.dense = True
            self.divided(node, place, style)
            self.dense = False
        elif shares := next(
            (BESIDE[kind] for kind in kinds if kind in BESIDE and self.can_stand(node, place)), None
        ):
            self.beside(node, shares)
        elif "partners" in kinds:
            self.partners(node, place)
        elif "logo" in kinds:
            self.picture(node.nodes[0], place).alignment = RIGHT
        elif node.children:
            self.blocks(node, place, style)

    def can_stand(self, node: Node, place: Any) -> bool:
        """Whether parts can stand side by side here: in cells, which hold neither a table nor a picture."""
        return place is self.document and not self.box and not any(True for _ in node.all("table", "svg", "img"))

    def beside(self, node: Node, shares: tuple[float, ...]) -> None:
        """Parts side by side, as the cells of a table without lines, in as many rows as they need."""
        shares = shares if any(shares) else (1 / len(node.nodes),) * len(node.nodes)
        ruled, rows = "slot" in node.classes, -(-len(node.nodes) // len(shares))
        for part, cell in zip(node.nodes, self.cells(shares, rows, ruled=ruled), strict=False):
            self.empty = cell
            self.block(part, cell, "Normal")
            first = cell.paragraphs[0]
            first.paragraph_format.space_before = 0
            for run in first.runs if ruled and part.tag in HEADINGS else ():
                run.font.size = self.styles["Normal"].font.size
        self.paragraph(self.document, "After Table")

    def partners(self, node: Node, place: Any) -> None:
        """Marks side by side on one line, and the names of others under them."""
        marks = [part.nodes[0] for part in node.nodes if "partner" in part.classes]
        if marks:
            line = self.paragraph(place, "Normal")
            for mark in marks:
                self.shown(mark, line)
                line.add_run("   ")
        for part in node.nodes:
            if "partner" not in part.classes:
                self.block(part, place, "Normal")

    def items(self, node: Node, place: Any, depth: int = 1) -> None:
        if "places" in node.classes:
            self.places(node, place)
            return
        tick = "checklist" in node.classes
        name = "Checklist" if tick else "List Number" if node.tag == "ol" else "List Bullet"
        style = f"{name} {depth}" if depth > 1 and not tick else name
        number = None
        if node.tag == "ol" and style in self.ids:
            number = new_list(self.document, self.styles[style], int(node.attributes.get("start", "1")))
        half = -(-len(node.nodes) // 2)
        if "pairs" in node.classes and half > 1 and self.can_stand(node, place):
            for cell, some in zip(self.cells((0.5, 0.5)), (node.nodes[:half], node.nodes[half:]), strict=True):
                self.empty = cell
                for item in some:
                    self.item(item, cell, style, depth, number, tick=tick)
            self.paragraph(self.document, "After Table")
            return
        for item in node.nodes:
            self.item(item, place, style, depth, number, tick=tick)

    def item(self, node: Node, place: Any, style: str, depth: int, number: Any, *, tick: bool) -> None:
        """An item of a list: its first paragraph has the sign."""
        for index, part in enumerate(node.nodes if node.blocks else (node,)):
            if part.tag in ("ul", "ol"):
                self.items(part, place, min(depth + 1, 2))
            elif part.tag in ("p", "li"):
                paragraph = self.paragraph(place, style)
                if self.box in self.ids:
                    indent(paragraph, self.styles[self.box], HANG * depth)
                if number is not None and index == 0:
                    in_list(paragraph, number)
                if tick and index == 0:
                    paragraph.add_run(f"{TICK_BOX}\t")
                self.inline(paragraph, part)
            else:
                self.block(part, place, style)

    def places(self, node: Node, place: Any) -> None:
        """Names, and at the right edge of their column where each belongs, with a line under each."""
        for item in node.nodes:
            paragraph = self.paragraph(place, "Normal")
            self.inline(paragraph, item)
            in_a_row(paragraph, room(self.document) if place is self.document else place.width)

    def definitions(self, node: Node, place: Any) -> None:
        """Facts in two columns by a tab; other definitions as a term above its text."""
        style = "Document Control" if "control" in node.classes else "Fact" if "facts" in node.classes else ""
        line: Paragraph | None = None
        for part in node.nodes:
            if part.tag == "dt":
                line = self.paragraph(place, style or "Term")
                if style and self.box in self.ids:
                    indent(line, self.styles[self.box], CLOSE_FACTS if "dense" in node.classes else FACTS)
                self.inline(line, part, strong=bool(style))
            elif style and line is not None:
                line.add_run("\t")
                self.lines(line, part)
                line = None
            else:
                self.blocks(part, place, style or "Definition")

    def table(self, node: Node) -> None:
        """A table across the page."""
        if self.turn:
            self.paragraph(self.document, "After Table")
        head, body = parts(node)
        shares = fractions(node, BOLD, self.across)
        for caption in node.all("caption"):
            self.inline(self.paragraph(self.document, "Term"), caption)
        table, cells = new_table(self.document, len(head) + len(body), shares, TABLE_STYLE)
        style = "Table Text" if len(shares) <= WIDE else "Table Small"
        for row, column, down, across, cell in placed([*head, *body]):
            place = cells[row][column]
            if across > 1 or down > 1:
                place = place.merge(cells[row + down - 1][column + across - 1])
            in_head = row < len(head) and style == "Table Text"
            self.cell(cell, place, "Table Heading" if in_head else style)
        header_rows(table, len(head))
        if room := next((CLOSE[kind] for kind in node.classes if kind in CLOSE), None):
            set_close(table, room)
        self.paragraph(self.document, "After Table")

    def cell(self, node: Node, cell: Any, style: str) -> None:
        self.empty = cell
        outside, self.size = self.size, self.size_of(node)
        self.blocks(node, cell, style)
        self.size = outside
        if node.tag == "th":
            for run in (run for paragraph in cell.paragraphs for run in paragraph.runs):
                run.bold = True
        if "number" in node.classes:
            for paragraph in cell.paragraphs:
                paragraph.alignment = RIGHT
        if "out" in node.classes:
            reverse(cell)
        elif "dim" in node.classes:
            colour_of(cell, "425563")


def _style(node: Node, otherwise: str) -> str:
    """The style of a paragraph: by its class where there is one for it."""
    return next((STYLES[name] for name in node.classes if name in STYLES), otherwise)
