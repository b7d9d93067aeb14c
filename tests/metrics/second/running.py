"""D: how the community was run."""

from datetime import date
from statistics import median

from tests.metrics.second.plain import number
from tests.metrics.second.view import Answer, Answers, Session, View, count, share

ROLES = ("convenor", "curator", "facilitator", "moderator")


def d1(view: View) -> Answers:
    due = [one for one in view.planned if one.date <= view.day]
    in_person = [one for one in due if view.place(one) == "in-person"]
    return {
        "": share(len(view.held), len(due)),
        "in person": share(sum(one in view.held for one in in_person), len(in_person)),
        "planned for the period": count(len(view.planned)),
        "moved": count(sum("moved_from" in one.plan for one in view.planned)),
        "cancelled": count(sum(one.cancelled for one in view.planned)),
        "hours planned": Answer(sum(view.planned_minutes(one) for one in view.planned) / 60),
        "hours held": Answer(sum(view.minutes(one) for one in view.held) / 60),
    }


def d2(view: View) -> Answers:
    return {"": share(sum(map(_briefed, view.held)), len(view.held))}


def _briefed(one: Session) -> bool:
    return any((source.get("briefing") or {}).get("speaker") for source in (one.plan, one.notes))


def d3(view: View) -> Answers:
    if view.committed is None:
        return {"": Answer(None)}
    within = number(view.programme.get("notes_within_days")) or 10
    taken: list[int | None] = []
    for one in view.held:
        if view.committed.get(one.id, date.max) <= view.day:
            taken.append((view.committed[one.id] - one.date).days)
        elif (view.day - one.date).days > within:
            taken.append(None)
    days = [many for many in taken if many is not None]
    return {
        "": share(sum(many <= within for many in days), len(taken)),
        "median": Answer(float(median(days)) if days else None),
    }


def d4(view: View) -> Answers:
    return {"": share(sum(all(view.holders(one, role) for role in ROLES) for one in view.held), len(view.held))}


def d5(view: View) -> Answers:
    if view.host is None:
        return {"": Answer(None)}
    led = [[view.home(key, one.date) for key in view.holders(one, "facilitator")] for one in view.held]
    known = [homes for homes in led if homes and None not in homes]
    return {"": share(sum(view.host not in homes for homes in known), len(known))}


CODES = {"D1": d1, "D2": d2, "D3": d3, "D4": d4, "D5": d5}
