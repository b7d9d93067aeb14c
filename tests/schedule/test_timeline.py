"""What is to be done around a session: done means content, and what no file can tell of is never late."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from copkit.dates import duty_day
from copkit.models.programme import Person
from copkit.people.register import Register
from copkit.schedule.timeline import AFTER, AHEAD, BEFORE, Step, Task, tasks
from copkit.workspace import Folder, load_community
from tests.cli.year.conftest import write_files

DAY = date(2026, 6, 9)
PLAN = f"one/sessions/{DAY}.yaml"
NOTES = f"one/sessions/{DAY}.notes.yaml"
ROLES = ("convenor", "facilitator", "moderator", "curator")
TEAM = "".join(f"\n  - {{who: amina.khan, role: {role}}}" for role in ROLES)
ABOUT = f"id: one\nrhythm: {{place: in-person}}\nteam:{TEAM}\n"
VACANT = "id: one\nrhythm: {place: in-person}\nteam:\n" + "".join(
    f"  - {{who: amina.khan, role: {role}, until: {until}}}\n"
    for role, until in zip(ROLES, (DAY, DAY, DAY, DAY - timedelta(1)), strict=True)
)
FORM = "useful,heard,met_someone\n"
TELLS: dict[str, tuple[str, tuple[str, ...], str]] = {
    "Agree the theme and the question": (
        PLAN, ("theme:\nquestion:", 'theme: " "\nquestion: "  "', "theme: Forms\nquestion:"),
        "theme: Forms\nquestion: Which?",
    ),
    "Ask a senior leader to brief": (
        PLAN, ("briefing: {speaker: }", 'briefing: {speaker: " "}'), "briefing: {speaker: Jo}",
    ),
    "Name who holds each role": ("one/community.yaml", (VACANT,), ABOUT),
    "Settle the venue or the link": (PLAN, ("venue:", 'venue: "  "'), "venue: Library"),
    "Send the invitation and the calendar file": (PLAN, ("invited:",), "invited: 2026-05-12"),
    "Check the venue: step-free, hearing loop, directions sent": (
        PLAN, ("venue_checks: {step_free: yes}", "venue_checks: {}"),
        "venue_checks: {step_free: yes, hearing_loop: no, directions_sent: 2026-06-01}",
    ),
    "Hear from the speaker that it is confirmed, and send the brief": (
        PLAN, ("briefing: {confirmed: }",), "briefing: {confirmed: 2026-05-30}",
    ),
    "Type and commit the notes, and send the feedback form": (
        NOTES,
        ("", "# who came?\n", "present: []\nothers: 0\ncapture: |\n", 'capture: "  "', 'present: [""]'),
        "present: [amina.khan]",
    ),
    "Add the feedback, and follow up stories": (
        f"one/feedback/{DAY}.csv", ("", FORM, f"{FORM},,\n ,,\n"), f"{FORM}5,4,yes\n",
    ),
    "Ask what people used, and what happened": (
        f"one/follow_up/{DAY}.csv", ("", "used,what\n", "used,what\n,\n"), "used,what\nyes,the form\n",
    ),
}  # fmt: skip
"""The steps of which a file tells: the file, what it holds when it is only made, and when it is done."""
STEPS = {step.what: step for step in BEFORE + AFTER}


def made(folder: Path, files: dict[str, str]) -> Path:
    """A community with a session in person."""
    written = {"one/community.yaml": ABOUT, PLAN: ""} | files
    return write_files(folder, written | {PLAN: f"date: {DAY}\n{written[PLAN]}\n"})


def asked(root: Path, today: date) -> dict[str, Task]:
    register = Register({"amina.khan": Person(name="Amina Khan")}, {})
    one = load_community(Folder(root), "one")
    return {task.what: task for task in tasks(one, today, one.company(register).who, ())}


def due(step: Step) -> date:
    return duty_day(DAY, step.days, ())


def last(step: Step) -> date:
    return duty_day(DAY, step.days if step.until is None else step.until, ())


def test_the_table_has_every_step_of_which_a_file_tells(tmp_path: Path) -> None:
    """The others are told of until their day, and then no more, since they may well be done."""
    one = load_community(Folder(made(tmp_path, {})), "one")
    (session,) = one.sessions
    untold = {what for what, step in STEPS.items() if step.done(session, one, one.roles(session)) is None}
    assert untold == STEPS.keys() - TELLS.keys()


@pytest.mark.parametrize("what", TELLS)
def test_an_empty_file_leaves_a_step_to_be_done_and_content_makes_it_done(what: str, tmp_path: Path) -> None:
    path, empty, full = TELLS[what]
    for text in empty:
        file = made(tmp_path, {path: text}) / "communities" / path
        assert what in asked(tmp_path, due(STEPS[what])), f"{text!r} in {file.name} says nothing"
    made(tmp_path, {path: full})
    assert what not in asked(tmp_path, due(STEPS[what]))


@pytest.mark.parametrize("what", sorted(STEPS.keys() - TELLS.keys()))
def test_what_no_file_tells_of_is_never_late_and_ends_with_its_day(what: str, tmp_path: Path) -> None:
    root, step = made(tmp_path, {}), STEPS[what]
    for day in range((last(step) - due(step)).days + AHEAD + 1):
        assert not asked(root, due(step) - timedelta(days=AHEAD) + timedelta(days=day))[what].late
    assert what not in asked(root, last(step) + timedelta(days=1))


@pytest.mark.parametrize("before", [0, 5, 20, 30, 41])
def test_what_was_due_before_a_community_began_is_due_within_its_first_week(before: int, tmp_path: Path) -> None:
    began = DAY - timedelta(days=before)
    root = made(tmp_path, {"one/community.yaml": f"{ABOUT}started: {began}\n"})
    week = min(duty_day(began, AHEAD, ()), DAY)
    for day in range(before + 1):
        today = began + timedelta(days=day)
        for task in asked(root, today).values():
            assert task.due >= week
            assert not task.late or today > week


def test_a_session_that_is_cancelled_or_after_the_end_asks_for_nothing(tmp_path: Path) -> None:
    assert asked(made(tmp_path, {}), DAY)
    assert not asked(made(tmp_path, {PLAN: "status: cancelled\nbecause: snow\n"}), DAY)
    made(tmp_path, {PLAN: "", "one/community.yaml": f"{ABOUT}closed: {DAY - timedelta(days=1)}\n"})
    assert not asked(tmp_path, DAY - timedelta(days=2))


def test_a_role_that_nobody_holds_in_the_community_is_not_asked_for_again_with_each_session(tmp_path: Path) -> None:
    made(tmp_path, {"one/community.yaml": "id: one\n"})
    assert "Name who holds each role" not in asked(tmp_path, DAY)


def test_feedback_that_never_came_is_asked_for_until_people_are_asked_what_they_used(tmp_path: Path) -> None:
    what = "Add the feedback, and follow up stories"
    root = made(tmp_path, {})
    assert asked(root, last(STEPS[what]))[what].late
    assert what not in asked(root, last(STEPS[what]) + timedelta(days=1))
