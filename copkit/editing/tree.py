"""Where everything stands in a YAML text, to the character: the tree that edits are worked out on."""

from dataclasses import dataclass, field
from typing import Any

from yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from copkit.yamlfile.events import next_event


@dataclass(slots=True)
class Place:
    """A value: from `start` to `end` in the text (no blank lines after it), and what it holds.

    `items` are the values of a list, or keys and values in turn of a mapping. `column` is counted from 0.
    """

    kind: str  # "scalar", "list", "mapping"
    start: int
    end: int
    column: int
    flow: bool = False
    value: str = ""
    style: str = ""
    items: list["Place"] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        """Whether this is a value that was not given."""
        return self.kind == "scalar" and not self.value and not self.style

    def pair(self, key: str) -> tuple["Place", "Place"] | None:
        """A mapping's key and its value."""
        pairs = zip(self.items[::2], self.items[1::2], strict=True)
        return next(((k, v) for k, v in pairs if k.value == key), None)


def tree(text: str) -> Place | None:
    """The places of a text that the reader takes without an error; None where it says nothing."""
    get = next_event(text)
    root = Place("list", 0, 0, 0)
    stack = [root]
    while True:
        event: Any = get()
        kind = event.__class__
        if kind is ScalarEvent:
            stack[-1].items.append(_scalar(event, text))
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            name, mark = "mapping" if kind is MappingStartEvent else "list", event.start_mark
            place = Place(name, mark.index, mark.index, mark.column, bool(event.flow_style))
            stack[-1].items.append(place)
            stack.append(place)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            place = stack.pop()
            last = max((item.end for item in place.items), default=place.start)
            place.end = event.end_mark.index if place.flow else last
        elif kind is StreamEndEvent:
            return root.items[0] if root.items and not root.items[0].empty else None


def _scalar(event: Any, text: str) -> Place:
    start, end = event.start_mark.index, event.end_mark.index
    style = event.style or ""
    if style in ("|", ">"):
        end = _end_of_block(text, start, end)
    return Place("scalar", start, end, event.start_mark.column, value=event.value, style=style)


def _end_of_block(text: str, start: int, end: int) -> int:
    """The end of a block's last line of text; with `+` blank lines belong to it."""
    header = text[start:].split("\n", 1)[0].split("#")[0]
    body = text[start:end]
    if "+" in header:
        return start + len(body.rstrip(" ").removesuffix("\n").removesuffix("\r"))
    return start + len(body.rstrip())
