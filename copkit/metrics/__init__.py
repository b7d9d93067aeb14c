"""Metrics: what a period came to, in figures that say what they were counted from."""

from copkit.metrics.base import Figure, Period, Source
from copkit.metrics.facts import Facts
from copkit.metrics.registry import Metric, figures, registry
from copkit.metrics.value import Value

__all__ = ["Facts", "Figure", "Metric", "Period", "Source", "Value", "figures", "registry"]
