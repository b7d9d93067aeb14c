"""The HTML page: it stands alone, runs nothing, fits a narrow screen, and is quick to make."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from copkit import render
from tests.judges.markup import judge_html
from tests.judges.page import judge_pages
from tests.render.demo import TEMPLATES, Demo
from tests.render.helpers import View, in_body, run

WIDE = in_body(
    "<h2>{{ text }}</h2><p>{{ text }}</p>{{ m.facts((('When', text),)) }}"
    "{% call m.panel(text) %}<p>{{ text }}</p>{% endcall %}"
    "{{ m.checklist((text,)) }}{{ m.people(((text, text),)) }}"
    "{% call m.table('Forty columns', items) %}<tr>"
    "{% for item in items %}<td>{{ item }}</td>{% endfor %}</tr>{% endcall %}"
    "{% call m.table('A long word', ['A', 'B']) %}<tr><td>{{ text }}</td><td>b</td></tr>{% endcall %}"
)


def test_the_page_needs_nothing_from_outside_and_runs_nothing() -> None:
    made = render.html("demo", Demo(), shadow=TEMPLATES)
    assert "default-src 'none'; img-src data:; style-src 'unsafe-inline'" in made
    assert "<script" not in made
    assert not re.search(r"<link|@import|url\(", made)
    assert re.findall(r'(?:src|href)="([^"]+)"', made) == ["https://meet.example/systems-leadership"]


def test_a_name_in_a_drawing_is_escaped(tmp_path: Path) -> None:
    source = in_body(
        '<figure><svg role="img" aria-label="{{ text }}" viewBox="0 0 9 9" width="9" height="9">'
        "<text>{{ text }}</text></svg></figure>"
    )
    made = run(tmp_path, source, View(text='<script>alert("x")</script> & more'))
    assert "<script" not in made
    (drawing,) = render.tree(made).all("svg")
    assert drawing.attributes["aria-label"] == '<script>alert("x")</script> & more'


def test_making_a_page_loads_no_other_format() -> None:
    code = (
        "import sys; from tests.render.demo import *; from copkit import render;"
        "page = render.html('demo', Demo(), shadow=TEMPLATES); render.FORMATS['html'](page, META);"
        "print(sorted({'typst', 'docx', 'markdown_it', 'lxml', 'rich', 'zipfile'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"


def test_importing_render_does_not_load_jinja() -> None:
    code = "import sys; import copkit.render; print('jinja2' in sys.modules, 'html.parser' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "False False"


@pytest.mark.slow
def test_the_page_serves_everyone_at_every_width(tmp_path: Path) -> None:
    """axe at 1280 and 320 pixels, and in the dark; no sideways scroll with a 4,000-letter word and 40 columns."""
    demo, wide = tmp_path / "demo.html", tmp_path / "wide.html"
    demo.write_text(render.html("demo", Demo(), shadow=TEMPLATES), encoding="utf-8")
    long = View(text="x" * 4000, items=tuple(f"Column {number}" for number in range(40)))
    wide.write_text(run(tmp_path, WIDE, long), encoding="utf-8")
    render.tree(wide.read_text(encoding="utf-8"))
    assert judge_pages([demo, wide]) == {demo: [], wide: []}
    assert judge_html([demo]) == {demo: []}
