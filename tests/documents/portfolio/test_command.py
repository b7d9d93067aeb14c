"""`copkit print portfolio` as people type it."""

import json
from pathlib import Path

import pytest

from tests.documents.portfolio.making import PROGRAMME, community, write
from tests.shell import copkit, demonstration


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return demonstration(tmp_path_factory.mktemp("portfolio"))


def test_it_prints_the_report_and_the_evidence_beside_it(root: Path) -> None:
    ran = copkit("print", "portfolio", "2026-27", "--format", "md", root=root)
    assert (ran.code, ran.err) == (0, "")
    folder = root / "build" / "programme"
    assert "All communities together, 2026-27\n" in (folder / "2026-27-portfolio.md").read_text()
    assert json.loads((folder / "2026-27-portfolio-evidence.json").read_text())["year"] == "2026-27"
    again = copkit("print", "portfolio", "2026-27", "--format", "md", root=root)
    assert again.out.count("unchanged") == 4


def test_a_board_s_page_has_no_evidence_beside_it(root: Path, tmp_path: Path) -> None:
    ran = copkit("print", "portfolio-page", "2026-27", "--for", "public", "--out", tmp_path, root=root)
    assert ran.code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["2026-27-portfolio-page-public.html"]


def test_without_a_year_it_is_the_one_at_hand(root: Path) -> None:
    ran = copkit("print", "portfolio", "--format", "txt", "--out", "-", root=root)
    assert ran.code == 0 and "All communities together, 2026-27" in ran.out


def test_a_community_is_one_word_too_many(root: Path) -> None:
    ran = copkit("print", "portfolio", "systems-leadership", root=root)
    assert ran.code == 2 and "“systems-leadership” is one word too many" in ran.err


def test_an_earlier_year_has_what_there_was(root: Path) -> None:
    ran = copkit("print", "portfolio", "2025-26", "--format", "txt", "--out", "-", root=root)
    assert ran.code == 0 and "Diabetes in Pregnancy" in ran.out
    assert "Nobody has written a review of this year in Operational Teams" in " ".join(ran.out.split())


def test_other_days_are_the_same_for_all(root: Path) -> None:
    words = ("print", "portfolio", "--from", "2026-01-12", "--to", "2026-06-30", "--format", "txt", "--out", "-")
    ran = copkit(*words, root=root)
    said = " ".join(ran.out.split())
    assert ran.code == 0 and "12 January 2026 to 30 June 2026" in said
    assert "6 communities held" in said and "CoP leadership programme 2026: 23 of 25" not in said


@pytest.mark.parametrize(("started", "label"), [("2026-04-20", "2026-27"), ("2025-09-01", "2025-26")])
def test_the_year_that_nobody_names_is_none_before_the_first_community(
    started: str, label: str, tmp_path: Path
) -> None:
    about = f"started: {started}\n"
    root = write(tmp_path, {**PROGRAMME, **community("one", about=about), **community("two", about=about)})
    when = ("--today", "2026-05-10", "--format", "txt")
    ran = copkit("print", "portfolio", *when, "--out", tmp_path / "o", root=root)
    assert ran.code == 0, ran.err
    assert [path.name for path in (tmp_path / "o").glob("*.txt")] == [f"{label}-portfolio.txt"]
