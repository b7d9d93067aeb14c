"""Changing one thing in a YAML file by cutting into its text: every other byte stays, and that is proved."""

import copy
from typing import Any, NamedTuple

from copkit.editing.emit import as_read, emit, flow, inline
from copkit.editing.refused import Refused
from copkit.editing.tree import Place, tree
from copkit.findings import Severity
from copkit.yamlfile import Data, Document, Path, parse, read
from copkit.yamlfile.marks import BREAK, Lines

_BOM = "\ufeff"


class _Cut(NamedTuple):
    """Replace the text from `start` to `end`."""

    start: int
    end: int
    new: str


def insert_item(data: bytes, path: Path, item: Any, index: int | None = None) -> bytes:
    """The file with `item` put into the list at `path`, before item `index` or at the end.

    A list that is missing or empty is begun. Raises `Refused`, with the lines to paste, where the file has
    errors or the result would not be the old data and the item.
    """
    source = _Source.of(data, emit([item]))
    old = _get(source.document.data, path)
    if source.root is None and not path:
        return source.proved(source.line_after(len(source.text), emit([item])), as_read([item]))
    if old is None and path:
        return set_key(data, path, [item])
    if not isinstance(old, list):
        raise source.refused("there is no list here")
    position = len(old) if index is None else index
    want = copy.deepcopy(source.document.data)
    new_item = as_read(item)
    if new_item is not None:
        _get(want, path).insert(position, new_item)
    place = source.place(path)
    given = [child for child in place.items if not child.empty]
    cut = _into_flow if place.flow else _into_block
    at = given[position] if position < len(given) else None
    return source.proved(cut(source, place, at, item), want)


def set_key(data: bytes, path: Path, value: Any, *, after: str = "", in_line: bool = False) -> bytes:
    """The file with the value at `path`, whose last step is a key, replaced or added (below the key `after`).

    `in_line` writes a list or a mapping in brackets. Raises `Refused` as `insert_item` does.
    """
    *above, key = path
    if not isinstance(key, str):
        raise TypeError("the last step of the path must be a key")
    source = _Source.of(data, emit({key: value}))
    want = copy.deepcopy(source.document.data) if source.document.data is not None else {}
    parent = _get(want, tuple(above))
    if not isinstance(parent, dict):
        raise source.refused("there is no mapping here")
    new = as_read(value)
    if new is None:
        parent.pop(key, None)
    else:
        parent[key] = new
    if source.root is None:
        return source.proved(source.line_after(len(source.text), emit({key: value})), want)
    place = source.place(tuple(above))
    pair = place.pair(key)
    if pair is None:
        return source.proved(_new_key(source, place, key, value, after, in_line), want)
    return source.proved(_new_value(source, place, pair, value, in_line), want)


class _Source:
    """The text to cut into, what it says, and where."""

    def __init__(self, data: bytes, document: Document, snippet: str) -> None:
        self.data = data
        self.document = document
        self.snippet = snippet
        self.text = document.text
        self.lines = Lines.of(self.text)
        self.root = tree(self.text)

    @classmethod
    def of(cls, data: bytes, snippet: str) -> "_Source":
        document = read(data, "")
        if any(finding.severity is Severity.ERROR for finding in document.findings):
            raise Refused("this file has errors; put them right first", snippet=snippet)
        return cls(data, document, snippet)

    def refused(self, why: str) -> Refused:
        return Refused(f"this cannot be put in by itself: {why}", fix="Paste it in by hand.", snippet=self.snippet)

    def place(self, path: Path) -> Place:
        """The place of a value that is in the data."""
        place = self.root
        for step in path:
            if place is not None and isinstance(step, int):
                given = [child for child in place.items if not child.empty]
                place = given[step]
            elif place is not None and isinstance(step, str):
                pair = place.pair(step)
                place = pair[1] if pair else None
        if place is None:
            raise self.refused("there is no such place")
        return place

    def line_start(self, index: int) -> int:
        return self.lines.starts[self.lines.at(index).line - 1]

    def line_end(self, index: int) -> int:
        """The start of the next line, or the end of the text."""
        line = self.lines.at(index).line
        return self.lines.starts[line] if line < len(self.lines.starts) else len(self.text)

    def eol(self, index: int) -> str:
        """The line end used just above an offset, or else the first one of the file."""
        starts = self.lines.starts
        line = max(self.lines.at(index).line, 2)
        if len(starts) < line:
            return "\n"
        start = starts[line - 1]
        return "\r\n" if self.text[start - 2 : start] == "\r\n" else self.text[start - 1]

    def line_after(self, index: int, block: str) -> _Cut:
        """Put whole lines in after the line at `index`; a file without a last line end stays so."""
        at = self.line_end(index) if index < len(self.text) else index
        eol = self.eol(at)
        block = block.replace("\n", eol)
        if at and BREAK.match(self.text[at - 1]) is None:
            return _Cut(at, at, eol + block.removesuffix(eol))
        return _Cut(at, at, block)

    def after_comments(self, index: int, column: int) -> int:
        """Past the comment lines below `index` that are indented more than `column`: they belong above."""
        end = self.line_end(index)
        while end < len(self.text):
            line = self.lines.line(self.lines.at(end).line)
            if not line.strip().startswith("#") or len(line) - len(line.lstrip(" ")) <= column:
                break
            index, end = end, self.line_end(end)
        return index

    def proved(self, cut: _Cut, want: Data | None) -> bytes:
        """The new bytes, if they read as wanted and nothing else has changed."""
        text = self.text[: cut.start] + cut.new + self.text[cut.end :]
        document = parse(text, "")
        if document.data != want and cut.end == len(self.text):  # a `|` block at the end wants its line end
            text += self.eol(cut.end)
            document = parse(text, "")
        if document.data != want or len(document.findings) > len(self.document.findings):
            raise self.refused("the result would not read as it should")
        bom = _BOM if self.data.startswith(_BOM.encode()) else ""
        new = (bom + text).encode()
        before, after = (bom + self.text[: cut.start]).encode(), self.text[cut.end :].encode()
        if not (self.data.startswith(before) and self.data.endswith(after) and new.startswith(before)):
            raise self.refused("other lines would change")
        return new


def _into_flow(source: _Source, place: Place, before: Place | None, item: Any) -> _Cut:
    text = flow(item)
    if before is not None:
        return _Cut(before.start, before.start, f"{text}, ")
    if place.items:
        end = place.items[-1].end
        return _Cut(end, end, f", {text}")
    if source.text[place.start + 1 : place.end - 1].strip():
        raise source.refused("there is a comment inside the empty list")
    return _Cut(place.start, place.end, f"[{text}]")


def _into_block(source: _Source, place: Place, before: Place | None, item: Any) -> _Cut:
    block = emit([item], place.column)
    if before is None:
        return source.line_after(source.after_comments(place.end, place.column), block)
    at = _dash_line(source, place, before)
    while before is not place.items[0] and at:
        above = source.line_start(at - 1)
        line = source.text[above:at]
        if not line.strip().startswith("#") or len(line) - len(line.lstrip(" ")) > place.column:
            break
        at = above
    return _Cut(at, at, block.replace("\n", source.eol(at)))


def _dash_line(source: _Source, place: Place, item: Place) -> int:
    """The start of the line with the item's dash, which may stand above the item."""
    at = source.line_start(item.start)
    while True:
        line = source.lines.line(source.lines.at(at).line)
        if line.startswith(" " * place.column + "-"):
            return at
        if at <= source.line_start(place.start):
            raise source.refused("the list starts in the middle of a line")
        at = source.line_start(at - 1)


def _new_key(source: _Source, place: Place, key: str, value: Any, after: str, in_line: bool) -> _Cut:
    if place.flow:
        return _new_flow_key(source, place, key, value)
    pair = place.pair(after) if after else None
    last = pair[1] if pair else place.items[-1]
    block = (
        emit({key: value}, place.column) if not in_line else f"{' ' * place.column}{emit_key(key)} {flow(value)}\n"
    )
    return source.line_after(source.after_comments(last.end, place.column), block)


def _new_flow_key(source: _Source, place: Place, key: str, value: Any) -> _Cut:
    text = flow({key: value})[1:-1]
    if place.items:
        end = place.items[-1].end
        return _Cut(end, end, f", {text}")
    if source.text[place.start + 1 : place.end - 1].strip():
        raise source.refused("there is a comment inside the empty mapping")
    return _Cut(place.start, place.end, "{" + text + "}")


def _new_value(source: _Source, parent: Place, pair: tuple[Place, Place], value: Any, in_line: bool) -> _Cut:
    key, old = pair
    new = _text_of(value, parent, in_line)
    if isinstance(value, str) and "\n" in new and source.text[old.end : source.line_end(old.end)].strip():
        new = flow(value)  # a block would swallow the comment that stands after the value
    eol = source.eol(old.end)
    if old.kind != "scalar" and "#" in source.text[key.end : old.end]:
        raise source.refused("there may be a comment inside what is there now")
    if not new.startswith("\n"):
        start, gap = old.start, ""
        if old.empty:
            start += source.text[start : start + 1] == " "
            gap = "" if source.text[start - 1] == " " else " "
        if not old.flow and old.kind != "scalar":  # a block below the key makes way for a value beside it
            start, gap = source.text.index(":", key.end) + 1, " "
        return _Cut(start, max(start, old.end), (gap + new).replace("\n", eol) if new else "")
    if old.empty:
        return source.line_after(old.start, new[1:])
    start = source.text.index(":", key.end) + 1
    return _Cut(start, old.end, new.removesuffix("\n").replace("\n", eol))


def _text_of(value: Any, parent: Place, in_line: bool) -> str:
    """The value as it stands after its colon: beside it, or as lines below, which start with a line end."""
    collection = isinstance(value, dict | list | tuple) and value
    if parent.flow or (in_line and collection):
        return flow(value)
    return "\n" + emit(value, parent.column + 2) if collection else inline(value, parent.column + 2)


def emit_key(key: str) -> str:
    """A key with its colon."""
    return emit({key: None}).rstrip("\n")


def _get(data: Data | None, path: Path) -> Any:
    value: Any = data
    for step in path:
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
            value = value[step]
        else:
            return None
    return value
