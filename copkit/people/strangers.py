"""People whom nobody registered, as they are written of: `Mr Haddow`, `HADDOW, Jim`."""

from collections.abc import Set

from copkit.models.ids import TITLES
from copkit.patterns import when_used
from copkit.people.wording import GENERIC, KINDS, TOPICS, Typed

_TURNED = when_used(r"(?<![\w-])([A-Z][A-Z’'-]{2,}[A-Z]), ([A-Z][a-z]+)\b")
_NO_NAMES = GENERIC | TOPICS | KINDS


def names_a_stranger(typed: Typed, agreed: Set[str]) -> bool:
    """Whether a text has a title before a surname, or a surname in capitals before a first name.

    `agreed` are surnames of those who agreed to be named.
    """
    if not TITLES.isdisjoint(typed.folded) and any(_titled(typed, at, agreed) for at in range(len(typed.raw) - 1)):
        return True
    return any(_turned(found[1], found[2], agreed) for found in _TURNED.finditer(typed.seen))


def _titled(typed: Typed, at: int, agreed: Set[str]) -> bool:
    """A title, and what has a capital behind it: a surname, or a first name before one."""
    if typed.folded[at] not in TITLES or not typed.capital(at) or not typed.raw[at + 1][0].isupper():
        return False
    return agreed.isdisjoint(typed.folded[at + 1 : at + 3])


def _turned(surname: str, first: str, agreed: Set[str]) -> bool:
    """`CAMHS, Schools` is a list, and no name."""
    return first.casefold() not in _NO_NAMES and surname.casefold() not in agreed
