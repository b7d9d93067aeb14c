"""One version of a notes file taken apart: comments and value of each key, and the lines of its capture."""

from collections.abc import Iterator
from typing import NamedTuple

from copkit.capture.keywords import by_word
from copkit.models.fields import fields
from copkit.models.kinds import KINDS
from copkit.patterns import when_used
from copkit.yamlfile import Data, Document, read_notes
from copkit.yamlfile.decode import decode
from copkit.yamlfile.marks import BREAK

_MARGIN = (" ", "\t", "\u00a0")
_COMMENT = when_used(r"\s*$|#|---\s*$")


class Unread(Exception):
    """A version that cannot be taken apart without guessing; the message says why."""


class Key(NamedTuple):
    """The lines of one key, those above it that are comments, and its value."""

    above: tuple[str, ...]
    lines: tuple[str, ...]
    value: Data | None


class Side(NamedTuple):
    """One version: its keys in order, what stands below the last of them, and the capture, an entry each."""

    keys: dict[str, Key]
    rest: tuple[str, ...]
    capture: tuple[str, ...]
    text: str


def take_apart(data: bytes, path: str) -> Side:
    """A version of a notes file in any encoding. Raises `Unread`."""
    document = read_notes(data, path, set(fields(KINDS["notes"].record)), by_word())
    if "\0" in document.text:
        raise Unread("it is not a text")
    found = document.data
    if not isinstance(found, dict) or any("merge" in one.message for one in document.findings):
        raise Unread("it cannot be read as notes")
    capture = found.get("capture", "")
    if not isinstance(capture, str):
        raise Unread("its capture is not a text")
    keys, rest = _keys(document, found)
    return Side(keys, rest, tuple(entries(BREAK.split(capture))), document.text)


def plain(data: bytes, path: str = "") -> str:
    """The text of a file in any encoding, with plain line ends."""
    return "\n".join(BREAK.split(decode(data, path).text))


def entries(lines: list[str]) -> Iterator[str]:
    """Each line with the indented ones right below it, which continue it; a blank line is an entry of its own."""
    group: list[str] = []
    for line in lines:
        if group and group[0].strip() and line.strip() and line.startswith(_MARGIN):
            group.append(line.rstrip())
            continue
        if group:
            yield "\n".join(group)
        group = [line.rstrip()]
    if group and any(line.strip() for line in group):
        yield "\n".join(group)


def _keys(document: Document, found: dict[str, Data]) -> tuple[dict[str, Key], tuple[str, ...]]:
    """The keys but for the capture, and what stands below the last one. Raises `Unread`."""
    keys: dict[str, Key] = {}
    above: tuple[str, ...] = ()
    for name, lines in _chunks(document):
        end = len(lines)
        while end > (1 if name else 0) and _COMMENT.match(lines[end - 1]):
            end -= 1
        if not name and end:
            raise Unread("it begins with lines that belong to no key")
        if name and name != "capture":
            keys[name] = Key(above, tuple(lines[:end]), found.get(name))
            above = ()
        above = (*above, *(line for line in lines[end:] if line.strip() and not line.startswith("---")))
    return keys, above


def _chunks(document: Document) -> list[tuple[str, list[str]]]:
    """The lines below each key with its own, but for those of the capture; first those above all keys."""
    names = document.keys()
    starts = {document.where(key).line: key for key in names}
    if len(starts) != len(names) or any(document.where(key).column != 1 for key in names):
        raise Unread("its keys do not stand below one another")
    captured = set(document.block_lines("capture"))
    chunks: list[tuple[str, list[str]]] = [("", [])]
    for number, line in enumerate(BREAK.split(document.text), 1):
        if number in starts:
            chunks.append((starts[number], []))
        if number not in captured:
            chunks[-1][1].append(line)
    if any(name == "capture" and lines and "#" in lines[0] for name, lines in chunks):
        raise Unread("a comment stands beside “capture:”")
    return chunks
