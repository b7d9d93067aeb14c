"""A lock that git met: whose it is, and where it lies. A git that was killed leaves its locks behind."""

import os
from pathlib import Path
from typing import NamedTuple

from copkit.looking import is_there
from copkit.patterns import when_used
from copkit.world.git.repository import Repository

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


def _absolute(repo: Repository, path: str) -> Path:
    """git names a lock in full, or from the top of the work tree, or from its own folder."""
    top = repo.on_disk(":/.git").parent
    return Path(
        os.path.normpath(next((base / path for base in (top, repo.folder) if is_there(base / path)), path))
    )


def is_ours(repo: Repository, path: str) -> bool:
    """Whether a lock lies in this repository, and not in the one that it sends to."""
    return _absolute(repo, path).is_relative_to(_common(repo))


def _common(repo: Repository) -> Path:
    """git's own folder; of a further work tree, the one that it shares with the first."""
    return repo.folder.parents[1] if repo.folder.parent.name == "worktrees" else repo.folder


def shown(repo: Repository, path: str) -> str:
    """The path as somebody types it who stands in the workspace; in full where it lies elsewhere."""
    full = _absolute(repo, path)
    return full.relative_to(repo.root).as_posix() if full.is_relative_to(repo.root) else str(full)
