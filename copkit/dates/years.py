"""The programme's years: from April as the NHS counts them, from January, or from September."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from copkit.dates.patterns import read_month
from copkit.dates.reading import FIRST_YEAR, LAST_YEAR, Read, quoted, refused

# The next year is what people plan once this one has so few days left.
DAYS_AHEAD = 60


class Year(NamedTuple):
    """Twelve months: first and last day, and a label, `2026-27` (or `2026` where it starts in January)."""

    start: date
    end: date
    label: str


def programme_year(day: date, starts: str = "april") -> Year:
    """The year that holds this day; `starts` is the name of its first month."""
    month = _month(starts)
    return _year(day.year if day.month >= month else day.year - 1, month)


def year_to_plan(today: date, starts: str = "april") -> Year:
    """The year meant where none is given: the current one, or the next within 60 days of its end."""
    current = programme_year(today, starts)
    if (current.end - today).days < DAYS_AHEAD:
        return programme_year(current.end + timedelta(days=1), starts)
    return current


def year_from_label(text: str, starts: str = "april") -> Read[Year]:
    """Read `2026-27`, `2026/27` or `2026` (the year that starts in 2026)."""
    match = re.fullmatch(r"([0-9]{4})(?:[-/–]((?:[0-9]{2})?[0-9]{2}))?", text.strip())
    if not match:
        return refused(f"{quoted(text)} is not a year", "write 2026-27 or 2026")
    first, month = int(match[1]), _month(starts)
    if not FIRST_YEAR <= first < LAST_YEAR:
        return refused(f"the year {first:04} is not between {FIRST_YEAR} and {LAST_YEAR}", "write 2026-27")
    year = _year(first, month)
    if match[2] and int(match[2]) % 100 != (first + 1) % 100:
        return refused(f"{text} is not one year", f"write {year.label}")
    if match[2] and month == 1:
        return refused(f"{text} is two years where the year starts in January", f"write {year.label}")
    return Read(year)


def _month(starts: str) -> int:
    month = read_month(starts).value
    if month is None:
        raise ValueError(f"{starts} is not a month")
    return month


def _year(first: int, month: int) -> Year:
    end = date(first + 1, month, 1) - timedelta(days=1)
    return Year(date(first, month, 1), end, str(first) if month == 1 else f"{first}-{(first + 1) % 100:02}")
