"""Events to data and marks: one loop without recursion, which refuses what a file of ours may not hold."""

from collections import Counter, deque
from collections.abc import Callable
from typing import Any

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from copkit.findings import Finding, Position, Severity
from copkit.visible import HIDDEN_IN_VALUE
from copkit.yamlfile.document import Data
from copkit.yamlfile.marks import Lines, ListMarks, MapMarks, Node, Spot
from copkit.yamlfile.scan import MANY, hash_places, hidden_finding, odd_indents

MAX_DEPTH = 50
MAX_NODES = 1_000_000

_NULLS = frozenset({"~", "null", "Null", "NULL"})
# Values of refused keys land here and are thrown away: no key can be a zero byte.
_DROP = "\0"


class Stop(Exception):
    """The rest of the file cannot be read; its finding says why."""


class Builder:
    """Reads one text once; afterwards `data`, `marks` and `findings` hold what came of it."""

    def __init__(self, text: str, path: str) -> None:
        self.path = path
        self._text = text
        self.data: Data | None = None
        self.marks: Node | None = None
        self.findings: list[Finding] = []
        self.gaps = False  # whether a key has no value
        self._counts: Counter[tuple[str, Severity]] = Counter()
        self._hashes = hash_places(text)
        self._indents = deque(odd_indents(text))
        self._lines: Lines | None = None
        # Only then are the slower looks at each scalar worth it.
        self._watch = bool(self._hashes or self._indents or "\\" in text)
        self._signs = "&" in text or "!" in text  # without them nothing has an anchor or a tag

    def run(self, next_event: Callable[[], Any]) -> None:
        """Build from the parser's events; raises `Stop` or the parser's own error."""
        data: Any = []  # of the collection that is open, with the places of its values
        nodes: Any = []
        root, root_nodes = data, nodes
        keys: dict[str, Spot] | None = None  # the places of its keys; None in a list
        key: str | None = None  # the key that waits for its value
        stack: list[tuple[Any, Any, dict[str, Spot] | None, str | None]] = []
        count = documents = 0
        watch, signs = self._watch, self._signs
        while True:
            event = next_event()
            kind = event.__class__
            if kind is ScalarEvent:
                count += 1
                value, start = event.value, event.start_mark
                if watch or (signs and (event.tag is not None or event.anchor is not None)):
                    value = self._look(event)
                if keys is None:
                    if len(value) < 5 and not event.style:
                        if not value:
                            continue
                        if value in _NULLS:
                            self._null(value, start)
                    data.append(value)
                    nodes.append(start)
                elif key is None:
                    if not value or value in keys:
                        key = self._refuse_key(value, start, keys)
                    else:
                        keys[value] = start
                        key = value
                    continue
                else:
                    if len(value) < 5 and not event.style:
                        if not value:
                            self.gaps, key = True, None
                            continue
                        if value in _NULLS:
                            self._null(value, start)
                    data[key] = value
                    nodes[key] = start
                    key = None
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                count += 1
                start = event.start_mark
                if signs and (event.tag is not None or event.anchor is not None):
                    self._look(event)
                if len(stack) >= MAX_DEPTH:
                    raise self._stop(start, f"this is more than {MAX_DEPTH} levels deep", "Write it flatter.")
                mapping = kind is MappingStartEvent
                inner: Any = {} if mapping else []
                node: Any = MapMarks(start) if mapping else ListMarks(start)
                if keys is None:
                    data.append(inner)
                    nodes.append(node)
                elif key is None:
                    self._error(start, "a key must be a word, not a list or a mapping", "Write `key: value`.")
                else:
                    data[key], nodes[key] = inner, node
                stack.append((data, nodes, keys, _DROP if keys is not None and key is None else None))
                data, nodes, keys, key = inner, node.nodes, node.keys if mapping else None, None
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                if keys is not None and _DROP in data:
                    del data[_DROP], nodes[_DROP]
                data, nodes, keys, key = stack.pop()
            elif kind is AliasEvent:
                self._alias(event)
                key = _DROP if keys is not None and key is None else None
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise self._stop(event.start_mark, "a second document starts here", "Remove the line with ---.")
            elif kind is StreamEndEvent:
                break
            if count > MAX_NODES:
                raise self._too_many(event.start_mark)
        if root:
            self.data, self.marks = root[0], root_nodes[0]

    def _refuse_key(self, key: str, start: Spot, keys: dict[str, Spot]) -> str:
        if not key:
            self._error(start, "there is a value here but no key before the colon", "Write `key: value`.")
        else:
            lines = f"on lines {keys[key].line + 1} and {start.line + 1}"
            self._error(start, f"`{key}` is written twice, {lines}", "Keep one of them.", "REF-03")
        return _DROP

    def _look(self, event: Any) -> str:
        """The rarer things that may be wrong with a scalar or the start of a collection; the value to use."""
        if event.anchor is not None:
            self._error(
                event.start_mark,
                f"this value starts with &{event.anchor}, which YAML takes for an anchor",
                "Put the value in quotes, or delete the anchor.",
            )
        if event.tag is not None:
            self._error(
                event.start_mark,
                f"this value starts with a tag ({event.tag}), which is not allowed here",
                "Put the value in quotes, or delete the tag.",
            )
        value: str | None = getattr(event, "value", None)
        if value is None:
            return ""
        if event.style == '"' and (match := HIDDEN_IN_VALUE.search(value)):
            self._add(hidden_finding(match[0], self._place(event.start_mark)))
            value = HIDDEN_IN_VALUE.sub("\ufffd", value)
        if not event.style and event.end_mark.index in self._hashes:
            self._warn(
                event.end_mark,
                "REF-08",
                "the text after # was dropped: YAML takes it for a comment",
                "Put the value in quotes.",
            )
        if self._indents:
            self._look_at_indents(event)
        return value

    def _look_at_indents(self, event: Any) -> None:
        """No-break spaces that start a line are text inside quotes and blocks, and a trap elsewhere."""
        hits = []
        while self._indents and self._indents[0] <= event.end_mark.index:
            hits.append(self._indents.popleft())
        hit = next((index for index in hits if index >= event.start_mark.index), None)
        if hit is not None and not event.style:
            self._lines = self._lines or Lines.of(self._text)
            place = Position(self.path, *self._lines.at(hit))
            message = "this line starts with a no-break space instead of a space"
            self._add(Finding("REF-08", Severity.ERROR, place, message, "Replace it by ordinary spaces."))

    def _null(self, value: str, start: Spot) -> None:
        self._warn(start, "REF-07", f"`{value}` is read as the word", "Leave it empty for 'not given'.")

    def _alias(self, event: Any) -> None:
        self._error(
            event.start_mark,
            f"this value starts with *, and YAML takes *{event.anchor} for an alias",
            "Put the value in quotes, or write the repeated value out.",
        )

    def _too_many(self, start: Spot) -> Stop:
        return self._stop(start, f"this file holds more than {MAX_NODES:,} values", "Split it into smaller files.")

    def _stop(self, start: Spot, message: str, fix: str) -> Stop:
        self._error(start, message, fix)
        return Stop(message)

    def _error(self, spot: Spot, message: str, fix: str, code: str = "REF-08") -> None:
        self._add(Finding(code, Severity.ERROR, self._place(spot), message, fix))

    def _warn(self, spot: Spot, code: str, message: str, fix: str) -> None:
        self._add(Finding(code, Severity.WARNING, self._place(spot), message, fix))

    def _add(self, finding: Finding) -> None:
        kind = (finding.code, finding.severity)
        self._counts[kind] += 1
        if self._counts[kind] <= MANY:
            self.findings.append(finding)

    def _place(self, spot: Spot) -> Position:
        return Position(self.path, spot.line + 1, spot.column + 1)
