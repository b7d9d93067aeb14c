"""Sessions that need the same people, the same speaker or the same room at the same time."""

from datetime import UTC, date, datetime
from typing import NamedTuple

from copkit.schedule.overlaps import Sitting, Sittings, busy_at, overlaps
from copkit.schedule.rows import say_overlap

DAY = date(2026, 6, 9)
ROLL = frozenset({"ann", "bob", "cat", "dan"})
ONE = Sitting("frailty", "2026-06-09", DAY, "10:00", 90, members=ROLL, team=frozenset({"ann"}))
TWO = Sitting("discharge", "2026-06-09", DAY, "11:00", 90, members=frozenset({"bob", "eve"}))


class Taken(NamedTuple):
    start: datetime
    end: datetime
    summary: str


def test_shared_members_at_the_same_time_are_named() -> None:
    (found,) = overlaps([TWO, ONE])
    assert (found.first, found.second) == (ONE, TWO)
    assert (found.members, found.team, found.speakers, found.venue) == (("bob",), (), (), "")
    assert not found.matters


def test_three_shared_members_matter() -> None:
    (found,) = overlaps([ONE, TWO._replace(members=frozenset({"bob", "cat", "dan"}))])
    assert found.members == ("bob", "cat", "dan")
    assert found.matters


def test_somebody_of_the_team_matters_alone() -> None:
    (found,) = overlaps([ONE, TWO._replace(members=frozenset({"ann"}))])
    assert (found.team, found.members, found.matters) == (("ann",), (), True)


def test_a_speaker_of_one_who_belongs_to_the_other_matters() -> None:
    (found,) = overlaps([ONE._replace(speakers=frozenset({"eve"})), TWO])
    assert (found.speakers, found.members, found.matters) == (("eve",), ("bob",), True)


def test_the_same_room_matters_however_it_is_typed() -> None:
    one, two = ONE._replace(venue="Anytown Library,  Room 2"), TWO._replace(venue="anytown library, room 2")
    (found,) = overlaps([one, two._replace(members=frozenset())])
    assert (found.venue, found.matters) == ("Anytown Library,  Room 2", True)


def test_one_after_the_other_is_no_overlap() -> None:
    assert overlaps([ONE, TWO._replace(start="11:30")]) == []
    assert overlaps([ONE, TWO._replace(day=date(2026, 6, 10))]) == []


def test_two_without_anybody_in_common_are_no_overlap() -> None:
    assert overlaps([ONE, TWO._replace(members=frozenset({"zoe"}))]) == []
    assert overlaps([ONE._replace(members=frozenset(), team=frozenset()), TWO._replace(members=frozenset())]) == []


def test_a_community_cannot_meet_twice_at_once_whoever_comes() -> None:
    second = Sitting("frailty", "2026-05-12", DAY, "11:00", 90)
    (found,) = overlaps([ONE, second])
    assert found.matters
    assert say_overlap(found) == "frailty meets then already: its session 2026-05-12"
    assert overlaps([ONE, second._replace(start="11:30")]) == []
    assert Sittings([ONE]).overlapping(ONE) == []


def test_three_at_once_are_three_overlaps_in_order() -> None:
    three = TWO._replace(community="falls", start="10:30")
    found = overlaps([TWO, three, ONE])
    assert [(each.first.community, each.second.community) for each in found] == [
        ("frailty", "falls"),
        ("frailty", "discharge"),
        ("falls", "discharge"),
    ]


def test_an_overlap_is_told_from_either_side_though_both_sessions_have_the_same_name() -> None:
    (found,) = overlaps([ONE, TWO._replace(members=frozenset({"ann"}))])
    assert say_overlap(found.seen_from(found.first)) == "discharge meets then: 1 shared role holder (ann)"
    assert say_overlap(found.seen_from(found.second)) == "frailty meets then: 1 shared role holder (ann)"


def test_busy_times_are_compared_as_moments() -> None:
    board = Taken(datetime(2026, 6, 9, 10, 29, tzinfo=UTC), datetime(2026, 6, 9, 12, tzinfo=UTC), "Board")
    after = Taken(datetime(2026, 6, 9, 10, 30, tzinfo=UTC), datetime(2026, 6, 9, 12, tzinfo=UTC), "After")
    before = Taken(datetime(2026, 6, 9, 8, tzinfo=UTC), datetime(2026, 6, 9, 9, tzinfo=UTC), "Before")
    assert busy_at(ONE, [board, after, before]) == [board]  # 10am in June is 9:00 UTC
    winter = ONE._replace(day=date(2026, 1, 13))
    early = Taken(datetime(2026, 1, 13, 9, tzinfo=UTC), datetime(2026, 1, 13, 10, tzinfo=UTC), "Early")
    assert busy_at(winter, [early]) == []
