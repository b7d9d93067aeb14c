"""Large print: every word in one column, wide tables as lists, and no letter under 16 points."""

import re
from dataclasses import replace
from io import BytesIO

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from copkit import render
from copkit.render.large import MOST_COLUMNS, enlarged
from copkit.render.nodes import Node
from copkit.render.widths import across, cut
from tests.judges.paper import rows
from tests.render.demo import META, TEMPLATES, Demo
from tests.render.helpers import page

LARGE = replace(META, large=True)


def demo() -> str:
    return enlarged(render.html("demo", Demo(meta=LARGE), shadow=TEMPLATES))


def words(tree: Node) -> list[str]:
    return sorted(tree.text().split())


def test_every_word_and_picture_is_there_and_nothing_stands_beside_another() -> None:
    plain, large = (render.tree(one) for one in (render.html("demo", Demo(), shadow=TEMPLATES), demo()))
    assert set(words(plain)) <= {word.rstrip(":") for word in words(large)} | set(words(large))
    assert [one.tag for one in plain.all("img", "svg")] == [one.tag for one in large.all("img", "svg")]
    classes = {name for one in large.walk() for name in one.classes}
    assert not classes & {"cards", "columns", "two", "slot", "facts"}
    tables = list(large.all("table"))
    assert all(len(row.nodes) <= MOST_COLUMNS for one in tables for row in one.all("tr"))


def test_pdf_and_word_have_no_letter_under_16_points() -> None:
    tree = render.tree(re.sub("(?s)<figure.*?</figure>", "", demo()))  # a chart has its own letters
    sizes = [
        pdfium.FPDFText_GetFontSize(text, place)
        for sheet in pypdfium2.PdfDocument(render.pdf(tree, LARGE))
        for text in [sheet.get_textpage()]
        for place in range(text.count_chars())
        if chr(pdfium.FPDFText_GetUnicode(text, place)).strip() and not pdfium.FPDFText_IsGenerated(text, place)
    ]
    assert sizes and min(sizes) >= 16
    assert max(sizes, key=sizes.count) == 18
    word = Document(BytesIO(render.docx(tree, LARGE)))
    used = [one.style for one in word.paragraphs if one.text.strip()]
    assert all(one.font.size.pt >= 16 for one in used if one.font.size is not None)


TABLE = (
    "<table><thead><tr>{}</tr></thead><tbody><tr><th scope='row'>Welcome</th><td rowspan='2'>Priya</td><td></td>"
    "<td><p>One</p><p>two &amp; three</p></td></tr><tr><th scope='row'>Close</th><td colspan='2'>at 4</td></tr>"
    "<tr><th scope='row'>6</th><td></td><td></td><td></td></tr></tbody></table>"
)


def test_a_wide_table_is_a_list_of_its_rows() -> None:
    heads = "".join(f"<th scope='col'>{one}</th>" for one in ("What", "Who", "Minutes", "Steps"))
    region = f"<div class='table' role='region' aria-label='x'>{TABLE.format(heads)}</div>"
    made = render.tree(enlarged(page(region)))
    (listed,) = made.all("dl")
    said = [(one.tag, one.text()) for one in listed.nodes]
    assert said == [
        ("dt", "Welcome"), ("dd", "Who: Priya"), ("dd", "Steps:Onetwo & three"),
        ("dt", "Close"), ("dd", "Who: Priya; Minutes: at 4"),
        ("dt", "6"), ("dd", "Who:"), ("dd", "Minutes:"), ("dd", "Steps:"),
    ]  # fmt: skip
    assert sum("write" in one.classes for one in listed.walk()) == 3  # a row to fill in
    assert not list(made.all("table"))


def test_a_table_of_three_columns_stays() -> None:
    head = "".join(f'<th scope="col">{one}</th>' for one in "abc")
    table = f"<table><thead><tr>{head}</tr></thead><tbody><tr><td>1</td><td>2</td><td>3</td></tr></tbody></table>"
    assert len(list(render.tree(enlarged(page(table))).all("td"))) == 3


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=9))
def test_what_people_typed_comes_through(text: str) -> None:
    typed = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    made = render.tree(enlarged(page(f'<p>{typed} <a href="https://a.example/?a=1&amp;b={typed}">{typed}</a></p>')))
    (paragraph,) = made.all("p")
    assert paragraph.text() == f"{text} {text}"
    (link,) = made.all("a")
    assert link.attributes["href"] == f"https://a.example/?a=1&b={text}"


@pytest.mark.parametrize("room", [1, 8, 20.5])
def test_a_head_that_is_too_long_is_cut(room: float) -> None:
    assert cut("Home", 10) == "Home"
    short = cut("Rehabilitation and Personalised Care", room)
    assert short.endswith("…") and across(short) <= max(room, 1)
    assert not short.endswith(" …")


def test_head_and_title_share_a_line() -> None:
    long = replace(META, title="A title that goes on " * 9, community="The community of very long names " * 5)
    for paper in ("A4", "A4 landscape"):
        data = render.pdf(render.tree(page("<p>x</p>" + "<p>word</p>" * 90)), replace(long, paper=paper))  # type: ignore[arg-type] # both are papers
        heads = [line for line in rows(data).splitlines() if "…" in line]
        assert len(heads) == len(pypdfium2.PdfDocument(data)) - 1
        assert all(line.count("…") == 2 for line in heads)
