"""Kinds of value in plain words, for docs/data-model.md."""

from collections.abc import Iterator
from typing import Any

from msgspec import NODEFAULT
from msgspec import inspect as kinds

from copkit.models.base import MOST
from copkit.models.vocabularies import VOCABULARIES
from copkit.models.words import in_order

AUDIENCE = {"public": "everybody", "members": "members", "team": "team", "private": "nobody"}
PERSONAL = {word: word for word in ("", "name", "work", "contact", "special", "opinion")}

MINUTES_IN_A_DAY = 1440
_OF = {
    "person": "a person",
    "organisation": "an organisation's id",
    "session": "a session's id, such as `2026-06-09`",
    "initiative": "an initiative's id",
    "community": "a community's id",
    "action": "an action's id, such as `2026-06-09/1`",
    "entry": "the id of a line of notes, such as `2026-06-09/connect/1`",
    "method": "a method's name",
    "lead": "a role, `speaker`, `table hosts` or a person",
}
_MANY = {
    "person": "people",
    "organisation": "organisations' ids",
    "session": "sessions' ids",
    "initiative": "initiatives' ids",
    "community": "communities' ids",
    "entry": "ids of lines of notes",
    "method": "methods' names",
}


def plain(kind: Any) -> tuple[Any, dict[str, Any]]:
    """A kind without its descriptions, and the outermost description."""
    about: dict[str, Any] = {"description": "", "extra": {}}
    while isinstance(kind, kinds.Metadata):
        about["extra"] = {**(kind.extra or {}), **about["extra"]}
        about["description"] = about["description"] or (kind.extra_json_schema or {}).get("description", "")
        kind = kind.type
    return kind, about


def how(kind: Any, of: str = "") -> str:
    """How a value is written."""
    kind, about = plain(kind)
    of = about["extra"].get("of", "") or of
    if isinstance(kind, kinds.UnionType):
        parts = [part for part in kind.types if not isinstance(part, kinds.NoneType)]
        return ", or ".join(how(part, of) for part in parts)
    if isinstance(kind, kinds.VarTupleType):
        return f"list of {_several(kind.item_type, of)}"
    if isinstance(kind, kinds.DictType):
        return _mapping(kind, of)
    if isinstance(kind, kinds.StructType):
        return "fields, see below"
    if isinstance(kind, kinds.LiteralType):
        return _choice(in_order(kind.values))
    return _scalar(kind, of)


def _several(kind: Any, of: str) -> str:
    kind, _ = plain(kind)
    if isinstance(kind, kinds.StructType):
        return "items, see below"
    if isinstance(kind, kinds.VarTupleType):
        return f"lists of {_several(kind.item_type, of)}"
    if isinstance(kind, kinds.StrType):
        return _MANY.get(of) or _vocabulary(of) or "texts"
    if isinstance(kind, kinds.IntType):
        return "whole numbers"
    if isinstance(kind, kinds.DateType):
        return "dates"
    return how(kind, of)


def _mapping(kind: Any, of: str) -> str:
    key, _ = plain(kind.key_type)
    value, _ = plain(kind.value_type)
    names = _choice(in_order(key.values)) if isinstance(key, kinds.LiteralType) else "a name"
    names = _OF.get(of, names)
    if isinstance(value, kinds.StructType):
        return f"for each of {names}: fields, see below" if of else f"{names}: fields, see below"
    return f"{names}: {how(value)}"


def _vocabulary(of: str) -> str:
    """The words of a vocabulary, to which programme.yaml may add."""
    words = VOCABULARIES.get(of)
    return f"{', '.join(f'`{word}`' for word in words)}, or a word that programme.yaml adds" if words else ""


def _choice(words: list[str]) -> str:
    if set(words) == {"yes", "no"}:
        return "`yes` or `no`"
    if words[0] == "january":
        return "a month, such as `april`"
    shown = [f"`{word}`" for word in words]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} or {shown[-1]}"


def _scalar(kind: Any, of: str) -> str:
    if isinstance(kind, kinds.DateType):
        return "date"
    if isinstance(kind, kinds.IntType):
        if kind.le is None or kind.le == MOST:
            return "whole number"
        return f"{'minutes' if kind.le == MINUTES_IN_A_DAY else 'whole number'}, {kind.ge} to {kind.le}"
    if isinstance(kind, kinds.FloatType):
        return "number"
    if isinstance(kind, kinds.StrType):
        return "time, such as `10:00`" if kind.pattern else _OF.get(of) or _vocabulary(of) or "text"
    return "anything"


def left_out(field: Any) -> str:
    """What a field means that is not there."""
    if field.required:
        return "**needed**"
    default = field.default
    if isinstance(default, tuple) and default:
        return ", ".join(f"`{word}`" for word in default)
    if default is NODEFAULT or default in ("", None, ()) or not isinstance(default, str | int | float):
        return ""
    return f"`{default}`"


def inner_records(kind: Any) -> Iterator[Any]:
    """The records directly inside a kind of value."""
    kind, _ = plain(kind)
    if isinstance(kind, kinds.StructType):
        yield kind
    for name in ("types", "item_type", "value_type"):
        inside = getattr(kind, name, ())
        for part in inside if isinstance(inside, tuple) else (inside,):
            yield from inner_records(part)
