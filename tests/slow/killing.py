"""Run a command line of copkit in a process of its own, kill it at a given moment, and look at what it left."""

import importlib
import json
import os
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from tests.limits import end_in_time

SAID, MODULES = "said", "modules"
"""Beside the workspace: what the last command printed, and the modules that it had imported at its end."""
GITS = (".git/", "team.git/")
"""What git keeps to itself: the history of the workspace, and the copy that a team shares."""
_TICK = 0.004
"""The disk's clock may be so many seconds late."""


class State(NamedTuple):
    """Files by their paths, and what a killed command left lying about."""

    files: dict[str, bytes]
    strays: frozenset[str]


def start(folder: Path, words: str) -> int:
    """A process that runs one command line there. An underscore stands for a space in a word.

    It is forked, and so has imported what we have: its time is spent on its work. Where Typst
    has run here it would wait for ever, so this is for processes that were started for it.
    """
    process = os.fork()
    if process:
        return process
    code = 70
    try:
        end_in_time()
        os.setsid()
        os.chdir(folder)
        said = os.open(folder.parent / SAID, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        for stream, number in ((os.open(os.devnull, os.O_RDONLY), 0), (said, 1), (said, 2)):
            os.dup2(stream, number)
        sys.stdin, sys.stdout, sys.stderr = (open(number, mode) for number, mode in ((0, "r"), (1, "w"), (2, "w")))  # noqa: SIM115 - the process ends with them
        from copkit.cli.app import run

        code = run([word.replace("_", " ") for word in words.split()])
        (folder.parent / MODULES).write_text(json.dumps(sorted(sys.modules)))
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


def ended(process: int) -> int:
    """The exit code of a process, once it has ended."""
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def killed(folder: Path, words: str, after: float) -> None:
    """Kill a command, and the git that it may be running, so many seconds after its start."""
    process = start(folder, words)
    time.sleep(after)
    while True:
        try:
            os.killpg(process, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):  # no group yet, or ended (which macOS forbids)
            if os.waitpid(process, os.WNOHANG)[0]:
                return
        else:
            ended(process)
            return


def said(folder: Path) -> str:
    """What the last command in a workspace printed."""
    return (folder.parent / SAID).read_text(encoding="utf-8")


def import_all(folder: Path) -> None:
    """Import what a command that has ended had imported, so that those to come need not."""
    for module in json.loads((folder.parent / MODULES).read_text()):
        with suppress(Exception):
            importlib.import_module(module)


def state(folder: Path) -> State:
    """What is there, but for what git keeps to itself: of that only what it locked or had not finished."""
    files, strays = {}, set()
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_dir() or path.name in (".copkit.lock", "undo.json"):
            continue
        if path.suffix in (".tmp", ".lock") or path.name.startswith("tmp_obj"):
            strays.add(name)
        elif not name.startswith(GITS):
            files[name] = path.read_bytes()
    return State(files, frozenset(strays))


def timed(folder: Path, words: str, within: str = ".") -> tuple[float, float, float]:
    """How many seconds a command takes, and from when until when it writes, by what the disk says of its files.

    `within` a folder alone, where it is wanted of that.
    """
    began, clock = time.time(), time.monotonic()
    ended(start(folder, words))
    took = time.monotonic() - clock
    looks = [path.stat() for path in (folder / within).rglob("*") if path.is_file()]
    moments = [moment / 1e9 - began for look in looks for moment in (look.st_mtime_ns, look.st_ctime_ns)]
    wrote = [moment for moment in moments if moment > 0] or [0.0, took]
    return took, max(0.0, min(wrote) - _TICK), max(wrote)
