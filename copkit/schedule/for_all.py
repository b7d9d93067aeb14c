"""What is on for all communities: the programme's settings, what closes this week, events and what came of them."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from copkit.lexicon import listed
from copkit.models.fields import says
from copkit.schedule.timeline import AHEAD
from copkit.workspace import Shared

EVENT, AFTER = 21, 28
"""Days before an event in which it is named, and after it in which somebody is asked what came back."""


class Notice(NamedTuple):
    """What is on, and the file in which it stands; no day where it is for whenever there is time."""

    day: date | None
    what: str
    path: str


def notices(shared: Shared, today: date) -> tuple[Notice, ...]:
    """What the programme has to do or to tell now, the next day first."""
    dated = sorted((*_closing(shared, today), *_events(shared, today)), key=lambda one: (one.day, one.what))
    return (*_settings(shared), *dated)


def _settings(shared: Shared) -> Iterator[Notice]:
    programme, path = shared.programme, "communities/programme/programme.yaml"
    if not says(programme.contact):
        yield Notice(None, "Give a shared mailbox to which people can write (contact)", path)
    if not says(programme.objective):
        yield Notice(None, "Say what all communities work for (objective)", path)


def _closing(shared: Shared, today: date) -> Iterator[Notice]:
    """Opportunities and challenges that close within a week."""
    for kind in ("opportunities", "challenges"):
        for one in shared.other.get(kind, {}).values():
            if one.closes is not None and 0 <= (one.closes - today).days <= AHEAD and says(one.name):
                yield Notice(one.closes, f"{one.name} closes: tell members", f"communities/programme/{kind}.yaml")


def _events(shared: Shared, today: date) -> Iterator[Notice]:
    """Events soon, with what is still to be said of them; those just over, until it is said what came back."""
    path = "communities/programme/events.yaml"
    for one in shared.other.get("events", {}).values():
        days = (one.date - today).days if one.date is not None else None
        if days is None or not says(one.name):
            continue
        if 0 <= days <= EVENT:
            lacks = listed(ask for field, ask in _BEFORE if not says(getattr(one, field)))
            yield Notice(one.date, f"{one.name}{f': say {lacks}' if lacks else ''}", path)
        elif -AFTER <= days < 0 and not says(one.brought_back):
            yield Notice(one.date, f"{one.name}: ask what came back (brought_back)", path)


_BEFORE: tuple[tuple[str, str], ...] = (("from_us", "who goes (from_us)"), ("took", "what they take (took)"))
