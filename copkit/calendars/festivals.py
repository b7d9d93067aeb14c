"""Religious festivals, for information: people decide what a date means for their community.

The table is small, made once from several calendars and reviewed; how is written in the file itself.
"""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple


class Festival(NamedTuple):
    """A festival, its first and last day, and what to keep in mind ("about, ± 1 day")."""

    name: str
    first: date
    last: date
    note: str


def festivals(start: date, end: date) -> tuple[Festival, ...]:
    """The festivals that fall in part or whole between two days, by date."""
    return tuple(festival for festival in _all() if festival.first <= end and festival.last >= start)


@cache
def _all() -> tuple[Festival, ...]:
    data = (Path(__file__).parent / "data" / "festivals.json").read_bytes()
    every = [
        Festival(row["name"], *_span(entry), row["note"])
        for row in json.loads(data)["festivals"]
        for entry in row["dates"]
    ]
    return tuple(sorted(every, key=lambda festival: (festival.first, festival.name)))


def _span(entry: str | list[str]) -> tuple[date, date]:
    """A day of the table, or a first and a last one."""
    first, last = (entry, entry) if isinstance(entry, str) else entry
    return date.fromisoformat(first), date.fromisoformat(last)
