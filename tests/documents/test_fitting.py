"""Names on the wall: all of them, in order, as large as they can be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copkit.documents.fitting import POINTS, Sheet, sheets

PEOPLE = st.lists(st.text("abcdefgh", min_size=3, max_size=18), unique=True, max_size=150).map(
    lambda names: [(name, number % 9 + 1) for number, name in enumerate(sorted(names))]
)


def said(made: tuple[Sheet, ...]) -> list[tuple[str, int]]:
    return [name for sheet in made for column in sheet.columns for name in column]


@given(PEOPLE, st.integers(0, 120))
def test_every_name_stands_once_in_order_in_a_size_of_ours(names: list[tuple[str, int]], taken: int) -> None:
    made = sheets(names, taken)
    assert said(made) == names
    assert {sheet.points for sheet in made} <= {*POINTS}
    assert bool(made) is bool(names)


@given(PEOPLE)
def test_no_letter_is_cut_between_two_sheets(names: list[tuple[str, int]]) -> None:
    first = [{column[0][0][0] for column in sheet.columns} for sheet in sheets(names)]
    letters = [{name[0] for column in sheet.columns for name, _ in column} for sheet in sheets(names)]
    assert sum(map(len, letters)) == len(set().union(*letters)) if letters else not first


@pytest.mark.parametrize(
    ("people", "points", "sheets_needed"), [(1, 32, 1), (30, 32, 1), (60, 22, 1), (303, 16, 3)]
)
def test_the_fewer_names_the_larger_they_are(people: int, points: int, sheets_needed: int) -> None:
    names = [(f"{chr(65 + number * 26 // people)}nn Longername", 1) for number in range(people)]
    made = sheets(names)
    assert (made[0].points, len(made)) == (points, sheets_needed)
    assert [bool(sheet.letters) for sheet in made] == [sheets_needed > 1] * len(made)
