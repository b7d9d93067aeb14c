"""Two years side by side."""

from copkit.documents.front.years import beside, in_one_line
from copkit.metrics.value import HIDDEN, amount_of
from tests.documents.front.test_lines import Counted

NOW = Counted(
    {
        ("D1", ""): amount_of(7, 7), ("M2", ""): amount_of(30), ("R1", ""): amount_of(16, 18),
        ("W1", "on time"): amount_of(8, 14), ("V4", "response"): HIDDEN,
    }
)  # fmt: skip
THEN = Counted(
    {
        ("D1", ""): amount_of(3, 3), ("M2", ""): amount_of(22), ("R1", ""): amount_of(17, 18),
        ("W1", "on time"): amount_of(12, 14), ("V4", "response"): amount_of(3, 20),
    }
)  # fmt: skip


def test_a_word_stands_where_both_years_are_of_ten() -> None:
    rows = {one.code: (one.now, one.before, one.word) for one in beside(NOW, THEN)}
    assert rows == {
        "D1": ("7 of 7", "3 of 3", ""),
        "M2": ("30", "22", "more"),
        "R1": ("16 of 18", "17 of 18", "about the same"),
        "W1": ("8 of 14", "12 of 14", "fewer"),
    }


def test_one_line_has_what_can_be_compared() -> None:
    assert in_one_line(beside(NOW, THEN), "2025-26") == (
        "Beside 2025-26: people more (30, then 22); organisations about the same (16 of 18, then 17 of 18); "
        "actions done by the first date fewer (8 of 14, then 12 of 14)."
    )
    assert in_one_line((), "2025-26") == ""
