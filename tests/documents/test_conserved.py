"""No format of a document loses a word of it: what ran off the page, or was left out, used to be gone unsaid."""

from pathlib import Path

import pytest

from copkit.documents.catalogue import DOCUMENTS
from tests.documents.conserving import begun, every_loss, losses, printed, stressed
from tests.shell import FIRST, copkit, demonstration


@pytest.mark.parametrize("lines", [18, 24, 30, 40])
def test_many_lines_of_notes_are_all_in_the_pdf(tmp_path: Path, lines: int) -> None:
    root = stressed(tmp_path, lines, ("success",))
    (page,) = printed(root, DOCUMENTS["notes"], FIRST, "", tmp_path / "out")
    assert f"success{lines} is said" in page.read_text(encoding="utf-8")
    assert losses(page) == {}


def test_a_review_of_42_lines_is_all_on_the_page(tmp_path: Path) -> None:
    root = stressed(tmp_path, 0)
    (page,) = printed(root, DOCUMENTS["one-page"], FIRST, "", tmp_path / "out")
    assert losses(page) == {}


@pytest.mark.slow
@pytest.mark.parametrize("workspace", ["demonstration", "begun", "stressed"])
def test_every_document_says_in_every_format_what_its_page_says(tmp_path: Path, workspace: str) -> None:
    root = {"demonstration": demonstration, "begun": begun, "stressed": stressed}[workspace](tmp_path)
    community = "home-first" if workspace == "begun" else FIRST
    assert every_loss(root, community, "amina.khan", tmp_path / "out") == {}


def test_a_report_says_how_many_decisions_it_leaves_to_its_evidence(tmp_path: Path) -> None:
    root = stressed(tmp_path, 14, ("decision",))
    ran = copkit("print", "synthesis", FIRST, "--format", "md", "--out", tmp_path / "out", root=root)
    assert ran.code == 0, ran
    (report,) = (tmp_path / "out").glob("*synthesis.md")
    said = report.read_text(encoding="utf-8")
    assert "Twenty-one decisions" in said or "21 decisions" in said
    assert "and 11 more before these, in the evidence" in said
