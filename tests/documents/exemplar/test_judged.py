"""Entries, the index, reports and certificates before the judges of pages, markup and PDF/UA."""

from pathlib import Path

import pytest

from tests.documents.certificate.making import certificates
from tests.documents.exemplar.making import in_format
from tests.judges.markup import judge_html
from tests.judges.page import judge_pages
from tests.judges.pdf import judge_by_vera, judge_pdf

pytestmark = pytest.mark.slow
NAMES = ("one-page", "warm-lamps", "hub", "group-quiet-doors", "group-tea")


def written(form: str, folder: Path) -> list[Path]:
    """Every document in a format, for each of its audiences."""
    made = {f"{name}-{who}": in_format(name, form, who) for name in NAMES for who in ("public", "members")}
    made |= certificates(form)
    paths = []
    for name, data in made.items():
        paths.append(folder / f"{name}.{form}")
        paths[-1].write_bytes(data)
    return paths


def test_pages_pass_axe_and_are_valid(tmp_path: Path) -> None:
    paths = written("html", tmp_path)
    judged = judge_pages(paths)
    assert len(judged) == 13
    assert {path.name: said for path, said in judged.items() if said} == {}
    assert {path.name: said for path, said in judge_html(paths).items() if said} == {}


def test_pdfs_are_accessible(tmp_path: Path) -> None:
    paths = written("pdf", tmp_path)
    assert {path.name: said for path in paths if (said := judge_pdf(path))} == {}
    assert {path.name: said for path, said in judge_by_vera(paths).items() if said} == {}


def test_word_files_can_be_opened(tmp_path: Path) -> None:
    from docx import Document

    for path in written("docx", tmp_path):
        assert Document(str(path)).core_properties.title
