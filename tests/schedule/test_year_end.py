"""What the end of a year asks for: never of a year before the first, and done means content."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from copkit.calendars.days_off import DaysOff
from copkit.models.programme import Programme
from copkit.schedule.year_end import year_tasks
from copkit.workspace import Folder, Shared, load_community
from copkit.workspace.reviews import QUESTIONS
from tests.cli.year.conftest import write_files

ABOUT = "id: one\nstarted: 2026-04-01\n"
HELD = {"one/sessions/2026-05-12.yaml": "theme: Forms\n"}
REVIEW = "one/reviews/2026-27.yaml"
ANSWERS = "headline: We met\nwhat_changed: One form\nshifts: [a]\nsurprises: [b]\ndid_not_work: [c]\n" \
    "you_said_we_did: [{said: a, did: b}]\nstill_stuck: [d]\nasks_of_leaders: [e]\n" \
    "next_year: {domain: keep, rhythm: keep, promises: [f]}\n"  # fmt: skip


def asked(root: Path, today: date, files: dict[str, str] | None = None) -> list[str]:
    write_files(root, {"one/community.yaml": ABOUT} | HELD | (files or {}))
    found = year_tasks(load_community(Folder(root), "one"), Programme(), today, DaysOff(Shared()))
    return [f"{one.what} | {one.how}" for one in found]


def test_nothing_is_asked_of_a_year_before_the_first_nor_of_one_without_a_session(tmp_path: Path) -> None:
    for day in range(-60, 270):
        today = date(2026, 4, 1) + timedelta(days=day)
        assert not [one for one in asked(tmp_path, today) if "Schedule" not in one], today
    nothing = dict.fromkeys(HELD, "status: cancelled\nbecause: snow\n")
    assert not [one for one in asked(tmp_path, date(2027, 3, 20), nothing) if "Schedule" not in one]


def test_the_next_year_is_planned_once(tmp_path: Path) -> None:
    assert "Schedule next year: this one ends in 39 days | copkit schedule one 2027-28" in asked(
        tmp_path, date(2027, 2, 20)
    )
    planned = {"one/sessions/2027-04-13.yaml": "theme: More\n"}
    assert not [one for one in asked(tmp_path, date(2027, 2, 20), planned) if "Schedule" in one]


@pytest.mark.parametrize(
    ("said", "empty", "full"),
    [
        ("Review the domain", {"one/community.yaml": f"{ABOUT}domain: {{reviewed: }}\n"},
         {"one/community.yaml": f"{ABOUT}domain: {{reviewed: 2027-02-09}}\n"}),
        ("nine health questions", {"one/health.yaml": "- {date: 2027-03-09, answers: {}}\n"},
         {"one/health.yaml": "- {date: 2027-03-09, answers: {purpose: [0, 1, 2, 3]}}\n"}),
        ("Write the review", {REVIEW: "headline:\nshifts: []\n"}, {REVIEW: "headline: We met\n"}),
        ("Finish the review", {REVIEW: "headline: We met\n"}, {REVIEW: ANSWERS}),
        ("Agree the review", {REVIEW: f"{ANSWERS}final: yes\n"},
         {REVIEW: f"{ANSWERS}final: yes\nagreed_by: [amina.khan]\n"}),
    ],
)  # fmt: skip
def test_an_empty_file_leaves_it_to_be_done_and_content_makes_it_done(
    said: str, empty: dict[str, str], full: dict[str, str], tmp_path: Path
) -> None:
    today = date(2027, 3, 20)
    assert [one for one in asked(tmp_path, today, empty) if said in one]
    assert not [one for one in asked(tmp_path, today, full) if said in one]


def test_what_is_blank_is_counted_and_the_synthesis_is_shared_until_its_day(tmp_path: Path) -> None:
    blank = len(QUESTIONS) - 2  # one is answered, and nothing was promised last year
    said = " ".join(asked(tmp_path, date(2027, 4, 9), {REVIEW: "headline: We met\n"}))
    assert f"{blank} answers are blank" in said
    shared = "Share the synthesis of 2026-27 by 28 May 2027 | copkit synthesis one 2026-27"
    assert shared in asked(tmp_path, date(2027, 5, 30))
    assert shared not in asked(tmp_path, date(2027, 5, 31))
    assert shared not in asked(tmp_path, date(2027, 3, 31))


def test_what_was_commissioned_for_a_year_is_looked_back_upon_and_not_planned_again(tmp_path: Path) -> None:
    about = "id: one\nstarted: 2026-01-11\nrhythm: {kind: convenings}\ncommission: {date: 2026-01-11}\n"
    said = " ".join(asked(tmp_path, date(2026, 12, 20), {"one/community.yaml": about}))
    assert "Write the review" in said
    assert "Schedule" not in said
