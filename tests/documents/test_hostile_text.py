"""What people type is shown as typed, in every document and format, and does nothing."""

import html as escapes
import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from copkit.documents import Source
from tests.documents.making import IN_PERSON, in_format, page_of, source
from tests.judges.paper import shown

TEXTS = (
    "{{ 7*7 }}",
    "{% raw %}",
    "<script>alert(1)</script>",
    "</title><script>",
    '#read("/etc/passwd")',
    '#import "@preview/x:0.1.0"',
    "$x$ *b* @ref <lbl> /* open",
    'A & B "quoted" ]]>',
    "</w:t></w:r></w:p><w:p>",
    "[link](javascript:alert(1))",
)
NAME = "wren.adair"


def typed(text: str, audience: str = "members") -> Source:
    """A source in which a member, the theme and the venue are called `text`."""
    made_from = source(IN_PERSON, audience)  # type: ignore[arg-type]
    people = dict(made_from.registers.people)
    people[NAME] = people[NAME].but(name=text)
    plan = made_from.planned.plan.but(theme=text, venue=text)
    return replace(
        made_from,
        registers=replace(made_from.registers, people=people),
        planned=replace(made_from.planned, plan=plan),
    )


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("name", ["agenda", "plan", "tables", "invite", "brief", "moderator"])
def test_html_holds_the_text_escaped_and_no_new_element(name: str, text: str) -> None:
    page = page_of(name, typed(text))
    body = page.partition("<body>")[2]
    assert text in escapes.unescape(body)
    assert "<script" not in page
    assert set(re.findall(r"<([a-z0-9]+)", page)) == set(re.findall(r"<([a-z0-9]+)", page_of(name, typed("Plain"))))


@pytest.mark.parametrize("text", TEXTS)
def test_plain_text_shows_what_was_typed(text: str) -> None:
    said = " ".join(in_format("tables", "txt", typed(text)).decode().split())
    assert " ".join(text.split()) in said


@pytest.mark.parametrize("text", TEXTS)
def test_word_shows_what_was_typed(text: str) -> None:
    from docx import Document

    word = Document(BytesIO(in_format("tables", "docx", typed(text))))
    assert any(text in paragraph.text for paragraph in word.paragraphs)


def test_pdf_shows_what_was_typed() -> None:
    for text in TEXTS:
        flat = "".join(shown(in_format("agenda", "pdf", typed(text))).split())
        assert "".join(text.split()) in flat
        assert "root:" not in flat


def test_a_character_that_no_font_has_is_marked_in_the_pdf_alone() -> None:
    assert "[CJK U+65E5 U+7A0B]" in " ".join(shown(in_format("agenda", "pdf", typed("日程"))).split())
    assert "日程" in in_format("agenda", "html", typed("日程")).decode()


def test_a_template_of_ones_own_cannot_do_more_than_show(tmp_path: Path) -> None:
    from copkit.render import TemplateProblem

    for body in ("{{ ''.__class__.__mro__ }}", "{{ items.append(3) }}", "{{ no_such_field }}"):
        own = '{% extends "copkit/agenda.html.j2" %}\n{% block facts %}\n' + body + "\n{% endblock %}\n"
        (tmp_path / "agenda.html.j2").write_text(own)
        with pytest.raises(TemplateProblem) as told:
            page_of("agenda", typed("Plain"), tmp_path)
        assert (told.value.template, told.value.line) == ("agenda.html.j2", 3)
