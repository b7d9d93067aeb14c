"""Which other communities meet on a day, found without decoding every file."""

from collections.abc import Collection, Iterator
from datetime import date
from functools import cached_property

from copkit.patterns import when_used
from copkit.workspace.load import community_ids
from copkit.workspace.tree import Tree

_DAY = when_used(rb"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Meetings:
    """The communities by the days that their plans name; each plan is looked at once, when a day is first wanted.

    A plan is named for its first date and holds its present one, so a look at its name and bytes is enough; a day
    that is mentioned for another reason costs only a needless look.
    """

    def __init__(self, tree: Tree) -> None:
        self._tree = tree

    def on(self, days: Collection[date], but: Collection[str]) -> list[str]:
        """The communities, other than those left out, with a plan that names one of the days."""
        wanted = {day.isoformat().encode() for day in days}
        found = {name for day in wanted for name in self._by_day.get(day, ())}
        return sorted(found.difference(but))

    @cached_property
    def _by_day(self) -> dict[bytes, set[str]]:
        found: dict[bytes, set[str]] = {}
        for name in community_ids(self._tree):
            for day in self._days_of(name):
                found.setdefault(day, set()).add(name)
        return found

    def _days_of(self, name: str) -> Iterator[bytes]:
        for path in self._tree.files(f"communities/{name}/sessions"):
            if not path.endswith(".notes.yaml"):
                yield from _DAY.findall(path.encode())
                yield from _DAY.findall(self._tree.read(path).data or b"")
