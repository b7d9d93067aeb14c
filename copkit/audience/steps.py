"""What is to be done to a record before an audience has it: a plan for each type, from what its fields declare."""

from functools import cache
from typing import Any, Literal, NamedTuple

from copkit.models.base import AUDIENCES, NO_ENTRIES, Audience, Part, Use
from copkit.models.fields import Field, Shape, fields

What = Literal["empty", "read", "session", "day", "inside"]
_EMPTY: dict[str, Any] = {"text": "", "choice": "", "list": (), "mapping": NO_ENTRIES}

_IDS = ("community", "entry", "action", "metric")
"""What a field may only name by an id."""
_CALLED = ("organisation", "sector", "resource", "event", "skills", "initiative")
"""What may be called after somebody who is not meant; anything may be typed for it, a whole name also as an id."""


class Step(NamedTuple):
    """One field, and what is done to it: whether it is emptied, read for names, or left out where it tells of a
    session that is not to be listed; or only the parts within it are looked at."""

    name: str
    what: What
    empty: Any
    use: Use = ""


@cache
def steps(model: type[Part], audience: Audience) -> tuple[Step, ...]:
    """The fields of a type that an audience may not have as they stand; none for the team."""
    if audience == "team":
        return ()
    found = (_step(field, audience) for field in fields(model).values() if field.name != "accept")
    own = [Step("extra", "empty", NO_ENTRIES)]
    own += [Step("accept", "empty", ())] if "accept" in fields(model) else []
    return (*own, *(one for one in found if one is not None))


def _step(field: Field, audience: Audience) -> Step | None:
    about = field.about
    if about.use in ("consent", "id"):
        return None
    if AUDIENCES.index(about.audience) > AUDIENCES.index(audience):
        return Step(field.name, "empty", _EMPTY.get(field.shape.form) if field.required else field.default)
    if audience == "public" and about.of == "session":
        return Step(field.name, "session", field.default)
    if audience == "public" and not about.personal and about.of not in _IDS and _has_texts(field.shape):
        return Step(field.name, "read", field.default, about.use or ("place" if about.of in _CALLED else ""))
    if audience == "public" and field.shape.form == "date" and not field.required:
        return Step(field.name, "day", field.default)
    return Step(field.name, "inside", field.default) if any(field.shape.parts()) else None


def _has_texts(shape: Shape) -> bool:
    return shape.form in ("text", "any") or any(map(_has_texts, (*shape.of, *shape.either)))
