"""The repository that holds a workspace: what is in it, who changed it, and commits of exactly some files."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from copkit.looking import is_there
from copkit.world.git.running import HOOKS, NoGit, Ran, read, run
from copkit.world.git.status import Status, read_status

_UNDER_WAY = {
    "MERGE_HEAD": "merge",
    "rebase-merge": "rebase",
    "rebase-apply": "rebase",
    "CHERRY_PICK_HEAD": "cherry-pick",
    "REVERT_HEAD": "revert",
}


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
        return next((what for name, what in _UNDER_WAY.items() if is_there(self.folder / name)), "")

    def status(self) -> Status:
        """What differs from the last commit, and how the branch stands to the others'."""
        ran = read(self.root, "status", "--porcelain=v2", "--branch", "-z", "--untracked-files=all", "--no-renames")
        if not ran.ok:
            raise NoGit(f"git cannot say how things stand: {ran.first_words}", "Try “git status” here.")
        return read_status(ran.text.split("\0"), self.prefix)

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
        folder = run(self.root, "rev-parse", "--git-path", "hooks").text.strip()
        return any(is_there(self.root / folder / name) for name in ("pre-commit", "commit-msg"))


def _no_repository(ran: Ran) -> NoGit:
    if "dubious ownership" in ran.err:
        hint = "git's own words: " + ran.first_words + " Ask whoever set up this computer."
        return NoGit("git does not trust this folder, since it belongs to somebody else", hint)
    hint = "“git init” starts one here; or keep the files as they are: everything else works without it."
    return NoGit("this folder is not kept by git", hint)
