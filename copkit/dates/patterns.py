"""The day of the month that a community meets on: "second Tuesday", "first Tuesday after the 10th"."""

import re
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from copkit import lexicon
from copkit.dates.reading import MONTHS, WEEKDAYS, Read, month_number, quoted, refused, weekday_number
from copkit.patterns import when_used

SHORTEST = 28
"""So many days has the shortest month."""
DATES = "list other days in dates:"
_AND = when_used(r" *(?:,|&|\band\b) *(?=\S)")
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}


class Pattern(NamedTuple):
    """The nth weekday of a month: nth is 1 to 4, or -1 for the last; weekday counts from Monday, 0.

    `after` is the day of the month after which they are counted.
    """

    nth: int
    weekday: int
    after: int = 0

    def day(self, year: int, month: int) -> date:
        """The day of the pattern in a month."""
        if not self.after:
            return nth_weekday(year, month, self.weekday, self.nth)
        start = date(year, month, self.after + 1)
        return start + timedelta(days=(self.weekday - start.weekday()) % 7, weeks=self.nth - 1)


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
    """Read `second tuesday`, `2nd Tue`, `last Thursday of the month`, `first tuesday after 10th`."""
    words, after = _bare(text)
    nth = lexicon.meanings("ordinals").get(words[0]) if len(words) == 2 else None
    weekday = weekday_number(words[1]) if nth else None
    if nth is None or weekday is None:
        return refused(
            f"{quoted(text)} is not a day of the month",
            f"write first, second, third, fourth or last and a weekday, such as second tuesday; {DATES}",
        )
    if nth == "fifth":
        return refused(
            "most months have only four of each weekday, so a fifth cannot be met",
            f"write last {words[1]}, or first to fourth; {DATES}",
        )
    pattern = Pattern(_NTH[nth], weekday, after)
    if after and (pattern.nth < 1 or after + 7 * pattern.nth > SHORTEST):
        return refused(
            f"{quoted(text)} is not in every month",
            f"write an earlier day, such as first {WEEKDAYS[weekday]} after 10th; {DATES}",
        )
    plain = spell_pattern(pattern)
    return Read(pattern, note="" if text.lower() == plain else f"Read as {plain}; write it so")


def split_patterns(text: str) -> tuple[str, ...]:
    """The patterns that a text names: `second and fourth tuesday` is `second tuesday` and `fourth tuesday`."""
    parts = [part for part in _AND.split(text.strip()) if part]
    weekday = parts[-1].partition(" ")[2] if parts else ""
    return tuple(part if " " in part else f"{part} {weekday}".strip() for part in parts)


def spell_pattern(pattern: Pattern) -> str:
    """A pattern as files write it: `second tuesday`, `first tuesday after 10th`."""
    plain = f"{next(word for word, nth in _NTH.items() if nth == pattern.nth)} {WEEKDAYS[pattern.weekday]}"
    return f"{plain} after {ordinal(pattern.after)}" if pattern.after else plain


def ordinal(number: int) -> str:
    """10th, of 10: as English files write it."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _bare(text: str) -> tuple[list[str], int]:
    """The words in small letters without “of the month”, and the day of the month that they are counted from."""
    small = " ".join(text.lower().split())
    ends = (f" {words}" for words in lexicon.spellings("date_parts")["of_the_month"])
    small = next((small.removesuffix(end) for end in ends if small.endswith(end)), small)
    match = _counted_from().fullmatch(small)
    return (match[1].split(), int(match[2])) if match else (small.split(), 0)


@cache
def _counted_from() -> re.Pattern[str]:
    """`first tuesday after the 10th`: what stands before “after”, and the number."""
    after, ending = lexicon.either("date_parts", "after"), lexicon.either("date_parts", "day_ending")
    return re.compile(rf"(.*) (?:{after}) ([0-9]{{1,2}})(?:{ending})?")


def read_month(text: str) -> Read[int]:
    """Read a month's name or its short form, in any case: `august`, `Aug`."""
    number = month_number(text.strip().lower().rstrip("."))
    if number is None:
        return refused(f"{quoted(text)} is not a month", "write the month's name, such as august")
    plain = MONTHS[number - 1]
    return Read(number, note="" if text.strip().lower() == plain else f"Read as {plain}; write it so")
