"""The day of the month that a community meets on: "second Tuesday", "last Thursday"."""

from datetime import date, timedelta
from typing import NamedTuple

from copkit.dates.reading import MONTH_NUMBERS, WEEKDAY_NUMBERS, Read, quoted, refused
from copkit.dates.saying import MONTHS, ORDINALS, WEEKDAYS

_NTH = {word: nth for nth, word in ORDINALS.items()} | {"1st": 1, "2nd": 2, "3rd": 3, "4th": 4}


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
    words = text.lower().removesuffix(" of the month").split()
    if len(words) == 2 and words[0] in ("fifth", "5th"):
        return refused(
            "most months have only four of each weekday, so a fifth cannot be met",
            f"write last {words[1]}, or first to fourth",
        )
    if len(words) != 2 or words[0] not in _NTH or words[1] not in WEEKDAY_NUMBERS:
        return refused(
            f"{quoted(text)} is not a day of the month",
            "write first, second, third, fourth or last and a weekday, such as second tuesday",
        )
    pattern = Pattern(_NTH[words[0]], WEEKDAY_NUMBERS[words[1]])
    plain = f"{ORDINALS[pattern.nth]} {WEEKDAYS[pattern.weekday].lower()}"
    return Read(pattern, note="" if text.lower() == plain else f"Read as {plain}; write it so")


def read_month(text: str) -> Read[int]:
    """Read a month's name or its short form, in any case: `august`, `Aug`."""
    number = MONTH_NUMBERS.get(text.strip().lower().rstrip("."))
    if number is None:
        return refused(f"{quoted(text)} is not a month", "write the month's name, such as august")
    plain = MONTHS[number - 1].lower()
    return Read(number, note="" if text.strip().lower() == plain else f"Read as {plain}; write it so")
