"""The communities of a large workspace, shared out among processes: Python does one thing at a time in each."""

import gc
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from threading import Thread, active_count
from typing import NamedTuple

from copkit.checks.context import Context
from copkit.checks.history import Version
from copkit.checks.runner import Checked, Selection, check_community, make_context, one_by_one
from copkit.workspace import Tree, load_community, load_shared

FILES = 500
"""From so many files on, processes that start with what this one has read are worth their start."""
FILES_AFRESH = 2_000
"""The same where each has to start Python and read the shared files for itself (Windows, macOS)."""
_MOST_IN_A_SHARE = 4


class Work(NamedTuple):
    """What a process needs to check a community."""

    tree: Tree
    context: Context
    selection: Selection


class Afresh(NamedTuple):
    """The same for a process that has to read the shared files for itself."""

    tree: Tree
    selection: Selection
    today: date
    tracked: frozenset[str] | None
    versions: Mapping[str, tuple[Version, ...]] | None

    def work(self) -> Work:
        shared = load_shared(self.tree)
        context = make_context(self.tree, shared, self.today, self.tracked, self.versions)
        return Work(self.tree, context, self.selection)


def shared_out(
    context: Context, tree: Tree, names: Sequence[str], selection: Selection, jobs: int, start: str = ""
) -> Iterator[Checked]:
    """What is found in each community, in order, by so many processes; by this one alone when that is as quick.

    `start` is how processes are started (`fork`, `spawn`); the quickest that is safe here when left out. When none
    can be started, or one is ended from outside, this process does the rest itself.
    """
    done = 0
    if jobs > 1 and _has_files(tree, names, FILES):
        from concurrent.futures import BrokenExecutor

        versions = None if context.versions is None else dict(context.versions)
        start = start or quickest()
        given: Work | Afresh = Work(tree, context, selection)
        if start != "fork":
            given = Afresh(tree, selection, context.today, context.tracked, versions)
        try:
            for checked in _among_processes(given, names, jobs, start):
                done += 1
                yield checked
        except (OSError, ImportError, NotImplementedError, BrokenExecutor):
            pass
    yield from one_by_one(context, tree, names[done:], selection)


def quickest() -> str:
    """A fork takes over what was read, and is safe on Linux as long as this process has no other thread."""
    return "fork" if sys.platform == "linux" and active_count() == 1 else "spawn"


def _has_files(tree: Tree, names: Sequence[str], least: int) -> bool:
    paths = (path for name in names for path in tree.files(f"communities/{name}/sessions"))
    return next(islice(paths, least - 1, None), None) is not None


def _among_processes(given: Work | Afresh, names: Sequence[str], jobs: int, start: str) -> Iterator[Checked]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    if start != "fork" and not _has_files(given.tree, names, FILES_AFRESH):
        return
    share = min(_MOST_IN_A_SHARE, -(-len(names) // (4 * jobs)))
    pool = ProcessPoolExecutor(jobs, get_context(start), initializer=_begin, initargs=(given,))
    try:
        yield from pool.map(_check, names, chunksize=share)
    finally:
        pool.shutdown(cancel_futures=True)


# --- In each process -------------------------------------------------------------------------------------

_work: list[Work] = []


def _begin(given: Work | Afresh) -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C ends the process that a person started, and that ends us
    Thread(target=_end_with_the_first, daemon=True).start()
    gc.disable()  # records have no cycles
    _work.append(given.work() if isinstance(given, Afresh) else given)


def _end_with_the_first() -> None:
    """Nobody is left to work for when the first process was killed."""
    from multiprocessing import parent_process

    if first := parent_process():
        first.join()
        os._exit(1)


def _check(name: str) -> Checked:
    tree, context, selection = _work[0]
    return check_community(context, load_community(tree, name), selection)
