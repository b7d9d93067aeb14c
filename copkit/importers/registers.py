"""Registers with a column a session, and dates that stand in two cells: rows as spreadsheets make them."""

import re
from collections.abc import Sequence
from datetime import date

from copkit import lexicon
from copkit.importers.columns import ATTENDED, FIRST, LAST, NAME, fields_of, option, plain
from copkit.importers.moments import days_in
from copkit.importers.receipt import Choice, Doubt, Said

_TIME_ALONE = re.compile(r"\d{1,2}[:.]\d{2}([:.]\d{2})?\s*([ap]\.?m\.?)?", re.IGNORECASE)
_NAME_ALONE = re.compile(r"[^\W\d_]+(?:[ '’.-][^\W\d_]+)*")
_BEGINS = re.compile(r"(?:[^\W\d]+,? )?\d{1,4}[./ -][^ ]+[./ -]\d{2,4} .{1,40}$")
"""A date with more after it, such as the time of a session and for whom it was."""
_SHORT = re.compile(r"(\d{1,2})[./-](\d{1,2})")
_ORDINAL = re.compile(rf"(?<=\d)(?:{lexicon.either('date_parts', 'day_ending')})\b")
_WORDS = re.compile(r"[^\W\d_]+|\d+")
_MIDNIGHT = re.compile(r"[ T]00:00(:00)?$")
_MONTHS = lexicon.meanings("months")
_WEEKDAYS = lexicon.meanings("weekdays")
_NAMES = tuple(lexicon.spellings("months"))


def joined(row: list[str], width: int) -> list[str]:
    """A row that is wider than its headers, with each date put together with the time in the cell beside it."""
    while width and len(row) > width:
        at = next(
            (at for at in range(1, len(row) - 1) if _is_day(row[at]) and _TIME_ALONE.fullmatch(row[at + 1])), None
        )
        if at is None:
            return row
        row = [*row[:at], f"{row[at]} {row[at + 1]}", *row[at + 2 :]]
    return row


def with_comma(row: list[str], width: int, at: int | None) -> list[str]:
    """A row that is wider than its headers by the comma in a name that nobody put in quotes: `Bell, Joe`."""
    if at is None or len(row) != width + 1 or not row[-1] or not _NAME_ALONE.fullmatch(row[at + 1]):
        return row
    return [*row[:at], f"{row[at]}, {row[at + 1]}", *row[at + 2 :]]


def _is_day(cell: str) -> bool:
    days, rest = days_in(cell.casefold())
    return bool(days) and not rest.strip(" ,")


def means(cell: str, day: date) -> bool | None:
    """Whether a header is a date that may mean a day, whichever way round; None where it is no date."""
    text = _MIDNIGHT.sub("", cell.strip()).casefold()
    days, rest = days_in(text)
    if days and (not rest.strip(" ,") or _BEGINS.match(text)):
        return day in days.values()
    if (match := _SHORT.fullmatch(text)) is not None:
        return (day.day, day.month) in ((int(match[1]), int(match[2])), (int(match[2]), int(match[1])))
    return _in_words(_ORDINAL.sub("", text), day)


def _in_words(text: str, day: date) -> bool | None:
    """`Tue 9 June`, `9 Jun`, `June 9`: a number and a month, with a weekday perhaps."""
    words = [word for word in _WORDS.findall(text) if word not in _WEEKDAYS]
    numbers = [word for word in words if word.isdecimal()]
    months = [_MONTHS[word] for word in words if word in _MONTHS]
    if len(words) != 2 or len(numbers) != 1 or len(months) != 1:
        return None
    return (int(numbers[0]), months[0]) == (day.day, _NAMES[day.month - 1])


def all_days(row: Sequence[str], data: re.Pattern[str]) -> bool:
    """Whether all cells of a row that look like data are dates, such as those that head a register."""
    return all(means(cell, date.min) is not None for cell in row if data.search(cell))


def column_of(row: Sequence[str], day: date) -> int | None:
    """The column of a day, where the headers of a row are dates; raises `Doubt` where none or several fit."""
    asked = {at: means(cell, day) for at, cell in enumerate(row) if cell}
    dated = [at for at, fits in asked.items() if fits is not None]
    fitting = [at for at in dated if asked[at]]
    if len(fitting) == 1 or not dated:
        return fitting[0] if fitting else None
    raise _which([row[at] for at in fitting or dated], row, several=bool(fitting))


def _which(heads: Sequence[str], row: Sequence[str], *, several: bool) -> Doubt:
    named = {field: row[at] for field, at in fields_of(row, {}).items() if field in (NAME, FIRST, LAST)}
    what = "several columns may be that of the session" if several else "no column is that of the session’s day"
    choices = []
    for head in heads:
        pairs = {**named, ATTENDED: head}
        said = Said({plain(header): field for field, header in pairs.items()})
        choices.append(Choice(said, option(pairs), f"the column “{head}”"))
    return Doubt(f"this is a register with a column a session, and {what}", choices)
