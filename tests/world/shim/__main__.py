"""Print the table: python -m tests.world.shim [--every] [COMMAND …]."""

import errno
import sys
import tempfile
from collections import Counter
from pathlib import Path

import pytest

from tests.world.shim.errors import ERRORS, FIRST
from tests.world.shim.lines import LINES
from tests.world.shim.trying import Bench, Trial, class_of, tried


def main(every: bool, commands: list[str]) -> int:
    """Each command with each call that it makes failing, and how often it came to what; with what is wrong."""
    trials: list[Trial] = []
    print("| command | calls failed | " + " | ".join(OUTCOMES) + " |\n|---|---|" + "---|" * len(OUTCOMES))
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        bench = Bench(Path(folder), patch)
        for command in commands or LINES:
            mine = list(tried(bench, command, ERRORS if every else FIRST))
            counted = Counter(one.outcome for one in mine)
            cells = [command, len(mine), *(counted[one] for one in OUTCOMES)]
            print(f"| {' | '.join(map(str, cells))} |", flush=True)
            for one in mine:
                if one.wrong:
                    _say(one)
            trials += mine
    wrong = sum(bool(one.wrong) for one in trials)
    print(f"\n{len(trials)} trials of {len(commands or LINES)} commands, {wrong} wrong")
    return int(bool(wrong))


OUTCOMES = ("refused", "stopped, each file whole", "told", "as without it", "wrong")


def _say(one: Trial) -> None:
    call, path, number = one.fault
    print(f"{one.command}: {call} {path} ({class_of(path)}): {errno.errorcode[number]}: {one.wrong}\n{one.said}")


if __name__ == "__main__":
    sys.exit(main("--every" in sys.argv, [one for one in sys.argv[1:] if not one.startswith("--")]))
