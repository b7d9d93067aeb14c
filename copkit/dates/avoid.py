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


class Avoid(NamedTuple):
    """Everything that a date may fall on: bank holidays by day, and entries."""

    holidays: Mapping[date, str]
    entries: tuple[Entry, ...] = ()
