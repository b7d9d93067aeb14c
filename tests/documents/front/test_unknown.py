"""What nobody knows, in its order."""

from copkit.documents.front.grounds import Grounds
from copkit.documents.front.unknown import Gaps, unknown
from copkit.metrics.value import HIDDEN, Value, amount_of
from tests.documents.front.test_lines import Counted


def lines(response: Value, gaps: Gaps) -> list[str]:
    """The lines in words."""
    return [one.text for one in unknown(Grounds(Counted({("V4", "response"): response})), gaps)]


def test_at_most_four_and_what_was_never_compared_is_always_among_them() -> None:
    found = lines(amount_of(55, 107), Gaps(7, 2, 1, year="More or less than last year: this is the first."))
    assert found == [
        "What 52 of 107 people thought: they gave no form (49%).",
        "Whether 2 of 7 meetings that were due took place: nobody wrote of them.",
        "Whether it would have happened anyway: nothing was compared.",
        "What it cost: no costs are on record.",
    ]


def test_what_is_known_is_left_out() -> None:
    assert lines(amount_of(12, 12), Gaps(7, compared=True, costs=True)) == []
    assert lines(HIDDEN, Gaps(compared=True, costs=True)) == []
    assert lines(amount_of(1, 2), Gaps(compared=True, costs=True)) == [], "too few to say"


def test_no_form_is_not_nothing_thought() -> None:
    for nothing in (amount_of(0, 12), Value("unknown"), amount_of(0, 0)):
        assert lines(nothing, Gaps(compared=True, costs=True)) == ["What people thought: no form has come back."]


def test_who_came_is_asked_where_every_meeting_took_place() -> None:
    (line,) = lines(amount_of(12, 12), Gaps(2, 0, 2, compared=True, costs=True))
    assert line == "Who came to both meetings: nobody wrote it down."
