"""The scorecard: one line a community, by name. Communities are set side by side and never ranked."""

from collections.abc import Iterator
from typing import NamedTuple

from copkit import lexicon
from copkit.documents.citing import Cited, cite
from copkit.documents.portfolio.share import Share
from copkit.documents.portfolio.source import Portfolio
from copkit.metrics.standing import STAGES
from copkit.metrics.value import LADDER

say = lexicon.Words("portfolio.scorecard")


class Rhythm(NamedTuple):
    """The days on which a community reports, what it planned for them, and what was held by now."""

    name: str
    period: str
    planned: Cited
    hours: Cited
    held: Cited
    hours_held: Cited


class Ran(NamedTuple):
    """Where a community is in its life, who came, and how many connections were written down."""

    name: str
    stage: str
    people: Cited
    organisations: Cited
    connections: Cited
    notes: Cited


class Came(NamedTuple):
    """What came of it."""

    name: str
    actions: Cited
    initiatives: str
    adopted: Cited
    stories: str


def by_name(portfolio: Portfolio) -> list[Share]:
    """The communities in the order of their names."""
    return sorted(portfolio.shares, key=lambda share: (share.name.casefold(), share.id))


def rhythms(portfolio: Portfolio) -> tuple[Rhythm, ...]:
    """What was planned and held, community by community."""
    return tuple(
        Rhythm(
            share.name,
            share.period.said,
            cite(share.figure("D1", "planned for the period")),
            cite(share.figure("D1", "hours planned")),
            cite(share.figure("D1")),
            cite(share.figure("D1", "hours held")),
        )
        for share in by_name(portfolio)
    )


def ran(portfolio: Portfolio) -> tuple[Ran, ...]:
    """Who came to each."""
    return tuple(
        Ran(
            share.name,
            f"Closed {share.closed}" if share.closed else share.stage,
            cite(share.figure("M2")),
            cite(share.figure("R1")),
            cite(share.figure("C1")),
            cite(share.figure("D3")),
        )
        for share in by_name(portfolio)
    )


def notes_missing(portfolio: Portfolio) -> str:
    """Why nothing is known of when notes came out, where it is the same for all; else empty."""
    figures = [share.figure("D3") for share in portfolio.shares]
    reasons = {one.missing if one is not None and one.value is None else "" for one in figures}
    return reasons.pop() if len(reasons) == 1 else ""


def came(portfolio: Portfolio) -> tuple[Came, ...]:
    """What came of each."""
    return tuple(
        Came(
            share.name,
            cite(share.figure("W1")),
            "; ".join(_stages(share)) or say("none"),
            cite(share.figure("A2")),
            "; ".join(_stories(share)) or say("none"),
        )
        for share in by_name(portfolio)
    )


def _stages(share: Share) -> Iterator[str]:
    """How many initiatives stand at each stage, those that went furthest first."""
    for stage in (*reversed(STAGES[:-1]), "stopped"):
        number = _number(share, "A1", f"at {stage}")
        if number:
            yield f"{number} {stage}"


def _stories(share: Share) -> Iterator[str]:
    """How many stories went how far, the furthest first."""
    for cycle in reversed(LADDER):
        number = _number(share, "V1", f"as far as {cycle}")
        if number:
            yield f"{number} {cycle}"


def _number(share: Share, code: str, label: str) -> int:
    figure = share.figure(code, label)
    return int(figure.numerator) if figure is not None and not figure.hidden else 0
