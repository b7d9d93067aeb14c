"""Editors take what copkit takes, and mark what it would refuse."""

from pathlib import Path

import pytest

from copkit.models.kinds import KINDS, kind_of
from tests.schemas import trouble

ROOT = Path(__file__).parents[2]
FILES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "communities").rglob("*.yaml"))


def test_the_demonstration_was_found() -> None:
    assert len(FILES) > 40


@pytest.mark.parametrize("path", FILES)
def test_file_of_the_demonstration_suits_its_schema(path: str) -> None:
    kind = kind_of(path)
    assert kind is not None
    assert trouble(kind.name, (ROOT / path).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", KINDS)
def test_an_empty_file_and_one_of_comments_are_left_alone(name: str) -> None:
    assert trouble(name, "") == []
    assert trouble(name, "# to come\n") == []


@pytest.mark.parametrize(
    "line",
    [
        "start: 14:00", 'start: "14:00"', "theme: NO", "theme: 1.10", "phone: 01612345670", "theme:", "briefing:",
        "number: 3", 'number: "3"', "publish: yes", "publish: true", "publish: no", "x-ink: blue", "agenda: short",
        "agenda: [{minutes: 90}]", "place: in-person", "team: {curator: sam}", "venue_checks: {step_free: }",
    ],
)  # fmt: skip
def test_what_a_plan_may_say_is_not_marked(line: str) -> None:
    assert trouble("plan", line) == []


@pytest.mark.parametrize(
    "line",
    [
        "start: 24:00", "date: 2026-02-30", "date: 14/01/2026", "number: three", "number: -1", "publish: maybe",
        "place: moon", "colour: blue", "team: [sam]", "agenda: [{what: Welcome}]", "theme: [a]",
    ],
)  # fmt: skip
def test_what_copkit_would_not_read_as_it_stands_is_marked(line: str) -> None:
    assert len(trouble("plan", line)) == 1


def test_ids_of_registers_are_looked_at() -> None:
    assert trouble("people", "amina.khan: {name: Amina Khan}") == []
    assert len(trouble("people", "Amina Khan: {name: Amina Khan}")) == 1
