"""Dates and times: what is read as meant, what is refused, and how they are written."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copkit.dates import (
    Pattern,
    add_minutes,
    clock_change_near,
    clock_changes,
    minutes_between,
    nth_weekday,
    parse_pattern,
    programme_year,
    read_clock,
    read_date,
    read_day,
    read_month,
    say_date,
    say_day,
    say_minutes,
    say_month,
    say_number,
    say_pattern,
    say_range,
    say_time,
    utc_of,
    year_from_label,
    year_to_plan,
    zone_trouble,
)

LONDON = ZoneInfo("Europe/London")


def test_an_iso_date_is_read_without_a_word() -> None:
    assert read_date("2026-06-09") == (date(2026, 6, 9), "", "", "")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-1-6", date(2026, 1, 6)),
        ("2026/06/09", date(2026, 6, 9)),
        ("14/01/2026", date(2026, 1, 14)),
        ("14.1.2026", date(2026, 1, 14)),
        ("01/14/2026", date(2026, 1, 14)),
        ("05/05/2026", date(2026, 5, 5)),
        ("14 January 2026", date(2026, 1, 14)),
        ("14th january 2026", date(2026, 1, 14)),
        ("30 Jun 2026", date(2026, 6, 30)),
        ("9-Jun-2026", date(2026, 6, 9)),
        ("Tuesday 9 June 2026", date(2026, 6, 9)),
        ("Tue, 9 Jun 2026", date(2026, 6, 9)),
        ("June 9, 2026", date(2026, 6, 9)),
        ("Sept 4 2026", date(2026, 9, 4)),
    ],
)
def test_a_date_that_can_mean_one_day_is_read_with_a_note(text: str, day: date) -> None:
    assert read_date(text) == (day, f"Read as {day}; write it so", "", "")


@pytest.mark.parametrize(
    ("text", "problem", "fix"),
    [
        ("06/01/2026", "06/01/2026 could be 6 January or 1 June 2026", "write 2026-01-06 or 2026-06-01"),
        ("2026-02-30", "there is no 30 February 2026", "write a day that is in that month"),
        ("31/02/2026", "there is no 31 February 2026", "write a day that is in that month"),
        ("2026-13-01", "there is no month 13", "write year, month, day, such as 2026-06-09"),
        ("9 Octember 2026", "there is no month octember", "write year, month, day, such as 2026-06-09"),
        ("20260106", "20260106 is a run of digits, not a date", "write 2026-01-06"),
        ("1767657600", "1767657600 is a number, not a date", "write year, month, day, such as 2026-06-09"),
        ("14/01/26", "14/01/26 does not give the year in full", "write 2026-01-14"),
        ("1899-12-31", "the year 1899 is not between 1900 and 2200", "write the year in full, such as 2026-06-09"),
        ("2201-01-01", "the year 2201 is not between 1900 and 2200", "write the year in full, such as 2026-06-09"),
        (
            "Monday 9 June 2026",
            "9 June 2026 is a Tuesday, not a Monday",
            "check the day and write 2026-06-09 if it is right",
        ),
        ("2026-06-09T10:00", "2026-06-09T10:00 holds a time as well as a date", "write 2026-06-09"),
        ("2026-06-09 00:00:00", "2026-06-09 00:00:00 holds a time as well as a date", "write 2026-06-09"),
        ("next Tuesday", "next Tuesday is not a date", "write year, month, day, such as 2026-06-09"),
        ("", "empty text is not a date", "write year, month, day, such as 2026-06-09"),
        ("٢٠٢٦-٠٦-٠٩", "٢٠٢٦-٠٦-٠٩ is not a date", "write year, month, day, such as 2026-06-09"),
    ],
)  # fmt: skip
def test_a_doubtful_date_is_refused_with_what_to_write(text: str, problem: str, fix: str) -> None:
    assert read_date(text) == (None, "", problem, fix)


def test_a_time_is_read_without_a_word() -> None:
    assert [read_clock(text) for text in ("14:00", "09:30", "00:00", "23:59")] == [
        ("14:00", "", "", ""),
        ("09:30", "", "", ""),
        ("00:00", "", "", ""),
        ("23:59", "", "", ""),
    ]


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("2pm", "14:00"),
        ("2 PM", "14:00"),
        ("2 p.m.", "14:00"),
        ("14.00", "14:00"),
        ("9:30", "09:30"),
        ("1.30pm", "13:30"),
        ("5:30pm", "17:30"),
        ("12pm", "12:00"),
        ("12:30pm", "12:30"),
        ("9am", "09:00"),
        ("1730hrs", "17:30"),
        ("1400", "14:00"),
        ("14:00:00", "14:00"),
        ("midday", "12:00"),
        ("Noon", "12:00"),
        ("midnight", "00:00"),
    ],
)
def test_a_time_that_can_mean_one_thing_is_read_with_a_note(text: str, clock: str) -> None:
    assert read_clock(text) == (clock, f"Read as {clock}; write it so", "", "")


@pytest.mark.parametrize(
    ("text", "problem", "fix"),
    [
        ("24:00", "24:00 is the next day's first minute", "write 00:00"),
        ("25:00", "there is no time 25:00", "write hours and minutes, such as 14:00"),
        ("14:60", "there is no time 14:60", "write hours and minutes, such as 14:00"),
        ("14pm", "14pm mixes the two clocks", "write 14:00"),
        ("12am", "12am is read in two ways", "write 12:00 or 00:00"),
        ("2", "2 could be morning or afternoon", "write hours and minutes, such as 14:00"),
        ("3:30", "3:30 could be morning or afternoon", "write 03:30 or 15:30"),
        ("1.15", "1.15 could be morning or afternoon", "write 01:15 or 13:15"),
        ("840", "840 is not a time of day", "write hours and minutes, such as 14:00"),
        ("14:00:30", "14:00:30 is not a time of day", "write hours and minutes, such as 14:00"),
        ("after lunch", "after lunch is not a time of day", "write hours and minutes, such as 14:00"),
        ("", "empty text is not a time of day", "write hours and minutes, such as 14:00"),
    ],
)  # fmt: skip
def test_a_doubtful_time_is_refused_with_what_to_write(text: str, problem: str, fix: str) -> None:
    assert read_clock(text) == (None, "", problem, fix)


@pytest.mark.parametrize("text", ["14:00+01:00", "14:00Z", "2pm BST", "14.00 gmt", "14:00 Europe/London"])
def test_a_time_with_a_zone_is_refused_offering_the_local_time(text: str) -> None:
    problem = f"{text} names a time zone; a time here is local, and the zone is the community's"
    assert read_clock(text) == (None, "", problem, "write local time, such as 14:00")


DAY, NEXT = date(2026, 6, 9), date(2026, 7, 14)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("30/6", date(2026, 6, 30)), ("30.6.26", date(2026, 6, 30)), ("30/06/26", date(2026, 6, 30)),
        ("30-Jun-26", date(2026, 6, 30)), ("30 June ’26", date(2026, 6, 30)), ("30-Jun", date(2026, 6, 30)),
        ("30th of June 2026", date(2026, 6, 30)), ("the 30th of June", date(2026, 6, 30)),
        ("30\u00a0Jun", date(2026, 6, 30)), ("30\u202fJun\u00a02026", date(2026, 6, 30)),
        ("Friday", date(2026, 6, 12)), ("Tuesday", date(2026, 6, 16)), ("this Friday", date(2026, 6, 12)),
        ("Friday week", date(2026, 6, 19)), ("close of play on Friday", date(2026, 6, 12)),
        ("2 weeks", date(2026, 6, 23)), ("in 2 weeks", date(2026, 6, 23)), ("two weeks’ time", date(2026, 6, 23)),
        ("a fortnight", date(2026, 6, 23)), ("within a month", date(2026, 7, 9)), ("tomorrow", date(2026, 6, 10)),
        ("end of June", date(2026, 6, 30)), ("the end of the month", date(2026, 6, 30)),
        ("end of next month", date(2026, 7, 31)), ("end Feb", date(2027, 2, 28)),
        ("by 30 June.", date(2026, 6, 30)),
        ("the next meeting", NEXT), ("no later than noon on 3 July", date(2026, 7, 3)),
        ("06/30/2026", date(2026, 6, 30)),
    ],
)  # fmt: skip
def test_a_day_is_read_forward_however_it_is_typed(text: str, day: date) -> None:
    read = read_day(text, DAY, NEXT)
    assert (read.value, read.problem) == (day, "")


@pytest.mark.parametrize(
    ("text", "day", "problem"),
    [
        ("1 June", date(2027, 6, 1), "1 June 2026 was before 9 June 2026, so “1 June” is read as 1 June 2027"),
        ("end May", date(2027, 5, 31), "31 May 2026 was before 9 June 2026, so “end May” is read as 31 May 2027"),
        ("26/06/30", date(2030, 6, 26), "26/06/30 is read as 26 June 2030"),
        ("Friday 4 July", date(2026, 7, 4), "4 July 2026 is a Saturday, not a Friday"),
        ("6/7", None, "6/7 could be 6 July 2026 or 7 June 2027"),
        ("next Friday", None, "“next Friday” could be 12 June 2026 or 19 June 2026"),
        ("next week", None, "next week is not a date"),
        ("31/6", None, "there is no 31/6"),
        ("June", None, "June is not a date"),
    ],
)  # fmt: skip
def test_a_day_in_doubt_is_never_silent(text: str, day: date | None, problem: str) -> None:
    read = read_day(text, DAY, NEXT)
    assert (read.value, read.problem) == (day, problem)


@pytest.mark.parametrize("text", ["29 Feb", "1 March", "8 April"])
def test_a_day_long_before_is_the_coming_one(text: str) -> None:
    read = read_day(text, DAY)
    assert read.value is not None
    assert read.value > DAY
    assert not read.problem


@given(st.text(max_size=60), st.dates(date(1901, 1, 1), date(2190, 1, 1)))
def test_a_day_is_read_or_refused_with_a_reason(text: str, start: date) -> None:
    read = read_day(text, start)
    assert read.value is not None or read.problem
    assert len(read.problem) < 200


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 300))
def test_a_day_said_without_its_year_comes_back(start: date, ahead: int) -> None:
    day = start + timedelta(days=ahead)
    said = f"{day.day} {say_date(day).split()[1]}"
    assert read_day(said, start).value == day


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused_with_a_reason(text: str) -> None:
    for read in (read_date(text), read_clock(text), parse_pattern(text), read_month(text), year_from_label(text)):
        assert (read.value is None) == bool(read.problem) == bool(read.fix)
        assert len(read.problem) < 160


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_a_date_reads_back_however_it_is_written(day: date) -> None:
    assert read_date(day.isoformat()) == (day, "", "", "")
    assert read_date(say_date(day)).value == day
    assert read_date(say_day(day)).value == day


@given(st.times())
def test_a_time_reads_back_as_the_nhs_writes_it(moment: object) -> None:
    clock = f"{moment:%H:%M}"
    if not clock.startswith("00:") or clock == "00:00":
        assert read_clock(say_time(clock)).value == clock


def test_dates_are_written_as_the_nhs_writes_them() -> None:
    day = date(2018, 8, 6)
    assert say_date(day) == "6 August 2018"
    assert say_day(day) == "Monday 6 August 2018"
    assert say_month(day) == "August 2018"


def test_times_are_written_as_the_nhs_writes_them() -> None:
    times = {"17:00": "5pm", "17:30": "5:30pm", "10:00": "10am", "09:05": "9:05am", "12:00": "midday",
             "00:00": "midnight", "12:30": "12:30pm", "00:15": "12:15am", "23:59": "11:59pm"}  # fmt: skip
    assert {clock: say_time(clock) for clock in times} == times
    assert say_range("14:00", "18:00") == "2pm to 6pm"
    assert say_range("10:00", "11:30") == "10am to 11:30am"
    assert say_range("10:30", "12:00") == "10:30am to midday"


def test_lengths_and_numbers_are_written_as_the_nhs_writes_them() -> None:
    lengths = {390: "6 hours 30 minutes", 90: "1 hour 30 minutes", 60: "1 hour", 61: "1 hour 1 minute",
               45: "45 minutes", 1: "1 minute", 0: "0 minutes", 120: "2 hours"}  # fmt: skip
    assert {minutes: say_minutes(minutes) for minutes in lengths} == lengths
    assert [say_number(number) for number in (7, 251, 1000, 1234567)] == ["7", "251", "1,000", "1,234,567"]


def test_minutes_are_added_round_midnight() -> None:
    assert add_minutes("10:00", 90) == "11:30"
    assert add_minutes("23:30", 45) == "00:15"
    assert add_minutes("10:00", -30) == "09:30"
    assert minutes_between("14:00", "15:30") == 90
    assert minutes_between("23:30", "00:15") == 45


@pytest.mark.parametrize(
    ("text", "pattern", "note"),
    [
        ("second tuesday", Pattern(2, 1), ""),
        ("Second Tuesday", Pattern(2, 1), ""),
        ("2nd Tue", Pattern(2, 1), "Read as second tuesday; write it so"),
        ("last thursday", Pattern(-1, 3), ""),
        ("4th Thurs of the month", Pattern(4, 3), "Read as fourth thursday; write it so"),
        ("first monday", Pattern(1, 0), ""),
    ],
)
def test_a_day_of_the_month_is_read(text: str, pattern: Pattern, note: str) -> None:
    assert parse_pattern(text) == (pattern, note, "", "")


def test_a_fifth_weekday_is_refused_with_the_reason() -> None:
    read = parse_pattern("fifth Tuesday")
    assert read.problem == "most months have only four of each weekday, so a fifth cannot be met"
    assert read.fix == "write last tuesday, or first to fourth; list other days in dates:"


@pytest.mark.parametrize(
    "text", ["tuesday", "every second tuesday", "second", "second tuesdays", "zeroth monday", ""]
)
def test_what_is_not_a_day_of_the_month_is_refused(text: str) -> None:
    assert parse_pattern(text).problem.endswith("is not a day of the month")


def test_a_pattern_is_written_for_a_sentence() -> None:
    assert say_pattern(Pattern(2, 1)) == "second Tuesday of the month"
    assert say_pattern(Pattern(-1, 3)) == "last Thursday of the month"


def test_months_are_read_by_name_or_short_name() -> None:
    assert read_month("august") == (8, "", "", "")
    assert read_month("Aug") == (8, "Read as august; write it so", "", "")
    assert read_month("Sept.").value == 9
    assert read_month("8").problem == "8 is not a month"


@given(st.integers(1900, 2200), st.integers(1, 12), st.integers(0, 6), st.sampled_from([1, 2, 3, 4, -1]))
def test_the_nth_weekday_has_so_many_before_or_none_after_it(year: int, month: int, weekday: int, nth: int) -> None:
    day = nth_weekday(year, month, weekday, nth)
    assert (day.year, day.month, day.weekday()) == (year, month, weekday)
    if nth == -1:
        assert (day + timedelta(days=7)).month != month
    else:
        assert (day.day - 1) // 7 == nth - 1


@pytest.mark.parametrize("nth", [0, 5, -2])
def test_there_is_no_fifth_weekday_to_ask_for(nth: int) -> None:
    with pytest.raises(ValueError, match="nth is 1 to 4 or -1"):
        nth_weekday(2026, 6, 1, nth)


def test_a_year_holds_its_days_from_any_month() -> None:
    assert programme_year(date(2026, 4, 1)) == (date(2026, 4, 1), date(2027, 3, 31), "2026-27")
    assert programme_year(date(2026, 3, 31)).label == "2025-26"
    assert programme_year(date(2026, 5, 1), "january") == (date(2026, 1, 1), date(2026, 12, 31), "2026")
    assert programme_year(date(2026, 8, 31), "september") == (date(2025, 9, 1), date(2026, 8, 31), "2025-26")
    assert programme_year(date(1999, 12, 31)).label == "1999-00"


def test_the_next_year_is_meant_within_60_days_of_the_end() -> None:
    assert year_to_plan(date(2027, 1, 30)).label == "2026-27"
    assert year_to_plan(date(2027, 1, 31)).label == "2027-28"
    assert year_to_plan(date(2027, 4, 1)).label == "2027-28"


def test_a_year_is_read_by_its_label_or_its_first_year() -> None:
    labels = ["2026-27", "2026/27", "2026", "2026-2027"]
    assert [year_from_label(label).value for label in labels] == [programme_year(date(2026, 4, 1))] * 4
    assert year_from_label("2026", "january").value == programme_year(date(2026, 1, 1), "january")
    assert year_from_label("1999-00").value == programme_year(date(1999, 5, 1))
    assert year_from_label("2026-28").problem == "2026-28 is not one year"
    assert year_from_label("2026-27", "january").fix == "write 2026"
    assert year_from_label("next").problem == "next is not a year"
    assert year_from_label("9999").problem == "the year 9999 is not between 1900 and 2200"


def test_the_clocks_change_when_the_iana_database_says_so() -> None:
    for year in range(1996, 2038):
        days = (date(year, 1, 1) + timedelta(days=n) for n in range(366))
        offsets = [(day, datetime(day.year, day.month, day.day, 12, tzinfo=LONDON).utcoffset()) for day in days]
        changes = [day for (_, before), (day, after) in pairwise(offsets) if before != after]
        assert tuple(changes) == clock_changes(year)


def test_a_time_that_does_not_exist_is_named() -> None:
    wrong = "there is no 1:30am on 29 March 2026: the clocks go forward from 1am to 2am"
    assert zone_trouble(date(2026, 3, 29), "01:30") == wrong


def test_a_time_that_comes_twice_is_named() -> None:
    wrong = "1:30am comes twice on 25 October 2026: the clocks go back from 2am to 1am"
    assert zone_trouble(date(2026, 10, 25), "01:30") == wrong


@pytest.mark.parametrize("clock", ["00:59", "02:00", "10:00"])
def test_other_times_on_those_days_are_sound(clock: str) -> None:
    assert zone_trouble(date(2026, 3, 29), clock) == ""
    assert zone_trouble(date(2026, 10, 25), clock) == ""


def test_a_clock_change_is_near_for_three_days() -> None:
    assert clock_change_near(date(2026, 3, 31)) == "the clocks go forward on Sunday 29 March 2026"
    assert clock_change_near(date(2026, 10, 25)) == "the clocks go back on Sunday 25 October 2026"
    assert clock_change_near(date(2026, 10, 24)) == ""
    assert clock_change_near(date(2026, 10, 29)) == ""


@given(st.dates(date(1996, 1, 1), date(2037, 12, 31)), st.times())
def test_a_local_time_is_the_moment_that_the_iana_database_says(day: date, clock: time) -> None:
    local = datetime.combine(day, clock.replace(second=0, microsecond=0, fold=0))
    if not zone_trouble(day, f"{clock:%H:%M}").startswith("there is no"):
        assert utc_of(day, f"{clock:%H:%M}") == local.replace(tzinfo=LONDON).astimezone(UTC)


@pytest.mark.parametrize("hour", range(24))
def test_every_hour_of_a_day_on_which_the_clocks_change_is_the_right_moment(hour: int) -> None:
    for day in (date(2026, 3, 29), date(2026, 10, 25)):
        if (day.month, hour) != (3, 1):
            local = datetime(day.year, day.month, day.day, hour, 30, tzinfo=LONDON)
            assert utc_of(day, f"{hour:02}:30") == local.astimezone(UTC)
