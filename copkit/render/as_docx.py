"""A document for Word: real headings, lists and header rows, in the styles of a reference document."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from copkit import lexicon
from copkit.render.accenting import accent_word
from copkit.render.conserving import require_all
from copkit.render.docx_parts import field, language, words_of
from copkit.render.docx_writer import Writer
from copkit.render.large import enlarge
from copkit.render.meta import Meta
from copkit.render.nodes import Node
from copkit.render.outside import require_no_outside
from copkit.render.packing import packed
from copkit.render.paper import lay
from copkit.render.places import find
from copkit.render.widths import ACROSS, LARGE

if TYPE_CHECKING:
    from docx.document import Document

REFERENCE = "reference.docx"


def docx(body: Node, meta: Meta, *, shadow: Path | None = None) -> bytes:
    """The document as .docx, the same bytes for the same input; `shadow` may hold its own `reference.docx`."""
    from docx import Document

    document = Document(_reference(shadow))
    _properties(document, meta)
    lay(document, meta.paper)
    _margins(document, meta)
    if meta.large:
        enlarge(document)
    Writer(document, LARGE if meta.large else ACROSS).blocks(body, document)
    if meta.marks.accent:
        accent_word(document, meta.marks.accent)
    require_all(body, words_of(document), "docx")
    file = BytesIO()
    document.save(file)
    return packed(file.getvalue())


def _reference(shadow: Path | None) -> BytesIO:
    """The document that gives the styles, looked through where it is the user's own."""
    file = find(REFERENCE, shadow)
    data = file.read_bytes()
    if shadow is not None and file.is_relative_to(shadow):
        require_no_outside(data, f"templates/{REFERENCE}")
    return BytesIO(data)


def _properties(document: "Document", meta: Meta) -> None:
    core = document.core_properties
    core.title, core.author, core.subject = meta.title[:255], meta.author[:255], meta.subtitle[:255]
    core.language, core.version = meta.language, meta.version[:255]
    core.last_modified_by, core.comments, core.keywords = meta.author[:255], "", ""
    core.created = core.modified = datetime(meta.date.year, meta.date.month, meta.date.day, tzinfo=UTC)
    core.revision = 1
    language(document, meta.language)


def _margins(document: "Document", meta: Meta) -> None:
    """The running header from the second page on, and the foot of every page with its number."""
    section = document.sections[0]
    section.header.paragraphs[0].text = "\t".join(meta.head)
    feet = [section.footer]
    if section.different_first_page_header_footer:
        feet.append(section.first_page_footer)
    for foot in feet:
        line = foot.paragraphs[0]
        before, *after = lexicon.text("common.page", number="\n", pages="\n").split("\n")
        line.text = f"{meta.footer_line}\t{before}"
        for name, said in zip(("PAGE", "NUMPAGES"), after, strict=True):
            field(line, name)
            if said:
                line.add_run(said)
