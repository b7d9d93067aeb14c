"""A lock that git met: whose it is, and what to do. A git that was killed leaves its locks behind."""

import os
from pathlib import Path
from typing import NamedTuple

from copkit.cli.exits import REFUSED, Stop
from copkit.cli.git import Ran, Repository
from copkit.patterns import when_used

_CREATE = when_used(r"nable to create '(.+?\.lock)': ([^\n]*)")
_CONFIG = when_used(r"could not lock config file (.+?): ([^\n]*)")
_ANY = when_used(r"([^\s'\"]+\.lock)\b['\"]?:? ?([^\n]*)")


class Lock(NamedTuple):
    """A lock that stands in git's way: where, as git says it, and why git cannot make its own there."""

    path: str
    why: str

    @property
    def is_there(self) -> bool:
        """Whether it is there already, and not a folder that cannot be written to."""
        return "exists" in self.why.lower() or not self.why


def lock_in(words: str) -> Lock | None:
    """The lock that git complains of, in whatever words; None where it complains of something else."""
    if found := _CREATE.search(words):
        return Lock(found[1], found[2])
    if found := _CONFIG.search(words):
        return Lock(f"{found[1]}.lock", found[2])
    if found := _ANY.search(words):
        return Lock(found[1], found[2])
    return None


def refuse_locked(repo: Repository, ran: Ran, what: str, kept: str) -> None:
    """End with advice where a lock stood in git's way; do nothing where none did.

    `what` is what did not happen ("nothing was committed"), `kept` says what is safe all the same.
    """
    lock = lock_in(ran.err)
    if lock is None:
        return
    if not lock.is_there:
        message = f"git cannot write {_shown(repo, lock.path)} ({lock.why.strip()}), so {what}"
        raise Stop(message, REFUSED, f"{kept} Is the disk full, or does the folder belong to somebody else?")
    if "remote:" in ran.err and not _is_ours(repo, lock.path):
        message = f"the shared copy is locked by another git, so {what}"
        path = os.path.normpath(lock.path)
        hint = (
            f"{kept} Somebody may be sending at this moment: wait a minute and run this again. If it stays so, "
            f"a git was stopped half way there: when nobody else is sending, whoever keeps the shared copy "
            f"deletes the file {path}"
        )
        raise Stop(message, REFUSED, hint)
    message = f"another git is at work here, or was stopped half way, so {what}"
    hint = (
        f"{kept} Wait a minute and run this again. If it stays so, close every other program that uses this "
        f"folder (other terminals, VS Code) or restart the computer: then no git is at work here, and it is safe "
        f"to delete the file {_shown(repo, lock.path)} and run this again."
    )
    raise Stop(message, REFUSED, hint)


def refuse_index_lock(repo: Repository, what: str, kept: str) -> None:
    """End with advice where the index is locked: a merge would go on without it, and call itself done."""
    if (lock := repo.folder / "index.lock").exists():
        refuse_locked(repo, Ran(128, b"", f"Unable to create '{lock}': File exists."), what, kept)


def _absolute(repo: Repository, path: str) -> Path:
    """git names a lock in full, or from the top of the work tree, or from its own folder."""
    top = repo.on_disk(":/.git").parent
    return Path(
        os.path.normpath(next((base / path for base in (top, repo.folder) if (base / path).exists()), path))
    )


def _is_ours(repo: Repository, path: str) -> bool:
    return _absolute(repo, path).is_relative_to(_common(repo))


def _common(repo: Repository) -> Path:
    """git's own folder; of a further work tree, the one that it shares with the first."""
    return repo.folder.parents[1] if repo.folder.parent.name == "worktrees" else repo.folder


def _shown(repo: Repository, path: str) -> str:
    """The path as somebody types it who stands in the workspace; in full where it lies elsewhere."""
    full = _absolute(repo, path)
    return full.relative_to(repo.root).as_posix() if full.is_relative_to(repo.root) else str(full)
