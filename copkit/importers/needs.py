"""What people need, by kind: a text goes in, kinds come out, and no word of the text stays."""

import re
from functools import cache

from copkit import lexicon
from copkit.importers.columns import plain

OTHER = "other"
"""A need that is none of the kinds: what it is stands in the sheet of replies alone."""
_KINDS = {"access": lexicon.spellings("access_needs"), "meals": lexicon.spellings("meals_needed")}
_NOTHING = lexicon.spellings("needs_nothing")


def kinds_of(text: str, of: str) -> frozenset[str]:
    """The kinds of need that an answer names, `other` where it is none of them; nothing where nothing is needed."""
    bare = plain(text)
    if _is_nothing(bare):
        return frozenset()
    found = frozenset(kind for kind, pattern in _patterns(of) if pattern.search(bare))
    return found or frozenset((OTHER,))


def _is_nothing(bare: str) -> bool:
    if not bare or bare in _NOTHING["nothing"]:
        return True
    first, last = bare.startswith(tuple(_NOTHING["begins"])), bare.rpartition(" ")[2] in _NOTHING["ends"]
    return first and last and len(bare.split()) < 6


@cache
def _patterns(of: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    every = _KINDS[of].items()
    return tuple((kind, re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")) for kind, words in every)
