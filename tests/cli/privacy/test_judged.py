"""The welcome page, the privacy notice and what is held on a person, before the judges of pages and of PDF/UA."""

from pathlib import Path

import pytest

from tests.judges.markup import judge_html
from tests.judges.page import judge_pages
from tests.judges.pdf import judge_by_vera, judge_pdf
from tests.shell import copkit, demonstration

pytestmark = pytest.mark.slow
NEWCOMER = ("Rosa Lind", "--organisation", "hospice", "--job", "Ward manager", "--email", "rosa@h.example")
SPOKE = "sam.reid"
"""Somebody who is named in notes, plans, actions and registers."""


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each of them from the demonstration as page and as PDF, for members old and new."""
    root = demonstration(tmp_path_factory.mktemp("demonstration"))
    out, formats = tmp_path_factory.mktemp("printed"), ("--format", "html", "--format", "pdf")
    for words in (
        ("join", "systems-leadership", *NEWCOMER),
        ("join", "diabetes-in-pregnancy", "rosa.lind"),
        ("print", "privacy-notice"),
        ("privacy", "export", SPOKE),
        ("privacy", "export", "rosa.lind"),
    ):
        folder = out / "-".join(words[:2])
        ran = copkit(*words, "--out", folder, *formats, root=root)
        assert ran.code == 0, (words, ran.err)
    return out


def of(printed: Path, kind: str) -> list[Path]:
    found = sorted(printed.rglob(f"*.{kind}"))
    assert len(found) == 5
    return found


def faults(verdicts: dict[Path, list[str]]) -> dict[str, list[str]]:
    return {path.name: said for path, said in verdicts.items() if said}


def test_pages_pass_axe_and_do_not_scroll_sideways(printed: Path) -> None:
    assert faults(judge_pages(of(printed, "html"))) == {}


def test_pages_are_valid_html(printed: Path) -> None:
    assert faults(judge_html(of(printed, "html"))) == {}


def test_pdfs_are_accessible_and_conform(printed: Path) -> None:
    pdfs = of(printed, "pdf")
    assert faults({path: judge_pdf(path) for path in pdfs}) == {}
    verdicts = judge_by_vera(pdfs)
    assert len(verdicts) == len(pdfs)
    assert faults(verdicts) == {}
