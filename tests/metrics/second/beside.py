"""The figures of the two engines beside each other."""

from typing import NamedTuple

from tests.metrics.second.engine import Counted
from tests.metrics.second.view import Answer


class Difference(NamedTuple):
    """A figure of which the two engines say different things; None where one of them has no such figure."""

    code: str
    label: str
    first: Answer | None
    second: Answer | None


def differences(first: Counted, second: Counted) -> list[Difference]:
    return [
        Difference(*key, first.get(key), second.get(key))
        for key in sorted(first.keys() | second.keys())
        if not same(first.get(key), second.get(key))
    ]


def same(first: Answer | None, second: Answer | None) -> bool:
    """Whether two figures say the same: the value, what it was made of where it is a share, and its upper end.

    Where copkit says that there is none yet, that nobody knows or that nobody was asked, this engine may count
    nought or have no such figure: it knows numbers and no reasons. A number hidden behind a reason is a difference.
    """
    if first is None or first.value is None:
        return second is None or not second.value
    if second is None or second.value is None:
        return False
    parts = [(first.value, second.value)]
    if second.bottom is not None:
        parts += [(first.top, second.top), (first.bottom, second.bottom)]
    if second.high is not None:
        parts += [(first.high, second.high)]
    return all(one is not None and other is not None and abs(one - other) < 1e-9 for one, other in parts)
