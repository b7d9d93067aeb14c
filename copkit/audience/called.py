"""What files are called in public: an id that spells the name of somebody who did not agree is a number there."""

from copkit.people.discretion import Discretion
from copkit.workspace import CommunityFiles, load_community
from copkit.workspace.tree import Bytes, Tree

_FOLDERS = {"initiatives": "initiative", "groups": "group", "stories": "story"}
"""The folders whose files people call as they like, and what one of them is."""


def load_called(tree: Tree, name: str, names: Discretion) -> CommunityFiles:
    """A community with other ids in the place of those that name somebody: figures, files and tables have them."""
    view = _Called(tree, names)
    files = load_community(view, name)
    files.called.update(view.called)
    return files


class _Called:
    """The files of a community, of which those that are called after somebody have other names."""

    def __init__(self, tree: Tree, names: Discretion) -> None:
        self._tree, self._names = tree, names
        self._own: dict[str, str] = {}
        self.called: dict[str, str] = {}

    def folders(self, path: str) -> list[str]:
        return self._tree.folders(path)

    def files(self, path: str) -> list[str]:
        return [self._file(one) for one in self._tree.files(path)]

    def copies(self, path: str) -> list[str]:
        return []  # nothing is made from them

    def read(self, path: str) -> Bytes:
        return self._tree.read(self._own.get(path, path))

    def _file(self, path: str) -> str:
        home, folder, name = path.rsplit("/", 2)
        stem = name.removesuffix(".yaml")
        if folder not in _FOLDERS or not self._names_somebody(stem):
            return path
        number = len(self.called) + 1
        other = self.called.setdefault(stem, f"{home.rpartition('/')[2]}-{_FOLDERS[folder]}-{number}")
        renamed = f"{home}/{folder}/{other}.yaml"
        self._own[renamed] = path
        return renamed

    def _names_somebody(self, stem: str) -> bool:
        """Whether an id spells a whole name; “Dr Farouk’s lift” has no apostrophe in one."""
        words = stem.replace(".", "-").split("-")
        said = (" ".join(words), " ".join(word.removesuffix("s") for word in words))
        return any(map(self._names.names_in_full, said))
