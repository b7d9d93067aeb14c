"""Which files git keeps. Git itself is asked; without it the answer is not known."""

import os
from pathlib import Path

from copkit.looking import is_there


def tracked_files(root: Path) -> frozenset[str] | None:
    """The paths that git tracks in a folder, with forward slashes; None where git or a repository is missing."""
    if not _in_a_repository(root):
        return None
    from copkit.world.git.running import NoGit, read

    try:
        ran = read(root, "ls-files", "-z")
    except NoGit:
        return None
    return frozenset(os.fsdecode(name) for name in ran.out.split(b"\0") if name) if ran.ok else None


def _in_a_repository(root: Path) -> bool:
    """Whether a folder or one above it holds `.git`; quicker than asking git."""
    return any(is_there(folder / ".git") for folder in (root, *root.parents))
