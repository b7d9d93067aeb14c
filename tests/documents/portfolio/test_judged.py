"""Portfolios before the judges: the browser's, the markup's and those of PDF/UA."""

from pathlib import Path

import pytest

from tests.documents.portfolio.making import demonstration, in_format, portfolio_of, write
from tests.judges.markup import judge_html
from tests.judges.page import judge_pages
from tests.judges.pdf import judge_by_vera, judge_pdf

pytestmark = pytest.mark.slow


def written(form: str, folder: Path) -> list[Path]:
    """The report and the board's page, for members and the public, and of a programme with nothing in it."""
    empty = portfolio_of(write(folder / "empty", {"new/community.yaml": "id: new\nname: New\n"}))
    made = {"members": demonstration(), "public": demonstration("public"), "empty": empty}
    paths = []
    for name, portfolio in made.items():
        for page in (False, True):
            paths.append(folder / f"{name}{'-page' if page else ''}.{form}")
            paths[-1].write_bytes(in_format(portfolio, form, page=page))
    return paths


def test_pages_pass_axe_and_are_valid(tmp_path: Path) -> None:
    paths = written("html", tmp_path)
    assert {path.name: said for path, said in judge_pages(paths).items() if said} == {}
    assert {path.name: said for path, said in judge_html(paths).items() if said} == {}


def test_pdfs_are_accessible(tmp_path: Path) -> None:
    paths = written("pdf", tmp_path)
    assert {path.name: said for path in paths if (said := judge_pdf(path))} == {}
    assert {path.name: said for path, said in judge_by_vera(paths).items() if said} == {}
