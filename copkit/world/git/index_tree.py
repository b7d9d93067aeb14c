"""The workspace as it is about to be committed: git's index instead of the files on disk."""

from pathlib import Path
from typing import NamedTuple

from copkit.models.copies import original
from copkit.workspace.tree import LARGEST, Bytes, is_read
from copkit.world.git.objects import Blobs, Started
from copkit.world.git.running import NoGit

_LINK = "120000"
_FILES = (".yaml", ".yml", ".csv")


class _Entry(NamedTuple):
    mode: str
    name: str


class IndexTree:
    """A `Tree` over git's index.

    Making it starts git; what git says is read on entering its `with`, which lets git go at the end.
    """

    def __init__(self, root: Path) -> None:
        """Raises NoGit where git is not installed."""
        self.root = root
        self.real = str(root)
        self._blobs = Blobs(root)
        self._entries: dict[str, _Entry] = {}
        self._kept: dict[str, bytes | None] = {}
        self._staged: frozenset[str] = frozenset()
        self._folders: dict[str, tuple[set[str], list[str]]] = {}
        self._listing = Started(root, "ls-files", "--stage", "-z")
        self._changes = Started(root, "diff", "--cached", "--name-only", "--no-renames", "--relative", "-z")
        self._blobs.start()

    def _add(self, record: str) -> None:
        about, _, path = record.partition("\t")
        mode, _, rest = about.partition(" ")
        name, _, stage = rest.partition(" ")
        if stage != "0" or mode == "160000":  # one side of a conflict, or another repository
            return
        self._entries[path] = _Entry(mode, name)
        if not path.startswith("communities/"):
            return
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
        return self._staged

    def committed(self, path: str) -> bytes | None:
        """A file's bytes as the last commit has them; None where it has no such file."""
        return self._blobs.read([f"HEAD:./{path}"], LARGEST)[0]

    def folders(self, path: str) -> list[str]:
        return sorted(name for name in self._folders.get(path, (set(), []))[0] if not name.startswith("."))

    def files(self, path: str) -> list[str]:
        names = sorted(self._folders.get(path, (set(), []))[1])
        return [f"{path}/{name}" for name in names if is_read(name) and not name.startswith(".")]

    def copies(self, path: str) -> list[str]:
        names = sorted(self._folders.get(path, (set(), []))[1])
        return [f"{path}/{name}" for name in names if original(name)]

    def read(self, path: str) -> Bytes:
        entry = self._entries.get(path)
        if entry is None:
            return Bytes(None)
        if entry.mode == _LINK:
            return Bytes.refused(path, "this is a link", "Put the file itself here.")
        if path not in self._kept:
            self._ask(path)
        data = self._kept[path]
        if data is None:
            return Bytes.refused(path, "this file is too large (the most is 20 MB)", "Split it.")
        return Bytes(data)

    def _ask(self, path: str) -> None:
        """Ask git for a file, and for the others of its community, which are wanted next."""
        whose = "/".join(path.split("/")[:2]) + "/"
        paths = [
            one
            for one, entry in self._entries.items()
            if one == path or (one.startswith(whose) and one.endswith(_FILES) and entry.mode != _LINK)
        ]
        names = [self._entries[one].name for one in paths]
        self._kept.update(zip(paths, self._blobs.read(names, LARGEST), strict=True))

    def __enter__(self) -> "IndexTree":
        """Raises NoGit where the folder is in no repository."""
        listing, changes = self._listing.ran(), self._changes.ran()
        if not listing.ok:
            self._blobs.close()
            raise NoGit("this folder is not kept by git", "“git init” starts a repository.")
        for record in listing.text.split("\0"):
            self._add(record)
        self._staged = frozenset(path for path in changes.text.split("\0") if path)
        return self

    def __exit__(self, *_: object) -> None:
        self._blobs.close()
