"""Evaluations before the judges: the browser's, the markup's and those of PDF/UA."""

from pathlib import Path

import pytest

from tests.documents.evaluation.making import commission, evaluation, in_format, single
from tests.documents.portfolio.making import PROGRAMME, community, write
from tests.judges.markup import judge_html
from tests.judges.page import judge_pages
from tests.judges.pdf import judge_by_vera, judge_pdf

pytestmark = pytest.mark.slow


def written(form: str, folder: Path) -> list[Path]:
    """Of the commission for the public and for members, of one community, and of one in which nothing happened."""
    empty = evaluation(write(folder / "empty", {**PROGRAMME, **community("one")}), ("one",))
    made = {"public": commission(), "members": commission("members"), "one": single(), "none": empty}
    paths = []
    for name, of in made.items():
        paths.append(folder / f"{name}.{form}")
        paths[-1].write_bytes(in_format(of, form))
    return paths


def test_pages_pass_axe_and_are_valid(tmp_path: Path) -> None:
    paths = written("html", tmp_path)
    assert {path.name: said for path, said in judge_pages(paths).items() if said} == {}
    assert {path.name: said for path, said in judge_html(paths).items() if said} == {}


def test_pdfs_are_accessible(tmp_path: Path) -> None:
    paths = written("pdf", tmp_path)
    assert {path.name: said for path in paths if (said := judge_pdf(path))} == {}
    assert {path.name: said for path, said in judge_by_vera(paths).items() if said} == {}
