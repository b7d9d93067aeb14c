"""The Word document whose styles every .docx takes: made once, kept as `templates/reference.docx`.

`python -m copkit.render.reference PATH` writes it anew.
"""

from io import BytesIO
from typing import TYPE_CHECKING, Any

from copkit.render.docx_parts import insert
from copkit.render.packing import packed

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle

FONT = "Arial"
DARK_BLUE, BLUE, INK, GREY, WHITE = "003087", "005EB8", "212B32", "425563", "FFFFFF"
#: Headings: name, size, space before and after in points, colour.
HEADINGS = (
    ("Heading 1", 22, 2, 4, DARK_BLUE),
    ("Heading 2", 16, 14, 4, DARK_BLUE),
    ("Heading 3", 13, 10, 3, DARK_BLUE),
    ("Heading 4", 12, 8, 3, INK),
)
#: Our own paragraph styles: name, size, space before and after, colour, bold.
PARAGRAPHS = (
    ("Community", 12, 0, 0, BLUE, True),
    ("Kind", 12, 0, 0, GREY, False),
    ("Lead", 14, 0, 10, GREY, False),
    ("Small", 10, 0, 4, GREY, False),
    ("Document Control", 10, 10, 2, GREY, False),
    ("Fact", 12, 0, 3, INK, False),
    ("Term", 12, 6, 0, DARK_BLUE, True),
    ("Definition", 12, 0, 4, INK, False),
    ("Panel", 12, 0, 6, INK, False),
    ("Callout", 12, 0, 6, WHITE, False),
    ("Checklist", 12, 0, 6, INK, False),
    ("Writing Line", 12, 0, 0, INK, False),
    ("Writing Box", 12, 0, 0, INK, False),
    ("Table Text", 12, 0, 0, INK, False),
    ("Table Small", 9, 0, 0, INK, False),
    ("After Table", 4, 0, 4, INK, False),
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
    section.top_margin, section.bottom_margin = Cm(2.0), Cm(2.0)
    section.header_distance = section.footer_distance = Cm(1.1)
    section.different_first_page_header_footer = True
    _normal(document)
    for name, size, before, after, colour in HEADINGS:
        style = _style(document, name, size, before, after, colour, bold=True)
        style.paragraph_format.keep_with_next = True
    for name, size, before, after, colour, bold in PARAGRAPHS:
        _style(document, name, size, before, after, colour, bold=bold)
    for name in ("List Bullet", "List Bullet 2", "List Number", "List Number 2"):
        _style(document, name, 12, 0, 3, INK)
    for name in ("Header", "Footer"):
        _style(document, name, 9.5, 0, 0, GREY)
    _shapes(document)
    _table_style(document)
    return document


def _normal(document: "Document") -> None:
    from docx.shared import Pt

    normal: Any = document.styles["Normal"]
    _type(normal, 12, INK)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.1
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
    from docx.enum.text import WD_TAB_ALIGNMENT
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
    edge = "F0F4F5"
    _insert(panel, _borders(_rule("top", 4, edge, 6), _rule("left", 32, BLUE, 8), _rule("bottom", 4, edge, 6)))
    _insert(panel, f'<w:shd {W} w:val="clear" w:color="auto" w:fill="{edge}"/>')
    callout = styles["Callout"]
    callout.paragraph_format.left_indent = callout.paragraph_format.right_indent = Cm(0.4)
    _insert(callout, _borders(*(_rule(side, 4, DARK_BLUE, 8) for side in ("top", "left", "bottom", "right"))))
    _insert(callout, f'<w:shd {W} w:val="clear" w:color="auto" w:fill="{DARK_BLUE}"/>')
    for name, sides in (
        ("Writing Line", ("bottom", "between")),
        ("Writing Box", ("top", "left", "bottom", "right")),
    ):
        styles[name].paragraph_format.line_spacing = Cm(0.9)
        _insert(styles[name], _borders(*(_rule(side, 6, "768692") for side in sides)))
    _insert(styles["Lead"], _borders(_rule("bottom", 20, BLUE, space=8)))
    _insert(styles["Header"], _borders(_rule("bottom", 4, "AEB7BD", space=4)))
    _insert(styles["Footer"], _borders(_rule("top", 4, "AEB7BD", space=4)))
    _insert(styles["Document Control"], _borders(_rule("top", 4, "AEB7BD", space=8)))
    _insert(styles["Document Control"], f"<w:contextualSpacing {W}/>")
    for name in ("Header", "Footer"):
        stops = styles[name].paragraph_format.tab_stops
        stops.clear_all()
        stops.add_tab_stop(Cm(16.8), WD_TAB_ALIGNMENT.RIGHT)


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _rule(side: str, eighths: int, colour: str, space: int = 1) -> str:
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{space}" w:color="{colour}"/>'


def _borders(*rules: str) -> str:
    return f"<w:pBdr {W}>{''.join(rules)}</w:pBdr>"


def _insert(style: Any, xml: str) -> None:
    from docx.oxml import parse_xml

    insert(style.element.get_or_add_pPr(), parse_xml(xml))


def _table_style(document: "Document") -> None:
    """Light rules between rows, a tint and a strong rule under the head; nothing at the sides."""
    from docx.oxml import parse_xml

    rule = '<w:{} w:val="single" w:sz="4" w:space="0" w:color="AEB7BD"/>'
    document.styles.element.append(
        parse_xml(
            f'<w:style {W} w:type="table" w:customStyle="1" w:styleId="CopkitTable"><w:name w:val="Copkit Table"/>'
            '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>'
            f"<w:tblPr><w:tblBorders>{rule.format('bottom')}{rule.format('insideH')}</w:tblBorders>"
            '<w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="100" w:type="dxa"/>'
            '<w:bottom w:w="60" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>'
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
    file = BytesIO()
    build().save(file)
    return packed(file.getvalue())


if __name__ == "__main__":
    import sys
    from pathlib import Path

    Path(sys.argv[1]).write_bytes(save())
