"""Read a file that the user named: not for ever, and not without end."""

import os
import stat
from pathlib import Path

from copkit.cli.exits import REFUSED, Stop

LARGEST = 20_000_000


def read_given(path: Path, what: str) -> bytes:
    """The bytes of a plain file of at most 20 MB; or an end that says why. Nothing waits for a pipe."""
    try:
        about = os.stat(path)
        if not stat.S_ISREG(about.st_mode):
            raise Stop(f"{path}: {what} must be a plain file", REFUSED)
        if about.st_size > LARGEST:
            raise Stop(f"{path}: {what} is too large; the most is 20 MB", REFUSED)
        return path.read_bytes()
    except OSError as problem:
        raise Stop(f"{path}: {what} cannot be read ({problem.strerror})", REFUSED) from problem
