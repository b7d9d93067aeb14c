"""What each kind of call may fail with."""

from errno import EACCES, EINVAL, EIO, ELOOP, ENOLCK, ENOSPC, EROFS, ESTALE

_READING = (EIO, EACCES, ELOOP, ESTALE)
_WRITING = (ENOSPC, EROFS, EACCES, EIO)
ERRORS: dict[str, tuple[int, ...]] = {
    "list": _READING, "look at": _READING, "open": _READING, "follow": _READING, "read": (EIO, ESTALE),
    "create": _WRITING, "write": (ENOSPC, EIO), "flush": (EIO, ENOSPC, EINVAL), "lock": (ENOLCK, EIO),
    "put in place": _WRITING, "make the folder": _WRITING, "remove": (EACCES, EROFS, EIO),
}  # fmt: skip
FIRST = {call: numbers[:1] for call, numbers in ERRORS.items()}
