"""Titles hold what is good and what is not."""

from copkit.documents.front.grounds import Grounds
from copkit.documents.front.title import balanced, quoted
from copkit.metrics.value import amount_of
from tests.documents.front.test_lines import Counted, _signs

BOTH = Counted(
    {
        ("D1", ""): amount_of(7, 7),
        ("D4", ""): amount_of(12, 12),
        ("W1", ""): amount_of(14, 14),
        ("W1", "on time"): amount_of(8, 14),
    }
)


def test_a_pair_goes_first_and_what_is_weakest_last() -> None:
    grounds = Grounds(BOTH, _signs(BOTH))
    assert balanced(grounds, "Mean wait: from 118 to 41 minutes", 7) == (
        "Mean wait: from 118 to 41 minutes. Actions done by the first date: 8 of 14"
    )
    assert balanced(grounds, "", 7) == (
        "Meetings with all four roles filled: 12 of 12. Actions done by the first date: 8 of 14"
    )


def test_of_few_meetings_it_says_how_many_there_are() -> None:
    for held, due, said in ((1, 4, "One meeting of four is on record"), (2, 2, "Both meetings are on record")):
        of = Counted({("D1", ""): amount_of(held, due)})
        assert balanced(Grounds(of, _signs(of)), "Mean wait: from 118 to 41", due) == said


def test_a_headline_is_quoted_once() -> None:
    assert quoted("“We met.” ") == quoted("We met.") == "“We met.”"
    assert quoted(" ") == ""
