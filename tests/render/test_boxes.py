"""What stands in slots, side by side and in a dark box keeps its words and its order in every format."""

from io import BytesIO
from typing import Any

from docx import Document
from docx.shared import RGBColor

from copkit import render
from copkit.render.paging import words_of
from tests.render.demo import META
from tests.render.helpers import page

TREE = render.tree(page(
    '<section class="slot"><h2>Strongest</h2><div><p>Fifteen came back.</p><ul><li>First</li></ul></div></section>'
    '<div class="callout"><h2>Do this</h2><ol><li>Book <a href="https://a.example/">early</a></li></ol></div>'
    '<div class="two"><div><h2>Heard</h2><p>At left.</p></div><div><h2>Asked</h2><p>At right.</p></div></div>'
))  # fmt: skip


def test_paper_has_every_word_in_order() -> None:
    said = " ".join(words_of(render.pdf(TREE, META)).replace("•", "").replace("1.", "").split())
    for part in (
        "Strongest Fifteen came back. First",
        "Do this Book early",
        "Heard At left. Asked At right.",
    ):
        assert part in said


def test_in_word_a_dark_box_has_light_letters_only() -> None:
    made: Any = Document(BytesIO(render.docx(TREE, META)))
    boxed = [
        one
        for one in made.paragraphs
        if one._p.pPr is not None and "003087" in one._p.pPr.xml.partition("w:shd")[2]
    ]
    assert [one.text for one in boxed] == ["Do this", "Book early"]
    runs = [run for one in boxed for run in one.iter_inner_content()]
    assert len(runs) == 3
    for run in runs:
        for part in getattr(run, "runs", [run]):
            assert part.font.color.rgb == RGBColor.from_string("FFFFFF")


def test_text_and_markdown_set_the_box_apart() -> None:
    assert "| Do this" in render.text(TREE)
    assert "> ## Do this" in render.markdown(TREE)


def test_more_than_two_parts_side_by_side_stand_in_rows() -> None:
    parts = "".join(f"<div><h2>Part {one}</h2><p>What it says.</p></div>" for one in range(5))
    made: Any = Document(BytesIO(render.docx(render.tree(page(f'<div class="two">{parts}</div>')), META)))
    (table,) = made.tables
    heads = [[cell.paragraphs[0].text for cell in row.cells] for row in table.rows]
    assert heads == [["Part 0", "Part 1"], ["Part 2", "Part 3"], ["Part 4", ""]]
