"""The words that begin a line of notes, and what stands after the colon."""

from collections.abc import Mapping
from typing import NamedTuple

from copkit import lexicon


class Keyword(NamedTuple):
    """A word that gives a line its meaning, the parts after the colon in order, and what it is for."""

    name: str
    parts: tuple[str, ...]
    means: str


NOTE = "note"
"""The name of every line that no keyword begins."""


def by_word() -> Mapping[str, str]:
    """The keyword that each spelling means: action, of `action` and `actions`."""
    return lexicon.meanings("keywords")


def keywords() -> tuple[Keyword, ...]:
    """Every keyword as help and handbooks explain it."""
    means, parts = lexicon.table("keywords.means"), lexicon.table("keywords.parts")
    return tuple(
        Keyword(name, tuple(parts[name].split(" | ")), means[name]) for name in lexicon.spellings("keywords")
    )
