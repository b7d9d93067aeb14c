"""Where git keeps what was found in it: commits, stashes, and its own records of what was done."""

import os
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from copkit.editing.refused import Refused
from copkit.looking import files_below, is_file, is_folder, names_in
from copkit.world.git.repository import Repository
from copkit.world.git.running import read

_NOT_WORDS = ("objects", "modules", "worktrees", "index")
"""What is no record in words: what git keeps is read by git, and others' repositories are said not to be read."""


class Commit(NamedTuple):
    """A commit in whose files, message or author a name is found."""

    id: str
    day: str
    subject: str


class Commits(NamedTuple):
    """The commits, oldest first; the ids of objects that they account for; and paths of objects asked for."""

    found: tuple[Commit, ...]
    located: frozenset[str]
    paths: dict[str, str]


class Stashes(NamedTuple):
    """Where else work lies, as git calls it, and the ids of the objects that it accounts for."""

    names: tuple[str, ...]
    located: frozenset[str]


def told(root: Path, *words: str) -> str:
    """What git says. Raises `Refused` where it does not answer: what it keeps is then not known."""
    ran = read(root, *words)
    if not ran.ok:
        raise Refused(f"git does not say what it keeps ({ran.first_words})", fix="Try “git status” here.")
    return ran.text


def commits(root: Path, hits: Collection[str], asked: Collection[str]) -> Commits:
    """The commits of any branch, or that a branch once held, which brought one of the objects in."""
    words = ("log", "--all", "--reflog", "--reverse", "--raw", "-t", "--no-abbrev", "--no-renames", "--root")
    found: dict[str, Commit] = {}
    located: set[str] = set()
    paths: dict[str, str] = {}
    here = Commit("", "", "")
    for line in told(root, *words, "--format=%x01%H%x09%T%x09%as%x09%s").split("\n"):
        if line.startswith("\x01"):
            full, tree, day, subject = line[1:].split("\t", 3)
            here = Commit(full[:10], day, subject)
            new = {full, tree}.intersection(hits)
        elif line.startswith(":"):
            about, _, path = line.partition("\t")
            id_ = about.split(" ")[3]
            new = {id_}.intersection(hits)
            if id_ in asked:
                paths[id_] = path
        else:
            continue
        if new:
            found[here.id] = here
            located |= new
    return Commits(tuple(sorted(found.values(), key=lambda one: one.day)), frozenset(located), paths)


def stashes(root: Path, hits: Collection[str]) -> Stashes:
    """What is stashed and holds one of the objects."""
    names, located = [], set()
    for line in told(root, "stash", "list", "--format=%gd%x09%H%x09%T").splitlines():
        name, full, tree = line.split("\t")
        raw = told(root, "diff-tree", "-r", "-t", "--raw", "--no-abbrev", f"{full}^1", full).splitlines()
        held = {full, tree, *(row.split(" ")[3] for row in raw)} & set(hits)
        if held:
            names.append(name)
            located |= held
    return Stashes(tuple(names), frozenset(located))


def own_records(
    root: Path, folder: Path, in_text: Callable[[bytes], bool], in_name: Callable[[str], bool]
) -> Iterator[str]:
    """git's own files that hold the name: record of moves, last message, settings, names of branches and tags."""
    for name in told(root, "for-each-ref", "--format=%(refname)").splitlines():
        if in_name(name):
            yield f"the name of {name}"
    for top in dict.fromkeys((folder, _common(root, folder))):
        for path in _files(top):
            if in_text(path.read_bytes()):
                yield f"git's own file {path.relative_to(top.parent).as_posix()}"


def _common(root: Path, folder: Path) -> Path:
    """The folder that several work trees of one repository share."""
    return Path(os.path.normpath(root / (read(root, "rev-parse", "--git-common-dir").text.strip() or folder)))


def _files(folder: Path) -> Iterable[Path]:
    for name in names_in(folder):
        if name not in _NOT_WORDS:
            below = files_below(folder / name) if is_folder(folder / name) else [folder / name]
            yield from (path for path in below if is_file(path))


def not_here(root: Path, repository: Repository) -> Iterator[tuple[str, str]]:
    """What belongs to the repository and lies elsewhere, with why it was not searched."""
    if repository.shallow:
        yield "older commits in git", "this copy has only a part of the history"
    if read(root, "config", "--get-regexp", r"^remote\..*\.promisor$|^extensions\.partialclone$").text.strip():
        yield "what git has not fetched", "this copy has only a part of the files"
    common = _common(root, repository.folder)
    for name in names_in(common / "modules"):
        yield name, "a submodule, a repository of its own"
    trees = [
        line[9:]
        for line in read(root, "worktree", "list", "--porcelain").text.splitlines()
        if line[:9] == "worktree "
    ]
    here = os.path.realpath(root)
    for one in trees if len(trees) > 1 else ():
        real = os.path.realpath(one)
        if here != real and not here.startswith(real + os.sep):
            yield one, "another work tree of this repository"
