"""What a note on a festival says depends on the time of day: a fast, a sunset, an eve and a day are told apart."""

from datetime import date, timedelta

import pytest

from copkit.calendars.clear import dates_to_avoid
from copkit.dates.day_parts import PARTS, by_part, sunset
from copkit.models.programme import CalendarEntry, Programme
from copkit.schedule.avoid import hits

RAMADAN, EVE, ATONEMENT = date(2027, 2, 10), date(2026, 9, 20), date(2026, 9, 21)
WINTER_FRIDAY, SUMMER_FRIDAY = date(2026, 12, 11), date(2026, 6, 12)
OWN = CalendarEntry(
    name="Ramadan (expected)", from_=date(2027, 2, 8), to=date(2027, 3, 9),
    note="No catering at lunch; finish in good time for sunset",
)  # fmt: skip


def told(day: date, start: str, minutes: int, *calendar: CalendarEntry) -> list[str]:
    """What is said of festivals at that time."""
    avoid = dates_to_avoid(Programme(), calendar, day, day).avoid
    return [hit.name for hit in hits(day, start, minutes, avoid) if hit.kind in ("festival", "calendar")]


@pytest.mark.parametrize(
    ("day", "start", "minutes", "said"),
    [
        (RAMADAN, "09:30", 90, ["Ramadan (about, ± 1 day)"]),
        (RAMADAN, "12:30", 60, ["Ramadan (about, ± 1 day; no catering at lunch: people fast from dawn to sunset)"]),
        (RAMADAN, "14:00", 60, ["Ramadan (about, ± 1 day)"]),
        (RAMADAN, "15:30", 90, ["Ramadan (about, ± 1 day; people who fast eat at sunset, about 5pm)"]),
        (RAMADAN, "18:30", 90, ["Ramadan (about, ± 1 day; people who fast eat at sunset, about 5pm)"]),
        (EVE, "10:00", 90, []),
        (EVE, "16:30", 90, ["Eve of Yom Kippur (a fast from sunset, about 7pm)"]),
        (ATONEMENT, "10:00", 90, ["Yom Kippur (a fast until nightfall)"]),
        (ATONEMENT, "17:00", 90, ["Yom Kippur (a fast until nightfall)"]),
        (ATONEMENT, "20:30", 90, []),
        (WINTER_FRIDAY, "10:00", 90, []),
        (WINTER_FRIDAY, "14:00", 90, ["Eve of Shabbat (from sunset, about 3:45pm)"]),
        (SUMMER_FRIDAY, "14:00", 90, []),
        (SUMMER_FRIDAY, "19:00", 90, ["Eve of Shabbat (from sunset, about 9:30pm)"]),
        (WINTER_FRIDAY - timedelta(days=1), "14:00", 90, []),
    ],
)
def test_at_each_time_of_day(day: date, start: str, minutes: int, said: list[str]) -> None:
    assert told(day, start, minutes) == said


@pytest.mark.parametrize(
    ("start", "said"),
    [
        ("09:30", "Ramadan (expected)"),
        ("12:00", "Ramadan (expected; no catering at lunch)"),
        ("15:30", "Ramadan (expected; finish in good time for sunset)"),
    ],
)
def test_the_programmes_own_note_is_for_the_time_that_it_names(start: str, said: str) -> None:
    assert told(RAMADAN, start, 90, OWN) == [said]


def test_a_note_that_names_no_time_is_for_all_day() -> None:
    assert list(by_part("Most members are there; no rooms in the evening.")) == [
        ("", "Most members are there"),
        ("evening", "no rooms in the evening."),
    ]


def test_lunch_is_never_spoken_of_to_who_meets_at_another_time() -> None:
    first, last = PARTS["lunch"]
    for start in range(0, 1380, 15):
        said = told(RAMADAN, f"{start // 60:02}:{start % 60:02}", 60)
        assert any("lunch" in one for one in said) == (start < last and start + 60 > first)


@pytest.mark.parametrize(
    ("day", "almanac"),
    [
        (date(2026, 12, 21), "15:52"), (date(2026, 6, 21), "21:41"), (date(2026, 3, 20), "18:25"),
        (date(2026, 9, 23), "19:08"), (date(2026, 10, 30), "16:39"),
    ],
)  # fmt: skip
def test_the_sunset_is_about_that_of_manchester(day: date, almanac: str) -> None:
    ours, theirs = (int(clock[:2]) * 60 + int(clock[3:]) for clock in (sunset(day), almanac))
    assert abs(ours - theirs) <= 20
