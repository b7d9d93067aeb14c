"""Metrics: what a period came to, in figures that say what they were counted from."""

from copkit.metrics.base import Figure, Period, Source
from copkit.metrics.facts import Facts
from copkit.metrics.registry import Metric, figures, registry

__all__ = ["Facts", "Figure", "Metric", "Period", "Source", "figures", "registry"]
