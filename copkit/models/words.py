"""The words of a choice in the order in which the models name them, which msgspec's inspection sorts away."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Literal, get_args, get_origin, get_type_hints

from copkit.models.base import Part


def in_order(words: Iterable[Any]) -> list[str]:
    """The words of a `Literal` as its model lists them."""
    wanted = frozenset(str(word) for word in words)
    known = _orders(len(_records()))
    return list(known.get(wanted, sorted(wanted)))


@cache
def _orders(records: int) -> dict[frozenset[str], tuple[str, ...]]:
    """Every choice in the records loaded so far, of which there are so many."""
    found: dict[frozenset[str], tuple[str, ...]] = {}
    for record in _records():
        for hint in get_type_hints(record, include_extras=True).values():
            for words in _choices(hint):
                found.setdefault(frozenset(words), words)
    return found


def _records(top: type = Part) -> list[type]:
    below: list[type] = top.__subclasses__()
    return [*below, *(record for one in below for record in _records(one))]


def _choices(hint: Any) -> Iterator[tuple[str, ...]]:
    if get_origin(hint) is Literal:
        yield tuple(str(word) for word in get_args(hint))
        return
    for part in get_args(hint):
        if not isinstance(part, str | int):
            yield from _choices(part)
