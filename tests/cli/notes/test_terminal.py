"""What stands on a real terminal: colours that are colours, and no word broken at the edge."""

from pathlib import Path

import pytest

from tests.cli.notes.conftest import NOTES, SAMPLE, git
from tests.docs.terminal import on_screen

DAY = "--today 2026-06-10"


@pytest.mark.parametrize("command", [f"copkit notes commit {DAY}", "copkit check --staged", f"copkit next {DAY}"])
def test_colours_are_never_shown_as_their_codes(repo: Path, command: str) -> None:
    (repo / NOTES).write_text(SAMPLE.replace("14 Jul", "14 Jul 2025").replace("voices:", "voises:"))
    git(repo, "add", "-A")
    _, screen = on_screen(f"{command} --root {repo}", colour=True)
    assert "\x1b[3" in screen
    assert "\\x1b" not in screen


@pytest.mark.parametrize("words", ["notes new", "notes commit", "save"])
def test_every_line_keeps_within_80_columns(repo: Path, words: str) -> None:
    if words != "notes new":
        (repo / NOTES).write_text(SAMPLE.replace("14 Jul", "14 Jul 2025").replace("voices:", "voises:"))
    _, screen = on_screen(f"copkit {words} {DAY} --root {repo}")
    assert max(map(len, screen.split("\n"))) <= 80, screen


def test_what_to_type_when_git_asks_who_you_are_stands_on_lines_of_its_own(
    repo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.delenv(f"GIT_{who}_NAME")
        monkeypatch.delenv(f"GIT_{who}_EMAIL")
    git(repo, "config", "user.useConfigOnly", "true")
    (repo / NOTES).write_text(SAMPLE)
    code, screen = on_screen(f"copkit notes commit {DAY} --root {repo}")
    assert code == 3
    lines = [line.strip() for line in screen.split("\n")]
    assert 'git config --global user.name "Your Name"' in lines
    assert "git config --global user.email you@example.org" in lines
    assert "\\n" not in screen
