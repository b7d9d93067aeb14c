"""From HTML to the tree: white space, the small set of elements, and the rules that documents keep."""

import re

import pytest

from copkit import render
from tests.render.helpers import page

TABLE = '<table><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead><tbody>{}</tbody></table>'


def body(source: str) -> list[render.Node]:
    return list(render.tree(page(source)).nodes[1:])


def test_white_space_is_settled() -> None:
    (paragraph,) = body("<p>\n  one\n  <strong> two </strong>  three<br>\n four\n</p>")
    assert [child if isinstance(child, str) else child.text() for child in paragraph.children] == [
        "one ",
        "two ",
        "three",
        "\n",
        "four",
    ]


def test_text_beside_blocks_becomes_a_paragraph() -> None:
    (ul,) = body("<ul><li>one <em>two</em><ul><li>three</li></ul></li></ul>")
    assert [node.tag for node in ul.nodes[0].nodes] == ["p", "ul"]
    assert ul.nodes[0].nodes[0].text() == "one two"


def test_a_space_that_does_not_break_is_kept() -> None:
    assert body("<p>5&nbsp;minutes</p>")[0].text() == "5\N{NO-BREAK SPACE}minutes"


@pytest.mark.parametrize(
    ("source", "what"),
    [
        ("<script>alert(1)</script>", "<script> is not an element that documents may use"),
        ("<blink>x</blink>", "<blink> is not an element"),
        ("<iframe></iframe>", "<iframe> is not an element"),
        ("<p onclick='x'>a</p>", "<p> may not have the attribute 'onclick'"),
        ("<p style='color:red'>a</p>", "<p> may not have the attribute 'style'"),
        ("<p><a href='javascript:alert(1)'>x</a></p>", "a link must begin with https:"),
        ("<p><a href='//evil.example'>x</a></p>", "a link must begin with https:"),
        ("<p><a href='file:///etc/passwd'>x</a></p>", "a link must begin with https:"),
        ("<figure><img src='https://tracker.example/x.gif' alt='A map'></figure>", "must be held in the page"),
        ("<figure><img src='/etc/passwd' alt='A map'></figure>", "must be held in the page"),
        ("<p>a<ul><li>b</li></ul></p>", "<ul> may not stand in <p>"),
        ("<p>a</div>", "</div> closes <p>"),
        ("<div>a", "</body> closes <div>"),
        ("<ul>text</ul>", "text may not stand in <ul> by itself"),
        ("<div><li>a</li></div>", "<li> may not stand in <div>"),
        (TABLE.format(f"<tr><td>{TABLE.format('')}</td><td>b</td></tr>"), "<table> may not stand in <td>"),
        ("<p/>", "<p/> does not close itself"),
        ("<!-- secret -->", "an HTML comment would reach readers"),
        ("<p>a\x0bb</p>", "a control character (U+000B)"),
        ("<p>a\x0cb\x1b[0m</p>", "a control character (U+000C)"),
        ("<p>a\ufffeb</p>", "a control character (U+FFFE)"),
        ("<p>a\ud83db</p>", "a control character (U+D83D)"),
        ("<div class='write' data-lines='many'></div>", "data-lines must be a whole number"),
        ("<svg role='img' aria-label='Two bars'><script>x</script></svg>", "an SVG picture may hold shapes"),
        ("<svg role='img' aria-label='Two bars'><rect onload='x'/></svg>", "an SVG picture may hold shapes"),
        ("<svg role='img' aria-label='Two bars'><image href='x'/></svg>", "an SVG picture may hold shapes"),
    ],
)
def test_what_a_document_may_not_hold_is_refused_with_its_line(source: str, what: str) -> None:
    with pytest.raises(render.DocumentProblem, match=re.escape(what)) as caught:
        render.tree(page(source))
    assert "line 2 of the page" in caught.value.place


@pytest.mark.parametrize(
    ("source", "what"),
    [
        ("<h2>a</h2><h4>b</h4>", "the headings jump from level 2 to level 4"),
        ("<h1>a</h1>", "there is a second <h1>"),
        ("<h2> </h2>", "<h2> is empty"),
        ("<table><tbody><tr><td>a</td></tr></tbody></table>", "the table has no header row"),
        ("<table><thead><tr><td>a</td></tr></thead></table>", "the table has no header row"),
        ("<table><thead><tr><th>a</th></tr></thead></table>", 'a header cell needs scope="col"'),
        (TABLE.format("<tr><td rowspan='2'>1</td><td>2</td></tr>"), "a cell's rowspan reaches past the last row"),
        (TABLE.format("<tr><td>1</td></tr>"), "different numbers of cells (1 to 2)"),
        ("<figure><img src='data:image/png;base64,AA=='></figure>", "a picture needs its meaning in words"),
        (
            "<figure><img src='data:image/png;base64,AA==' alt='image 1'></figure>",
            "a picture needs its meaning in words",
        ),
        ("<figure><svg role='img'><rect/></svg></figure>", "a picture needs its meaning in words"),
        ("<figure><svg aria-label='Two bars'><rect/></svg></figure>", 'an <svg> needs role="img"'),
    ],
)
def test_a_page_that_breaks_a_rule_is_not_made_in_any_format(source: str, what: str) -> None:
    from tests.render.demo import META

    for write in render.FORMATS.values():
        with pytest.raises(render.DocumentProblem, match=re.escape(what)) as caught:
            write(page(source), META)
        assert "line 2 of the page" in caught.value.place


def test_a_problem_names_the_heading_above_it() -> None:
    with pytest.raises(render.DocumentProblem) as caught:
        render.tree(page("\n<h2>Running order</h2>\n<table><tbody><tr><td>a</td></tr></tbody></table>"))
    assert caught.value.place == "line 4 of the page, under “Running order”"


def test_a_page_without_headings_is_refused() -> None:
    with pytest.raises(render.DocumentProblem, match="no heading"):
        render.tree("<body><p>a</p></body>")
    with pytest.raises(render.DocumentProblem, match="no <body>"):
        render.tree("")


def test_cells_that_span_are_counted() -> None:
    rows = '<tr><td rowspan="2">1</td><td>2</td></tr><tr><td>3</td></tr><tr><td colspan="2">4</td></tr>'
    assert body(TABLE.format(rows))[0].tag == "table"


def test_a_drawing_keeps_its_source_to_the_letter() -> None:
    drawing = '<linearGradient id="g"/><text>A &amp; B</text>'
    source = f'<svg role="img" aria-label="A &amp; B" viewBox="0 0 9 9">{drawing}</svg>'
    (figure,) = body(f"<figure>{source}</figure>")
    assert figure.nodes[0].source() == source
    assert figure.text() == ""
