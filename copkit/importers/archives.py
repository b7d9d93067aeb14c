"""The text of what is packed: office documents and other archives, and messages with what is attached."""

import bz2
import email
import email.policy
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Iterator
from typing import Any

from copkit.importers.inside import A_PICTURE, PICTURES, Inside, inside
from copkit.importers.markup import plain_text
from copkit.importers.tables import Unreadable, sheets
from copkit.importers.text import decode

LARGEST_UNPACKED = 200_000_000
_DEEPEST = 4
_OFFICE = ("[Content_Types].xml", "mimetype")
_NO_WORDS = (".ttf", ".otf", ".odttf", ".woff", ".woff2")
_OF_COVER = ("mimetype", "docProps/thumbnail", "Thumbnails/")
"""What says nothing of its own: the kind of document, and a small picture of its first page."""


def zipped(name: str, data: bytes, depth: int) -> Inside:
    """An archive, or a document of an office program, which is one."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError) as problem:
        raise Unreadable("this archive is damaged") from problem
    items = [one for one in archive.infolist() if not one.is_dir()]
    if any(one.flag_bits & 1 for one in items):
        raise Unreadable("it has a password")
    if sum(one.file_size for one in items) > LARGEST_UNPACKED:
        raise Unreadable("it is far too large when it is unpacked")
    if any(one.filename in _OFFICE for one in items):
        return _document(data, {one.filename: archive.read(one) for one in items}, depth)
    return _together([(one.filename, archive.read(one)) for one in items], depth)


def _document(data: bytes, parts: dict[str, bytes], depth: int) -> Inside:
    """The parts of a document; pictures, fonts and what a document brings along are told from its text."""
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise Unreadable("it has a password")
    texts, others = [], []
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            texts.append(plain_text(decode(part)))
        elif not name.lower().endswith(_NO_WORDS) and not name.startswith(_OF_COVER):
            others.append((name, part))
    rest = _together(others, depth)
    if any(name.startswith("xl/") or name == "content.xml" for name in parts):
        texts.append(_rows(data))
    lacks = PICTURES if rest.lacks == A_PICTURE else f"a part of it: {rest.lacks}" if rest.lacks else ""
    return Inside("\n".join([*texts, rest.text]), lacks)


def _rows(data: bytes) -> str:
    """The rows of a workbook, one a line: the first name and the surname may stand in two cells."""
    try:
        return "\n".join(" ".join(row) for sheet in sheets(data) for row in sheet.rows)
    except Unreadable:
        return ""


def packed(name: str, data: bytes, depth: int) -> Inside:
    """One file that was made smaller."""
    openers: dict[bytes, Any] = {b"\x1f\x8b": gzip.open, b"BZ": bz2.open, b"\xfd7": lzma.open}
    with openers[data[:2]](io.BytesIO(data)) as file:
        read: bytes = file.read(LARGEST_UNPACKED + 1)
    if len(read) > LARGEST_UNPACKED:
        raise Unreadable("it is far too large when it is unpacked")
    return _together([(name.rpartition(".")[0], read)], depth)


def is_tar(data: bytes) -> bool:
    """Whether bytes are several files one after another."""
    return data[257:262] == b"ustar"


def tarred(name: str, data: bytes, depth: int) -> Inside:
    """Several files one after another."""
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        files = ((one.name, archive.extractfile(one)) for one in archive if one.isfile())
        return _together([(path, file.read()) for path, file in files if file is not None], depth)


def mail(name: str, data: bytes, depth: int) -> Inside:
    """A message: who wrote it to whom, its words, and what is attached."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    heads = "\n".join(f"{key}: {value}" for key, value in message.items())
    rest = _together(list(_parts(message)), depth)
    return Inside(f"{heads}\n{rest.text}", rest.lacks)


def _parts(message: email.message.EmailMessage) -> Iterator[tuple[str, bytes]]:
    for part in message.walk():
        if part.is_multipart():
            continue
        data = part.get_payload(decode=True)
        kind = ".html" if part.get_content_subtype() == "html" else ".txt"
        if isinstance(data, bytes):
            yield part.get_filename() or f"message{kind}", data


def _together(files: list[tuple[str, bytes]], depth: int) -> Inside:
    """The texts of the files in another, with their names; the first of what could not be read."""
    if depth >= _DEEPEST:
        return Inside("", "it has archives within archives" if files else "")
    found = [(name, inside(name, data, depth + 1)) for name, data in files]
    lacks = [one.lacks for _, one in found if one.lacks]
    worse = [one for one in lacks if one not in (A_PICTURE, PICTURES)] or lacks
    return Inside("\n".join(f"{name}\n{one.text}" for name, one in found), worse[0] if worse else "")
