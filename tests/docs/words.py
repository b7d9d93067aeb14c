"""Kinds of value in plain words, for docs/data-model.md."""

from copkit.models.base import MOST, About
from copkit.models.fields import Field, Shape
from copkit.models.vocabularies import VOCABULARIES

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
    "metric": "a metric's code, such as `D1`",
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


def how(shape: Shape) -> str:
    """How a value is written."""
    if shape.either:
        return ", or ".join(how(one._replace(either=())) for one in shape.either)
    if shape.form == "list":
        return f"list of {_several(shape.of[0])}"
    if shape.form == "mapping":
        return _mapping(*shape.of, shape.about.of)
    if shape.form == "fields":
        return "fields, see below"
    if shape.form == "choice":
        return _choice(shape.words)
    return _scalar(shape)


def _several(shape: Shape) -> str:
    if shape.either:
        return how(shape)
    if shape.form == "fields":
        return "items, see below"
    if shape.form == "list":
        return f"lists of {_several(shape.of[0])}"
    if shape.form == "text":
        return _MANY.get(shape.about.of) or _vocabulary(shape.about.of) or "texts"
    return {"whole": "whole numbers", "date": "dates"}.get(shape.form) or how(shape)


def _mapping(key: Shape, value: Shape, of: str) -> str:
    names = _choice(key.words) if key.form == "choice" else "a name"
    names = _OF.get(of, names)
    if value.form == "fields":
        return f"for each of {names}: fields, see below" if of else f"{names}: fields, see below"
    return f"{names}: {how(value._replace(about=About()))}"


def _vocabulary(of: str) -> str:
    """The words of a vocabulary, to which programme.yaml may add."""
    words = VOCABULARIES.get(of)
    return f"{', '.join(f'`{word}`' for word in words)}, or a word that programme.yaml adds" if words else ""


def _choice(words: tuple[str, ...]) -> str:
    if set(words) == {"yes", "no"}:
        return "`yes` or `no`"
    if words[0] == "january":
        return "a month, such as `april`"
    shown = [f"`{word}`" for word in words]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} or {shown[-1]}"


def _scalar(shape: Shape) -> str:
    if shape.form == "whole":
        if shape.high == MOST:
            return "whole number"
        return f"{'minutes' if shape.high == MINUTES_IN_A_DAY else 'whole number'}, {shape.low} to {shape.high}"
    if shape.form == "text":
        return _OF.get(shape.about.of) or _vocabulary(shape.about.of) or "text"
    return {"date": "date", "decimal": "number", "clock": "time, such as `10:00`", "any": "anything"}[shape.form]


def left_out(field: Field) -> str:
    """What a field means that is not there."""
    if field.required:
        return "**needed**"
    default = field.default
    if isinstance(default, tuple) and default:
        return ", ".join(f"`{word}`" for word in default)
    if default in ("", None, ()) or not isinstance(default, str | int | float):
        return ""
    return f"`{default}`"
