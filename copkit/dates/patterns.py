"""The day of the month that a community meets on: "second Tuesday", "last Thursday"."""

from datetime import date, timedelta
from typing import NamedTuple

from copkit import lexicon
from copkit.dates.reading import MONTHS, WEEKDAYS, Read, month_number, quoted, refused, weekday_number

_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}


class Pattern(NamedTuple):
    """The nth weekday of a month: nth is 1 to 4, or -1 for the last; weekday counts from Monday, 0."""

    nth: int
    weekday: int


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth (1 to 4, or -1 for the last) such weekday of the month."""
    if nth not in (1, 2, 3, 4, -1):
        raise ValueError(f"nth is 1 to 4 or -1, not {nth}")
    first = date(year, month, 1)
    first += timedelta(days=(weekday - first.weekday()) % 7)
    if nth > 0:
        return first + timedelta(weeks=nth - 1)
    fifth = first + timedelta(weeks=4)
    return fifth if fifth.month == month else first + timedelta(weeks=3)


def parse_pattern(text: str) -> Read[Pattern]:
    """Read `second tuesday`, `2nd Tue`, `last Thursday of the month`."""
    words = _bare(text).split()
    nth = lexicon.meanings("ordinals").get(words[0]) if len(words) == 2 else None
    if nth == "fifth":
        return refused(
            "most months have only four of each weekday, so a fifth cannot be met",
            f"write last {words[1]}, or first to fourth",
        )
    weekday = weekday_number(words[1]) if nth else None
    if nth is None or weekday is None:
        return refused(
            f"{quoted(text)} is not a day of the month",
            "write first, second, third, fourth or last and a weekday, such as second tuesday",
        )
    pattern = Pattern(_NTH[nth], weekday)
    plain = spell_pattern(pattern)
    return Read(pattern, note="" if text.lower() == plain else f"Read as {plain}; write it so")


def spell_pattern(pattern: Pattern) -> str:
    """A pattern as files write it: `second tuesday`."""
    return f"{next(word for word, nth in _NTH.items() if nth == pattern.nth)} {WEEKDAYS[pattern.weekday]}"


def _bare(text: str) -> str:
    """The text in small letters without “of the month”."""
    small = text.lower()
    ends = (f" {words}" for words in lexicon.spellings("date_parts")["of_the_month"])
    return next((small.removesuffix(end) for end in ends if small.endswith(end)), small)


def read_month(text: str) -> Read[int]:
    """Read a month's name or its short form, in any case: `august`, `Aug`."""
    number = month_number(text.strip().lower().rstrip("."))
    if number is None:
        return refused(f"{quoted(text)} is not a month", "write the month's name, such as august")
    plain = MONTHS[number - 1]
    return Read(number, note="" if text.strip().lower() == plain else f"Read as {plain}; write it so")
