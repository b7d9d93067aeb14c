"""The system calls of this process, watched, and one of them made to fail for one path.

The calls are those of Python's `os`, `io` and `fcntl`, which everything here goes through; what another program
does (git, Typst) is not seen.
"""

import builtins
import io
import os
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import pytest

CALLS: dict[str, tuple[str, ...]] = {
    "list": ("scandir", "listdir"), "look at": ("stat", "lstat"), "make the folder": ("mkdir",),
    "put in place": ("replace", "rename"), "remove": ("unlink", "remove", "rmdir"), "follow": ("readlink",),
}  # fmt: skip
"""The kinds of call that take a path, by what is done."""
_TEMP = re.compile(r"\.copkit-(out-)?[0-9a-f]{16}\.tmp")


class Fault(NamedTuple):
    """What fails: a kind of call, for one path below one of the places, with an error of the system."""

    call: str
    path: str
    number: int


class Shim:
    """Notes each call on a path of the places; raises at those that are to fail."""

    def __init__(self, places: Mapping[str, Path], fault: Fault | None) -> None:
        self.places = {str(path): name for name, path in places.items()}
        self.fault = fault
        self.met: dict[tuple[str, str], None] = {}
        self.handles: dict[int, tuple[str, tuple[int, int]]] = {}

    def meet(self, call: str, path: str | None) -> None:
        if path is None:
            return
        self.met[call, path] = None
        if self.fault is not None and (call, path) == self.fault[:2]:
            raise OSError(self.fault.number, os.strerror(self.fault.number), path)

    def path(self, given: Any) -> str | None:
        """A path as `workspace/communities/…`; None for what lies elsewhere."""
        if isinstance(given, int):
            path, file = self.handles.get(given, (None, None))
            return path if path is not None and file == _file_of(given) else None
        text = os.path.normpath(os.fsdecode(given or "."))
        for start, name in self.places.items():
            if text == start or text.startswith(start + os.sep):
                return _TEMP.sub(".copkit-*.tmp", name + text[len(start) :])
        return None


@contextmanager
def watched(places: Mapping[str, Path], fault: Fault | None = None) -> Iterator[Shim]:
    """All calls noted; that of the fault fails, each time."""
    shim = Shim(places, fault)
    with pytest.MonkeyPatch.context() as patch:
        for call, names in CALLS.items():
            for name in names:
                patch.setattr(os, name, _of_a_path(shim, call, getattr(os, name)))
        patch.setattr(os, "open", _open(shim, os.open))
        patch.setattr(os, "read", _of_a_path(shim, "read", os.read))
        patch.setattr(os, "fsync", _of_a_path(shim, "flush", os.fsync))
        patch.setattr(io, "open", _file(shim, io.open))
        patch.setattr(builtins, "open", io.open)
        if os.name != "nt":
            fcntl = import_module("fcntl")
            patch.setattr(fcntl, "flock", _of_a_path(shim, "lock", fcntl.flock))
        yield shim


def _file_of(handle: int) -> tuple[int, int]:
    """Which file an open one is: numbers of closed ones are given again."""
    about = os.fstat(handle)
    return about.st_dev, about.st_ino


def _of_a_path(shim: Shim, call: str, real: Callable[..., Any]) -> Callable[..., Any]:
    def one(given: Any = ".", *rest: Any, **more: Any) -> Any:
        shim.meet(call, shim.path(given) if not more.get("dir_fd") else None)
        return real(given, *rest, **more)

    return one


def _open(shim: Shim, real: Callable[..., int]) -> Callable[..., int]:
    def one(given: Any, flags: int, *rest: Any, **more: Any) -> int:
        path = shim.path(given) if not more.get("dir_fd") else None
        shim.meet("create" if flags & os.O_CREAT else "open", path)
        handle = real(given, flags, *rest, **more)
        shim.handles.pop(handle, None)
        if path is not None:
            shim.handles[handle] = path, _file_of(handle)
        return handle

    return one


def _file(shim: Shim, real: Callable[..., Any]) -> Callable[..., Any]:
    def one(given: Any, mode: str = "r", *rest: Any, **more: Any) -> Any:
        path = shim.path(given) if isinstance(given, int | str | bytes | os.PathLike) else None
        writes = not mode.startswith("r") or "+" in mode
        if not isinstance(given, int):
            shim.meet("create" if writes else "open", path)
        file = real(given, mode, *rest, **more)
        return _Writing(file, shim, path) if writes and path is not None else file

    return one


class _Writing:
    """A file whose every write is noted."""

    def __init__(self, file: Any, shim: Shim, path: str) -> None:
        self.__dict__.update(_file=file, _shim=shim, _path=path)

    def write(self, *given: Any) -> Any:
        self._shim.meet("write", self._path)
        return self._file.write(*given)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(self._file, name, value)

    def __enter__(self) -> "_Writing":
        self._file.__enter__()
        return self

    def __exit__(self, *why: Any) -> Any:
        return self._file.__exit__(*why)

    def __iter__(self) -> Any:
        return iter(self._file)
