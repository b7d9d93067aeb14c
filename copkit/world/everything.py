"""Every file in which a person may be named: those of the communities, the templates and the private folder."""

import os
from pathlib import Path

from copkit.workspace import Folder, Shared
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
    """The files of the private folder, by their path in it."""
    folder = private_folder(tree, shared)
    return _below(Folder(folder), "")


def as_text(path: str, data: bytes) -> str:
    """What a private file says: a workbook as lines of cells, anything else as text; empty where it is neither."""
    if path.lower().endswith((".xlsx", ".xlsm", ".xls", ".ods")):
        from copkit.importers.tables import Unreadable, rows_of
        from copkit.world.foreign import unpacked

        try:
            return "\n".join(", ".join(row) for row in rows_of(unpacked(data), len))
        except Unreadable:
            return ""
    from copkit.importers.text import decode

    return "" if is_binary(data) else decode(data)


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
