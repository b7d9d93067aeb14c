"""Bytes to text: UTF-8 or a clear word about what it is instead."""

import codecs
from typing import NamedTuple

from copkit.findings import Finding, Position, Severity
from copkit.yamlfile.marks import BREAK

_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "UTF-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "UTF-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "UTF-16", "utf-16"),
)
_RESAVE = "Save the file again as UTF-8 (in Notepad: Save as, Encoding: UTF-8)."


class Decoded(NamedTuple):
    """A file's text without byte order mark, and what is wrong with its encoding."""

    text: str
    finding: Finding | None


def decode(data: bytes, path: str) -> Decoded:
    """The text of a file; never raises. What is not UTF-8 is read as what it looks like, and said."""
    wide = _wide(data)
    if wide is not None:
        name, codec = wide
        return Decoded(data.decode(codec, "replace").removeprefix("\ufeff"), _finding(path, f"this file is {name}"))
    try:
        return Decoded(data.decode("utf-8").removeprefix("\ufeff"), None)
    except UnicodeDecodeError as error:
        return _narrow(data, path, error.start)


def _wide(data: bytes) -> tuple[str, str] | None:
    for mark, name, codec in _MARKS:
        if data.startswith(mark):
            return name, codec
    start = data[:200]
    # Without a mark: nearly every second byte of English text in UTF-16 is zero.
    for offset, codec in ((1, "utf-16-le"), (0, "utf-16-be")):
        if 3 * start[offset::2].count(0) > len(start) and b"\0" not in start[1 - offset :: 2]:
            return "UTF-16", codec
    return None


def _narrow(data: bytes, path: str, start: int) -> Decoded:
    before = data[:start].decode("utf-8").removeprefix("\ufeff")
    breaks = list(BREAK.finditer(before))
    column = len(before) - (breaks[-1].end() if breaks else 0) + 1
    says = f"this file is not UTF-8: byte {start + 1} of the file is 0x{data[start]:02x}, as Windows-1252 writes it"
    finding = _finding(path, says, len(breaks) + 1, column)
    return Decoded("".join(_windows(byte) for byte in data.removeprefix(codecs.BOM_UTF8)), finding)


def _windows(byte: int) -> str:
    """A byte as Windows-1252 has it; the five that it leaves out are C1 controls."""
    try:
        return bytes((byte,)).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


def _finding(path: str, message: str, line: int = 1, column: int = 1) -> Finding:
    return Finding("REF-08", Severity.ERROR, Position(path, line, column), message, _RESAVE)
