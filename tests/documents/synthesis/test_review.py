"""`copkit review`: a draft that answers nothing, whatever the notes hold, and what is blank in it."""

import json
from datetime import date
from pathlib import Path

import pytest

from copkit.models.review import Review
from copkit.new.texts import Home
from copkit.workspace import Folder, load_community
from tests.documents.synthesis.making import small
from tests.shell import copkit, demonstration, snapshot

PATH = "communities/systems-leadership/reviews/2026-27.yaml"
QUESTIONS = 10


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The demonstration before anybody wrote this year's review."""
    made = demonstration(tmp_path)
    (made / PATH).unlink()
    return made


def new(root: Path, *more: str) -> str:
    ran = copkit("review", "new", "systems-leadership", "2026-27", *more, root=root)
    assert ran.code == 0, ran.err
    return ran.out + ran.err


def test_the_draft_has_the_years_facts_and_no_answer(root: Path) -> None:
    assert new(root).startswith(f"wrote {PATH}\n")
    text = (root / PATH).read_text("utf-8")
    assert "#   Sessions held, of those due: 7 of 7 sessions (D1)" in text
    assert '#   from "who is responsible" to "who is nearest" (13 October 2026)' in text
    assert '  - promise: "General practice in the room by July"\n    outcome:' in text
    community = load_community(Folder(root), "systems-leadership")
    assert community.files.findings == []
    draft: Review = community.other["review"]["2026-27"]
    assert [one.promise for one in draft.promises] == list(community.other["review"]["2025-26"].next_year.promises)
    assert all(one.outcome is None and not one.why for one in draft.promises)
    answers = (draft.headline, draft.what_changed, draft.shifts, draft.surprises, draft.did_not_work)
    assert not any((*answers, draft.you_said_we_did, draft.still_stuck, draft.asks_of_leaders, draft.agreed_by))


def test_a_draft_raises_no_warning(root: Path) -> None:
    before = copkit("check", "systems-leadership", "--json", root=root)
    new(root)
    after = copkit("check", "systems-leadership", "--json", root=root)
    assert json.loads(after.out) == json.loads(before.out)


def test_what_is_there_stays_and_what_is_blank_in_it_is_said(root: Path) -> None:
    new(root)
    text = (root / PATH).read_text("utf-8").replace("headline:", "headline: We met", 1)
    (root / PATH).write_text(text, "utf-8")
    said = new(root)
    assert "is there already and stays as it is" in said
    assert f"1 of {QUESTIONS} questions are answered." in said
    assert "  surprises: What surprised you?" in said and "  headline:" not in said
    assert "    Notes out within ten days, on two pages" in said
    assert (root / PATH).read_text("utf-8") == text


def test_where_nothing_was_promised_nobody_asks_what_became_of_it(root: Path) -> None:
    (root / PATH).parent.joinpath("2025-26.yaml").unlink()
    new(root)
    ran = copkit("review", "show", "systems", "2026-27", root=root)
    assert f"0 of {QUESTIONS - 1} questions are answered." in ran.out
    assert "promises" not in ran.out
    data = json.loads(copkit("review", "show", "systems", "2026-27", "--json", root=root).out)
    assert (data["answered"], len(data["blank"])) == ([], QUESTIONS - 1)


def test_a_dry_run_shows_the_draft_and_writes_nothing(root: Path) -> None:
    before = snapshot(root)
    assert "+headline:" in new(root, "--dry-run")
    assert snapshot(root) == before


def test_the_review_of_the_demonstration_is_whole(tmp_path: Path) -> None:
    ran = copkit("review", "show", "systems", "2026-27", "--json", root=demonstration(tmp_path))
    data = json.loads(ran.out)
    assert (data["path"], data["blank"], data["final"]) == (PATH, [], False)
    assert len(data["answered"]) == QUESTIONS


def test_a_year_without_a_review_and_a_year_to_come_are_refused(root: Path) -> None:
    shown = copkit("review", "show", "systems", "2026-27", root=root)
    assert shown.code == 3 and "No review of 2026-27 was found" in shown.err
    assert "copkit review new systems-leadership 2026-27" in shown.err
    early = copkit("review", "new", "systems", "2027-28", root=root)
    assert early.code == 3 and "2027-28 begins on 1 April 2027" in early.err


def test_a_review_under_another_years_name_is_pointed_at(root: Path) -> None:
    (root / PATH).with_name("2027.yaml").write_text("headline: We met\n", "utf-8")
    shown = copkit("review", "show", "systems", "2026-27", root=root)
    assert "2027.yaml" in shown.err and "2026-27.yaml" in shown.err


def test_a_review_that_cannot_be_read_is_not_written_over(root: Path) -> None:
    (root / PATH).write_text("headline: [\n", "utf-8")
    ran = copkit("review", "new", "systems", "2026-27", root=root)
    assert ran.code == 3 and "cannot be read" in ran.err
    assert (root / PATH).read_text("utf-8") == "headline: [\n"


HOSTILE = [
    "headline: injected",
    "# a remark # of a remark",
    "- {a: [b, 'c",
    "--- \u2028 next_year: {domain: x}",
    "\u202e right to left \u0085 next line: yes",
    "<<<<<<< HEAD",
    "%TAG ! tag:example.org,2026:",
    "x" * 400,
    "'\"`| > & * ! ? @",
]


@pytest.mark.parametrize("line", HOSTILE)
def test_no_line_of_notes_breaks_the_draft_or_answers_for_the_team(line: str, tmp_path: Path) -> None:
    from copkit.cli.review import _draft
    from copkit.new.review import review_file

    of = small(
        tmp_path,
        {
            "one/sessions/2026-05-12.yaml": "date: 2026-05-12\nplace: online\n",
            "one/sessions/2026-05-12.notes.yaml": "capture: |\n  shift: PLACE\n  challenge: PLACE | outside\n",
            "one/reviews/2025-26.yaml": "next_year:\n  promises:\n    - A promise\n",
        },
    )
    draft = _draft(of)
    hints = {field: [line, *lines] for field, lines in draft.hints.items()}
    draft = draft._replace(facts=[line], hints=hints, promises=[line.strip(), "A promise"])
    data = review_file(Home(tmp_path), "", draft)
    folder = tmp_path / "communities/one/reviews"
    try:
        (folder / "2026-27.yaml").write_bytes(data)
        community = load_community(Folder(tmp_path), "one")
    finally:
        (folder / "2026-27.yaml").unlink()
    draft_read: Review = community.other["review"]["2026-27"]
    assert draft_read.headline == "" and draft_read.shifts == () and draft_read.next_year.domain == ""
    assert len(draft_read.promises) == 2
    assert not [
        one for one in community.files.findings if one.severity.word == "error" and "hidden" not in one.message
    ]


def test_notes_with_hidden_characters_stand_as_escapes(tmp_path: Path) -> None:
    of = small(
        tmp_path,
        {
            "one/sessions/2026-05-12.yaml": "date: 2026-05-12\nplace: online\n",
            "one/sessions/2026-05-12.notes.yaml": "capture: |\n  shift: from \u2028headline: x\n",
        },
        today=date(2026, 6, 1),
    )
    from copkit.cli.review import _draft
    from copkit.new.review import review_file

    text = review_file(Home(tmp_path), "", _draft(of)).decode()
    assert "\u2028" not in text
    assert all(line.startswith(("#", " ")) or ":" in line or not line for line in text.split("\n"))
