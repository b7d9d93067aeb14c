"""Every document before the judges: the browser's, the markup's and those of PDF/UA."""

from pathlib import Path

import pytest

from tests.documents.making import CANCELLED, HYBRID, IN_PERSON, OF_A_SESSION, in_format, source
from tests.documents.test_hostile_text import typed
from tests.judges.markup import judge_html
from tests.judges.page import judge_pages
from tests.judges.pdf import judge_by_vera, judge_pdf

pytestmark = pytest.mark.slow
LONG = "x" * 4000


def written(form: str, folder: Path) -> list[Path]:
    """Every document of three sessions, and an agenda with a word of 4,000 letters, in a format."""
    made = {f"{name}-{on}": (name, source(on)) for name in OF_A_SESSION for on in (IN_PERSON, HYBRID, CANCELLED)}
    made["long-agenda"] = ("agenda", typed(LONG))
    made["long-tables"] = ("tables", typed(LONG))
    paths = []
    for file, (name, made_from) in made.items():
        paths.append(folder / f"{file}.{form}")
        paths[-1].write_bytes(in_format(name, form, made_from))
    return paths


def test_pages_pass_axe_do_not_scroll_sideways_and_ask_nothing_from_outside(tmp_path: Path) -> None:
    judged = judge_pages(written("html", tmp_path))
    assert len(judged) == 23
    assert {path.name: said for path, said in judged.items() if said} == {}


def test_pages_are_valid_html(tmp_path: Path) -> None:
    paths = [path for path in written("html", tmp_path) if "long" not in path.name]  # 4,000 x are taken for Maltese
    judged = judge_html(paths)
    assert {path.name: said for path, said in judged.items() if said} == {}


def test_pdfs_are_accessible(tmp_path: Path) -> None:
    paths = written("pdf", tmp_path)
    assert {path.name: said for path in paths if (said := judge_pdf(path))} == {}
    assert {path.name: said for path, said in judge_by_vera(paths).items() if said} == {}
