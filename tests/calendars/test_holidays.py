"""Bank holidays: GOV.UK's list, the years past its end, and the phrase that says which was used."""

from datetime import date

import pytest
from holidays import country_holidays

from copkit.calendars.festivals import festivals
from copkit.calendars.holidays import bank_holidays

SUBDIVISIONS = {"england": "ENG", "scotland": "SCT", "northern-ireland": "NIR"}


@pytest.mark.parametrize("nation", SUBDIVISIONS)
def test_the_shipped_list_agrees_with_a_calculation(nation: str) -> None:
    ours = bank_holidays(nation, date(2012, 1, 1), date(2028, 12, 31)).dates
    theirs = country_holidays("GB", subdiv=SUBDIVISIONS[nation], years=range(2012, 2029))
    assert sorted(ours) == sorted(day for day in theirs if day.weekday() < 5)
    assert len(ours) > 130


def test_the_proclaimed_day_in_scotland_is_there_and_nowhere_else() -> None:
    day = date(2026, 6, 15)
    found = {nation: bank_holidays(nation, day, day).dates for nation in SUBDIVISIONS}
    assert found == {"england": {}, "scotland": {day: "World Cup bank holiday"}, "northern-ireland": {}}


def test_the_source_is_said() -> None:
    def source(first: int, last: int) -> str:
        return bank_holidays("england", date(first, 4, 1), date(last, 3, 31)).source

    assert source(2026, 2027) == "GOV.UK's list of 25 February 2026"
    assert source(2029, 2030) == "the holidays package, since GOV.UK's list of 25 February 2026 ends in 2028"
    both = "GOV.UK's list of 25 February 2026, and the holidays package for years that it does not hold"
    assert source(2028, 2029) == both
    assert source(2011, 2012) == both


def test_past_the_list_only_the_day_kept_is_listed() -> None:
    christmas = bank_holidays("england", date(2032, 12, 24), date(2032, 12, 31)).dates
    assert sorted(christmas) == [date(2032, 12, 27), date(2032, 12, 28)]


def test_a_part_of_a_year_is_cut_to_its_days() -> None:
    dates = bank_holidays("england", date(2026, 5, 5), date(2026, 8, 30)).dates
    assert dates == {date(2026, 5, 25): "Spring bank holiday"}


def test_festivals_of_a_year_are_listed_by_date() -> None:
    found = festivals(date(2026, 4, 1), date(2027, 3, 31))
    assert [(festival.name, festival.first) for festival in found] == [
        ("Eve of Passover", date(2026, 4, 1)),
        ("Passover, first two days", date(2026, 4, 2)),
        ("Easter Sunday", date(2026, 4, 5)),
        ("Orthodox Easter Sunday", date(2026, 4, 12)),
        ("Vaisakhi", date(2026, 4, 14)),
        ("Eid al-Adha", date(2026, 5, 27)),
        ("Vesak", date(2026, 5, 31)),
        ("Eve of Rosh Hashanah", date(2026, 9, 11)),
        ("Rosh Hashanah", date(2026, 9, 12)),
        ("Eve of Yom Kippur", date(2026, 9, 20)),
        ("Yom Kippur", date(2026, 9, 21)),
        ("Diwali", date(2026, 11, 8)),
        ("Lunar New Year", date(2027, 2, 6)),
        ("Ramadan", date(2027, 2, 8)),
        ("Eid al-Fitr", date(2027, 3, 9)),
        ("Easter Sunday", date(2027, 3, 28)),
        ("Eve of Shabbat", date(2026, 4, 1)),  # each Friday of all that time
    ]


@pytest.mark.parametrize("first", range(2026, 2031))
def test_every_year_of_the_table_has_the_twelve_festivals(first: int) -> None:
    found = festivals(date(first, 1, 1), date(first, 12, 31))
    names = {festival.name for festival in found}
    assert len(names) == 12 + 3 + 1  # and three eves, and that of each Shabbat
    assert all(festival.first <= festival.last for festival in found)
    ramadan, eid = (next(f for f in found if f.name == name) for name in ("Ramadan", "Eid al-Fitr"))
    assert 28 <= (ramadan.last - ramadan.first).days <= 29
    assert (eid.first - ramadan.last).days == 1
    assert "± 1 day" in ramadan.note


def test_easter_agrees_with_the_computus() -> None:
    from dateutil.easter import EASTER_ORTHODOX, easter

    found = festivals(date(2026, 1, 1), date(2030, 12, 31))
    western = [festival.first for festival in found if festival.name == "Easter Sunday"]
    eastern = [festival.first for festival in found if festival.name == "Orthodox Easter Sunday"]
    assert western == [easter(year) for year in range(2026, 2031)]
    assert eastern == [easter(year, EASTER_ORTHODOX) for year in range(2026, 2031)]
