"""One copkit at a time: a lock that the system drops by itself when its holder dies."""

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path

from copkit.editing.refused import Refused

LOCK_NAME = ".copkit.lock"
#: A temporary file's name starts and ends like this, so that a stray one is known and git ignores it.
TEMP_START, TEMP_END = ".copkit-", ".tmp"
#: Outputs are written without the lock, and must not sweep what a holder of the lock is about to put in place.
OUT_START = ".copkit-out-"
WAIT_SECONDS = 10.0
#: What the system says where another holds the lock; everything else says that there can be none here.
_HELD = (errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK)


_OURS: ContextVar[frozenset[Path]] = ContextVar("_OURS", default=frozenset())
"""The workspaces whose lock this thread holds."""


@contextmanager
def locked(root: Path, wait: float = WAIT_SECONDS) -> Iterator[None]:
    """Hold the workspace's lock, unless we do already.

    Raises `Refused` after `wait` seconds or where the folder cannot be written.
    """
    if root in _OURS.get():
        yield
        return
    with _taken(root, wait):
        before = _OURS.set(_OURS.get() | {root})
        try:
            yield
        finally:
            _OURS.reset(before)


@contextmanager
def _taken(root: Path, wait: float) -> Iterator[None]:
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
    try:
        handle = os.open(root / LOCK_NAME, flags, 0o666)
    except OSError as error:
        raise Refused("this folder cannot be written to", path=root, fix=error.strerror or "") from error
    try:
        end = time.monotonic() + wait
        while not take(handle):
            if time.monotonic() > end:
                message = f"another copkit is writing here (waited {wait:g} seconds)"
                raise Refused(message, path=root, fix="Wait until it is done, then try again.")
            time.sleep(0.01)
        yield
    finally:
        os.close(handle)


def take(handle: int) -> bool:
    """Lock an open file without waiting; whether that worked. Closing the file gives the lock back."""
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore] # on Windows
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as problem:
        return problem.errno not in _HELD  # a drive that knows no locks has none to wait for
    return True


def sweep(folder: Path, start: str = TEMP_START) -> None:
    """Remove temporary files whose writer is gone. A living writer holds a lock on its own."""
    try:
        names = [entry.name for entry in os.scandir(folder)]
    except OSError:
        return
    for name in names:
        if name.startswith(start) and name.endswith(TEMP_END):
            _remove_stray(folder / name)


def _remove_stray(path: Path) -> None:
    with suppress(OSError):
        handle = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
        try:
            stray = take(handle)
        finally:
            os.close(handle)
        if stray:
            path.unlink()
