"""The paper that a document is printed on, and a Word file laid on it."""

from typing import TYPE_CHECKING, Any, Final, Literal

if TYPE_CHECKING:
    from docx.document import Document

Paper = Literal["A4", "A4 landscape", "A3 landscape"]
"""As a page's style names it."""
SIZES: Final[dict[Paper, tuple[int, int]]] = {
    "A4": (210, 297),
    "A4 landscape": (297, 210),
    "A3 landscape": (420, 297),
}
"""Width and height in millimetres."""


ACROSS: Final = 14
"""The margin in millimetres left and right of a page that lies across."""


def lay(document: "Document", paper: Paper) -> None:
    """Lay a Word file on its paper; where that is A4, the paper of the reference document stays."""
    if paper == "A4":
        return
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    section = document.sections[0]
    width, height = SIZES[paper]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(width), Mm(height)
    if width > height:
        section.left_margin = section.right_margin = Mm(ACROSS)
        section.top_margin, section.bottom_margin = Mm(13), Mm(16)
        section.header_distance = section.footer_distance = Mm(7)
    _stop_at_the_edge(document)


def _stop_at_the_edge(document: "Document") -> None:
    """What stands at the right of head and foot goes to the right edge of this paper."""
    from docx.enum.text import WD_TAB_ALIGNMENT

    from copkit.render.docx_parts import room

    edge: Any = room(document)
    styles: Any = document.styles
    for name in ("Header", "Footer"):
        stops = styles[name].paragraph_format.tab_stops
        stops.clear_all()
        stops.add_tab_stop(edge, WD_TAB_ALIGNMENT.RIGHT)
