"""Sheets are one page each, ask for what the notes and the feedback form hold, and for nothing else."""

import shutil
from pathlib import Path

import pytest

from copkit import lexicon
from copkit.cli.app import run
from copkit.documents import Source
from copkit.documents.feedback_sheet import ticked
from copkit.importers.questions import item_of
from copkit.models.answers import CHOICES, FEEDBACK, FOLLOW_UP
from copkit.models.feedback import FOLLOW_UP_ITEMS, ITEMS
from tests.documents.notes.making import HELD, NEXT, WORKSPACE, in_format, source
from tests.judges.paper import pages

TICKED = ticked(FEEDBACK, "feedback_sheet.ticked")
WRITTEN = lexicon.table("feedback_sheet.written")
SHEETS = ("sign-in", "table-sheet", "story-sheet", "feedback-sheet", "follow-up-sheet")


def long_titles(made_from: Source) -> Source:
    """The same session with a question of two lines."""
    from dataclasses import replace

    plan = made_from.planned.plan.but(question="What would have to be true " * 3)
    return replace(made_from, planned=replace(made_from.planned, plan=plan))


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A copy of the small workspace, since printing may leave compiled templates there."""
    return Path(shutil.copytree(WORKSPACE, tmp_path / "workspace"))


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_is_one_page(name: str) -> None:
    for made_from in (source(NEXT), long_titles(source(NEXT))):
        assert pages(in_format(name, "pdf", made_from)) == 1


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_names_nobody_but_its_author(name: str) -> None:
    text = in_format(name, "txt", source(NEXT, "public")).decode()
    for person in source(NEXT).shared.people.values():
        assert person.name not in text.replace("By Rosa Lind", "")


def test_members_find_themselves_on_the_sign_in_sheet_and_there_is_room_for_others() -> None:
    made = in_format("sign-in", "txt", source(NEXT)).decode()
    for name in ("Rosa Lind", "Una Okafor"):
        assert name in made
    assert made.count("□") > 2 * 4


def test_the_feedback_sheet_asks_for_every_item_in_the_words_of_its_answers() -> None:
    asked = [one.item for one in TICKED] + list(WRITTEN)
    assert sorted(asked) == sorted(ITEMS)
    for one in TICKED:
        if words := CHOICES[one.item]:
            assert tuple(answer.casefold() for answer in one.answers) == words


def test_answers_typed_from_the_sheet_are_recognised_by_its_questions() -> None:
    for question, item in (
        *((one.question, one.item) for one in TICKED),
        *((said, item) for item, said in WRITTEN.items()),
    ):
        if not question.startswith("…"):
            assert item_of(question) == item


def test_the_follow_up_sheet_asks_what_its_form_holds() -> None:
    asked = [(one.question, one.item) for one in ticked(FOLLOW_UP, "follow_up_sheet.ticked")]
    asked += [(question, item) for item, question in lexicon.table("follow_up_sheet.written").items()]
    assert [item for _, item in asked] == list(FOLLOW_UP_ITEMS)
    assert all(item_of(question, "follow_up") == item for question, item in asked)
    text = in_format("follow-up-sheet", "txt", source(HELD)).decode()
    assert all(question in text for question, _ in asked)


@pytest.mark.parametrize(
    ("words", "made"),
    [
        (("sheets",), ["feedback-sheet", "sign-in", "story-sheet", "table-sheet"]),
        (("table-sheet",), ["table-sheet"]),
        (("sign-in", "night-care"), ["sign-in"]),
        (("story-sheet", NEXT), ["story-sheet"]),
        (("feedback-sheet", NEXT, "night"), ["feedback-sheet"]),
        (("follow-up-sheet", "night", HELD), ["follow-up-sheet"]),
    ],
)
def test_sheets_are_named_together_or_alone(words: tuple[str, ...], made: list[str], workspace: Path) -> None:
    out = workspace / "out"
    assert run(["print", *words, "--root", str(workspace), "--out", str(out), "--format", "txt"]) == 0
    day = HELD if HELD in words else NEXT
    assert sorted(path.name for path in out.rglob("*.txt")) == [f"{day}-night-care-{name}.txt" for name in made]


@pytest.mark.parametrize(("audience", "suffix"), [("", ""), ("public", "-public")])
def test_notes_are_printed_for_whom_they_are_asked(audience: str, suffix: str, workspace: Path) -> None:
    words = ["notes", "print", "night-care", HELD, "--root", str(workspace), "--out", str(workspace / "out")]
    for form in ("html", "pdf", "docx", "md", "txt"):
        words += ["--format", form]
    assert run([*words, *(("--for", audience) if audience else ())]) == 0
    assert sorted(path.name for path in (workspace / "out").iterdir()) == [
        f"{HELD}-night-care-notes{suffix}.{form}" for form in ("docx", "html", "md", "pdf", "txt")
    ]


def test_without_notes_there_is_nothing_to_print(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["notes", "print", "night-care", NEXT, "--root", str(workspace)]) == 3
    assert "copkit notes new night-care 2026-07-01" in capsys.readouterr().err


def test_an_audience_that_there_is_not_is_told(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["notes", "print", "night-care", HELD, "--for", "press", "--root", str(workspace)]) == 2
    assert "press" in capsys.readouterr().err
