"""The thresholds of metrics that programme.yaml may set, each with its usual number and what it decides."""

from typing import NamedTuple

from copkit import lexicon
from copkit.metrics.facts import Levels
from copkit.metrics.health import setting
from copkit.workspace import Shared


class Threshold(NamedTuple):
    """A number that programme.yaml may set under `thresholds:`."""

    name: str
    number: int
    meaning: str


def metric_thresholds(shared: Shared) -> tuple[Threshold, ...]:
    """All of them: the levels of taking part, then the signs of health."""
    usual = Levels()
    levels = (
        Threshold(f"levels.{name}", getattr(usual, name), lexicon.table("thresholds")[name])
        for name in Levels._fields
    )
    sides = lexicon.table("signs.sides")
    signs = (
        Threshold(setting(name), rule.per_cent, sides[rule.side].format(question=rule.question))
        for name, rule in shared.health_rules.items()
    )
    return (*levels, *signs)
