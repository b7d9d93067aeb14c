"""Fields that keep something from an audience: where one is nearly typed, or elsewhere, it keeps what it would."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from copkit.models.base import Part
from copkit.models.fields import Path, fields
from copkit.suggest import nearest


@cache
def narrowing(model: type[Part]) -> dict[str, str]:
    """What each such field of a part says where it keeps back most, by its key; empty where it is to be absent."""
    declared = {key: field for key, field in fields(model).items() if field.about.use == "consent"}
    return {key: "no" if field.shape.words == ("yes", "no") else "" for key, field in declared.items()}


def meant(key: str, model: type[Part] | None, whole: type[Part]) -> str:
    """The field that a key nearly is, of the part in which it stands or of the whole record; empty for any other.

    Without a part it stands in a mapping, whose names are anybody's: there it is taken at its word alone.
    """
    if model is None:
        return key if key in narrowing(whole) else ""
    found = nearest(key, [*fields(model), *narrowing(whole)])
    return found if found in narrowing(model) or found in narrowing(whole) else ""


def narrow(data: dict[str, Any], field: str, model: type[Part]) -> str:
    """Let the data of a part keep back what the field would, and say how it was read."""
    if value := narrowing(model)[field]:
        data[field] = value
        return f"read as “{field}: {value}”"
    data.pop(field, None)
    return f"read as no {field}"


@cache
def with_names(model: type[Part]) -> tuple[str, ...]:
    """The mappings of a record, with fields that keep something back, in which any name and any text may stand."""
    mappings = [one for one in fields(model).values() if one.shape.form == "mapping"] if narrowing(model) else []
    return tuple(one.name for one in mappings if all(of.form == "text" for of in one.shape.of))


def strayed(record: Part) -> Iterator[Path]:
    """Where a field that keeps something back stands among the names of such a mapping."""
    for name in with_names(type(record)):
        yield from ((name, key) for key in getattr(record, name) if key in narrowing(type(record)))


def not_here(key: str, read: str) -> tuple[str, str]:
    """What is said of such a field where it does not belong, and what to write."""
    return f"“{key}” is not a field here: {read}", "Begin its line where the field belongs, spelt as it is."
