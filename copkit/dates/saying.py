"""Dates, times and numbers as the NHS writes them.

The rules are the NHS digital service manual's: "Numbers, measurements, dates and time".
"""

from datetime import date
from typing import TYPE_CHECKING

from copkit.dates.times import minutes_of

if TYPE_CHECKING:
    from copkit.dates.patterns import Pattern

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}


def say_date(day: date) -> str:
    """9 June 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def say_day(day: date) -> str:
    """Tuesday 9 June 2026."""
    return f"{WEEKDAYS[day.weekday()]} {say_date(day)}"


def say_month(day: date) -> str:
    """June 2026."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def say_time(clock: str) -> str:
    """10am, 5:30pm, midday, midnight."""
    hour, minute = divmod(minutes_of(clock), 60)
    if minute == 0 and hour in (0, 12):
        return "midday" if hour else "midnight"
    half = "pm" if hour >= 12 else "am"
    return f"{(hour - 1) % 12 + 1}{f':{minute:02}' if minute else ''}{half}"


def say_range(start: str, end: str) -> str:
    """2pm to 6pm; always with "to", never a dash."""
    return f"{say_time(start)} to {say_time(end)}"


def say_minutes(minutes: int) -> str:
    """1 hour 30 minutes; 45 minutes; 2 hours."""
    hours, rest = divmod(minutes, 60)
    parts = [_count(hours, "hour")] if hours else []
    if rest or not hours:
        parts.append(_count(rest, "minute"))
    return " ".join(parts)


def say_number(number: int) -> str:
    """1,000: a comma at the thousands."""
    return f"{number:,}"


def say_pattern(pattern: "Pattern") -> str:
    """second Tuesday of the month (for use inside a sentence)."""
    return f"{ORDINALS[pattern.nth]} {WEEKDAYS[pattern.weekday]} of the month"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
