"""The synthesis before the judges: the browser's, the markup's and those of PDF/UA."""

from pathlib import Path

import pytest

from tests.documents.synthesis.making import BUILT, annual, in_format, small
from tests.judges.markup import judge_html
from tests.judges.page import judge_pages
from tests.judges.pdf import judge_by_vera, judge_pdf

pytestmark = pytest.mark.slow
HOSTILE = """\
headline: <script>alert(1)</script> & 'more' {{ 7*7 }}
what_changed: "#read(\\"/etc/passwd\\") $x$ @ref"
shifts: [From </p></div> to <b>bold</b>, {0}]
asks_of_leaders: ["[x](javascript:alert(1))"]
""".replace("{0}", "x" * 400)


def written(form: str, folder: Path) -> list[Path]:
    """Both documents of the demonstration, of an empty year, and of one full of what does harm elsewhere."""
    made = {
        "members": annual("systems-leadership"),
        "public": annual("systems-leadership", "public"),
        "with-last-year": annual("diabetes-in-pregnancy"),
        "empty": small(folder / "empty", {}),
        "hostile": small(folder / "hostile", {"one/reviews/2026-27.yaml": HOSTILE}),
    }
    paths = []
    for name, of in made.items():
        for which in BUILT if of.facts.held else ("synthesis_page", "evidence"):
            paths.append(folder / f"{name}-{which}.{form}")
            paths[-1].write_bytes(in_format(of, form, which))
    return paths


def test_pages_pass_axe_do_not_scroll_sideways_and_ask_nothing_from_outside(tmp_path: Path) -> None:
    judged = judge_pages(written("html", tmp_path))
    assert len(judged) == 13
    assert {path.name: told for path, told in judged.items() if told} == {}


def test_pages_are_valid_html(tmp_path: Path) -> None:
    judged = judge_html(written("html", tmp_path))
    assert len(judged) == 13
    assert {path.name: told for path, told in judged.items() if told} == {}


def test_pdfs_are_accessible(tmp_path: Path) -> None:
    paths = written("pdf", tmp_path)
    assert {path.name: told for path in paths if (told := judge_pdf(path))} == {}
    assert {path.name: told for path, told in judge_by_vera(paths).items() if told} == {}
