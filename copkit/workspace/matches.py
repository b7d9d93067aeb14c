"""Asks and offers that may belong together, across sessions and communities: by theme, or by words they share."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from copkit.patterns import when_used
from copkit.workspace.promises import Thread

_WORD = when_used(r"[^\W\d_]{4,}")
_COMMON = frozenset(
    """
    about after also another anybody anyone been before being between both could does done each else even every
    everybody everyone find from give given good have help here hers into just know like look made make many might
    more most much need needs next only other ours over people person share should some somebody someone such take
    than that their them then there these they this those through time under until upon very want what when where
    which while will with within without work would your yours
    """.split()  # noqa: SIM905 - words read best as words
)
MOST = 3
"""Offers named for one ask."""


class Match(NamedTuple):
    """An offer that may meet an ask, and the words or themes that say so, the rarest first."""

    ask: Thread
    offer: Thread
    shared: tuple[str, ...]


def matches(asks: Iterable[Thread], offers: Iterable[Thread]) -> tuple[Match, ...]:
    """For each open ask, in order, the open offers that may meet it, the likeliest first.

    Two belong together that share a theme, two words, or one word that was said in the same session or that no
    other ask or offer has. Nobody is matched with their own offer.
    """
    asks = [one for one in asks if one.open]
    offers = [one for one in offers if one.open]
    words = {(one.community, one.id): _words(one.what) for one in (*asks, *offers)}
    common = Counter(word for mine in words.values() for word in mine)
    found: list[Match] = []
    for ask in asks:
        rated = []
        for place, offer in enumerate(offers):
            shared = words[ask.community, ask.id] & words[offer.community, offer.id]
            themes = set(ask.themes) & set(offer.themes)
            together = (ask.community, ask.session) == (offer.community, offer.session)
            telling = len(shared) > 1 or any(together or common[word] == 2 for word in shared)
            if not (themes or telling) or _same_person(ask, offer):
                continue
            weight = sum(1 / common[word] for word in shared) + len(themes)
            ranked = sorted(shared, key=lambda word: (common[word], word))
            names = (*(f"#{theme}" for theme in sorted(themes)), *ranked)
            rated.append((-weight, place, Match(ask, offer, names)))
        found += [match for _, _, match in sorted(rated, key=lambda one: one[:2])[:MOST]]
    return tuple(found)


def _same_person(ask: Thread, offer: Thread) -> bool:
    mine, theirs = ask.who.id or ask.who.shown.casefold(), offer.who.id or offer.who.shown.casefold()
    return bool(mine) and mine == theirs


def _words(text: str) -> frozenset[str]:
    """The words of a text that say what it is about, in the singular."""
    words = (word.casefold() for word in _WORD.findall(text))
    return frozenset(_singular(word) for word in words if word not in _COMMON)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 5:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
