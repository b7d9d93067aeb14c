"""Move or cancel a session: the same file, the same identity, with the reason beside it."""

from datetime import date
from typing import Any

from copkit.editing.removal import drop_key
from copkit.editing.splice import insert_item, set_key
from copkit.models.session import Plan


def moved(data: bytes, plan: Plan, was: date, day: date, because: str, today: date, start: str = "") -> bytes:
    """A plan's text with its new day. An earlier move is kept in `moves`, oldest first."""
    if plan.moved_from is not None:
        earlier: dict[str, Any] = {"from": plan.moved_from, "because": plan.moved_because}
        data = insert_item(data, ("moves",), {key: value for key, value in earlier.items() if value})
    data = set_key(data, ("date",), day)
    if start:
        data = set_key(data, ("start",), start, after="date")
    data = set_key(data, ("moved_from",), was, after="start" if plan.start or start else "date")
    return set_key(data, ("moved_because",), because, after="moved_from")


def cancelled(data: bytes, because: str) -> bytes:
    """A plan's text as cancelled. The session stays, so that calendars and counts know of it."""
    data = set_key(data, ("status",), "cancelled")
    return set_key(data, ("because",), because, after="status")


def brought_back(data: bytes) -> bytes:
    """A plan's text as it was before it was cancelled."""
    return drop_key(drop_key(data, ("because",)), ("status",))
