"""Files that go in mass: it may be that nobody could see a folder, and not that somebody wants it away."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from copkit.workspace.brake import is_many
from copkit.world.git.repository import Repository


class Emptied(NamedTuple):
    """A folder of which many files go at once: how many, and of how many that git keeps."""

    folder: str
    files: int
    of: int

    @property
    def told(self) -> str:
        return f"{self.folder}/: {self.files} of {self.of} files that git keeps"


def emptied(repo: Repository, gone: Iterable[str]) -> Emptied | None:
    """The first folder of the workspace of which more than a third of the files go."""
    counted = Counter(path.rpartition("/")[0] for path in gone)
    kept = Counter(path.rpartition("/")[0] for path in repo.tracked()) if counted else counted
    several = (Emptied(folder, number, kept[folder]) for folder, number in counted.items() if folder)
    return next((one for one in several if is_many(one.files, one.of)), None)
