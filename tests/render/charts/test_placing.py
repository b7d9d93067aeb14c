"""A chart in a document: what the macro writes, and what each format makes of it."""

import json
import re
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pikepdf
import pytest
from docx import Document
from docx.oxml.ns import qn

from copkit import render
from tests.judges.markup import judge_html
from tests.judges.page import judge_pages
from tests.judges.paper import rows, shown
from tests.judges.pdf import elements_below, judge_by_vera, judge_pdf
from tests.judges.programs import saved_by_libreoffice, seen_by_chromium
from tests.render.charts.gallery import EVERY, TEMPLATES, Part, View, attendance, stages, view
from tests.render.charts.hard import HARD
from tests.render.demo import META

TITLE = "More people came in person <than> online"


def written(*parts: Part) -> str:
    return render.html("page", View(META, parts), shadow=TEMPLATES)


@pytest.fixture(scope="module")
def one() -> str:
    return written(Part("Who came", TITLE, "10 sessions, n = 178", attendance()))


def test_the_macro_says_the_finding_and_how_many_above_the_picture(one: str) -> None:
    (figure,) = render.tree(one).all("figure")
    caption, box = figure.nodes
    assert figure.classes == ("chart",)
    assert caption.text() == f"{TITLE}\n10 sessions, n = 178"
    assert (box.attributes["aria-label"], box.attributes["tabindex"]) == (f"Chart: {TITLE}", "0")
    assert box.nodes[0].source() == attendance().svg


def test_a_chart_that_there_is_not_leaves_nothing() -> None:
    made = written(Part("Who came", TITLE, "n = 0", None))
    assert "<figure" not in made
    assert "The table with these numbers stands here." in made


def test_plain_formats_give_its_words(one: str) -> None:
    tree = render.tree(one)
    alt = attendance().alt
    assert f"Figure: {alt}" in " ".join(render.text(tree).split())
    assert "Figure: People at each session. 14 April, in person: 24 (returning 18," in render.markdown(tree)
    assert "svg" not in render.markdown(tree) + render.text(tree)


def test_in_a_pdf_it_is_a_tagged_drawing_with_text_in_our_fonts(one: str, tmp_path: Path) -> None:
    (tmp_path / "one.pdf").write_bytes(render.pdf(render.tree(one), META))
    with pikepdf.open(tmp_path / "one.pdf") as pdf:
        elements = list(elements_below(pdf.Root.StructTreeRoot))
        kinds = [element.kind for element in elements]
        (figure,) = (element for element in elements if element.kind == "Figure")
        assert str(figure.node.Alt) == attendance().alt
        assert kinds.index("Caption") < kinds.index("Figure")
        assert not [image for page in pdf.pages for image in page.get_images()], "the drawing became dots"
    assert "9 June, in person 21 4 25" in rows((tmp_path / "one.pdf").read_bytes())


def test_a_picture_taller_than_a_page_is_made_to_fit_it(tmp_path: Path) -> None:
    tall = written(Part("Tall", "Forty by twenty-five", "", HARD["25 stacks"]()))
    (tmp_path / "tall.pdf").write_bytes(render.pdf(render.tree(tall), META))
    with pikepdf.open(tmp_path / "tall.pdf") as pdf:
        assert len(pdf.pages) <= 3
        (figure,) = (each for each in elements_below(pdf.Root.StructTreeRoot) if each.kind == "Figure")
        given = figure.node.A if isinstance(figure.node.A, pikepdf.Array) else [figure.node.A]
        _left, bottom, _right, top = (float(edge) for one in given if "/BBox" in one for edge in one.BBox)
        assert 0 < bottom < top < 842
        assert top - bottom < 612


def test_marks_stand_for_letters_that_a_drawing_cannot_have() -> None:
    made = written(Part("Names", "x", "", HARD["harm in bars"]()))
    said = " ".join(shown(render.pdf(render.tree(made), META)).split())
    assert "[grinning face]" in said and "[Latin U+1E91" in said
    assert render.lacking(made, META).startswith("no font for the PDF has “")


# --- Word ------------------------------------------------------------------------------------------------


def test_in_word_it_is_a_drawing_with_dots_for_older_readers() -> None:
    made = written(*(Part(name, name, "", EVERY[name]()) for name in ("attendance", "stages")))
    file = render.docx(render.tree(made), META)
    document: Any = Document(BytesIO(file))
    assert [shape._inline.docPr.get("descr") for shape in document.inline_shapes] == [
        attendance().alt,
        stages().alt,
    ]
    drawn = []
    for shape in document.inline_shapes:
        (blip,) = shape._inline.iter(qn("a:blip"))
        (vector,) = blip.iter("{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip")
        related = document.part.related_parts
        assert related[blip.get(qn("r:embed"))].content_type == "image/png"
        part = related[vector.get(qn("r:embed"))]
        assert (part.content_type, part.partname.ext) == ("image/svg+xml", "svg")
        drawn.append(part.blob.decode())
    assert drawn == [attendance().svg, stages().svg]
    assert file == render.docx(render.tree(made), META)
    with ZipFile(BytesIO(file)) as parts:
        assert 'ContentType="image/svg+xml"' in parts.read("[Content_Types].xml").decode()


def test_in_word_a_picture_fits_the_page_and_its_caption_stays_with_it() -> None:
    made = written(Part("Tall", TITLE, "", HARD["25 stacks"]()))
    document: Any = Document(BytesIO(render.docx(render.tree(made), META)))
    (shape,) = document.inline_shapes
    section = document.sections[0]
    assert shape.width <= section.page_width - section.left_margin - section.right_margin
    assert shape.height <= 7_740_000
    (caption,) = (paragraph for paragraph in document.paragraphs if paragraph.text.startswith(TITLE))
    assert caption.paragraph_format.keep_with_next


@pytest.mark.slow
def test_libreoffice_opens_the_word_file_with_every_picture(tmp_path: Path) -> None:
    shown = view()
    made = render.docx(render.tree(render.html("page", shown, shadow=TEMPLATES)), META)
    (tmp_path / "charts.docx").write_bytes(made)
    (saved,) = saved_by_libreoffice([tmp_path / "charts.docx"], tmp_path)
    with pikepdf.open(saved) as pdf:
        pictures = sum(len(list(page.get_images())) for page in pdf.pages)
        assert len(pdf.pages) <= 10
    assert pictures >= len(EVERY), "newer LibreOffice draws the vectors: look at the file and count anew"


@pytest.mark.slow
def test_names_keep_their_room_in_a_browser_without_our_fonts(tmp_path: Path) -> None:
    source = EVERY["by_organisation"]().svg.replace("Arial, Liberation Sans, sans-serif", "monospace")
    script = (
        "const box = document.querySelector('svg').getBoundingClientRect();"
        "const out = [...document.querySelectorAll('text')].map(it => [it.textContent, it.getBoundingClientRect()])"
        ".filter(([, it]) => it.left < box.left - 1 || it.right > box.right + 1).map(([said]) => said);"
        "document.body.textContent = JSON.stringify({out, width: box.width});"
    )
    page = tmp_path / "odd.html"
    page.write_text(f"<!doctype html><body>{source}<script>{script}</script></body>", encoding="utf-8")
    told = seen_by_chromium(page)
    said = re.search(r"\{.*\}", told)
    assert said, told
    assert json.loads(said[0]) == {"out": [], "width": 644}


@pytest.mark.slow
def test_at_320_pixels_every_value_stands_in_the_window_and_no_picture_does(tmp_path: Path) -> None:
    named = {name: make() for name, make in EVERY.items() if make().rows}
    assert len(named) >= 2
    page = written(*(Part(name, TITLE, "n = 9", one) for name, one in named.items()))
    script = (
        "const frame = document.querySelector('iframe'); frame.onload = () => {"
        "const seen = frame.contentDocument, box = it => it.getBoundingClientRect();"
        "const values = [...seen.querySelectorAll('.values strong')].map(box);"
        "const bars = [...seen.querySelectorAll('.values .bar')].map(box);"
        "const out = [...values, ...bars].filter(it => it.left < 0 || it.right > 320 || !it.height).length;"
        "const drawn = [...seen.querySelectorAll('.chart.told svg')].filter(it => box(it).width).length;"
        "document.body.textContent = JSON.stringify({values: values.length, out, drawn});};"
    )
    outer = tmp_path / "narrow.html"
    frame = f'<iframe width="320" height="900" style="border: 0" srcdoc="{escape(page)}"></iframe>'
    outer.write_text(f"<!doctype html><body>{frame}<script>{script}</script></body>", encoding="utf-8")
    said = re.search(r"\{.*\}", seen_by_chromium(outer))
    assert said
    values = sum(len(one.rows) for one in named.values())
    assert json.loads(said[0]) == {"values": values, "out": 0, "drawn": 0}


# --- The judges ------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_pages_of_charts_pass_the_judges(tmp_path: Path) -> None:
    hard = [name for name in HARD if "harm" not in name]
    shown = {
        "every": render.html("page", view(), shadow=TEMPLATES),
        "hard": written(*(Part(name, f"Hard: {name}", "n = 1", HARD[name]()) for name in hard)),
    }
    for name, page in shown.items():
        (tmp_path / f"{name}.html").write_text(page, encoding="utf-8")
        (tmp_path / f"{name}.pdf").write_bytes(render.pdf(render.tree(page), META))
    pages = [tmp_path / f"{name}.html" for name in shown]
    papers = [tmp_path / f"{name}.pdf" for name in shown]
    assert {path.name: said for path in papers if (said := judge_pdf(path))} == {}
    assert {path.name: said for path, said in judge_pages(pages).items() if said} == {}
    assert {path.name: said for path, said in judge_html(pages).items() if said} == {}
    assert {path.name: said for path, said in judge_by_vera(papers).items() if said} == {}
