"""Lines of notes: every keyword is understood however it is typed, and nothing typed is lost."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copkit.capture import by_word, closes, keywords, people, promise, read_lines, who_what
from copkit.dates import read_day

SESSION, FOLLOWING = date(2026, 6, 9), date(2026, 7, 14)


@pytest.mark.parametrize("word", sorted(by_word()))
@pytest.mark.parametrize(
    "form", ["{}: text", "- {}: text", "* {} : text", "• {}:text", "1. {}: text", "**{}:** text"]
)
def test_every_keyword_in_every_dress(word: str, form: str) -> None:
    for spelling in (word, word.upper(), word.capitalize()):
        (entry,) = read_lines(form.format(spelling))
        assert (entry.kind, entry.text, entry.doubt) == (by_word()[word], "text", "")


@pytest.mark.parametrize(
    "line", ["10:30: break", "Several people said so.", "https://example.org/a", "Sam: yes", ": x", "-"]
)
def test_anything_else_is_a_note(line: str) -> None:
    (entry,) = read_lines(line)
    assert (entry.kind, entry.raw) == ("note", line)


@pytest.mark.parametrize(
    ("line", "meant"), [("acton: x", "action"), ("Desicion: x", "decision"), ("qestion: x", "question")]
)
def test_a_slip_is_kept_as_a_note_with_a_question(line: str, meant: str) -> None:
    (entry,) = read_lines(line)
    assert (entry.kind, entry.raw, entry.doubt) == ("note", line, f"did you mean “{meant}:”?")


def test_indented_lines_continue_the_line_above_and_blank_lines_part() -> None:
    first, second = read_lines("idea: one form\n  for all #Wards\n\nshift: calm\n")
    assert (first.text, first.themes, first.line, first.lines) == ("one form\nfor all #Wards", ("wards",), 0, 2)
    assert (second.kind, second.line) == ("shift", 3)


def test_numbers_follow_the_order_and_never_change_when_lines_are_added_at_the_end() -> None:
    text = "action: sam | a | 30 Jun\nconnect: a + b\naction: joe | b | next"
    before = [entry.id("2026-06-09") for entry in read_lines(text)]
    assert before == ["2026-06-09/1", "2026-06-09/connect/1", "2026-06-09/2"]
    after = read_lines(text + "\naction: x | y | +2w\nidea: z")
    assert [entry.id("2026-06-09") for entry in after][:3] == before


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("30 Jun", date(2026, 6, 30)), ("1 March", date(2027, 3, 1)), ("9 June", date(2026, 6, 9)),
        ("Jun 8", date(2027, 6, 8)), ("next", FOLLOWING), ("Next session", FOLLOWING), ("+2w", date(2026, 6, 23)),
        ("+10 days", date(2026, 6, 19)), ("+1m", date(2026, 7, 9)), ("2026-07-01", date(2026, 7, 1)),
        ("by Friday 3 July", date(2026, 7, 3)), ("29 Feb", date(2028, 2, 29)), ("14/07/2026", date(2026, 7, 14)),
    ],
)  # fmt: skip
def test_due_dates_are_read_forward_from_the_session(text: str, due: date) -> None:
    assert read_day(text, SESSION, FOLLOWING).value == due


@pytest.mark.parametrize("text", ["soon", "31 Jun", "06/07/2026", "", "+w", "12 Smarch"])
def test_what_is_no_date_says_so(text: str) -> None:
    read = read_day(text, SESSION, FOLLOWING)
    assert read.value is None
    assert read.problem


@pytest.mark.parametrize(
    ("line", "owner", "what", "due"),
    [
        ("action: sam | draft | 30 Jun", "sam", "draft", date(2026, 6, 30)),
        ("action: sam | draft a | b | 30 Jun", "sam", "draft a | b", date(2026, 6, 30)),
        ("action: draft | 30 Jun", "", "draft", date(2026, 6, 30)),
        ("action: sam | draft", "sam", "draft", None),
        ("action: draft", "", "draft", None),
        ("action: sam | draft | ", "sam", "draft", None),
    ],
)
def test_a_promise_has_an_owner_a_task_and_a_date_or_says_what_lacks(
    line: str, owner: str, what: str, due: date | None
) -> None:
    made = promise(read_lines(line)[0], SESSION, FOLLOWING)
    assert (made.owner, made.what, made.due) == (owner, what, due)


def test_a_date_that_cannot_be_read_is_kept_as_typed() -> None:
    made = promise(read_lines("action: sam | draft | soonish")[0], SESSION, FOLLOWING)
    assert (made.owner, made.what, made.typed_due) == ("sam", "draft", "soonish")
    assert made.problem


def test_people_asks_and_closed_actions() -> None:
    assert people(read_lines("connect: a + Jo Ng + c.d | forms | met")[0]) == ("a", "Jo Ng", "c.d")
    assert who_what(read_lines("ask: lee.marsh | somebody | who knows")[0]) == ("lee.marsh", "somebody | who knows")
    assert closes(read_lines("done: 2026-05-12/1 | sent")[0]) == ("2026-05-12/1", "sent")
    assert closes(read_lines("done: 2026-05-12/action/3 sent to all")[0]) == ("2026-05-12/3", "sent to all")
    assert closes(read_lines("done: the form")[0]) == ("", "the form")


LINES = st.lists(
    st.one_of(
        st.text(max_size=40),
        st.builds(
            "{}{}: {}".format,
            st.sampled_from(["", "- ", "  ", "\t"]),
            st.sampled_from([k.name for k in keywords()]),
            st.text(max_size=20),
        ),
    ),
    max_size=20,
)


@given(LINES)
def test_every_line_is_found_again_in_order_and_nothing_is_added(lines: list[str]) -> None:
    text = "\n".join(lines)
    entries = read_lines(text)
    kept = [line for entry in entries for line in entry.raw.split("\n") if line.strip()]
    import re

    typed = [line for line in re.split(r"\r\n|\r|\n|\x85|\u2028|\u2029", text) if line.strip()]
    assert kept == typed
    assert [entry.line for entry in entries] == sorted(entry.line for entry in entries)
