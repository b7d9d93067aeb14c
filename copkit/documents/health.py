"""Health by thresholds: for each community its signs, each rule with its numbers; never a mark, never a ranking."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from copkit import lexicon
from copkit.audience import WITHHELD
from copkit.documents.annual import Annual
from copkit.documents.several import Several
from copkit.metrics.health import Sign, signs
from copkit.models.health_rules import HealthRule
from copkit.render.meta import Meta

say = lexicon.Words("health")


class Line(NamedTuple):
    """One sign: the rule as its audience may have it, the figure, and where it stands by the rule."""

    rule: HealthRule
    said: str
    rule_said: str
    standing: str
    symbol: str
    why: str


class One(NamedTuple):
    """A community with its signs, or why none of them can be judged yet."""

    name: str
    period: str
    lines: tuple[Line, ...]
    nothing: str = ""


@dataclass(frozen=True, kw_only=True)
class MembersHealth:
    """The signs of one community, or of all."""

    meta: Meta
    communities: tuple[One, ...]


def signs_of(annual: Annual) -> tuple[Sign, ...]:
    """The signs of a community as the audience may see them."""
    found = signs(annual.community.about, annual.figures, annual.seen, annual.shared)
    return tuple(sign for sign in found if _may_ask(sign))


def nothing_yet(annual: Annual, every: Sequence[Sign]) -> str:
    """Why no sign of a community can be judged, in one sentence; empty where one can, or the reason is not one."""
    held = annual.figure("D1")
    if held is None or not held.amount.why or any(sign.standing != "not known" for sign in every):
        return ""
    return say("nothing", why=held.amount.why)


def _may_ask(sign: Sign) -> bool:
    """A question is not asked where it, or its advice, is kept back from the audience."""
    return not any(text is WITHHELD for text in (sign.rule.question, sign.rule.advice))


def build(of: Several) -> MembersHealth:
    """The signs of communities, sorted by name."""
    ordered = sorted(of.annuals, key=lambda one: one.community.name.casefold())
    every = [(one, signs_of(one)) for one in ordered]
    first = ordered[0]
    meta = first.meta(say("signs_of_health"), say("something_to_talk_about"))
    if len(every) > 1:
        programme = of.shared.programme
        meta = replace(
            meta,
            community=programme.programme or programme.system,
            author=say("the_programmes_team"),
            contact=programme.contact,
        )
    communities = tuple(
        One(one.community.name, one.period.said, _lines(found), nothing_yet(one, found)) for one, found in every
    )
    return MembersHealth(meta=meta, communities=communities)


def _lines(found: Sequence[Sign]) -> tuple[Line, ...]:
    symbols = say.table("symbols")
    return tuple(
        Line(one.rule, one.said, one.rule_said, one.standing, symbols[one.standing], one.why) for one in found
    )
