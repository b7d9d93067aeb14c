"""A commission that its communities' files tell differently, and one of which nothing was held."""

import re
from pathlib import Path

import pytest

from tests.documents.evaluation.making import evaluation
from tests.documents.evaluation.making import text as printed
from tests.documents.portfolio.making import PROGRAMME, community, in_format, people, portfolio_of, write

MET = ("2026-04-14", ("ann",), "")


def commissioned(root: Path, *terms: str, met: int = 0) -> Path:
    """Communities of one commission, as each of their files tells it; the first so many have met."""
    files = {**PROGRAMME, "programme/people.yaml": people("ann")}
    for number, said in enumerate(terms):
        about = f"commission: {{by: Alliance, date: 2026-04-01, {said}}}\n"
        files |= community(f"c{number}", *([MET] if number < met else []), about=about)
    return write(root, files)


def sides(root: Path) -> dict[str, str]:
    """The portfolio, its page and the evaluation, as text on one line each."""
    of = portfolio_of(root)
    made = {
        "report": in_format(of, "txt", evidence=True).decode(),
        "page": in_format(of, "txt", page=True).decode(),
        "evaluation": printed(evaluation(root, tuple(sorted(path.name for path in root.glob("communities/c?"))))),
    }
    return {name: " ".join(text.split()) for name, text in made.items()}


def test_terms_that_disagree_are_not_printed_and_it_is_said(tmp_path: Path) -> None:
    said = sides(commissioned(tmp_path, "communities: 4, convenings_each: 3", "communities: 6, convenings_each: 5"))
    for one in ("report", "evaluation"):
        assert "disagree on how many communities, 4 and 6; how many convenings for each, 3 and 5." in said[one]
        assert "Convenings not clear" in said[one]
    assert "what was asked for is not clear" in said["page"]
    for text in said.values():
        assert not re.search(r"\bof (12|18|20|30)\b|\b(6|10|12|18|20|30): [35] for each", text)


def test_what_one_file_leaves_out_the_other_says(tmp_path: Path) -> None:
    said = sides(commissioned(tmp_path, "communities: 2", "communities: [c0, c1], convenings_each: 4, months: 6"))
    assert "commissioned 2 communities, for 6 months" in said["report"]
    assert "0 of 8 convenings" in said["page"]
    assert "4 for each community" in said["evaluation"]


@pytest.mark.parametrize("met", [0, 1, 4])
def test_delivered_are_the_communities_that_met(met: int, tmp_path: Path) -> None:
    said = sides(commissioned(tmp_path, *["communities: 4, convenings_each: 3"] * 4, met=met))
    assert f"{met} of 4 communities" in said["page"]
    assert ("have not met yet" in said["report"] or "has not met yet" in said["report"]) is (met < 4)
    assert (f"Communities 4 {met} of 4 have met" in said["evaluation"]) is (met < 4)


def test_a_session_of_which_nobody_wrote_anything_stops_no_report(tmp_path: Path) -> None:
    root = commissioned(tmp_path, *["communities: 2"] * 2, met=1)
    plan = root / "communities/c1/sessions/2026-04-14.yaml"
    plan.parent.mkdir(parents=True, exist_ok=True)
    plan.write_text("date: 2026-04-14\n", encoding="utf-8")
    said = sides(root)
    assert "1 of 2 communities" in said["page"]
    assert "of 1 nobody wrote whether it met" in said["report"]
    assert "not met yet" not in said["report"]


def test_a_course_of_more_than_all_has_no_share(tmp_path: Path) -> None:
    root = commissioned(tmp_path, "communities: 1", met=1)
    courses = "- {name: Leading, started: 10, completed: 30}\n- {name: Telling, started: 4, completed: 3}\n"
    write(root, {"programme/cohorts.yaml": courses})
    of = portfolio_of(root)
    said = " ".join(in_format(of, "txt", evidence=True).decode().split())
    assert "300%" not in said and "30 of 10" not in said and "the numbers in the records disagree" in said
    assert "3 of 4" in said
    assert of.figure("L2").value is None, "a sum with a number that is not right is not right"  # type: ignore[union-attr]
