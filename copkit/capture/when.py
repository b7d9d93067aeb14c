"""Dates as people promise them, read forward from the session: `30 Jun`, `next`, `+2w`."""

import re
from datetime import date, timedelta

from copkit.dates import Read, read_date, read_month

_AHEAD = re.compile(r"\+ ?([0-9]{1,3}) ?(d|day|days|w|wk|week|weeks|m|month|months)", re.IGNORECASE)
_DAY_MONTH = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?(?: of)? ([A-Za-z]{3,9})\.?", re.IGNORECASE)
_MONTH_DAY = re.compile(r"([A-Za-z]{3,9})\.? ([0-9]{1,2})(?:st|nd|rd|th)?", re.IGNORECASE)
_WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?,? ", re.IGNORECASE)
_NEXT = frozenset({"next", "next session", "next meeting", "next time"})
_EXAMPLE = "write a date such as 30 Jun, “next” or +2w"


def read_due(text: str, session: date, following: date | None) -> Read[date]:
    """A due date: a whole date, a day of the coming year, the following session, or so many weeks ahead."""
    words = re.sub(r"^(?:by|due|on|before) ", "", text.strip(), flags=re.IGNORECASE)
    if words.casefold() in _NEXT:
        if following is None:
            return Read(None, problem="there is no session after this one yet", fix="write a date")
        return Read(following, note=f"“{words}” is {following.isoformat()}")
    if match := _AHEAD.fullmatch(words):
        return Read(_ahead(session, int(match[1]), match[2].lower()), note="")
    words = _WEEKDAY.sub("", words, count=1)
    if match := _DAY_MONTH.fullmatch(words):
        return _coming(session, match[1], match[2])
    if match := _MONTH_DAY.fullmatch(words):
        return _coming(session, match[2], match[1])
    read = read_date(words)
    return (
        read
        if read.value is not None or read.problem
        else Read(None, problem=f"“{text}” is not a date", fix=_EXAMPLE)
    )


def _ahead(session: date, number: int, unit: str) -> date:
    if unit.startswith("m"):
        index = session.year * 12 + session.month - 1 + number
        year, month = index // 12, index % 12 + 1
        after = date(year + month // 12, month % 12 + 1, 1)
        return min(date(year, month, 1) + timedelta(days=session.day - 1), after - timedelta(days=1))
    return session + timedelta(days=number * (7 if unit.startswith("w") else 1))


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
