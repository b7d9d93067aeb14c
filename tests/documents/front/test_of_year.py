"""What the front of one community's year rests on."""

from pathlib import Path

from copkit.documents.front.of_year import compared, gaps_of, grounds_of, little, undecided
from copkit.documents.people_held import Asked
from tests.documents.synthesis.making import annual, said, small
from tests.documents.synthesis.test_bad_input import BASE, notes

LAST = {"one/reviews/2025-26.yaml": "headline: We began\nagreed_by: [ann.lee, ben.orr]\n"}


def test_a_year_after_a_review_is_never_called_the_first(tmp_path: Path) -> None:
    year = {**BASE, **notes("2026-04-14"), **notes("2026-05-12"), **notes("2026-06-09")}
    assert "this is the first year counted" in gaps_of(small(tmp_path / "a", year)).year
    after = small(tmp_path / "b", {**year, **LAST})
    assert gaps_of(after).year == "More or less than 2025-26: none of its meetings is on record."
    assert "first year" not in said(after)


def test_where_both_years_have_meetings_they_stand_side_by_side(tmp_path: Path) -> None:
    days = ("2025-04-08", "2026-04-14", "2026-05-12", "2026-06-09")
    of = small(tmp_path, {**BASE, **{name: text for day in days for name, text in notes(day).items()}})
    rows, label = compared(of)
    assert label == "the same months of 2025-26" and rows
    assert gaps_of(of).year == ""
    assert compared(small(tmp_path, BASE, audience="public")) == ((), ""), "half a year would tell few people"


def test_members_answers_are_not_for_the_public() -> None:
    assert grounds_of(annual("systems-leadership")).asked
    assert not grounds_of(annual("systems-leadership", "public")).asked


def test_little_says_what_is_missing(tmp_path: Path) -> None:
    of = small(tmp_path, {**BASE, **notes("2026-04-14"), "one/sessions/2026-05-12.yaml": "place: online\n"})
    assert "1 of 2 meetings that were due have no notes." in [line.text for line in little(of)]


def test_asks_without_who_and_when_say_who_can_add_them(tmp_path: Path) -> None:
    of = small(tmp_path, {**BASE, **notes("2026-04-14")})
    assert undecided(of, ()) == "The team has not written its review, so nothing is asked of leaders."
    assert undecided(of, (Asked("Pay people"),)).startswith("Who decides, and by when, is not said yet.")
    assert undecided(of, (Asked("Pay people", "Board", "", "", "Board", "Board"),)) == ""
