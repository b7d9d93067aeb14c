"""What the models declare of their fields, for everybody who asks: one walk over annotations, and no other."""

from collections.abc import Callable, Iterator
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, TypeAlias, Union, get_args, get_origin

from copkit.models.base import About, Part, Scalar, Unprinted, key_of

Path = tuple[str | int, ...]
Form: TypeAlias = Literal["text", "date", "clock", "whole", "decimal", "choice", "list", "mapping", "fields", "any"]
HELD_BACK = ("extra", "accept")
"""Fields that no table, page or walk over what people typed has a use for: they are about the file."""


class Shape(NamedTuple):
    """What may stand in a place: a form of value, and what belongs to that form.

    `of` has the shape of a list's items, or of a mapping's keys and values; `words` those of a choice; `model` the
    part behind fields. `either` has the shapes of a place that takes several forms.
    """

    form: Form
    about: About = About()
    of: tuple["Shape", ...] = ()
    words: tuple[str, ...] = ()
    model: type[Part] | None = None
    low: int = 0
    high: int = 0
    word: str = ""
    read: Callable[[Any], Any] | None = None
    either: tuple["Shape", ...] = ()
    optional: bool = False
    """Whether None may stand there."""

    def for_value(self, value: Any) -> "Shape":
        """Of several shapes the one whose form a value has, else the first."""
        wanted = _TAGS[tag_of(value)]
        return next((one for one in self.either if one.form in wanted), self)

    def inside(self, step: str | int) -> "Shape | None":
        """The shape of a field, an item or a value; what a list is of, its items are of too."""
        for one in self.either or (self,):
            if one.model is not None and isinstance(step, str):
                return (found := fields(one.model).get(step)) and found.shape
            if one.form in ("list", "mapping") and isinstance(step, int) == (one.form == "list"):
                return one.of[-1]
        return None

    def parts(self) -> Iterator[type[Part]]:
        """Every model that may stand in this place, however deep in lists and mappings."""
        if self.model is not None:
            yield self.model
        for one in (*self.of, *self.either[1:]):
            yield from one.parts()

    def forms(self) -> frozenset[str]:
        """Every form of value that may stand in this place, however deep in lists and mappings."""
        below = (*self.of, *self.either[1:])
        return frozenset([self.form]).union(*(one.forms() for one in below))


_TAGS: dict[str, tuple[Form, ...]] = {
    "<list>": ("list",),
    "<fields>": ("fields", "mapping", "list"),
    "<text>": ("text", "date", "clock", "whole", "decimal", "choice"),
}


def tag_of(value: Any) -> str:
    """What the branches of an either are called that takes a value; no key of a file is spelt like these."""
    if isinstance(value, list | tuple):
        return "<list>"
    return "<fields>" if isinstance(value, dict | Part) else "<text>"


class Field(NamedTuple):
    """One field of a model: its name in Python, its key in a file, and what it declares."""

    name: str
    key: str
    shape: Shape
    required: bool
    default: Any

    @property
    def about(self) -> About:
        """Audience, class of personal data, vocabulary and description."""
        return self.shape.about


Deep = tuple[tuple[str, ...], Field]


@cache
def fields(model: type[Part]) -> dict[str, Field]:
    """The fields of a model by their keys in a file, in the order in which they are declared."""
    made = (_field(model, name, hint) for name, hint in model.hints.items() if name != "extra")
    return {field.key: field for field in made}


def _field(model: type[Part], name: str, hint: Any) -> Field:
    metadata = get_args(hint)[1:] if get_origin(hint) is Annotated else ()
    about = _about(model, name, metadata)
    shape = _shape(hint, about)
    required = name not in model.defaults
    return Field(name, key_of(name), shape, required, model.defaults.get(name))


def _about(model: type[Part], name: str, metadata: tuple[Any, ...]) -> About:
    """What a field declares; what its part declares of all fields holds for those that somebody may see."""
    about = next((one for one in metadata if isinstance(one, About)), About())
    unprinted = next((one for one in metadata if isinstance(one, Unprinted)), None)
    if model.unprinted and about.audience != "private" and name not in HELD_BACK:
        unprinted = unprinted or model.unprinted
    return about._replace(unprinted=unprinted) if unprinted else about


def given(part: Part) -> Iterator[tuple[Field, Any]]:
    """The fields of a part that have a value of their own, each with the value."""
    for field in fields(type(part)).values():
        value = getattr(part, field.name)
        if value is not field.default and value != field.default:
            yield field, value


def says(value: Any) -> bool:
    """Whether a value holds a word, a number or a day: what was only made, or holds only spaces, says nothing."""
    if isinstance(value, Part):
        kept = (one for field, one in given(value) if field.key not in HELD_BACK)
        return any(map(says, kept)) or says(value.extra)
    if isinstance(value, dict):
        return any(map(says, value.values()))
    if isinstance(value, list | tuple):
        return any(map(says, value))
    return value is not None and bool(str(value).strip())


def deep(model: type[Part], path: tuple[str, ...] = (), seen: tuple[type, ...] = ()) -> Iterator[Deep]:
    """Every field of a model and of the parts in it, with the keys that lead there; no part within itself."""
    for key, field in fields(model).items():
        yield (*path, key), field
        for part in dict.fromkeys(field.shape.parts()):
            if part not in seen:
                yield from deep(part, (*path, key), (*seen, part))


def shape_at(model: type[Part], path: Path) -> Shape | None:
    """What may stand at a path of keys and indexes within a record; None where no field of the models leads."""
    here: Shape | None = Shape("fields", model=model)
    for step in path:
        here = here.inside(step) if here is not None else None
    return here


def _shape(hint: Any, about: About) -> Shape:
    """What an annotation says may stand in a place."""
    if get_origin(hint) is Annotated:
        inner, *metadata = get_args(hint)
        scalar = next((one for one in metadata if isinstance(one, Scalar)), None)
        if scalar is not None:
            return Shape(scalar.kind, about, low=scalar.low, high=scalar.high, word=scalar.word, read=scalar.read)
        return _shape(inner, about)
    origin, args = get_origin(hint), [one for one in get_args(hint) if one not in (type(None), ...)]
    if origin in (Union, UnionType):
        shapes = tuple(_shape(one, about) for one in args)
        optional = len(args) < len(get_args(hint))
        return shapes[0]._replace(optional=optional, either=shapes if len(shapes) > 1 else ())
    if origin is Literal:
        return Shape("choice", about, words=tuple(map(str, args)))
    if origin is tuple:
        return Shape("list", about, (_shape(args[0], about),))
    if origin is dict:
        return Shape("mapping", about, tuple(_shape(one, about) for one in args))
    if isinstance(hint, type) and issubclass(hint, Part):
        return Shape("fields", about, model=hint)
    return Shape("any" if hint is Any else "text", about)
