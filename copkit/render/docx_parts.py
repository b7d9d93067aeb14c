"""The parts of a Word file that python-docx has no words for: fields, links, lists that begin anew, header rows."""

from copy import deepcopy
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

LINK_COLOUR = "005EB8"


def _element(name: str, **attributes: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element


def field(paragraph: "Paragraph", code: str) -> None:
    """A field that Word works out, such as PAGE."""
    run = paragraph.add_run()._r
    instruction = _element("instrText")
    instruction.text = code
    shown = _element("t")
    shown.text = "1"
    for part in (
        _element("fldChar", fldCharType="begin"),
        instruction,
        _element("fldChar", fldCharType="separate"),
        shown,
        _element("fldChar", fldCharType="end"),
    ):
        run.append(part)


def add_link(paragraph: "Paragraph", address: str, words: str) -> "Run":
    """A link, underlined and in blue; the run that holds its words."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml.ns import qn
    from docx.shared import RGBColor

    key = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = _element("hyperlink")
    link.set(qn("r:id"), key)
    run = paragraph.add_run(words)
    run.font.underline = True
    run.font.color.rgb = RGBColor.from_string(LINK_COLOUR)
    link.append(run._r)
    paragraph._p.append(link)
    return run


def words_of(document: "Document") -> str:
    """What a document says, a paragraph a line."""
    from docx.oxml.ns import qn

    text, paragraph = qn("w:t"), qn("w:p")
    spaces = {qn("w:tab"), qn("w:br")}
    parts = (
        node.text or "" if node.tag == text else "\n" if node.tag == paragraph else " "
        for node in document.element.body.iter(text, paragraph, *spaces)
    )
    return "".join(parts)


def language(document: "Document", code: str) -> None:
    """The language that Word reads and checks the text in."""
    from docx.oxml.ns import qn

    for mark in document.styles.element.iter(qn("w:lang")):
        mark.set(qn("w:val"), code)


def new_list(document: "Document", style: Any, start: int) -> int | None:
    """The number of a new list like the style's that begins at `start`; None where the style has no list."""
    properties = style.element.pPr
    if properties is None or properties.numPr is None:
        return None
    numbering: Any = document.part.numbering_part.element
    like = numbering.num_having_numId(properties.numPr.numId.val)
    own = numbering.add_num(like.abstractNumId.val)
    own.add_lvlOverride(ilvl=0).add_startOverride(start)
    return int(own.numId)


def in_list(paragraph: "Paragraph", number: int) -> None:
    """Make the paragraph an item of that list."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = number


def shade_like(paragraph: "Paragraph", style: Any) -> None:
    """Give a paragraph the border, tint, indents and colour of a style, so that it stands in the same box."""
    own, model = paragraph._p.get_or_add_pPr(), style.element.pPr
    for name in ("pBdr", "shd", "ind"):
        for part in model.findall(f"{{{model.nsmap['w']}}}{name}"):
            insert(own, deepcopy(part))
    mark = own.makeelement(f"{{{model.nsmap['w']}}}rPr")  # by which a bullet has the box's colour
    mark.append(deepcopy(style.element.rPr.find(f"{{{model.nsmap['w']}}}color")))
    insert(own, mark)


def indent(paragraph: "Paragraph", box: Any, centimetres: float) -> None:
    """Let what hangs before its text do so inside its box, whose edge is drawn where it stands."""
    from docx.shared import Cm

    form, hang = paragraph.paragraph_format, Cm(centimetres)
    form.left_indent, form.first_line_indent = box.paragraph_format.left_indent + hang, -hang


def closer(paragraph: "Paragraph", *, heading: bool) -> None:
    """Set a paragraph closer to its neighbours, in a document that is to stay on one page."""
    from docx.shared import Pt

    form = paragraph.paragraph_format
    form.space_before, form.space_after = Pt(7 if heading else 0), Pt(2)
    form.line_spacing = 1.0


#: What stands free between two columns of names.
CELL_MARGIN = 400 * 635


def in_a_row(paragraph: "Paragraph", width: int) -> None:
    """Let the last words of a paragraph stand at the right edge of its column, over a line."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Pt

    form, last = paragraph.paragraph_format, paragraph.runs[-1]
    form.tab_stops.add_tab_stop(width - CELL_MARGIN, WD_TAB_ALIGNMENT.RIGHT)
    form.space_before = form.space_after = Pt(last.font.size.pt / 6 if last.font.size else 2)
    form.line_spacing = 1.0
    last.text = f"\t{last.text}"
    under = _element("pBdr")
    for side in ("bottom", "between"):
        under.append(_element(side, val="single", sz="4", space="1", color="AEB7BD"))
    insert(paragraph._p.get_or_add_pPr(), under)


def framed(run: "Run") -> None:
    """A frame around a run of text: what nobody has set yet."""
    run._r.get_or_add_rPr().append(_element("bdr", val="single", sz="6", space="0", color="212B32"))


#: The order of the properties that we add (ECMA-376, 17.3.1.26).
ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "pBdr", "shd",
    "tabs", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl", "rPr",
)  # fmt: skip


def insert(properties: Any, part: Any) -> None:
    """Put a property of a paragraph where the standard wants it."""
    place = ORDER.index(_name(part))
    index = sum(_name(child) not in ORDER or ORDER.index(_name(child)) < place for child in properties)
    properties.insert(index, part)


def _name(part: Any) -> str:
    return str(part.tag).rpartition("}")[2]


def describe(shape: Any, words: str) -> None:
    """Give a picture its meaning in words; and no room around it, which LibreOffice else takes from the page."""
    for side in ("distT", "distB", "distL", "distR"):
        shape._inline.set(side, "0")
    shape._inline.docPr.set("descr", words)


#: The extension of a picture by which Word 2016 and later draw it from SVG ([MS-ODRAWXML], 2.3.2.18).
SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
SVG_NAMES = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"


def add_vector(document: "Document", shape: Any, drawing: bytes) -> None:
    """Put the SVG drawing beside a picture's dots: newer readers draw it, older ones show the dots."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls, qn

    package = document.part.package
    taken = sum(part.partname.ext == "svg" for part in package.iter_parts())
    part = Part(PackURI(f"/word/media/drawing{taken + 1}.svg"), "image/svg+xml", drawing, package)
    key = document.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    (blip,) = shape._inline.iter(qn("a:blip"))
    blip.append(
        parse_xml(
            f'<a:extLst {nsdecls("a", "r")}><a:ext uri="{SVG_EXTENSION}">'
            f'<asvg:svgBlip xmlns:asvg="{SVG_NAMES}" r:embed="{key}"/></a:ext></a:extLst>'
        )
    )


def room(document: "Document") -> int:
    """How wide what is written on a page may be."""
    section = document.sections[0]
    return section.page_width - section.left_margin - section.right_margin  # type: ignore[operator] # all are set


def new_table(document: "Document", height: int, shares: tuple[float, ...], style: str) -> tuple[Any, list[Any]]:
    """An empty table across the page, its columns by their shares of it; and its cells, row by row."""
    from docx.shared import Emu

    across = room(document)
    table = document.add_table(height, len(shares))
    if style in {known.name for known in document.styles}:
        table.style = document.styles[style]
    table.autofit = False
    widths = [Emu(int(across * share)) for share in shares]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    grid = [row.cells for row in table.rows]  # asking the table for each cell would read all of it each time
    for cells in grid:
        for cell, width in zip(cells, widths, strict=True):
            cell.width = width
    return table, grid


def header_rows(table: Any, count: int) -> None:
    """Mark the first rows as header rows, which repeat on each page; no row breaks across pages."""
    for index, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()
        properties.append(_element("cantSplit"))
        if index < count:
            properties.append(_element("tblHeader"))


def set_plain(table: Any, *, ruled: bool) -> None:
    """Let a table be seen by the place of its cells alone, or by a rule above it, too."""
    borders = _element("tblBorders")
    if ruled:
        borders.append(_element("top", val="single", sz="8", space="0", color="003087"))
    _before_look(table, borders)
    margins = _element("tblCellMar")
    for side, width in (("top", "80" if ruled else "0"), ("left", "0"), ("right", "160")):
        margins.append(_element(side, w=width, type="dxa"))
    _before_look(table, margins)


def set_close(table: Any, room: int) -> None:
    """Set a table's rows closer together than its style does, by so many twentieths of a point."""
    margins = _element("tblCellMar")
    for side in ("top", "bottom"):
        margins.append(_element(side, w=str(room), type="dxa"))
    _before_look(table, margins)


def _before_look(table: Any, part: Any) -> None:
    """Put a property of a table where the standard wants it."""
    properties = table._tbl.tblPr
    after = [one for one in properties if one.tag.endswith("}tblLook")]
    if after:
        after[0].addprevious(part)
    else:
        properties.append(part)


def reverse(cell: Any) -> None:
    """White on ink: what is not as it should be."""
    cell._tc.get_or_add_tcPr().append(_element("shd", val="clear", color="auto", fill="212B32"))
    colour_of(cell, "FFFFFF", bold=True)


def colour_of(cell: Any, colour: str, *, bold: bool = False) -> None:
    """Have all that a cell says in a colour."""
    from docx.shared import RGBColor

    for run in (run for paragraph in cell.paragraphs for run in paragraph.runs):
        run.font.color.rgb = RGBColor.from_string(colour)
        run.bold = bold or run.bold
