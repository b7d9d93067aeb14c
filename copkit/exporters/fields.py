"""The columns of a record, from what its fields declare: name, meaning, kind and audience."""

from typing import Any

from copkit.exporters.table import Column, Kind
from copkit.models.base import Part
from copkit.models.fields import HELD_BACK, Field, Shape, fields


def columns_of(record: type[Part], *without: str) -> tuple[Column, ...]:
    """A column for each field that holds a plain value or a list of them.

    A field that names a person, or says something of one, is for members at the widest: whether somebody may be
    named in public is asked of that person, and a table cannot ask.
    """
    wanted = (one for one in fields(record).values() if one.name not in (*HELD_BACK, *without))
    return tuple(column for one in wanted if (column := _column(one)) is not None)


def values_of(record: Part, columns: tuple[Column, ...]) -> dict[str, Any]:
    """The values of a record under the names of its columns."""
    known = fields(type(record))
    return {one.name: getattr(record, known[one.name].name) for one in columns}


def _column(field: Field) -> Column | None:
    kind, about = _kind(field.shape), field.about
    if kind is None:
        return None
    return Column(field.key, about.description, kind, about.unasked, about.use == "people")


def _kind(shape: Shape) -> Kind | None:
    """What stands in a cell; None for what does not fit into one."""
    found = {_plain(one) for one in shape.either or (shape,)}
    return found.pop() if len(found) == 1 else None


def _plain(shape: Shape) -> Kind | None:
    if shape.form == "choice":
        return "yes-no" if set(shape.words) == {"yes", "no"} else "text"
    if shape.form == "list":
        return "text" if _kind(shape.of[0]) == "text" else None
    return _KINDS.get(shape.form)


_KINDS: dict[str, Kind] = {
    "text": "text", "clock": "text", "whole": "number", "decimal": "number", "date": "date",
}  # fmt: skip
