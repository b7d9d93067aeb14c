"""What `copkit show` says of a record: each field that its file gives, with its line, names in the place of ids."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from copkit.models.base import Part
from copkit.models.fields import HELD_BACK, Shape, given
from copkit.nouns.row import Row, Scene

Path = tuple[str | int, ...]
_LONG = 60
"""Characters: a list that is longer has a line for each of its items."""


class Line(NamedTuple):
    """A field and its value in words, how deep it stands in others, and its line in the file."""

    number: int
    depth: int
    label: str
    text: str


def lines(scene: Scene, row: Row) -> Iterator[Line]:
    """Every field of a row's record that is given and that the team may see, in the order of the model."""
    if row.record is not None:
        yield from _fields(_Page(scene, row.record), row.record, (), 0)


def as_data(part: Part) -> dict[str, Any]:
    """The same for scripts: what is given, by the keys of the file."""
    return {
        field.key: _plain(value)
        for field, value in given(part)
        if field.name not in HELD_BACK and field.about.audience != "private"
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Part):
        return as_data(value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return value.isoformat() if isinstance(value, date) else value


class _Page(NamedTuple):
    scene: Scene
    record: Part

    def line_of(self, path: Path) -> int:
        return self.scene.files.where(self.record, *path).line


def _fields(page: _Page, part: Part, path: Path, depth: int) -> Iterator[Line]:
    for field, value in given(part):
        if field.name not in HELD_BACK and field.about.audience != "private":
            yield from _value(page, value, field.shape.for_value(value), (*path, field.key), depth)


def _value(page: _Page, value: Any, shape: Shape, path: Path, depth: int) -> Iterator[Line]:
    label = _label(path[-1])
    if isinstance(value, Part):
        yield Line(page.line_of(path), depth, label, "")
        yield from _fields(page, value, path, depth + 1)
    elif isinstance(value, tuple):
        yield from _items(page, value, shape, path, depth)
    elif isinstance(value, dict):
        yield Line(page.line_of(path), depth, label, "")
        for key, one in value.items():
            yield from _value(page, one, shape.of[-1].for_value(one), (*path, key), depth + 1)
    else:
        yield from _text(page.line_of(path), depth, label, page.scene.say(value, shape.about.of))


def _items(page: _Page, value: tuple[Any, ...], shape: Shape, path: Path, depth: int) -> Iterator[Line]:
    """A short list on one line, else an item a line."""
    number, label, of = page.line_of(path), _label(path[-1]), shape.of[-1]
    words = [page.scene.say(one, of.about.of) for one in value if not isinstance(one, Part | tuple)]
    together = ", ".join(words)
    if len(words) == len(value) and (len(together) <= _LONG or len(words) == 1):
        yield Line(number, depth, label, together)
        return
    yield Line(number, depth, label, "")
    for index, one in enumerate(value):
        yield from _value(page, one, of.for_value(one), (*path, index), depth + 1)


def _text(number: int, depth: int, label: str, text: str) -> Iterator[Line]:
    first, *more = text.rstrip("\n").split("\n")
    yield Line(number, depth, label, first if not more else "")
    for at, one in enumerate((first, *more) if more else (), 1):
        yield Line(number + at, depth + 1, "", one)


def _label(key: str | int) -> str:
    return f"{key + 1}." if isinstance(key, int) else str(key).replace("_", " ").capitalize()
