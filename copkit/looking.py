"""There, not there, could not look: the one room that asks the system whether something is there.

Python's own `exists`, `is_file` and `is_dir` have two answers: what could not be looked at is “not there” to them.
Here it is an OSError with the path, which ends the command before anything rests on it.
"""

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

_NOT_THERE = (FileNotFoundError, NotADirectoryError, ValueError)
"""A name that no file can have, such as one with a NUL in it, is a ValueError."""
Where = str | Path


def is_there(path: Where) -> bool:
    """Whether anything has this name, a link that leads nowhere too."""
    return _mode(path, os.lstat) is not None


def is_folder(path: Where) -> bool:
    """Whether this is a folder, or a link to one."""
    return stat.S_ISDIR(_mode(path, os.stat) or 0)


def is_file(path: Where) -> bool:
    """Whether this is a plain file, or a link to one."""
    return stat.S_ISREG(_mode(path, os.stat) or 0)


def is_link(path: Where) -> bool:
    """Whether this is a link."""
    return stat.S_ISLNK(_mode(path, os.lstat) or 0)


def names_in(folder: Where) -> list[str]:
    """The names in a folder, in order; none where there is no such folder."""
    try:
        return sorted(os.listdir(folder))
    except FileNotFoundError:
        return []


def files_below(folder: Where) -> Iterator[Path]:
    """Every file in a folder and in those within it, in order; none where there is no such folder.

    A link to a folder is told as itself and not followed: whoever wants plain files sees that it is none.
    """
    for here, folders, names in os.walk(folder, onerror=_unseen):
        folders.sort()
        links = [name for name in folders if is_link(Path(here) / name)]
        yield from (Path(here) / name for name in sorted([*names, *links]))


def _unseen(problem: OSError) -> None:
    if not isinstance(problem, FileNotFoundError):
        raise problem


def _mode(path: Where, look: Callable[[Where], os.stat_result]) -> int | None:
    try:
        return look(path).st_mode
    except _NOT_THERE:
        return None
    except OSError as problem:
        problem.filename = problem.filename or os.fspath(path)
        raise
