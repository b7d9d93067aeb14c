"""What every record is made of: the base classes, the kinds of value, and who may see a field."""

import datetime as dt
from typing import Annotated, Any, Literal, NamedTuple, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Discriminator, Field, GetPydanticSchema, Tag
from pydantic_core import core_schema as core

from copkit.dates.reading import FIRST_YEAR, LAST_YEAR

Audience = Literal["public", "members", "team", "private"]
AUDIENCES: tuple[Audience, ...] = ("public", "members", "team", "private")
"""From the widest to the narrowest. `private` is for nobody's document."""


class About(NamedTuple):
    """Who may see a field, its class of personal data, its vocabulary or register, and what it is in words."""

    audience: Audience = "public"
    personal: str = ""
    of: str = ""
    description: str = ""


def for_all(description: str, *, personal: str = "", of: str = "") -> About:
    """A field for anybody. `personal` is its class of personal data, `of` its vocabulary or register."""
    return About("public", personal, of, description)


def for_members(description: str, *, personal: str = "", of: str = "") -> About:
    """A field for the community's members and its team."""
    return About("members", personal, of, description)


def for_team(description: str, *, personal: str = "", of: str = "") -> About:
    """A field for the team alone."""
    return About("team", personal, of, description)


def for_nobody(description: str, *, personal: str = "", of: str = "") -> About:
    """A field that no document prints."""
    return About("private", personal, of, description)


class Scalar(NamedTuple):
    """How one value is read from its text: what kind it is, and for a number the least and the most."""

    kind: Literal["date", "clock", "whole", "decimal"]
    low: int = 0
    high: int = 0


def _read_as(scalar: Scalar, pattern: str, then: core.CoreSchema, own: core.CoreSchema) -> tuple[Any, Scalar]:
    """Text of one form, read by pydantic, or a value of the field's own type, as code gives it.

    Whatever is wrong is one error, named for the scalar's kind: `loading` says it in our own words.
    """
    text = core.chain_schema([core.str_schema(pattern=pattern, strict=True), then])
    schema = core.custom_error_schema(
        core.union_schema([text, own], mode="left_to_right"),
        custom_error_type=scalar.kind,
        custom_error_message=scalar.kind,
    )
    return GetPydanticSchema(lambda of, handler: schema), scalar


MOST = 1_000_000
CLOCK = r"^([01][0-9]|2[0-3]):[0-5][0-9]$"


def _day(first: dt.date | None = None, last: dt.date | None = None) -> tuple[Any, Scalar]:
    span, own = core.date_schema(ge=first, le=last), core.date_schema(ge=first, le=last, strict=True)
    return _read_as(Scalar("date"), r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", span, own)


def _whole(low: int, high: int) -> tuple[Any, Scalar]:
    span, own = core.int_schema(ge=low, le=high), core.int_schema(ge=low, le=high, strict=True)
    return _read_as(Scalar("whole", low, high), r"^(0|[1-9][0-9]{0,19})$", span, own)


def _decimal(low: int, high: int) -> tuple[Any, Scalar]:
    span, own = core.float_schema(ge=low, le=high), core.float_schema(ge=low, le=high, strict=True)
    return _read_as(Scalar("decimal", low, high), r"^(0|[1-9][0-9]*)(\.[0-9]+)?$", span, own)


def _clock() -> tuple[Any, Scalar]:
    time = core.str_schema(pattern=CLOCK, strict=True)
    named = core.custom_error_schema(time, custom_error_type="clock", custom_error_message="clock")
    return GetPydanticSchema(lambda of, handler: named), Scalar("clock")


Date = Annotated[dt.date, *_day()]
CountedFrom = Annotated[dt.date, *_day(dt.date(FIRST_YEAR, 1, 1), dt.date(LAST_YEAR, 12, 31))]
"""A day from which others are counted, and so not centuries away."""
Clock = Annotated[str, *_clock()]
"""A time of day on the local clock, as 24-hour text: `14:00`."""
Count = Annotated[int, *_whole(0, MOST)]
Amount = Annotated[float, *_decimal(0, MOST)]
Months = Annotated[int, *_whole(0, 600)]
Minutes = Annotated[int, *_whole(1, 1440)]
Score = Annotated[int, *_whole(1, 5)]
"""An answer on a scale from 1 to 5."""
YesNo = Literal["yes", "no"]
Month = Literal[
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
]  # fmt: skip
Place = Literal["online", "in-person", "hybrid"]
Treat = Literal["info", "warning", "error"]
Severity = Literal["info", "warning", "error"]

ID_PATTERN = r"[a-z0-9]+([.-][a-z0-9]+)*"
"""How people, organisations, communities and other named things are spelt."""
SESSION_PATTERN = r"\d{4}-\d{2}-\d{2}(-[2-9])?"
"""A session is named for its first date; `-2` for a second on that day."""
NEWSLETTER_PATTERN = r"\d{4}-W\d{2}"
ID_LENGTH = 60
RESERVED_IDS = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))]
)
"""Names that Windows keeps for itself, with or without an ending."""


_One = TypeVar("_One")
_Many = TypeVar("_Many")
_Model = TypeVar("_Model", bound="Part")


def tag_of(value: Any) -> str:
    """What the branches of an `Either` are called that takes a value; no key of a file is spelt like these."""
    if isinstance(value, list | tuple):
        return "<list>"
    return "<fields>" if isinstance(value, dict | Part) else "<text>"


Either = Annotated[Annotated[_One, Tag("<text>")] | Annotated[_Many, Tag("<list>")], Discriminator(tag_of)]
"""One value or a list of them, told apart by shape: `Either[str, tuple[Segment, ...]]`."""
TextOr = Annotated[Annotated[str, Tag("<text>")] | Annotated[_Many, Tag("<fields>")], Discriminator(tag_of)]
"""A text or a set of fields, told apart by shape: `TextOr[Link]`."""


def _key(name: str) -> str:
    """The YAML key of a field: `from_` stands for `from`, which Python keeps for itself."""
    return name.removesuffix("_")


class Part(BaseModel):
    """A piece of a record. Fields that copkit does not know are kept in `extra`."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        defer_build=True,
        hide_input_in_errors=True,
        alias_generator=_key,
        validate_by_alias=True,
        validate_by_name=True,
        serialize_by_alias=True,
    )

    extra: dict[str, Any] = Field(alias="x-", default_factory=dict)

    def but(self, **values: Any) -> Self:
        """The same with other values in some fields, by their names in Python; the values are not checked."""
        return self.model_copy(update=values)


def blank(model: type[_Model]) -> _Model:
    """A part of which nothing was given, made without building its schema: importing a model stays cheap."""
    return model.model_construct()


class Accept(Part):
    """A finding that the team accepts, with a reason and an end date."""

    check: Annotated[str, for_team("The code of the check, such as ROL-06.")]
    because: Annotated[str, for_team("Why it is accepted.")] = ""
    until: Annotated[Date | None, for_team("The last day on which it is accepted.")] = None


Accept.model_rebuild()  # it is a part of every record: built once, it is not built anew for each


class Record(Part):
    """A record that stands for itself: a file, or an item of a register."""

    accept: Annotated[tuple[Accept, ...], for_team("Findings accepted for this record.")] = ()
