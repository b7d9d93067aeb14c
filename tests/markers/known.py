"""What is known of today: leaks that are still to be mended."""

import csv
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent


class Leak(NamedTuple):
    """A way by which something gets out: why it must not, the command, for whom, and the fields that do today."""

    fault: str
    why: str
    command: str
    audience: str
    fields: frozenset[str]

    def __str__(self) -> str:
        return f"{self.command} for {self.audience}: {self.why}"


def leaks() -> list[Leak]:
    """Each leak that is known, from leaks.tsv."""
    with (HERE / "leaks.tsv").open(encoding="utf-8", newline="") as file:
        return [
            Leak(one["fault"], one["why"], one["command"], one["audience"], frozenset(one["fields"].split(", ")))
            for one in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]
