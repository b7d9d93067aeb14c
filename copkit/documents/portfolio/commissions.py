"""What was commissioned: what was asked for, what was delivered by now, and whom it reached."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from copkit import lexicon
from copkit.documents.citing import Cited, cite
from copkit.documents.portfolio.share import Share
from copkit.documents.portfolio.source import Portfolio
from copkit.metrics import Figure
from copkit.metrics.together import summed
from copkit.models.community import Commission


class Commissioned(NamedTuple):
    """One commission: its terms, beside what its communities came to."""

    terms: Commission
    asked_communities: int
    communities: int
    asked_convenings: int
    each_held: str
    convenings: int
    people: Cited
    attended: Cited
    names: tuple[str, ...]


def key_of(commission: Commission) -> tuple[str, date]:
    """What makes communities part of the same commission: who commissioned them, and from which day."""
    return commission.by.casefold(), commission.date or date.min


def terms_of(commission: Commission) -> Commission:
    """A commission to be printed: who commissioned is at least to be agreed."""
    return commission.but(by=commission.by or lexicon.text("common.to_agree"))


def number_of(commission: Commission) -> int:
    """How many communities were commissioned."""
    return commission.communities if isinstance(commission.communities, int) else len(commission.communities)


def grouped(shares: Iterable[Share]) -> list[list[Share]]:
    """The commissioned communities, those of one commission together, in the order of the commissions' days."""
    found: dict[tuple[str, date], list[Share]] = {}
    for share in shares:
        if share.commission is not None:
            found.setdefault(key_of(share.commission), []).append(share)
    return [found[key] for key in sorted(found, key=lambda key: (key[1], key[0]))]


def commissions(portfolio: Portfolio) -> tuple[Commissioned, ...]:
    """Every commission, planned against delivered."""
    return tuple(_row(portfolio, shares) for shares in grouped(portfolio.shares))


def _row(portfolio: Portfolio, shares: Sequence[Share]) -> Commissioned:
    first = shares[0].commission
    assert first is not None
    people = {one.label: one for one in portfolio.people(shares)}
    held = held_of(shares)
    return Commissioned(
        terms=terms_of(first),
        asked_communities=number_of(first),
        communities=len(shares),
        asked_convenings=number_of(first) * first.convenings_each,
        each_held=_each(shares),
        convenings=int(held.numerator) if held is not None else 0,
        people=cite(people[""]),
        attended=cite(people["sum over communities"]),
        names=tuple(sorted(share.name for share in shares)),
    )


def _each(shares: Sequence[Share]) -> str:
    """How many each held: `3`, or `2 to 3` where they differ."""
    numbers = [int(one.numerator) for share in shares if (one := share.figure("D1")) is not None]
    return say_span(numbers) if numbers else "0"


def say_span(numbers: Sequence[int]) -> str:
    """`3`, or `2 to 3` where they differ."""
    low, high = min(numbers), max(numbers)
    return f"{low}" if low == high else lexicon.text("dates.range", start=low, end=high)


def held_of(shares: Sequence[Share]) -> Figure | None:
    """Sessions held, of those whose day has come, all communities together."""
    found = summed("D1", [(share.id, share.seen["D1"]) for share in shares])
    return next((one for one in found if not one.label), None)
