"""What pydantic needs of a record, made from the one walk over what its class declares."""

from collections.abc import Callable
from functools import cache
from typing import Any

from pydantic_core import CoreSchema, SchemaSerializer, SchemaValidator

from copkit.models.base import Part, key_of
from copkit.models.fields import Shape, fields, tag_of

Build = Callable[[Shape], Any]

_ANY: Any = {"type": "any"}
_TEXT: Any = {"type": "str"}
_EXTRA: Any = {"type": "dict", "keys_schema": _TEXT, "values_schema": _ANY}


@cache
def core(model: type[Part]) -> CoreSchema:
    """The record as pydantic's core reads it, the same as pydantic would make."""
    made = {"extra": _field("x-", {"type": "default", "schema": _EXTRA, "default": model.defaults["extra"]})}
    for field in fields(model).values():
        schema = _of(field.shape)
        if not field.required:
            schema = {"type": "default", "schema": schema, "default": field.default}
        made[field.name] = _field(field.key, schema)
    inner = {"type": "model-fields", "fields": made, "model_name": model.__name__}
    return {"type": "model", "cls": model, "schema": inner, "config": _config(model)}


def _config(model: type[Part]) -> Any:
    config: dict[str, Any] = {**model.model_config}
    same = {name: config[name] for name in ("hide_input_in_errors", "validate_by_alias", "validate_by_name")}
    return {"title": model.__name__, "extra_fields_behavior": config["extra"], **same}


def _field(key: str, schema: Any) -> Any:
    return {"type": "model-field", "schema": schema, "validation_alias": key, "serialization_alias": key}


def _of(shape: Shape) -> Any:
    schema = _either(shape) if shape.either else _FORMS[shape.form](shape)
    return {"type": "nullable", "schema": schema} if shape.optional else schema


def _either(shape: Shape) -> Any:
    """Told apart by their form, as fields and their values are everywhere."""
    choices = {_TAGS.get(one.form, "<text>"): _of(one) for one in shape.either}
    return {"type": "tagged-union", "choices": choices, "discriminator": tag_of}


_TAGS = {"list": "<list>", "fields": "<fields>"}


def _scalar(shape: Shape) -> Any:
    return {"type": "function-plain", "function": {"type": "no-info", "function": shape.read}}


def _part(shape: Shape) -> CoreSchema:
    """A part within. Its validator is made first: every record with such a part then uses that one."""
    assert shape.model is not None
    assert shape.model.__pydantic_validator__
    return core(shape.model)


_FORMS: dict[str, Build] = {
    "any": lambda shape: _ANY,
    "text": lambda shape: _TEXT,
    "date": _scalar, "clock": _scalar, "whole": _scalar, "decimal": _scalar,
    "choice": lambda shape: {"type": "literal", "expected": list(shape.words)},
    "list": lambda shape: {"type": "tuple", "items_schema": [_of(shape.of[0])], "variadic_item_index": 0},
    "mapping": lambda shape: {"type": "dict", "keys_schema": _of(shape.of[0]), "values_schema": _of(shape.of[1])},
    "fields": _part,
}  # fmt: skip


def _validator(model: type[Part]) -> SchemaValidator:
    made = SchemaValidator(core(model), _config(model))
    model.__pydantic_complete__ = True
    return made


def _infos(model: type[Part]) -> Any:
    """The fields as pydantic tells of them."""
    from pydantic.fields import FieldInfo

    made = {}
    for name, hint in model.hints.items():
        if name in model.defaults:
            info = FieldInfo.from_annotated_attribute(hint, model.defaults[name])
        else:
            info = FieldInfo.from_annotation(hint)
        info.alias = info.validation_alias = info.serialization_alias = key_of(name)
        made[name] = info
    return made


MAKERS: dict[str, Callable[[type[Part]], Any]] = {
    "__pydantic_fields__": _infos,
    "__pydantic_core_schema__": core,
    "__pydantic_validator__": _validator,
    "__pydantic_serializer__": lambda model: SchemaSerializer(core(model), _config(model)),
}
"""How each attribute of `late` is made."""
