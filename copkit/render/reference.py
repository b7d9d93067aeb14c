"""The Word document whose styles every .docx takes: made once, kept as `templates/reference.docx`, to be restyled in Word.

`python -m copkit.render.reference PATH` writes it anew.
"""

from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle

FONT = "Arial"
DARK_BLUE, BLUE, INK, GREY = "003087", "005EB8", "212B32", "425563"
#: Headings: name, size, space before and after in points, colour.
HEADINGS = (
    ("Heading 1", 25, 6, 8, DARK_BLUE),
    ("Heading 2", 16, 20, 6, DARK_BLUE),
    ("Heading 3", 13, 14, 4, DARK_BLUE),
    ("Heading 4", 12, 12, 4, INK),
)
#: Our own paragraph styles: name, size, space before and after, colour, bold.
PARAGRAPHS = (
    ("Community", 12, 0, 0, BLUE, True),
    ("Lead", 14, 0, 14, GREY, False),
    ("Small", 10, 0, 6, GREY, False),
    ("Document Control", 10, 0, 2, GREY, False),
    ("Fact", 12, 0, 5, INK, False),
    ("Term", 12, 6, 0, DARK_BLUE, True),
    ("Definition", 12, 0, 6, INK, False),
    ("Panel", 12, 0, 6, INK, False),
    ("Checklist", 12, 0, 6, INK, False),
    ("Writing Line", 12, 0, 0, INK, False),
    ("Table Text", 12, 0, 0, INK, False),
    ("Table Small", 9, 0, 0, INK, False),
    ("After Table", 6, 0, 6, INK, False),
    ("Table Heading", 12, 0, 0, INK, True),
)


def build() -> "Document":
    """A Word document without text, with every style that copkit uses."""
    import docx
    from docx.shared import Cm

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.1)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(2.2)
    section.header_distance = section.footer_distance = Cm(1.1)
    section.different_first_page_header_footer = True
    _normal(document)
    for name, size, before, after, colour in HEADINGS:
        style = _style(document, name, size, before, after, colour, bold=True)
        style.paragraph_format.keep_with_next = True
    for name, size, before, after, colour, bold in PARAGRAPHS:
        _style(document, name, size, before, after, colour, bold=bold)
    for name in ("List Bullet", "List Bullet 2", "List Number", "List Number 2", "Header", "Footer"):
        _style(
            document,
            name,
            9.5 if name in ("Header", "Footer") else 12,
            0,
            3,
            GREY if name in ("Header", "Footer") else INK,
        )
    _shapes(document)
    _table_style(document)
    return document


def _normal(document: "Document") -> None:
    from docx.shared import Pt

    normal: Any = document.styles["Normal"]
    _type(normal, 12, INK)
    normal.paragraph_format.space_after = Pt(8)
    normal.paragraph_format.line_spacing = 1.2
    defaults = document.styles.element.find(_tag("w:docDefaults"))
    for language in defaults.iter(_tag("w:lang")):
        language.set(_tag("w:val"), "en-GB")


def _style(
    document: "Document", name: str, size: float, before: float, after: float, colour: str, *, bold: bool = False
) -> "ParagraphStyle":
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    styles: Any = document.styles
    style = styles[name] if name in styles else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if name not in ("Normal", "Header", "Footer") and not name.startswith(("Heading", "List")):
        style.base_style = styles["Normal"]
    style.quick_style = True
    style.hidden = False
    _type(style, size, colour, bold=bold)
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(after)
    found: ParagraphStyle = style
    return found


def _type(style: Any, size: float, colour: str, *, bold: bool = False) -> None:
    """Set the type of a style, in place of the theme's."""
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size, style.font.bold = FONT, Pt(size), bold
    style.font.italic = False
    style.font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.rPr.rFonts
    for name in list(fonts.attrib):
        if "heme" in name:
            del fonts.attrib[name]
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(_tag(script), FONT)


def _shapes(document: "Document") -> None:
    """Indents, tab stops, rules and tints of our own styles."""
    from docx.shared import Cm

    styles: Any = document.styles
    for name, hang in (("Fact", 3.6), ("Document Control", 3.6), ("Checklist", 0.8)):
        layout = styles[name].paragraph_format
        layout.left_indent, layout.first_line_indent = Cm(hang), -Cm(hang)
        layout.tab_stops.add_tab_stop(Cm(hang))
    styles["Definition"].paragraph_format.left_indent = Cm(0.6)
    styles["Term"].paragraph_format.keep_with_next = True
    panel = styles["Panel"]
    panel.paragraph_format.left_indent = panel.paragraph_format.right_indent = Cm(0.4)
    _insert(panel, f'<w:pBdr {W}><w:top w:val="single" w:sz="4" w:space="6" w:color="F0F4F5"/>'
            f'<w:left w:val="single" w:sz="32" w:space="8" w:color="{BLUE}"/>'
            f'<w:bottom w:val="single" w:sz="4" w:space="6" w:color="F0F4F5"/></w:pBdr>')  # fmt: skip
    _insert(panel, f'<w:shd {W} w:val="clear" w:color="auto" w:fill="F0F4F5"/>')
    line = styles["Writing Line"]
    line.paragraph_format.line_spacing = Cm(0.9)
    _insert(line, f'<w:pBdr {W}><w:bottom w:val="single" w:sz="4" w:space="1" w:color="768692"/>'
            f'<w:between w:val="single" w:sz="4" w:space="1" w:color="768692"/></w:pBdr>')  # fmt: skip
    _insert(
        styles["Lead"], f'<w:pBdr {W}><w:bottom w:val="single" w:sz="20" w:space="8" w:color="{BLUE}"/></w:pBdr>'
    )


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
#: What stands before a border or a tint inside paragraph properties (the order is fixed by ECMA-376, 17.3.1.26).
BEFORE = {"w:pBdr": ("w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:widowControl", "w:numPr"),
          "w:shd": ("w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:widowControl", "w:numPr", "w:pBdr")}  # fmt: skip


def _insert(style: Any, xml: str) -> None:
    from docx.oxml import parse_xml

    part = parse_xml(xml)
    kind = "w:pBdr" if part.tag.endswith("pBdr") else "w:shd"
    properties = style.element.get_or_add_pPr()
    index = sum(child.tag in {_tag(name) for name in BEFORE[kind]} for child in properties)
    properties.insert(index, part)


def _table_style(document: "Document") -> None:
    """Light rules between rows, a tint and a strong rule under the head; nothing at the sides."""
    from docx.oxml import parse_xml

    rule = '<w:{} w:val="single" w:sz="4" w:space="0" w:color="AEB7BD"/>'
    document.styles.element.append(
        parse_xml(
            f'<w:style {W} w:type="table" w:customStyle="1" w:styleId="CopkitTable"><w:name w:val="Copkit Table"/>'
            '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>'
            f"<w:tblPr><w:tblBorders>{rule.format('bottom')}{rule.format('insideH')}</w:tblBorders>"
            '<w:tblCellMar><w:top w:w="85" w:type="dxa"/><w:left w:w="100" w:type="dxa"/>'
            '<w:bottom w:w="85" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>'
            '<w:tblStylePr w:type="firstRow"><w:tcPr>'
            f'<w:tcBorders><w:bottom w:val="single" w:sz="10" w:space="0" w:color="{DARK_BLUE}"/></w:tcBorders>'
            '<w:shd w:val="clear" w:color="auto" w:fill="E8EDEE"/></w:tcPr></w:tblStylePr></w:style>'
        )
    )


def _tag(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(name))


def save() -> bytes:
    """The reference document as a file, the same bytes each time."""
    from copkit.render.packing import packed

    file = BytesIO()
    build().save(file)
    return packed(file.getvalue())


if __name__ == "__main__":
    import sys
    from pathlib import Path

    Path(sys.argv[1]).write_bytes(save())
