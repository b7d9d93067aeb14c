"""Which colours may be an accent, by the one rule of contrast."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copkit.colours import CONTRAST, DARKEST, TINT, WHITE, contrast, darker, is_colour, luminance, may_be_accent

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def test_contrast_is_counted_as_the_guidelines_do() -> None:
    assert contrast("#000000", WHITE) == pytest.approx(21)
    assert contrast("#777777", WHITE) == pytest.approx(4.48, abs=0.01)
    assert contrast(WHITE, "#777777") == contrast("#777777", WHITE)


@pytest.mark.parametrize("colour", ["#005eb8", "#003087", "#7a1f5c", "#00653b"])
def test_colours_of_the_nhs_and_others_pass(colour: str) -> None:
    assert may_be_accent(colour) and darker(colour) == colour


@pytest.mark.parametrize(("colour", "shade"), [("#ffffff", "#6b6b6b"), ("#ffb81c", "#8b640f")])
def test_a_light_one_has_a_darker_shade(colour: str, shade: str) -> None:
    assert not may_be_accent(colour)
    assert darker(colour) == shade


@given(COLOURS)
def test_the_shade_passes_and_is_the_nearest(colour: str) -> None:
    shade = darker(colour)
    assert may_be_accent(shade) and luminance(shade) <= min(DARKEST, luminance(colour))
    assert min(contrast(shade, WHITE), contrast(shade, TINT)) >= CONTRAST
    assert shade == colour or not may_be_accent(colour)


def test_what_is_a_colour() -> None:
    assert is_colour("#005EB8")
    assert not any(map(is_colour, ("", "005eb8", "#05e", "blue", "#005eb8ff", "#00g000")))
