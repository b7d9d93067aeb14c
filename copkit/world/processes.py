"""Other processes of copkit: Python does one thing at a time in each."""

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from threading import Thread, active_count
from typing import Generic, NamedTuple, TypeVar

_MOST_IN_A_SHARE = 4

Given = TypeVar("Given")
Done = TypeVar("Done")


class Crew(NamedTuple, Generic[Given, Done]):
    """What each process is to do: take up what is given, then work through names."""

    begin: Callable[[Given], None]
    do: Callable[[str], Done]
    given: Given


def among(crew: Crew[Given, Done], names: Sequence[str], jobs: int, start: str) -> Iterator[Done]:
    """What came of each name, in order, by so many processes that are started by `fork` or `spawn`.

    It ends early where none can be started, or one is ended from outside: the caller does the rest.
    """
    from concurrent.futures import BrokenExecutor, ProcessPoolExecutor

    try:
        from multiprocessing import get_context

        share = min(_MOST_IN_A_SHARE, -(-len(names) // (4 * jobs)))
        pool = ProcessPoolExecutor(jobs, get_context(start), initializer=_begin, initargs=(crew.begin, crew.given))
        try:
            yield from pool.map(crew.do, names, chunksize=share)
        finally:
            pool.shutdown(cancel_futures=True)
    except (OSError, ImportError, NotImplementedError, BrokenExecutor):
        return


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def quickest() -> str:
    """A fork takes over what was read, and is safe on Linux as long as this process has no other thread."""
    return "fork" if sys.platform == "linux" and active_count() == 1 else "spawn"


# --- In each process -------------------------------------------------------------------------------------


def _begin(begin: Callable[[Given], None], given: Given) -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C ends the process that a person started, and that ends us
    Thread(target=_end_with_the_first, daemon=True).start()
    gc.disable()  # records have no cycles
    begin(given)


def _end_with_the_first() -> None:
    """Nobody is left to work for when the first process was killed."""
    from multiprocessing import parent_process

    if first := parent_process():
        first.join()
        os._exit(1)
