"""Feedback forms: eight items out of any form, nobody's name, and people's own words only once they are read."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copkit.importers.form import normal
from copkit.importers.questions import item_of
from copkit.models.answers import read_feedback
from tests.importers.conftest import SESSION, TABLE
from tests.importers.exports import lines, workbook
from tests.shell import Ran, copkit, snapshot

HEADING = "useful,heard,met_someone,will_use,confident_before,confident_after,best,change\n"
HELD = f"private/feedback/home-first/{SESSION}.held.csv"
PRIVATE = ("ID", "Start time", "Completion time", "Email", "Name")
QUESTIONS = (
    "This session was worth\nmy time", "I felt heard", "I met someone useful from another organisation",
    "I will use something from today", "My confidence to work across the system: before",
    "My confidence to work across the system: after", "Best thing", "One change",
)  # fmt: skip
ROWS = (
    ("5", "4", "Yes", "Yes", "2", "4", "Meeting the\nhospice", "=cmd|' /C calc'!A0"),
    ("4 - Agree", "Strongly agree", "No;", "Maybe", "3/5", "3", "Tables; and tea", ""),
    ("3", "", "yes", "not sure", "★★", "9", "", "-1 on the room"),
)
ANSWERS = ("3,,yes,maybe,2,,,\n", "4,5,no,maybe,3,3,,\n", "5,4,yes,yes,2,4,,\n")


def microsoft(extra: str = "Which team are you in?") -> str:
    people = [
        (str(n), "6/9/26 11:31:07", "6/9/26 11:33:08", f"zq7{n}@nhs.example", f"Zq7 Person{n}") for n in (1, 2, 3)
    ]
    rows = [(*who, *row, "zq7 team") for who, row in zip(people, ROWS, strict=True)]
    return lines([(*PRIVATE, *QUESTIONS, extra), *rows], ",")


def google() -> str:
    rows = [("2026/06/09 11:33:08 am GMT+1", f"zq7{n}@nhs.example", *row) for n, row in enumerate(ROWS)]
    return lines([("Timestamp", "Email address", *QUESTIONS), *rows], ",", "\n")


def two_headers() -> str:
    """As SurveyMonkey has it: a question over two columns, what kind of answer below."""
    first = ("Respondent ID", "Collector ID", "Start Date", "IP Address", *QUESTIONS[:4],
             "My confidence to work across the system", "", *QUESTIONS[6:])  # fmt: skip
    second = ("", "", "", "", "Response", "Response", "Response", "Response", "Before", "After",
              "Open-Ended Response", "Open-Ended Response")  # fmt: skip
    rows = [("123456789", "987654", "06/09/2026 11:31:07", "zq7.1.1.1", *row) for row in ROWS]
    return lines([first, second, *rows], ",")


FORMS = {
    "Microsoft Forms": microsoft().encode("utf-8-sig"),
    "Microsoft Forms, a workbook": workbook(
        Form=[(*PRIVATE, *QUESTIONS), *(("1", "6/9/26", "6/9/26", "zq7@x.example", "Zq7 P", *row) for row in ROWS)]
    ),
    "Google Forms": google().encode(),
    "two lines of headings": two_headers().encode(),
    "Windows-1252 with semicolons": lines([("Name", *QUESTIONS), *(("Zq7 É", *row) for row in ROWS)], ";")
    .replace("★★", "2").encode("cp1252"),
    "UTF-16 with tabs": lines([QUESTIONS, *ROWS]).encode("utf-16"),
    "the table's own headings": lines([HEADING.strip().split(","), *ROWS], ",").encode(),
}  # fmt: skip


def take(root: Path, data: bytes, *words: str, name: str = "answers.csv") -> Ran:
    file = root.parent / name
    file.write_bytes(data)
    return copkit("feedback", "home-first", SESSION, file, *words, root=root)


def table(root: Path) -> str:
    return (root / TABLE).read_bytes().decode()


@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_the_same_table(held: Path, form: str) -> None:
    ran = take(held, FORMS[form])
    assert ran.code == 1, ran.err  # one answer cannot be read
    assert table(held) == HEADING + "".join(ANSWERS)
    assert "1 answer to “confident_after” could not be read" in ran.err


@pytest.mark.parametrize("form", FORMS)
def test_no_name_address_or_time_is_written_or_shown(held: Path, form: str) -> None:
    ran = take(held, FORMS[form])
    written = "".join(data.decode() for data in snapshot(held).values())
    for told in (written, ran.out, ran.err):
        assert "zq7" not in told.casefold()
        assert "11:3" not in told and "2026/06" not in told


def test_words_wait_in_the_private_folder_until_they_are_read(held: Path) -> None:
    take(held, FORMS["Google Forms"])
    tracked = {path: data for path, data in snapshot(held).items() if not path.startswith("private/")}
    assert not any(b"hospice" in data for path, data in tracked.items() if "feedback" in path)
    assert (held / HELD).read_text(encoding="utf-8").count("'=cmd|' /C calc'!A0") == 1
    ran = copkit("feedback", SESSION, "--read-all-kept", root=held)
    assert ran.code == 0, ran.err
    assert not (held / HELD).exists()
    assert table(held) == HEADING + (
        "3,,yes,maybe,2,,,'-1 on the room\n4,5,no,maybe,3,3,Tables; and tea,\n"
        "5,4,yes,yes,2,4,Meeting the hospice,'=cmd|' /C calc'!A0\n"
    )
    read = read_feedback((held / TABLE).read_bytes())
    assert read.given("change") == ("-1 on the room", "=cmd|' /C calc'!A0")
    assert (read.forms, read.unread, read.given("confident_after")) == (3, (), (3, 4))


def test_each_text_is_kept_dropped_or_edited(held: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [("5", "Amina was best"), ("4", "write to zq7@x.example"), ("3", "more time"), ("2", "tea")]
    take(held, lines([("Worth my time", "Best thing"), *rows], ",").encode())
    typed = iter(["d", "k", "k", "e", "write to us", "k", "s"])  # the rows are sorted: 2, 3, 4, 5
    monkeypatch.setattr("copkit.cli.feedback_reading.on_terminal", lambda: True)
    monkeypatch.setattr("typer.prompt", lambda *_, **__: next(typed))
    ran = copkit("feedback", SESSION, "--read", root=held)
    assert ran.code == 0, ran.err
    assert "zq7" not in ran.err + ran.out
    assert "It cannot be kept as it is, since it holds an e-mail address" in ran.err
    assert table(held) == HEADING + "2,,,,,,,\n3,,,,,,more time,\n4,,,,,,write to us,\n5,,,,,,,\n"
    assert "1 still to be read" in ran.err
    assert copkit("feedback", SESSION, "--read-all-kept", root=held).code == 0
    assert "5,,,,,,Amina was best,\n" in table(held)
    assert "tea" not in table(held)


def test_without_a_terminal_the_texts_are_shown_and_nothing_is_written(held: Path) -> None:
    take(held, FORMS["Google Forms"])
    before = snapshot(held)
    ran = copkit("feedback", SESSION, "--read", root=held)
    assert ran.code == 3
    assert "best: Meeting the hospice\n" in ran.out
    assert snapshot(held) == before


def test_an_address_in_a_text_is_not_kept_unseen(held: Path) -> None:
    take(held, lines([("Worth my time", "Best thing"), ("5", "ring 07700 900123")], ",").encode())
    assert copkit("feedback", SESSION, "--read-all-kept", root=held).code == 1
    assert "07700" not in table(held)


def test_the_same_form_again_writes_nothing(held: Path) -> None:
    take(held, FORMS["Google Forms"])
    before = snapshot(held)
    assert "taken in already" in take(held, FORMS["Google Forms"]).err
    assert snapshot(held) == before
    copkit("feedback", SESSION, "--read-all-kept", root=held)
    before = snapshot(held)
    assert "taken in already" in take(held, FORMS["Microsoft Forms"]).err
    assert snapshot(held) == before


def test_more_answers_need_a_word_and_what_was_read_stays_read(held: Path) -> None:
    take(held, FORMS["Google Forms"])
    copkit("feedback", SESSION, "--read-all-kept", root=held)
    more = google() + lines([("2026/06/10", "zq7@x.example", "1", "1", "no", "no", "1", "1", "New words", "")], ",")
    before = snapshot(held)
    ran = take(held, more.encode())
    assert ran.code == 3
    assert "has 3 forms already, and this file 4" in ran.err
    assert snapshot(held) == before
    assert take(held, more.encode(), "--replace").code == 1
    assert "1,1,no,no,1,1,,\n" in table(held) and "Meeting the hospice" in table(held)
    assert "New words" not in table(held)
    assert "1 text waits" in take(held, more.encode(), "--replace").err or (held / HELD).exists()


def test_a_table_edited_by_hand_is_not_written_over(held: Path) -> None:
    take(held, FORMS["Google Forms"])
    edited = table(held).replace("5,4,yes", "1,4,yes")
    (held / TABLE).write_text(edited)
    ran = copkit("feedback", SESSION, "--read-all-kept", root=held)
    assert ran.code == 3
    assert "edited by hand" in ran.err
    assert table(held) == edited


def test_a_dry_run_writes_nothing_at_all(held: Path) -> None:
    before = snapshot(held)
    ran = take(held, FORMS["Google Forms"], "--dry-run")
    assert "+5,4,yes,yes,2,4,,\n" in ran.out
    assert snapshot(held) == before


def test_a_mapping_is_remembered_for_the_next_session(held: Path) -> None:
    data = lines([("How did it go?", "Anything else?"), ("5", "no")], ",").encode()
    ran = take(held, data)
    assert ran.code == 3
    assert "It asks “How did it go?”, “Anything else?”" in ran.err
    assert take(held, data, "--map", "How did it go?=useful", "--map", "anything else=none").code == 0
    assert (held / "communities/home-first/feedback-form.yaml").read_text() == (
        "# Which question of the feedback form is which item.\n"
        "- question: How did it go?\n  item: useful\n- question: Anything else?\n  item: none\n"
    )
    (held / TABLE).unlink()
    again = take(held, data)
    assert again.code == 0, again.err
    assert table(held) == HEADING + "5,,,,,,,\n"
    assert "Left out" not in again.err
    assert "feedback-form" not in copkit("check", "home-first", root=held).out


def test_two_questions_for_one_item_are_asked_about(held: Path) -> None:
    data = lines([("I felt heard in plenary", "I felt heard at my table", "Worth my time"), ("1", "5", "4")], ",")
    before = snapshot(held)
    ran = take(held, data.encode())
    assert ran.code == 3
    assert "“I felt heard in plenary” – perhaps heard" in ran.err
    assert snapshot(held) == before
    maps = ("--map", "I felt heard at my table=heard", "--map", "I felt heard in plenary=none")
    assert take(held, data.encode(), *maps).code == 0
    assert table(held) == HEADING + "4,5,,,,,,\n"


def test_unknown_questions_are_asked_about_on_a_terminal(held: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = iter(["99", "7", ""])
    monkeypatch.setattr("copkit.cli.feedback_form.on_terminal", lambda: True)
    monkeypatch.setattr("typer.prompt", lambda *_, **__: next(typed))
    data = lines([("Worth my time", "I learnt of a service", "My team"), ("4", "x", "zq7")], ",").encode()
    ran = take(held, data)
    assert ran.code == 0, ran.err
    assert "best" in (held / HELD).read_text()
    assert "item: best" in (held / "communities/home-first/feedback-form.yaml").read_text()


def test_the_item_only_here_has_its_column_where_it_was_asked(held: Path) -> None:
    question = "We could not have had this conversation elsewhere"
    assert take(held, lines([("Worth my time", question), ("4", "Not sure")], ",").encode()).code == 0
    assert table(held).splitlines() == [HEADING.strip().replace(",best", ",only_here,best"), "4,,,,,,unsure,,"]


@pytest.mark.parametrize(
    ("question", "item"),
    [
        ("Was the session worth your time?", "useful"), ("I felt heard", "heard"),
        ("I met someone useful", "met_someone"),
        ("I will use something from today", "will_use"),
        ("How confident were you before the session?", "confident_before"),
        ("How confident are you now?", "confident_after"), ("What was the best thing?", "best"),
        ("What one change would you make?", "change"), ("What could we improve?", "change"),
        ("Could you have had this conversation elsewhere?", "only_here"),
        ("What was best and what would you change?", None),
        ("Where do you work?", None), ("Any other comments?", None),
    ],
)  # fmt: skip
def test_questions_are_known_by_their_wording(question: str, item: str | None) -> None:
    assert item_of(question) == item


@pytest.mark.parametrize(
    ("item", "text", "value"),
    [
        ("useful", "5", "5"), ("useful", "5.0", "5"), ("useful", "4 – agree", "4"),
        ("useful", "Strongly disagree", "1"),
        ("useful", "8", None), ("useful", "10", None), ("useful", "4/10", None),
        ("useful", "0", None), ("useful", "?", None),
        ("will_use", "Maybe;", "maybe"), ("will_use", "Yes;No;", None), ("will_use", "I don't know", None),
        ("will_use", "Don't know", "maybe"), ("only_here", "maybe", "unsure"), ("only_here", "TRUE", "yes"),
        ("met_someone", "unsure", None), ("met_someone", "Yes, two people", "yes"), ("best", "a;b;", "a; b"),
    ],
)  # fmt: skip
def test_answers_are_read_as_the_items_words(item: str, text: str, value: str | None) -> None:
    assert normal(item, text) == value


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader_of_tables(data: bytes) -> None:
    read = read_feedback(data)
    assert read.forms == len(read.answers)


def test_cells_that_are_no_answers_are_said_with_their_line() -> None:
    read = read_feedback(b"useful,heard,best\n5,7,ok\n\n,x,'=1\n")
    assert [(unread.line, unread.item) for unread in read.unread] == [(2, "heard"), (4, "heard")]
    assert (read.forms, read.given("useful"), read.given("best")) == (2, (5,), ("ok", "=1"))
