"""The front of the portfolio by the same rule as a community's: over sums, with the communities that stand out."""

from collections.abc import Iterator
from typing import NamedTuple

from copkit import lexicon
from copkit.documents.front.grounds import Grounds
from copkit.documents.front.lines import Line, strongest, weakest
from copkit.documents.front.unknown import Gaps, unknown
from copkit.documents.portfolio.share import Share
from copkit.documents.portfolio.source import Portfolio
from copkit.documents.saying import Parts, capital, few
from copkit.metrics.health import signs
from copkit.models.community import Community

say = lexicon.Words("portfolio.front")

MOST_NAMED = 3


class Said(NamedTuple):
    """A line around its number, the other half of its rate, and the communities that stand out in it."""

    parts: Parts
    more: str
    stands: str


class Front(NamedTuple):
    """Its title, and what is strongest, weakest and not known over all communities."""

    title: str
    strongest: tuple[Said, ...]
    weakest: tuple[Said, ...]
    unknown: tuple[Said, ...]


def front(portfolio: Portfolio, asks: int) -> Front:
    """The front of a portfolio that asks leaders for so much."""
    grounds = grounds_of(portfolio)
    return Front(
        _title(grounds, asks),
        tuple(_said(line) for line in strongest(grounds)),
        tuple(_said(line, _without(portfolio, line)) for line in weakest(grounds)),
        tuple(_said(line) for line in unknown(grounds, _gaps(portfolio))),
    )


def grounds_of(portfolio: Portfolio) -> Grounds:
    """The sums of all communities, and the signs that they give."""
    about = Community(id="", stage="maturing")
    return Grounds(portfolio, signs(about, portfolio.whole, portfolio.whole, portfolio.shared))


def _gaps(portfolio: Portfolio) -> Gaps:
    """What is not on record of all communities; what is of one of them is not nothing."""
    every = [share.gaps for share in portfolio.shares]
    return Gaps(
        sum(one.due for one in every),
        sum(one.silent for one in every),
        sum(one.without for one in every),
        any(one.compared for one in every),
        any(one.costs for one in every),
    )


def _title(grounds: Grounds, asks: int) -> str:
    """`11 decisions are asked of leaders. 36 of 36 actions are done, 12 by the first date`."""
    parts = [capital(say.plural("asked", asks, number=few(asks)))] if asks else []
    done, on_time = grounds.share("W1", least=3), grounds.share("W1", "on time", least=3)
    if done is not None and on_time is not None:
        figure = grounds.figure("W1")
        parts.append(say("done", done=figure.fraction if figure else "", on_time=few(on_time.counted)))
    return ". ".join(parts)


def _said(line: Line, stands: str = "") -> Said:
    return Said(line.parts, line.more, stands)


def _without(portfolio: Portfolio, line: Line) -> str:
    """The communities in which none of what the line counts was done, where several were due."""
    label = "on time" if line.code == "W1" else ""
    names = sorted(_none_of(portfolio.shares, line.code, label))
    if not names or len(names) == len(portfolio.shares):
        return ""
    if len(names) > MOST_NAMED:
        return say("none_in_some", number=few(len(names)))
    return say("none_in", names=lexicon.listed(names))


def _none_of(shares: tuple[Share, ...], code: str, label: str) -> Iterator[str]:
    for share in shares:
        found = share.figure(code, label)
        if found is not None and found.amount.is_counted and (found.denominator or 0) >= 3 and not found.numerator:
            yield share.name
