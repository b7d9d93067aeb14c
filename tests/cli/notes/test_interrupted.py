"""git killed in the middle of a merge: the next `copkit sync` takes it back, loses nothing and does it."""

from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from tests.cli.notes.conftest import NOTES, SAMPLE, git
from tests.shell import copkit

HOME = "communities/systems-leadership"
THEIRS = [f"{HOME}/sessions/2026-{month:02d}-08.yaml" for month in (9, 10, 11)]
PLAN = f"{HOME}/sessions/2026-07-14.yaml"
PEOPLE = "communities/programme/people.yaml"
Die = Callable[[Path], None]

pytestmark = pytest.mark.needs("Unix")


@pytest.fixture
def sam(repo: Path, tmp_path: Path) -> Path:
    """A clone whose shared copy has new plans, a changed plan and a longer register."""
    git(tmp_path, "clone", "-q", "--bare", str(repo), "hub.git")
    for name in ("joe", "sam"):
        git(tmp_path, "clone", "-q", "hub.git", name)
    joe = tmp_path / "joe"
    for path in THEIRS:
        (joe / path).write_text("theme: Winter\nbriefing: {title: What we have learned}\n")
    (joe / PLAN).write_text("number: 4\ntheme: Winter\nbriefing: {title: What we have learned}\n")
    (joe / PEOPLE).open("a").write("zoe.hart: {name: Zoe Hart, organisation: icb}\n")
    assert copkit("save", root=joe).code == copkit("sync", root=joe).code == 0
    return tmp_path / "sam"


@pytest.fixture
def mine(sam: Path) -> Path:
    """The clone, with notes that are committed: a true merge is to come."""
    (sam / NOTES).write_text(SAMPLE)
    assert copkit("notes", "commit", root=sam).code == 0
    return sam


def kill_at(root: Path, path: str) -> None:
    """The next time that git is about to write a file it dies, as it would by `kill -9`."""
    due = root / ".git" / "kill-is-due"
    due.touch()
    git(root, "config", "filter.killer.smudge", f"rm '{due}' 2>&- && kill -9 $PPID; cat")
    (root / ".git" / "info").mkdir(exist_ok=True)
    (root / ".git" / "info" / "attributes").write_text(f"{path} filter=killer\n")


@pytest.fixture
def die(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """A sync that dies together with its git."""

    def died(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    def run(root: Path) -> None:
        with monkeypatch.context() as patched:
            patched.setattr("copkit.cli.sync._after_merge", died)
            ran = copkit("sync", root=root)
        assert ran.code == 130, ran.out + ran.err
        assert "Traceback" not in ran.err

    return run


def in_step(root: Path) -> None:
    ran = copkit("sync", root=root)
    assert ran.code == 0, ran.err
    assert not (root / ".git" / "copkit-sync").exists()
    assert git(root, "status", "--porcelain") == ""
    assert git(root, "rev-parse", "HEAD") == git(root, "rev-parse", "origin/main")
    assert [(root / path).read_text() for path in THEIRS] == [
        "theme: Winter\nbriefing: {title: What we have learned}\n"
    ] * 3
    assert "zoe.hart" in (root / PEOPLE).read_text()


@pytest.mark.parametrize("clone", ["sam", "mine"])
@pytest.mark.parametrize("path", [PEOPLE, PLAN, THEIRS[1], THEIRS[2]])
def test_killed_at_any_file_it_is_taken_back_and_done(
    clone: str, path: str, die: Die, request: pytest.FixtureRequest
) -> None:
    root: Path = request.getfixturevalue(clone)
    kill_at(root, path)
    die(root)
    again = copkit("sync", root=root)
    assert again.code == 3
    assert "delete the file .git/index.lock " in again.err
    (root / ".git" / "index.lock").unlink()
    in_step(root)
    if clone == "mine":
        assert git(root, "show", f"HEAD:{NOTES}") == SAMPLE


def test_a_file_that_was_cut_short_is_not_committed_as_though_it_had_been_typed(mine: Path, die: Die) -> None:
    kill_at(mine, THEIRS[2])
    die(mine)
    (mine / ".git" / "index.lock").unlink()
    (mine / PEOPLE).write_text((mine / PEOPLE).read_text()[:40])
    for command in (("save",), ("notes", "commit")):
        ran = copkit(*command, root=mine)
        assert ran.code == 3
        assert "stopped half way" in ran.err and "copkit sync" in ran.err
    in_step(mine)
    assert "amina.khan" in (mine / PEOPLE).read_text() and "zoe.hart" in (mine / PEOPLE).read_text()


def test_what_was_typed_after_the_kill_stays(mine: Path, die: Die) -> None:
    kill_at(mine, THEIRS[2])
    die(mine)
    (mine / ".git" / "index.lock").unlink()
    typed = (mine / PLAN).read_text() + "x-typed: after the kill\n"
    (mine / PLAN).write_text(typed)
    (mine / NOTES).write_text(SAMPLE + "  idea: typed after the kill\n")
    ran = copkit("sync", root=mine)
    assert ran.code == 3
    assert PLAN in ran.err and "copkit save" in ran.err
    assert (mine / PLAN).read_text() == typed
    assert not (mine / THEIRS[0]).exists(), "what nobody touched is as it was committed"
    assert copkit("save", root=mine).code == copkit("notes", "commit", root=mine).code == 0
    ran = copkit("sync", root=mine)
    assert ran.code == 1, "two have changed the same lines, as it says"
    assert "x-typed: after the kill" in ran.out
    (mine / PLAN).write_text(typed)
    in_step(mine)
    assert (mine / PLAN).read_text() == typed
    assert "idea: typed after the kill" in git(mine, "show", f"HEAD:{NOTES}")


def test_killed_when_the_index_is_written_and_the_branch_is_not_moved(mine: Path, die: Die) -> None:
    hook = mine / ".git" / "hooks" / "pre-merge-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nkill -9 $PPID\n")
    hook.chmod(0o755)
    die(mine)
    hook.unlink()
    assert git(mine, "diff", "--cached", "--name-only") != ""
    in_step(mine)
    assert git(mine, "show", f"HEAD:{NOTES}") == SAMPLE


def test_a_conflict_whose_note_was_not_written_is_still_one_that_sync_explains(sam: Path) -> None:
    (sam / PLAN).write_text("number: 4\ntheme: Summer\n")
    assert copkit("save", root=sam).code == 0
    assert copkit("sync", root=sam).code == 1
    ours, theirs = git(sam, "rev-parse", "HEAD").strip(), git(sam, "rev-parse", "origin/main").strip()
    for name in ("MERGE_HEAD", "MERGE_MSG", "MERGE_MODE"):  # git writes them last
        (sam / ".git" / name).unlink(missing_ok=True)
    (sam / ".git" / "copkit-sync").write_text(f"{ours}\n{theirs}\nrefs/remotes/origin/main\nBring together\n")
    ran = copkit("sync", root=sam)
    assert ran.code == 1
    assert "theme: Summer" in ran.out and "theme: Winter" in ran.out
    (sam / PLAN).write_text("number: 4\ntheme: Summer, then winter\n")
    in_step(sam)
    assert len(git(sam, "log", "-1", "--format=%P").split()) == 2, "it is a merge of both"


def test_killed_while_it_writes_a_conflict(sam: Path, die: Die) -> None:
    (sam / PLAN).write_text("number: 4\ntheme: Summer\n")
    assert copkit("save", root=sam).code == 0
    kill_at(sam, THEIRS[1])
    die(sam)
    (sam / ".git" / "index.lock").unlink(missing_ok=True)
    ran = copkit("sync", root=sam)
    assert ran.code == 1, ran.err
    assert "theme: Summer" in ran.out and "theme: Winter" in ran.out


def test_a_mark_of_a_merge_that_was_done_means_nothing(mine: Path) -> None:
    ours = git(mine, "rev-parse", "HEAD").strip()
    in_step(mine)
    (mine / ".git" / "copkit-sync").write_text(f"{ours}\n{ours}\nrefs/remotes/origin/main\nBring together\n")
    (mine / PLAN).write_text("number: 4\n")
    assert copkit("save", root=mine).code == 0
    in_step(mine)


def test_changes_that_are_staged_and_not_committed_are_never_taken_back(mine: Path) -> None:
    git(mine, "fetch", "-q")
    (mine / PLAN).write_text("number: 4\ntheme: Staged\n")
    git(mine, "add", PLAN)
    ran = copkit("sync", root=mine)
    assert ran.code == 3
    assert PLAN in ran.err and "copkit save" in ran.err
    assert "Staged" in git(mine, "show", f":{PLAN}")


def test_where_git_alone_dies_all_is_taken_back_at_once(mine: Path) -> None:
    kill_at(mine, THEIRS[2])
    assert copkit("sync", root=mine).code == 3
    (mine / ".git" / "index.lock").unlink()
    in_step(mine)


def test_killed_after_the_commit_and_before_git_says_that_the_merge_is_over(mine: Path) -> None:
    assert copkit("sync", root=mine).code == 0
    done = git(mine, "rev-parse", "HEAD")
    theirs = git(mine, "rev-parse", "HEAD^2").strip()
    (mine / ".git" / "MERGE_HEAD").write_text(f"{theirs}\n")
    (mine / ".git" / "MERGE_MODE").write_text("")
    (mine / ".git" / "MERGE_MSG").write_text("Bring together with origin\n")
    ran = copkit("sync", root=mine)
    assert ran.code == 0, ran.err
    assert git(mine, "rev-parse", "HEAD") == done
    assert not (mine / ".git" / "MERGE_HEAD").exists()
