"""Five years of dates and clashes against a calculation that shares no code with copkit's.

The dates come from dateutil's RFC 5545 rules, the bank holidays from the `holidays` package.
"""

from datetime import date, datetime
from itertools import product

import pytest
from dateutil import rrule
from holidays import country_holidays

from copkit.calendars.holidays import bank_holidays
from copkit.dates import programme_year
from copkit.models.community import Rhythm
from copkit.schedule.avoid import Avoid, hits
from copkit.schedule.rhythm import plan_year

NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
WEEKDAYS = {
    "monday": rrule.MO,
    "tuesday": rrule.TU,
    "wednesday": rrule.WE,
    "thursday": rrule.TH,
    "friday": rrule.FR,
}
YEARS = range(2026, 2031)
SUBDIVISIONS = {"england": "ENG", "scotland": "SCT", "northern-ireland": "NIR"}


def expected_dates(nth: str, weekday: str, first: int) -> list[date]:
    """The pattern's days from April to March without August and December."""
    rule = rrule.rrule(
        rrule.MONTHLY,
        byweekday=WEEKDAYS[weekday](NTH[nth]),
        bymonth=[1, 2, 3, 4, 5, 6, 7, 9, 10, 11],
        dtstart=datetime(first, 4, 1),
        until=datetime(first + 1, 3, 31),
    )
    return [moment.date() for moment in rule]


@pytest.mark.parametrize("nation", SUBDIVISIONS)
def test_dates_and_bank_holidays_of_five_years_agree(nation: str) -> None:
    compared = 0
    theirs = country_holidays("GB", subdiv=SUBDIVISIONS[nation], years=range(2026, 2032))
    for (nth, weekday), first in product(product(NTH, WEEKDAYS), YEARS):
        rhythm = Rhythm(meetings=10, pattern=f"{nth} {weekday}", break_months=("august", "december"))
        year = programme_year(date(first, 4, 1))
        plan = plan_year(rhythm, year)
        dates = expected_dates(nth, weekday, first)
        assert [meeting.date for meeting in plan.meetings] == dates
        assert plan.problems == ()
        avoid = Avoid(bank_holidays(nation, year.start, year.end).dates)
        ours = [day for day in dates if any(hit.kind == "bank-holiday" for hit in hits(day, "10:00", 90, avoid))]
        assert ours == [day for day in dates if day in theirs]
        compared += len(dates)
    assert compared == 10 * 25 * 5


@pytest.mark.parametrize(
    ("pattern", "clashes"),
    [
        ("first monday", 2),
        ("last monday", 2),
        ("first friday", 2),
        ("second tuesday", 0),
        ("second wednesday", 0),
        ("second thursday", 0),
    ],
)
def test_how_often_a_pattern_clashes_in_england_from_april_2026(pattern: str, clashes: int) -> None:
    year = programme_year(date(2026, 4, 1))
    avoid = Avoid(bank_holidays("england", year.start, year.end).dates)
    plan = plan_year(Rhythm(meetings=10, pattern=pattern, break_months=("august", "december")), year)
    found = [meeting for meeting in plan.meetings if hits(meeting.date, "10:00", 90, avoid)]
    clashing = [each for each in found if each.date in avoid.holidays]
    assert len(clashing) == clashes
