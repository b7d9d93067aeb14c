"""Running orders: standard and own, of any length, with times that are worked out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copkit.models.community import Rhythm
from copkit.models.session import Briefing, Plan, Segment
from copkit.workspace import Session, Shared
from copkit.workspace.methods import fits
from copkit.workspace.running_order import (
    RunningOrder,
    dialogue_minutes,
    doors_open,
    longest_stretch,
    running_order,
    scaled,
)

SHARED = Shared()
ORDERS, METHODS = SHARED.running_orders, SHARED.methods


def order(rhythm: Rhythm | None = None, **plan: object) -> RunningOrder:
    return running_order(session(rhythm, **plan), SHARED)


def session(rhythm: Rhythm | None = None, **plan: object) -> Session:
    return Session("c", "2026-06-09", Plan(**plan), None, rhythm or Rhythm())  # type: ignore[arg-type]


def test_the_online_standard_is_90_minutes_by_the_clock() -> None:
    made = order(place="online")
    assert [(item.start, item.segment.minutes, item.segment.kind) for item in made.items] == [
        ("10:00", 3, "welcome"),
        ("10:03", 7, "introductions"),
        ("10:10", 20, "briefing"),
        ("10:30", 15, "questions"),
        ("10:45", 5, "since-last-time"),
        ("10:50", 25, "dialogue"),
        ("11:15", 8, "harvest"),
        ("11:23", 4, "decisions"),
        ("11:27", 3, "check-out"),
    ]
    assert made.items[-1].end == "11:30"


def test_the_in_person_standard_is_150_minutes_with_two_rounds_of_dialogue_and_a_break() -> None:
    made = order(place="in-person")
    assert [item.start for item in made.items] == [
        "10:00", "10:05", "10:20", "10:40", "11:00", "11:30", "11:45", "11:50", "12:10", "12:20", "12:26",
    ]  # fmt: skip
    assert made.items[-1].end == "12:30"


@pytest.mark.parametrize(("place", "minutes"), [("online", 48), ("in-person", 80), ("hybrid", 60)])
def test_more_than_half_of_a_standard_session_is_dialogue(place: str, minutes: int) -> None:
    made = order(place=place)
    assert dialogue_minutes(made) == minutes
    assert made.problem == ""
    assert longest_stretch(made) <= 90


@given(st.sampled_from(sorted(ORDERS)), st.integers(10, 500), st.integers(5, 45))
def test_a_standard_order_of_any_length_sums_exactly_and_keeps_the_briefing(
    name: str, minutes: int, briefing: int
) -> None:
    made = scaled(ORDERS[name], minutes, briefing)
    assert sum(part.minutes for part in made if part.kind == "briefing") == briefing
    assert min(part.minutes for part in made) >= 1
    if minutes - briefing >= len(ORDERS[name]):
        assert sum(part.minutes for part in made) == minutes


def test_dialogue_takes_up_the_slack() -> None:
    usual, longer = order(place="online"), order(place="online", minutes=100)
    without = [item for item in longer.items if item.segment.kind != "break"]
    changed = [
        (one.segment.kind, two.segment.minutes - one.segment.minutes)
        for one, two in zip(usual.items, without, strict=True)
        if one.segment.minutes != two.segment.minutes
    ]
    assert {kind for kind, _ in changed} <= {"dialogue"}


def test_a_session_that_grows_past_90_minutes_gets_a_break() -> None:
    made = order(place="online", minutes=120)
    assert [item.segment.minutes for item in made.items if item.segment.kind == "break"] == [10]
    assert longest_stretch(made) <= 90


def test_a_session_too_short_for_the_standard_order_says_so_and_bends_nothing() -> None:
    made = order(place="online", minutes=25)
    assert made.minutes == 90
    assert made.problem == "The running order takes 90 minutes and the session lasts 25: 65 too many."


def test_the_plan_may_give_the_briefing_another_length() -> None:
    made = order(place="online", briefing=Briefing(minutes=30))
    assert [item.segment.minutes for item in made.items if item.segment.kind == "briefing"] == [30]
    assert made.minutes == 90


def test_a_list_of_items_that_does_not_add_up_is_told_by_how_much() -> None:
    made = order(place="online", agenda=(Segment(minutes=50), Segment(minutes=35)))
    assert made.problem == "The running order takes 85 minutes and the session lasts 90: 5 too few."
    assert [item.start for item in made.items] == ["10:00", "10:50"]


def test_a_standard_may_be_named_and_a_slip_in_its_name_is_answered() -> None:
    assert len(order(place="online", agenda="in-person-standard").items) >= 9
    slip = order(place="online", agenda="onlin-standard")
    assert slip.unknown == "There is no running order named “onlin-standard”. Did you mean “online-standard”?"
    assert slip.minutes == 90


def test_methods_go_into_the_dialogue_in_turn() -> None:
    made = order(place="in-person", methods=("world-cafe", "story-round", "troika"))
    assert [i.segment.method for i in made.items if i.segment.kind == "dialogue"] == ["world-cafe", "story-round"]
    assert made.unplaced == ("troika",)


def test_an_item_with_a_method_of_its_own_keeps_it() -> None:
    items = (Segment(minutes=45, kind="dialogue", method="troika"), Segment(minutes=45, kind="dialogue"))
    made = order(place="online", agenda=items, methods=("story-round",))
    assert [item.segment.method for item in made.items] == ["troika", "story-round"]


def test_an_evening_session_runs_past_midnight_without_losing_its_times() -> None:
    made = order(place="online", start="23:00")
    assert made.items[-1].end == "00:30"


@pytest.mark.parametrize(("place", "clock"), [("online", "09:50"), ("in-person", "09:30"), ("hybrid", "09:30")])
def test_doors_open_ten_minutes_early_online_and_half_an_hour_where_there_is_tea(place: str, clock: str) -> None:
    assert doors_open(session(place=place)) == clock


@pytest.mark.parametrize("typed", ["1-2-4-all", "1-2-4-All", "Troika", "troika consulting", "World Café", "w3"])
def test_methods_are_found_as_people_write_them(typed: str) -> None:
    assert METHODS.find(typed) is not None


def test_the_library_is_sound() -> None:
    assert len(METHODS.all) == 16
    assert METHODS.find("no such method") is None
    for key, method in METHODS.all.items():
        assert method.usual is not None and method.most is not None
        assert 0 < method.least <= method.usual <= method.most
        assert 0 < sum(step.minutes for step in method.steps) <= method.most or key == "check-in"
        assert METHODS.find(key) is METHODS.find(method.title) is method
    names = [name for key, method in METHODS.all.items() for name in (key, *method.also_known_as)]
    assert len(names) == len(set(names)), "no name may mean two methods"
    assert {METHODS.id(name) for name in names} == set(METHODS.all)


def test_a_method_fits_where_the_slot_is_as_long_as_its_least() -> None:
    troika = METHODS.find("troika")
    assert troika is not None
    assert fits(troika, 20)
    assert not fits(troika, 19)


def test_every_standard_names_methods_that_fit_their_slots() -> None:
    for standard in ORDERS.values():
        for part in standard:
            method = METHODS.find(part.method) if part.method else None
            assert (method is not None and fits(method, part.minutes)) or not part.method
