"""Points in time as exports write them. Whether `06/09/2026` is June or September the session's own day decides."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple

from copkit import lexicon
from copkit.dates import clock_changes
from copkit.patterns import when_used

ORDERS = ("dmy", "mdy", "ymd")
_DAY = 86_400
_NUMBERS = when_used(r"(?<!\d)(\d{1,4})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)\.?")
_ENDING = lexicon.either("date_parts", "day_ending")
_DAY_MONTH = when_used(rf"(?<!\d)(\d{{1,2}})(?:{_ENDING}|\.)?[ -]([^\W\d_]{{3,10}})\.?,?[ -](\d{{4}})")
_MONTH_DAY = when_used(rf"([^\W\d_]{{3,10}})\.? (\d{{1,2}})(?:{_ENDING})?,? (\d{{4}})")
_TIME = when_used(
    r"(?<!\d)(\d{1,2})(?:[:.h](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?)?(?:\s*([ap])\.?\s?m\b\.?)?\s*(z\b|utc\b|[+-]00:?00)?"
)
_SERIAL = when_used(r"[45]\d{4}[.,]\d{2,}")
_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u200e": "", "\u200f": ""})
_MONTHS = tuple(lexicon.spellings("report_months"))
_SPELT = lexicon.meanings("report_months")


class Stamp(NamedTuple):
    """What a text may mean: a day for each order of day and month (none: the session's own), seconds, and UTC."""

    days: dict[str, date]
    seconds: int
    utc: bool = False


@lru_cache(maxsize=4096)
def read_stamp(text: str, *, utc: bool = False) -> Stamp | None:
    """A point in time with all that its day may mean; None where there is no time of day in the text."""
    text = " ".join(text.translate(_SPACES).casefold().split())
    if _SERIAL.fullmatch(text):
        return _of_serial(float(text.replace(",", ".")))
    days, rest = days_in(text)
    match = _clock(rest)
    if match is None:
        return None
    hour, minute, second = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    if match[4]:
        hour = hour % 12 + (12 if match[4] == "p" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    return Stamp(days, hour * 3600 + minute * 60 + second, utc or bool(match[5]))


def _of_serial(number: float) -> Stamp:
    """A spreadsheet's own number for a moment: days since the end of 1899."""
    days, part = divmod(number, 1)
    return Stamp(dict.fromkeys(ORDERS, date(1899, 12, 30) + timedelta(days=days)), round(part * _DAY))


def order_of(stamps: Iterable[Stamp], day: date) -> str:
    """The order of day and month in which most of a file's times fall on a day; in doubt, the day first."""
    seen = list(stamps)
    return max(ORDERS, key=lambda order: sum(stamp.days.get(order) == day for stamp in seen))


def since_midnight(stamp: Stamp, order: str, day: date) -> int:
    """Seconds from the start of a day, by the clocks of the United Kingdom; a time alone is one of that day."""
    on = (stamp.days.get(order) or next(iter(stamp.days.values()))) if stamp.days else day
    moment = datetime.combine(on, time()) + timedelta(seconds=stamp.seconds)
    if stamp.utc and _summer(moment):
        moment += timedelta(hours=1)
    away = moment - datetime.combine(day, time())
    return away.days * _DAY + away.seconds


def _summer(utc: datetime) -> bool:
    forward, back = clock_changes(utc.year)
    return datetime.combine(forward, time(1)) <= utc < datetime.combine(back, time(1))


def _clock(rest: str) -> re.Match[str] | None:
    """The first time of day: hours with minutes, or with am or pm."""
    return next((match for match in _TIME.finditer(rest) if match[2] or match[4]), None)


def days_in(text: str) -> tuple[dict[str, date], str]:
    """What the date in a text may mean by order, and the text without it."""
    if (match := _NUMBERS.search(text)) is not None:
        first, second, last = int(match[1]), int(match[3]), int(match[4])
        if len(match[1]) == 4:
            found = _valid(dict.fromkeys(ORDERS, (first, second, last)))
        elif len(match[1]) > 2:
            found = {}
        else:
            year = last if len(match[4]) == 4 else 2000 + last
            readings = {"dmy": (year, second, first), "mdy": (year, first, second)}
            if len(match[4]) == 2:
                readings["ymd"] = (2000 + first, second, last)
            found = _valid(readings)
        return found, _without(text, match)
    for pattern, day, month in ((_DAY_MONTH, 1, 2), (_MONTH_DAY, 2, 1)):
        if (match := pattern.search(text)) is not None and (number := _month(match[month])):
            named = (int(match[3]), number, int(match[day]))
            return _valid(dict.fromkeys(ORDERS, named)), _without(text, match)
    return {}, text


def _valid(readings: dict[str, tuple[int, int, int]]) -> dict[str, date]:
    found = {}
    for order, parts in readings.items():
        try:
            found[order] = date(*parts)
        except ValueError:
            continue
    return found


def _month(word: str) -> int:
    """The number of a month by its short form or its first three letters; 0 of another word."""
    month = _SPELT.get(word) or _SPELT.get(word[:3])
    return _MONTHS.index(month) + 1 if month else 0


def _without(text: str, match: re.Match[str]) -> str:
    return f"{text[: match.start()]} {text[match.end() :]}"
