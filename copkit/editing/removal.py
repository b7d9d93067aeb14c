"""Taking one field out of a YAML file by cutting it from the text: every other byte stays, and that is proved."""

import copy

from copkit.editing.refused import Refused
from copkit.editing.source import Cut, Source, get
from copkit.editing.tree import Place
from copkit.yamlfile import Path


def drop_key(data: bytes, path: Path) -> bytes:
    """The file without the key at `path` and its value; a remark behind the value, or below it, goes with it.

    A mapping that had no other key becomes `{}`. Raises `Refused` where the file has errors or more would change.
    """
    source = Source.of(data, "")
    *above, key = path
    want = copy.deepcopy(source.document.data)
    parent = get(want, tuple(above))
    if not isinstance(parent, dict) or not isinstance(key, str) or parent.pop(key, None) is None:
        return data
    place = source.place(tuple(above))
    try:
        return source.proved(_cut(source, place, key), want)
    except Refused as refused:
        message = f"“{key}” cannot be taken out by itself: {refused.message.rpartition(': ')[2]}"
        raise Refused(message, fix="Take it out by hand.") from refused


def _cut(source: Source, parent: Place, key: str) -> Cut:
    pairs = list(zip(parent.items[::2], parent.items[1::2], strict=True))
    index = next(number for number, (name, _) in enumerate(pairs) if name.value == key)
    name, value = pairs[index]
    after = pairs[index + 1][0] if index + 1 < len(pairs) else None
    if len(pairs) == 1:
        return Cut(parent.start, parent.end, "{}")
    if parent.flow:
        return _in_flow(source, name, value, pairs[index - 1][1] if index else None, after)
    start = source.line_start(name.start)
    if not source.text[start : name.start].strip():
        return Cut(start, source.line_end(source.after_comments(value.end, parent.column)), "")
    if after is None or source.text[source.line_end(value.end) : after.start].strip():
        raise source.refused("a remark stands below it")
    return Cut(name.start, after.start, "")  # it stands behind a dash, where the next one moves up


def _in_flow(source: Source, name: Place, value: Place, before: Place | None, after: Place | None) -> Cut:
    start = before.end if before is not None else name.start
    end = value.end if before is not None or after is None else after.start
    if "#" in source.text[start : name.start] + source.text[value.end : end]:
        raise source.refused("a remark stands beside it, within the braces")
    return Cut(start, end, "")
