"""Agreed notes are compared with what git kept of them; where git cannot say, copkit says so."""

from pathlib import Path

import pytest

from copkit.world.git.versions import notes_versions
from tests.cli.notes.conftest import NOTES, SAMPLE, git
from tests.shell import copkit


def commit(root: Path, text: str, day: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_AUTHOR_DATE", f"{day}T12:00:00Z")
    (root / NOTES).write_text(text)
    git(root, "add", NOTES)
    git(root, "commit", "-q", "-m", f"notes {day}")


def codes(root: Path, today: str) -> list[str]:
    ran = copkit("check", "--only", "NOT-10", "--only", "NOT-11", "--today", today, root=root)
    return [word for word in ran.out.split() if word in ("NOT-10", "NOT-11")]


def test_lines_added_at_once_are_fine_and_later_changes_are_told(
    repo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(repo, SAMPLE, "2026-06-10", monkeypatch)
    assert codes(repo, "2026-09-01") == []
    commit(repo, SAMPLE + "  idea: one more\n", "2026-06-20", monkeypatch)
    assert codes(repo, "2026-09-01") == []
    (repo / NOTES).write_text(SAMPLE + "  idea: quite another\n")
    assert codes(repo, "2026-07-01") == []
    assert codes(repo, "2026-09-01") == ["NOT-10"]
    commit(repo, SAMPLE + "  idea: quite another\n", "2026-09-01", monkeypatch)
    assert codes(repo, "2026-09-01") == ["NOT-10"]


def test_an_action_that_was_committed_keeps_its_number(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(repo, SAMPLE, "2026-06-10", monkeypatch)
    first = next(line for line in SAMPLE.split("\n") if "action:" in line)
    for text, found in (
        (SAMPLE.replace(first + "\n", ""), ["NOT-11", "NOT-11"]),
        (SAMPLE.replace("  success:", "  action: jo | new | next\n  success:"), ["NOT-11", "NOT-11"]),
        (SAMPLE.replace("draft terms", "draft the terms").replace("30 Jun", "2 Jul"), []),
        (SAMPLE + "  action: jo | new | next\n", []),
        (SAMPLE.replace(first, "  action: jo | bake a cake"), ["NOT-11"]),
    ):
        (repo / NOTES).write_text(text)
        assert codes(repo, "2026-06-12") == found


def test_a_shallow_clone_and_no_git_say_unknown(
    repo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(repo, SAMPLE, "2026-06-10", monkeypatch)
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repo}", "shallow")
    ran = copkit("check", root=tmp_path / "shallow")
    assert ran.err.count("NOT-10 and NOT-11 are unknown") == 1
    assert notes_versions(tmp_path / "shallow") is None
    git(repo, "checkout", "-q", "--detach")
    assert notes_versions(repo) == {}
