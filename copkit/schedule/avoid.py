"""What a date falls on, and what it keeps clear of."""

from datetime import date
from typing import Literal, NamedTuple

from copkit.dates import clock_change_near, say_dates, say_day, say_time, weekday_name, zone_trouble
from copkit.dates.avoid import Avoid, Entry
from copkit.dates.day_parts import is_after_nightfall, sunset, touches

Kind = Literal["past", "bank-holiday", "weekend", "calendar", "festival", "clock-change"]
Treat = Literal["info", "warning", "error"]
SATURDAY = 5

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
        return [Hit("weekend", f"a {weekday_name(day.weekday())}", "error")]
    return []


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
