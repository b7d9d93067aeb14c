"""Every file in which a person may be named: those of the communities, the templates and the private folder."""

import os
from pathlib import Path

from copkit.workspace import Folder, Shared
from copkit.world.last_change import FILE as LAST_CHANGE
from copkit.world.private import private_folder

FOLDERS = ("communities", "templates")
TABLES = (".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".ods")


def all_files(tree: Folder) -> dict[str, bytes]:
    """The files that git keeps for the communities, by path: also those that copkit does not read."""
    found: dict[str, bytes] = {}
    for folder in FOLDERS:
        found |= _below(tree, folder)
    return found


def private_files(tree: Folder, shared: Shared) -> dict[str, bytes]:
    """The files of the private folder, by their path in it, but for the record of the last change."""
    folder = private_folder(tree, shared)
    found = _below(Folder(folder), "")
    if folder == Path(tree.real) / "private":
        found.pop(LAST_CHANGE, None)
    return found


def is_binary(data: bytes) -> bool:
    """Whether bytes are no text: a picture, or a document of an office program."""
    return b"\0" in data[:1000] and not data.startswith((b"\xff\xfe", b"\xfe\xff"))


def _below(tree: Folder, folder: str) -> dict[str, bytes]:
    start = Path(tree.real) / folder
    found: dict[str, bytes] = {}
    for here, folders, names in os.walk(start, onerror=_unseen):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = (Path(here) / name).relative_to(tree.real).as_posix()
            if name.startswith("."):
                continue
            if (data := tree.read(path).data) is not None:
                found[path] = data
    return found


def _unseen(problem: OSError) -> None:
    """A folder that cannot be looked into may hold anything; one that is not there holds nothing."""
    if not isinstance(problem, FileNotFoundError):
        raise problem
