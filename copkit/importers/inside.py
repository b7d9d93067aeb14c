"""The text of a file of any kind, to look for a name in it; and what of it could not be read.

Run it in a child process: what is looked through may come from anybody.
"""

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import NamedTuple

from copkit.importers.markup import plain_text
from copkit.importers.tables import Unreadable, sheets
from copkit.importers.text import decode

PICTURES = "the pictures in it were not looked at"
A_PICTURE = "a picture"
UNKNOWN = "copkit cannot read this kind of file"
_MARKUP = (".html", ".htm", ".xml", ".svg", ".rels", ".xhtml", ".opf")
_FOLDED = (".ics", ".vcf")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp", ".webp", ".emf", ".wmf", ".ico", ".heic")
_RTF = re.compile(r"\\'([0-9a-fA-F]{2})|\\u(-?\d+) ?\??|\\(par|line|tab|cell|row)\b ?|\\[a-z]+-?\d* ?|[{}]|[\r\n]+")


class Inside(NamedTuple):
    """The text that was read, and what was not read, in words; empty where that is nothing."""

    text: str
    lacks: str = ""


def insides(files: Sequence[tuple[str, bytes]]) -> list[Inside]:
    """The texts of several files, each with its name."""
    return [inside(name, data) for name, data in files]


def inside(name: str, data: bytes, depth: int = 0) -> Inside:
    """The text of a file: by what its bytes begin with, and for texts by its name."""
    for start, read in _readers().items():
        if data.startswith(start):
            try:
                return read(name, data, depth)
            except Unreadable as problem:
                return Inside("", problem.message)
            except Exception as problem:  # noqa: BLE001 - what is damaged fails in every way there is
                return Inside("", f"it is damaged ({type(problem).__name__})")
    return _other(name.lower(), data, depth)


def _readers() -> dict[bytes, Callable[[str, bytes, int], Inside]]:
    from copkit.importers import archives

    return {
        b"PK": archives.zipped,
        b"%PDF": lambda _, data, depth: _pdf(data),
        b"\xd0\xcf\x11\xe0": lambda _, data, depth: _old_workbook(data),
        b"\x1f\x8b": archives.packed,
        b"BZh": archives.packed,
        b"\xfd7zXZ": archives.packed,
        b"SQLite format 3\0": lambda _, data, depth: _database(data),
        rb"{\rtf": lambda _, data, depth: Inside(_RTF.sub(_rtf_sign, data.decode("latin-1"))),
        b"b0VIM ": lambda _, data, depth: Inside(data.replace(b"\0", b"\n").decode("utf-8", "replace")),
    }


def _other(name: str, data: bytes, depth: int) -> Inside:
    from copkit.importers import archives

    if name.endswith(_PICTURES):
        return Inside(data.decode("latin-1"), A_PICTURE)  # what stands beside it, such as who took it, is text
    if archives.is_tar(data):
        return archives.tarred(name, data, depth)
    if name.endswith(".eml"):
        return archives.mail(name, data, depth)
    text = decode(data)
    if "\0" in text:
        return Inside(data.replace(b"\0", b"").decode("utf-8", "replace"), UNKNOWN)
    if name.endswith(_MARKUP):
        return Inside(f"{text}\n{plain_text(text)}")
    return Inside(re.sub(r"\r?\n[ \t]", "", text) if name.endswith(_FOLDED) else text)


def _pdf(data: bytes) -> Inside:
    """The text of each page; a page without any is a picture of one."""
    import pypdfium2  # type: ignore[import-untyped]

    try:
        book = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        raise Unreadable("it is damaged, or has a password") from problem
    pages = [page.get_textpage().get_text_bounded() for page in book]
    about = [str(value) for value in book.get_metadata_dict().values()]
    empty = sum(not text.strip() for text in pages)
    lacks = f"{empty} of its {len(pages)} pages {'has' if empty == 1 else 'have'} no text, only a picture"
    text = "\n".join(one.replace("\r\n", "\n").replace("\ufffe", "") for one in [*pages, *about])
    return Inside(f"{text}\n{_unbroken(text)}", lacks if empty or not pages else "")


def _unbroken(text: str) -> str:
    """The lines of a page as one: a name that is wrapped stands at the end of one and the start of the next."""
    return " ".join(text.split())


def _old_workbook(data: bytes) -> Inside:
    try:
        rows = [row for sheet in sheets(data) for row in sheet.rows]
    except Unreadable:
        raise Unreadable("it has a password, or is of an old kind that copkit cannot read") from None
    return Inside("\n".join(" ".join(row) for row in rows), "its remarks, which an old workbook keeps apart")


def _database(data: bytes) -> Inside:
    import sqlite3

    book = sqlite3.connect(":memory:")
    try:
        book.deserialize(data)
        return Inside("\n".join(book.iterdump()))
    except sqlite3.Error as problem:
        raise Unreadable("this database is damaged") from problem
    finally:
        book.close()


def _rtf_sign(match: re.Match[str]) -> str:
    byte, code, space = match[1], match[2], match[3]
    if byte:
        return bytes.fromhex(byte).decode("cp1252", "replace")
    with suppress(ValueError, OverflowError):
        return chr(int(code) % 65536) if code else ("\n" if space else "")
    return ""
