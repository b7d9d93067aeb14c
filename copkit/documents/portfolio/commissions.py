"""What was commissioned: what was asked for, what was delivered by now, and whom it reached."""

from collections.abc import Iterable, Sequence
from datetime import date
from math import prod
from typing import NamedTuple

from copkit import lexicon
from copkit.dates import say_number
from copkit.documents.citing import Cited, cite
from copkit.documents.portfolio.share import Share
from copkit.documents.portfolio.source import Portfolio
from copkit.metrics import Figure
from copkit.metrics.together import summed
from copkit.models.community import Commission
from copkit.workspace.commissions import Terms, commission_key, number_of, terms_of

say = lexicon.Words("portfolio.commissions")


class Commissioned(NamedTuple):
    """One commission: its terms, beside what its communities came to. `met` are those that held a session.
    Of the `silent` nobody can say: a session's day has passed, and nobody wrote of it.

    `unclear` says on which terms the files of its communities disagree; what was asked for is then not printed.
    """

    terms: Commission
    unclear: str
    asked_communities: str
    communities: int
    met: tuple[str, ...]
    silent: int
    asked_convenings: str
    each_held: str
    convenings: int
    people: Cited
    attended: Cited


def named(commission: Commission) -> Commission:
    """A commission to be printed: who commissioned is at least to be agreed."""
    return commission.but(by=commission.by or lexicon.text("common.to_agree"))


def unclear_of(terms: Terms) -> str:
    """On which terms the files disagree, and what each says; empty where they agree."""
    words = lexicon.table("portfolio.commissions.terms")
    each = [f"{words[name]} {lexicon.listed(values)}" for name, values in terms.unclear.items()]
    return say("unclear", terms="; ".join(each)) if each else ""


def asked_of(terms: Terms, *names: str) -> str:
    """The product of some terms, or that the files disagree on one of them."""
    if any(name in terms.unclear for name in names):
        return say("not_clear")
    each = {"communities": number_of(terms.agreed), "convenings_each": terms.agreed.convenings_each}
    return say_number(prod(each[name] for name in names))


def grouped(shares: Iterable[Share]) -> list[list[Share]]:
    """The commissioned communities, those of one commission together, in the order of the commissions' days."""
    found: dict[tuple[str, date], list[Share]] = {}
    for share in shares:
        if share.commission is not None:
            found.setdefault(commission_key(share.commission), []).append(share)
    return [found[key] for key in sorted(found, key=lambda key: (key[1], key[0]))]


def commissions(portfolio: Portfolio) -> tuple[Commissioned, ...]:
    """Every commission, planned against delivered."""
    return tuple(_row(portfolio, shares) for shares in grouped(portfolio.shares))


def _row(portfolio: Portfolio, shares: Sequence[Share]) -> Commissioned:
    held = [share.figure("D1") for share in shares]
    terms = terms_of([share.commission for share in shares if share.commission is not None])
    people = {one.label: one for one in portfolio.people(shares)}
    return Commissioned(
        terms=named(terms.agreed),
        unclear=unclear_of(terms),
        asked_communities=asked_of(terms, "communities"),
        communities=len(shares),
        met=tuple(sorted(share.name for share in shares if share.number("D1"))),
        silent=sum(one is not None and one.amount.kind == "unknown" for one in held),
        asked_convenings=asked_of(terms, "communities", "convenings_each"),
        each_held=say_span([share.number("D1") for share in shares]),
        convenings=sum(share.number("D1") for share in shares),
        people=_of_these(people[""]),
        attended=_of_these(people["sum over communities"]),
    )


def _of_these(figure: Figure) -> Cited:
    """A figure of some communities, which leads nowhere: the annex has that of all."""
    return cite(figure)._replace(anchor="")


def say_span(numbers: Sequence[int]) -> str:
    """`3`, or `2 to 3` where they differ."""
    low, high = min(numbers), max(numbers)
    return f"{low}" if low == high else lexicon.text("dates.range", start=low, end=high)


def held_of(shares: Sequence[Share]) -> Figure | None:
    """Sessions held, of those whose day has come, all communities together."""
    found = summed("D1", [(share.id, share.seen["D1"]) for share in shares])
    return next((one for one in found if not one.label), None)
