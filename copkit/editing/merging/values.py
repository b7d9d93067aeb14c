"""The value of one key of notes in two versions: names united, one line a person, else both versions marked."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeGuard

from copkit.editing.emit import emit
from copkit.editing.merging.sides import Key
from copkit.editing.merging.units import together
from copkit.editing.refused import Refused
from copkit.editing.splice import set_key
from copkit.patterns import when_used
from copkit.yamlfile import Data

YOURS, BETWEEN, THEIRS = "<<<<<<< yours", "=======", ">>>>>>> theirs"
_COMMENT = when_used(r"(?:^|\s)#\s*(.*)$")
_ON_ONE_LINE = 8


class Settled(NamedTuple):
    """The lines of a key, whether both are in them without marks, and what to say of it."""

    lines: tuple[str, ...]
    whole: bool = True
    said: str = ""


def settle(name: str, base: Key | None, yours: Key | None, theirs: Key | None) -> Settled:
    """The key of both versions in one; nothing of it where one side took it away and the other left it alone."""
    above = together(*(key.above if key else () for key in (base, yours, theirs))).units
    body = _one_side(name, base, yours, theirs)
    if body is None:
        assert yours is not None and theirs is not None
        body = _both_sides(name, base, yours, theirs)
    return body._replace(lines=(*above, *body.lines))


def _one_side(name: str, base: Key | None, yours: Key | None, theirs: Key | None) -> Settled | None:
    """Where only one side has changed it, or has it at all; None where both have."""
    if yours is None or theirs is None:
        left = yours or theirs
        if left is None or (base is not None and left.lines == base.lines):
            return Settled(())
        told = f"“{name}”: one of you took it out and the other changed it: it is kept as changed" if base else ""
        return Settled(left.lines, said=told)
    if yours.lines == theirs.lines or (base is not None and yours.lines == base.lines):
        return Settled(theirs.lines)
    return Settled(yours.lines) if base is not None and theirs.lines == base.lines else None


def _both_sides(name: str, base: Key | None, yours: Key, theirs: Key) -> Settled:
    before = base.value if base is not None else None
    value = _united(before, yours.value, theirs.value)
    if value is None:
        return Settled((YOURS, *yours.lines, BETWEEN, *theirs.lines, THEIRS), whole=False)
    like = next((key for key in (theirs, yours) if key.value == value), None)
    lines = like.lines if like is not None else _written(name, theirs, value)
    known = "\n".join((*(base.lines if base else ()), *lines))
    comments = (one for key in (theirs, yours) for one in _comments(key) if one not in known)
    return Settled((*(f"# {one}" for one in dict.fromkeys(comments)), *lines))


def _united(base: Data | None, yours: Data | None, theirs: Data | None) -> Data | None:
    """One value of both; None where only a person can say."""
    if yours == theirs or yours is None or theirs is None:
        return yours if theirs is None else theirs
    if _are_names(yours) and _are_names(theirs):
        return _names(base if _are_names(base) else [], yours, theirs)
    if isinstance(yours, dict) and isinstance(theirs, dict):
        return _by_key(base if isinstance(base, dict) else {}, yours, theirs)
    return None


def _are_names(value: Data | None) -> TypeGuard[list[str]]:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _names(base: list[str], yours: list[str], theirs: list[str]) -> Data:
    """Each name that either put in, and those of the base that neither took out."""
    stays = [one for one in theirs if one in yours or one not in base]
    return [*stays, *(one for one in yours if one not in theirs and one not in base)]


def _by_key(base: Mapping[str, Data], yours: Mapping[str, Data], theirs: Mapping[str, Data]) -> Data | None:
    found: dict[str, Data] = {}
    for key in dict.fromkeys((*theirs, *yours)):
        before, mine, other = base.get(key), yours.get(key), theirs.get(key)
        if mine != other and before not in (mine, other):
            return None
        now = other if mine == before else mine
        if now is not None:
            found[key] = now
    return found


def _written(name: str, like: Key, value: Data) -> tuple[str, ...]:
    """The key with another value, written as it was."""
    in_line = isinstance(value, list) and (len(value) <= _ON_ONE_LINE or "[" in like.lines[0])
    try:
        data = set_key("".join(f"{line}\n" for line in like.lines).encode(), (name,), value, in_line=in_line)
    except Refused:
        return tuple(emit({name: value}).splitlines())
    return tuple(data.decode().splitlines())


def _comments(key: Key) -> Iterator[str]:
    found: list[re.Match[str] | None] = [_COMMENT.search(line) for line in key.lines]
    return (one[1].strip() for one in found if one is not None and one[1].strip())
