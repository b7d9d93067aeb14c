"""What is written into a Word file one at a time: paragraphs, runs of text, pictures, cells side by side."""

from io import BytesIO
from itertools import chain
from typing import TYPE_CHECKING, Any

from copkit.render.docx_parts import (
    add_link,
    add_vector,
    closer,
    describe,
    framed,
    new_table,
    room,
    set_plain,
    shade_like,
)
from copkit.render.nodes import Node
from copkit.render.pictures import as_dots, picture
from copkit.render.widths import ACROSS

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

EMU_A_PIXEL = 9525
#: A picture stands on one page with its caption.
TALLEST = 7_740_000


class Pen:
    """Writes into a document or a cell, and knows where it stands: in a box, in small letters, at a page's end."""

    def __init__(self, document: "Document", across: float = ACROSS) -> None:
        self.document, self.across = document, across
        self.styles: Any = document.styles
        self.ids = {style.name: style.style_id for style in self.styles}
        self.turn = False
        self.box = ""
        self.dense = False
        self.size: Any = None
        self.empty: Any = None

    def paragraph(self, place: Any, style: str) -> "Paragraph":
        """A new paragraph; the empty one that every cell begins with is used first."""
        fresh = self.empty is place
        self.empty = None
        paragraph: Paragraph = place.paragraphs[0] if fresh else place.add_paragraph()
        if style in self.ids:
            paragraph._p.style = self.ids[style]
        if self.turn and place is self.document:
            paragraph.paragraph_format.page_break_before, self.turn = True, False
        if self.box and style != self.box and self.box in self.ids:
            shade_like(paragraph, self.styles[self.box])
        if self.dense:
            closer(paragraph, heading=style.startswith("Heading"))
        return paragraph

    def size_of(self, node: Node) -> Any:
        """The size of letters inside a part: its own, or that of where it stands."""
        from docx.shared import Pt

        return Pt(points) if (points := node.points) else self.size

    def cells(self, shares: tuple[float, ...], rows: int = 1, *, ruled: bool = False) -> list[Any]:
        """Cells without lines, across the page, to put parts in."""
        if self.turn:
            self.paragraph(self.document, "After Table")
        table, cells = new_table(self.document, rows, shares, "")
        set_plain(table, ruled=ruled)
        return [*chain.from_iterable(cells)]

    def lines(self, paragraph: "Paragraph", node: Node) -> None:
        """Text, or blocks as lines of one paragraph, items behind a bullet."""
        inside = [part for part in node.walk() if not part.blocks and (part.tag in ("p", "li") or part is node)]
        listed = {id(item) for item in node.all("li")} | {
            id(item.nodes[0]) for item in node.all("li") if item.blocks
        }
        for index, part in enumerate(inside):
            if index:
                paragraph.add_run().add_break()
            if id(part) in listed:
                paragraph.add_run("• ")
            self.inline(paragraph, part)

    def write(self, node: Node, place: Any) -> None:
        style = "Writing Box" if "box" in node.classes else "Writing Line"
        for _ in range(int(node.attributes.get("data-lines", "3"))):
            self.paragraph(place, style)
        self.paragraph(place, "After Table")

    def picture(self, node: Node, place: Any) -> "Paragraph":
        """A picture in a paragraph of its own, which it gives back."""
        paragraph = self.paragraph(place, "Normal")
        self.shown(node, paragraph)
        return paragraph

    def shown(self, node: Node, paragraph: "Paragraph") -> None:
        """A picture, never wider than the page."""
        from docx.shared import Emu

        given = picture(node)
        image = as_dots(given, int(node.attributes.get("width", "0")))
        shape = paragraph.add_run().add_picture(BytesIO(image.content))
        width = int(node.attributes.get("width", "0")) * EMU_A_PIXEL or shape.width
        tallest = int(node.attributes.get("height", "0")) * EMU_A_PIXEL if node.tag == "img" else 0
        width = min(width, room(self.document), (tallest or TALLEST) * shape.width // shape.height)
        shape.height, shape.width = Emu(int(shape.height * width / shape.width)), Emu(width)
        describe(shape, image.words)
        if given.ending == "svg":
            add_vector(self.document, shape, given.content)

    def inline(self, paragraph: "Paragraph", node: Node, *, strong: bool = False, em: bool = False) -> None:
        """A run of text, with strong, emphasis, line breaks and links."""
        outside, self.size = self.size, self.size_of(node)
        for child in node.children:
            if isinstance(child, str):
                run = paragraph.add_run(child)
                run.bold, run.italic = strong or None, em or None
                self.dress(run, paragraph)
            elif child.tag == "br":
                paragraph.add_run().add_break()
            elif child.tag == "a" and not child.attributes["href"].startswith("#"):
                self.dress(add_link(paragraph, child.attributes["href"], child.text()), paragraph)
            elif "screen-only" not in child.classes:
                self.inline(paragraph, child, strong=strong or child.tag == "strong", em=em or child.tag == "em")
                if "unset" in child.classes:
                    framed(paragraph.runs[-1])
        self.size = outside

    def dress(self, run: "Run", paragraph: "Paragraph") -> None:
        """What a run has of where it stands: smaller letters, and in a dark box light ones."""
        if self.size:
            run.font.size = self.size
        if self.box == "Callout" in self.ids:
            run.font.color.rgb = self.styles["Callout"].font.color.rgb
