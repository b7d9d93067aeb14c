"""Column widths: short columns keep their text on one line, long ones share the rest."""

import pytest

from copkit import render
from copkit.render.widths import fractions
from tests.render.helpers import page


def shares(*columns: tuple[str, str]) -> tuple[float, ...]:
    head = "".join(f'<th scope="col">{name}</th>' for name, _ in columns)
    row = "".join(f"<td>{text}</td>" for _, text in columns)
    source = f"<table><thead><tr>{head}</tr></thead><tbody><tr>{row}</tr></tbody></table>"
    return fractions(next(render.tree(page(source)).all("table")))


def test_the_shares_sum_to_one() -> None:
    for texts in (("a", "b"), ("a" * 400, "b"), tuple("cell" for _ in range(40))):
        assert sum(shares(*(("h", text) for text in texts))) == pytest.approx(1, abs=0.01)


def test_a_long_column_gives_way_to_short_ones() -> None:
    time, what, who = shares(
        ("Time", "10:30am"), ("What", "a word or two " * 30), ("Who", "Amara Okafor, moderator")
    )
    assert time < who < what
    assert time * 71 > 7
    assert who * 71 > 20


def test_equal_columns_get_equal_shares() -> None:
    assert len(set(shares(*(("h", "the same words " * 20),) * 3))) == 1
