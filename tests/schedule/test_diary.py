"""Whether a day is free, and which days near it are: one question, so that what is proposed can be taken."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from copkit.models.community import Community, Rhythm
from copkit.people.register import Register
from copkit.schedule.avoid import Avoid, Entry
from copkit.schedule.diary import Diary
from copkit.schedule.overlaps import Sitting
from copkit.schedule.rows import Row
from copkit.workspace import CommunityFiles
from copkit.workspace.places import Files

FIRST, LAST = date(2026, 4, 1), date(2027, 3, 31)
AVOID = Avoid(
    {date(2026, 5, 4): "Early May bank holiday", date(2026, 5, 25): "Spring bank holiday"},
    (
        Entry("School half term", date(2026, 10, 26), date(2026, 10, 30)),
        Entry("ICS Partners Assembly", date(2026, 11, 25), date(2026, 11, 25), "warning", ("frailty",)),
    ),
)


class Elsewhere:
    """Sessions of other communities, and how often they were asked for."""

    def __init__(self, *sittings: Sitting) -> None:
        self.known, self.asked = sittings, []

    def sittings(self, day: date, but: Iterable[str]) -> list[Sitting]:
        self.asked.append(day)
        return [one for one in self.known if one.day == day and one.community not in but]


class Taken(NamedTuple):
    start: datetime
    end: datetime
    summary: str


def community(name: str = "frailty", *breaks: str, venue: str = "Hall") -> CommunityFiles:
    rhythm = Rhythm(break_months=breaks, venue=venue, place="in-person")
    return CommunityFiles(name, Files(), Community(id=name, rhythm=rhythm))


def row(day: date) -> Row:
    return Row(day.isoformat(), None, day, "10:00", 90, "in-person", "planned")


def diary(*elsewhere: Sitting, today: date = FIRST, avoid: Avoid = AVOID, **more: object) -> Diary:
    return Diary(today, avoid, Register({}, {}), Elsewhere(*elsewhere), **more)


def near(day: date, one: CommunityFiles | None = None, known: Diary | None = None) -> tuple[date, ...]:
    return (known or diary()).proposals(one or community(), row(day), FIRST, LAST)


def test_the_same_weekday_a_week_or_two_off_comes_first() -> None:
    assert near(date(2026, 5, 4)) == (date(2026, 5, 11), date(2026, 4, 27), date(2026, 5, 18))


def test_then_the_other_days_of_the_same_week() -> None:
    one = community()
    rows = [row(date(2026, *day)) for day in ((5, 11), (4, 27), (5, 18), (4, 20))]
    known = diary(laid=[(one, rows)])
    assert near(date(2026, 5, 4), one, known) == (date(2026, 5, 5), date(2026, 5, 6), date(2026, 5, 7))


def test_breaks_the_years_ends_past_days_and_rooms_are_kept_clear() -> None:
    room = Sitting("falls", "x", date(2026, 5, 11), "11:00", 60, venue="hall")
    found = near(date(2026, 5, 4), community("frailty", "june"), diary(room, today=date(2026, 5, 6)))
    assert found == (date(2026, 5, 18), date(2026, 5, 6), date(2026, 5, 7))


def test_a_calendar_of_ones_own_is_kept_clear() -> None:
    clinic = [
        Taken(datetime(2027, 1, day, 9, tzinfo=UTC), datetime(2027, 1, day, 17, tzinfo=UTC), "Clinic")
        for day in (5, 12, 19, 26)
    ]
    known = diary(busy=clinic, today=date(2027, 1, 6))
    assert known.compared(community(), row(date(2027, 1, 12))).clashes == ("your calendar has “Clinic”",)
    assert near(date(2027, 1, 12), known=known) == (date(2027, 1, 13), date(2027, 1, 11), date(2027, 1, 14))


def test_where_nothing_is_free_nothing_is_proposed() -> None:
    everything = Entry("Long fair", FIRST, LAST, "warning")
    assert near(date(2026, 5, 4), known=diary(avoid=Avoid({}, (everything,)))) == ()
    assert near(date(2026, 5, 4), known=diary(today=date(2028, 1, 1))) == ()


def test_a_day_with_something_to_know_of_is_proposed_after_the_clear_ones() -> None:
    ramadan = Entry("Ramadan", date(2027, 2, 8), date(2027, 3, 8), kind="festival")
    day = date(2027, 2, 16)
    assert near(day, known=diary(avoid=Avoid({}, (ramadan,))))[:2] == (date(2027, 2, 2), date(2027, 3, 9))
    everything = Entry("Long festival", FIRST, LAST, kind="festival")
    assert near(day, known=diary(avoid=Avoid({}, (everything,))))[:2] == (date(2027, 2, 23), date(2027, 2, 9))


def test_both_sides_of_a_clash_are_not_offered_the_same_day() -> None:
    ones, others, day = community("frailty"), community("falls"), date(2026, 6, 9)
    known = diary(laid=[(ones, [row(day)]), (others, [row(day)])])
    offered = [known.proposals(one, row(day), FIRST, LAST) for one in (ones, others)]
    assert [len(days) for days in offered] == [3, 3]
    assert not set(offered[0]) & set(offered[1])
    apart = community("walking", venue="Park")
    assert known.proposals(apart, row(day), FIRST, LAST) == offered[0]  # who shares nothing may have the same


def test_a_day_at_the_end_of_the_calendar_has_no_days_near_it() -> None:
    for day in (date.min, date.max):
        assert diary(today=day).proposals(community(), row(day), date.min, date.max) == ()


def test_near_a_day_that_is_long_past_days_to_come_are_offered() -> None:
    known = diary(today=date(2026, 6, 10))
    assert near(date(2025, 6, 9), known=known) == (date(2026, 6, 22), date(2026, 6, 29), date(2026, 6, 16))


def test_a_past_day_is_not_free() -> None:
    known = diary(today=date(2026, 6, 10))
    assert known.compared(community(), row(date(2026, 6, 9))).clashes == ("that day is past",)
    assert known.is_free(community(), row(date(2026, 6, 10)))


@given(st.dates(FIRST, LAST), st.sets(st.sampled_from(["may", "august", "december"])))
def test_a_proposal_is_free_and_within_the_year(day: date, breaks: set[str]) -> None:
    one = community("frailty", *breaks)
    known = diary(laid=[(one, [row(day)])])
    found = known.proposals(one, row(day), FIRST, LAST)
    assert len(set(found)) == len(found) <= 3
    for proposal in found:
        assert known.is_free(one, row(day)._replace(day=proposal))
        assert proposal.weekday() < 5
        assert proposal.strftime("%B").lower() not in breaks
        assert 0 < abs((proposal - day).days) < 35
