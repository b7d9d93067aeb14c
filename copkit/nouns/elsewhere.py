"""What the programme knows of elsewhere, as lists show it: events, challenges, cohorts and opportunities."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from copkit.dates import say_date
from copkit.metrics.base import say_value
from copkit.metrics.influence import weighed
from copkit.models.challenges import Challenge
from copkit.models.cohorts import Cohort
from copkit.models.events import Event
from copkit.models.opportunities import Opportunity
from copkit.nouns.row import Row, Scene, iso, said
from copkit.people.register import fold

SOON = 14
"""Days: what closes within so many is about to."""


def events(scene: Scene) -> Iterator[Row]:
    """By date: how many of us went, and whether something came back."""
    every: Iterable[Event] = scene.shared.other.get("events", {}).values()
    for one in sorted(every, key=lambda one: (one.date or date.max, fold(one.name))):
        if scene.wanted and one.community not in ("", scene.wanted):
            continue
        coming = one.date is None or one.date >= scene.day
        back = "yes" if one.brought_back else "to come" if coming else "no"
        data = {
            "kind": one.kind or None,
            "date": iso(one.date),
            "community": one.community or None,
            "from_us": list(one.from_us),
            "took": one.took or None,
            "brought_back": one.brought_back or None,
        }
        cells = (said(one.date), one.name, str(len(one.from_us) or "–"), back)
        yield scene.row(one, one.name, one.name, cells, data, open=coming)


def challenges(scene: Scene) -> Iterator[Row]:
    """By name, each with its entries by title: the score is Σ weight × score ÷ Σ weight."""
    every: Iterable[Challenge] = scene.shared.other.get("challenges", {}).values()
    for one in sorted(every, key=lambda one: fold(one.name)):
        standing, still = _open_until(one.opens, one.closes, scene.day)
        entries = []
        for entry in sorted(one.entries, key=lambda entry: fold(entry.title)):
            top, bottom = weighed(one, entry)
            score = float(say_value(top / bottom)) if bottom else None
            chosen = entry.title in one.selected
            entries.append({"title": entry.title, "by": entry.by or None, "score": score, "selected": chosen})
        data = {
            "opens": iso(one.opens),
            "closes": iso(one.closes),
            "standing": standing,
            "criteria": one.criteria,
            "entries": entries,
            "our_say": one.our_say or None,
        }
        cells = (one.name, _said_until(one.opens, one.closes, scene.day), "", "")
        yield scene.row(one, one.name, one.name, cells, data, open=still, below=tuple(map(_below, entries)))


def _below(entry: dict[str, Any]) -> tuple[str, ...]:
    """The line of an entry below its challenge: its score, and whether it was selected."""
    score = "no score" if entry["score"] is None else f"{entry['score']:.2f}"
    return (f"  {entry['title']}", "", score, "selected" if entry["selected"] else "")


def cohorts(scene: Scene) -> Iterator[Row]:
    """By date: who completed, of those who started."""
    every: Iterable[Cohort] = scene.shared.other.get("cohorts", {}).values()
    for one in sorted(every, key=lambda one: (one.starts or one.ends or date.max, fold(one.name))):
        going = one.ends is None or one.ends >= scene.day
        data = {
            "kind": one.kind,
            "starts": iso(one.starts),
            "ends": iso(one.ends),
            "started": one.started,
            "completed": one.completed,
            "accredited": one.accredited.by or None if one.accredited else None,
        }
        done = f"{one.completed} of {one.started}" if one.started else "–"
        cells = (said(one.starts), one.name, one.kind, done)
        yield scene.row(one, one.name, one.name, cells, data, open=going)


def opportunities(scene: Scene) -> Iterator[Row]:
    """By name: for whom, and whether it is open, closing soon or closed."""
    every: Iterable[Opportunity] = scene.shared.other.get("opportunities", {}).values()
    for one in sorted(every, key=lambda one: fold(one.name)):
        standing, still = _open_until(one.opens, one.closes, scene.day)
        data = {
            "for": one.for_,
            "by": one.by or None,
            "opens": iso(one.opens),
            "closes": iso(one.closes),
            "standing": standing,
            "link": one.link or None,
            "taken_up": one.taken_up,
        }
        cells = (one.name, one.for_, _said_until(one.opens, one.closes, scene.day))
        yield scene.row(one, one.name, one.name, cells, data, open=still)


def _open_until(opens: date | None, closes: date | None, day: date) -> tuple[str, bool]:
    if closes is not None and closes < day:
        return "closed", False
    if opens is not None and opens > day:
        return "to-open", False
    return ("closing", True) if closes is not None and (closes - day).days <= SOON else ("open", True)


def _said_until(opens: date | None, closes: date | None, day: date) -> str:
    standing, _ = _open_until(opens, closes, day)
    if standing == "to-open" and opens is not None:
        return f"opens {say_date(opens)}"
    if closes is None:
        return "open, no end date"
    return f"{'closed' if standing == 'closed' else f'{standing}, until'} {say_date(closes)}"
