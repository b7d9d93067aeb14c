"""`copkit print evaluation` as people type it: which communities, which days, and what is missing."""

from pathlib import Path

import pytest

from tests.documents.evaluation.making import evaluation, text
from tests.documents.portfolio.making import PROGRAMME, community, write
from tests.shell import copkit, demonstration

COMMISSION = "commission: {{by: {}, date: 2026-04-01, months: 12, convenings_each: 3}}\n"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return demonstration(tmp_path_factory.mktemp("evaluation"))


def test_a_commission_is_found_where_there_is_one(root: Path) -> None:
    for words in (("--commission",), (), ("patient", "--commission")):
        ran = copkit("print", "evaluation", *words, "--format", "txt", "--out", "-", root=root)
        assert ran.code == 0 and "Four communities held 12 sessions" in ran.out


def test_one_community_of_it_has_a_report_of_its_own(root: Path) -> None:
    ran = copkit("print", "evaluation", "patient", "--format", "md", root=root)
    path = "build/patient-involvement/2026-27-patient-involvement-evaluation.md"
    assert ran.code == 0 and path in ran.out
    said = (root / path).read_text(encoding="utf-8")
    assert "# Evaluation report: Patient Involvement" in said
    assert "1 (this report is of 1 of them)" in said


def test_a_report_may_be_made_in_the_middle(root: Path) -> None:
    ran = copkit(
        "print", "evaluation", "--commission", "--from", "2026-01-12", "--to", "2026-06-30",
        "--format", "txt", "--out", "-", root=root,
    )  # fmt: skip
    assert ran.code == 0 and "12 January 2026 to 30 June 2026" in ran.out
    assert "Four communities held seven sessions" in " ".join(ran.out.split())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nowhere",), "no community"),
        (("systems-leadership", "--commission"), "has no commission"),
        (("--commission", "--for", "press"), "no version"),
        (("--commission", "2026-27x"), "2026"),
    ],
)
def test_what_cannot_be_is_said(root: Path, words: tuple[str, ...], said: str) -> None:
    ran = copkit("print", "evaluation", *words, root=root)
    assert ran.code in (2, 3) and said in ran.err


def test_of_several_commissions_one_must_be_named(tmp_path: Path) -> None:
    files = {name: community(name, about=COMMISSION.format(by)) for name, by in (("one", "A"), ("two", "B"))}
    root = write(tmp_path, {**PROGRAMME, **files["one"], **files["two"]})
    ran = copkit("print", "evaluation", "--commission", "--today", "2026-05-01", root=root)
    assert ran.code != 0 and "several commissions" in ran.err and "one, two" in ran.err
    assert copkit("print", "evaluation", "two", "--commission", "--today", "2026-05-01", root=root).code == 0


def test_without_any_commission_a_community_must_be_named(tmp_path: Path) -> None:
    root = write(tmp_path, {**PROGRAMME, **community("one"), **community("two")})
    ran = copkit("print", "evaluation", root=root)
    assert ran.code != 0 and "which community?" in ran.err


def test_a_period_that_is_over_says_that_no_session_was_held(tmp_path: Path) -> None:
    root = write(tmp_path, {**PROGRAMME, **community("one", about=COMMISSION.format("The Board"))})
    said = text(evaluation(root, ("one",), today="2028-05-01"))
    assert "No session was held." in said and "has been held yet" not in said


def test_a_commission_on_its_first_day_says_that_nothing_was_held(tmp_path: Path) -> None:
    root = write(tmp_path, {**PROGRAMME, **community("one", about=COMMISSION.format("The Board"))})
    said = text(evaluation(root, ("one",), today="2026-04-01"))
    for words in (
        "No session has been held yet.",
        "Nobody has written recommendations yet",
        "No feedback was asked for",
        "No costs are on record.",
        "There is no record of who decided it.",
        "Nobody has written a review of the period in One.",
    ):
        assert words in said, words


def test_costs_that_were_written_down_are_printed(tmp_path: Path) -> None:
    costs = {"one/blueprint.yaml": "costs: {rooms: 260 pounds, convenor: 10 hours a month}\n"}
    said = text(evaluation(write(tmp_path, {**PROGRAMME, **community("one"), **costs}), ("one",)))
    assert "Rooms 260 pounds" in said and "Convenor 10 hours a month" in said
