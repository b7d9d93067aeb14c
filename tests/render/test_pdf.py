"""The PDF: its tags, its title, its fonts, and that nothing in a text can act."""

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pypdfium2 import PdfDocument

from copkit import render
from tests.judges.paper import right_edge, shown
from tests.judges.pdf import elements_below, judge_by_rules, judge_by_vera, judge_structure
from tests.render.demo import META, TEMPLATES, Demo
from tests.render.helpers import View, in_body, page, run


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pdf") / "demo.pdf"
    path.write_bytes(render.pdf(render.tree(render.html("demo", Demo(), shadow=TEMPLATES)), META))
    return path


def kinds(path: Path) -> list[str]:
    with pikepdf.open(path) as pdf:
        return [element.kind for element in elements_below(pdf.Root.StructTreeRoot)]


def test_the_demonstration_conforms_to_pdf_ua(demo: Path) -> None:
    assert judge_by_rules(demo) == []
    assert judge_structure(demo) == []


def test_the_pdf_says_what_it_is(demo: Path) -> None:
    with pikepdf.open(demo) as pdf, pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == META.title
        assert metadata["dc:creator"] == [META.author]
        assert metadata["xmp:CreateDate"].startswith("2026-06-02T00:00:00")
        assert str(pdf.Root.Lang) == "en-GB"


def test_every_part_has_its_tag(demo: Path) -> None:
    found = kinds(demo)
    assert [kind for kind in found if kind in ("H1", "H2", "H3")] == (
        ["H1", "H2", "H2", "H2", "H2", "H3", "H3", "H3", "H3", "H2"]
    )
    assert found.count("Table") == 2
    assert found.count("TH") == 6
    assert found.count("Figure") == 1
    assert "Link" in found
    assert found.count("LBody") > 20


def test_only_our_fonts_are_in_it(demo: Path) -> None:
    with pikepdf.open(demo) as pdf:
        names = {
            str(font.BaseFont).rpartition("+")[2]
            for sheet in pdf.pages
            for font in sheet.Resources.get("/Font", {}).values()
        }
    assert names == {"LiberationSans", "LiberationSans-Bold", "LiberationSans-Italic"}


HOSTILE = [
    '#read("/etc/passwd")',
    '#eval("1+1")',
    '#import "@preview/x:1.0.0"',
    "$x$",
    "*b* _i_ `c`",
    "@ref",
    "<lbl>",
    "/* unclosed",
    'say "x" \\',
    "= Heading",
    "- item",
    "#{ while true {} }",
    "{{ 7*7 }}",
    "// gone",
    "~",
]


def test_source_in_a_text_is_shown_as_typed() -> None:
    items = "".join(f"<li>{text.replace('&', '&amp;').replace('<', '&lt;')}</li>" for text in HOSTILE)
    made = render.pdf(render.tree(page(f"<ul>{items}</ul>")), META)
    assert b"/L" in made
    said = "".join(shown(made).split())
    for text in HOSTILE:
        assert "".join(text.split()) in said


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("日程", "[CJK U+65E5 U+7A0B]"), ("😀", "[grinning face]"), ("\ue000", "[U+E000]"), ("✓ নাম ਨਾਮ", "✓ নাম ਨਾਮ")],
)
def test_a_mark_stands_for_what_no_font_has_wherever_it_was_typed(typed: str, printed: str) -> None:
    made = page(f"<p>before {typed} after</p>")
    meta = replace(META, title=f"About {typed}", community=typed, footer=typed)
    said = " ".join(shown(render.pdf(render.tree(made), meta)).split())
    assert f"before {printed} after" in said or not printed.isascii()
    assert printed in said and said.count(printed.split()[0]) >= 2
    told = render.lacking(made, meta)
    assert (f"“{typed[0]}”" in told) == (printed.isascii())
    assert "templates/fonts/" in told or not told


def test_names_in_european_hebrew_and_arabic_letters_are_set() -> None:
    names = "Zoë Ó Súilleabháin · Łukasz Żak · Ελένη · Наталія · שרה לוי · ليلى حسن · Ọláwálé · Nguyễn"
    assert render.pdf(render.tree(page(f"<p>{names}</p>")), META)


def test_a_users_stylesheet_and_its_faults(tmp_path: Path) -> None:
    tree = render.tree(page("<p>a</p>"))
    ours = '#let given = json(bytes(sys.inputs.at("document")))\n#set document(title: given.meta.title)\n= Title\na'
    (tmp_path / "document.typ").write_text(ours)
    assert len(render.pdf(tree, META, shadow=tmp_path)) < len(render.pdf(tree, META))
    with pytest.raises(render.DocumentProblem, match="the PDF would lose “b” of “b”"):
        render.pdf(render.tree(page("<p>a</p><p>b</p>")), META, shadow=tmp_path)
    (tmp_path / "document.typ").write_text("#nothing")
    with pytest.raises(render.TemplateProblem, match=r"document\.typ: unknown variable: nothing"):
        render.pdf(tree, META, shadow=tmp_path)


def test_a_stylesheet_reads_no_file_of_the_machine(tmp_path: Path) -> None:
    (tmp_path / "document.typ").write_text('#read("/etc/hostname")')
    with pytest.raises(render.TemplateProblem, match="file not found"):
        render.pdf(render.tree(page("<p>a</p>")), META, shadow=tmp_path)


def test_a_word_of_four_thousand_letters_and_forty_columns_stay_on_the_page(tmp_path: Path) -> None:
    source = in_body(
        "<p>{{ text }}</p>{{ m.facts((('When', text),)) }}"
        "{% call m.table('Forty', items) %}<tr>{% for item in items %}<td>cell</td>{% endfor %}</tr>{% endcall %}"
    )
    made = run(tmp_path, source, View(text="x" * 4000, items=tuple(map(str, range(40)))))
    path = tmp_path / "wide.pdf"
    path.write_bytes(render.pdf(render.tree(made), META))
    assert judge_by_rules(path) == []
    assert right_edge(path.read_bytes()) <= 595.3 - 50


@pytest.mark.slow
def test_vera_agrees(demo: Path) -> None:
    assert judge_by_vera([demo]) == {demo: []}


def test_what_is_copied_holds_no_space_without_width() -> None:
    said = ("blueprint-systems-leadership-of-anytown.yaml", "systems.leadership.community@anytown.example")
    made = render.pdf(render.tree(page("".join(f"<p>{one}</p>" for one in said))), META)
    text = PdfDocument(made)[0].get_textpage().get_text_range()
    assert all(one in text for one in said)
