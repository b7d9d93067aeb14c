"""The first screen, subjects in any order, options with one meaning, old lines and synonyms."""

import json
import os
import subprocess
import sys
from collections import defaultdict
from typing import Any

import pytest
import typer

from copkit.cli.app import app
from copkit.cli.completing import codes, formats, nouns, subjects
from copkit.cli.registry import COMMANDS, FRONT, GROUPS, command_of
from copkit.cli.synonyms import SYNONYMS, instead
from tests.shell import ROOT, copkit, within

HOME = "systems-leadership"
SEVERAL_MEANINGS = {
    "--format": "the form of a document, of tables, of a report of findings",
    "--name": "what somebody or something is called",
    "--programme": "the programme's name; in `leave`, the whole of it",
}
"""Options whose value is named in more than one way, each with what they have in common."""


def leaves() -> list[tuple[str, Any]]:
    """Every command that is typed, with click's own."""
    found: list[tuple[str, Any]] = []
    for name in COMMANDS:
        command = command_of(name)
        found += [(f"{name} {sub}", one) for sub, one in within(command).items()] or [(name, command)]
    return found


@pytest.mark.parametrize("words", [(), ("--help",), ("help",)], ids=str)
def test_the_first_screen_fits_80_by_24_and_shows_what_a_convenor_needs(words: tuple[str, ...]) -> None:
    lines = copkit(*words).out.splitlines()
    assert len(lines) <= 22, "a prompt and the line that was typed stand there too"
    assert max(map(len, lines)) <= 80
    assert [line.split()[0] for line in lines if line.startswith("  ")] == list(FRONT)


def test_there_are_at_most_40_commands_at_the_top_and_12_on_the_first_screen() -> None:
    assert len(COMMANDS) <= 40
    assert len(FRONT) <= 12
    assert set(FRONT) <= set(COMMANDS)


def test_help_all_names_every_command() -> None:
    said = copkit("help", "all").out
    assert {line.split()[0] for line in said.splitlines() if line.startswith("  ")} >= set(COMMANDS)
    assert sorted(name for names in GROUPS.values() for name in names) == sorted(COMMANDS)
    assert copkit("help", "notes", "commit").out == copkit("notes", "commit", "--help").out


def test_an_option_has_one_meaning() -> None:
    """What stands for its value says what is typed: a day, an audience, a line of notes."""
    values: dict[str, set[str | None]] = defaultdict(set)
    for _, command in leaves():
        for one in command.params:
            if one.param_type_name == "option":
                values[one.opts[0]].add(None if one.is_flag else one.metavar)
    several = {name for name, of in values.items() if len(of) > 1}
    assert several - SEVERAL_MEANINGS.keys() == {"--owner"}
    assert values["--for"] == {"AUDIENCE"}
    assert values["--from"] == values["--to"] == {"DAY"}
    assert (values["--line"], values["--like"], values["--reader"]) == ({"LINE"}, {"BLUEPRINT"}, {"WHOM"})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("schedule", HOME, "2026"), ("schedule", "2026", HOME)),
        (("calendar", HOME, "2027-03-09"), ("calendar", "2027-03-09", HOME)),
        (("health", HOME, "2026-27"), ("health", "2026-27", HOME)),
        (("review", "show", HOME, "2026-27"), ("review", "show", "2026-27", HOME)),
        (("notes", "show", HOME, "2026-06-09"), ("notes", "show", "2026-06-09", HOME)),
        (("attend", HOME, "2026-06-09", "amina"), ("attend", "2026-06-09", HOME, "amina")),
        (("cancel", HOME, "2027-03-09", "--because", "Rain"), ("cancel", "2027-03-09", HOME, "--because", "Rain")),
        (
            ("move", HOME, "2027-03-09", "2027-03-16", "--because", "X"),
            ("move", "2027-03-09", "2027-03-16", HOME, "--because", "X"),
        ),
    ],
)
def test_subjects_stand_in_any_order(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    dry = ("--dry-run",) if one[0] not in ("health", "review", "notes") else ()
    first, second = copkit(*one, *dry, root=ROOT), copkit(*other, *dry, root=ROOT)
    assert first.code in (0, 1), first.err
    assert first == second


@pytest.mark.parametrize("word", [*SYNONYMS, "members", "person", "evaluation"])
def test_a_word_of_another_program_is_answered_and_never_done(word: str) -> None:
    ran = copkit(word)
    assert ran.code == 2
    assert instead(word) in ran.err
    assert "copkit" in instead(word)


def test_remove_is_not_taken_for_move() -> None:
    assert "move" not in copkit("remove").err.replace("remove", "")


class _Typed:
    """What click knows of a line that is not whole yet."""

    def __init__(self, **params: Any) -> None:
        self.params = {"root": ROOT, **params}


def test_a_shell_completes_communities_sessions_formats_and_codes() -> None:
    assert HOME in subjects(_Typed(), "")
    assert "2026-06-09" in subjects(_Typed(community=HOME), "2026-0")
    assert "2026-06-09" in subjects(_Typed(words=[HOME]), "")
    assert formats(_Typed(), "p") == ["pdf"]
    assert set(codes(_Typed(), "ses-0")) >= {"SES-01", "SES-02"}
    assert nouns(_Typed(), "mem") == ["members"]


def test_a_shell_outside_a_workspace_completes_nothing(tmp_path: Any) -> None:
    assert subjects(_Typed(root=tmp_path), "") == []


def test_asking_for_completion_ends_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION", "1")
    assert copkit("--show-completion", "bash").code == 0


def test_every_list_for_scripts_says_its_version() -> None:
    assert json.loads(copkit("list", "groups", "--json", root=ROOT).out)["version"] == 1


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_completing_the_first_word_imports_no_command(shell: str) -> None:
    names = ("COMP_WORDS", "_TYPER_COMPLETE_ARGS")
    asked = {**dict.fromkeys(names, "copkit sch"), "COMP_CWORD": "1", "_TYPER_COMPLETE_FISH_ACTION": "get-args",
             "_TYPER_COMPLETE_WORD_TO_COMPLETE": "sch", "_COPKIT_COMPLETE": f"complete_{shell}"}  # fmt: skip
    program = "import os, sys; from copkit.__main__ import main; os._exit = lambda _: None; main(); "
    ran = subprocess.run(
        [sys.executable, "-c", program + "print(*sys.modules, file=sys.stderr)"],
        env={**os.environ, **asked}, capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    assert "schedule" in ran.stdout
    assert "schema" in ran.stdout
    assert "agenda" not in ran.stdout
    modules = ran.stderr.split()
    assert "copkit.cli.app" in modules
    assert not {"copkit.cli.schedule", "copkit.cli.check", "pydantic", "jinja2"} & set(modules)


def test_the_options_of_the_first_word_are_completed_too() -> None:
    group = typer.main.get_command(app)
    offered = group.shell_complete(group.make_context("copkit", [], resilient_parsing=True), "--ver")
    assert [one.value for one in offered] == ["--version"]
