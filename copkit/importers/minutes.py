"""Minutes from elsewhere as lines: Word, Markdown, plain text, and what a meeting's machine wrote down."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from copkit import lexicon
from copkit.importers.tables import LARGEST, Unreadable
from copkit.importers.text import decode
from copkit.patterns import when_used
from copkit.visible import HIDDEN
from copkit.yamlfile.marks import BREAK

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
_UNPACKED = 100_000_000
_CUE = when_used(r"(?:\d\d:)?\d\d:\d\d[.,]\d{3} -->.*")
_SPEAKER = when_used(r"<v(?:\.[\w.]+)? ([^>]*)>")
_TAG = when_used(r"</?[a-z][^>]*>")
_OTHERS = {b"%PDF": "PDF", b"{\\rtf": "RTF", b"\xd0\xcf\x11\xe0": ".doc"}
_IN_WORD = "Open it in Word and save it as a Word document (.docx), or copy its text and take “-”."


def is_word(data: bytes) -> bool:
    """Whether a file is a Word document, by its first bytes: it must be read in a child with limits."""
    return data.startswith(b"PK\x03\x04")


def lines_of(data: bytes, name: str = "") -> list[str]:
    """The lines of a text, none of them blank, without characters that nobody sees. Raises `Unreadable`."""
    if len(data) > LARGEST:
        raise Unreadable(f"this file is too large ({len(data) // 1_000_000} MB; the most is 20)")
    for mark, kind in _OTHERS.items():
        if data.startswith(mark):
            raise Unreadable(f"this file is of the kind {kind}, which cannot be taken", _IN_WORD)
    text = decode(data)
    lines = BREAK.split(text)
    if name.casefold().endswith(".vtt") or lines[0].lstrip("\ufeff").startswith("WEBVTT"):
        lines = list(_spoken(lines))
    found = [HIDDEN.sub("", line.replace("\x0b", " ")).strip() for line in lines]
    if not (found := [line for line in found if line]):
        raise Unreadable("there is no text in this file", "Choose the file with the minutes.")
    return found


def _spoken(lines: list[str]) -> Iterator[str]:
    """What was said by a transcript's own times, with who said it, and without the times."""
    after = False
    for line in lines:
        if _CUE.match(line):
            after = True
        elif not line.strip():
            after = False
        elif after:
            yield _TAG.sub("", _SPEAKER.sub(r"\1: ", line))


def by_a_machine(lines: list[str], name: str = "") -> bool:
    """Whether a machine says that it wrote this."""
    signs = lexicon.spellings("taken")["signs"]
    ends = " ".join((*lines[:20], *lines[-10:])).casefold()
    return name.casefold().endswith(".vtt") or any(sign in ends for sign in signs)


# --- Word, in the child ----------------------------------------------------------------------------------


def word_lines(data: bytes) -> bytes:
    """The paragraphs of a Word document, a line each, the cells of a table with strokes between them."""
    from docx.oxml.parser import parse_xml

    if len(data) > LARGEST:
        raise Unreadable(f"this file is too large ({len(data) // 1_000_000} MB; the most is 20)")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        if sum(one.file_size for one in archive.infolist()) > _UNPACKED:
            raise Unreadable("this document is far too large when it is unpacked")
        there = [part for part in _PARTS if part in archive.namelist()]
        roots = [parse_xml(archive.read(part)) for part in there]
    except Unreadable:
        raise
    except Exception as problem:
        raise Unreadable("this document cannot be read: it is damaged, or has a password", _IN_WORD) from problem
    if _PARTS[0] not in there:
        raise Unreadable("this is no Word document", "Save it as a Word document (.docx), or as text.")
    return "\n".join(line for root in roots for line in _blocks(root)).encode("utf-8", "replace")


def _blocks(node: Any) -> Iterator[str]:
    """What stands in a part of a document, in order."""
    for child in node:
        if child.tag == f"{_W}tbl":
            yield from _rows(child)
        elif child.tag == f"{_W}p":
            yield from _paragraph(child)
        elif child.tag != _FALLBACK:
            yield from _blocks(child)


def _paragraph(node: Any) -> Iterator[str]:
    """A paragraph, a line for each of its lines, and what stands in text boxes within it."""
    yield from "".join(_words(node)).split("\n")
    for box in node.iter(f"{_W}txbxContent"):
        if not any(above.tag == _FALLBACK for above in box.iterancestors()):
            yield from _blocks(box)


def _words(node: Any) -> Iterator[str]:
    """The words of a paragraph with what was added to it, and without what was taken out."""
    for child in node:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in (f"{_W}tab", f"{_W}ptab"):
            yield "\t"
        elif child.tag in (f"{_W}br", f"{_W}cr"):
            yield "\n"
        elif child.tag == f"{_W}noBreakHyphen":
            yield "‑"
        elif child.tag not in (f"{_W}pPr", f"{_W}rPr", f"{_W}txbxContent", f"{_W}del", _FALLBACK):
            yield from _words(child)


def _rows(table: Any) -> Iterator[str]:
    """A row a line; the paragraphs of a cell one after another."""
    for row in table.iterchildren(f"{_W}tr"):
        cells = [" ".join(filter(None, map(str.strip, _blocks(cell)))) for cell in row.iter(f"{_W}tc")]
        if any(cells):
            yield " | ".join(cell.replace("|", "/") for cell in cells)
