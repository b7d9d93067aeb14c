"""Changes to the registers of people: new entries in one cut, the end of a membership, contacts in and out."""

import copy
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from copkit.editing.emit import as_read, emit
from copkit.editing.source import Cut, Source
from copkit.editing.splice import insert_item, set_key


def add_entries(data: bytes, entries: Mapping[str, Any]) -> bytes:
    """A register with entries put at its end, all in one cut."""
    if not entries:
        return data
    source = Source.of(data, emit(entries))
    if source.root is None:
        return source.proved(source.line_after(len(source.text), emit(entries)), as_mapping(entries))
    if source.root.flow or not isinstance(source.document.data, dict):
        for key, entry in entries.items():
            data = set_key(data, (key,), entry)
        return data
    want = copy.deepcopy(source.document.data) | as_mapping(entries)
    return source.proved(_at_the_end(source, emit(entries, source.root.column)), want)


def add_items(data: bytes, items: Sequence[Any]) -> bytes:
    """A list with items put at its end, all in one cut."""
    if not items:
        return data
    source = Source.of(data, emit(items))
    new = [read for item in items if (read := as_read(item)) is not None]
    if source.root is None:
        return source.proved(source.line_after(len(source.text), emit(items)), new)
    if source.root.flow or not isinstance(source.document.data, list):
        for item in items:
            data = insert_item(data, (), item)
        return data
    want = [*copy.deepcopy(source.document.data), *new]
    return source.proved(_at_the_end(source, emit(items, source.root.column)), want)


def as_mapping(entries: Mapping[str, Any]) -> dict[str, Any]:
    """Entries as the reader gives them back."""
    read = as_read(entries)
    return read if isinstance(read, dict) else {}


def _at_the_end(source: Source, block: str) -> Cut:
    root = source.root
    assert root is not None
    return source.line_after(source.after_comments(root.items[-1].end, root.column), block)


def set_left(data: bytes, lines: Sequence[int], day: date) -> bytes:
    """A roll on which the members at these places have left on a day."""
    for index in lines:
        data = set_key(data, (index, "left"), day)
    return data


def end_roles(data: bytes, lines: Sequence[int], day: date) -> bytes:
    """A community whose team members at these places hold their roles until a day."""
    for index in lines:
        data = set_key(data, ("team", index, "until"), day)
    return data


def set_contacts(data: bytes, addresses: Mapping[str, str]) -> bytes:
    """The file of contact details with an e-mail address for each person."""
    known = Source.of(data, "").document.data
    there = known if isinstance(known, dict) else {}
    for key in [key for key in addresses if key in there]:
        path = (key, "email") if isinstance(there[key], dict) else (key,)
        data = set_key(data, path, addresses[key])
    return add_entries(data, {key: {"email": text} for key, text in addresses.items() if key not in there})


def without(data: bytes, key: str) -> bytes:
    """A mapping's file without one key, its value and the comments that belong to it."""
    source = Source.of(data, "")
    pair = source.root.pair(key) if source.root is not None else None
    if pair is None or source.root is None or not isinstance(source.document.data, dict):
        return data
    want = {name: value for name, value in source.document.data.items() if name != key}
    if source.root.flow:
        raise source.refused("the whole file is one line in brackets")
    start = source.line_start(pair[0].start)
    end = source.line_end(source.after_comments(max(pair[1].end, pair[0].end), source.root.column))
    rest = source.text[:start] + source.text[end:]
    if not want:
        return source.proved(Cut(start, end, "{}" + source.eol(start)), want)
    return source.proved(Cut(start, end, ""), want) if rest.strip() else b""
