"""The dates of a year, or of a commission's convenings, from a community's rhythm.

A rhythm that cannot be met is not bent: what it gives is shown with the reason, and people change the rhythm.
"""

from datetime import date, timedelta
from typing import NamedTuple

from copkit.dates import Rule, Year, month_name, read_month, say_date, say_dates, zone_problem
from copkit.dates.patterns import DATES
from copkit.models.community import Rhythm


class Meeting(NamedTuple):
    """One meeting of the year: its number from 1, the day, start (`HH:MM`), length and kind of place."""

    number: int
    date: date
    start: str
    minutes: int
    place: str


class YearPlan(NamedTuple):
    """The meetings that a rhythm gives.

    With `problems` the rhythm contradicts itself: the meetings are for showing, not for writing.
    `notes` are choices that copkit made, and how to make them otherwise.
    """

    meetings: tuple[Meeting, ...]
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


class Period(NamedTuple):
    """From the first to the last day in which meetings are counted."""

    start: date
    end: date


class _Dates(NamedTuple):
    days: tuple[date, ...]
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def plan_year(rhythm: Rhythm, year: Year | Period) -> YearPlan:
    """The meetings of a year; for convenings give the period in which they are counted."""
    period = Period(year.start, year.end)
    found = _typed(rhythm, period) if rhythm.dates else _by_pattern(rhythm, period)
    meetings = tuple(meeting_of(rhythm, number, day) for number, day in enumerate(found.days, 1))
    zones = tuple(problem for name in rhythm.zones if (problem := zone_problem(name)))
    return YearPlan(meetings, found.problems + _places(rhythm) + zones, found.notes)


def period_of(rhythm: Rhythm, year: Year, commissioned: date | None = None, months: int | None = None) -> Period:
    """In which days the rhythm's meetings are counted.

    A monthly rhythm is counted over the year. Convenings are counted over the commission's months from its day;
    without a commission, over the rhythm's own number of months from the year's start.
    """
    if rhythm.kind == "monthly":
        return Period(year.start, year.end)
    start = commissioned or year.start
    return Period(start, _months_on(start, months or rhythm.over_months) - timedelta(days=1))


def _typed(rhythm: Rhythm, period: Period) -> _Dates:
    """Dates typed by hand: taken as they are, counted, and compared with the period."""
    days = tuple(sorted(set(rhythm.dates)))
    problems = []
    if len(days) != rhythm.promised:
        problems.append(f"the rhythm asks for {_meetings(rhythm)} and lists {_count(len(days), 'date')}")
    outside = [day for day in days if not period.start <= day <= period.end]
    notes = tuple(f"{say_date(day)} is outside {_span(period)}" for day in outside)
    return _Dates(days, tuple(problems), notes)


def _by_pattern(rhythm: Rhythm, period: Period) -> _Dates:
    if rhythm.meetings == 0:
        return _Dates(())
    read = rhythm.rule
    if read.value is None:
        return _Dates((), (f"{read.problem}: {read.fix}",))
    open_days = _open_days(rhythm, period, read.value)
    wanted = rhythm.promised or len(open_days)
    if wanted > len(open_days):
        return _Dates(open_days, (_too_few(rhythm, period, len(open_days)),))
    days = _spread(open_days, wanted)
    left = [day for day in open_days if day not in days]
    return _Dates(days, (), (_spread_note(rhythm, left),) if left else ())


def _open_days(rhythm: Rhythm, period: Period, rule: Rule) -> tuple[date, ...]:
    """The rule's days in the months of the period in which the community may meet."""
    wanted, breaks = _numbers(rhythm.months), _numbers(rhythm.break_months)
    return tuple(
        day
        for day in rule.days(period.start, period.end)
        if day.month not in breaks and (not wanted or day.month in wanted)
    )


def _spread(days: tuple[date, ...], wanted: int) -> tuple[date, ...]:
    """So many of the days, evenly spread and beginning with the first: 4 of 12 months is every third month."""
    return tuple(days[index * len(days) // wanted] for index in range(wanted))


def _too_few(rhythm: Rhythm, period: Period, found: int) -> str:
    """Why there are too few days, with the sums."""
    wanted = f"the rhythm asks for {_meetings(rhythm)}"
    if rhythm.months:
        return f"{_names(rhythm.months)} hold {found} between {_between(period)}; {wanted}"
    months = len(set(_calendar_months(period)))
    breaks = len(set(rhythm.break_months))
    if found == months - breaks and breaks:
        plural = "month" if breaks == 1 else "months"
        return f"{months} months less {breaks} break {plural} leaves {found}; {wanted}"
    return f"there are {found} such days between {_between(period)}; {wanted}"


def _spread_note(rhythm: Rhythm, left: list[date]) -> str:
    if rhythm.every or len(rhythm.patterns) > 1:
        days = _count(len(left), "day")
        return f"{_meetings(rhythm)} are spread evenly, which leaves out {days}; {DATES} to choose"
    names = tuple(dict.fromkeys(month_name(day.month) for day in left))
    field = "months" if rhythm.kind == "convenings" else "break_months"
    return f"{_meetings(rhythm)} are spread evenly, which leaves out {_names(names)}; name {field} to choose"


def _places(rhythm: Rhythm) -> tuple[str, ...]:
    """What is wrong with the list of meetings in person; where no number is promised, none is too high."""
    most = rhythm.promised
    endless = not most and rhythm.meetings is None
    beyond = [number for number in rhythm.in_person if number < 1 or (number > most and not endless)]
    return tuple(f"in_person names meeting {number} of {most}" for number in beyond)


def meeting_of(rhythm: Rhythm, number: int, day: date) -> Meeting:
    """The meeting of a number in the year on a day: when it starts, where it is and for how long."""
    place = "in-person" if number in rhythm.in_person else rhythm.place
    minutes = {
        "in-person": rhythm.in_person_minutes,
        "hybrid": rhythm.hybrid_minutes,
        "online": rhythm.online_minutes,
    }[place]
    return Meeting(number, day, rhythm.start_of(number), minutes, place)


def _calendar_months(period: Period) -> list[tuple[int, int]]:
    """Year and number of every month that the period touches."""
    first, last = (day.year * 12 + day.month - 1 for day in period)
    return [(index // 12, index % 12 + 1) for index in range(first, last + 1)]


def _months_on(day: date, months: int) -> date:
    """The same day so many months on, or the last of that month where there is no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    next_first = date(year + month // 12, month % 12 + 1, 1)
    return min(date(year, month, 1) + timedelta(days=day.day - 1), next_first - timedelta(days=1))


def _numbers(names: tuple[str, ...]) -> frozenset[int]:
    return frozenset(read_month(name).value or 0 for name in names)


def _names(names: tuple[str, ...]) -> str:
    names = tuple(name.capitalize() for name in names)
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _meetings(rhythm: Rhythm) -> str:
    return _count(rhythm.promised, "convening" if rhythm.kind == "convenings" else "meeting")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _between(period: Period) -> str:
    return f"{say_date(period.start)} and {say_date(period.end)}"


def _span(period: Period) -> str:
    return say_dates(period.start, period.end)
