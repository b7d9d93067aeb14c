"""What a date falls on, and what it keeps clear of."""

from datetime import date
from typing import Literal, NamedTuple

from copkit.dates import clock_change_near, later, say_dates, say_day, say_time, weekday_name, zone_trouble
from copkit.dates.avoid import Avoid, Entry
from copkit.dates.day_parts import is_after_nightfall, sunset, touches

Kind = Literal["past", "bank-holiday", "weekend", "calendar", "festival", "clock-change"]
Treat = Literal["info", "warning", "error"]
SATURDAY = 5
_SUBSTITUTE = 3
"""A holiday at a weekend is kept at most so many days later."""
_STANDS_ON = {
    "New Year’s Day": (1, 1), "2nd January": (1, 2), "New Year Holiday": (1, 2), "St Patrick’s Day": (3, 17),
    "Battle of the Boyne": (7, 12), "St Andrew’s Day": (11, 30), "Christmas Day": (12, 25), "Boxing Day": (12, 26),
}  # fmt: skip
"""Month and day of holidays that have a day of their own, whatever day of the week it is."""

__all__ = ["Avoid", "Entry", "Hit", "hits", "keeps_clear_of"]


class Hit(NamedTuple):
    """One thing that a date falls on, and how much it matters. `name` stands for itself in a sentence."""

    kind: Kind
    name: str
    treat: Treat


def hits(day: date, start: str, minutes: int, avoid: Avoid, community: str = "") -> tuple[Hit, ...]:
    """What a session on that day, at that local time and so long, falls on; the gravest first."""
    found = [*_public(day, avoid), *_listed(day, start, minutes, avoid, community), *_clock(day, start)]
    return tuple(sorted(found, key=lambda hit: ("error", "warning", "info").index(hit.treat)))


def keeps_clear_of(day: date, avoid: Avoid, community: str = "") -> tuple[str, ...]:
    """What the month holds that the date does not fall on: bank holidays and calendar entries, not festivals."""
    holidays = [(when, f"{say_day(when)}, {name}") for when, name in avoid.holidays.items()]
    entries = [
        (entry.first, f"{_days(entry)}, {entry.name}")
        for entry in avoid.entries
        if entry.kind == "calendar" and _concerns(entry, community) and not entry.first <= day <= entry.last
    ]
    month = (day.year, day.month)
    near = [(when, text) for when, text in holidays + entries if (when.year, when.month) == month and when != day]
    return tuple(text for _, text in sorted(near))


def _public(day: date, avoid: Avoid) -> list[Hit]:
    if day in avoid.holidays:
        return [Hit("bank-holiday", avoid.holidays[day], "error")]
    if day.weekday() >= SATURDAY:
        kept = f"{name}, " if (name := _kept_later(day, avoid)) else ""
        return [Hit("weekend", f"{kept}a {weekday_name(day.weekday())}", "error")]
    return []


def _kept_later(day: date, avoid: Avoid) -> str:
    """The holiday that stands on a day of a weekend, since its bank holiday is kept on one of the days after it."""
    for days in range(1, _SUBSTITUTE + 1):
        name = avoid.holidays.get(later(day, days), "")
        if _STANDS_ON.get(name.partition(" (")[0].replace("'", "’").replace("Saint", "St")) == (day.month, day.day):
            return name
    return ""


def _named(name: str, note: str) -> str:
    """A date's name with what to mind, in one pair of brackets: Ramadan (expected; no catering at lunch)."""
    if not note:
        return name
    if not name.endswith(")"):
        return f"{name} ({note})"
    return f"{name[:-1]}; {note if note[:2].isupper() else note[:1].lower() + note[1:]})"


def _listed(day: date, start: str, minutes: int, avoid: Avoid, community: str) -> list[Hit]:
    return [
        Hit(entry.kind, _named(entry.name, _note(entry, day, start, minutes)), entry.treat)
        for entry in avoid.entries
        if entry.first <= day <= entry.last and _concerns(entry, community) and _is_then(entry, day, start, minutes)
    ]


def _is_then(entry: Entry, day: date, start: str, minutes: int) -> bool:
    """Whether an entry is on at that time of one of its days."""
    if entry.weekday not in (None, day.weekday()):
        return False
    if entry.from_sunset:
        return touches("sunset", day, start, minutes)
    return not (entry.to_nightfall and day == entry.last and is_after_nightfall(day, start))


def _note(entry: Entry, day: date, start: str, minutes: int) -> str:
    """What to keep in mind of an entry at that time of the day."""
    found = [entry.note, *(text for part, text in entry.times if touches(part, day, start, minutes))]
    return "; ".join(filter(None, found)).replace("{sunset}", say_time(sunset(day)))


def _clock(day: date, start: str) -> list[Hit]:
    if trouble := zone_trouble(day, start):
        return [Hit("clock-change", trouble, "error")]
    if near := clock_change_near(day):
        return [Hit("clock-change", near, "info")]
    return []


def _concerns(entry: Entry, community: str) -> bool:
    return not entry.communities or community in entry.communities


def _days(entry: Entry) -> str:
    if entry.first == entry.last:
        return say_day(entry.first)
    return say_dates(entry.first, entry.last)
