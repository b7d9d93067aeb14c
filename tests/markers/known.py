"""What is known of today: leaks that are still to be mended, and fields that reach nobody yet."""

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
    return [
        Leak(one["fault"], one["why"], one["command"], one["audience"], frozenset(one["fields"].split(", ")))
        for one in _rows("leaks.tsv")
    ]


def nobody() -> dict[str, str]:
    """Each field that reaches nobody yet, with what is to become of it, from nobody.tsv."""
    return {one["field"]: one["decision"] for one in _rows("nobody.tsv")}


def _rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
