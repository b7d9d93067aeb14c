"""Signs of health before the judges: the browser's, the markup's and those of PDF/UA."""

from pathlib import Path

import pytest

from tests.judges.markup import judge_html
from tests.judges.page import judge_pages
from tests.judges.pdf import judge_by_vera, judge_pdf
from tests.shell import ROOT, copkit

pytestmark = pytest.mark.slow


def written(form: str, folder: Path) -> list[Path]:
    """One community and all of them, for members and the public."""
    for words in ((), ("systems-leadership",), ("--for", "public")):
        assert copkit("print", "health", *words, "--format", form, "--out", folder, root=ROOT).code == 0
    paths = sorted(folder.iterdir())
    assert len(paths) == 3
    return paths


def test_pages_pass_axe_and_are_valid(tmp_path: Path) -> None:
    paths = written("html", tmp_path)
    assert {path.name: said for path, said in judge_pages(paths).items() if said} == {}
    assert {path.name: said for path, said in judge_html(paths).items() if said} == {}


def test_pdfs_are_accessible(tmp_path: Path) -> None:
    paths = written("pdf", tmp_path)
    assert {path.name: said for path in paths if (said := judge_pdf(path))} == {}
    assert {path.name: said for path, said in judge_by_vera(paths).items() if said} == {}
