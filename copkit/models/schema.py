"""The JSON Schema of every kind of file, for editors that complete and check YAML as it is typed.

Editors read YAML by the 1.2 core rules, where `14.30` is a number and `yes` a text, and copkit reads every scalar
as text: so a text may be a number here, and any value may be left empty. What copkit reads only with a note
(`14/01/2026`, `20 minutes`) an editor marks. Draft 7, since that is the newest that all editors know.
"""

import json
from typing import Any

from copkit.models.base import CLOCK, ID_LENGTH, ID_PATTERN, Part
from copkit.models.fields import Field, Shape, fields
from copkit.models.kinds import Kind
from copkit.models.vocabularies import VOCABULARIES

Schema = dict[str, Any]

_DRAFT = "http://json-schema.org/draft-07/schema#"


def schema(kind: Kind) -> Schema:
    """The schema of the files of a kind, whole in itself."""
    parts = _Parts()
    item = parts.of(Shape("fields", model=kind.record))
    return {
        "$schema": _DRAFT,
        "title": kind.title,
        "description": f"{' and '.join(kind.paths)}: {(kind.record.__doc__ or '').strip()}",
        **_shape(kind, item),
        "definitions": dict(sorted(parts.definitions.items())),
    }


def schema_text(kind: Kind) -> str:
    """The schema as the text of a file."""
    return json.dumps(schema(kind), indent=2, ensure_ascii=False) + "\n"


def _shape(kind: Kind, item: Schema) -> Schema:
    if kind.shape == "list":
        return {"type": ["array", "null"], "items": item}
    if kind.shape == "mapping":
        names = {"pattern": f"^{ID_PATTERN}$", "maxLength": ID_LENGTH}
        return {"type": ["object", "null"], "propertyNames": names, "additionalProperties": item}
    return item


class _Parts:
    """The records that a schema has met, each defined once."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}

    def of(self, shape: Shape) -> Schema:
        """The schema of a value that may be left empty; the words of a vocabulary are offered, not asked for."""
        if shape.either:
            return {"anyOf": [self.of(one._replace(either=())) for one in shape.either]}
        if shape.model is not None:
            return self._reference(shape.model)
        if shape.form == "list":
            return {"type": ["array", "null"], "items": self.of(shape.of[0])}
        if shape.form == "mapping":
            return self._mapping(*shape.of)
        if shape.form == "choice":
            return _choice(shape.words)
        words = VOCABULARIES.get(shape.about.of, ())
        return {**_scalar(shape), "examples": list(words)} if words else _scalar(shape)

    def _reference(self, model: type[Part]) -> Schema:
        name = model.__name__
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = self._record(model)
        return {"allOf": [{"$ref": f"#/definitions/{name}"}]}

    def _record(self, model: type[Part]) -> Schema:
        known = fields(model)
        made: Schema = {
            "type": ["object", "null"],
            "description": (model.__doc__ or "").strip(),
            "properties": {key: self._field(field) for key, field in known.items()},
            "patternProperties": {"^x-": {}},
            "additionalProperties": False,
        }
        if required := [key for key, field in known.items() if field.required]:
            made["required"] = required
        return made

    def _field(self, field: Field) -> Schema:
        made = {"description": field.about.description, **self.of(field.shape)}
        if isinstance(field.default, str | int | float) and field.default not in ("", 0):
            made["default"] = field.default
        return made

    def _mapping(self, name: Shape, value: Shape) -> Schema:
        item = self.of(value)
        if name.form == "choice":
            properties = dict.fromkeys(name.words, item)
            return {"type": ["object", "null"], "properties": properties, "additionalProperties": False}
        return {"type": ["object", "null"], "additionalProperties": item}


def _choice(words: tuple[str, ...]) -> Schema:
    """One of some words. What is typed as `yes` some editors hold for true."""
    if set(words) == {"yes", "no"}:
        return {"enum": ["yes", "no", True, False, None]}
    return {"enum": [*words, None]}


def _scalar(shape: Shape) -> Schema:
    if shape.form == "date":
        return {"type": ["string", "null"], "format": "date"}
    if shape.form == "whole":
        return _number("integer", "^[0-9]+$", shape)
    if shape.form == "decimal":
        return _number("number", "^-?[0-9]+(\\.[0-9]+)?$", shape)
    if shape.form == "clock":
        return {"type": ["string", "null"], "pattern": CLOCK, "examples": ["10:00"]}
    return {} if shape.form == "any" else {"type": ["string", "number", "boolean", "null"]}


def _number(name: str, quoted: str, shape: Shape) -> Schema:
    """A number, also in quotes."""
    number = {"type": name, "minimum": shape.low, "maximum": shape.high}
    words = [{"enum": [shape.word]}] if shape.word else []
    return {"anyOf": [number, *words, {"type": "string", "pattern": quoted}, {"type": "null"}]}
