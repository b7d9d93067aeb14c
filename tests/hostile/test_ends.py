"""However a command ends – no room, no reader, no folder, a fault – it ends with one sentence and its own code."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from copkit.cli.registry import COMMANDS
from tests.hostile.places import COMMUNITY, DAY, MEMBERS, add, calm
from tests.shell import ROOT, copkit, snapshot

posix = pytest.mark.needs("Unix")
COPKIT = [sys.executable, "-m", "copkit"]


def shell(line: str, *, cwd: Path, **env: str) -> "subprocess.CompletedProcess[str]":
    """Run one line of shell in which `copkit` is this one."""
    ours = {**os.environ, "PYTHONPATH": str(ROOT), **env}
    line = f'copkit() {{ "{sys.executable}" -m copkit "$@"; }}; set -o pipefail; {line}'
    return subprocess.run(["bash", "-c", line], cwd=cwd, env=ours, capture_output=True, text=True, timeout=120)


WORDS: dict[str, tuple[str, ...]] = {
    "new": ("session", COMMUNITY, "2026-06-09"),
    "templates": ("list",),
    "list": ("members",),
    "move": ("2026-06-09", "2026-06-16", "--because", "Rain"),
    "cancel": ("2026-06-09", "--because", "Rain"),
    "notes": ("new",),
    "attend": ("2026-06-09", "amina.khan"),
}
ANYWHERE = {"init", "doctor", "explain", "schema", "templates", "new", "check", "health"}


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_without_a_workspace_a_command_says_how_to_start(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = copkit(command, *WORDS.get(command, ()))
    calm(ran)
    assert ran.code in ((0, 2) if command in ("init", "doctor", "explain", "why", "help") else (2, 3))
    assert ran.out or "copkit init" in ran.err or re.search("Usage|--help”|say", ran.err)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", sorted(COMMANDS.keys() - ANYWHERE))
def test_without_communities_a_command_says_what_is_missing(command: str, tmp_path: Path) -> None:
    (tmp_path / "communities").mkdir()
    ran = copkit(command, *WORDS.get(command, ()), root=tmp_path)
    calm(ran)
    assert ran.code in (0, 2, 3)
    assert ran.out or ran.err
    assert snapshot(tmp_path) == {}


@pytest.mark.parametrize(
    "words", [("move",), ("agenda", "x", "y", "z"), ("check", "--format", "x"), ("--nonsense",)]
)
def test_what_cannot_be_meant_is_a_question_of_usage(words: tuple[str, ...], planned: Path) -> None:
    ran = copkit(*words)
    calm(ran)
    assert (ran.code, ran.out) == (2, "")


def test_copkit_alone_lists_its_commands() -> None:
    ran = copkit()
    assert ran.code == 2
    assert "init" in ran.out and "agenda" in ran.out


@pytest.mark.parametrize(
    "words", [("ag\x1b[31m",), ("agenda", "--\x1b[31m"), ("agenda", "x\u202e", "--today", DAY)]
)
def test_what_was_typed_comes_back_without_its_power(words: tuple[str, ...], planned: Path) -> None:
    ran = copkit(*words, root=planned)
    calm(ran)
    assert ran.code == 2


def test_a_fault_of_copkit_repeats_no_value(planned: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise ValueError("cannot take 'ann.secret@nhs.example'")

    monkeypatch.delenv("COPKIT_DEBUG", raising=False)
    monkeypatch.setattr("copkit.cli.next.load_shared", fail)
    ran = copkit("next", root=planned)
    assert (ran.code, ran.out) == (4, "")
    assert "fault in copkit" in ran.err and "ValueError at tests.hostile" in ran.err
    assert "secret" not in ran.err


@pytest.mark.parametrize("line", ["who: [ann.secret@nhs.example]", "joined: ann.secret@nhs.example"])
def test_an_address_where_none_belongs_is_not_repeated(line: str, planned: Path) -> None:
    add(planned, MEMBERS, f"- {{{line}}}\n")
    for form in ("text", "json", "github", "sarif"):
        ran = copkit("check", "--format", form, "--today", DAY, root=planned)
        calm(ran)
        assert ran.code == 1
        assert "members.yaml" in ran.out and "ann.secret" not in ran.out + ran.err


def test_what_a_lower_layer_refuses_is_told_as_a_refusal(planned: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from copkit.editing.refused import Refused
    from copkit.render.problems import TemplateProblem

    for problem in (
        Refused("no\x1b", path=Path("a.yaml"), fix="Mend it."),
        TemplateProblem("a.html.j2", 3, "no\x1b"),
    ):

        def fail(*_: Any, problem: Exception = problem) -> None:
            raise problem

        monkeypatch.setattr("copkit.cli.next.load_shared", fail)
        ran = copkit("next", root=planned)
        calm(ran)
        assert (ran.code, "no\\x1b" in ran.err) == (3, True)


@posix
@pytest.mark.parametrize(
    "line",
    [
        "check | true",
        "check --format json | head -1",
        "schedule --dry-run | head -1",
        "explain | true",
        "--help | true",
    ],
)
def test_a_reader_that_leaves_is_no_fault(line: str, planned: Path) -> None:
    ran = shell(f"copkit {line} >/dev/null", cwd=planned)
    assert ran.returncode in (0, 1, 141)
    assert "Traceback" not in ran.stderr and "Exception" not in ran.stderr and "fault" not in ran.stderr


@posix
def test_output_that_has_no_room_is_told(planned: Path) -> None:
    ran = shell("copkit next > /dev/full", cwd=planned)
    assert (ran.returncode, ran.stderr) == (3, "copkit: the system says “No space left on device”\n")


@posix
def test_without_any_terminal_it_works(planned: Path) -> None:
    ran = shell("copkit agenda --today 2026-05-01 >&- 2>&- <&-", cwd=planned)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert (planned / f"build/{COMMUNITY}/2026-06-09-{COMMUNITY}-agenda.html").is_file()


@posix
def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    ran = shell(f'rmdir "{gone}" && copkit check', cwd=gone)
    assert (ran.returncode, ran.stderr) == (3, "copkit: the system says “No such file or directory”\n")


@posix
@pytest.mark.parametrize("words", [("schedule", "--against"), ("attend", "2026-06-09")])
def test_a_pipe_in_place_of_a_file_is_refused_at_once(
    words: tuple[str, ...], planned: Path, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "export.csv")
    ran = copkit(*words, tmp_path / "export.csv", "--today", "2026-06-10", root=planned)
    calm(ran)
    assert (ran.code, "plain file" in ran.err) == (3, True)


@posix
def test_the_shell_completes_commands_options_and_sub_commands(tmp_path: Path) -> None:
    for typed, number, said in (
        ("copkit ag", 1, "agenda"),
        ("copkit agenda --for", 2, "--format"),
        ("copkit notes n", 2, "new"),
    ):
        asked = {"_COPKIT_COMPLETE": "complete_bash", "COMP_WORDS": typed, "COMP_CWORD": str(number)}
        ran = shell("copkit", cwd=tmp_path, **asked)
        assert (ran.returncode, said in ran.stdout.split()) == (0, True)


def test_the_version_is_said_before_anything_is_imported() -> None:
    code = (
        "import sys; sys.argv = ['copkit', '--version']; from copkit.__main__ import main; main();"
        "print(sorted({'typer', 'yaml', 'pydantic', 'rich', 'copkit.cli.app'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    assert ran.stdout.endswith("\n[]\n")
