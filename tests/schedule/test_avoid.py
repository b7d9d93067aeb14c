"""What a date falls on, and what it keeps clear of."""

from datetime import date, timedelta

import pytest

from copkit.calendars.holidays import bank_holidays
from copkit.schedule.avoid import Avoid, Entry, Hit, hits, keeps_clear_of

HALF_TERM = Entry("School half term", date(2026, 10, 26), date(2026, 10, 30))
ASSEMBLY = Entry("ICS Partners Assembly", date(2026, 11, 25), date(2026, 11, 25), "warning", ("frailty",))
EID = Entry("Eid al-Adha", date(2026, 5, 27), date(2026, 5, 27), note="about, ± 1 day", kind="festival")
AVOID = Avoid(
    {date(2026, 5, 4): "Early May bank holiday", date(2026, 5, 25): "Spring bank holiday"},
    (HALF_TERM, ASSEMBLY, EID),
)


def test_a_clear_day_falls_on_nothing() -> None:
    assert hits(date(2026, 5, 12), "10:00", 90, AVOID) == ()


def test_a_bank_holiday_is_an_error() -> None:
    assert hits(date(2026, 5, 4), "10:00", 90, AVOID) == (Hit("bank-holiday", "Early May bank holiday", "error"),)


def test_a_weekend_is_an_error() -> None:
    assert hits(date(2026, 5, 9), "10:00", 90, AVOID) == (Hit("weekend", "a Saturday", "error"),)


def test_every_day_of_an_entry_is_hit_and_no_other() -> None:
    days = [date(2026, 10, day) for day in range(26, 31)]
    for day in days:
        assert Hit("calendar", "School half term", "info") in hits(day, "10:00", 90, AVOID)
    assert hits(date(2026, 11, 2), "10:00", 90, AVOID) == ()


def test_an_entry_for_one_community_concerns_no_other() -> None:
    day = date(2026, 11, 25)
    assert hits(day, "10:00", 90, AVOID, "frailty") == (Hit("calendar", "ICS Partners Assembly", "warning"),)
    assert hits(day, "10:00", 90, AVOID, "systems-leadership") == ()


def test_a_festival_is_named_with_what_to_keep_in_mind() -> None:
    assert hits(date(2026, 5, 27), "10:00", 90, AVOID) == (Hit("festival", "Eid al-Adha (about, ± 1 day)", "info"),)


def test_a_clock_change_is_told_and_an_impossible_time_refused() -> None:
    told = Hit("clock-change", "the clocks go back on Sunday 25 October 2026", "info")
    assert told in hits(date(2026, 10, 27), "10:00", 90, AVOID)
    wrong = hits(date(2026, 3, 29), "01:30", 90, AVOID)
    assert [(hit.kind, hit.treat) for hit in wrong] == [("weekend", "error"), ("clock-change", "error")]
    assert "there is no 1:30am" in wrong[1].name
    assert "comes twice" in hits(date(2026, 10, 25), "01:30", 90, AVOID)[1].name


def test_the_gravest_comes_first() -> None:
    avoid = Avoid({date(2026, 10, 28): "Day of the Bean"}, (HALF_TERM,))
    assert [hit.treat for hit in hits(date(2026, 10, 28), "10:00", 90, avoid)] == ["error", "info", "info"]


def test_what_the_month_holds_and_the_date_keeps_clear_of() -> None:
    assert keeps_clear_of(date(2026, 5, 12), AVOID) == (
        "Monday 4 May 2026, Early May bank holiday",
        "Monday 25 May 2026, Spring bank holiday",
    )
    assert keeps_clear_of(date(2026, 5, 4), AVOID) == ("Monday 25 May 2026, Spring bank holiday",)
    assert keeps_clear_of(date(2026, 10, 13), AVOID) == ("26 October 2026 to 30 October 2026, School half term",)
    assert keeps_clear_of(date(2026, 11, 10), AVOID) == ()
    assert keeps_clear_of(date(2026, 11, 10), AVOID, "frailty") == (
        "Wednesday 25 November 2026, ICS Partners Assembly",
    )


@pytest.mark.parametrize(
    ("nation", "day", "name"),
    [
        ("scotland", date(2028, 1, 2), "2nd January, a Sunday"),
        ("scotland", date(2030, 11, 30), "Saint Andrew's Day, a Saturday"),
        ("northern-ireland", date(2026, 7, 12), "Battle of the Boyne (Orangemen’s Day), a Sunday"),
        ("england", date(2033, 1, 1), "New Year's Day, a Saturday"),
        ("england", date(2026, 7, 12), "a Sunday"),
        ("england", date(2026, 12, 27), "a Sunday"),
    ],
)
def test_a_holiday_at_a_weekend_is_named(nation: str, day: date, name: str) -> None:
    avoid = Avoid(bank_holidays(nation, day, day + timedelta(days=4)).dates)
    assert [one.name for one in hits(day, "10:00", 90, avoid)] == [name]
