"""The thresholds of metrics that programme.yaml may set, each with its usual number and what it decides."""

from typing import NamedTuple

from copkit.metrics.facts import Levels
from copkit.metrics.health import RULES

_LEVELS = {
    "core": "core members came to at least this share of sessions, in per cent",
    "active": "active members came to at least this share of sessions, in per cent",
    "contributions": "core members contributed at least this often",
    "sessions": "somebody with fewer sessions to come to is new",
}


class Threshold(NamedTuple):
    """A number that programme.yaml may set under `thresholds:`."""

    name: str
    number: int
    meaning: str


def metric_thresholds() -> tuple[Threshold, ...]:
    """All of them: the levels of taking part, then the signs of health."""
    usual = Levels()
    levels = (Threshold(f"levels.{name}", getattr(usual, name), _LEVELS[name]) for name in Levels._fields)
    signs = (
        Threshold(rule.setting, rule.per_cent, f"{rule.question} {rule.side.capitalize()} this, in per cent")
        for rule in RULES
    )
    return (*levels, *signs)
