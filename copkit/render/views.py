"""From a document's view to what its template may see: plain values by name, and nothing that can act."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from types import SimpleNamespace

PLAIN = frozenset({str, int, bool, date, type(None)})


class Record(SimpleNamespace):
    """One nested part of a view, as a template sees it: its fields, without methods."""


def context(view: object) -> dict[str, object]:
    """The fields of a view (a frozen dataclass), ready for a template.

    Only text, whole numbers, truth values, dates, None, tuples, nested frozen dataclasses or named tuples, and
    records as the audience may have them pass; TypeError names anything else. A file path, a list that could grow
    or an object with methods never gets further. A part that is for others is not there at all.
    """
    from copkit.audience.withheld import ABSENT

    there = (name for name in _names(view, type(view).__name__) if getattr(view, name) is not ABSENT)
    return {name: _plain(getattr(view, name), f"{type(view).__name__}.{name}") for name in there}


def _fields(part: object, place: str) -> Iterable[tuple[str, object]]:
    for name in _names(part, place):
        yield name, _plain(getattr(part, name), f"{place}.{name}")


def _names(part: object, place: str) -> tuple[str, ...]:
    parameters = getattr(part, "__dataclass_params__", None)
    if parameters is not None and not isinstance(part, type):
        if not parameters.frozen:
            raise TypeError(f"{place}: {type(part).__name__} is not frozen")
        return tuple(getattr(part, "__dataclass_fields__", ()))
    if isinstance(part, tuple) and hasattr(part, "_fields"):
        return tuple(part._fields)
    return _of_record(part, place)


def _of_record(part: object, place: str) -> tuple[str, ...]:
    from copkit.models.base import Part  # a page without records needs no models
    from copkit.models.fields import HELD_BACK, fields

    if isinstance(part, Part):
        return tuple(one.name for one in fields(type(part)).values() if one.name not in HELD_BACK)
    raise TypeError(f"{place}: {type(part).__name__} is not a plain value")


def _plain(value: object, place: str) -> object:
    if type(value) in PLAIN:
        return value
    if isinstance(value, str) and not value:  # a text that was kept back is an empty one
        return ""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return tuple(_plain(item, f"{place}[{index}]") for index, item in enumerate(value))
    return Record(**dict(_fields(value, place)))
