"""A command line of copkit in a process that is forked from one that has done nothing yet.

A fork of this one would not do: once Typst has run here, it would wait for ever in a fork for threads that are not
there.
"""

import contextlib
import importlib
import io
import multiprocessing
import os
import pkgutil
from collections.abc import Mapping
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

import copkit
from copkit.cli.app import run
from tests.limits import end_in_time
from tests.world.shim.failing import Fault, watched

FRESH = multiprocessing.get_context("forkserver")
FRESH.set_forkserver_preload([__name__])
for module in pkgutil.walk_packages(copkit.__path__, "copkit."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)


class Said(NamedTuple):
    """How a command ended, what it said, and the calls that it made."""

    code: int
    out: str
    err: str
    met: list[tuple[str, str]]


def said_by(words: list[str], places: Mapping[str, Path], fault: Fault | None) -> Said:
    """Run a command line, so that no run remembers another."""
    got, give = FRESH.Pipe(duplex=False)
    child = FRESH.Process(target=_run, args=(give, dict(os.environ), words, places, fault))
    child.start()
    give.close()
    with got, contextlib.suppress(EOFError):
        return Said(*got.recv())
    child.join()
    return Said(99, "", "the child was ended", [])


def _run(
    give: Connection, env: dict[str, str], words: list[str], places: Mapping[str, Path], fault: Fault | None
) -> None:
    end_in_time()
    os.environ.clear()
    os.environ.update(env)
    os.fsync = os.fstat  # no power is cut here
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), watched(places, fault) as shim:
        code = run(words)
    give.send((code, out.getvalue(), err.getvalue(), list(shim.met)))
