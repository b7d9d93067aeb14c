"""Committing notes in every state that a repository can be in: it works or says why, and loses nothing."""

import subprocess
from pathlib import Path

import pytest

from tests.cli.notes.conftest import NOTES, SAMPLE, git
from tests.shell import Ran, copkit, snapshot

UPDATES = "communities/systems-leadership/updates.yaml"
PLAN = "communities/systems-leadership/sessions/2026-07-14.yaml"

REGISTERS = [f"communities/programme/{name}.yaml" for name in ("organisations", "people")]
"""They go with the first notes that name somebody: nobody else has them yet."""


def commit(root: Path, *more: str) -> Ran:
    return copkit("notes", "commit", *more, root=root)


@pytest.fixture
def typed(repo: Path) -> Path:
    """The repository with notes that were typed and not committed."""
    (repo / NOTES).write_text(SAMPLE)
    return repo


def test_notes_are_committed_alone_with_a_plain_message(typed: Path) -> None:
    (typed / PLAN).write_text("number: 4\ntheme: Changed\n")
    ran = commit(typed)
    assert ran.code == 0, ran.err
    assert "2 actions, 2 connections, 1 decision" in ran.out
    assert git(typed, "log", "-1", "--format=%s").strip() == "Notes: Systems Leadership, 9 June 2026"
    assert git(typed, "show", "--name-only", "--format=").split() == [NOTES]
    assert git(typed, "status", "--porcelain").strip() == f"M {PLAN}"
    again = commit(typed)
    assert (again.code, "committed already" in again.out) == (0, True)


def test_a_dry_run_commits_nothing(typed: Path) -> None:
    head = git(typed, "rev-parse", "HEAD")
    ran = commit(typed, "--dry-run")
    assert "would commit: Notes: Systems Leadership, 9 June 2026" in ran.out
    assert git(typed, "rev-parse", "HEAD") == head


def test_findings_are_said_and_the_notes_are_committed_all_the_same(repo: Path) -> None:
    (repo / NOTES).write_text("present: [zoe]\ncapture:\n  action: nobody | x\n")
    ran = commit(repo)
    assert ran.code == 0, ran.err
    assert f"{NOTES}:" in ran.out and "warning" in ran.out
    assert (repo / NOTES).read_text() in git(repo, "show", f"HEAD:{NOTES}")


def test_a_register_that_cannot_be_read_is_said_once_and_not_at_every_name(typed: Path) -> None:
    (typed / "communities/programme/people.yaml").write_text("amina.khan: {name: Amina Khan\njoe.bell: [\n")
    ran = commit(typed)
    assert ran.code == 0, ran.err
    assert ran.out.count("people.yaml") == 1 and "REF-08" in ran.out
    assert "NOT-03" not in ran.out
    assert (typed / NOTES).read_text() == git(typed, "show", f"HEAD:{NOTES}")


@pytest.mark.parametrize(
    "text",
    ["capture: |\n  challenge: 943 476 5919 waited nine days\n", "diet: vegan\ncapture: |\n  idea: x\n"],
)
def test_what_would_expose_somebody_is_not_committed(repo: Path, text: str) -> None:
    head = git(repo, "rev-parse", "HEAD")
    (repo / NOTES).write_text(text)
    ran = commit(repo)
    assert ran.code == 3
    assert "expose" in ran.err
    assert "943 476" not in ran.out + ran.err
    assert git(repo, "rev-parse", "HEAD") == head
    assert git(repo, "diff", "--cached", "--name-only") == ""


def test_a_private_export_that_git_keeps_stops_the_commit(typed: Path) -> None:
    (typed / "private").mkdir()
    (typed / "private" / "teams.csv").write_text("Name,Email\n")
    git(typed, "add", "-f", "private/teams.csv")
    git(typed, "commit", "-qm", "oops")
    ran = commit(typed)
    assert ran.code == 3
    assert "PRV-07" in ran.out


def test_other_staged_changes_stay_staged(typed: Path) -> None:
    (typed / PLAN).write_text("number: 4\ntheme: Staged\n")
    git(typed, "add", PLAN)
    (typed / PLAN).write_text("number: 4\ntheme: Later\n")
    ran = commit(typed)
    assert ran.code == 0, ran.err
    assert PLAN in ran.err
    assert git(typed, "show", "--name-only", "--format=").split() == [NOTES]
    assert "Staged" in git(typed, "show", f":{PLAN}")
    assert "Later" in (typed / PLAN).read_text()


def test_notes_that_were_staged_in_part_are_committed_as_they_are_on_disk(typed: Path) -> None:
    git(typed, "add", NOTES)
    (typed / NOTES).write_text(SAMPLE + "  idea: one more\n")
    assert commit(typed).code == 0
    assert "one more" in git(typed, "show", f"HEAD:{NOTES}")
    assert git(typed, "status", "--porcelain") == ""


def test_without_git_the_notes_stay_as_they_are(home: Path) -> None:
    (home / NOTES).write_text(SAMPLE)
    before = snapshot(home)
    ran = commit(home)
    assert ran.code == 3
    assert "not kept by git" in ran.err and "safe in the file" in ran.err
    assert snapshot(home) == before


def test_where_git_is_not_installed_it_says_so(typed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    ran = commit(typed)
    assert ran.code == 3
    assert "git is not installed" in ran.err


def test_a_first_commit_on_a_branch_without_any(home: Path) -> None:
    git(home, "init", "-q", "-b", "main")
    (home / NOTES).write_text(SAMPLE)
    ran = commit(home)
    assert ran.code == 0, ran.err
    assert git(home, "ls-tree", "-r", "--name-only", "HEAD").split() == [*REGISTERS, NOTES]


def test_without_a_branch_nothing_is_committed(typed: Path) -> None:
    git(typed, "checkout", "-q", "--detach")
    head = git(typed, "rev-parse", "HEAD")
    ran = commit(typed)
    assert ran.code == 3
    assert "git switch main" in ran.err
    assert (git(typed, "rev-parse", "HEAD"), (typed / NOTES).read_text()) == (head, SAMPLE)


def conflict(root: Path) -> None:
    """Two branches that changed the same line of a register, half merged."""
    (root / UPDATES).write_text("- {date: 2026-06-01, action: 2026-05-12/1, status: done, note: mine}\n")
    git(root, "add", UPDATES)
    git(root, "commit", "-qm", "mine")
    git(root, "checkout", "-q", "-b", "theirs", "HEAD~1")
    (root / UPDATES).write_text("- {date: 2026-06-02, action: 2026-05-12/1, status: done, note: theirs}\n")
    git(root, "add", UPDATES)
    git(root, "commit", "-qm", "theirs")
    git(root, "checkout", "-q", "main")
    subprocess.run(["git", "merge", "-q", "theirs"], cwd=root, capture_output=True, check=False, timeout=120)


def test_in_the_middle_of_a_merge_it_points_to_sync(typed: Path) -> None:
    conflict(typed)
    head = git(typed, "rev-parse", "HEAD")
    for _ in ("with both versions", "with the lines settled"):
        ran = commit(typed)
        assert ran.code == 3
        assert "copkit sync" in ran.err and "safe in the file" in ran.err
        assert (git(typed, "rev-parse", "HEAD"), (typed / NOTES).read_text()) == (head, SAMPLE)
        git(typed, "checkout", "--theirs", UPDATES)
        git(typed, "add", UPDATES)


def test_in_the_middle_of_a_rebase_it_says_how_to_go_on(typed: Path) -> None:
    conflict(typed)
    git(typed, "merge", "--abort")
    subprocess.run(["git", "rebase", "-q", "theirs"], cwd=typed, capture_output=True, check=False, timeout=120)
    ran = commit(typed)
    assert ran.code == 3
    assert (typed / NOTES).read_text() == SAMPLE


@pytest.mark.parametrize("hook", ["pre-commit", "commit-msg"])
def test_a_hook_that_says_no_is_heard_and_nothing_is_left_behind(typed: Path, hook: str) -> None:
    path = typed / ".git" / "hooks" / hook
    path.parent.mkdir(exist_ok=True)
    path.write_text("#!/bin/sh\necho 'no tabs please' >&2\nexit 1\n")
    path.chmod(0o755)
    ran = commit(typed)
    assert ran.code == 3
    assert "no tabs please" in ran.err and "hook" in ran.err
    assert git(typed, "status", "--porcelain").strip() == f"?? {NOTES}"
    assert (typed / NOTES).read_text() == SAMPLE
    path.unlink()
    assert commit(typed).code == 0


def test_without_a_name_it_says_how_to_give_one(typed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.delenv(f"GIT_{who}_NAME")
        monkeypatch.delenv(f"GIT_{who}_EMAIL")
    git(typed, "config", "user.useConfigOnly", "true")
    ran = commit(typed)
    assert ran.code == 3
    assert "git config --global user.name" in ran.err
    assert git(typed, "status", "--porcelain").strip() == f"?? {NOTES}"


def test_a_lock_that_is_held_is_told(typed: Path) -> None:
    (typed / ".git" / "index.lock").touch()
    ran = commit(typed)
    assert ran.code == 3
    assert "index.lock" in ran.err


def test_notes_that_git_ignores_are_told(typed: Path) -> None:
    with (typed / ".gitignore").open("a") as file:
        file.write("*.notes.yaml\n")
    ran = commit(typed)
    assert ran.code == 3
    assert "ignore" in ran.err


def test_a_workspace_below_the_top_of_a_repository(tmp_path: Path, home: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "other.txt").write_text("x")
    git(tmp_path, "add", "other.txt")
    (home / NOTES).write_text(SAMPLE)
    ran = commit(home)
    assert ran.code == 0, ran.err
    there = git(tmp_path, "ls-tree", "-r", "--name-only", "HEAD").split()
    assert there == [f"ws/{path}" for path in (*REGISTERS, NOTES)]
    assert git(tmp_path, "diff", "--cached", "--name-only").split() == ["other.txt"]
    assert ":/other.txt" in ran.err


def test_a_shallow_clone_commits_too(typed: Path, tmp_path: Path) -> None:
    git(typed, "commit", "-q", "--allow-empty", "-m", "more")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{typed}", "shallow")
    (tmp_path / "shallow" / NOTES).write_text(SAMPLE)
    assert commit(tmp_path / "shallow").code == 0
