"""Which files outside `build/` copkit made: a record of digests in the user's own cache, with no name or text."""

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from copkit.world.cache import user_cache

_MARK = b"\nPRODID:-//copkit//"
"""A calendar file says who made it, and nobody edits one by hand."""


def is_ours(path: Path, there: bytes) -> bool:
    """Whether copkit made a file as it is there now: by its mark, or by the record; not once it was edited."""
    if _MARK in there[:200].replace(b"\r", b"\n"):
        return True
    record = _record(path)
    with suppress(OSError):
        return record is not None and record.read_text(encoding="ascii") == sha256(there).hexdigest()
    return False


def remember(path: Path, data: bytes) -> None:
    """Keep in mind that copkit made this file; where that cannot be kept, it is asked for --overwrite next time."""
    from copkit.editing.refused import Refused
    from copkit.editing.store import write_out

    record = _record(path)
    if record is not None:
        with suppress(OSError, Refused):
            write_out(record, sha256(data).hexdigest().encode())


def _record(path: Path) -> Path | None:
    folder = user_cache("outputs")
    return folder / sha256(os.fsencode(os.path.realpath(path))).hexdigest() if folder is not None else None
