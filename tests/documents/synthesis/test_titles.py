"""No title goes beyond its figure or below its base."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copkit.documents.synthesis.attendance import trend
from copkit.documents.synthesis.evidence_page import build
from tests.documents.synthesis.making import said, small
from tests.documents.synthesis.test_bad_input import BASE, notes

DAYS = ("2026-04-14", "2026-05-12", "2026-06-09", "2026-07-14", "2026-09-08", "2026-10-13", "2026-11-10")


@pytest.mark.parametrize(
    ("sizes", "way"),
    [
        ((7, 5, 2, 4, 11, 2, 5), None),  # it ends below where it began, and the second half had more
        ((2, 3, 3, 9, 10, 10), "grew"),
        ((10, 9, 9, 3, 3, 2), "fell"),
        ((9, 9, 9, 2), None),  # it is the last session alone
        ((9, 9, 9, 9, 9, 2), None),
        ((2, 9, 9, 9, 9, 9), None),
        ((3, 9, 9), None),  # one session is no half
        ((4, 4, 4, 4), None),
        ((1, 12, 2, 12), None),  # the halves are nearly alike
        ((1, 9, 9, 1, 9, 30), None),  # one large session alone is no trend
        ((1, 9, 9, 1, 10, 12, 30), "grew"),
    ],
)
def test_a_trend_compares_halves_and_its_direction_holds(sizes: tuple[int, ...], way: str | None) -> None:
    found = trend(sizes)
    assert (found and ("grew" if found.late > found.early else "fell")) == way


@given(st.lists(st.integers(0, 40), max_size=12))
def test_backwards_it_goes_the_other_way(sizes: list[int]) -> None:
    there, back = trend(sizes), trend(sizes[::-1])
    assert (there is None) is (back is None)
    if there is not None and back is not None:
        assert (there.early, there.late) == (back.late, back.early)
        assert (there.late > there.early) is (sizes[-1] > sizes[0])


def test_a_story_that_only_changed_how_we_see_things_is_not_told_as_something_better(tmp_path: Path) -> None:
    story = "title: S\ndate: 2026-05-20\ncycles: {transformative: We now ask first.}\n"
    value = build(small(tmp_path, {**BASE, **notes("2026-05-12"), "one/stories/s.yaml": story})).value
    assert value.title == "One story; none tells yet of something that got better"


def test_after_one_session_nobody_takes_part_often(tmp_path: Path) -> None:
    about = BASE["one/community.yaml"] + "team: [{who: ann.lee, role: convenor, from: 2026-04-01}]\n"
    one = build(small(tmp_path, {**BASE, "one/community.yaml": about, **notes(DAYS[0])}))
    assert one.came.levels_title == "It is too early to say how far members take part"


def test_of_two_it_is_both_and_what_was_late_is_said(tmp_path: Path) -> None:
    files = {
        **BASE,
        **notes(DAYS[0], capture="action: ann.lee | ring | 1 May\naction: ben.orr | ask | 20 May\n"),
        **notes(DAYS[1], capture=f"done: {DAYS[0]}/1\ndone: {DAYS[0]}/2\n"),
    }
    assert build(small(tmp_path, files)).talk.title == (
        "Both actions that were due are done, one by the date first promised"
    )


def test_pairs_stand_beside_what_chance_would_give_and_say_of_how_many(tmp_path: Path) -> None:
    people = BASE["programme/people.yaml"] + "dan.ely: {name: Dan Ely}\n"
    present = "[ann.lee, ben.orr, cat.fox, dan.ely]"
    linked = notes(DAYS[0], present, "connect: ann.lee + ben.orr | falls")
    files = {**BASE, "programme/people.yaml": people, **linked}
    known = build(small(tmp_path, files)).connected.title
    assert known == "The one pair linked with each other is of two organisations"
    more = {**files, **notes(DAYS[1], present, "connect: ann.lee + dan.ely | falls")}
    some = build(small(tmp_path, more)).connected.title
    assert some == "Of the pairs whose organisations are known, one of one is of two"


def test_a_share_of_forms_says_of_how_many(tmp_path: Path) -> None:
    forms = {"one/feedback/2026-04-14.csv": "useful\n" + "5\n" * 5 + "2\n"}
    text = said(small(tmp_path, {**BASE, **notes(DAYS[0], capture="idea: x"), **forms}))
    assert "5 of 6 forms say that it was worth the time" in text
