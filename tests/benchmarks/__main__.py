"""Runs every race once and prints the table; words given choose the races whose name has one of them."""

import sys
import tempfile
from pathlib import Path

from tests.benchmarks.races import HEADING, RACES, Arena, table_row


def main(words: list[str]) -> int:
    print(*HEADING, sep="\n", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        arena = Arena(Path(folder))
        for entry in RACES:
            if not words or any(word in entry.run.__name__ for word in words):
                print(table_row(entry, entry.run(arena)), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
