"""Dates, times and numbers as the NHS writes them.

The rules are the NHS digital service manual's: "Numbers, measurements, dates and time".
"""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from copkit import lexicon
from copkit.dates.times import minutes_of

if TYPE_CHECKING:
    from copkit.dates.patterns import Pattern


def month_name(number: int) -> str:
    """June, of 6."""
    return lexicon.lines("dates.months")[number - 1]


def short_month(number: int) -> str:
    """Jun, of 6: for an axis or a narrow column."""
    return lexicon.lines("dates.short_months")[number - 1]


def say_short(day: date) -> str:
    """9 Jun: for a narrow column, or one of many days."""
    return f"{day.day} {short_month(day.month)}"


def weekday_name(number: int) -> str:
    """Tuesday, of 1: weekdays count from Monday, 0."""
    return lexicon.lines("dates.weekdays")[number]


def say_date(day: date) -> str:
    """9 June 2026."""
    return f"{day.day} {month_name(day.month)} {day.year}"


def say_day(day: date) -> str:
    """Tuesday 9 June 2026."""
    return f"{weekday_name(day.weekday())} {say_date(day)}"


def say_dates(start: date, end: date) -> str:
    """1 April 2026 to 31 March 2027."""
    return lexicon.text("dates.range", start=say_date(start), end=say_date(end))


def say_month(day: date) -> str:
    """June 2026."""
    return f"{month_name(day.month)} {day.year}"


def say_time(clock: str) -> str:
    """10am, 5:30pm, midday, midnight."""
    hour, minute = divmod(minutes_of(clock), 60)
    if minute == 0 and hour in (0, 12):
        return lexicon.text("dates.midday" if hour else "dates.midnight")
    half = lexicon.text("dates.pm" if hour >= 12 else "dates.am")
    return f"{(hour - 1) % 12 + 1}{f':{minute:02}' if minute else ''}{half}"


def say_range(start: str, end: str) -> str:
    """2pm to 6pm; always with "to", never a dash."""
    return lexicon.text("dates.range", start=say_time(start), end=say_time(end))


def say_minutes(minutes: int) -> str:
    """1 hour 30 minutes; 45 minutes; 2 hours."""
    hours, rest = divmod(minutes, 60)
    parts = [lexicon.plural("dates.hours", hours)] if hours else []
    if rest or not hours:
        parts.append(lexicon.plural("dates.minutes", rest))
    return " ".join(parts)


def say_number(number: int) -> str:
    """1,000: a comma at the thousands."""
    return f"{number:,}"


def say_pattern(pattern: "Pattern", before: tuple[int, ...] = ()) -> str:
    """second Tuesday of the month (for use inside a sentence); `before` are others of that weekday."""
    ordinals = lexicon.lines("dates.ordinals")
    nth = lexicon.listed(ordinals[one - 1 if one > 0 else -1] for one in (*before, pattern.nth))
    weekday = weekday_name(pattern.weekday)
    if pattern.after:
        return lexicon.text("dates.pattern_after", nth=nth, weekday=weekday, after=pattern.after)
    return lexicon.text("dates.pattern", nth=nth, weekday=weekday)


def say_times(clocks: Iterable[str]) -> str:
    """10am; 10am and 2pm in turn."""
    said = [say_time(clock) for clock in clocks]
    return said[0] if len(said) == 1 else lexicon.text("dates.in_turn", times=lexicon.listed(said))
