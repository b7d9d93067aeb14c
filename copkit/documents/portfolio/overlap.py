"""Where communities meet: themes in common, initiatives that may be the same, initiatives that travel."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from copkit import lexicon
from copkit.documents.portfolio.share import Share, Work
from copkit.documents.portfolio.source import Portfolio
from copkit.documents.several import Common
from copkit.patterns import when_used

say = lexicon.Words("portfolio.overlap")

MOST_SHARED = 12
"""A tag of more initiatives than this is a heading and no sign that two are the same."""
_WORD = when_used(r"[^\W_]+")


class Alike(NamedTuple):
    """Initiatives of different communities that may be the same work, and what they have in common."""

    why: str
    initiatives: tuple[str, ...]


class Travels(NamedTuple):
    """An initiative of one community that others know of, and how that is seen."""

    name: str
    home: str
    seen: tuple[str, ...]


def themes(portfolio: Portfolio) -> tuple[Common, ...]:
    """Themes of two communities or more, those of most first."""
    found: dict[str, list[str]] = defaultdict(list)
    for share in portfolio.shares:
        for theme in share.themes:
            found[theme].append(share.name)
    rows = [Common(name.replace("-", " "), tuple(sorted(homes))) for name, homes in found.items() if len(homes) > 1]
    return tuple(sorted(rows, key=lambda row: (-len(row.communities), row.what)))


def duplicates(portfolio: Portfolio) -> tuple[Alike, ...]:
    """Initiatives that share a tag, a name or an owner with one of another community. Stopped ones are over."""
    live = [one for share in portfolio.shares for one in share.work if one.stage != "stopped"]
    signs: tuple[tuple[str, Callable[[Work], Iterable[str]]], ...] = (
        ("name", lambda one: [" ".join(_words(one.name))]),
        ("owner", lambda one: [one.owner] if one.owner else []),
        ("tag", lambda one: one.tags),
    )
    found: dict[tuple[str, ...], list[str]] = {}
    for sign, of in signs:
        for key, group in sorted(_together(live, of).items()):
            names = tuple(f"{one.name} ({portfolio.name_of(one.community)})" for one in group)
            found.setdefault(names, []).append(say.table("signs")[sign].format(key=key))
    return tuple(Alike(lexicon.listed(why), names) for names, why in found.items())


def _together(every: list[Work], of: Callable[[Work], Iterable[str]]) -> dict[str, list[Work]]:
    """Initiatives of two communities or more that have a sign in common, by that sign."""
    found: dict[str, list[Work]] = defaultdict(list)
    for one in every:
        for key in of(one):
            found[key].append(one)
    several = {key: group for key, group in found.items() if len({one.community for one in group}) > 1}
    return {key: group for key, group in several.items() if len(group) <= MOST_SHARED}


def travels(portfolio: Portfolio) -> tuple[Travels, ...]:
    """Initiatives that are in use beyond their community's own organisations, or that others speak of."""
    scopes = {share.id: set(share.part.scope) for share in portfolio.shares}
    spoken = _mentions(portfolio)
    found = []
    for share in portfolio.shares:
        for one in share.work:
            seen = [*_beyond(portfolio, one, scopes), *spoken.get((share.id, one.id), ())]
            if seen:
                found.append(Travels(one.name, share.name, tuple(seen)))
    return tuple(sorted(found))


def _beyond(portfolio: Portfolio, one: Work, scopes: dict[str, set[str]]) -> Iterator[str]:
    """Organisations of other communities that use it or are trying it."""
    own = scopes[one.community]
    if not own:
        return
    using = [key for key, how in one.adoption.items() if how in ("adopted", "sustained", "in-progress")]
    names = sorted(portfolio.organisation(key) for key in using if key not in own)
    if names:
        yield say("beyond", names=", ".join(names))


def _mentions(portfolio: Portfolio) -> dict[tuple[str, str], list[str]]:
    """For each initiative the communities in whose notes its name stands, without its own."""
    names: dict[str, list[tuple[tuple[str, ...], Work]]] = defaultdict(list)
    for share in portfolio.shares:
        for one in share.work:
            words = _words(one.name)
            if len(words) > 1:
                names[words[0]].append((words, one))
    if not names:
        return {}
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for share in portfolio.shares:
        seen: dict[tuple[str, str], None] = {}
        for one in _named_in(share, names):
            seen.setdefault((one.community, one.id))
        for key in seen:
            found[key].append(say("spoken_of", name=share.name))
    return found


def _named_in(share: Share, names: dict[str, list[tuple[tuple[str, ...], Work]]]) -> Iterator[Work]:
    for _, text in share.spoken:
        words = _words(text)
        for at, word in enumerate(words):
            for wanted, one in names.get(word, ()):
                if one.community != share.id and words[at : at + len(wanted)] == wanted:
                    yield one


def _words(text: str) -> tuple[str, ...]:
    """The words of a text without capitals, and without an article at its start."""
    words = tuple(_WORD.findall(text.casefold()))
    return words[1:] if words[:1] in (("the",), ("a",), ("one",)) and len(words) > 2 else words
