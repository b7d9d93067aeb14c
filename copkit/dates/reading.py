"""Dates and times of day read from what people type: as meant where that is certain, refused where it is not.

`06/01/2026` is the 6th of January to one reader and the 1st of June to another, and `20260106` is a moment in
1970 to some programs, so neither is guessed.
"""

import re
from datetime import date
from functools import cache
from typing import Any, Generic, NamedTuple, TypeVar

from copkit import lexicon
from copkit.dates.saying import month_name, say_date, weekday_name
from copkit.patterns import when_used

T = TypeVar("T")

FIRST_YEAR, LAST_YEAR = 1900, 2200

# No date or time that can be read is longer.
LONGEST = 40

_EXAMPLE = "write year, month, day, such as 2026-06-09"

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
"""The months as files write them, in every language."""
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_ISO = when_used(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_YEAR_FIRST = when_used(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
_YEAR_LAST = when_used(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
_WORD = r"[^\W\d_]+"
_WITH_TIME = when_used(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9:.+Z-]+")


class Read(NamedTuple, Generic[T]):
    """What came of reading a text: a value, perhaps with a note; or none, the problem and what to write.

    A value with a problem was read, and is in doubt.
    """

    value: T | None
    note: str = ""
    problem: str = ""
    fix: str = ""


@cache
def _in_words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """`9th June 2026` and `June 9th, 2026`, with or without the weekday before it."""
    weekday, ending = rf"(?:({_WORD}),? +)?", f"(?:{lexicon.either('date_parts', 'day_ending')})?"
    of = f"(?: (?:{lexicon.either('date_parts', 'of')}))?"
    return (
        re.compile(rf"{weekday}([0-9]{{1,2}}){ending}{of}[ -]({_WORD})\.?,?[ -]([0-9]{{4}})"),
        re.compile(rf"{weekday}({_WORD})\.? ([0-9]{{1,2}}){ending},? ([0-9]{{4}})"),
    )


def month_number(word: str) -> int | None:
    """6 of `june` or `jun`; None of a word that is no month."""
    month = lexicon.meanings("months").get(word)
    return None if month is None else MONTHS.index(month) + 1


def weekday_number(word: str) -> int | None:
    """1 of `tuesday` or `tue`; None of a word that is no weekday."""
    weekday = lexicon.meanings("weekdays").get(word)
    return None if weekday is None else WEEKDAYS.index(weekday)


def refused(problem: str, fix: str) -> Read[Any]:
    """No value was read."""
    return Read(None, problem=problem, fix=fix)


def quoted(text: str) -> str:
    """The text as a message quotes it: never empty, never long."""
    return f"{text[:LONGEST]}…" if len(text) > LONGEST else text or "empty text"


def read_date(text: str) -> Read[date]:
    """Read a date: `2026-06-09` (ISO 8601) exactly, other forms with a note, doubtful ones not at all."""
    text = text.strip()
    if len(text) > LONGEST:
        return refused(f"{quoted(text)} is not a date", _EXAMPLE)
    if match := _ISO.fullmatch(text):
        return _date(*map(int, match.groups()))
    if match := _YEAR_FIRST.fullmatch(text):
        return _noted(_date(int(match[1]), int(match[3]), int(match[4])))
    if match := _YEAR_LAST.fullmatch(text):
        return _read_numeric(text, int(match[1]), int(match[3]), match[4])
    words = " ".join(text.lower().split())
    day_first, month_first = _in_words()
    if match := day_first.fullmatch(words):
        return _read_words(match[1], match[2], match[3], match[4])
    if match := month_first.fullmatch(words):
        return _read_words(match[1], match[3], match[2], match[4])
    return _refuse_date(text)


def possible_days(text: str) -> tuple[date, ...]:
    """The days that a text may mean: two for `9/3/2027`, which is 9 March in Britain, and elsewhere 3 September."""
    if (day := read_date(text).value) is not None:
        return (day,)
    match = _YEAR_LAST.fullmatch(text.strip()) if len(text) <= LONGEST else None
    if match is None or len(match[4]) == 2:
        return ()
    year, first, second = int(match[4]), int(match[1]), int(match[3])
    return tuple(read.value for read in (_date(year, second, first), _date(year, first, second)) if read.value)


def _date(year: int, month: int, day: int) -> Read[date]:
    """The day of that number, if it exists within the years that a community can be in."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return refused(
            f"the year {year:04} is not between {FIRST_YEAR} and {LAST_YEAR}",
            "write the year in full, such as 2026-06-09",
        )
    if not 1 <= month <= 12:
        return refused(f"there is no month {month}", _EXAMPLE)
    try:
        return Read(date(year, month, day))
    except ValueError:
        said = f"{day} {month_name(month)} {year}"
        return refused(f"there is no {said}", "write a day that is in that month")


def _noted(read: Read[date]) -> Read[date]:
    return read._replace(note=f"Read as {read.value}; write it so") if read.value else read


def _read_numeric(text: str, first: int, second: int, year: str) -> Read[date]:
    """`14/01/2026`: the day comes first in Britain, but a form that could be either is not guessed."""
    if len(year) == 2:
        full = _read_numeric(text, first, second, f"20{year}")
        fix = f"write {full.value}" if full.value else full.fix
        return refused(f"{text} does not give the year in full", fix)
    british, american = _date(int(year), second, first), _date(int(year), first, second)
    if british.value and american.value and british.value != american.value:
        either = f"{british.value.day} {month_name(second)} or {say_date(american.value)}"
        fix = f"write {british.value} or {american.value}"
        return refused(f"{text} could be {either}", fix)
    return _noted(british if british.value or not american.value else american)


def _read_words(weekday: str | None, day: str, month: str, year: str) -> Read[date]:
    number = month_number(month)
    if number is None:
        return refused(f"there is no month {month}", _EXAMPLE)
    read = _noted(_date(int(year), number, int(day)))
    if weekday is None or read.value is None:
        return read
    if weekday_number(weekday) != read.value.weekday():
        right = weekday_name(read.value.weekday())
        said = weekday.capitalize()
        return refused(
            f"{say_date(read.value)} is a {right}, not a {said}",
            f"check the day and write {read.value} if it is right",
        )
    return read


def _refuse_date(text: str) -> Read[date]:
    if match := _WITH_TIME.fullmatch(text):
        return refused(f"{text} holds a time as well as a date", f"write {match[1]}")
    if re.fullmatch("[0-9]{8}", text):
        meant = read_date(f"{text[:4]}-{text[4:6]}-{text[6:]}").value
        return refused(f"{text} is a run of digits, not a date", f"write {meant}" if meant else _EXAMPLE)
    if re.fullmatch("[0-9]+", text):
        return refused(f"{text} is a number, not a date", _EXAMPLE)
    return refused(f"{quoted(text)} is not a date", _EXAMPLE)
