"""Notes and sheets before the judges: the browser's, the markup's and those of PDF/UA. Hostile notes too."""

from pathlib import Path

import pytest

from tests.documents.notes.making import HELD, NEXT, in_format, source, with_notes
from tests.documents.notes.test_sheets import SHEETS
from tests.judges.markup import judge_html
from tests.judges.page import judge_pages
from tests.judges.pdf import judge_by_vera, judge_pdf

pytestmark = pytest.mark.slow
HOSTILE = """\
<script>alert(1)</script> <img src=x onerror=alert(1)> <svg onload=alert(1)>
<iframe srcdoc="<script>alert(1)</script>">
success: </title><script>alert(1)</script> | "quoted" ]]> & 'more'
challenge: [x](javascript:alert(1)) [y](//evil.example) ![z](http://tracker.example/p.gif)
# A heading
### A deeper one
<a id=main name=body>x</a> <style>@import "http://x.example/a.css"</style> <base href=//x.example>
idea: a list
  - one **bold**
  - two [a page](https://a.example/b "why")
  # and a heading
decision: #read("/etc/passwd") $x$ @ref <lbl> /* open {{ 7*7 }} {% raw %}
action: joe </w:t></w:r></w:p> | {0} | 30 Jun
quote: “ | role only | {0}
resource: =HYPERLINK("http://x","y") | https://a.example/{0}
{0}
""".replace("{0}", "x" * 4000)


def written(form: str, folder: Path) -> list[Path]:
    """Every document in a format, and notes full of what does harm elsewhere."""
    made = {f"{name}": (name, source(NEXT)) for name in SHEETS}
    made |= {"notes": ("notes", source(HELD)), "notes-public": ("notes", source(HELD, "public"))}
    made |= {"hostile": ("notes", with_notes(HOSTILE)), "empty": ("notes", with_notes(""))}
    paths = []
    for file, (name, made_from) in made.items():
        paths.append(folder / f"{file}.{form}")
        paths[-1].write_bytes(in_format(name, form, made_from))
    return paths


def test_pages_pass_axe_do_not_scroll_sideways_and_ask_nothing_from_outside(tmp_path: Path) -> None:
    judged = judge_pages(written("html", tmp_path))
    assert len(judged) == 9
    assert {path.name: said for path, said in judged.items() if said} == {}


def test_pages_are_valid_html(tmp_path: Path) -> None:
    paths = [path for path in written("html", tmp_path) if path.name != "hostile.html"]
    judged = judge_html(paths)
    assert {path.name: said for path, said in judged.items() if said} == {}


def test_pdfs_are_accessible(tmp_path: Path) -> None:
    paths = written("pdf", tmp_path)
    assert {path.name: said for path in paths if (said := judge_pdf(path))} == {}
    assert {path.name: said for path, said in judge_by_vera(paths).items() if said} == {}
