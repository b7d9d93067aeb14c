"""Where nothing is printed, whatever the user says: the sources of a workspace, its private folder, git's own."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from copkit.editing.refused import Refused
from copkit.looking import is_file, is_folder
from copkit.models.ids import reserved
from copkit.workspace import Folder

SOURCES = ("communities", "templates", "private")
_FIX = "Name another place with --out; build/ is for what copkit makes."


def require_no_source(tree: Folder | None, path: Path) -> None:
    """Raise `Refused` where an output would lie among sources, by its path as typed or by where links lead."""
    typed, real = Path(os.path.abspath(path)), Path(os.path.realpath(path))
    why = _among_sources(typed) or _among_sources(real) or _of_this(tree, real)
    if reserved(path.name):
        why = f"“{path.name}” is a name that Windows keeps for itself"
    if why:
        raise Refused(f"{why}; nothing was written", path=path, fix=_FIX)


def _among_sources(path: Path) -> str:
    """What a path is to the workspace it lies in, whichever that is; empty where it may be written."""
    if ".git" in (part.casefold() for part in path.parts):
        return "this lies among git's own files"
    for root in path.parents:
        if is_folder(root / SOURCES[0]):
            return _of_workspace(root, path)
    return ""


def _of_workspace(root: Path, path: Path) -> str:
    first, *more = path.relative_to(root).parts
    if first.casefold() == "private":
        return "this is the private folder, which no document is printed to"
    if first.casefold() in SOURCES:
        return f"{first}/ holds sources of the workspace, which documents are made from"
    if first.startswith("."):
        return f"{first} belongs to the programs that the workspace is used with"
    return "" if more else _of_the_top(path)


def _of_the_top(path: Path) -> str:
    """A file beside `communities/` that copkit did not make, such as the README, is the workspace's own."""
    from copkit.world.outputs import is_ours

    if not is_file(path) or is_ours(path, path.read_bytes()):
        return ""
    return "this file is the workspace's own, and copkit did not make it"


def _of_this(tree: Folder | None, real: Path) -> str:
    """Whether a path lies where a link of this workspace leads, or in the private folder that it names."""
    if tree is None:
        return ""
    if any(real.is_relative_to(os.path.realpath(folder)) for folder in _folders(tree)):
        return "this is a source of the workspace or its private folder, by where its links lead"
    return ""


def _folders(tree: Folder) -> Iterator[Path]:
    from copkit.workspace import load_shared
    from copkit.world.private import private_folder

    yield from (tree.root / name for name in SOURCES)
    with suppress(Refused):  # a folder that must not be touched is not written to either
        yield private_folder(tree, load_shared(tree, {"programme"}))
