"""Format 3: fields that nothing read are no more. What was typed there stays, as a field of one's own."""

import copy
from collections.abc import Iterator, Mapping
from typing import Any

from copkit.editing.migrations.require_readable import require_readable
from copkit.editing.refused import Refused
from copkit.editing.source import Cut, Source, get
from copkit.models.kinds import Kind, kind_of
from copkit.yamlfile import Document, Path

GONE = {"members": ("touched", "by"), "plan": ("moves", "on")}
"""By kind of file: the list whose items had the field, and the field."""


def step(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files in which a field is renamed: `by` is `x-by` then, before the value as it was typed."""
    changed = {}
    for path in sorted(files):
        kind = kind_of(path)
        if kind is not None and kind.name in GONE and GONE[kind.name][0].encode() in files[path]:
            changed[path] = _renamed(path, files[path], kind)
    return {path: data for path, data in changed.items() if data != files[path]}


def _renamed(path: str, data: bytes, kind: Kind) -> bytes:
    holder, key = GONE[kind.name]
    document = require_readable(path, data, kind)
    having = [place for place in _items(document.data, holder) if key in get(document.data, place)]
    for place in having:
        if f"x-{key}" in get(document.data, place):
            there = document.where(*place, f"x-{key}")
            raise Refused(f"{document.where(*place, key)}: “x-{key}” stands at {there}", fix="Keep one of the two.")
    return _with_names(document, data, having, key) if having else data


def _items(data: Any, holder: str) -> Iterator[Path]:
    """Where each item of the list stands, in the file's one record or in each of its records."""
    records: list[tuple[Path, Any]] = [((), data)] if isinstance(data, dict) else []
    records += [((at,), one) for at, one in enumerate(data if isinstance(data, list) else ())]
    for place, record in records:
        items = record.get(holder) if isinstance(record, dict) else None
        for index, item in enumerate(items if isinstance(items, list) else ()):
            if isinstance(item, dict):
                yield (*place, holder, index)


def _with_names(document: Document, data: bytes, having: list[Path], key: str) -> bytes:
    """The file with another name before each of the values; no other byte changes."""
    source, want = Source.of(data, ""), copy.deepcopy(document.data)
    try:
        names = sorted(_name(source, place, key) for place in having)
        for place in having:
            get(want, place)[f"x-{key}"] = get(want, place).pop(key)
        text, new, at = source.text, "", names[0][0]
        for start, end in names:
            new += f"{text[at:start]}x-{key}"
            at = end
        return source.proved(Cut(names[0][0], at, new), want)
    except Refused as refused:
        message = f"{document.where(*having[0], key)}: “{key}” cannot be renamed by itself"
        raise Refused(message, fix=f"Write it as “x-{key}” by hand, here and below.") from refused


def _name(source: Source, place: Path, key: str) -> tuple[int, int]:
    """From where to where the name of a field stands in the text."""
    pair = source.place(place).pair(key)
    if pair is None:
        raise source.refused("its name cannot be found")
    return pair[0].start, pair[0].end
