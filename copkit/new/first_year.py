"""A community's first year: twelve months from its first meeting, with the full number of meetings."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from copkit.dates import MONTHS, programme_year, read_rule, split_patterns, year_to_plan
from copkit.models.base import Month
from copkit.models.community import USUAL_MEETINGS, USUAL_START, Rhythm
from copkit.schedule.rhythm import Meeting, plan_year

AHEAD = timedelta(weeks=4)
"""So long people need from the first call to the first meeting."""
FURTHEST = timedelta(days=730)
USUAL_BREAKS: tuple[Month, ...] = ("august", "december")


class FirstYear(NamedTuple):
    """What is agreed of the year before the community meets. `started` is None where that is today."""

    meetings: int = USUAL_MEETINGS
    breaks: tuple[Month, ...] = USUAL_BREAKS
    in_person: tuple[int, ...] = (3, 8)
    minutes: int = 90
    in_person_minutes: int = 150
    started: date | None = None


def first_day(pattern: str, breaks: Sequence[str], today: date) -> date | None:
    """The first day of a pattern that is at least four weeks away and in no break."""
    rule = read_rule(split_patterns(pattern)).value
    days = rule.days(today + AHEAD, today + FURTHEST) if rule else ()
    return next((day for day in days if MONTHS[day.month - 1] not in breaks), None)


def usual_number(pattern: str, breaks: Sequence[str]) -> int:
    """How many meetings a year are usual: ten for each day of the month, or fewer where more months pause."""
    return min(USUAL_MEETINGS, 12 - len(breaks)) * len(split_patterns(pattern))


def in_person_numbers(wanted: int, meetings: int) -> tuple[int, ...]:
    """Which meetings of the year are in person, spread evenly: the third and the eighth of ten."""
    return tuple(-(-(2 * index + 1) * meetings // (2 * wanted)) for index in range(min(wanted, meetings)))


def own_start(pattern: str, breaks: Sequence[str], number: int, year_starts: str, today: date) -> str:
    """The month in which a community's own year starts, where the programme's holds too few days from now on."""
    rule, year = read_rule(split_patterns(pattern)).value, year_to_plan(today, year_starts)
    first = first_day(pattern, breaks, today)
    if rule is None or first is None:
        return ""
    left = [day for day in rule.days(max(today, year.start), year.end) if MONTHS[day.month - 1] not in breaks]
    starts = MONTHS[first.month - 1]
    return "" if len(left) >= number or starts == year_starts else starts


class Begun(NamedTuple):
    """The first year as it will be planned, or why it cannot be."""

    starts: str
    started: date | None
    meetings: tuple[Meeting, ...]
    problems: tuple[str, ...]


def begun(
    pattern: str, start: str, year: FirstYear, first: date, year_starts: str, today: date, *, rest: bool
) -> Begun:
    """The meetings from the first one on: of twelve months, or of the rest of the programme's year."""
    rhythm = Rhythm(
        meetings=year.meetings,
        pattern=pattern,
        start=start or USUAL_START,
        break_months=year.breaks,
        in_person=year.in_person,
        online_minutes=year.minutes,
        in_person_minutes=year.in_person_minutes,
    )
    starts = year_starts if rest else MONTHS[first.month - 1]
    months = programme_year(first, starts)
    plan = plan_year(rhythm, months)
    meetings = tuple(one for one in plan.meetings if one.date >= first)
    coming = [one for one in plan.meetings if one.date >= today]
    late = first if len(meetings) < len(coming) or months != year_to_plan(today, starts) else None
    problems = plan.problems or (() if meetings else ("no day of the pattern is left in the year",))
    return Begun("" if starts == year_starts else starts, late, meetings, problems)
