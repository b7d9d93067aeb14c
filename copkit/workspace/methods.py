"""The method library of a workspace, and finding in it what people typed."""

from collections.abc import Iterator, Mapping

from copkit.dates import shares
from copkit.models.methods import Method
from copkit.workspace.additions import by_id, slug


class Methods:
    """copkit's methods and a workspace's own, by their ids and by every name that they have."""

    def __init__(self, own: Mapping[str, Method]) -> None:
        self.all: dict[str, Method] = by_id("methods", own)
        self._ids: dict[str, str] = {}
        for key, method in self.all.items():
            for name in _names(key, method):
                self._ids.setdefault(name, key)
        for key, method in own.items():  # a name that the workspace gives away means what it says
            self._ids.update(dict.fromkeys(_names(slug(key), method), slug(key)))

    def id(self, name: str) -> str:
        """The id of the method of that id, title or other name; an empty text for one that is not known."""
        return self._ids.get(slug(name), "")

    def find(self, name: str) -> Method | None:
        """The method of that name; None for one that is not known."""
        return self.all.get(self.id(name))

    @property
    def names(self) -> list[str]:
        """Every name under which a method is found, for suggestions."""
        return list(self._ids)


def _names(key: str, method: Method) -> Iterator[str]:
    yield key
    yield from map(slug, (method.title, *method.also_known_as))


def needed(method: Method) -> int:
    """The fewest minutes that hold a method: the least that it works in, and one for each of its steps."""
    return max(method.least, len(method.steps))


def fits(method: Method, minutes: int) -> bool:
    """Whether a slot is long enough for a method."""
    return minutes >= needed(method)


def lasting(method: Method, minutes: int) -> tuple[int, ...]:
    """How long each step takes where the method has so many minutes: whole ones, which they fill in proportion.

    Nothing where the slot is too short. A step that takes as long as it takes has what the others leave of the
    usual time.
    """
    if not fits(method, minutes):
        return ()
    given = [step.minutes for step in method.steps]
    left = max((method.usual or method.least) - sum(given), given.count(0))
    weights = [length or left // given.count(0) for length in given]
    each = shares(weights, minutes)
    while 0 in each:  # the longest gives a minute to one that has none
        each[each.index(max(each))] -= 1
        each[each.index(0)] += 1
    return tuple(each)
