"""How long each step of a method lasts: they fill their slot, in order, or the slot is said to be too short."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copkit.models.methods import Method, MethodStep
from copkit.workspace import Shared
from copkit.workspace.methods import fits, lasting, needed

METHODS = Shared().methods.all
LENGTHS = range(5, 241)
OWN = st.builds(
    lambda least, usual, steps: Method(title="Ours", least=least, usual=usual, steps=tuple(steps)),
    st.integers(1, 60),
    st.none() | st.integers(1, 120),
    st.lists(st.builds(lambda length: MethodStep(what="We talk", minutes=length), st.integers(0, 60)), max_size=12),
)


def held_by(method: Method, minutes: int) -> None:
    """What is to be so of a method in a slot, whatever they are."""
    each = lasting(method, minutes)
    if not method.steps:
        assert each == ()
    elif not fits(method, minutes):
        assert each == () and minutes < needed(method)
    else:
        assert len(each) == len(method.steps) and sum(each) == minutes and min(each) >= 1


@pytest.mark.parametrize("key", METHODS)
def test_each_method_of_the_library_fills_every_slot_that_holds_it(key: str) -> None:
    for minutes in LENGTHS:
        held_by(METHODS[key], minutes)


@given(OWN, st.integers(1, 240))
def test_a_method_of_ones_own_does_too(method: Method, minutes: int) -> None:
    held_by(method, minutes)


@pytest.mark.parametrize(
    ("key", "minutes", "each"),
    [
        ("1-2-4-all", 12, (1, 2, 4, 5)),
        ("1-2-4-all", 30, (3, 5, 10, 12)),
        ("1-2-4-all", 11, ()),
        ("troika", 30, (2, 2, 4, 2, 20)),
        ("check-in", 7, (7,)),
    ],
)
def test_the_usual_length_is_as_the_guides_have_it(key: str, minutes: int, each: tuple[int, ...]) -> None:
    assert lasting(METHODS[key], minutes) == each
