"""The Word file: real structure, the reference's styles, and that nothing in a text can act."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn

from copkit import render
from copkit.render.places import builtin
from copkit.render.reference import save
from tests.render.demo import META, TEMPLATES, Demo
from tests.render.helpers import page


def opened(made: bytes) -> Any:
    return Document(BytesIO(made))


@pytest.fixture(scope="module")
def demo() -> Any:
    return opened(render.docx(render.tree(render.html("demo", Demo(), shadow=TEMPLATES)), META))


def test_headings_are_real_headings_in_order(demo: Any) -> None:
    styles = [paragraph.style.name for paragraph in demo.paragraphs if paragraph.style.name.startswith("Heading")]
    assert styles == [f"Heading {level}" for level in (1, 2, 2, 2, 2, 3, 3, 3, 3, 2)]


def test_the_first_row_of_each_table_is_a_header_row(demo: Any) -> None:
    assert len(demo.tables) == 2
    for table in demo.tables:
        heads = [
            row._tr.trPr is not None and row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows
        ]
        assert heads == [True] + [False] * (len(heads) - 1)
        assert table.style.name == "Copkit Table"
    assert [cell.text for cell in demo.tables[0].rows[1].cells] == [
        "10am",
        "Welcome, our question and our agreement",
        "Priya Nair, convenor",
    ]


def test_lists_are_real_lists_and_numbers_begin_anew() -> None:
    made = opened(
        render.docx(render.tree(page("<ol><li>a</li><li>b</li></ol><p>x</p><ol start='5'><li>c</li></ol>")), META)
    )
    items = [paragraph for paragraph in made.paragraphs if paragraph.style.name == "List Number"]
    numbers = [paragraph._p.pPr.numPr.numId.val for paragraph in items]
    assert numbers[0] == numbers[1] != numbers[2]
    numbering = made.part.numbering_part.element
    starts = [numbering.num_having_numId(number).lvlOverride_lst[0].startOverride.val for number in numbers]
    assert starts == [1, 1, 5]


def test_pictures_have_their_meaning_in_words(demo: Any) -> None:
    (shape,) = demo.inline_shapes
    assert shape._inline.docPr.get("descr") == "People present: 12 in April, 20 in May & June"


def test_the_file_says_what_it_is(demo: Any) -> None:
    core = demo.core_properties
    assert (core.title, core.author, core.language, core.version) == (META.title, META.author, "en-GB", "1.0")
    assert core.created == core.modified == datetime(2026, 6, 2, tzinfo=UTC)
    assert {mark.get(qn("w:val")) for mark in demo.styles.element.iter(qn("w:lang"))} == {"en-GB"}


def test_every_page_has_its_number_and_the_communitys_name(demo: Any) -> None:
    section = demo.sections[0]
    assert section.header.paragraphs[0].text == f"{META.community}\t{META.title}"
    assert section.first_page_header.paragraphs[0].text == ""
    for foot in (section.footer, section.first_page_footer):
        codes = [part.text for part in foot._element.iter(qn("w:instrText"))]
        assert codes == ["PAGE", "NUMPAGES"]
        assert foot.paragraphs[0].text.startswith("Made from the community's files on 2 June 2026\tPage ")


@pytest.mark.parametrize(
    "text",
    ["A & B", "<w:br/>", "</w:t></w:r></w:p><w:p><w:r><w:t>x", "{{ 7*7 }}", "]]>", "日本 😀 ✓", "  two  spaces"],
)
def test_markup_in_a_text_is_shown_as_typed(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    made = opened(render.docx(render.tree(page(f"<p>{escaped}</p><p>after</p>")), META))
    said = [paragraph.text for paragraph in made.paragraphs]
    assert said == ["Title", " ".join(text.split()), "after"]


def test_links_keep_their_address() -> None:
    made = opened(
        render.docx(render.tree(page('<p>see <a href="https://a.example/?b=1&amp;c">here</a> now</p>')), META)
    )
    (link,) = made.paragraphs[1].hyperlinks
    assert (link.text, link.address) == ("here", "https://a.example/?b=1&c")
    assert made.paragraphs[1].text == "see here now"


def test_cells_that_span_are_joined() -> None:
    source = (
        '<table><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead><tbody>'
        '<tr><td rowspan="2">1</td><td>2</td></tr><tr><td>3</td></tr>'
        '<tr><td colspan="2">4</td></tr></tbody></table>'
    )
    table = opened(render.docx(render.tree(page(source)), META)).tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["A", "B"],
        ["1", "2"],
        ["1", "3"],
        ["4", "4"],
    ]


def test_a_reference_restyled_in_word_gives_its_styles(tmp_path: Path) -> None:
    own = Document(str(builtin() / "reference.docx"))
    own.styles["Heading 1"].font.name = "Frutiger"
    own.save(str(tmp_path / "reference.docx"))
    made = opened(render.docx(render.tree(page("<p>a</p>")), META, shadow=tmp_path))
    assert made.styles["Heading 1"].font.name == "Frutiger"


def test_a_plain_reference_without_our_styles_serves_too(tmp_path: Path) -> None:
    Document().save(str(tmp_path / "reference.docx"))
    made = opened(render.docx(render.tree(render.html("demo", Demo(), shadow=TEMPLATES)), META, shadow=tmp_path))
    assert len(made.tables) == 2


def test_the_reference_kept_is_the_one_that_the_program_makes() -> None:
    kept = (builtin() / "reference.docx").read_bytes()
    made = save()
    with ZipFile(BytesIO(kept)) as old, ZipFile(BytesIO(made)) as new:
        assert old.namelist() == new.namelist()
        for name in old.namelist():
            assert old.read(name) == new.read(name), name
