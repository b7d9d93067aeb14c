"""The founding documents' own numbers stand in the printed text, each where a reader looks for it."""

import re
from pathlib import Path

import pytest

from tests.documents.portfolio.making import demonstration, in_format
from tests.judges.paper import shown


@pytest.fixture(scope="module")
def text() -> str:
    return in_format(demonstration(), "txt", evidence=True).decode()


@pytest.fixture(scope="module")
def rows() -> list[str]:
    """The same with a line for each row of a table."""
    return in_format(demonstration(), "md", evidence=True).decode().splitlines()


def joined(text: str) -> str:
    return " ".join(text.split())


def test_ten_meetings_of_seventeen_hours_are_planned(text: str) -> None:
    row = text.split("What was planned, and what has been held")[1].split("Community: Systems Leadership")[1]
    assert joined(row.split("Community:")[0]) == (
        "Its year: 1 April 2026 to 31 March 2027 Planned: 10 Hours planned: 17 "
        "Held, of those due: 7 of 7 Hours held: 11.63"
    )


def test_four_communities_with_three_convenings_each_reached_more_than_250_people(text: str) -> None:
    part = joined(text.split("2. What was commissioned")[1].split("3. Who came")[0])
    assert "Example Cancer Alliance commissioned 4 communities, for 12 months from 12 January 2026" in part
    assert "12: 3 for each community 12: 3 in each community" in part
    assert "260 different people; 295 as the sum over the communities" in part


def row_of(rows: list[str], start: str) -> list[str]:
    """The cells of the first row that begins with some words."""
    line = next(row for row in rows if row.replace("*", "").startswith(f"| {start}"))
    return [re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", cell).strip(" *") for cell in line.strip("|").split("|")]


def test_23_of_25_leaders_completed_the_course(rows: list[str]) -> None:
    assert row_of(rows, "CoP leadership programme 2026")[1] == "23 of 25 (92%)"


def test_four_of_seven_trusts_adopted_and_three_are_in_progress(rows: list[str]) -> None:
    _, adopted, trying = row_of(rows, "GDm-Health")
    assert adopted == "4 of 7: Anytown Hospitals, Eastbrook, Riverbank, Westcliffe"
    assert trying == "3 of 7: Hillview, Northmoor, Southmere"


def test_the_board_sees_them_on_one_side_of_paper(tmp_path: Path) -> None:
    text = joined(in_format(demonstration(), "txt", page=True).decode())
    for words in (
        "Example Cancer Alliance: 4 of 4 communities, 12 of 12 convenings, 260 people",
        "GDm-Health (Diabetes in Pregnancy): adopted by 4 of 7, 3 in progress",
        "CoP leadership programme 2026: 23 of 25 (92%) completed it",
    ):
        assert words in text


@pytest.mark.slow
def test_the_pdf_says_them_as_well() -> None:
    said = joined(shown(in_format(demonstration(), "pdf", evidence=True)))
    for words in ("260 different people", "23 of 25 (92%)", "4 of 7", "3 of 7", "3 in each community"):
        assert words in said
