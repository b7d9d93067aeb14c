"""Records that are made ready for an audience one by one, when somebody asks for them."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

_Of = TypeVar("_Of")


class Lazily(dict[Any, _Of]):
    """The records of a mapping, each seen by a function when it is first taken out."""

    def __init__(self, whole: Mapping[Any, _Of], see: Callable[[_Of], _Of]) -> None:
        super().__init__(whole)
        self._see = see
        self._seen: dict[Any, _Of] = {}

    def __getitem__(self, key: Any) -> _Of:
        if key not in self._seen:
            self._seen[key] = self._see(super().__getitem__(key))
        return self._seen[key]

    def __iter__(self) -> Iterator[Any]:
        """As ever; without it Python would copy the records as they are, past `__getitem__`."""
        return super().__iter__()

    def get(self, key: Any, default: Any = None) -> Any:
        """The record as it may be seen."""
        return self[key] if super().__contains__(key) else default

    def values(self) -> Any:
        """All of them, as they may be seen."""
        return [self[key] for key in self]

    def items(self) -> Any:
        """The same with their keys."""
        return [(key, self[key]) for key in self]
