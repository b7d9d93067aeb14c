"""What a check yields: a problem with a record, told in words. Where it stands and how grave it is come later."""

from typing import Any, NamedTuple

from copkit.findings import Position, Severity

Path = tuple[str | int, ...]


class Problem(NamedTuple):
    """Something wrong with a record, at a path of YAML keys and list indexes within it.

    `severity` overrules the check's own. `distance` is what the check's steps count: days until a session, or days
    or months since something; session checks leave it out. A check that reads raw text gives the place itself in
    `at`; without a record and a place, it is with the main file of those that are looked at.
    """

    record: Any
    path: Path
    message: str
    fix: str = ""
    severity: Severity | None = None
    distance: int | None = None
    at: Position | None = None
