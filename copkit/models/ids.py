"""Ids: short names that people can type and that are safe as file names on every system."""

import re
import unicodedata
from collections.abc import Container, Iterable

from copkit.models.base import ID_LENGTH, ID_PATTERN, RESERVED_IDS
from copkit.patterns import when_used

_ID = when_used(ID_PATTERN)
TITLES = frozenset(
    ["dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "rev", "revd", "cllr"]
)
_SPELT = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)


def trouble(name: str) -> str:
    """What is wrong with an id, in a few words; an empty text for a good one."""
    if not name:
        return "an id cannot be empty"
    if len(name) > ID_LENGTH:
        return f"an id has at most {ID_LENGTH} characters, and this has {len(name)}"
    if reserved(name):
        return f"“{name}” is a name that Windows keeps for itself"
    if not _ID.fullmatch(name):
        return "an id has small letters, digits and single dots or hyphens between them"
    return ""


def reserved(name: str) -> bool:
    """Whether Windows keeps the name for itself, with or without an ending: `con`, `aux.page`, `lpt¹`."""
    return unicodedata.normalize("NFKC", name).casefold().partition(".")[0].strip() in RESERVED_IDS


def from_title(title: str) -> str:
    """An id from a name: `St Elsewhere Hospice` gives `st-elsewhere-hospice`; empty without a usable letter."""
    return _cut(_words(title))


def from_community(name: str) -> str:
    """An id for a community: what it is called, without “Community of Practice” behind it."""
    bare = re.sub(r"\s+(community of practice|cop)$", "", name.strip(), flags=re.IGNORECASE)
    return from_title(bare)


def from_person(name: str) -> str:
    """An id for a person: first and last name, `amina.khan`, without a title."""
    parts = [_word(part) for part in name.split()]
    parts = [part for part in parts if part]
    if len(parts) > 1 and parts[0] in TITLES:
        parts = parts[1:]
    if not parts:
        return ""
    ends = parts[:1] if len(parts) == 1 else [parts[0], parts[-1]]
    made = ".".join(ends)
    if reserved(made):
        made = "-".join(ends)
    return made if len(made) <= ID_LENGTH else _cut(ends)


def free(wanted: str, taken: Iterable[str]) -> str:
    """The id, or the id with the first number that nobody has; Windows and macOS do not tell capitals apart."""
    return free_among(wanted, {name.casefold() for name in taken})


def free_among(wanted: str, folded: Container[str]) -> str:
    """The same beside ids without capitals, which whoever makes many at once keeps."""
    number, name = 1, wanted
    while _is_taken(name, folded):
        number += 1
        name = f"{wanted[: ID_LENGTH - 4].rstrip('.-')}-{number}"
    return name


def _is_taken(name: str, folded: Container[str]) -> bool:
    return name.casefold() in folded or reserved(name)


def _words(text: str) -> list[str]:
    return [word for part in re.split(r"[\s/&+_-]+", text) if (word := _word(part, joined=False))]


def _word(text: str, *, joined: bool = True) -> str:
    """The letters and digits of a word without accents; its own hyphens stay where `joined`."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_SPELT))
    kept = re.sub(r"[^a-z0-9-]" if joined else r"[^a-z0-9]", "", plain)
    return re.sub(r"-+", "-", kept).strip("-")


def _cut(words: list[str]) -> str:
    """Words joined by hyphens, whole ones only, within the length of an id."""
    made = ""
    for word in words:
        longer = f"{made}-{word}" if made else word[:ID_LENGTH]
        if len(longer) > ID_LENGTH:
            break
        made = longer
    return made
