"""What the public may not see is in no public portfolio, and cannot be worked out from what it sees."""

from pathlib import Path

from copkit.documents import Audience
from copkit.documents.portfolio.view import evidence_page
from tests.documents.portfolio.making import (
    PROGRAMME,
    community,
    demonstration,
    in_format,
    people,
    portfolio_of,
    write,
)

CROWD = tuple(f"{letter}{second}a" for letter in "abcdefghij" for second in "bcd")
FEW = ("zoe", "yan")


def test_the_public_sees_sectors_and_no_organisation_s_attendance() -> None:
    public, members = evidence_page(demonstration("public")).coverage, evidence_page(demonstration()).coverage
    assert (public.by, members.by) == ("Sector", "Organisation")
    assert "Hidden" in {cell for row in public.rows for cell in row.cells}
    assert not {cell for row in public.rows for cell in row.cells} & {"1", "2", "3", "4"}
    assert {row.name for row in members.rows} & {"Hillview", "Riverbank"}


def small(root: Path) -> Path:
    """Two communities that can be told of, one of two people, and one whose few are in the first as well."""
    few = community("few", ("2026-05-05", FEW, ""))
    first = community("first", ("2026-05-06", CROWD[:20], ""))
    second = community("second", ("2026-05-07", CROWD[18:30], ""))
    return write(root, {**PROGRAMME, "programme/people.yaml": people(*CROWD, *FEW), **few, **first, **second})


def test_few_people_in_one_community_cannot_be_worked_out_from_the_whole(tmp_path: Path) -> None:
    members, public = portfolio_of(small(tmp_path)), portfolio_of(tmp_path, "public")
    assert members.figure("M3").said == "34"  # type: ignore[union-attr]
    assert public.figure("M3").said == "32"  # type: ignore[union-attr]
    assert public.figure("M3").left_out == ("few",)  # type: ignore[union-attr]
    told = {one.label: one for one in public.whole["P1"]}
    assert told["sum over communities"].said == "32"


def test_few_people_in_two_communities_cannot_be_worked_out_either(tmp_path: Path) -> None:
    public = portfolio_of(small(tmp_path), "public")
    text = in_format(public, "txt", evidence=True).decode()
    view = evidence_page(public)
    assert view.once.hidden and view.several.hidden and not view.summed.hidden and view.hidden_reach
    assert "how many is hidden" in text
    assert "30 different" not in text and "32 different" not in text


def test_a_review_that_names_somebody_is_kept_for_members(tmp_path: Path) -> None:
    root = small(tmp_path)
    review = "headline: We thank Zoe Hart for everything\nasks_of_leaders: [Listen to Yan Hart, Pay for tea]\n"
    write(root, {"first/reviews/2026-27.yaml": review})
    assert "Zoe Hart" in in_format(portfolio_of(root), "txt", evidence=True).decode()
    text = in_format(portfolio_of(root, "public"), "txt", evidence=True).decode()
    assert "Zoe" not in text and "Yan" not in text and "Pay for tea" in text


NAMED = {
    "programme/cohorts.yaml": (
        "- {name: Zoe Hart and friends, ends: 2026-05-10, started: 20, completed: 12}\n"
        "- {name: The second course, ends: 2026-05-10, started: 9, completed: 9}\n"
    ),
    "programme/challenges.yaml": (
        "- name: The challenge\n  criteria: [{name: need, weight: 1}]\n  selected: [Zoe Hart's idea]\n"
        "  entries: [{title: Zoe Hart's idea, scores: {need: 4}}, {title: Tea for all, scores: {need: 3}}]\n"
    ),
}


def test_a_course_or_an_entry_called_after_somebody_is_called_by_its_number_in_public(tmp_path: Path) -> None:
    root = write(small(tmp_path), NAMED)
    audiences: tuple[Audience, Audience] = ("members", "public")
    made = (portfolio_of(root, one) for one in audiences)
    members, public = (in_format(one, "txt", evidence=True).decode() for one in made)
    assert "Zoe Hart and friends" in members and "Zoe Hart's idea" in members
    assert "Hart" not in public
    assert "course 1" in public and "entry 1" in public
    assert "12 of 20" in public and "The second course" in public and "Tea for all" in public
