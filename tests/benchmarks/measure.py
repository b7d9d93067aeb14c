"""Times two jobs in turn, so that what else the machine does meets both alike."""

import os
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
COPKIT = Path(sysconfig.get_path("scripts"), "copkit" + (".exe" if os.name == "nt" else ""))
PASS = (sys.executable, "-c", "pass")

#: Modules are compiled once and kept, as on any machine where copkit is installed.
ENV = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

Job = Callable[[], float]
"""Does its work once and gives the seconds that count."""


class Times(NamedTuple):
    """The median seconds of copkit and of what it is measured against."""

    ours: float
    theirs: float

    @property
    def ratio(self) -> float:
        return self.ours / self.theirs


def race(ours: Job, theirs: Job, repeats: int) -> Times:
    """Runs both in turn, once to warm up when there are several repeats, and takes the medians."""
    if repeats > 2:
        ours(), theirs()
    pairs = [(ours(), theirs()) for _ in range(repeats)]
    return Times(median(pair[0] for pair in pairs), median(pair[1] for pair in pairs))


def process(
    command: Sequence[object], before: Callable[[], object] | None = None, codes: Sequence[int] = (0,)
) -> Job:
    """A whole process, from its start to its end; `before` runs outside the time that counts."""

    words = [str(word) for word in command]

    def job() -> float:
        if before:
            before()
        start = perf_counter()
        done = subprocess.run(words, capture_output=True, cwd=ROOT, env=ENV, check=False, timeout=900)
        took = perf_counter() - start
        if done.returncode not in codes:
            raise RuntimeError(f"{command} gave {done.returncode}: {(done.stderr or done.stdout)[-2000:].decode()}")
        return took

    return job


def copkit(*words: object, before: Callable[[], object] | None = None) -> Job:
    """copkit as a person starts it. It may find something (1), but it must do what it was asked."""
    return process((COPKIT, *words), before, (0, 1))


def python(*words: object) -> Job:
    """The same Python."""
    return process((sys.executable, *words))


def inside(work: Callable[[], object]) -> Job:
    """A function of this process."""

    def job() -> float:
        start = perf_counter()
        work()
        return perf_counter() - start

    return job
