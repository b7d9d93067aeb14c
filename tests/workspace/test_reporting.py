"""The twelve months that a community reports on."""

from datetime import date
from itertools import pairwise

import pytest

from copkit.models.community import Commission, Community, Rhythm
from copkit.models.programme import Programme
from copkit.workspace.reporting import reporting_year, year_before, year_in_hand

APRIL = Programme()
PLAIN = Community(id="a")


def commissioned(day: date) -> Community:
    return Community(id="a", commission=Commission(date=day, months=12))


def test_a_community_reports_on_the_programme_s_year() -> None:
    year = reporting_year(PLAIN, APRIL, "2026-27")
    assert (year.start, year.end, year.label) == (date(2026, 4, 1), date(2027, 3, 31), "2026-27")


def test_a_community_with_a_month_of_its_own_reports_on_the_year_that_starts_in_the_same_year() -> None:
    year = reporting_year(Community(id="a", rhythm=Rhythm(starts="january")), APRIL, "2026-27")
    assert (year.start, year.end, year.label) == (date(2026, 1, 1), date(2026, 12, 31), "2026")


def test_a_commission_is_its_community_s_year_under_the_label_of_its_middle() -> None:
    year = reporting_year(commissioned(date(2026, 1, 12)), APRIL, "2026-27")
    assert (year.start, year.end, year.label) == (date(2026, 1, 12), date(2027, 1, 11), "2026-27")


@pytest.mark.parametrize("day", [date(2026, month, 12) for month in range(1, 13)] + [date(2024, 2, 29)])
def test_the_years_of_a_commission_follow_each_other_without_gap_or_overlap(day: date) -> None:
    about = commissioned(day)
    years = [reporting_year(about, APRIL, str(first)) for first in range(2022, 2030)]
    assert day in [year.start for year in years]
    assert [year.label[:4] for year in years] == [str(first) for first in range(2022, 2030)]
    for earlier, later in pairwise(years):
        assert (later.start - earlier.end).days == 1
        assert year_before(about, APRIL, later) == earlier


def test_for_sixty_days_the_year_in_hand_is_the_one_to_look_back_upon() -> None:
    assert year_in_hand(PLAIN, APRIL, date(2027, 3, 31)).label == "2026-27"
    assert year_in_hand(PLAIN, APRIL, date(2027, 5, 30)).label == "2026-27"
    assert year_in_hand(PLAIN, APRIL, date(2027, 5, 31)).label == "2027-28"
    assert year_in_hand(commissioned(date(2026, 1, 12)), APRIL, date(2027, 2, 1)).label == "2026-27"
    assert year_in_hand(commissioned(date(2026, 1, 12)), APRIL, date(2027, 4, 1)).label == "2027-28"


def test_what_is_not_a_year_is_refused_with_a_reason() -> None:
    with pytest.raises(ValueError, match="is not a year"):
        reporting_year(PLAIN, APRIL, "last year")


@pytest.mark.parametrize(
    ("started", "starts", "today", "label"),
    [
        (date(2026, 4, 20), "june", date(2026, 4, 20), "2026-27"),
        (date(2026, 11, 30), "january", date(2026, 12, 30), "2027"),
        (date(2026, 11, 30), "january", date(2028, 1, 9), "2027"),
        (date(2027, 5, 1), None, date(2026, 11, 30), "2027-28"),
        (date(2026, 4, 20), None, date(2026, 4, 20), "2026-27"),
        (date(2026, 6, 1), "january", date(2026, 10, 1), "2026"),
        (date(2026, 6, 1), "january", date(2027, 1, 20), "2026"),
    ],
)
def test_there_is_no_year_to_look_at_before_the_first(
    started: date, starts: str | None, today: date, label: str
) -> None:
    about = Community(id="a", started=started, rhythm=Rhythm(**({"starts": starts} if starts else {})))
    assert year_in_hand(about, APRIL, today).label == label
