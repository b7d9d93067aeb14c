"""Read a file that the user named: not for ever, and not without end."""

import os
import stat
from pathlib import Path

from copkit.editing.refused import Refused

LARGEST = 20_000_000


def read_given(path: Path, what: str) -> bytes:
    """The bytes of a plain file of at most 20 MB; or `Refused`, which says why. Nothing waits for a pipe."""
    try:
        about = os.stat(path)
        if not stat.S_ISREG(about.st_mode):
            raise Refused(f"{what} must be a plain file", path=path)
        if about.st_size > LARGEST:
            raise Refused(f"{what} is too large; the most is 20 MB", path=path)
        return path.read_bytes()
    except OSError as problem:
        raise Refused(f"{what} cannot be read ({problem.strerror})", path=path) from problem
