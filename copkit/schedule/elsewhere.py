"""What other communities have planned, read when one of their days is first asked for."""

from collections.abc import Iterable
from datetime import date

from copkit.schedule.overlaps import Sitting
from copkit.schedule.rows import sittings_of
from copkit.workspace import Folder, Shared, load_community
from copkit.workspace.nearby import Meetings


class Others:
    """The communities of a workspace; each is read once."""

    def __init__(self, tree: Folder, shared: Shared, kinds: frozenset[str]) -> None:
        self._tree, self._shared, self._kinds = tree, shared, kinds
        self._meetings = Meetings(tree)
        self._read: dict[str, list[Sitting]] = {}

    def sittings(self, day: date, but: Iterable[str]) -> list[Sitting]:
        """The sittings on a day of the communities that are not left out."""
        return [sit for name in self._meetings.on({day}, set(but)) for sit in self._of(name) if sit.day == day]

    def _of(self, name: str) -> list[Sitting]:
        if name not in self._read:
            community = load_community(self._tree, name, self._kinds)
            self._read[name] = sittings_of(community, self._shared.register)
        return self._read[name]
