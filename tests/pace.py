"""A bound on time that holds on any machine, busy or not: a number of beats, each a fixed piece of work.

A beat takes about a hundredth of a second on a computer of 2024, and is measured before and after what is bounded.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from time import process_time


class Stretch:
    """How many beats something took, known when it is over."""

    beats = 0.0


@contextmanager
def timed() -> Iterator[Stretch]:
    """Counts the beats that what is done takes the processor."""
    stretch, before, start = Stretch(), _beat(), process_time()
    yield stretch
    took = process_time() - start
    stretch.beats = took / max(before, _beat())


@contextmanager
def within(beats: int) -> Iterator[None]:
    """Fails where what is done takes longer."""
    with timed() as stretch:
        yield
    assert stretch.beats < beats, f"{stretch.beats:.0f} beats, {beats} are allowed"


def _beat() -> float:
    start = process_time()
    letters: dict[int, str] = {}
    for number in range(60_000):
        letters[number % 997] = str(number)
    return process_time() - start
