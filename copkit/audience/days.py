"""Whether a text tells the day of a session, in the ways in which people write days."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from copkit.dates import month_name, short_month

_ORDINAL = r"(?:st|nd|rd|th)?"


def tells_a_day(text: str, days: Iterable[date]) -> bool:
    """Whether a text holds one of the days: `2026-07-01`, `1 July`, `1st Jul 2026`, `July 1`, `01/07/2026`."""
    return any(char.isdigit() for char in text) and any(_pattern(day).search(text) for day in days)


@cache
def _pattern(day: date) -> re.Pattern[str]:
    month = rf"(?:{month_name(day.month)}|{short_month(day.month)}\b\.?)"
    other_year = rf"(?!,? (?!{day.year})\d{{4}})"
    written = rf"0?{day.day}{_ORDINAL} (?:of )?{month}{other_year}|{month} 0?{day.day}{_ORDINAL}\b{other_year}"
    figures = rf"0?{day.day}[/.]0?{day.month}[/.](?:20)?{day.year % 100:02}\b"
    return re.compile(rf"(?<![\w-])(?:{day.isoformat()}|{written}|{figures})", re.IGNORECASE)
