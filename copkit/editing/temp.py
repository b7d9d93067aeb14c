"""A file's new bytes beside it, safe on disk, then put in its place in one step."""

import errno
import os
import stat
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from copkit.editing.lock import TEMP_END, TEMP_START, take

# Word, OneDrive and virus scanners hold a file for a moment; the tries take about 2 seconds in all.
_TRIES = 20
_PAUSE = 0.01
_HELD = (5, 32, 33)


def write_temp(target: Path, data: bytes, start: str = TEMP_START) -> Path:
    """Write the bytes to a new file in the target's folder, with the target's mode, and flush them to disk."""
    temp = target.parent / f"{start}{os.urandom(8).hex()}{TEMP_END}"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    handle = os.open(temp, flags, 0o666)
    try:
        if os.name != "nt":
            take(handle)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            with suppress(FileNotFoundError):
                os.chmod(temp, stat.S_IMODE(target.stat().st_mode))
            _sync(file.fileno())
    except BaseException:
        remove([temp])
        raise
    return temp


def _sync(handle: int) -> None:
    """Flush a file to disk; some network drives know no such thing."""
    try:
        os.fsync(handle)
    except OSError as problem:
        if problem.errno not in (errno.EINVAL, errno.ENOTSUP, errno.ENOSYS):
            raise


def replace(temp: Path, target: Path) -> None:
    """Put a temporary file in the target's place, patiently where Windows says that the target is in use."""
    for attempt in range(1, _TRIES + 1):
        try:
            os.replace(temp, target)
        except PermissionError as error:
            if attempt == _TRIES or getattr(error, "winerror", None) not in _HELD:
                raise
            time.sleep(_PAUSE * attempt)
        else:
            return


def sync_folder(folder: Path) -> None:
    """Make the folder's entries themselves safe on disk, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)


def remove(paths: Iterable[Path]) -> None:
    """Take away temporary files that are still there."""
    for path in paths:
        with suppress(OSError):
            path.unlink()
