"""What every record is made of: the base classes, the kinds of value, and who may see a field."""

import datetime as dt
from collections.abc import Callable
from typing import Annotated, Any, ClassVar, Final, Literal, NamedTuple, Self, TypeVar

from pydantic import BaseModel, ConfigDict
from pydantic_core import PydanticCustomError

from copkit.dates.reading import FIRST_YEAR, LAST_YEAR
from copkit.models.late import Late
from copkit.patterns import when_used

Audience = Literal["public", "members", "team", "private"]
AUDIENCES: tuple[Audience, ...] = ("public", "members", "team", "private")
"""From the widest to the narrowest. `private` is for nobody's document."""


Issue = Literal["the year that people hold", "documents that people read", "what is sent and started"]
"""Work that is planned, and prints what reaches nobody until then."""


class Unprinted(NamedTuple):
    """Why a field reaches nobody: what it is for instead, or where a later issue prints it."""

    why: str
    issue: Issue | None = None


def internal(why: str) -> Unprinted:
    """A field that copkit needs and no document prints."""
    return Unprinted(why)


def later(issue: Issue, where: str) -> Unprinted:
    """A field that nothing prints before this issue is done, and where it will then stand."""
    return Unprinted(where, issue)


Use = Literal["", "mailbox", "place", "title", "id", "consent", "people"]
"""A mailbox, a place and what an organisation or a community is called are shared: a word of somebody's name in it
names nobody. An id leads to something, and is no text. A consent is what somebody agreed to: it stays with a record
for every audience, since it decides what they may have, and no page prints it. People are counted by a number."""


class About(NamedTuple):
    """Who may see a field, its class of personal data, its vocabulary or register, and what it is in words."""

    audience: Audience = "public"
    personal: str = ""
    of: str = ""
    description: str = ""
    unprinted: Unprinted | None = None
    use: Use = ""

    @property
    def unasked(self) -> Audience:
        """Who may see it where nobody is asked: whether somebody may be named in public is that person's to say."""
        return "members" if self.personal and self.audience == "public" else self.audience


def for_all(description: str, *, personal: str = "", of: str = "", use: Use = "") -> About:
    """A field for anybody. `personal` is its class of personal data, `of` its vocabulary or register."""
    return About("public", personal, of, description, use=use)


def for_members(description: str, *, personal: str = "", of: str = "") -> About:
    """A field for the community's members and its team."""
    return About("members", personal, of, description)


def for_team(description: str, *, personal: str = "", of: str = "", use: Use = "") -> About:
    """A field for the team alone."""
    return About("team", personal, of, description, use=use)


def for_nobody(description: str, *, personal: str = "", of: str = "") -> About:
    """A field that no document prints."""
    return About("private", personal, of, description)


class Scalar(NamedTuple):
    """How one value is read from its text: what kind it is, by which function, and for a number the bounds.

    A reader takes a text as it is to be written, or a value of the field's own type, as code gives it, and raises
    the one error of its kind for anything else: `loading` says it in our own words. It is called for every value of
    its kind, so nothing stands between it and pydantic, and no pattern, which would be compiled for each field.
    """

    kind: Literal["date", "clock", "whole", "decimal"]
    read: Callable[[Any], Any]
    low: int = 0
    high: int = 0
    word: str = ""
    """What may stand in the place of a number."""


MOST = 1_000_000
CLOCK = r"^([01][0-9]|2[0-3]):[0-5][0-9]$"
_CLOCK = when_used(CLOCK)
_WHOLE = when_used(r"0|[1-9][0-9]{0,19}")
_DECIMAL = when_used(r"(0|[1-9][0-9]*)(\.[0-9]+)?")


def _no(kind: str) -> PydanticCustomError:
    return PydanticCustomError(kind, kind)


def _day(first: dt.date = dt.date.min, last: dt.date = dt.date.max) -> Scalar:
    def read(value: Any) -> dt.date:
        if value.__class__ is str and len(value) == 10 and value[4] == value[7] == "-":
            try:
                value = dt.date.fromisoformat(value)
            except ValueError:
                raise _no("date") from None
        if value.__class__ is dt.date and first <= value <= last:
            return value
        raise _no("date")

    return Scalar("date", read)


def _whole(low: int, high: int, word: str = "") -> Scalar:
    def read(value: Any) -> int | str:
        if word and value == word:
            return word
        if value.__class__ is str and _WHOLE.fullmatch(value):
            value = int(value)
        if value.__class__ is int and low <= value <= high:
            return value
        raise _no("whole")

    return Scalar("whole", read, low, high, word)


def _decimal(low: int, high: int) -> Scalar:
    def read(value: Any) -> float:
        if value.__class__ is str and _DECIMAL.fullmatch(value):
            value = float(value)
        if value.__class__ in (float, int) and low <= value <= high:
            return float(value)
        raise _no("decimal")

    return Scalar("decimal", read, low, high)


def _clock(value: Any) -> str:
    if value.__class__ is str and _CLOCK.fullmatch(value):
        return value
    raise _no("clock")


Date = Annotated[dt.date, _day()]
CountedFrom = Annotated[dt.date, _day(dt.date(FIRST_YEAR, 1, 1), dt.date(LAST_YEAR, 12, 31))]
"""A day from which others are counted, and so not centuries away."""
Clock = Annotated[str, Scalar("clock", _clock)]
"""A time of day on the local clock, as 24-hour text: `14:00`."""
Count = Annotated[int, _whole(0, MOST)]
Amount = Annotated[float, _decimal(0, MOST)]
Months = Annotated[int, _whole(0, 600)]
Minutes = Annotated[int, _whole(1, 1440)]
UNKNOWN: Final = "unknown"
Stayed = Annotated[int | Literal["unknown"], _whole(0, MOST, UNKNOWN)]
"""For how many minutes somebody was there, or that nobody knows."""
Score = Annotated[int, _whole(1, 5)]
"""An answer on a scale from 1 to 5."""
MeanScore = Annotated[float, _decimal(1, 5)]
"""The mean of several such answers."""
Level = Annotated[int, _whole(1, 4)]
Percent = Annotated[int, _whole(0, 100)]
Published = Annotated[int, _whole(1500, LAST_YEAR)]
"""The year in which something came out."""
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


_Model = TypeVar("_Model", bound="Part")


def key_of(name: str) -> str:
    """The YAML key of a field: `from_` stands for `from`, which Python keeps for itself."""
    return "x-" if name == "extra" else name.removesuffix("_")


class _NoEntries(dict[str, Any]):
    """An empty mapping that can be hashed: pydantic copies any other for each record, at some cost."""

    def __hash__(self) -> int:  # type: ignore[override]
        return 0


NO_ENTRIES: Any = _NoEntries()
"""What a mapping is that was left out."""


class Part(BaseModel, metaclass=Late):
    """A piece of a record. Fields that copkit does not know are kept in `extra`."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        hide_input_in_errors=True,
        validate_by_alias=True,
        validate_by_name=True,
    )

    extra: dict[str, Any] = NO_ENTRIES

    gone: ClassVar[tuple[str, ...]] = ()
    """Fields of older data formats that are no more: where one is typed it is kept, and nothing reads it."""
    unprinted: ClassVar[Unprinted | None] = None
    """Why nothing prints any of the fields, where that holds for the whole part."""

    strict: ClassVar[bool] = False
    """Whether a field that copkit does not know is an error: what it would say is acted on elsewhere."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from copkit.models.building import core

        return core(cls)

    def __hash__(self) -> int:
        """The same for all of a class: pydantic copies every default that cannot be hashed."""
        return hash(type(self))

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def but(self, **values: Any) -> Self:
        """The same with other values in some fields, by their names in Python; the values are not checked."""
        return self.model_copy(update=values)


_SLOTS = ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")


def blank(model: type[_Model]) -> _Model:
    """A part of which nothing was given, made without building its schema: importing a model stays cheap."""
    made = model.__new__(model)
    slots = (dict(model.defaults), set[str](), None, None)
    for slot, value in zip(_SLOTS, slots, strict=True):
        object.__setattr__(made, slot, value)
    return made


class Accept(Part):
    """A finding that the team accepts, with a reason and an end date."""

    check: Annotated[str, for_team("The code of the check, such as ROL-06.")]
    because: Annotated[str, for_team("Why it is accepted.")] = ""
    until: Annotated[Date | None, for_team("The last day on which it is accepted.")] = None


class Record(Part):
    """A record that stands for itself: a file, or an item of a register."""

    accept: Annotated[tuple[Accept, ...], for_team("Findings accepted for this record.")] = ()
