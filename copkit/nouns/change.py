"""What came of talk, as lists show it: initiatives, groups, stories and practices. Sorted, never ranked."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from copkit.dates import say_date
from copkit.metrics.standing import taken_up
from copkit.metrics.stories import LADDER, furthest
from copkit.models.group import Group
from copkit.models.practices import PracticeEntry
from copkit.models.story import Story
from copkit.nouns.row import Row, Scene, by_name, iso, said
from copkit.people.consent import has_agreed

ENDED = ("embedded", "stopped")


def initiatives(scene: Scene) -> Iterator[Row]:
    """By name: the stage, and how many of those for whom it is meant use it."""
    for key, one in sorted(scene.own.initiatives.items(), key=lambda row: by_name(row[1].name, row[0])):
        used, meant = taken_up(one, scene.shared.register, scene.day)
        cells = (one.name or key, one.stage, f"{used} of {meant}" if meant else "–", key)
        data = {
            "stage": one.stage,
            "surfaced": one.surfaced or None,
            "owner": one.owner or None,
            "adopted": used,
            "meant_for": meant,
            "evidence": len(one.evidence),
        }
        yield scene.row(one, key, one.name, cells, data, open=one.stage not in ENDED, stage=one.stage)


def groups(scene: Scene) -> Iterator[Row]:
    """By name: who leads it, and whether it is due, overdue or finished."""
    for key, one in sorted(scene.own.groups.items(), key=lambda row: by_name(row[1].name, row[0])):
        lead = scene.called(one.lead)
        data = {
            "kind": one.kind,
            "lead": one.lead or None,
            "starts": iso(one.starts),
            "finish_by": iso(one.finish_by),
            "finished": iso(one.finished),
            "standing": _standing(one, scene.day),
            "reports": len(one.reports),
        }
        cells = (one.name or key, lead, _said_standing(one, scene.day))
        yield scene.row(one, key, one.name, cells, data, open=data["standing"] != "finished")


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


def stories(scene: Scene) -> Iterator[Row]:
    """By date: how far each goes, and whether its teller agreed."""
    every: dict[str, Story] = scene.own.other.get("story", {})
    for key, one in sorted(every.items(), key=lambda row: (row[1].date or date.max, row[0])):
        far = furthest(one)
        agreed = has_agreed(one.consent, scene.day)
        cells = (said(one.date), one.title or key, far or "–", "yes" if agreed else "not yet")
        data = {
            "date": iso(one.date),
            "furthest": far,
            "cycles": [step for step in (*LADDER, "strategic", "enabling", "orienting") if one.cycles.get(step)],
            "consent": iso(one.consent),
            "publish": one.publish,
        }
        yield scene.row(one, key, one.title, cells, data, open=not agreed)


def practices(scene: Scene) -> Iterator[Row]:
    """In the order of the log: the verdict, and in how many sessions it was seen."""
    every: dict[Any, PracticeEntry] = scene.own.other.get("practices", {})
    for one in every.values():
        data = {
            "why": one.why or None,
            "verdict": one.verdict,
            "seen": list(one.seen),
        }
        cells = (one.what, one.verdict or "–", str(len(one.seen)))
        yield scene.row(one, one.what, one.what, cells, data, open=one.verdict is None)
