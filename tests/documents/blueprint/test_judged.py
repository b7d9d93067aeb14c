"""Blueprints before the judges: the browser's, the markup's and those of PDF/UA."""

from pathlib import Path

import pytest

from copkit.models.blueprint_notes import BlueprintNotes
from copkit.models.practices import PracticeEntry
from tests.documents.blueprint.making import bare, demonstrated, given, printed
from tests.judges.markup import judge_html
from tests.judges.page import judge_pages
from tests.judges.pdf import judge_by_vera, judge_pdf

pytestmark = pytest.mark.slow
LONG = "x" * 900
HOSTILE = BlueprintNotes(
    sections={
        "use": "# A heading\n\n- a list\n- **bold** <script>alert(1)</script>\n\n[x](javascript:alert(1))",
        "odd": LONG,
    },
    must_stay=("<b>x</b>", LONG, "{{ 7 * 7 }}", "مرحبا"),
    costs={"<i>room</i>": LONG, "convenor": ["a", {"b": "c"}]},
    risks=("]]> & 'more'", "=HYPERLINK(1)"),
)
ODD = (PracticeEntry(what=LONG, why="<td>", verdict="keep"), PracticeEntry(what="\u2028 odd", verdict="drop"))


def written(form: str, folder: Path) -> list[Path]:
    """Blueprints of a full community, of one with nothing, and of one that does what it can to do harm."""
    made = {
        "members": demonstrated(),
        "public": demonstrated(audience="public"),
        "team": demonstrated("diabetes-in-pregnancy", "team"),
        "bare": bare(),
        "hostile": given(bare(), HOSTILE, ODD),
    }
    paths = []
    for name, source in made.items():
        paths.append(folder / f"{name}.{form}")
        paths[-1].write_bytes(printed(source, form))
    return paths


def test_pages_pass_axe_do_not_scroll_sideways_and_ask_nothing_from_outside(tmp_path: Path) -> None:
    judged = judge_pages(written("html", tmp_path))
    assert len(judged) == 5
    assert {path.name: said for path, said in judged.items() if said} == {}


def test_pages_are_valid_html(tmp_path: Path) -> None:
    judged = judge_html(written("html", tmp_path))
    assert {path.name: said for path, said in judged.items() if said} == {}


def test_pdfs_are_accessible(tmp_path: Path) -> None:
    paths = written("pdf", tmp_path)
    assert {path.name: said for path in paths if (said := judge_pdf(path))} == {}
    assert {path.name: said for path, said in judge_by_vera(paths).items() if said} == {}


def test_no_format_refuses_hostile_text(tmp_path: Path) -> None:
    assert all(path.stat().st_size > 300 for form in ("docx", "md", "txt") for path in written(form, tmp_path))
