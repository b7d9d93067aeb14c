"""The only place that runs git. It never asks anything, never pages, never forces, and speaks in plain English."""

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

QUICK, HOOKS, NETWORK = 60, 900, 300
"""Seconds: for what git does by itself; where a hook may run; where it talks to another computer."""
_AT_ONCE = 500
"""Objects asked for at once: so few names that writing them never waits for git, which may wait for us."""
_TO_RESOLVE = ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE")
_UNDER_WAY = {
    "MERGE_HEAD": "merge",
    "rebase-merge": "rebase",
    "rebase-apply": "rebase",
    "CHERRY_PICK_HEAD": "cherry-pick",
    "REVERT_HEAD": "revert",
}


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


class Status(NamedTuple):
    """Where a repository stands. Paths are the workspace's; `:/path` is outside it, from the top."""

    branch: str
    """Empty when no branch is checked out."""
    born: bool
    upstream: str
    ahead: int
    behind: int
    staged: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    untracked: tuple[str, ...]
    conflicted: tuple[str, ...]

    @property
    def dirty(self) -> tuple[str, ...]:
        """Every file that is not as it was committed."""
        return tuple(sorted({*self.staged, *self.changed, *self.removed, *self.untracked, *self.conflicted}))


def run(
    root: Path,
    *arguments: str,
    data: bytes | None = None,
    seconds: int = QUICK,
    env: Mapping[str, str] | None = None,
) -> Ran:
    """Run git in a folder. What takes too long is stopped, and told as a failure."""
    command = ["git", "-c", "core.quotepath=off", "-c", "core.pager=cat", *arguments]
    try:
        done = subprocess.run(
            command,
            cwd=root,
            env={**_environment(), **(env or {})},
            input=data,
            stdin=subprocess.DEVNULL if data is None else None,
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Ran(124, b"", f"git did not answer within {seconds} seconds")
    except OSError as problem:
        raise _not_installed() from problem
    return Ran(done.returncode, done.stdout, done.stderr.decode("utf-8", "surrogateescape"))


def read(root: Path, *arguments: str, data: bytes | None = None) -> Ran:
    """Run a git command that only looks, without taking locks that others may wait for."""
    return run(root, "--no-optional-locks", *arguments, data=data)


def ignores(root: Path, path: str) -> bool:
    """Whether git is told to leave a path out; raises NoGit. This question knows no literal paths."""
    words = ("--no-optional-locks", "check-ignore", "--quiet", path)
    return run(root, *words, env={"GIT_LITERAL_PATHSPECS": "0"}).ok


class Started:
    """A git command that only looks and runs while we do something else."""

    def __init__(self, root: Path, *arguments: str) -> None:
        """Raises NoGit where git is not installed."""
        try:
            self._git = subprocess.Popen(
                ["git", "--no-optional-locks", *arguments],
                cwd=root,
                env=_environment(),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except OSError as problem:
            raise _not_installed() from problem

    def ran(self) -> Ran:
        """How it ended, once it has."""
        out, _ = self._git.communicate(timeout=QUICK)
        return Ran(self._git.returncode, out, "")


def _not_installed() -> NoGit:
    return NoGit("git is not installed here", "Install it from git-scm.com, or work without it.")


def _environment() -> dict[str, str]:
    """The user's own environment, without prompts, pagers, editors and other languages.

    git gives hooks its paths relative to where it stands; they are made absolute, since we stand elsewhere.
    """
    env = {**os.environ, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_PAGER": "cat", "GIT_EDITOR": "true"}
    env.setdefault("GIT_SSH_COMMAND", "ssh -o BatchMode=yes")
    env["GIT_LITERAL_PATHSPECS"] = "1"
    for name in _TO_RESOLVE:
        if value := env.get(name):
            env[name] = os.path.abspath(value)
    return env


class Blobs:
    """Reads what git keeps by the names of its objects: one git for all, started when it is first wanted."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._git: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start git now, so that it is ready when it is wanted."""
        if self._git is None:
            self._git = subprocess.Popen(
                ["git", "cat-file", "--batch"],
                cwd=self._root,
                env=_environment(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )

    def read(self, names: Sequence[str], most: int) -> list[bytes | None]:
        """The bytes of each object; None where there is none, and where it has more bytes than `most`.

        Many are asked for at once: waiting for each answer takes longer than reading it.
        """
        self.start()
        assert self._git is not None
        found: list[bytes | None] = []
        for start in range(0, len(names), _AT_ONCE):
            found += self._ask(self._git, names[start : start + _AT_ONCE], most)
        return found

    def _ask(self, git: "subprocess.Popen[bytes]", names: Sequence[str], most: int) -> Iterator[bytes | None]:
        assert git.stdin is not None and git.stdout is not None
        git.stdin.write("".join(f"{name}\n" for name in names).encode())
        git.stdin.flush()
        for _ in names:
            answer = git.stdout.readline().split()
            if len(answer) != 3:
                yield None
                continue
            data = git.stdout.read(int(answer[2]) + 1)[:-1]
            yield data if len(data) <= most else None

    def close(self) -> None:
        """Let git go."""
        if self._git is not None:
            self._git.communicate()
            self._git = None

    def __enter__(self) -> "Blobs":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Repository:
    """The git repository that holds a workspace."""

    def __init__(self, root: Path) -> None:
        """Raises NoGit where there is no git, or the workspace is in no repository."""
        self.root = root
        what = ("--show-prefix", "--absolute-git-dir", "--is-shallow-repository", "--is-inside-work-tree")
        ran = read(root, "rev-parse", *what)
        answers = ran.text.split("\n")
        if not ran.ok or answers[3] != "true":
            raise _no_repository(ran)
        self.prefix = answers[0]
        self.folder = Path(answers[1])
        self.shallow = answers[2] == "true"

    @property
    def under_way(self) -> str:
        """What git has begun and not finished: a merge, a rebase, or nothing."""
        return next((what for name, what in _UNDER_WAY.items() if (self.folder / name).exists()), "")

    def status(self) -> Status:
        """What differs from the last commit, and how the branch stands to the others'."""
        ran = read(self.root, "status", "--porcelain=v2", "--branch", "-z", "--untracked-files=all", "--no-renames")
        if not ran.ok:
            raise NoGit(f"git cannot say how things stand: {ran.first_words}", "Try “git status” here.")
        return _status(ran.text.split("\0"), self.prefix)

    def on_disk(self, path: str) -> Path:
        """Where a file of `status` lies."""
        if not path.startswith(":/"):
            return self.root / path
        up = len([part for part in self.prefix.split("/") if part])
        return Path(os.path.normpath(self.root.joinpath(*[".."] * up) / path[2:]))

    def tracked(self) -> list[str]:
        """The files of the workspace that git keeps."""
        return [path for path in read(self.root, "ls-files", "-z").text.split("\0") if path]

    def committed(self, path: str, revision: str = "HEAD") -> bytes | None:
        """The bytes of a file in a commit; None where it is not there."""
        ran = read(self.root, "cat-file", "blob", f"{revision}:{self.prefix}{path}")
        return ran.out if ran.ok else None

    def author(self, revision: str, path: str) -> str:
        """Who changed a file last, and when: `Sam Reid, 9 June 2026`; empty when that is not known."""
        ran = read(self.root, "log", "-1", "--format=%an%x00%as", revision, "--", path)
        name, _, day = ran.text.strip().partition("\0")
        if not ran.ok or not day:
            return name
        from datetime import date

        from copkit.dates import say_date

        return f"{name}, {say_date(date.fromisoformat(day))}"

    def commit(self, paths: Sequence[str], message: str, new: Iterable[str]) -> Ran:
        """Commit exactly these files as they are on disk. What else is staged stays staged and out of it.

        `new` are those that git does not know yet. When the commit fails, nothing is left staged that was not.
        """
        new = list(new)
        if new and not (added := run(self.root, "add", "--", *new)).ok:
            return added
        done = run(self.root, "commit", "--quiet", "--only", "-m", message, "--", *paths, seconds=HOOKS)
        if new and not done.ok:
            run(self.root, "rm", "--cached", "--quiet", "--force", "--", *new)
        return done

    def hooks(self) -> bool:
        """Whether something runs before each commit and may refuse it."""
        folder = read(self.root, "rev-parse", "--git-path", "hooks").text.strip()
        return any((self.root / folder / name).exists() for name in ("pre-commit", "commit-msg"))


def _no_repository(ran: Ran) -> NoGit:
    if "dubious ownership" in ran.err:
        hint = "git's own words: " + ran.first_words + " Ask whoever set up this computer."
        return NoGit("git does not trust this folder, since it belongs to somebody else", hint)
    hint = "“git init” starts one here; or keep the files as they are: everything else works without it."
    return NoGit("this folder is not kept by git", hint)


def _status(records: list[str], prefix: str) -> Status:
    head: dict[str, str] = {}
    found: dict[str, list[str]] = {name: [] for name in ("staged", "changed", "removed", "untracked", "conflicted")}
    for record in records:
        sign, _, rest = record.partition(" ")
        if sign == "#":
            key, _, value = rest.partition(" ")
            head[key] = value
        elif sign == "?":
            found["untracked"].append(_inside(rest, prefix))
        elif sign == "u":
            found["conflicted"].append(_inside(rest.split(" ", 9)[9], prefix))
        elif sign == "1":
            path = _inside(rest.split(" ", 7)[7], prefix)
            if rest[0] != ".":
                found["staged"].append(path)
            if rest[1] == "D" or (rest[0] == "D" and rest[1] == "."):
                found["removed"].append(path)
            elif rest[1] != ".":
                found["changed"].append(path)
    branch = head.get("branch.head", "")
    ahead, _, behind = head.get("branch.ab", "+0 -0").partition(" ")
    return Status(
        "" if branch == "(detached)" else branch,
        head.get("branch.oid", "(initial)") != "(initial)",
        head.get("branch.upstream", ""),
        int(ahead),
        -int(behind),
        *(tuple(found[name]) for name in ("staged", "changed", "removed", "untracked", "conflicted")),
    )


def _inside(path: str, prefix: str) -> str:
    return path.removeprefix(prefix) if path.startswith(prefix) else f":/{path}"
