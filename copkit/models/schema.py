"""The JSON Schema of every kind of file, for editors that complete and check YAML as it is typed.

Editors read YAML by the 1.2 core rules, where `14.30` is a number and `yes` a text, and copkit reads every scalar
as text: so a text may be a number here, and any value may be left empty. What copkit reads only with a note
(`14/01/2026`, `20 minutes`) an editor marks. Draft 7, since that is the newest that all editors know.
"""

import json
from typing import Any

from msgspec import inspect as kinds

from copkit.models.base import ID_LENGTH, ID_PATTERN
from copkit.models.kinds import Kind
from copkit.models.vocabularies import VOCABULARIES
from copkit.models.words import in_order

Schema = dict[str, Any]

_DRAFT = "http://json-schema.org/draft-07/schema#"


def schema(kind: Kind) -> Schema:
    """The schema of the files of a kind, whole in itself."""
    parts = _Parts()
    item = parts.of(kinds.type_info(kind.record))
    return {
        "$schema": _DRAFT,
        "title": kind.title,
        "description": f"{kind.path}: {(kind.record.__doc__ or '').strip()}",
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

    def of(self, kind: kinds.Type, vocabulary: str = "") -> Schema:
        """The schema of a value that may be left empty; the words of a vocabulary are offered, not asked for."""
        if isinstance(kind, kinds.Metadata):
            vocabulary = (kind.extra or {}).get("of", "") or vocabulary
            return {**(kind.extra_json_schema or {}), **self.of(kind.type, vocabulary)}
        if isinstance(kind, kinds.StructType):
            return self._reference(kind)
        if isinstance(kind, kinds.UnionType):
            return self._union(kind, vocabulary)
        if isinstance(kind, kinds.VarTupleType | kinds.ListType):
            return {"type": ["array", "null"], "items": self.of(kind.item_type, vocabulary)}
        if isinstance(kind, kinds.DictType):
            return self._mapping(kind)
        if isinstance(kind, kinds.LiteralType):
            return _choice(in_order(kind.values))
        words = VOCABULARIES.get(vocabulary, ())
        return {**_scalar(kind), "examples": list(words)} if words else _scalar(kind)

    def _reference(self, kind: kinds.StructType) -> Schema:
        name = kind.cls.__name__
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = self._record(kind)
        return {"allOf": [{"$ref": f"#/definitions/{name}"}]}

    def _record(self, kind: kinds.StructType) -> Schema:
        fields = [field for field in kind.fields if field.encode_name != "x-"]
        made: Schema = {
            "type": ["object", "null"],
            "description": (kind.cls.__doc__ or "").strip(),
            "properties": {field.encode_name: self._field(field) for field in fields},
            "patternProperties": {"^x-": {}},
            "additionalProperties": False,
        }
        if required := [field.encode_name for field in fields if field.required]:
            made["required"] = required
        return made

    def _field(self, field: kinds.Field) -> Schema:
        made = self.of(field.type)
        if isinstance(field.default, str | int | float) and field.default not in ("", 0):
            made["default"] = field.default
        return made

    def _union(self, kind: kinds.UnionType, vocabulary: str) -> Schema:
        parts = [self.of(part, vocabulary) for part in kind.types if not isinstance(part, kinds.NoneType)]
        return parts[0] if len(parts) == 1 else {"anyOf": parts}

    def _mapping(self, kind: kinds.DictType) -> Schema:
        value = self.of(kind.value_type)
        if isinstance(kind.key_type, kinds.LiteralType):
            properties = dict.fromkeys(in_order(kind.key_type.values), value)
            return {"type": ["object", "null"], "properties": properties, "additionalProperties": False}
        return {"type": ["object", "null"], "additionalProperties": value}


def _choice(words: list[str]) -> Schema:
    """One of some words. What is typed as `yes` some editors hold for true."""
    if set(words) == {"yes", "no"}:
        return {"enum": ["yes", "no", True, False, None]}
    return {"enum": [*words, None]}


def _scalar(kind: kinds.Type) -> Schema:
    if isinstance(kind, kinds.DateType):
        return {"type": ["string", "null"], "format": "date"}
    if isinstance(kind, kinds.IntType):
        return _number("integer", "^[0-9]+$", kind)
    if isinstance(kind, kinds.FloatType):
        return _number("number", "^-?[0-9]+(\\.[0-9]+)?$", kind)
    if isinstance(kind, kinds.StrType):
        if kind.pattern is not None:
            return {"type": ["string", "null"], "pattern": kind.pattern, "examples": ["10:00"]}
        return {"type": ["string", "number", "boolean", "null"]}
    return {}


def _number(name: str, quoted: str, kind: kinds.IntType | kinds.FloatType) -> Schema:
    """A number, also in quotes."""
    bounds = {"minimum": kind.ge, "maximum": kind.le}
    number = {"type": name, **{key: bound for key, bound in bounds.items() if bound is not None}}
    return {"anyOf": [number, {"type": "string", "pattern": quoted}, {"type": "null"}]}
