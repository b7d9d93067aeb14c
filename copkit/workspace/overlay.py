"""A workspace as it would be after a change: the files of another, some of them with other bytes or gone."""

from collections.abc import Mapping

from copkit.workspace.tree import Bytes, Tree


class Overlay:
    """A tree over another. `changes` holds new bytes by path, or None for a file that has gone."""

    def __init__(self, below: Tree, changes: Mapping[str, bytes | None]) -> None:
        self.below, self.changes = below, changes

    def folders(self, path: str) -> list[str]:
        there = [one for one, data in self.changes.items() if data is not None and one.startswith(f"{path}/")]
        below = (one[len(path) + 1 :].partition("/") for one in there)
        return sorted({*self.below.folders(path), *(folder for folder, inside, _ in below if inside)})

    def files(self, path: str) -> list[str]:
        new = [one for one in self.changes if one.rpartition("/")[0] == path]
        return sorted(one for one in {*self.below.files(path), *new} if self.changes.get(one, b"") is not None)

    def copies(self, path: str) -> list[str]:
        return self.below.copies(path)

    def read(self, path: str) -> Bytes:
        return Bytes(self.changes[path]) if path in self.changes else self.below.read(path)
