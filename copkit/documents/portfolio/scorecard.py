"""The scorecard: one line a community, by name. Communities are set side by side and never ranked."""

from collections.abc import Iterator

from copkit import lexicon
from copkit.documents.citing import Cited, Row, row
from copkit.documents.portfolio.share import Share
from copkit.documents.portfolio.source import Portfolio
from copkit.metrics.standing import STAGES
from copkit.metrics.stories import LADDER

say = lexicon.Words("portfolio.scorecard")


def by_name(portfolio: Portfolio) -> list[Share]:
    """The communities in the order of their names."""
    return sorted(portfolio.shares, key=lambda share: (share.name.casefold(), share.id))


def rhythms(portfolio: Portfolio) -> tuple[Row, ...]:
    """The days on which each community reports, what it planned for them, and what was held by now."""
    wanted = ("D1 planned for the period", "D1 hours planned", "D1", "D1 hours held")
    return tuple(
        Row(share.name, (_words(share.period.said), *row("", share, *wanted).cells)) for share in by_name(portfolio)
    )


def ran(portfolio: Portfolio) -> tuple[Row, ...]:
    """Where each is in its life, who came, how many connections were written down, and notes where they differ."""
    wanted = ("M2", "R1", "C1", *(() if notes_missing(portfolio) else ("D3",)))
    return tuple(
        Row(share.name, (_words(_stage(share)), *row("", share, *wanted).cells)) for share in by_name(portfolio)
    )


def _words(said: str) -> Cited:
    """Words among figures."""
    return Cited(said, "")


def _stage(share: Share) -> str:
    return say("closed", day=share.closed) if share.closed else share.stage


def notes_missing(portfolio: Portfolio) -> str:
    """Why nothing is known of when notes came out, where it is the same for all; else empty."""
    figures = [share.figure("D3") for share in portfolio.shares]
    reasons = {one.amount.why if one is not None else "" for one in figures}
    return reasons.pop() if len(reasons) == 1 else ""


def came(portfolio: Portfolio) -> tuple[Row, ...]:
    """What came of each."""
    return tuple(_came(share) for share in by_name(portfolio))


def _came(share: Share) -> Row:
    actions, adopted = row("", share, "W1", "A2").cells
    initiatives, stories = (_words("; ".join(found) or say("none")) for found in (_stages(share), _stories(share)))
    return Row(share.name, (actions, initiatives, adopted, stories))


def _stages(share: Share) -> Iterator[str]:
    """How many initiatives stand at each stage, those that went furthest first."""
    for stage in (*reversed(STAGES[:-1]), "stopped"):
        number = share.number("A1", f"at {stage}")
        if number:
            yield say("at_stage", number=number, stage=stage)


def _stories(share: Share) -> Iterator[str]:
    """How many stories went how far, the furthest first."""
    for cycle in reversed(LADDER):
        number = share.number("V1", f"as far as {cycle}")
        if number:
            yield say("at_stage", number=number, stage=cycle)
