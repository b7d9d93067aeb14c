"""Which entries of what people hold would change, where they are so many that it has to be said.

Cancelled or sent elsewhere, that is. New words are no such thing, however many entries have them: nobody comes on
another day for them, and the next calendar takes them back.
"""

from collections.abc import Mapping
from datetime import date

from copkit.calendars.issued import when_and_where, window_start
from copkit.models.issued import Issued
from copkit.workspace.brake import is_many


def many_at_once(before: Mapping[str, Issued], now: Mapping[str, Issued], today: date) -> list[str]:
    """The sessions concerned, where they are more than a third of those that stand and may still be changed."""
    since = window_start(today).isoformat()
    standing = [name for name, one in before.items() if one.status != "cancelled" and one.start >= since]
    changed = [name for name in standing if when_and_where(now[name]) != when_and_where(before[name])]
    return changed if is_many(len(changed), len(standing)) else []
