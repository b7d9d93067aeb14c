"""A lock that a killed git left behind: copkit names the file, says when it may go, and then goes on."""

from pathlib import Path

import pytest

from copkit.cli.locks import lock_in
from tests.cli.notes.conftest import NOTES, SAMPLE, git
from tests.shell import copkit

PLAN = "communities/systems-leadership/sessions/2026-07-14.yaml"
WHEN_SAFE = ("close every other program", "restart the computer", "safe to delete")


@pytest.fixture
def pair(repo: Path, tmp_path: Path) -> Path:
    """A clone with a commit to send, and as much to fetch."""
    git(tmp_path, "clone", "-q", "--bare", str(repo), "hub.git")
    for name in ("joe", "sam"):
        git(tmp_path, "clone", "-q", "hub.git", name)
    (tmp_path / "joe" / PLAN).write_text("number: 4\ntheme: Winter\n")
    assert copkit("save", root=tmp_path / "joe").code == copkit("sync", root=tmp_path / "joe").code == 0
    (tmp_path / "sam" / NOTES).write_text(SAMPLE)
    assert copkit("notes", "commit", root=tmp_path / "sam").code == 0
    return tmp_path / "sam"


@pytest.mark.parametrize("name", ["index.lock", "HEAD.lock", "refs/heads/main.lock"])
@pytest.mark.parametrize(("command", "file"), [(("notes", "commit"), NOTES), (("save",), PLAN)])
def test_a_lock_in_the_way_of_a_commit_is_named(repo: Path, name: str, command: tuple[str, ...], file: str) -> None:
    (repo / file).write_text(SAMPLE if file == NOTES else "number: 4\ntheme: Winter\n")
    head, before = git(repo, "rev-parse", "HEAD"), git(repo, "status", "--porcelain")
    lock = repo / ".git" / name
    lock.touch()
    ran = copkit(*command, root=repo)
    assert ran.code == 3
    assert f"delete the file .git/{name} " in ran.err and "nothing was committed" in ran.err
    assert all(words in ran.err for words in (*WHEN_SAFE, "safe in the file"))
    assert (git(repo, "rev-parse", "HEAD"), lock.exists()) == (head, True), "copkit deletes no lock itself"
    lock.unlink()
    assert git(repo, "status", "--porcelain") == before or name == "index.lock"
    assert copkit(*command, root=repo).code == 0
    assert git(repo, "show", f"HEAD:{file}") == (repo / file).read_text()


@pytest.mark.parametrize(
    "name", ["index.lock", "HEAD.lock", "refs/heads/main.lock", "refs/remotes/origin/main.lock", "ORIG_HEAD.lock"]
)
def test_a_lock_in_the_way_of_sync_is_named(pair: Path, name: str) -> None:
    mine = git(pair, "rev-parse", "HEAD")
    lock = pair / ".git" / name
    lock.touch()
    ran = copkit("sync", root=pair)
    if ran.code == 0:  # git does without it
        assert name == "ORIG_HEAD.lock"
        return
    assert ran.code == 3
    assert f"delete the file .git/{name} " in ran.err and "Your commits are safe" in ran.err
    assert all(words in ran.err for words in WHEN_SAFE)
    assert git(pair, "rev-parse", "HEAD") == mine
    assert git(pair, "status", "--porcelain") == "" or "/main." in name or "HEAD" in name
    assert copkit("save", root=pair).code in (0, 3)
    assert git(pair, "rev-parse", "HEAD") == mine, "what others did is not committed as though it were one's own"
    lock.unlink()
    assert copkit("sync", root=pair).code == 0
    assert (pair / PLAN).read_text() == "number: 4\ntheme: Winter\n"
    assert git(pair, "rev-parse", "HEAD") == git(pair, "rev-parse", "origin/main")


def test_a_lock_of_the_shared_copy_is_for_whoever_keeps_it(pair: Path) -> None:
    lock = pair.parent / "hub.git" / "refs" / "heads" / "main.lock"
    lock.touch()
    ran = copkit("sync", root=pair)
    assert ran.code == 3
    assert "the shared copy is locked" in ran.err and "whoever keeps the shared copy" in ran.err
    assert str(lock) in ran.err
    lock.unlink()
    assert copkit("sync", root=pair).code == 0


def test_a_folder_that_git_may_not_write_to_is_no_lock(repo: Path) -> None:
    (repo / NOTES).write_text(SAMPLE)
    (repo / ".git" / "index.lock").mkdir()
    ran = copkit("notes", "commit", root=repo)
    assert ran.code == 3
    assert "index.lock" in ran.err


@pytest.mark.parametrize(
    ("words", "path", "there"),
    [
        ("fatal: Unable to create '/home/o'neil/a b/.git/index.lock': File exists.\n\nAnother git process seems",
         "/home/o'neil/a b/.git/index.lock", True),
        ("error: cannot lock ref 'refs/heads/main': Unable to create '/w/.git/refs/heads/main.lock': File exists.",
         "/w/.git/refs/heads/main.lock", True),
        ("fatal: Unable to create 'C:/Users/sam/team/.git/packed-refs.lock': File exists.",
         "C:/Users/sam/team/.git/packed-refs.lock", True),
        ("error: could not lock config file .git/config: File exists\nerror: x", ".git/config.lock", True),
        ("fatal: unable to create '/w/.git/shallow.lock': File exists", "/w/.git/shallow.lock", True),
        ("error: something new about .git/reftable/tables.list.lock", ".git/reftable/tables.list.lock", True),
        ("fatal: Unable to create '/w/.git/index.lock': Permission denied", "/w/.git/index.lock", False),
        ("fatal: Unable to create '/w/.git/index.lock': No space left on device", "/w/.git/index.lock", False),
    ],
)  # fmt: skip
def test_every_lock_is_found_in_gits_words(words: str, path: str, there: bool) -> None:
    lock = lock_in(words)
    assert lock is not None
    assert (lock.path, lock.is_there) == (path, there)


def test_other_words_of_git_tell_of_no_lock() -> None:
    assert lock_in("fatal: unable to access 'https://team.example/': Could not resolve host") is None
    assert lock_in("error: hook declined: requirements.lockfile is stale") is None


def test_a_lock_that_comes_in_the_midst_of_a_merge_undoes_nothing(
    pair: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """git notes a merge then though its index has nothing of it: committed, it would undo what others did."""
    lock = pair / ".git" / "index.lock"
    with monkeypatch.context() as late:
        late.setattr("copkit.cli.sync.refuse_index_lock", lambda *_: lock.touch())
        assert copkit("sync", root=pair).code == 3
    lock.unlink()
    ran = copkit("sync", root=pair)
    assert ran.code == 0, ran.err
    assert "theme: Winter" in git(pair, "show", f"HEAD:{PLAN}")
    assert git(pair, "show", f"HEAD:{NOTES}") == SAMPLE
