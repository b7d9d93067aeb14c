"""What comes with copkit and what a workspace adds to it, which stands in for what has its name."""

import re
from collections.abc import Mapping
from typing import Any

from copkit.models.shipped import shipped

_GAPS = re.compile(r"[\s_/]+")


def slug(name: str) -> str:
    """A name as it is compared: lower case, hyphens for spaces."""
    return _GAPS.sub("-", name.strip().casefold())


def by_id(kind: str, own: Mapping[str, Any]) -> dict[str, Any]:
    """The records of a kind by their ids: copkit's in their order, then those that the workspace adds."""
    return {**shipped(kind), **{slug(key): record for key, record in own.items()}}
