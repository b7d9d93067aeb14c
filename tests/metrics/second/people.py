"""M: who came."""

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from tests.metrics.second.lines import Line
from tests.metrics.second.plain import day, number
from tests.metrics.second.view import Answer, Answers, Session, View, count, share


def m1(view: View) -> Answers:
    before, now = view.on_roll(view.start - timedelta(days=1)), view.on_roll(view.day)
    joined = {view.names.who(row["who"]) for row in view.members if day(row.get("joined")) in view}
    gone = {view.names.who(row["who"]) for row in view.members if _day_after(row.get("left")) in view}
    return {"": count(len(now)), "joined": count(len(joined - before)), "left": count(len(gone - now))}


def _day_after(text: object) -> date | None:
    """The first day off the roll: `left:` is the last one on it."""
    on = day(text)
    return on + timedelta(days=1) if on else None


def m2(view: View) -> Answers:
    people, guests = len(view.came), [one.guests for one in view.held]
    low, high = people + max(guests, default=0), people + sum(guests)
    ranged = Answer(low if high or not view.held else None, high=high)
    return {"": Answer(None if view.unwritten else people), "with guests": ranged}


def m3(view: View) -> Answers:
    if view.unwritten:
        return {"": Answer(None)}
    found = {"": count(_attendances(view.attended)), "mean": _mean(view.attended)}
    for place in ("online", "in-person", "hybrid"):
        there = [one for one in view.attended if view.place(one) == place]
        if there:
            found[f"mean {place}"] = _mean(there)
    return found | {one.id: count(len(one.present)) for one in view.attended}


def _attendances(sessions: Iterable[Session]) -> int:
    return sum(len(one.present) for one in sessions)


def _mean(sessions: list[Session]) -> Answer:
    return share(_attendances(sessions), len(sessions))


def m4(view: View) -> Answers:
    rolls = [(view.on_roll(one.date), set(one.present)) for one in view.attended]
    return {"": share(sum(len(roll & present) for roll, present in rolls), sum(len(roll) for roll, _ in rolls))}


def m5(view: View) -> Answers:
    set_by = view.programme.get("thresholds") or {}
    core, active, enough, fewest = (
        number(set_by.get(f"levels.{name}")) or usual
        for name, usual in (("core", 60), ("active", 40), ("contributions", 2), ("sessions", 3))
    )
    if not view.attended:
        return {}
    contributed, team, roll = contributions(view), view.in_team(view.day), view.on_roll(view.day)
    found = dict.fromkeys(("core", "active", "occasional", "peripheral", "new"), 0)
    for key in roll:
        could = [one for one in view.attended if key in view.on_roll(one.date)]
        came = sum(key in one.present for one in could)
        percent = Fraction(100 * came, len(could)) if could else Fraction(0)
        if key in team or (len(could) >= fewest and percent >= core and contributed.get(key, 0) >= enough):
            found["core"] += 1
        elif len(could) < fewest:
            found["new"] += 1
        else:
            found["active" if percent >= active else "occasional" if came else "peripheral"] += 1
    return {level: share(many, len(roll)) for level, many in found.items()}


def contributions(view: View) -> dict[str, int]:
    """How often each person contributed: actions, offers, connections, decisions led, stories."""
    by: list[str] = []
    for word in ("action", "offer", "story"):
        by += [view.names.who(line.part(0), line.day) for line in view.said(word) if line.part(0)]
    linked = [ends(view, line) for line in view.said("connect")]
    by += [key for keys in linked if len(keys) > 1 for key in keys]
    for one in view.held:
        led: dict[str, Any] = one.notes.get("led_by") or {}
        by += [view.names.who(name, one.date) for name in led.values()]
    for row in view.records("stories").values():
        if (on := day(row.get("date"))) in view and (teller := (row.get("teller") or {}).get("who")):
            by.append(view.names.who(teller, on))
    return {key: by.count(key) for key in by}


def ends(view: View, line: Line) -> list[str]:
    """The different people whom a connection links."""
    named = (name for name in line.part(0).split("+") if name.strip())
    return list(dict.fromkeys(view.names.who(name, line.day) for name in named))


def m6(view: View) -> Answers:
    half = (len(view.attended) + 1) // 2
    first, second = (
        {key for one in part for key in one.present} for part in (view.attended[:half], view.attended[half:])
    )
    start, end = view.year_before
    before = {key for one in view.ever_held if start <= one.date <= end for key in one.present}
    found = {"": share(len(first & second), len(first)) if len(view.attended) > 1 else Answer(None)}
    return found | ({"year on year": share(len(before & view.came.keys()), len(before))} if before else {})


def m7(view: View) -> Answers:
    seen: set[str] = set()
    new: dict[str, Answer] = {}
    for one in view.ever_held:
        if one in view.attended:
            new[one.id] = share(len(set(one.present) - seen), len(one.present))
        seen |= set(one.present)
    whole = share(sum(one.top or 0 for one in new.values()), sum(one.bottom or 0 for one in new.values()))
    return {"": whole, **new}


def m8(view: View) -> Answers:
    both = [one for one in view.attended if one.notes.get("voices")]
    heard = sum(min(number(one.notes["voices"]) or 0, len(one.present) + one.guests) for one in both)
    return {"": share(heard, sum(len(one.present) + one.guests for one in both))}


CODES = {"M1": m1, "M2": m2, "M3": m3, "M4": m4, "M5": m5, "M6": m6, "M7": m7, "M8": m8}
