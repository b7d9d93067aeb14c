"""Which entries of what people hold would change, where they are so many that it has to be said."""

from collections.abc import Mapping

from copkit.models.issued import Issued
from copkit.workspace.brake import is_many


def many_at_once(before: Mapping[str, Issued], now: Mapping[str, Issued]) -> list[str]:
    """The sessions that would be cancelled or rewritten, where they are more than a third of those that stand."""
    standing = [name for name, record in before.items() if record.status != "cancelled"]
    changed = [name for name in standing if now[name] != before[name]]
    return changed if is_many(len(changed), len(standing)) else []
