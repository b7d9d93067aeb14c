"""Dates that people want to keep clear, or to know of, wherever the list of them comes from."""

from collections.abc import Mapping
from datetime import date
from typing import Literal, NamedTuple

Treat = Literal["info", "warning", "error"]


class Entry(NamedTuple):
    """A run of days that people want to keep clear or to know of; for some communities, or for all."""

    name: str
    first: date
    last: date
    treat: Treat = "info"
    communities: tuple[str, ...] = ()
    note: str = ""
    kind: Literal["calendar", "festival"] = "calendar"
    times: tuple[tuple[str, str], ...] = ()
    """Notes for a session at one part of the day: the part, and what to keep in mind."""
    from_sunset: bool = False
    """Whether it is an eve."""
    to_nightfall: bool = False
    """Whether it is counted from evening to evening, so that its last evening is free."""
    weekday: int | None = None
    """The one weekday of its run on which it is; of every day when left out."""


class Avoid(NamedTuple):
    """Everything that a date may fall on: bank holidays by day, and entries."""

    holidays: Mapping[date, str]
    entries: tuple[Entry, ...] = ()
