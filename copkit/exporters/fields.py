"""The columns of a record, from what its fields declare: name, meaning, kind and audience."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct
from msgspec import inspect as kinds

from copkit.exporters.table import Column, Kind
from copkit.models.base import AUDIENCES, Audience

_LEFT_OUT = ("accept", "extra")


def columns_of(record: type[Struct], *without: str) -> tuple[Column, ...]:
    """A column for each field that holds a plain value or a list of them.

    A field that names a person, or says something of one, is for members at the widest: whether somebody may be
    named in public is asked of that person, and a table cannot ask.
    """
    info = kinds.type_info(record)
    assert isinstance(info, kinds.StructType)
    fields = (one for one in info.fields if one.name not in (*_LEFT_OUT, *without))
    return tuple(column for one in fields if (column := _column(one)) is not None)


def values_of(record: Struct, columns: tuple[Column, ...]) -> dict[str, Any]:
    """The values of a record under the names of its columns."""
    return {one.name: getattr(record, _attribute(record, one.name)) for one in columns}


def _attribute(record: Struct, name: str) -> str:
    return name if name in record.__struct_fields__ else f"{name}_"


def _column(field: kinds.Field) -> Column | None:
    about = field.type
    assert isinstance(about, kinds.Metadata), field.name
    kind = _kind(about.type)
    if kind is None:
        return None
    extra = about.extra or {}
    what = str((about.extra_json_schema or {}).get("description", ""))
    audience: Audience = extra["audience"]
    if extra["personal"] and audience == "public":
        audience = AUDIENCES[1]
    return Column(field.encode_name, what, kind, audience)


def _kind(of: kinds.Type) -> Kind | None:
    """What stands in a cell; None for what does not fit into one."""
    found = {_plain(one) for one in _choices(of)}
    return found.pop() if len(found) == 1 else None


def _choices(of: kinds.Type) -> Iterator[kinds.Type]:
    if isinstance(of, kinds.Metadata):
        yield from _choices(of.type)
    elif isinstance(of, kinds.UnionType):
        for one in of.types:
            yield from _choices(one)
    elif not isinstance(of, kinds.NoneType):
        yield of


def _plain(of: kinds.Type) -> Kind | None:
    if isinstance(of, kinds.LiteralType):
        return "yes-no" if set(of.values) == {"yes", "no"} else "text"
    if isinstance(of, kinds.VarTupleType):
        return "text" if _kind(of.item_type) == "text" else None
    return next((kind for sort, kind in _SORTS if isinstance(of, sort)), None)


_SORTS: tuple[tuple[type[kinds.Type], Kind], ...] = (
    (kinds.StrType, "text"),
    (kinds.IntType, "number"),
    (kinds.FloatType, "number"),
    (kinds.DateType, "date"),
)
