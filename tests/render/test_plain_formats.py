"""Markdown and plain text: what people typed stays text, and nothing is lost."""

import pytest
from markdown_it import MarkdownIt

from copkit import render
from tests.render.helpers import page

TYPED = [
    "# not a heading",
    "- not a list",
    "+ nor this",
    "1. nor this",
    "12) nor this",
    "> not a quotation",
    "*not* _emphasis_ **at** __all__",
    "`not code` ~~not struck~~",
    "[not](https://a.link)",
    "![not](https://a.picture)",
    "<script>alert(1)</script>",
    "&amp; stays &copy;",
    "a | b",
    "back\\slash",
    "---",
    "===",
    "C:\\temp\\",
    "<!-- copkit:private -->",
    "2 * 3 * 4 = 24",
]


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


@pytest.mark.parametrize("text", TYPED)
def test_what_was_typed_is_text_in_markdown(text: str) -> None:
    made = render.markdown(render.tree(page(f"<p>{escaped(text)}</p><ul><li>{escaped(text)}</li></ul>")))
    tokens = MarkdownIt("commonmark", {"html": True}).parse(made)
    kinds = [token.type for token in tokens if token.type.endswith("_open")]
    assert kinds == ["heading_open", "paragraph_open", "bullet_list_open", "list_item_open", "paragraph_open"]
    said = [token.children or [] for token in tokens if token.type == "inline"][1:]
    for children in said:
        assert {child.type for child in children} <= {"text", "text_special"}
        assert "".join(child.content for child in children) == text


def test_a_cell_cannot_end_its_table() -> None:
    source = '<table><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead><tbody><tr><td>a | b</td><td>c<br>d</td></tr></tbody></table>'  # noqa: E501
    made = render.markdown(render.tree(page(source)))
    html = MarkdownIt("commonmark").enable("table").render(made)
    assert "<td>a | b</td>" in html
    assert "<td>c d</td>" in html


def test_cells_below_one_that_spans_stay_in_their_columns() -> None:
    source = (
        '<table><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead><tbody>'
        '<tr><td rowspan="2">1</td><td>2</td></tr><tr><td>3</td></tr>'
        '<tr><td colspan="2">4</td></tr></tbody></table>'
    )
    tree = render.tree(page(source))
    assert "| 1 | 2 |\n|  | 3 |\n| 4 |  |" in render.markdown(tree)
    lines = [line for line in render.text(tree).splitlines() if line[-1:] in ("2", "3")]
    assert lines[0].index("2") == lines[1].index("3")


def test_two_lists_stay_two() -> None:
    made = render.markdown(render.tree(page("<ul><li>a</li></ul><ul><li>b</li></ul>")))
    assert MarkdownIt().render(made).count("<ul>") == 2


def test_links_in_markdown_and_text() -> None:
    tree = render.tree(
        page(
            '<p>See <a href="https://a.example/x_(y)">our page</a>'
            ' or <a href="mailto:a@b.example">a@b.example</a>.</p>'
        )
    )
    assert "[our page](<https://a.example/x_(y)>)" in render.markdown(tree)
    assert "See our page (https://a.example/x_(y)) or a@b.example." in render.text(tree)


def test_a_table_too_wide_for_text_is_told_row_by_row() -> None:
    head = "".join(f'<th scope="col">Column {number}</th>' for number in range(12))
    cells = "".join(f"<td>value {number}</td>" for number in range(12))
    source = f"<table><thead><tr>{head}</tr></thead><tbody><tr>{cells}</tr><tr>{cells}</tr></tbody></table>"
    made = render.text(render.tree(page(source)))
    assert made.count("Column 3: value 3\n") == 2
    assert max(map(len, made.splitlines())) <= 78


def test_a_column_of_nothing_in_such_a_table_says_so_and_an_empty_cell_beside_others_does_not() -> None:
    head = "".join(f'<th scope="col">Column {number}</th>' for number in range(12))
    rows = "".join(f"<tr><td>value {one}</td>{'<td></td>' * 10}<td>{one}</td></tr>" for one in ("a", ""))
    made = render.text(render.tree(page(f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>")))
    assert made.count("Column 5: –\n") == 2
    assert made.count("Column 11:") == 1


def test_parts_for_paper_are_left_out() -> None:
    source = '<p class="print-only">on paper</p><div class="pagebreak"></div><p class="screen-only">on screen</p>'
    for write in (render.markdown, render.text):
        made = write(render.tree(page(source)))
        assert "on paper" not in made
        assert "on screen" in made


def test_a_long_address_is_not_broken() -> None:
    address = "https://meet.example/" + "x" * 100
    made = render.text(render.tree(page(f'<p>Join: <a href="{address}">{address}</a></p>')))
    assert address in made.splitlines()
