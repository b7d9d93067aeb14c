"""What holds between the figures of a community by their definitions: from these a hidden one could be worked out.

Every figure that counts people has its equations in its family's module, written as somebody could who has read the
definitions. A figure that is in no equation says so in `ALONE`.
"""

from collections.abc import Mapping

from copkit.metrics.equations import connections, forms, members, reach
from copkit.metrics.release import Declared

DECLARED: Declared = {**members.DECLARED, **reach.DECLARED, **connections.DECLARED, **forms.DECLARED}
"""What the metrics declare, by code."""

ALONE: Mapping[str, str] = {
    "C6": "is for members alone",
    "V5": "is of forms that come three months later: no other figure counts them",
}
"""Metrics that count people and hold to no other figure, each with the reason."""
