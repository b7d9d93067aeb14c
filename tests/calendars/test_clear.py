"""Everything that a date may fall on, gathered from the three places that know of such days."""

from datetime import date

from copkit.calendars.clear import dates_to_avoid
from copkit.dates.avoid import Entry
from copkit.models.programme import CalendarEntry, Programme

START, END = date(2026, 4, 1), date(2027, 3, 31)
HALF_TERM = CalendarEntry(
    name="Half term", from_=date(2026, 10, 26), to=date(2026, 10, 30), treat="info", note="schools"
)


def names(*calendar: CalendarEntry) -> list[str]:
    return [entry.name for entry in dates_to_avoid(Programme(), calendar, START, END).avoid.entries]


def test_bank_holidays_are_those_of_the_programmes_nation() -> None:
    scotland = dates_to_avoid(Programme(holidays="scotland"), (), START, END)
    assert date(2026, 11, 30) in scotland.avoid.holidays
    assert date(2026, 4, 6) not in scotland.avoid.holidays
    assert scotland.source == "GOV.UK's list of 25 February 2026"


def test_entries_keep_their_days_and_their_weight() -> None:
    assembly = CalendarEntry(name="Assembly", date=date(2026, 11, 25), treat="warning", communities=("frailty",))
    entries = dates_to_avoid(
        Programme(), (HALF_TERM, assembly, CalendarEntry(name="Some day")), START, END
    ).avoid.entries
    assert entries[:2] == (
        Entry("Half term", date(2026, 10, 26), date(2026, 10, 30), note="schools"),
        Entry("Assembly", date(2026, 11, 25), date(2026, 11, 25), "warning", ("frailty",)),
    )
    assert {entry.kind for entry in entries[2:]} == {"festival"}


def test_festivals_are_added() -> None:
    assert len(names()) == 13 + 3 + 1  # and three eves, and that of each Shabbat


def test_an_entry_that_names_a_festival_takes_its_place_and_no_others() -> None:
    mine = CalendarEntry(name="Eid al-Fitr (our mosque)", date=date(2027, 3, 10))
    assert set(names()) - set(names(mine)) == {"Eid al-Fitr"}
    passover = CalendarEntry(name="Passover", from_=date(2026, 4, 1), to=date(2026, 4, 9))
    assert set(names()) - set(names(passover)) == {"Passover, first two days"}
