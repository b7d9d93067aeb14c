"""Every community read, counted and let go, by several processes where the workspace is large."""

import gc
from collections.abc import Iterator

from copkit.checks.shares import quickest
from copkit.cli.annual import Setting
from copkit.cli.check import processors
from copkit.dates import Year
from copkit.documents.portfolio.share import Share, share_of

COMMUNITIES = 40
"""From so many communities on, processes that start with what this one has read are worth their start."""
_MOST_JOBS = 8
_MOST_IN_A_SHARE = 4


def shares(setting: Setting, year: Year) -> Iterator[Share]:
    """The share of each community in the year of a label, in order.

    Where no process can be started, or one is ended from outside, this process does the rest itself.
    """
    done, jobs = 0, min(processors(), _MOST_JOBS)
    if jobs > 1 and len(setting.names) >= COMMUNITIES and quickest() == "fork":
        from concurrent.futures import BrokenExecutor

        try:
            for share in _among_processes(setting, year, jobs):
                done += 1
                yield share
        except (OSError, ImportError, NotImplementedError, BrokenExecutor):
            pass
    for name in setting.names[done:]:
        yield _one(setting, year, name)


def _one(setting: Setting, year: Year, name: str) -> Share:
    from copkit.workspace.load import no_collection

    with no_collection():
        return share_of(setting.annual(name, year.label))


def _among_processes(setting: Setting, year: Year, jobs: int) -> Iterator[Share]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    each = min(_MOST_IN_A_SHARE, -(-len(setting.names) // (4 * jobs)))
    pool = ProcessPoolExecutor(jobs, get_context("fork"), initializer=_begin, initargs=(setting, year))
    try:
        yield from pool.map(_share, setting.names, chunksize=each)
    finally:
        pool.shutdown(cancel_futures=True)


# --- In each process -------------------------------------------------------------------------------------

_given: list[tuple[Setting, Year]] = []


def _begin(setting: Setting, year: Year) -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C ends the process that a person started, and that ends us
    gc.disable()  # records have no cycles
    _given.append((setting, year))


def _share(name: str) -> Share:
    return _one(*_given[0], name)
