"""Something private is written only where it is known that git will never see it, and only that is said."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copkit.editing.refused import Refused
from copkit.world.keeping import is_share, keep
from tests.cli.notes.conftest import git
from tests.shell import copkit, snapshot

SETTINGS = "communities/programme/programme.yaml"
JOIN = ("join", "systems-leadership", "jo.ng", "--email", "jo.ng@anytown.example")


def keeps_out(root: Path, path: Path) -> bool:
    """Whether git, asked plainly, neither has a file nor would take it."""
    shown = git(root, "status", "--porcelain", "--untracked-files=all", "--", str(path))
    return not shown and not git(root, "ls-files", "--", str(path))


def private_dir(root: Path, name: str) -> None:
    file = root / SETTINGS
    file.write_text(file.read_text() + f"private_dir: '{name}'\n")


def test_what_git_ignores_is_kept_outside_git(repo: Path) -> None:
    kept = keep(repo, repo / "private", "contacts.yaml")
    assert kept.where == "in private/, outside git"
    ran = copkit(*JOIN, root=repo)
    assert (ran.code, "Kept the address of jo.ng in private/, outside git." in ran.err) == (0, True)
    assert keeps_out(repo, kept.path) and kept.path.exists()


def test_without_git_it_is_said_who_can_read_it(home: Path) -> None:
    ran = copkit(*JOIN, root=home)
    assert ran.code == 0
    assert "in private/, which everyone who can open this folder can read" in ran.err
    assert "outside git" not in ran.err


def refused(root: Path, why: str) -> None:
    """Nothing private is written, nothing else either, and the reason is said."""
    before = snapshot(root)
    ran = copkit(*JOIN, root=root)
    assert ran.code == 3, ran
    assert why in ran.err and "outside git" not in ran.err
    assert snapshot(root) == before


def test_a_link_into_the_tree_is_refused(repo: Path) -> None:
    (repo / "open").mkdir()
    (repo / "private").symlink_to("open")
    (repo / ".gitignore").write_text("private\n")
    refused(repo, "a link lies on the way to private/contacts.yaml")


def test_a_link_in_the_private_folder_is_refused(repo: Path) -> None:
    (repo / "private").mkdir()
    (repo / "seen.yaml").write_text("{}\n")
    (repo / "private" / "contacts.yaml").symlink_to("../seen.yaml")
    refused(repo, "link")
    with pytest.raises(Refused, match="a link lies on the way"):
        keep(repo, repo / "private", "contacts.yaml")


def test_a_link_to_nowhere_is_refused(repo: Path) -> None:
    (repo / "private").symlink_to("../not-there")
    refused(repo, "a link lies on the way")


@pytest.mark.parametrize("name", ["-rf", "--no-index", "--stdin", ":(glob)*", ":", "[a-z]", "-"])
def test_a_name_is_never_an_option_nor_a_pattern(repo: Path, name: str) -> None:
    private_dir(repo, name)
    refused(repo, "git does not ignore")
    literal = name.replace("[", "\\[").replace("*", "\\*")
    (repo / ".gitignore").write_text(f"/{literal}/\n")
    assert copkit(*JOIN, root=repo).code == 0
    assert keeps_out(repo, repo / name / "contacts.yaml")


@pytest.mark.parametrize("name", [".", "", "communities", "communities/x", "templates", "build", ".git/x"])
def test_what_is_for_something_else_is_no_private_folder(repo: Path, name: str) -> None:
    (repo / ".gitignore").write_text("*\n")
    with pytest.raises(Refused, match="not a folder for private details alone"):
        keep(repo, Path(os.path.normpath(repo / name)), "contacts.yaml")


def test_no_git_to_ask_is_a_no(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repo / "nothing"))
    refused(repo, "git is not installed here, and a .git lies above private/")


@pytest.mark.needs("root")
def test_a_git_that_does_not_trust_the_folder_is_a_no(repo: Path) -> None:
    os.chown(repo, 12345, 12345)
    os.chown(repo / ".git", 12345, 12345)
    refused(repo, "git cannot say whether it ignores private/")


@pytest.mark.parametrize("broken", ["gitdir: nowhere\n", "", "\0"])
def test_a_git_that_cannot_answer_is_a_no(home: Path, broken: str) -> None:
    (home / ".git").write_text(broken)
    refused(home, "git cannot say whether it ignores private/")


def test_an_index_that_cannot_be_read_is_a_no(repo: Path) -> None:
    (repo / ".git" / "index").write_bytes(b"rubbish")
    refused(repo, "git cannot say")


def test_files_that_git_has_already_are_a_no(repo: Path) -> None:
    (repo / "private").mkdir()
    (repo / "private" / "old.yaml").write_text("a: b\n")
    git(repo, "add", "-f", "private/old.yaml")
    refused(repo, "git tracks files in private/")


def test_each_file_is_asked_for_itself(repo: Path) -> None:
    (repo / ".gitignore").write_text("private/contacts.yaml\n")
    assert keep(repo, repo / "private", "contacts.yaml")
    with pytest.raises(Refused, match="git does not ignore private/"):
        keep(repo, repo / "private", "requests/jo.ng.html")


def test_a_file_that_is_taken_in_again_is_a_no(repo: Path) -> None:
    (repo / ".gitignore").write_text("private/*\n!private/contacts.yaml\n")
    refused(repo, "git does not ignore private/")


def test_a_folder_elsewhere_is_asked_for_its_own_git(repo: Path, tmp_path: Path) -> None:
    team = tmp_path / "team"
    team.mkdir()
    git(team, "init", "-q")
    private_dir(repo, str(team / "kept"))
    refused(repo, "git does not ignore")
    (team / ".git" / "info" / "exclude").write_text("kept/\n")
    assert copkit(*JOIN, root=repo).code == 0
    assert keeps_out(team, team / "kept" / "contacts.yaml")


def test_a_folder_elsewhere_behind_a_link_is_judged_where_it_lies(repo: Path, tmp_path: Path) -> None:
    (tmp_path / "team").symlink_to(repo / "communities")
    private_dir(repo, str(tmp_path / "team" / "kept"))
    refused(repo, "git does not ignore")


def test_a_submodule_and_a_work_tree_are_asked_for_their_own(repo: Path, tmp_path: Path) -> None:
    outer, tree = tmp_path / "outer", tmp_path / "tree"
    outer.mkdir()
    git(outer, "init", "-q")
    git(outer, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(repo), "ws")
    git(repo, "worktree", "add", "-q", str(tree), "-b", "other")
    for root in (outer / "ws", tree):
        assert (root / ".git").is_file()
        assert copkit(*JOIN, root=root).code == 0
        assert keeps_out(root, root / "private" / "contacts.yaml")
        shutil.rmtree(root / "private")
        (root / ".gitignore").write_text("build/\n")
        with pytest.raises(Refused, match="git does not ignore private/"):
            keep(root, root / "private", "contacts.yaml")


def test_a_workspace_within_another_repository_is_asked_for_that(home: Path) -> None:
    git(home.parent, "init", "-q")
    refused(home, "git does not ignore private/")


def test_a_git_named_by_the_environment_is_asked(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(tmp_path, "init", "-q", "elsewhere")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere" / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(home))
    refused(home, "git does not ignore private/")


SHARES = ("//host/share/x", r"\\host\share", "//host", r"/\host\x", r"\\?\UNC\h\s", "/net/host/x")


@pytest.mark.parametrize("name", SHARES)
def test_a_folder_of_another_machine_is_never_touched_unasked(
    repo: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert is_share(name)
    private_dir(repo, name)
    here, touched = str(repo), []
    for call in ("stat", "lstat", "open", "scandir", "mkdir", "access"):
        real = getattr(os, call)

        def watched(path: object, *rest: object, _real: object = real, **more: object) -> object:
            if not str(path).startswith(here) and any(word in str(path) for word in ("host", "UNC")):
                touched.append(str(path))
            return _real(path, *rest, **more)  # type: ignore[operator]

        monkeypatch.setattr(os, call, watched)
    refused(repo, "names a folder of another machine")
    page = str(repo.parent / "page.html")
    for words in (("check",), ("next",), ("agenda", "--out", page), ("privacy", "due"), ("doctor",)):
        copkit(*words, root=repo)
    assert touched == []


def test_a_folder_of_this_machine_is_no_share() -> None:
    assert not any(map(is_share, ("private", "/srv/team", "C:\\team", "../team", "~/team", "network/x")))


LINES = (
    "private/", "/private", "private/*", "!private/contacts.yaml", "*.yaml", "!*.yaml", "**/contacts.*",
    "priv*", "",
)  # fmt: skip


@given(lines=st.lists(st.sampled_from(LINES), max_size=5), forced=st.booleans())
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_kept_git_does_not_see(repo: Path, lines: list[str], forced: bool) -> None:
    """Whatever .gitignore says: where keeping is allowed, git itself lists nothing of it afterwards."""
    folder = repo / "private"
    shutil.rmtree(folder, ignore_errors=True)
    git(repo, "rm", "-r", "-q", "--cached", "--ignore-unmatch", "private")
    (repo / ".gitignore").write_text("\n".join(lines) + "\n")
    if forced:
        folder.mkdir()
        (folder / "old.txt").write_text("x")
        git(repo, "add", "-f", "private/old.txt")
    try:
        kept = keep(repo, folder, "contacts.yaml")
    except Refused:
        return
    kept.path.parent.mkdir(exist_ok=True)
    kept.path.write_text("a: b\n")
    assert keeps_out(repo, kept.path)
