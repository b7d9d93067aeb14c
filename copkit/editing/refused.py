"""The one way of saying no to a change: nothing was written, here is why and what to do."""

from pathlib import Path


class Refused(Exception):
    """A change that was not made. `snippet` is what the user can paste by hand instead, where there is such."""

    def __init__(self, message: str, *, path: Path | None = None, fix: str = "", snippet: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.fix = fix
        self.snippet = snippet

    def __str__(self) -> str:
        return f"{self.path}: {self.message}" if self.path is not None else self.message


class Outrun(Refused):
    """Somebody else changed a file after it was read: worked out anew, the change can be made."""
