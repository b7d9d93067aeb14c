"""The year's dates from a rhythm: the known year, other starts, convenings, and rhythms that cannot be met."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copkit.dates import MONTHS, programme_year
from copkit.models.community import Rhythm
from copkit.schedule.rhythm import Meeting, Period, period_of, plan_year

TENTH = Rhythm(
    meetings=10,
    pattern="second tuesday",
    start="10:00",
    break_months=("august", "december"),
    in_person=(3, 8),
    online_minutes=90,
    in_person_minutes=150,
)
YEAR = programme_year(date(2026, 4, 1))
NAMES = tuple(month.lower() for month in MONTHS)


def days(rhythm: Rhythm, start: date = date(2026, 4, 1), starts: str = "april") -> list[str]:
    plan = plan_year(rhythm, programme_year(start, starts))
    assert plan.problems == ()
    return [meeting.date.isoformat() for meeting in plan.meetings]


def test_ten_meetings_from_april_on_second_tuesdays() -> None:
    plan = plan_year(TENTH, YEAR)
    assert plan.meetings == (
        Meeting(1, date(2026, 4, 14), "10:00", 90, "online"),
        Meeting(2, date(2026, 5, 12), "10:00", 90, "online"),
        Meeting(3, date(2026, 6, 9), "10:00", 150, "in-person"),
        Meeting(4, date(2026, 7, 14), "10:00", 90, "online"),
        Meeting(5, date(2026, 9, 8), "10:00", 90, "online"),
        Meeting(6, date(2026, 10, 13), "10:00", 90, "online"),
        Meeting(7, date(2026, 11, 10), "10:00", 90, "online"),
        Meeting(8, date(2027, 1, 12), "10:00", 150, "in-person"),
        Meeting(9, date(2027, 2, 9), "10:00", 90, "online"),
        Meeting(10, date(2027, 3, 9), "10:00", 90, "online"),
    )
    assert (plan.problems, plan.notes) == ((), ())


def test_the_last_weekday_of_the_month() -> None:
    rhythm = Rhythm(meetings=12, pattern="last thursday")
    assert days(rhythm)[:3] == ["2026-04-30", "2026-05-28", "2026-06-25"]


def test_a_year_from_september() -> None:
    assert days(TENTH, starts="september", start=date(2026, 9, 1)) == [
        "2026-09-08", "2026-10-13", "2026-11-10", "2027-01-12", "2027-02-09",
        "2027-03-09", "2027-04-13", "2027-05-11", "2027-06-08", "2027-07-13",
    ]  # fmt: skip


def test_a_year_from_january() -> None:
    found = days(TENTH, starts="january", start=date(2026, 1, 1))
    assert (found[0], found[-1], len(found)) == ("2026-01-13", "2026-11-10", 10)


def test_hybrid_meetings_have_their_own_length() -> None:
    plan = plan_year(Rhythm(meetings=12, pattern="first monday", place="hybrid", in_person=(1,)), YEAR)
    assert [(meeting.place, meeting.minutes) for meeting in plan.meetings[:2]] == [
        ("in-person", 150),
        ("hybrid", 120),
    ]


def test_too_many_meetings_are_a_problem_with_the_sums() -> None:
    eleven = Rhythm(meetings=11, pattern="second tuesday", break_months=("august", "december"))
    plan = plan_year(eleven, YEAR)
    assert plan.problems == ("12 months less 2 break months leaves 10; the rhythm asks for 11 meetings",)
    assert len(plan.meetings) == 10
    thirteen = plan_year(Rhythm(meetings=13, pattern="second tuesday"), YEAR)
    span = "1 April 2026 and 31 March 2027"
    assert thirteen.problems == (f"there are 12 such days between {span}; the rhythm asks for 13 meetings",)


def test_fewer_meetings_are_spread_and_the_months_left_out_are_named() -> None:
    plan = plan_year(Rhythm(meetings=4, pattern="second tuesday"), YEAR)
    assert [meeting.date.month for meeting in plan.meetings] == [4, 7, 10, 1]
    nine = plan_year(Rhythm(meetings=9, pattern="second tuesday", break_months=("august", "december")), YEAR)
    assert nine.notes == ("9 meetings are spread evenly, which leaves out March; name break_months to choose",)


def test_a_rhythm_without_meetings_has_no_dates_and_no_complaint() -> None:
    assert plan_year(Rhythm(meetings=0), YEAR) == ((), (), ())


@pytest.mark.parametrize(
    ("pattern", "problem"),
    [
        ("", "the rhythm has no pattern: write one, such as pattern: second tuesday"),
        ("fifth tuesday", "most months have only four of each weekday, so a fifth cannot be met: "
         "write last tuesday, or first to fourth; list other days in dates:"),
        ("fortnightly", "fortnightly is not a day of the month: write first, second, third, fourth or last and a "
         "weekday, such as second tuesday; list other days in dates:"),
    ],
)  # fmt: skip
def test_a_pattern_that_cannot_be_met_says_why(pattern: str, problem: str) -> None:
    assert plan_year(Rhythm(meetings=10, pattern=pattern), YEAR) == ((), (problem,), ())


def test_a_meeting_in_person_beyond_the_last_is_a_problem() -> None:
    plan = plan_year(Rhythm(meetings=12, pattern="first monday", in_person=(3, 13)), YEAR)
    assert plan.problems == ("in_person names meeting 13 of 12",)


CONVENINGS = Rhythm(
    kind="convenings",
    meetings=3,
    over_months=12,
    pattern="third thursday",
    months=("march", "june", "november"),
    start="13:30",
    place="in-person",
)


def test_convenings_are_counted_over_the_commissions_period() -> None:
    period = period_of(CONVENINGS, YEAR, commissioned=date(2027, 1, 11), months=12)
    assert period == Period(date(2027, 1, 11), date(2028, 1, 10))
    plan = plan_year(CONVENINGS, period)
    assert plan.meetings == (
        Meeting(1, date(2027, 3, 18), "13:30", 150, "in-person"),
        Meeting(2, date(2027, 6, 17), "13:30", 150, "in-person"),
        Meeting(3, date(2027, 11, 18), "13:30", 150, "in-person"),
    )
    assert (plan.problems, plan.notes) == ((), ())


def test_without_a_commission_convenings_are_counted_from_the_years_start() -> None:
    rhythm = Rhythm(kind="convenings", meetings=3, over_months=18, pattern="third thursday")
    assert period_of(rhythm, YEAR) == Period(date(2026, 4, 1), date(2027, 9, 30))
    assert period_of(TENTH, YEAR, commissioned=date(2027, 1, 11)) == Period(YEAR.start, YEAR.end)


def test_a_commission_from_the_end_of_a_month_ends_within_a_month() -> None:
    period = period_of(CONVENINGS, YEAR, commissioned=date(2027, 8, 31), months=6)
    assert period == Period(date(2027, 8, 31), date(2028, 2, 28))


def test_convenings_that_do_not_fit_say_what_there_is() -> None:
    period = Period(date(2027, 3, 20), date(2027, 12, 31))
    plan = plan_year(CONVENINGS, period)
    assert plan.problems == (
        "March, June and November hold 2 between 20 March 2027 and 31 December 2027; "
        "the rhythm asks for 3 convenings",
    )


def test_convenings_without_months_are_spread_over_the_period() -> None:
    rhythm = Rhythm(kind="convenings", meetings=3, pattern="third thursday")
    plan = plan_year(rhythm, Period(date(2027, 1, 11), date(2028, 1, 10)))
    assert [meeting.date for meeting in plan.meetings] == [date(2027, 1, 21), date(2027, 5, 20), date(2027, 9, 16)]
    assert plan.notes[0].endswith("name months to choose")


def test_dates_typed_by_hand_are_taken_in_order() -> None:
    typed = (date(2027, 6, 2), date(2027, 3, 18), date(2027, 11, 4))
    plan = plan_year(
        Rhythm(kind="convenings", meetings=3, dates=typed), Period(date(2027, 1, 11), date(2028, 1, 10))
    )
    assert [meeting.date for meeting in plan.meetings] == sorted(typed)
    assert (plan.problems, plan.notes) == ((), ())


def test_too_few_typed_dates_and_dates_outside_the_period_are_said() -> None:
    typed = (date(2027, 3, 18), date(2028, 3, 18))
    plan = plan_year(
        Rhythm(kind="convenings", meetings=3, dates=typed), Period(date(2027, 1, 11), date(2028, 1, 10))
    )
    assert plan.problems == ("the rhythm asks for 3 convenings and lists 2 dates",)
    assert plan.notes == ("18 March 2028 is outside 11 January 2027 to 10 January 2028",)


@given(
    st.dates(date(2000, 1, 1), date(2150, 1, 1)),
    st.sampled_from(NAMES),
    st.sampled_from(["first", "second", "third", "fourth", "last"]),
    st.integers(0, 6),
    st.sets(st.sampled_from(NAMES), max_size=11),
    st.integers(1, 14),
)
def test_any_rhythm_gives_its_count_on_its_weekday_outside_its_breaks(
    day: date, starts: str, nth: str, weekday: int, breaks: set[str], meetings: int
) -> None:
    names = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    rhythm = Rhythm(meetings=meetings, pattern=f"{nth} {names[weekday]}", break_months=tuple(sorted(breaks)))
    year = programme_year(day, starts)
    plan = plan_year(rhythm, year)
    open_months = 12 - len(breaks)
    assert len(plan.meetings) == min(meetings, open_months)
    assert bool(plan.problems) == (meetings > open_months)
    assert bool(plan.notes) == (meetings < open_months)
    dates = [meeting.date for meeting in plan.meetings]
    assert dates == sorted(set(dates))
    assert [meeting.number for meeting in plan.meetings] == list(range(1, len(dates) + 1))
    for found in dates:
        assert found.weekday() == weekday
        assert NAMES[found.month - 1] not in breaks
        assert year.start <= found <= year.end
        week = (found.day - 1) // 7
        assert week in (3, 4) if nth == "last" else week == ("first", "second", "third", "fourth").index(nth)
