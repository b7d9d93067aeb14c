"""What comes from elsewhere is read in a process of its own, which may take only so much time and memory.

A workbook of a kilobyte can ask for all the memory there is, and a page of Typst can run for ever: that ends the
child, and the command goes on to say so. What comes back is bytes or plain values, never objects.
"""

import json
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from copkit.editing.refused import Refused

SECONDS = 60
MEMORY = 2_000_000_000
_CODE = "from copkit.world.apart import child; child()"
_BYTES, _PLAIN, _RAISED = b"b", b"p", b"r"


def apart(
    do: Callable[..., Any], *given: Any, known: tuple[type[Exception], ...] = (), seconds: int = SECONDS
) -> Any:
    """What a function of ours makes of something foreign, in a child with limits.

    It gives bytes, or what JSON holds. Exceptions of a `known` kind come back as they are; everything else, and a
    child that was ended, is `Refused`.
    """
    task = pickle.dumps((do, given, seconds))
    command = [sys.executable, "-P", "-c", _CODE]
    try:
        done = subprocess.run(
            command, input=task, capture_output=True, timeout=seconds, env=_environment(), check=False
        )
    except subprocess.TimeoutExpired as late:
        raise Refused(f"it was not read within {seconds} seconds, and was given up") from late
    kind, answer = done.stdout[:1], done.stdout[1:]
    if kind == _BYTES:
        return answer
    if kind == _PLAIN:
        return json.loads(answer)
    if kind == _RAISED:
        name, words = json.loads(answer)
        for one in known:
            if one.__name__ == name:
                raise one(*words)
    raise Refused("it asks for more than copkit gives to a file from elsewhere: too large, too deep or damaged")


def _environment() -> dict[str, str]:
    """The child finds the same modules, wherever they were found from."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}


# --- In the child ----------------------------------------------------------------------------------------


def child() -> None:
    """Do what is asked on the standard input, within limits, and answer on the standard output."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    do, given, seconds = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the process that started this one
    limit(seconds)
    out.write(_answer(do, given))
    out.flush()
    os._exit(0)


def limit(seconds: int) -> None:
    """Take no more than so much time and memory, and write no file: where the system can hold a process to that."""
    try:
        import resource
    except ImportError:  # Windows: the time alone is limited, by the process that waits
        return
    for name, most in (("AS", MEMORY), ("CPU", seconds), ("CORE", 0), ("FSIZE", 0)):
        with suppress(ValueError, OSError, AttributeError):
            resource.setrlimit(getattr(resource, f"RLIMIT_{name}"), (most, most))


def _answer(do: Callable[..., Any], given: tuple[Any, ...]) -> bytes:
    try:
        made = do(*given)
    except Exception as problem:  # noqa: BLE001 - whatever it is, it is told
        return _RAISED + json.dumps([type(problem).__name__, problem.args], default=str).encode()
    return _BYTES + made if isinstance(made, bytes) else _PLAIN + json.dumps(made).encode()
