"""`copkit save` and `copkit sync`: only what copkit knows, never forced, and conflicts told in plain words."""

from pathlib import Path

import pytest

from tests.cli.notes.conftest import NOTES, SAMPLE, git
from tests.shell import copkit

HOME = "communities/systems-leadership"
UPDATES = f"{HOME}/updates.yaml"
PLAN = f"{HOME}/sessions/2026-07-14.yaml"


def test_save_commits_plans_and_registers_and_names_them(repo: Path) -> None:
    (repo / PLAN).write_text("number: 4\ntheme: Winter\n")
    (repo / UPDATES).write_text("- {date: 2026-06-01, action: 2026-05-12/1, status: done}\n")
    (repo / NOTES).write_text(SAMPLE)
    (repo / HOME / "scrap.txt").write_text("x")
    (repo / "README.md").write_text("x")
    ran = copkit("save", root=repo)
    assert ran.code == 0, ran.err
    assert git(repo, "show", "--name-only", "--format=%s").split("\n")[:4] == [
        "Save: Systems Leadership, plan of 14 July 2026, updates", "", PLAN, UPDATES,
    ]  # fmt: skip
    assert NOTES in ran.err and "copkit notes commit" in ran.err and "scrap.txt" in ran.err
    assert git(repo, "status", "--porcelain").split("\n")[:3] == [
        "?? README.md", f"?? {HOME}/scrap.txt", f"?? {NOTES}",
    ]  # fmt: skip
    assert "Nothing to save" in copkit("save", root=repo).out


def test_save_says_what_stands_in_the_way_and_counts_mere_remarks(repo: Path) -> None:
    (repo / PLAN).write_text("number: 4\ndate: 2026-07-14\n")
    lines = copkit("check", "--all", root=repo).out.splitlines()
    remarks = [line for line in lines if f"{PLAN}:" in line and " info " in line]
    assert remarks
    ran = copkit("save", root=repo)
    assert ran.code == 0, ran.err
    assert " info" not in ran.out and f"{len(remarks)} remarks besides" in ran.err


def test_save_takes_the_rules_for_private_files_with_the_first_plan(repo: Path) -> None:
    git(repo, "rm", "--quiet", "--cached", ".gitignore")
    git(repo, "commit", "--quiet", "--message", "As after git init alone")
    assert "Nothing to save" in copkit("save", root=repo).out
    (repo / PLAN).write_text("number: 4\ntheme: Winter\n")
    assert copkit("save", root=repo).code == 0
    assert git(repo, "show", "--name-only", "--format=").split() == [".gitignore", PLAN]
    (repo / ".gitignore").write_text("private/\n")
    (repo / PLAN).write_text("number: 4\ntheme: Spring\n")
    assert ".gitignore" not in copkit("save", root=repo).out


def test_save_takes_a_message_a_community_and_removed_files(repo: Path) -> None:
    (repo / PLAN).unlink()
    (repo / "communities/programme/people.yaml").open("a").write("zoe.hart: {name: Zoe Hart, organisation: icb}\n")
    assert "would commit" in copkit("save", "--dry-run", root=repo).out
    ran = copkit("save", "systems", "-m", "No July", root=repo)
    assert ran.code == 0, ran.err
    assert "(removed)" in ran.out
    assert git(repo, "log", "-1", "--format=%s").strip() == "No July"
    assert copkit("save", root=repo).code == 0
    assert git(repo, "log", "-1", "--format=%s").strip() == "Save: Programme, people"


def test_save_stops_at_what_would_expose_somebody(repo: Path) -> None:
    people = repo / "communities/programme/people.yaml"
    people.open("a").write("zoe.hart: {name: Zoe Hart, organisation: icb, diet: vegan}\n")
    head = git(repo, "rev-parse", "HEAD")
    ran = copkit("save", root=repo)
    assert ran.code == 3
    assert "PRV-02" in ran.out
    assert git(repo, "rev-parse", "HEAD") == head


def update(root: Path, note: str) -> None:
    with (root / UPDATES).open("a") as file:
        file.write(f"- {{date: 2026-06-01, action: 2026-05-12/1, status: done, note: {note}}}\n")
    assert copkit("save", root=root).code == 0


def test_sync_sends_and_fetches(two: tuple[Path, Path]) -> None:
    sam, joe = two
    update(sam, "by Sam")
    assert copkit("sync", root=sam).code == 0
    (joe / NOTES).write_text(SAMPLE)
    assert copkit("notes", "commit", root=joe).code == 0
    ran = copkit("sync", root=joe)
    assert ran.code == 0, ran.err
    assert (joe / UPDATES).read_text() == (sam / UPDATES).read_text()
    assert copkit("sync", root=sam).code == 0
    assert (sam / NOTES).read_text() == SAMPLE
    assert git(sam, "rev-parse", "HEAD") == git(joe, "rev-parse", "HEAD")


def test_a_conflict_shows_both_sides_and_is_finished_by_running_sync_again(
    two: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    sam, joe = two
    for who, root in (("Sam Reid", sam), ("Joe Bell", joe)):
        monkeypatch.setenv("GIT_AUTHOR_NAME", who)
        update(root, f"by {who}")
    assert copkit("sync", root=sam).code == 0
    ran = copkit("sync", root=joe)
    assert ran.code == 1
    for words in (UPDATES, "yours (Joe Bell", "theirs (Sam Reid", "note: by Joe Bell", "note: by Sam Reid"):
        assert words in ran.out
    assert "copkit sync" in ran.out
    assert copkit("sync", root=joe).code == 1, "both versions are still in the file"
    lines = [line for line in (joe / UPDATES).read_text().split("\n") if line[:1] not in "<=>"]
    (joe / UPDATES).write_text("\n".join(lines) + "\n")
    done = copkit("sync", root=joe)
    assert done.code == 0, done.err
    assert copkit("sync", root=sam).code == 0
    assert "by Sam Reid" in (sam / UPDATES).read_text() and "by Joe Bell" in (sam / UPDATES).read_text()
    assert len(git(sam, "log", "--merges", "--format=%h").split()) == 1


def test_a_file_that_one_removed_and_the_other_changed_is_kept(two: tuple[Path, Path]) -> None:
    sam, joe = two
    (sam / PLAN).unlink()
    assert copkit("save", root=sam).code == copkit("sync", root=sam).code == 0
    (joe / PLAN).write_text("number: 4\ntheme: Winter\n")
    assert copkit("save", root=joe).code == 0
    ran = copkit("sync", root=joe)
    assert ran.code == 1
    assert "removed it" in ran.out
    assert copkit("sync", root=joe).code == 0
    assert "Winter" in git(joe, "show", f"HEAD:{PLAN}")


def test_a_folder_that_others_emptied_comes_when_it_is_asked_for(two: tuple[Path, Path]) -> None:
    sam, joe = two
    folder = Path(PLAN).parent
    for month in (7, 8, 9, 10):
        (sam / folder / f"2026-{month:02d}-14.yaml").write_text("theme: Winter\n")
    assert copkit("save", root=sam).code == copkit("sync", root=sam).code == 0
    assert copkit("sync", root=joe).code == 0
    git(sam, "rm", "-rq", str(folder))
    git(sam, "commit", "-qm", "A slip")
    assert copkit("sync", root=sam).code == 0, "what is committed here is sent"
    ran = copkit("sync", root=joe)
    assert ran.code == 3
    assert f"others deleted {folder}/: " in ran.err and "“copkit sync --many”" in ran.err
    assert (joe / PLAN).exists() and not git(joe, "status", "--porcelain")
    assert copkit("sync", "--many", root=joe).code == 0
    assert not (joe / PLAN).exists()


def test_a_folder_that_others_renamed_is_not_deleted(two: tuple[Path, Path]) -> None:
    sam, joe = two
    git(sam, "mv", HOME, "communities/home-first")
    git(sam, "commit", "-qm", "Its new name")
    assert copkit("sync", root=sam).code == 0
    assert copkit("sync", root=joe).code == 0
    assert (joe / "communities/home-first/community.yaml").exists()


def test_uncommitted_changes_are_said_and_never_overwritten(two: tuple[Path, Path]) -> None:
    sam, joe = two
    update(sam, "by Sam")
    assert copkit("sync", root=sam).code == 0
    (joe / UPDATES).write_text("- {date: 2026-06-02, action: 2026-05-12/1, status: done, note: mine}\n")
    before = (joe / UPDATES).read_text()
    ran = copkit("sync", root=joe)
    assert ran.code == 3
    assert UPDATES in ran.err and "copkit save" in ran.err
    assert (joe / UPDATES).read_text() == before


def test_without_a_shared_copy_it_says_how_to_name_one(repo: Path) -> None:
    ran = copkit("sync", root=repo)
    assert ran.code == 3
    assert "git remote add origin" in ran.err


def test_a_new_branch_is_sent_and_followed(repo: Path, tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "--bare", "-b", "main", "hub.git")
    git(repo, "remote", "add", "origin", str(tmp_path / "hub.git"))
    assert copkit("sync", root=repo).code == 0
    assert git(repo, "rev-parse", "--abbrev-ref", "@{upstream}").strip() == "origin/main"


def test_when_the_shared_copy_cannot_be_reached_nothing_is_lost(two: tuple[Path, Path], tmp_path: Path) -> None:
    sam, _ = two
    update(sam, "by Sam")
    head = git(sam, "rev-parse", "HEAD")
    (tmp_path / "hub.git").rename(tmp_path / "gone.git")
    ran = copkit("sync", root=sam)
    assert ran.code == 3
    assert "safe on this computer" in ran.err
    git(sam, "remote", "set-url", "origin", "https://nobody.invalid/x.git")
    ran = copkit("sync", root=sam)
    assert ran.code == 3
    assert "online" in ran.err
    assert git(sam, "rev-parse", "HEAD") == head


def test_a_shared_copy_that_refuses_is_told_in_its_words(two: tuple[Path, Path], tmp_path: Path) -> None:
    sam, _ = two
    hook = tmp_path / "hub.git" / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho 'main is protected' >&2\nexit 1\n")
    hook.chmod(0o755)
    update(sam, "by Sam")
    ran = copkit("sync", root=sam)
    assert ran.code == 3
    assert "main is protected" in ran.err and "did not take" in ran.err


def test_another_workspace_is_not_merged(two: tuple[Path, Path], tmp_path: Path) -> None:
    sam, _ = two
    git(tmp_path, "init", "-q", "-b", "main", "strange")
    git(tmp_path / "strange", "commit", "-q", "--allow-empty", "-m", "other")
    git(sam, "remote", "set-url", "origin", str(tmp_path / "strange"))
    ran = copkit("sync", root=sam)
    assert ran.code == 3
    assert "nothing in common" in ran.err
