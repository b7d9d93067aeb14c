"""Rhythms that people have: several days a month, every so many weeks, turns of the clock, members abroad."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copkit.dates import MONTHS, WEEKDAYS, programme_year, say_rule, say_when, split_patterns, zone_problem
from copkit.dates.patterns import ordinal
from copkit.models.community import Rhythm
from copkit.schedule.rhythm import Period, plan_year

YEAR = programme_year(date(2026, 4, 1))


def days(**fields: Any) -> list[str]:
    plan = plan_year(Rhythm(**fields), YEAR)
    assert plan.problems == ()
    return [f"{meeting.date} {meeting.start}" for meeting in plan.meetings]


def test_two_days_a_month_are_as_many_meetings_as_there_are_days() -> None:
    found = days(pattern=("second tuesday", "fourth tuesday"), break_months=("august", "december"))
    assert len(found) == 20
    assert found[:3] == ["2026-04-14 10:00", "2026-04-28 10:00", "2026-05-12 10:00"]


def test_two_patterns_may_stand_in_one_line() -> None:
    assert split_patterns("second and fourth tuesday") == ("second tuesday", "fourth tuesday")
    assert split_patterns("first monday, third friday & last monday") == (
        "first monday",
        "third friday",
        "last monday",
    )
    one = days(pattern="second and fourth tuesday")
    assert one == days(pattern=("second tuesday", "fourth tuesday")) and len(one) == 24


def test_start_times_take_turns() -> None:
    found = days(pattern="second tuesday", meetings=4, start=("10:00", "14:00"))
    assert [one[-5:] for one in found] == ["10:00", "14:00", "10:00", "14:00"]


def test_every_two_weeks_from_a_day_through_the_clock_changes_and_breaks() -> None:
    found = days(every="2 weeks", from_=date(2026, 4, 14), break_months=("august", "december"))
    assert found[:2] == ["2026-04-14 10:00", "2026-04-28 10:00"]
    assert not [day for day in found if day[5:7] in ("08", "12")]
    assert "2026-09-01 10:00" in found  # counted on through August


def test_a_day_after_a_day_of_the_month() -> None:
    found = days(pattern="first tuesday after 10th", meetings=12)
    assert all(11 <= int(day[8:10]) <= 17 for day in found)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"pattern": "third tuesday after 10th"}, "is not in every month: write an earlier day"),
        ({"pattern": "last tuesday after 14th"}, "is not in every month"),
        ({"every": "2 months", "from_": date(2026, 4, 14)}, "2 months is no number of weeks"),
        ({"every": "0 weeks", "from_": date(2026, 4, 14)}, "every: takes 1 to 26 weeks"),
        ({"every": "2 weeks"}, "every: does not say from which day"),
        ({"every": "2 weeks", "from_": date(2026, 4, 14), "pattern": "second tuesday"}, "are two rules"),
        ({"from_": date(2026, 4, 14), "pattern": "second tuesday"}, "from: goes with every:"),
        ({"pattern": ("second tuesday", "the equinox")}, "the equinox is not a day of the month"),
        ({"pattern": "second tuesday", "zones": ("Madrid",)}, "write Europe/Madrid"),
    ],
)
def test_what_cannot_be_said_is_refused(fields: dict[str, Any], said: str) -> None:
    (problem,) = plan_year(Rhythm(**fields), YEAR).problems
    assert said in problem


@pytest.mark.parametrize("fields", [{"pattern": "fifth tuesday"}, {"every": "2 months"}, {"pattern": "full moon"}])
def test_the_refusal_names_dates(fields: dict[str, Any]) -> None:
    (problem,) = plan_year(Rhythm(**fields), YEAR).problems
    assert problem.endswith("list other days in dates:")


def test_fewer_meetings_than_days_are_spread_and_said() -> None:
    plan = plan_year(Rhythm(pattern=("second tuesday", "fourth tuesday"), meetings=12), YEAR)
    assert plan.notes == (
        "12 meetings are spread evenly, which leaves out 12 days; list other days in dates: to choose",
    )


def test_rules_are_said_in_a_sentence() -> None:
    said = {
        "second and fourth tuesday": "second and fourth Tuesday of the month",
        "second tuesday and last friday": "second Tuesday of the month and last Friday of the month",
        "first tuesday after 10th": "first Tuesday after day 10 of the month",
    }
    for typed, words in said.items():
        rule = Rhythm(pattern=typed).rule.value
        assert rule is not None and say_rule(rule) == words
    rule = Rhythm(every="fortnight", from_=date(2026, 4, 14)).rule.value
    assert rule is not None and say_rule(rule) == "every 2 weeks on Tuesday, from 14 April 2026"


def test_times_abroad_stand_beside_those_at_home() -> None:
    zones = ("Europe/Madrid", "America/New_York", "Australia/Sydney")
    assert say_when(date(2026, 6, 9), "15:30", "17:00", zones) == (
        "3:30pm to 5pm, 4:30pm to 6pm in Madrid, 10:30am to midday in New York, "
        "12:30am to 2am on Wednesday in Sydney"
    )
    # The United States change their clocks two weeks before the United Kingdom.
    assert say_when(date(2027, 3, 16), "15:30", "17:00", zones[1:2]).endswith("11:30am to 1pm in New York")
    assert (zone_problem("Europe/Madrid"), bool(zone_problem("../etc"))) == ("", True)


NAMES = tuple(month.lower() for month in MONTHS)
PATTERNS = st.one_of(
    st.builds(
        "{} {}".format, st.sampled_from(["first", "second", "third", "fourth", "last"]), st.sampled_from(WEEKDAYS)
    ),
    st.builds(
        lambda day, after: f"first {day} after {ordinal(after)}", st.sampled_from(WEEKDAYS), st.integers(1, 21)
    ),
)
BREAKS = st.lists(st.sampled_from(NAMES), max_size=11, unique=True).map(tuple)
CLOCKS = st.lists(st.sampled_from(["09:00", "10:00", "15:30"]), min_size=1, max_size=3).map(tuple)
PERIODS = st.dates(date(2020, 1, 1), date(2035, 1, 1)).map(lambda day: Period(day, day + timedelta(days=364)))


@given(st.lists(PATTERNS, min_size=1, max_size=3), BREAKS, CLOCKS, PERIODS)
def test_each_date_of_any_pattern_obeys_it(
    patterns: list[str], breaks: tuple[str, ...], clocks: tuple[str, ...], period: Period
) -> None:
    rhythm = Rhythm(pattern=tuple(patterns), break_months=breaks, start=clocks, meetings=None)
    rule = rhythm.rule.value
    assert rule is not None
    plan = plan_year(rhythm, period)
    dates = [meeting.date for meeting in plan.meetings]
    assert dates == sorted(set(dates))
    for number, meeting in enumerate(plan.meetings, 1):
        assert rule.keeps(meeting.date) and period.start <= meeting.date <= period.end
        assert NAMES[meeting.date.month - 1] not in breaks
        assert (meeting.number, meeting.start) == (number, clocks[(number - 1) % len(clocks)])
    every = [period.start + timedelta(days=n) for n in range((period.end - period.start).days + 1)]
    kept = [day for day in every if rule.keeps(day) and NAMES[day.month - 1] not in breaks]
    assert plan.problems or len(dates) == (10 if len(patterns) == 1 else len(kept))
    assert plan.problems or set(dates) <= set(kept)


@given(st.integers(1, 26), st.dates(date(2019, 1, 1), date(2036, 1, 1)), BREAKS, PERIODS)
def test_weeks_are_counted_from_their_day(weeks: int, first: date, breaks: tuple[str, ...], period: Period) -> None:
    plan = plan_year(Rhythm(every=f"{weeks} weeks", from_=first, break_months=breaks), period)
    assert plan.problems == ()
    found = [meeting.date for meeting in plan.meetings]
    every = (period.start + timedelta(days=n) for n in range((period.end - period.start).days + 1))
    assert found == [
        day
        for day in every
        if day >= first and (day - first).days % (7 * weeks) == 0 and NAMES[day.month - 1] not in breaks
    ]
