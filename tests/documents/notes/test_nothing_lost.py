"""Whatever a curator types stands in the members' notes, unless consent hides it: then that is said."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copkit import lexicon
from copkit.audience.hearing import shown_of
from copkit.capture import keywords
from copkit.workspace.entries import Said, said
from tests.documents.notes.making import in_format, source, with_notes

PLAIN = st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"))
MARKUP = st.sampled_from(
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
        "`",
        "~",
        "|",
        " | ",
        "- ",
        "1. ",
        "https://a.example/x",
        "\\",
        "&amp;",
        "'",
        '"',
        " ",
        "    - ",
        "\n  ",
        "$",
        "@",
        "+",
    ]
)
WORDS = st.sampled_from(["joe", "rosa.lind", "wren", "30 Jun", "next", "2026-05-06/1", "role only", "name"])
TEXT = st.lists(st.one_of(st.text(PLAIN, max_size=8), MARKUP, WORDS), max_size=12).map("".join)
KEYWORD = st.sampled_from(["", "", "acton: ", *(f"{keyword.name}: " for keyword in keywords())])
LINES = st.lists(st.tuples(KEYWORD, TEXT).map("".join), max_size=8).map("\n".join)


def letters(text: str) -> str:
    """Letters and digits alone: what Markdown, layout and escapes may not touch."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def lines_of(capture: str) -> tuple[Said, ...]:
    made_from = with_notes(capture)
    return said(made_from.files, made_from.planned, made_from.files.company(made_from.registers.register))


def expected(line: Said) -> list[str]:
    """What must be read of a line."""
    detail = [] if line.kind == "quote" else [lexicon.table("notes.where").get(line.detail.casefold(), line.detail)]
    if line.kind == "quote" and shown_of(line) in ("role", "name") and not line.people:
        detail = [line.detail.partition("|")[2]]
    if line.kind == "resource":
        detail = line.detail.split(" | ")
    who = [one.shown for one in line.people] if line.kind in ("action", "ask", "offer") else []
    closes = line.closes if line.kind == "done" else ""
    return [line.what, *detail, *who, closes, "" if line.due else line.typed_due]


@given(LINES)
def test_every_line_that_was_typed_can_be_read_in_the_members_notes(capture: str) -> None:
    if "<!--" in capture:
        return
    page = letters(in_format("notes", "md", with_notes(capture)).decode())
    for line in lines_of(capture):
        for piece in expected(line):
            assert letters(piece) in page, (line.kind, piece)


@given(st.lists(TEXT.filter(lambda text: letters(text) and "|" not in text), max_size=6))
def test_notes_stand_in_the_order_in_which_they_were_typed(texts: list[str]) -> None:
    typed = [text for text in texts if "<!--" not in text]
    made_from = with_notes("\n".join(typed))
    page = letters(in_format("notes", "md", made_from).decode())
    at = page.find(letters("Also noted"))
    for line in lines_of("\n".join(typed)):
        if line.kind == "note":
            at = page.find(letters(line.what), at)
            assert at >= 0


def test_what_consent_hides_is_counted() -> None:
    capture = (
        "quote: It helped. | nothing | wren.adair\nquote: So it did. | role only | night nurse\n"
        "connect: wren.adair + rosa.lind | tea\nstory: wren.adair | how it began\nquote: And this."
    )
    text = in_format("notes", "txt", with_notes(capture)).decode()
    assert "Names are left out of 3 lines" in text
    assert "Wren" not in text
    assert "night nurse" in text


@pytest.mark.parametrize("typed", ["wren.adair", "Wren Adair", "Wren", "ADAIR, Wren"])
def test_a_person_quoted_by_role_is_shown_by_the_job_and_not_by_name(typed: str) -> None:
    text = in_format("notes", "txt", with_notes(f"quote: It helped. | role only | {typed}")).decode()
    assert "– Lived experience partner" in text
    assert "Wren" not in text


def test_people_are_named_with_a_connection_where_all_of_them_agreed() -> None:
    text = in_format("notes", "txt", source()).decode()
    assert "Rosa Lind and Una Okafor: What the ward wants" in text
    assert "Viktor Hale and" not in text


def test_a_remark_in_html_is_in_no_format_and_is_counted() -> None:
    made_from = with_notes("idea: tea <!-- copkit:private --> for all\n<!-- a | b -->\ndecision: x <!-- y | z -->")
    for form in ("html", "md", "txt"):
        text = in_format("notes", form, made_from).decode()
        assert not re.search(r"copkit:private|a \| b|\bz\b", text)
        assert "3 remarks" in text
        assert re.search("Tea +for all", text)


def test_a_heading_that_was_typed_stands_below_those_of_the_page() -> None:
    page = in_format("notes", "html", with_notes("# At the start\nTea.\n### Later\nCake.\n#\n")).decode()
    assert page.count("<h1") == 1
    assert re.findall(r"<h3>(.*?)</h3>", page) == ["At the start", "Later"]


@pytest.mark.parametrize("form", ["html", "md", "txt"])
def test_what_may_tell_of_somebodys_health_beside_a_name_is_left_out_and_said(form: str) -> None:
    came, away = ("Zed Quill (wheelchair)",), ("Joe (off sick)", "rosa.lind", "Rosa (flu)")
    made_from = with_notes("idea: x", present=came, apologies=away)
    text = in_format("notes", form, made_from).decode()
    assert "Zed Quill" in text and "Joe" in text and "Rosa Lind" in text
    assert all(word not in text for word in ("off sick", "wheelchair", "flu)"))
    assert "What was typed beside 3 names is left out, since it may tell of somebody" in text


def test_a_remark_on_anything_else_stays_and_nothing_is_said() -> None:
    text = in_format("notes", "txt", with_notes("idea: x", apologies=("Zed Quill (on leave)",))).decode()
    assert "Zed Quill (on leave)" in text and "beside" not in text
