"""The workspace as it is about to be committed: git's index instead of the files on disk."""

from pathlib import Path
from typing import NamedTuple

from copkit.cli.git import Blobs, NoGit, read
from copkit.findings import Finding, Position, Severity
from copkit.workspace.tree import LARGEST, Bytes

_LINK = "120000"
_FILES = (".yaml", ".yml", ".csv")


class _Entry(NamedTuple):
    mode: str
    name: str


class IndexTree:
    """A `Tree` over git's index. Use it with `with`, so that git is let go."""

    def __init__(self, root: Path) -> None:
        """Raises NoGit where the folder is in no repository."""
        self.root = root
        self.real = str(root)
        self._blobs = Blobs(root)
        self._entries: dict[str, _Entry] = {}
        self._folders: dict[str, tuple[set[str], list[str]]] = {}
        ran = read(root, "ls-files", "--stage", "-z")
        if not ran.ok:
            raise NoGit("this folder is not kept by git", "“git init” starts a repository.")
        for record in ran.text.split("\0"):
            self._add(record)

    def _add(self, record: str) -> None:
        about, _, path = record.partition("\t")
        mode, _, rest = about.partition(" ")
        name, _, stage = rest.partition(" ")
        if stage != "0" or mode == "160000":  # one side of a conflict, or another repository
            return
        self._entries[path] = _Entry(mode, name)
        parts = path.split("/")
        for depth in range(1, len(parts)):
            folders, _ = self._folders.setdefault("/".join(parts[: depth - 1]), (set(), []))
            folders.add(parts[depth - 1])
        self._folders.setdefault("/".join(parts[:-1]), (set(), []))[1].append(parts[-1])

    @property
    def tracked(self) -> frozenset[str]:
        """Every file in the index."""
        return frozenset(self._entries)

    def staged(self) -> frozenset[str]:
        """The files whose state in the index differs from the last commit."""
        ran = read(self.root, "diff", "--cached", "--name-only", "--no-renames", "--relative", "-z")
        return frozenset(path for path in ran.text.split("\0") if path)

    def folders(self, path: str) -> list[str]:
        return sorted(name for name in self._folders.get(path, (set(), []))[0] if not name.startswith("."))

    def files(self, path: str) -> list[str]:
        names = sorted(self._folders.get(path, (set(), []))[1])
        return [f"{path}/{name}" for name in names if name.endswith(_FILES) and not name.startswith(".")]

    def read(self, path: str) -> Bytes:
        entry = self._entries.get(path)
        if entry is None:
            return Bytes(None)
        if entry.mode == _LINK:
            return _refused(path, "this is a link", "Put the file itself here.")
        data = self._blobs.read(entry.name, LARGEST)
        return (
            _refused(path, "this file is too large (the most is 20 MB)", "Split it.")
            if data is None
            else Bytes(data)
        )

    def __enter__(self) -> "IndexTree":
        return self

    def __exit__(self, *_: object) -> None:
        self._blobs.close()


def _refused(path: str, message: str, fix: str) -> Bytes:
    return Bytes(None, Finding("REF-08", Severity.ERROR, Position(path), message, fix))
