"""The diff of a dry run is what git shows after the change, byte for byte, and git applies it."""

import subprocess
from pathlib import Path
from random import Random

import pytest

from copkit.editing.diff import diff
from copkit.editing.refused import Refused
from copkit.editing.splice import insert_item, set_key
from copkit.editing.store import Change, apply
from copkit.findings import Severity
from copkit.yamlfile import read
from tests.editing.documents import WORDS, document, value
from tests.editing.test_splice_fuzz import lists


def git(root: Path, *arguments: str) -> bytes:
    settings = ["-c", "core.autocrlf=false", "-c", "user.name=x", "-c", "user.email=x@example.org"]
    command = ["git", "--no-pager", *settings, *arguments]
    return subprocess.run(command, cwd=root, check=True, capture_output=True, timeout=120).stdout


@pytest.fixture
def root(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q")
    (tmp_path / ".git" / "info" / "exclude").write_text(".copkit.lock\n")
    return tmp_path


def agree(root: Path, changes: list[Change]) -> None:
    """Apply the diff with git, take it back, make the changes, and compare the diff with git's."""
    for change in changes:
        change.path.parent.mkdir(parents=True, exist_ok=True)
        if change.seen is not None:
            change.path.write_bytes(change.seen)
    git(root, "add", ".")
    git(root, "commit", "-q", "--allow-empty", "-m", "before")
    shown = diff(root, changes).encode("utf-8", "surrogateescape")
    (root / "change.patch").write_bytes(shown)
    if shown:
        git(root, "apply", "--whitespace=nowarn", "change.patch")
    (root / "change.patch").unlink()
    for change in changes:
        assert change.path.read_bytes() == change.new
        if change.seen is None:
            change.path.unlink()
        else:
            change.path.write_bytes(change.seen)
    apply(root, changes)
    git(root, "add", "-N", ".")
    assert shown == git(root, "diff")


def test_the_diff_of_an_edit_reads_like_gits(tmp_path: Path) -> None:
    old = b"id: a\nname: b\ndate: 2026-06-09\nplace: c\nd: e\nf: g\nh: i"
    new = set_key(old, ("date",), "2026-06-16")
    assert diff(tmp_path, [Change(tmp_path / "communities" / "a.yaml", new, old)]) == (
        "diff --git a/communities/a.yaml b/communities/a.yaml\n"
        "index 87e46af..4dc3bb6 100644\n"
        "--- a/communities/a.yaml\n"
        "+++ b/communities/a.yaml\n"
        "@@ -1,6 +1,6 @@\n"
        " id: a\n"
        " name: b\n"
        "-date: 2026-06-09\n"
        "+date: 2026-06-16\n"
        " place: c\n"
        " d: e\n"
        " f: g\n"
    )


def test_a_change_that_changes_nothing_shows_nothing(tmp_path: Path) -> None:
    assert diff(tmp_path, [Change(tmp_path / "a", b"x", b"x")]) == ""


def test_new_files_empty_files_and_odd_names(root: Path) -> None:
    agree(
        root,
        [
            Change(root / "new.yaml", b"a: 1\nb: 2", None),
            Change(root / "one.yaml", b"a: 1\n", None),
            Change(root / "deep" / "empty.yaml", b"", None),
            Change(root / "to empty.yaml", b"", b"a: 1\n"),
            Change(root / "from-empty.yaml", b"a: 1\n", b""),
            Change(root / "Zoë's file.yaml", b"a: 2\n", b"a: 1\n"),
            Change(root / 'quote".yaml', b"a: 1\n", None),
            Change(root / "ending.yaml", b"a: 1\nb: 2", b"a: 1\nb: 2\n"),
            Change(root / "crlf.yaml", b"a: 1\r\nb: 2\r\n", b"a: 1\r\n"),
            Change(root / "cr.yaml", b"a: 1\rb: 2\r", b"a: 1\r"),
            Change(root / "windows.yaml", b"a: \x93x\x94\n", b"a: \x93\n"),
        ],
    )


def test_changes_far_apart_and_close_together(root: Path) -> None:
    lines = [b"  key%d: value\n" % number for number in range(60)]
    lines[0] = lines[20] = b"heading with spaces: \n"
    for gap in (5, 6, 7, 8, 30):
        new = list(lines)
        new[22] = b"changed\n"
        new[22 + gap] = b"changed too\n"
        agree(root, [Change(root / f"gap{gap}.yaml", b"".join(new), b"".join(lines))])


def random_change(random: Random, path: Path) -> Change:
    """A random edit of a random file."""
    while True:
        old = document(random)
        data = read(old, "f").data
        places = lists(data)
        if any(finding.severity is Severity.ERROR for finding in read(old, "f").findings):
            continue
        try:
            new = insert_item(old, random.choice(places), value(random)) if places else old
            for key in random.sample(["date", "status", "because", "a"], random.randrange(3)):
                new = set_key(new, (key,), random.choice(WORDS), after="b")
        except Refused:
            continue
        return Change(path, new, old)


def test_random_edits_are_shown_as_git_shows_them(root: Path) -> None:
    random = Random(3)
    agree(root, [random_change(random, root / f"{number:03}.yaml") for number in range(60)])


def test_random_lines_are_shown_in_a_diff_that_git_applies(root: Path) -> None:
    """Lines that repeat can be matched in several ways; the diff may differ from git's but must be right."""
    random = Random(5)
    for number in range(20):
        old = b"".join(random.choice([b"a\n", b"  b\n", b"\n", b"c: d\n"]) for _ in range(30))
        new = b"".join(random.choice([b"a\n", b"  b\n", b"\n", b"c: d\n"]) for _ in range(30))
        path = root / f"{number}.yaml"
        path.write_bytes(old)
        (root / "patch").write_bytes(diff(root, [Change(path, new, old)]).encode())
        git(root, "apply", "--whitespace=nowarn", "patch")
        assert path.read_bytes() == new


@pytest.mark.slow
def test_2000_random_edits_are_shown_as_git_shows_them(root: Path) -> None:
    random = Random(4)
    agree(root, [random_change(random, root / f"{number:04}.yaml") for number in range(2000)])
