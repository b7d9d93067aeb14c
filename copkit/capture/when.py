"""Dates as people promise them, read forward from the session: `30 Jun`, `next`, `+2w`."""

import re
from datetime import date, timedelta
from functools import cache

from copkit import lexicon
from copkit.dates import Read, read_date, read_month

_WORD = r"([^\W\d_]{3,10})"
_UNITS = ("days", "weeks", "months")
_EXAMPLE = "write a date such as 30 Jun, “next” or +2w"


@cache
def _ahead_of() -> re.Pattern[str]:
    """`+2w`: so many days, weeks or months."""
    return re.compile(rf"\+ ?([0-9]{{1,3}}) ?({lexicon.either('due', *_UNITS)})", re.IGNORECASE)


@cache
def _in_words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """`30th of June` and `June 30th`."""
    ending, of = lexicon.either("date_parts", "day_ending"), lexicon.either("date_parts", "of")
    number = f"([0-9]{{1,2}})(?:{ending})?"
    return (
        re.compile(rf"{number}(?: (?:{of}))? {_WORD}\.?", re.IGNORECASE),
        re.compile(rf"{_WORD}\.? {number}", re.IGNORECASE),
    )


@cache
def _before() -> re.Pattern[str]:
    """What may stand before a date: `by`."""
    return re.compile(rf"(?:{lexicon.either('due', 'before')}) ", re.IGNORECASE)


@cache
def _weekday() -> re.Pattern[str]:
    return re.compile(rf"(?:{lexicon.either('weekdays', *lexicon.spellings('weekdays'))}),? ", re.IGNORECASE)


def read_due(text: str, session: date, following: date | None) -> Read[date]:
    """A due date: a whole date, a day of the coming year, the following session, or so many weeks ahead."""
    words = text.strip()
    if words[:4].isdecimal() and (whole := read_date(words)).value is not None and not whole.note:
        return whole  # as most are: none of the expressions below is needed
    if match := _before().match(words):
        words = words[match.end() :]
    if words.casefold() in lexicon.spellings("due")["next"]:
        if following is None:
            return Read(None, problem="there is no session after this one yet", fix="write a date")
        return Read(following, note=f"“{words}” is {following.isoformat()}")
    if match := _ahead_of().fullmatch(words):
        return Read(_ahead(session, int(match[1]), lexicon.meanings("due")[match[2].lower()]), note="")
    words = _weekday().sub("", words, count=1)
    day_first, month_first = _in_words()
    if match := day_first.fullmatch(words):
        return _coming(session, match[1], match[2])
    if match := month_first.fullmatch(words):
        return _coming(session, match[2], match[1])
    read = read_date(words)
    return (
        read
        if read.value is not None or read.problem
        else Read(None, problem=f"“{text}” is not a date", fix=_EXAMPLE)
    )


def _ahead(session: date, number: int, unit: str) -> date:
    if unit == "months":
        index = session.year * 12 + session.month - 1 + number
        year, month = index // 12, index % 12 + 1
        after = date(year + month // 12, month % 12 + 1, 1)
        return min(date(year, month, 1) + timedelta(days=session.day - 1), after - timedelta(days=1))
    return session + timedelta(days=number * (7 if unit == "weeks" else 1))


def _coming(session: date, day: str, month: str) -> Read[date]:
    """The first such day on or after the session."""
    number = read_month(month).value
    if number is None:
        return Read(None, problem=f"“{month}” is not a month", fix=_EXAMPLE)
    for year in range(session.year, session.year + 5):
        try:
            found = date(year, number, int(day))
        except ValueError:
            continue
        if found >= session:
            return Read(found)
    return Read(None, problem=f"there is no {day} {month}", fix=_EXAMPLE)
