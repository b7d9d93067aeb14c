"""Religious festivals, for information: people decide what a date means for their community.

The table is small, made once from several calendars and reviewed; how is written in the file itself.
"""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from copkit.dates.avoid import Entry


def festivals(start: date, end: date) -> tuple[Entry, ...]:
    """The festivals that fall in part or whole between two days, by date."""
    found = tuple(festival for festival in _all() if festival.first <= end and festival.last >= start)
    return (*found, *(festival._replace(first=start, last=end) for festival in _weekly()))


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = json.loads((Path(__file__).parent / "data" / "festivals.json").read_bytes())
    return table


@cache
def _all() -> tuple[Entry, ...]:
    every = [one for row in _table()["festivals"] for entry in row["dates"] for one in _feast(row, entry)]
    return tuple(sorted(every, key=lambda festival: (festival.first, festival.name)))


@cache
def _weekly() -> tuple[Entry, ...]:
    """What comes each week at sunset."""
    return tuple(
        Entry(
            row["name"],
            date.min,
            date.max,
            kind="festival",
            times=_times(row),
            from_sunset=True,
            weekday=row["weekday"],
        )
        for row in _table()["weekly"]
    )


def _feast(row: dict[str, Any], entry: str | list[str]) -> Iterator[Entry]:
    """The festival, and before one that begins at sunset its eve."""
    first, last = _span(entry)
    if row.get("eve"):
        eve, name = first - timedelta(days=1), f"Eve of {row['name'].partition(',')[0]}"
        yield Entry(name, eve, eve, kind="festival", times=(("sunset", row["eve"]),), from_sunset=True)
    ends = bool(row.get("eve"))
    name, note = row["name"], row["note"]
    yield Entry(name, first, last, note=note, kind="festival", times=_times(row), to_nightfall=ends)


def _times(row: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """The notes of a row for parts of the day."""
    return tuple(row.get("at", {}).items())


def _span(entry: str | list[str]) -> tuple[date, date]:
    """A day of the table, or a first and a last one."""
    first, last = (entry, entry) if isinstance(entry, str) else entry
    return date.fromisoformat(first), date.fromisoformat(last)
