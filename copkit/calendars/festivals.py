"""Religious festivals, for information: people decide what a date means for their community.

The table is small, made once from several calendars and reviewed; how is written in the file itself.
"""

from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec


class Festival(NamedTuple):
    """A festival, its first and last day, and what to keep in mind ("about, ± 1 day")."""

    name: str
    first: date
    last: date
    note: str


class _Row(msgspec.Struct, frozen=True):
    name: str
    note: str
    dates: list[date | tuple[date, date]]


class _Table(msgspec.Struct, frozen=True):
    festivals: list[_Row]


def festivals(start: date, end: date) -> tuple[Festival, ...]:
    """The festivals that fall in part or whole between two days, by date."""
    return tuple(festival for festival in _all() if festival.first <= end and festival.last >= start)


@cache
def _all() -> tuple[Festival, ...]:
    data = (Path(__file__).parent / "data" / "festivals.json").read_bytes()
    rows = msgspec.json.decode(data, type=_Table).festivals
    every = [
        Festival(row.name, *(entry if isinstance(entry, tuple) else (entry, entry)), row.note)
        for row in rows
        for entry in row.dates
    ]
    return tuple(sorted(every, key=lambda festival: (festival.first, festival.name)))
