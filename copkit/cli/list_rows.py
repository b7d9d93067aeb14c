"""The rows of `copkit list`: of each record what a person reads, and what a script wants. Sorted, never ranked."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, NamedTuple

from copkit.dates import say_date
from copkit.metrics.base import say_value
from copkit.metrics.influence import weighed
from copkit.metrics.standing import taken_up
from copkit.metrics.value import LADDER, furthest
from copkit.models.challenges import Challenge
from copkit.models.cohorts import Cohort
from copkit.models.events import Event
from copkit.models.group import Group
from copkit.models.opportunities import Opportunity
from copkit.models.practices import PracticeEntry
from copkit.models.story import Story
from copkit.workspace import CommunityFiles, Shared, fold
from copkit.workspace.places import Files

SOON = 14
"""Days: what closes within so many is about to."""
ENDED = ("embedded", "stopped")


class Row(NamedTuple):
    """A record as the list shows it: its cells, whether it is open, its stage, and the same for scripts."""

    cells: tuple[str, ...]
    data: dict[str, Any]
    open: bool = True
    stage: str = ""


class Noun(NamedTuple):
    """Something to list: its kind of file, whose it is, the headings, its rows, and what `--open` means for it."""

    kind: str
    own: bool
    headings: tuple[str, ...]
    rows: Callable[..., Iterable[Row]]
    opens: str = ""
    stages: bool = False


def initiatives(community: CommunityFiles, shared: Shared, day: date) -> Iterable[Row]:
    """By name: the stage, and how many of those for whom it is meant use it."""
    for key, one in sorted(community.initiatives.items(), key=lambda row: _by_name(row[1].name, row[0])):
        used, meant = taken_up(one, shared.register, day)
        cells = (one.name or key, one.stage, f"{used} of {meant}" if meant else "–", key)
        data = _base(community, community.files, one, key, one.name) | {
            "stage": one.stage,
            "surfaced": one.surfaced or None,
            "owner": one.owner or None,
            "adopted": used,
            "meant_for": meant,
            "evidence": len(one.evidence),
        }
        yield Row(cells, data, one.stage not in ENDED, one.stage)


def groups(community: CommunityFiles, shared: Shared, day: date) -> Iterable[Row]:
    """By name: who leads it, and whether it is due, overdue or finished."""
    for key, one in sorted(community.groups.items(), key=lambda row: _by_name(row[1].name, row[0])):
        ended = one.finished is not None and one.finished <= day
        lead = community.company(shared.register).find(one.lead).shown if one.lead else "–"
        data = _base(community, community.files, one, key, one.name) | {
            "kind": one.kind,
            "lead": one.lead or None,
            "starts": _iso(one.starts),
            "finish_by": _iso(one.finish_by),
            "finished": _iso(one.finished),
            "standing": _standing(one, day),
            "reports": len(one.reports),
        }
        yield Row((one.name or key, lead, _said_standing(one, day)), data, not ended)


def _standing(one: Group, day: date) -> str:
    if one.finished is not None and one.finished <= day:
        return "finished"
    if one.starts is not None and one.starts > day:
        return "to-start"
    if one.finish_by is None:
        return "open"
    return "overdue" if one.finish_by < day else "due"


def _said_standing(one: Group, day: date) -> str:
    standing = _standing(one, day)
    if standing == "finished" and one.finished is not None:
        return f"finished {say_date(one.finished)}"
    if standing == "to-start" and one.starts is not None:
        return f"starts {say_date(one.starts)}"
    if one.finish_by is None:
        return "open, no end date" if one.kind == "interest" else "open, no date to finish by"
    return f"{standing}, by {say_date(one.finish_by)}"


def stories(community: CommunityFiles, shared: Shared, day: date) -> Iterable[Row]:
    """By date: how far each goes, and whether its teller agreed."""
    every: dict[str, Story] = community.other.get("story", {})
    for key, one in sorted(every.items(), key=lambda row: (row[1].date or date.max, row[0])):
        far = furthest(one)
        agreed = one.consent is not None and one.consent <= day
        cells = (_day(one.date), one.title or key, far or "–", "yes" if agreed else "not yet")
        data = _base(community, community.files, one, key, one.title) | {
            "date": _iso(one.date),
            "furthest": far,
            "cycles": [step for step in (*LADDER, "strategic", "enabling", "orienting") if one.cycles.get(step)],
            "consent": _iso(one.consent),
            "publish": one.publish,
        }
        yield Row(cells, data, not agreed)


def practices(community: CommunityFiles, shared: Shared, day: date) -> Iterable[Row]:
    """In the order of the log: the verdict, and in how many sessions it was seen."""
    every: dict[Any, PracticeEntry] = community.other.get("practices", {})
    for one in every.values():
        data = _base(community, community.files, one, None, one.what) | {
            "why": one.why or None,
            "verdict": one.verdict,
            "seen": list(one.seen),
        }
        yield Row((one.what, one.verdict or "–", str(len(one.seen))), data, one.verdict is None)


def events(shared: Shared, day: date, wanted: str) -> Iterable[Row]:
    """By date: how many of us went, and whether something came back."""
    every: Iterable[Event] = shared.other.get("events", {}).values()
    for one in sorted(every, key=lambda one: (one.date or date.max, fold(one.name))):
        if wanted and one.community not in ("", wanted):
            continue
        coming = one.date is None or one.date >= day
        back = "yes" if one.brought_back else "to come" if coming else "no"
        data = _shared(shared, one, one.name) | {
            "kind": one.kind or None,
            "date": _iso(one.date),
            "community": one.community or None,
            "from_us": list(one.from_us),
            "took": one.took or None,
            "brought_back": one.brought_back or None,
        }
        yield Row((_day(one.date), one.name, str(len(one.from_us) or "–"), back), data, coming)


def challenges(shared: Shared, day: date, wanted: str) -> Iterable[Row]:
    """By name, each with its entries by title: the score is Σ weight × score ÷ Σ weight."""
    every: Iterable[Challenge] = shared.other.get("challenges", {}).values()
    for one in sorted(every, key=lambda one: fold(one.name)):
        standing, still = _open_until(one.opens, one.closes, day)
        entries = []
        for entry in sorted(one.entries, key=lambda entry: fold(entry.title)):
            top, bottom = weighed(one, entry)
            score = float(say_value(top / bottom)) if bottom else None
            chosen = entry.title in one.selected
            entries.append({"title": entry.title, "by": entry.by or None, "score": score, "selected": chosen})
        data = _shared(shared, one, one.name) | {
            "opens": _iso(one.opens),
            "closes": _iso(one.closes),
            "standing": standing,
            "criteria": one.criteria,
            "entries": entries,
            "our_say": one.our_say or None,
        }
        yield Row((one.name, _said_until(one.opens, one.closes, day), "", ""), data, still)


def entries_of(row: Row) -> Iterable[tuple[str, ...]]:
    """The lines below a challenge: each entry, its score, and whether it was selected."""
    for entry in row.data["entries"]:
        score = "no score" if entry["score"] is None else f"{entry['score']:.2f}"
        yield (f"  {entry['title']}", "", score, "selected" if entry["selected"] else "")


def cohorts(shared: Shared, day: date, wanted: str) -> Iterable[Row]:
    """By date: who completed, of those who started."""
    every: Iterable[Cohort] = shared.other.get("cohorts", {}).values()
    for one in sorted(every, key=lambda one: (one.starts or one.ends or date.max, fold(one.name))):
        going = one.ends is None or one.ends >= day
        data = _shared(shared, one, one.name) | {
            "kind": one.kind,
            "starts": _iso(one.starts),
            "ends": _iso(one.ends),
            "started": one.started,
            "completed": one.completed,
            "accredited": one.accredited.by or None if one.accredited else None,
        }
        done = f"{one.completed} of {one.started}" if one.started else "–"
        yield Row((_day(one.starts), one.name, one.kind, done), data, going)


def opportunities(shared: Shared, day: date, wanted: str) -> Iterable[Row]:
    """By name: for whom, and whether it is open, closing soon or closed."""
    every: Iterable[Opportunity] = shared.other.get("opportunities", {}).values()
    for one in sorted(every, key=lambda one: fold(one.name)):
        standing, still = _open_until(one.opens, one.closes, day)
        data = _shared(shared, one, one.name) | {
            "for": one.for_,
            "by": one.by or None,
            "opens": _iso(one.opens),
            "closes": _iso(one.closes),
            "standing": standing,
            "link": one.link or None,
            "taken_up": one.taken_up,
        }
        yield Row((one.name, one.for_, _said_until(one.opens, one.closes, day)), data, still)


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


def _base(community: CommunityFiles, files: Files, record: object, key: str | None, name: str) -> dict[str, Any]:
    found: dict[str, Any] = {"community": community.id, "name": name or None}
    if key is not None:
        found["id"] = key
    return found | {"position": str(files.where(record))}


def _shared(shared: Shared, record: object, name: str) -> dict[str, Any]:
    return {"name": name or None, "position": str(shared.files.where(record))}


def _by_name(name: str, key: str) -> tuple[str, str]:
    return fold(name or key), key


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(day: date | None) -> str:
    return say_date(day) if day else "no date"


NOUNS: dict[str, Noun] = {
    "initiatives": Noun(
        "initiative", True, ("Initiative", "Stage", "Adopted", "Id"), initiatives,
        "neither embedded nor stopped", stages=True,
    ),
    "groups": Noun("group", True, ("Group", "Lead", "Standing"), groups, "not finished"),
    "stories": Noun("story", True, ("Date", "Story", "As far as", "Consent"), stories, "without consent yet"),
    "practices": Noun("practices", True, ("Practice", "Verdict", "Seen"), practices, "without a verdict yet"),
    "events": Noun("events", False, ("Date", "Event", "From us", "Brought back"), events, "still to come"),
    "challenges": Noun("challenges", False, ("Challenge", "Standing", "Score", ""), challenges, "open for entries"),
    "cohorts": Noun("cohorts", False, ("Starts", "Cohort", "Kind", "Completed"), cohorts, "not ended"),
    "opportunities": Noun(
        "opportunities", False, ("Opportunity", "For", "Standing"), opportunities, "open today"
    ),
}  # fmt: skip
"""What can be listed, by the word for it."""
