"""What git kept of notes that were changed after they were first committed."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from threading import Thread

from copkit.checks.history import Version
from copkit.world.git.objects import Blobs
from copkit.world.git.repository import Repository
from copkit.world.git.running import NoGit, Ran, read

_NOTES = ":(glob)communities/*/sessions/*.notes.yaml"
_MOST = 20_000_000


class Versions(Mapping[str, tuple[Version, ...]]):
    """The same as `notes_versions`, asked for in the background while files are read; empty where that is None."""

    def __init__(self, root: Path) -> None:
        self._found: Mapping[str, tuple[Version, ...]] | None = None
        self._thread = Thread(target=self._ask, args=(root,), daemon=True)
        self._thread.start()

    def _ask(self, root: Path) -> None:
        self._found = notes_versions(root)

    @property
    def known(self) -> bool:
        """Whether git could say."""
        self._thread.join()
        return self._found is not None

    def __getitem__(self, path: str) -> tuple[Version, ...]:
        self._thread.join()
        return (self._found or {})[path]

    def __iter__(self) -> Iterator[str]:
        self._thread.join()
        return iter(self._found or {})

    def __len__(self) -> int:
        self._thread.join()
        return len(self._found or {})


def notes_versions(root: Path) -> Mapping[str, tuple[Version, ...]] | None:
    """The committed versions, oldest first, of each notes file that differs from its first; None: not known.

    In a shallow clone the first version may be missing, so that nothing is known.
    """
    try:
        repo = Repository(root)
    except NoGit:
        return None
    if repo.shallow:
        return None
    history = _history(root, repo.prefix)
    # not `diff`, which writes the index anew where a file was only copied or touched
    changed = _look(root, "diff-index", "--name-only", "--no-renames", "--relative", "-z", "HEAD").text.split("\0")
    wanted = [path for path, kept in history.items() if len(kept) > 1 or path in set(changed)]
    found: dict[str, tuple[Version, ...]] = {}
    with Blobs(root) as blobs:
        for path in wanted:
            kept = blobs.read([name for _, name in history[path]], _MOST)
            versions = zip(history[path], kept, strict=True)
            found[path] = tuple(Version(day, data) for (day, _), data in versions if data is not None)
    return found


def _history(root: Path, prefix: str) -> dict[str, list[tuple[date, str]]]:
    """The day and the object of each version of each notes file, oldest first."""
    log = _look(root, "log", "--reverse", "--raw", "--no-abbrev", "--no-renames", "--format=%x01%as")
    found: dict[str, list[tuple[date, str]]] = {}
    day = date.min
    for line in log.text.split("\n"):
        if line.startswith("\x01"):
            day = date.fromisoformat(line[1:11])
        elif line.startswith(":"):
            about, _, path = line.partition("\t")
            name = about.split(" ")[3]
            if name.strip("0"):
                found.setdefault(path.removeprefix(prefix), []).append((day, name))
    return found


def _look(root: Path, *words: str) -> Ran:
    return read(root, *words, "--", _NOTES, patterns=True)
