"""Every file that a search for a name has to look into, of any kind, and what it could not look into."""

import os
from collections.abc import Container, Iterator
from typing import NamedTuple

from copkit.editing.lock import LOCK_NAME
from copkit.workspace import Folder
from copkit.workspace.tree import MOST_FILES

_PROGRAMS = ("node_modules", "__pycache__")
_OF_PROGRAMS = "pyvenv.cfg"
_NO_FILES = (".git", LOCK_NAME)
"""What git keeps is searched as what it is; a lock holds nothing."""


class Seen(NamedTuple):
    """A file by its path, with its bytes, or why it was not looked into."""

    path: str
    data: bytes | None
    why: str = ""


def every_file(tree: Folder, covered: Container[str] = (), apart: str = "") -> Iterator[Seen]:
    """Every file of a folder but those that are `covered`: dot files, what was made, and what others put there.

    The folder `apart` is left out, since it is searched by itself.
    """
    number, tree = 0, Folder(tree.root, tells=True)
    for one in _below(tree, "", apart):
        number += one.data is None and not one.why
        if number > MOST_FILES:
            yield Seen("./", None, f"there are more than {MOST_FILES:,} files")
            return
        if one.why:
            yield one
        elif one.path not in covered:
            read = tree.read(one.path)
            why = str(read.finding.message) if read.finding is not None else ""
            if why or read.data is not None:
                yield Seen(one.path, read.data, why)


def _below(tree: Folder, here: str, apart: str) -> Iterator[Seen]:
    """The files of a folder without their bytes, and the folders that are not looked into."""
    try:
        with os.scandir(f"{tree.real}/{here}") as entries:
            found = sorted(entries, key=lambda one: one.name)
    except OSError as problem:
        yield Seen(here or "./", None, f"this folder cannot be looked into ({problem.strerror})")
        return
    if here and any(one.name == _OF_PROGRAMS for one in found):
        yield Seen(here, None, "programs, and no files of yours")
        return
    for one in found:
        path = f"{here}{one.name}"
        if one.name in _NO_FILES:
            if here and one.name == ".git":
                yield Seen(f"{path}", None, "a repository of its own, whose history was not searched")
        elif one.is_dir(follow_symlinks=False):
            if one.name in _PROGRAMS:
                yield Seen(f"{path}/", None, "programs, and no files of yours")
            elif path != apart:
                yield from _below(tree, f"{path}/", apart)
        elif not one.is_dir():
            yield Seen(path, None)
        elif not os.path.realpath(one.path).startswith(tree.real + os.sep):
            yield Seen(path, None, "this link leads out of the workspace")
