"""A brake: what changes more than a third of what people hold is more often a slip than a plan."""

from collections.abc import Mapping

from copkit.models.issued import Issued

_FEW = 3
"""A change of so few is no mass, whatever share of a short year it is."""


def many_at_once(before: Mapping[str, Issued], now: Mapping[str, Issued]) -> list[str]:
    """The sessions that would be cancelled or rewritten, where they are more than a third of those that stand."""
    standing = [name for name, record in before.items() if record.status != "cancelled"]
    changed = [name for name in standing if now[name] != before[name]]
    return changed if len(changed) >= _FEW and 3 * len(changed) > len(standing) else []
