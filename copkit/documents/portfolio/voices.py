"""What the communities themselves wrote: their year in a sentence, asks of leaders, and what comes next."""

from collections import Counter, defaultdict
from typing import NamedTuple

from copkit import lexicon
from copkit.documents.portfolio.scorecard import by_name
from copkit.documents.portfolio.source import Portfolio
from copkit.documents.several import Common, Told
from copkit.documents.spoken import sentence
from copkit.models.requests import Request


class Coming(NamedTuple):
    """What a community means to do with itself next year, in its own words."""

    name: str
    stage: str
    domain: str
    change: str
    rhythm: str
    promises: tuple[str, ...]
    stuck: tuple[str, ...]


class Wish(NamedTuple):
    """A community that somebody asked for, and how that stands; who asks is for members."""

    topic: str
    status: str
    community: str
    note: str
    who: str


class Voices(NamedTuple):
    """All of it. `silent` are the communities of which nobody has written a review of this year."""

    headlines: tuple[Told, ...]
    asks: tuple[Common, ...]
    coming: tuple[Coming, ...]
    closed: tuple[Told, ...]
    wishes: tuple[Wish, ...]
    silent: tuple[str, ...]


def voices(portfolio: Portfolio) -> Voices:
    """What people wrote, by community."""
    shares = by_name(portfolio)
    told = [(share, share.written) for share in shares if share.written is not None]
    return Voices(
        tuple(Told(share.name, said) for share, one in told if (said := one.headline or one.changed)),
        _asks(portfolio),
        tuple(
            Coming(
                share.name,
                share.stage,
                sentence(one.domain),
                one.change,
                sentence(one.rhythm),
                one.promises,
                one.stuck,
            )
            for share, one in told
            if not share.closed and (one.domain or one.change or one.rhythm or one.promises or one.stuck)
        ),
        tuple(Told(share.name, share.closed, share.closed_because) for share in shares if share.closed),
        _wishes(portfolio),
        tuple(share.name for share in shares if share.written is None),
    )


def _asks(portfolio: Portfolio) -> tuple[Common, ...]:
    """Asks in the same words are one; those of most communities first."""
    words: dict[str, str] = {}
    homes: dict[str, list[str]] = defaultdict(list)
    for share in by_name(portfolio):
        for ask in share.written.asks if share.written else ():
            key = " ".join(ask.casefold().split()).rstrip(".")
            words.setdefault(key, ask)
            if share.name not in homes[key]:
                homes[key].append(share.name)
    return tuple(Common(words[key], tuple(homes[key])) for key in sorted(words, key=lambda key: -len(homes[key])))


def in_turn(asks: tuple[Common, ...]) -> tuple[Common, ...]:
    """Asks in an order in which each community has one before any has two; those of several communities first."""
    turns: Counter[str] = Counter()
    rows = []
    for ask in asks:
        rows.append((len(ask.communities) == 1, turns[ask.communities[0]], ask))
        turns[ask.communities[0]] += 1
    return tuple(ask for _, _, ask in sorted(rows, key=lambda row: row[:2]))


def _wishes(portfolio: Portfolio) -> tuple[Wish, ...]:
    """Requests for a community that were made or are open on the day."""
    every: dict[object, Request] = portfolio.shared.other.get("requests", {})
    rows = [one for one in every.values() if one.date is None or one.date <= portfolio.today]
    live = [one for one in rows if one.status in ("new", "talking") or (one.date and one.date in portfolio.period)]
    return tuple(
        Wish(
            one.topic,
            lexicon.table("portfolio.wishes")[one.status],
            portfolio.name_of(one.community),
            one.note,
            lexicon.listed((_asker(portfolio, one), portfolio.organisation(one.organisation))),
        )
        for one in live
    )


def _asker(portfolio: Portfolio, one: Request) -> str:
    """Who asks, by name; the public may not have it."""
    key = portfolio.shared.register.find(one.asked_by).id if one.asked_by else None
    return portfolio.naming.name(key or "", one.asked_by)
