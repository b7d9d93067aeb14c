"""What every record is made of: the base classes, the kinds of value, and who may see a field."""

import datetime as dt
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct, field

Audience = Literal["public", "members", "team", "private"]
AUDIENCES: tuple[Audience, ...] = ("public", "members", "team", "private")
"""From the widest to the narrowest. `private` is for nobody's document."""


def _about(audience: Audience, description: str, personal: str = "", of: str = "") -> Meta:
    extra = {"audience": audience, "personal": personal, "of": of}
    return Meta(description=description, extra=extra)


def for_all(description: str, *, personal: str = "", of: str = "") -> Meta:
    """A field for anybody. `personal` is its class of personal data, `of` its vocabulary or register."""
    return _about("public", description, personal, of)


def for_members(description: str, *, personal: str = "", of: str = "") -> Meta:
    """A field for the community's members and its team."""
    return _about("members", description, personal, of)


def for_team(description: str, *, personal: str = "", of: str = "") -> Meta:
    """A field for the team alone."""
    return _about("team", description, personal, of)


def for_nobody(description: str, *, personal: str = "", of: str = "") -> Meta:
    """A field that no document prints."""
    return _about("private", description, personal, of)


Date = dt.date
Clock = Annotated[str, Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
"""A time of day on the local clock, as 24-hour text: `14:00`."""
YesNo = Literal["yes", "no"]
Month = Literal[
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
]  # fmt: skip
MOST = 1_000_000
Count = Annotated[int, Meta(ge=0, le=MOST)]
Amount = Annotated[float, Meta(ge=0, le=MOST)]
Months = Annotated[int, Meta(ge=0, le=600)]
Minutes = Annotated[int, Meta(ge=1, le=1440)]
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


def _key(name: str) -> str:
    """The YAML key of a field: `from_` stands for `from`, which Python keeps for itself."""
    return name.removesuffix("_")


class Part(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename=_key):
    """A piece of a record. Fields that copkit does not know are kept in `extra`."""

    extra: dict[str, Any] = field(name="x-", default_factory=dict)


class Accept(Part, frozen=True, kw_only=True):
    """A finding that the team accepts, with a reason and an end date."""

    check: Annotated[str, for_team("The code of the check, such as ROL-06.")]
    because: Annotated[str, for_team("Why it is accepted.")] = ""
    until: Annotated[Date | None, for_team("The last day on which it is accepted.")] = None


class Record(Part, frozen=True, kw_only=True):
    """A record that stands for itself: a file, or an item of a register."""

    accept: Annotated[tuple[Accept, ...], for_team("Findings accepted for this record.")] = ()


def in_calendar(day: dt.date | None) -> None:
    """Refuse a day so far off that nothing can be counted from it; raises ValueError."""
    if day is not None and not 1900 <= day.year <= 2200:
        raise ValueError("the year is not between 1900 and 2200")
