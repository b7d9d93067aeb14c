"""What is read back from a PDF is what was written into it."""

import pytest
import typst

from tests.judges.paper import pages, read_aloud, right_edge, rows, shown, written

SOURCE = """
#set document(title: "A title", author: "An author", keywords: ("a keyword",))
#set page(paper: "a4", margin: 50pt)
= Who came
#place(bottom)[Set last, drawn first?]
#link("https://a.example/page")[A link] and a long#sym.zws;word
#table(columns: 2, table.header([Month], [People]), [April], [24], [May], [25])
#figure(alt: "Six of seven came", rect(width: 2cm))
#pagebreak()
Page two.
"""


@pytest.fixture(scope="module")
def data() -> bytes:
    return typst.compile(SOURCE.encode(), pdf_standards=["ua-1"])


def test_what_it_shows(data: bytes) -> None:
    assert pages(data) == 2
    assert {"Who came", "A link and a longword", "Page two."} <= set(map(str.strip, shown(data).splitlines()))
    assert "Six of seven" not in shown(data)


def test_what_stands_beside_each_other_is_one_row_from_the_top_to_the_bottom(data: bytes) -> None:
    said = rows(data).replace("\N{ZERO WIDTH SPACE}", "").splitlines()
    table = ["Month People", "April 24", "May 25"]
    assert said == ["Who came", "A link and a longword", *table, "Set last, drawn first?", "Page two."]


def test_what_a_screen_reader_meets_comes_in_the_order_of_the_tags(data: bytes) -> None:
    said = [line.strip() for line in read_aloud(data).splitlines()]
    assert said.index("Who came") < said.index("Set last, drawn first?") < said.index("Month") < said.index("25")
    assert said[-1] == "Page two."


def test_what_is_written_anywhere_is_found(data: bytes) -> None:
    said = written(data)
    for words in ("A title", "An author", "a keyword", "https://a.example/page", "Six of seven came", "en"):
        assert words in said
    assert "<dc:title>" in said, "its metadata too"


def test_how_far_right_it_reaches(data: bytes) -> None:
    assert 50 < right_edge(data) < 595
    wide = typst.compile(b"#set page(width: 100pt, margin: 10pt)\n#box(width: 900pt)[#h(800pt)out]")
    assert right_edge(wide) > 800
