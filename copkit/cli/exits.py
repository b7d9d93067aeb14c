"""How a command ends."""

from pathlib import Path

OK = 0
FOUND = 1
"""Errors were found; with `--strict`, warnings too."""
USAGE = 2
REFUSED = 3
"""Nothing was written, or a document could not be made."""
BUG = 4
INTERRUPTED = 130
"""Ctrl-C, as a shell reports it."""
READER_GONE = 141
"""Whoever read the output has closed it, such as `head`: as a shell reports it (128 and SIGPIPE)."""


class Stop(Exception):
    """End the command now, with a sentence for the user and an exit code."""

    def __init__(self, message: str, code: int = USAGE, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.code, self.hint = message, code, hint


class Outpaced(Stop):
    """Another copkit changed a file of the workspace `root` after this one had read it; nothing was written."""

    def __init__(self, message: str, code: int, hint: str, root: Path) -> None:
        super().__init__(message, code, hint)
        self.root = root
