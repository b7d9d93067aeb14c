"""Word documents as people save them: paragraphs, tables, changes that are tracked, boxes."""

import io
from collections.abc import Iterable, Sequence

import docx
from docx.oxml.parser import parse_xml

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
Block = str | Sequence[Sequence[str]]


def word(blocks: Iterable[Block]) -> bytes:
    """A document of paragraphs, those that begin with `# ` as headings, and of tables, which are rows of cells."""
    document = docx.Document()
    for block in blocks:
        if not isinstance(block, str):
            table = document.add_table(rows=0, cols=len(block[0]))
            for row in block:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
        elif block.startswith("# "):
            document.add_heading(block[2:], 1)
        else:
            document.add_paragraph(block)
    return _saved(document)


def tracked(kept: str, added: str, gone: str) -> bytes:
    """A paragraph to which words were added, and from which others were taken, with changes tracked."""
    document = docx.Document()
    paragraph = document.add_paragraph(kept)
    change = 'w:id="1" w:author="Sam" w:date="2026-06-09T10:00:00Z"'
    for xml in (
        f"<w:ins {_W} {change}><w:r><w:t>{added}</w:t></w:r></w:ins>",
        f"<w:del {_W} {change}><w:r><w:delText>{gone}</w:delText></w:r></w:del>",
    ):
        paragraph._p.append(parse_xml(xml))
    return _saved(document)


def _saved(document: "docx.document.Document") -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
