"""What people bring, as it is typed: words of the vocabulary, however spelt, or “none” for none of them."""

import re
from typing import NamedTuple

from copkit.dates import Read
from copkit.models.programme import Programme
from copkit.models.vocabularies import BRINGS
from copkit.suggest import did_you_mean

NONE = "none"
_BETWEEN = re.compile(r"[,;/|\n]")


class Brought(NamedTuple):
    """The words that were known, and what was typed besides."""

    words: tuple[str, ...]
    unread: tuple[str, ...]


def known_brings(programme: Programme) -> tuple[str, ...]:
    """The words for what people bring: those that copkit knows, and the programme's own."""
    return (*BRINGS, *programme.vocabularies.brings)


def brought(text: str, programme: Programme) -> Brought:
    """What a text says that somebody brings. Nothing known and nothing unread is “none of these”."""
    known = {_plain(word): word for word in known_brings(programme)}
    typed = [one.strip() for one in _BETWEEN.split(text) if one.strip()]
    if not typed and text.strip():
        return Brought((), (text.strip(),))
    if [one.casefold() for one in typed] == [NONE]:
        return Brought((), ())
    words = dict.fromkeys(known[_plain(one)] for one in typed if _plain(one) in known)
    return Brought(tuple(words), tuple(one for one in typed if _plain(one) not in known))


def read_brings(text: str, programme: Programme) -> Read[str]:
    """The words with commas between them, or “none”; a word that is not known is refused."""
    found, known = brought(text, programme), known_brings(programme)
    if not found.unread:
        return Read(",".join(found.words) or NONE)
    first = found.unread[0]
    near = did_you_mean(_plain(first), list(known))
    fix = f"{near} There are {', '.join(known)}; or {NONE}".strip()
    return Read(None, problem=f"“{first}” is not a word for what people bring that copkit knows", fix=fix)


def _plain(word: str) -> str:
    return "-".join(word.casefold().replace("_", " ").replace("-", " ").split())
