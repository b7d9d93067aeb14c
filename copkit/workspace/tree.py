"""Where the files of a workspace come from: a folder on disk, read with care."""

import os
import stat
from pathlib import Path
from typing import NamedTuple, Protocol

from copkit.findings import Finding, Position, Severity
from copkit.looking import is_folder
from copkit.models.copies import original

LARGEST = 20_000_000
"""Bytes: a larger file is refused before it is read."""
MOST_FILES = 100_000
_CHUNK = 65_536


_WANTED = (".yaml", ".yml", ".csv")


def is_read(name: str) -> bool:
    """Whether a file is YAML or a table by its name, and no copy of one."""
    return name.endswith(_WANTED) and not original(name)


class Bytes(NamedTuple):
    """What came of reading a file: its bytes, or a finding that says why not."""

    data: bytes | None
    finding: Finding | None = None

    @classmethod
    def refused(cls, path: str, message: str, fix: str) -> "Bytes":
        """A file that is not read, and why."""
        return cls(None, Finding("REF-08", Severity.ERROR, Position(path), message, fix))


class Tree(Protocol):
    """A workspace's files by their paths with forward slashes, wherever they are kept."""

    def folders(self, path: str) -> list[str]:
        """The names of the folders in a folder, in order; an absent folder has none.

        Raises OSError with the path where the system cannot look: what it holds is then not known.
        """
        ...

    def files(self, path: str) -> list[str]:
        """The paths of the YAML and CSV files in a folder, in order; an absent folder has none.

        Raises OSError as `folders` does.
        """
        ...

    def copies(self, path: str) -> list[str]:
        """The paths of files that are named as copies of such, which nothing reads; raises OSError too."""
        ...

    def read(self, path: str) -> Bytes:
        """The bytes of a file; raises OSError where the system cannot look, unless that is to be told."""
        ...


class Folder:
    """A workspace on disk. Links that leave it, and anything that is not a plain file, are refused."""

    def __init__(self, root: Path, *, tells: bool = False) -> None:
        """With `tells`, for who looks for what is wrong, a file that cannot be looked at is a finding."""
        self.root = root
        self.real = os.path.realpath(root)
        self.tells = tells
        self._inside_folders: dict[str, bool] = {}

    def folders(self, path: str) -> list[str]:
        return sorted(name for name, is_folder in self._scan(path) if is_folder)

    def files(self, path: str) -> list[str]:
        names = sorted(name for name, is_folder in self._scan(path) if not is_folder and is_read(name))
        return [f"{path}/{name}" for name in names]

    def copies(self, path: str) -> list[str]:
        return sorted(f"{path}/{name}" for name, is_folder in self._scan(path) if not is_folder and original(name))

    def _scan(self, path: str) -> list[tuple[str, bool]]:
        try:
            with os.scandir(f"{self.real}/{path}") as entries:
                return [(entry.name, entry.is_dir()) for entry in entries if not entry.name.startswith(".")]
        except FileNotFoundError:
            return []
        except OSError as problem:
            problem.filename = problem.filename or f"{self.real}/{path}"
            raise

    def read(self, path: str) -> Bytes:
        full = f"{self.real}/{path}"
        try:
            about = os.lstat(full)
            if stat.S_ISLNK(about.st_mode) or not self._folder_inside(full.rpartition("/")[0]):
                if not self._inside(full):
                    return Bytes.refused(path, "this link leads out of the workspace", "Put the file itself here.")
                about = os.stat(full)
            if not stat.S_ISREG(about.st_mode):
                return Bytes.refused(path, "this is not a plain file", "Remove it, or put a plain file here.")
            if about.st_size > LARGEST:
                size = about.st_size // 1_000_000
                return Bytes.refused(path, f"this file is too large ({size:,} MB; the most is 20)", "Split it.")
            return Bytes(_bytes_of(full))
        except FileNotFoundError:
            return Bytes(None)
        except OSError as problem:
            if not self.tells:
                problem.filename = problem.filename or full
                raise
            return Bytes.refused(path, f"this file cannot be read ({problem.strerror})", "Check who may read it.")

    def _folder_inside(self, folder: str) -> bool:
        """Whether a folder lies in the workspace; asked once a folder, since most hold many files."""
        if folder not in self._inside_folders:
            self._inside_folders[folder] = self._inside(folder + "/.")
        return self._inside_folders[folder]

    def _inside(self, full: str) -> bool:
        real = os.path.realpath(full)
        return real.startswith(self.real + os.sep)


def _bytes_of(full: str) -> bytes:
    """The bytes of a plain file. `os.read` into a small buffer is the quickest way for many small files."""
    handle = os.open(full, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    try:
        data = os.read(handle, _CHUNK)
        if len(data) < _CHUNK:
            return data
        parts = [data]
        while data:
            data = os.read(handle, 1 << 20)
            parts.append(data)
        return b"".join(parts)
    finally:
        os.close(handle)


def find_root(start: Path) -> Path | None:
    """The nearest folder at or above `start` that holds `communities/`: the workspace."""
    for folder in (start, *start.parents):
        if is_folder(folder / "communities"):
            return folder
    return None
