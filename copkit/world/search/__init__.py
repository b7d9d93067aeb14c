"""Where a person is still named: in every file of a workspace, the private folder, and all that git keeps."""

from collections.abc import Collection
from typing import NamedTuple

from copkit.editing.refused import Refused
from copkit.people.mentions import Mention, Seeker
from copkit.workspace import Folder, Shared
from copkit.world.git.kept import History
from copkit.world.private import private_folder
from copkit.world.search.by_git import kept_by_git
from copkit.world.search.elsewhere import Elsewhere, Unsearched, elsewhere

__all__ = ["WHAT_GIT_KEEPS", "Search", "Unsearched", "search"]
WHAT_GIT_KEEPS = "what git keeps"


class Search(NamedTuple):
    """What came of looking for a person everywhere; `history` is None where there is no git repository."""

    files: Elsewhere
    history: History | None
    unsearched: tuple[Unsearched, ...]

    @property
    def found(self) -> tuple[Mention, ...]:
        """The lines that name the person, or may do so."""
        return self.files.found

    @property
    def kept(self) -> bool:
        """Whether git keeps the name, as far as that is known."""
        return self.history is not None and bool(self.history.commits or self.history.others)


def search(tree: Folder, shared: Shared, seeker: Seeker, covered: Collection[str] = ()) -> Search:
    """Look for a person in every file but those that are `covered` already, and in all that git keeps."""
    files = elsewhere(tree, private_folder(tree, shared), seeker, covered)
    try:
        known = kept_by_git(tree, seeker)
    except Refused as problem:
        return Search(files, None, (*files.unsearched, Unsearched(WHAT_GIT_KEEPS, problem.message)))
    of_git = known.unsearched if known is not None else ()
    return Search(files, known, (*files.unsearched, *(Unsearched(*one) for one in of_git)))
