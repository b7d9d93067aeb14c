"""What copkit has to say about a file: a severity, a place, what is wrong and what to write instead."""

from enum import IntEnum
from typing import NamedTuple


class Severity(IntEnum):
    """How bad a finding is; the order is the order of alarm."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        return self.name.lower()


class Position(NamedTuple):
    """A place in a file of the workspace: its path with forward slashes, line and column from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Finding(NamedTuple):
    """One thing that somebody should know about a file.

    `message` says what is wrong, `fix` what to write instead, `why` why it matters. Each is a plain
    sentence that may quote the file; the printer makes control characters visible.
    """

    code: str
    severity: Severity
    position: Position
    message: str
    fix: str = ""
    why: str = ""
    waits: bool = False
    """Whether it is due later: a warning of a session to come that is no error within five days."""

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """The order in which findings are printed: by file, then by place, then by code."""
        return (*self.position, self.code, self.message)


def worst(findings: list[Finding]) -> Severity | None:
    """The highest severity among the findings, or None when there are none."""
    return max((finding.severity for finding in findings), default=None)
