"""Files that OneDrive, Notepad or a phone names otherwise: said by check, save and notes commit, never taken."""

from pathlib import Path

from tests.cli.notes.conftest import NOTES, SAMPLE, git
from tests.shell import copkit

HOME = "communities/systems-leadership"
PLAN = f"{HOME}/sessions/2026-07-14.yaml"


def test_notes_that_notepad_named_are_said_and_not_missing(repo: Path) -> None:
    (repo / f"{NOTES}.txt").write_text(SAMPLE)
    ran = copkit("notes", "commit", "systems-leadership", "2026-06-09", root=repo)
    assert ran.code == 3
    assert "2026-06-09.notes.yaml.txt" in ran.err and "Rename it to 2026-06-09.notes.yaml." in ran.err
    (repo / f"{NOTES}.txt").rename(repo / NOTES)
    assert copkit("notes", "commit", "systems-leadership", "2026-06-09", root=repo).code == 0


def test_another_version_is_said_at_commit_and_stays_where_it_is(repo: Path) -> None:
    (repo / NOTES).write_text(SAMPLE)
    other = repo / HOME / "sessions/2026-06-09.notes-LAPTOP-AB12.yaml"
    other.write_text(SAMPLE + "  offer: priya | ask them\n")
    ran = copkit("notes", "commit", "systems-leadership", "2026-06-09", root=repo)
    assert ran.code == 0, ran.err
    assert "another version of 2026-06-09.notes.yaml" in ran.out and "git diff --no-index" in ran.out
    assert other.exists() and "LAPTOP" not in git(repo, "show", "--name-only", "--format=")


def test_check_names_each_and_reads_none(repo: Path) -> None:
    plan = (repo / PLAN).read_text()
    for name in ("members (1).yaml", "sessions/2026-07-14 - Copy.yaml", "feedback/2026-05-12 (1).csv"):
        (repo / HOME / name).parent.mkdir(exist_ok=True)
        (repo / HOME / name).write_text(plan)
    ran = copkit("check", "--all", root=repo)
    told = " ".join(ran.out.split())
    assert told.count("copkit does not read it") == 3
    assert "his is a copy of 2026-07-14.yaml, and says the same" in told and "Delete it." in told
    assert "REF-12" not in ran.out and "REF-03" not in ran.out


def test_save_takes_no_copy_and_no_file_as_gone_that_is_there_under_another_name(repo: Path) -> None:
    (repo / f"{HOME}/members-LAPTOP-AB12.yaml").write_text("- {who: sam.cole}\n")
    (repo / PLAN).rename(repo / f"{PLAN}.txt")
    ran = copkit("save", root=repo)
    assert ran.code == 3
    assert "Rename 2026-07-14.yaml.txt to 2026-07-14.yaml" in ran.err
    assert "members-LAPTOP-AB12.yaml" in ran.out and "another version of members.yaml" in ran.out
    (repo / f"{PLAN}.txt").rename(repo / PLAN)
    (repo / PLAN).write_text("number: 4\ntheme: Winter\n")
    assert copkit("save", root=repo).code == 0
    assert git(repo, "show", "--name-only", "--format=").split() == [PLAN]
