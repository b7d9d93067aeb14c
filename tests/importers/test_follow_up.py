"""The form of three months later: what people used, taken in with the same care as the day's own form."""

from pathlib import Path

import pytest

from copkit.models.answers import read_follow_up
from tests.importers.conftest import SESSION
from tests.shell import Ran, copkit, snapshot

TABLE = f"communities/home-first/follow_up/{SESSION}.csv"
HELD = f"private/follow_up/home-first/{SESSION}.held.csv"
FORM = """\
ID,Start time,Email,Name,I used …,What happened?
1,9/7/26 11:31,zq7a@nhs.example,Zq7 Person,the one-page form,"Saved an hour, = magic"
2,9/7/26 11:31,zq7b@nhs.example,Zq7 Person,No,
3,9/7/26 11:31,zq7c@nhs.example,Zq7 Person,yes,
4,9/7/26 11:31,zq7d@nhs.example,Zq7 Person,Nothing yet,
5,9/7/26 11:31,zq7e@nhs.example,Zq7 Person,,it will come
6,9/7/26 11:31,zq7f@nhs.example,Zq7 Person,"Yes, the transport list",Ring me on 07700 900123
"""
WORDLESS = "used,what,happened\n,,\nno,,\nno,,\nyes,,\nyes,,\nyes,,\n"


def take(root: Path, tmp_path: Path, text: str = FORM, *more: str) -> Ran:
    file = tmp_path / "answers.csv"
    file.write_text(text, encoding="utf-8")
    return copkit("feedback", SESSION, file, "--follow-up", *more, root=root)


def test_names_are_dropped_and_words_wait(held: Path, tmp_path: Path) -> None:
    before = snapshot(held)
    ended = take(held, tmp_path)
    assert (ended.code, ended.out) == (0, f"wrote {TABLE}\n")
    assert f"copkit feedback home-first {SESSION} --follow-up --read" in ended.err
    after = snapshot(held)
    assert set(after) - set(before) == {TABLE, HELD}
    assert after[TABLE].decode() == WORDLESS
    assert b"zq7" not in after[HELD].lower()


def test_words_join_the_table_once_they_are_read(held: Path, tmp_path: Path) -> None:
    take(held, tmp_path)
    ended = copkit("feedback", SESSION, "--follow-up", "--read-all-kept", root=held)
    assert (ended.code, "1 still to be read" in ended.err) == (1, True), "a telephone number is not kept unseen"
    forms = read_follow_up((held / TABLE).read_bytes())
    assert sorted((form.used or "", form.what, form.happened) for form in forms) == [
        ("", "", "it will come"),
        ("no", "", ""),
        ("no", "", ""),
        ("yes", "", ""),
        ("yes", "Yes, the transport list", ""),
        ("yes", "the one-page form", "Saved an hour, = magic"),
    ]
    assert "07700" not in (held / TABLE).read_text()


def test_taken_in_twice_it_changes_nothing(held: Path, tmp_path: Path) -> None:
    take(held, tmp_path)
    after = snapshot(held)
    again = take(held, tmp_path)
    assert (again.out, "taken in already" in again.err) == ("", True)
    assert snapshot(held) == after
    fewer = take(held, tmp_path, FORM.rpartition("6,")[0])
    assert (fewer.code, "6 forms already, and this file 5" in fewer.err) == (3, True)


def test_a_form_of_three_questions(held: Path, tmp_path: Path) -> None:
    text = (
        "Did you use something from the session?,What did you use?,And then?\nYes,The form,Quicker\nNo,,\nyes,,\n"
    )
    ended = take(held, tmp_path, text, "--map", "And then?=happened")
    assert (held / TABLE).read_text() == "used,what,happened\nno,,\nyes,,\nyes,,\n"
    assert "2 texts wait" in ended.err
    assert "item: happened" in (held / "communities/home-first/feedback-form.yaml").read_text()
    wrong = take(held, tmp_path, text, "--map", "And then?=useful")
    assert (wrong.code, "Write one of used, what, happened, or none." in wrong.err) == (2, True)


def test_the_form_of_the_day_is_another(held: Path, tmp_path: Path) -> None:
    take(held, tmp_path)
    file = tmp_path / "day.csv"
    file.write_text("It was worth my time,I felt heard\n5,4\n4,4\n")
    assert copkit("feedback", SESSION, file, root=held).code == 0
    assert (held / TABLE).read_text() == WORDLESS
    assert take(held, tmp_path, file.read_text()).code == 3, "none of its questions is asked three months later"


@pytest.mark.parametrize(
    "data", [b"", b"used\n", b"\xff\xfe\x00", b"used,what\n" + b'"' * 7, b"what,used\nthe form,YES\n,perhaps\n"]
)
def test_reading_never_raises(data: bytes) -> None:
    used = [form.used for form in read_follow_up(data)]
    assert used == (["yes", None] if b"YES" in data else [None] * len(used))


def test_words_that_wait_are_a_finding_and_the_week_asks_for_the_form(held: Path, tmp_path: Path) -> None:
    asked = copkit("next", "--today", "2026-09-05", root=held).out
    assert "Ask what people used" in asked
    take(held, tmp_path)
    assert "Ask what people used" not in copkit("next", "--today", "2026-09-05", root=held).out
    found = copkit("check", "--only", "PRV-05", "--today", "2026-09-10", root=held).out
    assert "--follow-up --read" in found
    assert "info PRV-05" in found, "two weeks run from the day on which people are asked"
    assert "warning PRV-05" in copkit("check", "--only", "PRV-05", "--today", "2026-09-30", root=held).out
