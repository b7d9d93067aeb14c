"""The budget of surface (docs/decisions.md): what people choose among, and what developers keep true."""

from copkit.checks import registry
from copkit.cli.registry import COMMANDS, FRONT
from tests.shell import copkit

WEEKLY = (
    "init", "schedule", "check", "next", "agenda", "invite", "calendar", "notes", "attend", "join", "synthesis",
    "site",
)  # fmt: skip
"""The twelve of the first screen; one that does not exist yet is in no help."""


def test_at_most_forty_commands_at_the_top() -> None:
    assert len(COMMANDS) <= 40


def test_the_first_screen_has_the_twelve_that_there_are_and_is_one_screen() -> None:
    assert tuple(FRONT) == tuple(name for name in WEEKLY if name in COMMANDS)
    lines = copkit("--help").out.splitlines()
    assert len(lines) <= 24
    assert [name for name in COMMANDS if any(line.startswith(f"  {name} ") for line in lines)] == [
        name for name in COMMANDS if name in FRONT
    ]


def test_at_most_two_hundred_checks() -> None:
    assert len(registry()) <= 200


def test_what_is_shown_of_all_commands_keeps_within_80_columns() -> None:
    assert max(map(len, copkit("help", "all").out.splitlines())) <= 80
