"""Which commits hold a person. Nothing here changes what git keeps."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from copkit.world.git.repository import Repository
from copkit.world.git.running import NoGit, read


class Commit(NamedTuple):
    """A commit in which a name came in or went out, or whose message or author has it."""

    id: str
    day: str
    subject: str


class History(NamedTuple):
    """What git knows: the commits from the oldest, and whether only a part of the history is here."""

    commits: tuple[Commit, ...]
    shallow: bool


def history(root: Path, forms: Iterable[str]) -> History | None:
    """The commits, on any branch, in whose files, message or author one of the forms is found; None without git."""
    try:
        repository = Repository(root)
    except NoGit:
        return None
    found: dict[str, Commit] = {}
    for form in forms:
        for looks in ([f"-S{form}", "--", "."], ["-i", "-F", f"--grep={form}"], ["-i", "-F", f"--author={form}"]):
            told = read(root, "log", "--all", "--reverse", "--format=%h%x09%as%x09%s", *looks).text
            for line in told.splitlines():
                id_, day, subject = (*line.split("\t", 2), "", "")[:3]
                found[id_] = Commit(id_, day, subject)
    return History(tuple(sorted(found.values(), key=lambda one: one.day)), repository.shallow)
