"""Changing one thing in a YAML file by cutting into its text: every other byte stays, and that is proved."""

import copy
from typing import Any

from copkit.editing.emit import as_read, emit, flow, inline
from copkit.editing.source import Cut, Source, get
from copkit.editing.tree import Place
from copkit.yamlfile import Path


def insert_item(data: bytes, path: Path, item: Any, index: int | None = None) -> bytes:
    """The file with `item` put into the list at `path`, before item `index` or at the end.

    A list that is missing or empty is begun. Raises `Refused`, with the lines to paste, where the file has
    errors or the result would not be the old data and the item.
    """
    source = Source.of(data, emit([item]))
    old = get(source.document.data, path)
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
        get(want, path).insert(position, new_item)
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
    source = Source.of(data, emit({key: value}))
    want = copy.deepcopy(source.document.data) if source.document.data is not None else {}
    parent = get(want, tuple(above))
    if not isinstance(parent, dict):
        raise source.refused("there is no mapping here")
    new = as_read(value)
    if new is None:
        parent.pop(key, None)
    else:
        parent[key] = new
    if want == source.document.data:
        return data
    if source.root is None:
        return source.proved(source.line_after(len(source.text), emit({key: value})), want)
    place = source.place(tuple(above))
    pair = place.pair(key)
    if pair is None:
        return source.proved(_new_key(source, place, key, value, after, in_line), want)
    return source.proved(_new_value(source, place, pair, value, in_line), want)


def _into_flow(source: Source, place: Place, before: Place | None, item: Any) -> Cut:
    text = flow(item)
    if before is not None:
        return Cut(before.start, before.start, f"{text}, ")
    if place.items:
        end = place.items[-1].end
        return Cut(end, end, f", {text}")
    if source.text[place.start + 1 : place.end - 1].strip():
        raise source.refused("there is a comment inside the empty list")
    return Cut(place.start, place.end, f"[{text}]")


def _into_block(source: Source, place: Place, before: Place | None, item: Any) -> Cut:
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
    return Cut(at, at, block.replace("\n", source.eol(at)))


def _dash_line(source: Source, place: Place, item: Place) -> int:
    """The start of the line with the item's dash, which may stand above the item."""
    at = source.line_start(item.start)
    while True:
        line = source.lines.line(source.lines.at(at).line)
        if line.startswith(" " * place.column + "-"):
            return at
        if at <= source.line_start(place.start):
            raise source.refused("the list starts in the middle of a line")
        at = source.line_start(at - 1)


def _new_key(source: Source, place: Place, key: str, value: Any, after: str, in_line: bool) -> Cut:
    if place.flow:
        return _new_flow_key(source, place, key, value)
    pair = place.pair(after) if after else None
    last = pair[1] if pair else place.items[-1]
    block = (
        emit({key: value}, place.column) if not in_line else f"{' ' * place.column}{emit_key(key)} {flow(value)}\n"
    )
    return source.line_after(source.after_comments(last.end, place.column), block)


def _new_flow_key(source: Source, place: Place, key: str, value: Any) -> Cut:
    text = flow({key: value})[1:-1]
    if place.items:
        end = place.items[-1].end
        return Cut(end, end, f", {text}")
    if source.text[place.start + 1 : place.end - 1].strip():
        raise source.refused("there is a comment inside the empty mapping")
    return Cut(place.start, place.end, "{" + text + "}")


def _new_value(source: Source, parent: Place, pair: tuple[Place, Place], value: Any, in_line: bool) -> Cut:
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
        return Cut(start, max(start, old.end), (gap + new).replace("\n", eol) if new else "")
    if old.empty:
        return source.line_after(old.start, new[1:])
    start = source.text.index(":", key.end) + 1
    return Cut(start, old.end, new.removesuffix("\n").replace("\n", eol))


def _text_of(value: Any, parent: Place, in_line: bool) -> str:
    """The value as it stands after its colon: beside it, or as lines below, which start with a line end."""
    collection = isinstance(value, dict | list | tuple) and value
    if parent.flow or (in_line and collection):
        return flow(value)
    return "\n" + emit(value, parent.column + 2) if collection else inline(value, parent.column + 2)


def emit_key(key: str) -> str:
    """A key with its colon."""
    return emit({key: None}).rstrip("\n")
