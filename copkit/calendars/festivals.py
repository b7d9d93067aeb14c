"""Religious festivals, for information: people decide what a date means for their community.

The table is small, made once from several calendars and reviewed; how is written in the file itself.
"""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple


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
    every = [one for row in json.loads(data)["festivals"] for entry in row["dates"] for one in _feast(row, entry)]
    return tuple(sorted(every, key=lambda festival: (festival.first, festival.name)))


def _feast(row: dict[str, Any], entry: str | list[str]) -> Iterator[Festival]:
    """The festival, and before one that begins at sunset its eve."""
    first, last = _span(entry)
    if row.get("eve"):
        eve = first - timedelta(days=1)
        yield Festival(f"Eve of {row['name'].partition(',')[0]}", eve, eve, "from sunset")
    yield Festival(row["name"], first, last, row["note"])


def _span(entry: str | list[str]) -> tuple[date, date]:
    """A day of the table, or a first and a last one."""
    first, last = (entry, entry) if isinstance(entry, str) else entry
    return date.fromisoformat(first), date.fromisoformat(last)
