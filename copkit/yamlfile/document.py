"""A file of YAML as plain data with a place for every key."""

from collections.abc import Iterator
from dataclasses import dataclass

from copkit.findings import Finding, Position
from copkit.yamlfile.marks import Lines, ListMarks, MapMarks, Node, Path, Spot, start_of

#: What a file gives: every scalar is text.
Data = dict[str, "Data"] | list["Data"] | str


@dataclass(frozen=True, slots=True)
class Document:
    """What one file says, and where.

    `data` is None when the file is empty or could not be read. A key or a list item with no value is not in
    `data`; the key still has its place. `text` is the file decoded, without byte order mark.
    """

    path: str
    data: Data | None
    marks: Node | None
    findings: tuple[Finding, ...]
    text: str
    #: A notes file that was read line by line, and the file's line of each line of its `capture`.
    by_lines: bool = False
    capture_lines: tuple[int, ...] = ()
    #: Whether a key may have no value: most files need not be looked through for one.
    gaps: bool = True

    def where(self, *path: str | int) -> Position:
        """The place of the key or the item at `path`, or of the nearest thing above it that exists."""
        node, place = self.marks, None
        for step in path:
            found = _key(node, step)
            if found is None:
                break
            place, node = found, _child(node, step)
        return self._position(place or (start_of(self.marks) if self.marks is not None else None))

    def value_where(self, *path: str | int) -> Position:
        """The place of the value at `path`; of its key when the value is not given."""
        node = self._node(path)
        return self.where(*path) if node is None else self._position(start_of(node))

    def keys(self, *path: str | int) -> tuple[str, ...]:
        """The keys of the mapping at `path` in order, with those that have no value."""
        node = self._node(path)
        return tuple(node.keys) if isinstance(node, MapMarks) else ()

    def empty(self) -> list[Path]:
        """The keys written with no value, as paths, in the order of the file."""
        return list(_empty(self.marks, ())) if self.gaps else []

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its line end."""
        return Lines.of(self.text).line(number)

    def block_lines(self, *path: str | int) -> list[int]:
        """The file's line of every line of the text at `path`: exact for `|` blocks and notes read by lines."""
        if self.by_lines and path == ("capture",):
            return list(self.capture_lines)
        value: Data | None = self.data
        for step in path:
            value = _step(value, step)
        if not isinstance(value, str):
            return []
        position = self.value_where(*path)
        count = len(value.removesuffix("\n").split("\n"))
        if not self.line(position.line)[position.column - 1 :].startswith("|"):
            return [position.line] * count
        return list(range(position.line + 1, position.line + 1 + count))

    def _node(self, path: Path) -> Node | None:
        node = self.marks
        for step in path:
            node = _child(node, step)
        return node

    def _position(self, spot: Spot | None) -> Position:
        return Position(self.path) if spot is None else Position(self.path, spot.line + 1, spot.column + 1)


def _child(node: Node | None, step: str | int) -> Node | None:
    if isinstance(node, MapMarks) and isinstance(step, str):
        return node.nodes.get(step)
    if isinstance(node, ListMarks) and isinstance(step, int) and 0 <= step < len(node.nodes):
        return node.nodes[step]
    return None


def _key(node: Node | None, step: str | int) -> Spot | None:
    if isinstance(node, MapMarks) and isinstance(step, str):
        return node.keys.get(step)
    child = _child(node, step)
    return None if child is None else start_of(child)


def _step(value: Data | None, step: str | int) -> Data | None:
    if isinstance(value, dict) and isinstance(step, str):
        return value.get(step)
    if isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
        return value[step]
    return None


def _empty(root: Node | None, path: Path) -> Iterator[Path]:
    """Goes down only where something can be empty: most of a file's nodes are scalars."""
    if isinstance(root, MapMarks):
        for key in root.keys:
            node = root.nodes.get(key)
            if node is None:
                yield (*path, key)
            elif isinstance(node, MapMarks | ListMarks):
                yield from _empty(node, (*path, key))
    elif isinstance(root, ListMarks):
        for index, node in enumerate(root.nodes):
            if isinstance(node, MapMarks | ListMarks):
                yield from _empty(node, (*path, index))
