"""A workspace of somebody else names programs in every way that git knows: reading it starts none of them."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from copkit.world.git.quiet import plain, without_filters
from tests.cli.notes.conftest import git
from tests.shell import copkit

NOTES = "communities/systems-leadership/sessions/2026-05-12.notes.yaml"
pytestmark = pytest.mark.needs("Unix")

READING = (
    ("check",),
    ("check", "--staged"),
    ("next",),
    ("doctor",),
    ("list",),
    ("schedule", "systems-leadership", "--dry-run"),
    ("notes", "show", "systems-leadership", "last"),
    ("synthesis", "systems-leadership", "--out", "-"),
    ("privacy", "erase", "jo.ng", "--dry-run"),
)


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A program that leaves a trace."""
    file = tmp_path / "evil.sh"
    file.write_text(f"#!/bin/sh\necho ran >> '{tmp_path / 'trace'}'\ncat 2>/dev/null\nexit 0\n")
    file.chmod(0o755)
    return file


def config(root: Path, *pairs: tuple[str, str | Path]) -> None:
    for key, value in pairs:
        git(root, "config", key, str(value))


def monitor(root: Path, program: Path) -> None:
    config(root, ("core.fsmonitor", program))


def hooks(root: Path, program: Path) -> None:
    for name in ("post-index-change", "reference-transaction", "post-checkout", "pre-auto-gc"):
        shutil.copy(program, root / ".git" / "hooks" / name)


def filters(root: Path, program: Path) -> None:
    (root / ".gitattributes").write_text("* filter=Evil.two\n")
    config(root, ("filter.Evil.two.clean", program), ("filter.Evil.two.smudge", program))
    config(root, ("filter.Evil.two.required", "true"))


def a_process_as_filter(root: Path, program: Path) -> None:
    (root / ".git" / "info").mkdir(exist_ok=True)
    (root / ".git" / "info" / "attributes").write_text("* filter=evil\n")
    config(root, ("filter.evil.process", program))


def filters_from_an_included_file(root: Path, program: Path) -> None:
    (root / ".gitattributes").write_text("* filter=evil\n")
    (root / "settings").write_text(f'[filter "evil"]\n\tclean = {program}\n')
    config(root, ("include.path", root / "settings"))


def comparers(root: Path, program: Path) -> None:
    (root / ".gitattributes").write_text("* diff=evil\n")
    config(root, ("diff.external", program), ("diff.evil.textconv", program), ("diff.evil.command", program))


def signers(root: Path, program: Path) -> None:
    config(root, ("log.showSignature", "true"), ("gpg.program", program), ("gpg.ssh.program", program))
    name = git(root, "rev-parse", "HEAD").strip()
    signature = "\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n\n"
    signed = git(root, "cat-file", "commit", name).replace("\n\n", signature, 1)
    file = root / "signed"
    file.write_text(signed)
    made = git(root, "hash-object", "-t", "commit", "-w", "signed").strip()
    file.unlink()
    git(root, "update-ref", "HEAD", made)


def pagers_and_aliases(root: Path, program: Path) -> None:
    config(root, ("core.pager", program), ("pager.log", program), ("pager.status", program))
    config(root, *((f"alias.{word}", f"!{program}") for word in ("status", "log", "ls-files", "rev-parse", "diff")))


def transports(root: Path, program: Path) -> None:
    """Objects that are missing, to be had from a place that is reached through a program."""
    config(root, ("remote.origin.url", f"ext::{program}"), ("remote.origin.promisor", "true"))
    config(root, ("extensions.partialClone", "origin"), ("protocol.ext.allow", "always"))
    config(root, *((key, program) for key in ("remote.origin.uploadpack", "core.sshCommand", "credential.helper")))
    named = git(root, "rev-parse", f"HEAD:{NOTES}").strip()
    (root / ".git" / "objects" / named[:2] / named[2:]).unlink()


WAYS = (
    monitor, hooks, filters, a_process_as_filter, filters_from_an_included_file, comparers, signers,
    pagers_and_aliases, transports,
)  # fmt: skip


def touched(root: Path) -> None:
    """A file that git has to look into, to know whether it changed."""
    file = root / NOTES
    file.write_text(file.read_text() + "\n")


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_reading_starts_nothing(repo: Path, program: Path, way: Callable[[Path, Path], None]) -> None:
    way(repo, program)
    touched(repo)
    trace = program.with_name("trace")
    trace.unlink(missing_ok=True)
    for words in READING:
        assert copkit(*words, root=repo).code != 4
        assert not trace.exists(), f"{words} ran the program"


@pytest.mark.parametrize("way", [monitor, filters, a_process_as_filter, filters_from_an_included_file, signers])
def test_the_program_would_have_been_run(repo: Path, program: Path, way: Callable[[Path, Path], None]) -> None:
    way(repo, program)
    touched(repo)
    for words in (("status",), ("log", "-1")):
        subprocess.run(["git", *words], cwd=repo, check=False, capture_output=True, timeout=120)
    assert program.with_name("trace").exists()


def test_a_bare_repository_among_the_files_is_not_asked(repo: Path, program: Path, tmp_path: Path) -> None:
    """The folder holds HEAD, config, objects and refs as files that git keeps; whoever stands in it is in it."""
    inner = tmp_path / "clone"
    inner.mkdir()
    git(inner, "init", "-q", "--bare", ".")
    shutil.copytree(repo / "communities", inner / "communities")
    git(inner, "config", "core.worktree", ".")
    git(inner, "config", "core.bare", "false")
    git(inner, "config", "core.fsmonitor", str(program))
    subprocess.run(["git", "status"], cwd=inner, check=False, capture_output=True, timeout=120)
    trace = program.with_name("trace")
    assert trace.exists(), "the attack does not work here"
    trace.unlink()
    for words in READING:
        assert copkit(*words, root=inner).code != 4
        assert not trace.exists(), f"{words} ran the program"


def test_filters_of_the_user_stay() -> None:
    told = "global\0filter.lfs.clean\ngit-lfs clean\0local\0filter.a.b.clean\nx\0system\0filter.c.process\ny\0"
    found = without_filters(told)
    assert {value for key, value in found.items() if "_KEY_" in key} == {
        f"filter.a.b.{part}" for part in ("clean", "smudge", "process", "required")
    }
    assert without_filters("global\0filter.lfs.clean\nx\0") == {}


def test_a_comparison_starts_nothing() -> None:
    assert plain(["-c", "x=y", "log", "-1"]) == ["-c", "x=y", "log", "--no-ext-diff", "--no-textconv", "-1"]
    assert plain(["ls-files"]) == ["ls-files"]
