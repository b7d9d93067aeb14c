"""Run git. It never asks anything, never pages, never forces, and speaks in plain English."""

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from copkit.world.git import quiet

QUICK, HOOKS, NETWORK = 60, 900, 300
"""Seconds: for what git does by itself; where a hook may run; where it talks to another computer."""
_TO_RESOLVE = ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE")


def installed() -> bool:
    """Whether there is a git to run."""
    return shutil.which("git") is not None


class NoGit(Exception):
    """There is no git to work with; the message says why, the hint what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


class Ran(NamedTuple):
    """How git ended: its exit code, what it printed, and what it said beside that."""

    code: int
    out: bytes
    err: str

    @property
    def ok(self) -> bool:
        return self.code == 0

    @property
    def text(self) -> str:
        return self.out.decode("utf-8", "surrogateescape")

    @property
    def words(self) -> str:
        """All that git and its hooks said, for a person to read."""
        return "\n".join(part for part in (self.text.strip(), self.err.strip()) if part)

    @property
    def first_words(self) -> str:
        """The first line of what git complained of."""
        return self.err.strip().split("\n")[0].removeprefix("fatal: ").removeprefix("error: ")


def run(
    root: Path,
    *arguments: str,
    data: bytes | None = None,
    seconds: int = QUICK,
    env: Mapping[str, str] | None = None,
) -> Ran:
    """Run git in a folder. What takes too long is stopped, and told as a failure."""
    command = ["git", *quiet.options(quiet.ALWAYS), *arguments]
    try:
        done = subprocess.run(
            command,
            cwd=root,
            env={**environment(), **(env or {})},
            input=data,
            stdin=subprocess.DEVNULL if data is None else None,
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Ran(124, b"", f"git did not answer within {seconds} seconds")
    except OSError as problem:
        raise not_installed() from problem
    return Ran(done.returncode, done.stdout, done.stderr.decode("utf-8", "surrogateescape"))


def read(root: Path, *arguments: str, data: bytes | None = None, patterns: bool = False) -> Ran:
    """Run a git command that only looks: it takes no locks that others may wait for, and starts no program.

    With `patterns` a path may be one, such as `:(glob)*.yaml`.
    """
    env = looking(root, arguments) | ({"GIT_LITERAL_PATHSPECS": "0"} if patterns else {})
    return run(root, *look(arguments), data=data, env=env)


def look(arguments: Sequence[str]) -> list[str]:
    """The words of a command that only looks."""
    return ["--no-optional-locks", *quiet.options(quiet.LOOKING), *quiet.plain(arguments)]


def looking(root: Path, arguments: Sequence[str]) -> dict[str, str]:
    """The environment of a command that only looks."""
    filtered = "--cached" not in arguments and any(word in quiet.READS_FILES for word in arguments)
    return {**quiet.NOTHING_FETCHED, **(_without_filters(root) if filtered else {})}


@lru_cache(maxsize=4)
def _without_filters(root: Path) -> dict[str, str]:
    told = run(root, "config", "-z", "--show-scope", "--get-regexp", r"^filter\..*\.(clean|smudge|process)$")
    return quiet.without_filters(told.text)


def ignores(root: Path, path: str) -> bool:
    """Whether git is told to leave a path out; raises NoGit. This question knows no literal paths."""
    return read(root, "check-ignore", "--quiet", "--", path, patterns=True).ok


def not_installed() -> NoGit:
    return NoGit("git is not installed here", "Install it from git-scm.com, or work without it.")


def environment() -> dict[str, str]:
    """The user's own environment, without prompts, pagers, editors and other languages.

    git gives hooks its paths relative to where it stands; they are made absolute, since we stand elsewhere.
    """
    env = {**os.environ, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_PAGER": "cat", "GIT_EDITOR": "true"}
    env.setdefault("GIT_SSH_COMMAND", "ssh -o BatchMode=yes")
    env["GIT_LITERAL_PATHSPECS"] = "1"
    env.pop("GIT_EXTERNAL_DIFF", None)
    for name in _TO_RESOLVE:
        if value := env.get(name):
            env[name] = os.path.abspath(value)
    return env
