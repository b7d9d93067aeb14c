"""Answers to forms in the layouts and words of real exports, each with what is right of it."""

from pathlib import Path

import pytest

from copkit.importers.form import Answers, Form, read_form
from copkit.importers.scales import scale_of
from copkit.importers.tables import sheets_of

CASES = Path(__file__).parent / "forms"


def taken(data: bytes) -> tuple[Form, list[Answers], dict[str, list[str]]]:
    form = read_form(data, {})
    answers, unread = form.answers({one.at: one.item for one in form.columns if one.item})
    return form, answers, unread


def case(name: str) -> tuple[Form, list[Answers], dict[str, list[str]]]:
    return taken(sheets_of((CASES / name).read_bytes()))


def test_every_question_is_shown_with_its_item_and_a_blank_row_is_no_form() -> None:
    form, answers, unread = case("f1-msforms.xlsx")
    assert len(answers) == 4
    assert form.receipt.columns["How useful was today’s session?"] == "useful"
    assert sorted(form.receipt.columns.values()) == [
        "best", "change", "confident_after", "confident_before", "heard", "met_someone", "useful", "will_use",
    ]  # fmt: skip
    assert [one["heard"] for one in answers] == ["5", "4", "4", "3"]
    assert unread == {"will_use": ["Not sure yet"], "met_someone": ["Maybe"]}


def test_welsh_is_read_by_its_data_file() -> None:
    form, [answer], unread = case("f3-welsh.xlsx")
    assert sorted(form.receipt.columns.values()) == ["best", "change", "useful"]
    assert (answer["useful"], answer["best"], unread) == ("5", "Y straeon", {})


def test_a_scale_of_ten_is_made_one_of_five_as_a_whole_and_said() -> None:
    form, answers, unread = case("f4-ten.xlsx")
    assert [one["useful"] for one in answers] == ["5", "5", "4", "5", "5", "4", "5", "2", "2", "5"]
    assert not unread
    assert [one.taken for one in form.receipt.decided] == ["0 to 10 made 1 to 5"]


def test_degrees_of_agreeing_are_read_or_listed() -> None:
    _, answers, unread = case("f5-tend.xlsx")
    assert [one["useful"] for one in answers] == ["4", "2", "5", "5", "3"]
    assert [one["heard"] for one in answers] == ["4", "2", "4", "5", ""]
    assert unread == {"heard": ["Not sure"]}


@pytest.mark.parametrize(
    "question",
    ["I agree that we will use your feedback anonymously", "Do you consent to us using your words?",
     "I understand that my answers will be used as the privacy notice says"],
)  # fmt: skip
def test_a_question_for_leave_is_no_item_and_is_said(question: str) -> None:
    form, [answer], _ = taken(f"ID\tI felt heard\t{question}\n1\t4\tYes\n".encode())
    assert form.receipt.columns == {"I felt heard": "heard"}
    assert form.receipt.not_read == [question]
    assert answer["will_use"] == ""


@pytest.mark.parametrize(
    ("question", "cells", "scale"),
    [
        ("Useful?", ["5", "4", "1", ""], (1, 5)),
        ("Useful?", ["5", "4", "9"], (1, 5)),
        ("Useful?", ["10", "9", "3", "2"], (0, 10)),
        ("Useful? 1 = not at all, 10 = very", ["3", "4"], (1, 10)),
        ("Useful?", ["2", "3", "4", "1", "8", "9"], (0, 9)),
        ("Useful?", ["80", "95", "60"], (0, 95)),
    ],
)
def test_the_scale_is_the_columns(question: str, cells: list[str], scale: tuple[int, int]) -> None:
    found = scale_of(question, cells)
    assert (found.low, found.high) == scale
    if found.high not in (5, 10):
        assert {found.of_five(cell) for cell in cells} == {None}


def test_each_number_up_to_ten_keeps_its_order() -> None:
    for low in (0, 1):
        scale = scale_of(f"{low} = no, 10 = yes" if low else "up to 10", ["10", str(low)])
        fives = [int(scale.of_five(str(number)) or 0) for number in range(low, 11)]
        assert fives == sorted(fives) and set(fives) == {1, 2, 3, 4, 5}
