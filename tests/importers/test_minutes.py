"""Minutes from elsewhere: every line of Word, Markdown, text and transcripts, and nothing that nobody wrote."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copkit.importers.minutes import by_a_machine, lines_of, word_lines
from copkit.importers.tables import Unreadable
from copkit.world.foreign import minutes_lines
from tests.importers.word import tracked, word

PARAGRAPH = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=40).filter(str.strip)


@settings(max_examples=15)
@given(st.lists(PARAGRAPH.filter(lambda text: not text.startswith("# ")), min_size=1, max_size=6))
def test_every_paragraph_of_a_document_is_a_line(paragraphs: list[str]) -> None:
    assert lines_of(word_lines(word(paragraphs))) == [text.strip() for text in paragraphs]


@given(st.lists(PARAGRAPH, min_size=1, max_size=8), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_every_line_of_a_text_is_a_line(paragraphs: list[str], codec: str) -> None:
    assert lines_of("\n\n".join(paragraphs).encode(codec)) == [text.strip() for text in paragraphs]


def test_a_table_is_a_line_a_row_and_headings_are_lines() -> None:
    made = word(["# Actions", [["What", "Owner"], ["Ring\nthe council", "Amina"]], "Thanks"])
    assert minutes_lines(made, "x.docx") == ["Actions", "What | Owner", "Ring the council | Amina", "Thanks"]


def test_words_that_were_added_are_there_and_words_taken_out_are_not() -> None:
    made = tracked("Amina to ring", " the council", " the bishop")
    assert minutes_lines(made, "") == ["Amina to ring the council"]


def test_a_transcript_is_who_said_what() -> None:
    text = "WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000\n<v Amina Khan>Hello</v>\n\n00:05.000 --> 00:06.000\nYes.\n"
    assert lines_of(text.encode(), "a.vtt") == ["Amina Khan: Hello", "Yes."]
    assert by_a_machine(["Amina Khan: One form"], "a.vtt")


@pytest.mark.parametrize("line", ["AI-generated content may be wrong.", "By Copilot", "Created by AI Companion"])
def test_a_machine_is_known_by_its_words(line: str) -> None:
    assert by_a_machine(["Summary", line])
    assert not by_a_machine(["Summary", "by Sam"])


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"%PDF-1.7", "this file is of the kind PDF"),
        (b"{\\rtf1", "this file is of the kind RTF"),
        (b"\xd0\xcf\x11\xe0x", "this file is of the kind .doc"),
        (b" \n\n", "there is no text in this file"),
        (b"PK\x03\x04nothing", "this document cannot be read"),
        (b"x" * 20_000_001, "this file is too large"),
    ],
    ids=["pdf", "rtf", "doc", "empty", "damaged", "large"],
)
def test_what_is_no_text_is_refused_with_what_to_do(data: bytes, problem: str) -> None:
    with pytest.raises(Unreadable, match=problem.replace(".", r"\.")) as raised:
        minutes_lines(data, "a")
    assert raised.value.fix or "too large" in problem


def test_a_bomb_is_refused() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 150_000_000)
    with pytest.raises(Unreadable, match="far too large"):
        minutes_lines(out.getvalue(), "a.docx")


def test_entities_are_no_way_to_other_files() -> None:
    out = BytesIO()
    body = (
        '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>a&x;</w:t></w:r></w:p></w:body></w:document>"
    )
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", body)
    try:
        assert "root" not in " ".join(minutes_lines(out.getvalue(), "a.docx"))
    except Unreadable as problem:
        assert "cannot be read" in problem.message
