"""Classes of records that are made at once, and what pydantic needs of each when it is first asked for.

pydantic looks at every field of a class as the class is made, and again for its validator; a command needs a few of
the hundred. So a class keeps what it declares, and `building` gives each of these attributes on demand.
"""

from abc import ABCMeta
from typing import TYPE_CHECKING, Any, ClassVar, dataclass_transform, get_origin

from pydantic import BaseModel

if TYPE_CHECKING:
    from pydantic._internal._model_construction import ModelMetaclass
else:
    ModelMetaclass = type(BaseModel)


class _WhenAsked:
    """An attribute of a class that is made, and kept, when it is first read."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, _: object, model: Any) -> Any:
        from copkit.models import building

        made = building.MAKERS[self.name](model)
        setattr(model, self.name, made)
        return made


_LATE = ("__pydantic_fields__", "__pydantic_core_schema__", "__pydantic_validator__", "__pydantic_serializer__")


@dataclass_transform(kw_only_default=True)
class Late(ModelMetaclass):
    """A class of records. Its fields are what its annotations say; nothing else in it is pydantic's to find."""

    hints: dict[str, Any]
    """What each field is annotated with, by its name in Python."""
    defaults: dict[str, Any]
    """What a field has that was left out; a field that must be given has no entry."""

    def __new__(mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> Any:
        own = {key: hint for key, hint in namespace.get("__annotations__", {}).items() if _is_field(hint)}
        kept = {key: value for key, value in namespace.items() if key not in own}
        made: Any = ABCMeta.__new__(mcs, name, bases, kept | _class_of_pydantic())
        (base,) = bases
        given = {key: namespace[key] for key in own if key in namespace}
        made.hints = {**getattr(base, "hints", {}), **own}
        made.defaults = {**getattr(base, "defaults", {}), **given}
        return made


def _class_of_pydantic() -> dict[str, Any]:
    """What pydantic keeps of every class, for one that has fields alone: neither validators nor private values."""
    empty = ("private_attributes", "pydantic_computed_fields", "pydantic_setattr_handlers")
    return {
        "__class_vars__": set(),
        "__pydantic_complete__": False,
        "__pydantic_custom_init__": False,
        "__pydantic_extra_info__": None,
        "__pydantic_generic_metadata__": {"origin": None, "args": (), "parameters": ()},
        "__pydantic_post_init__": None,
        **{f"__{name}__": {} for name in empty},
        **{name: _WhenAsked(name) for name in _LATE},
    }


def _is_field(hint: Any) -> bool:
    return hint is not ClassVar and get_origin(hint) is not ClassVar
