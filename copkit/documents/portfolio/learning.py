"""Learning across communities: practices that more than one community keeps."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from copkit import lexicon
from copkit.documents.portfolio.source import Portfolio
from copkit.documents.several import Told
from copkit.patterns import when_used

TOGETHER = 3
"""Two practices that have so many telling words in common are taken for the same."""
RARE = 20
"""A word that more practices have says little about any of them."""
_WORD = when_used(r"[^\W\d_]{4,}")
_COMMON = lexicon.meanings("common_words")


class Same(NamedTuple):
    """A practice that several communities keep: the communities, and each one's own words for it."""

    communities: tuple[str, ...]
    words: tuple[Told, ...]


def learned(portfolio: Portfolio) -> tuple[Same, ...]:
    """Practices kept in two communities or more, those of most communities first."""
    every = [one for share in portfolio.shares for one in share.kept]
    groups = _grouped(every)
    found = [_same(portfolio, [every[place] for place in group]) for group in groups]
    return tuple(sorted(found, key=lambda one: (-len(one.communities), one.communities)))


def _same(portfolio: Portfolio, group: list[Told]) -> Same:
    words = tuple(sorted(one._replace(community=portfolio.name_of(one.community)) for one in group))
    return Same(tuple(dict.fromkeys(one.community for one in words)), words)


def _grouped(every: list[Told]) -> list[list[int]]:
    """Places of practices that belong together, of two communities or more in each group."""
    leads = list(range(len(every)))

    def lead(place: int) -> int:
        while leads[place] != place:
            leads[place] = leads[leads[place]]
            place = leads[place]
        return place

    for one, other in _alike(every):
        if every[one].community != every[other].community:
            first, second = sorted((lead(one), lead(other)))
            leads[second] = first
    groups: dict[int, list[int]] = defaultdict(list)
    for place in range(len(every)):
        groups[lead(place)].append(place)
    return [group for group in groups.values() if len({every[place].community for place in group}) > 1]


def _alike(every: list[Told]) -> Iterator[tuple[int, int]]:
    """Pairs with the same text, or with enough telling words in common. Only those that share a word are tried."""
    by_text: dict[str, int] = {}
    by_word: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(every):
        text = " ".join(one.what.casefold().split()).rstrip(".")
        if text in by_text:
            yield by_text[text], place
        by_text.setdefault(text, place)
        for word in telling(one.what):
            by_word[word].append(place)
    counts: Counter[tuple[int, int]] = Counter()
    for places in by_word.values():
        if len(places) <= RARE:
            counts.update(combinations(places, 2))
    yield from (pair for pair, number in sorted(counts.items()) if number >= TOGETHER)


def telling(text: str) -> frozenset[str]:
    """The words that say what a practice is about, in the singular."""
    words = (word.casefold() for word in _WORD.findall(text))
    return frozenset(word.removesuffix("s") for word in words if word not in _COMMON)
