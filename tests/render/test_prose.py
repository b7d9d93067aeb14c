"""Light Markdown: what is formatted, what is shown as typed, and that neither can do harm."""

import html as escapes
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copkit.render import tree
from copkit.render.prose import TAGS, prose

ELEMENTS = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>",
    "<iframe srcdoc=x></iframe>", "<style>@import 'http://x.example'</style>", "<form action=x></form>",
    "<base href=//x.example>", "<meta http-equiv=refresh content=0>", "<details ontoggle=alert(1) open>",
    "<a id=main name=body>x</a>",
)  # fmt: skip
BAD_LINKS = (
    "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](&#106;avascript:alert(1))",
    "[x](data:text/html,x)", "[x](vbscript:x)", "[x](file:///etc/passwd)", "[x](//evil.example)",
    "[x](\\\\server\\share)", "[x](http:///evil.example)", "[x](/etc/passwd)", "[x](https://[bad)",
    "![x](data:image/svg+xml;base64,AAAA)", "[x]: javascript:alert(1)", "[x]()", "[](<>)",
)  # fmt: skip


def shown(made: str) -> str:
    """What a reader sees."""
    return escapes.unescape(re.sub(r"<[^>]+>", "", made))


def is_allowed(made: str) -> None:
    """That a page may hold it: the tree takes no other elements or attributes."""
    assert set(re.findall(r"</?([a-z0-9]+)", made)) <= TAGS
    tree(f"<body><h1>Title</h1><h2>Part</h2><div>{made}</div></body>")


@pytest.mark.parametrize("text", ELEMENTS)
@pytest.mark.parametrize("around", ["{}", "- a\n- {}", "one\n{}\ntwo", "[{}](https://x.example)"])
def test_html_is_shown_as_it_was_typed(text: str, around: str) -> None:
    made = prose(around.format(text))
    is_allowed(made)
    assert text in shown(made)


@pytest.mark.parametrize("text", BAD_LINKS)
def test_a_link_that_is_not_to_a_page_a_mailbox_or_a_telephone_is_text(text: str) -> None:
    made = prose(text)
    assert "<a" not in made
    assert shown(made) == text


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("[x](https://a.example/b?c=d&e=f)", "https://a.example/b?c=d&e=f"),
        ("[x](mailto:a@b.example)", "mailto:a@b.example"),
        ("[x](tel:+441632960001)", "tel:+441632960001"),
        ("(see https://a.example/b_c_d).", "https://a.example/b_c_d"),
        ("[](http://a.example)", "http://a.example"),
        ("[ ](http://a.example)", "http://a.example"),
        ('[x](https://a.example "Why")', "https://a.example"),
    ],
)
def test_other_links_are_links_with_words(text: str, address: str) -> None:
    made = prose(text)
    is_allowed(made)
    found = re.search(r'<a href="([^"]*)">([^<]+)</a>', made)
    assert found is not None
    assert escapes.unescape(found[1]) == address
    assert found[2].strip()


def test_a_picture_from_outside_is_never_fetched() -> None:
    assert "<img" not in prose("![x](http://tracker.example/p.gif)")


def test_what_is_formatted() -> None:
    assert prose("**bold**, *slanted*") == "<strong>bold</strong>, <em>slanted</em>"
    assert prose("a\n- b\n- c\n\n2. d\n3. e") == (
        '<p>a</p><ul><li>b</li><li>c</li></ul><ol start="2"><li>d</li><li>e</li></ol>'
    )
    assert prose("one\ntwo") == "one two"


@pytest.mark.parametrize(
    "text", ["`code` ~~gone~~", "a_b_c", "2 * 3 * 4", "&copy; &amp;", "\\*x", "> quoted", "---", "| a | b |"]
)
def test_what_is_not_formatted(text: str) -> None:
    assert shown(prose(text)) == text


@pytest.mark.parametrize("text", ["a\n1. x\n3. y", "x\n" + "- " * 40 + "deep", "0. a\n1. b"])
def test_a_text_that_formatting_would_change_is_shown_as_typed(text: str) -> None:
    assert escapes.unescape(prose(text).replace("<br>", "\n")) == text


def test_headings_stand_below_those_of_the_page_without_a_gap() -> None:
    assert prose("# A\n#### B\n## C\nd", 3) == "<h3>A</h3><h4>B</h4><h4>C</h4><p>d</p>"
    assert prose("# A\nb") == "<p><strong>A</strong></p><p>b</p>"
    is_allowed(prose("###### A\n#\n# \n", 3))


def test_a_text_without_marks_loads_no_library() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from copkit.render.prose import prose; prose('a & <b>'); print('markdown_it' in sys.modules)"
    )
    assert subprocess.check_output([sys.executable, "-c", code], timeout=120) == b"False\n"


MARKS = st.sampled_from(
    [
        "*",
        "**",
        "_",
        "#",
        "# ",
        "[",
        "](",
        ")",
        "<",
        ">",
        "&",
        "!",
        "\\",
        "- ",
        "1. ",
        "\n",
        "\n\n",
        "https://a.example/x_y",
        "javascript:",
        "<script>",
        "&#106;",
        "    ",
        "\t",
        '"',
        "'",
        " ",
    ]
)
TYPED = st.lists(st.one_of(MARKS, st.text(st.characters(exclude_categories=["C"]), max_size=6)), max_size=14)


@given(TYPED.map("".join), st.sampled_from([0, 3]))
def test_any_text_gives_a_safe_page_that_says_all_of_it(text: str, level: int) -> None:
    made = prose(text, level)
    is_allowed(made)
    for address in re.findall(r'href="([^"]*)"', made):
        assert re.match(r"https?://\S|mailto:|tel:", address)
    kept = "".join(letter for letter in text if letter.isalnum())
    said = "".join(letter for letter in escapes.unescape(re.sub(r'</?[a-z0-9]+( start="\d+")?>', "", made)))
    if "<a" not in made and "<ol" not in made:
        assert "".join(letter for letter in said if letter.isalnum()) == kept
