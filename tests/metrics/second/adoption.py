"""A: initiatives and adoption."""

from datetime import date, timedelta
from statistics import median

from tests.metrics.second.plain import Data, day
from tests.metrics.second.view import Answer, Answers, View, count, share

STAGES = ("spotted", "exploring", "testing", "promising", "exemplar", "spreading", "embedded", "stopped")
USING = ("adopted", "sustained")
FURTHEST = ("declined", "stopped", "not-yet", "aware", "in-progress", "adopted", "sustained", "not-applicable")


def known(view: View, on: date | None = None) -> dict[str, Data]:
    """The initiatives that had surfaced by a day; one that names no session was there all along."""
    return {
        name: row
        for name, row in view.records("initiatives").items()
        if (view.surfaced(row) or date.min) <= (on or view.day)
    }


def stage_on(view: View, row: Data, on: date) -> str:
    """The last line up to a day; the word without a day on the day itself, or where no line has one."""
    lines = [(day(one.get("date")), str(one.get("stage", "spotted"))) for one in row.get("stages") or []]
    until = [(begun or date.min, stage) for begun, stage in lines if (begun or date.min) <= on]
    if row.get("stage") and (on == view.today or not any(begun for begun, _ in lines)):
        return str(row["stage"])
    return max(until)[1] if until else "spotted"


def a1(view: View) -> Answers:
    every, before = known(view), view.start - timedelta(days=1)
    now = {name: stage_on(view, row, view.day) for name, row in every.items()}
    then = {name: stage_on(view, row, before) for name, row in known(view, before).items()}
    moved = [(STAGES.index(then[name]), STAGES.index(now[name])) for name in then if now[name] != "stopped"]
    moved = [(was, is_) for was, is_ in moved if was < len(STAGES) - 1]
    new = [name for name, row in every.items() if view.surfaced(row) in view]
    stopped = [name for name in every if now[name] == "stopped" and then.get(name) != "stopped"]
    return {
        "": count(len(every)),
        **{f"at {stage}": count(sum(one == stage for one in now.values())) for stage in STAGES},
        "new in the period": count(len(new)),
        "moved up in the period": count(sum(is_ > was for was, is_ in moved)),
        "moved down in the period": count(sum(is_ < was for was, is_ in moved)),
        "stopped in the period": count(len(stopped)),
        "taken up": count(sum(any(one in USING for one in statuses(view, row).values()) for row in every.values())),
    }


def history(row: Data) -> list[tuple[date, str]]:
    """The dated statuses of an organisation, from the first."""
    rows = [(day(one.get("date")), str(one.get("status", "not-yet"))) for one in (*(row.get("history") or []), row)]
    return sorted((begun, status) for begun, status in rows if begun)


def words(view: View, row: Data) -> list[tuple[date, str]]:
    """What was said of an organisation; a word without a day from the start, or today after all that have one."""
    dated, word = history(row), str(row.get("status", "not-yet"))
    if row.get("date"):
        return dated
    if not dated:
        return [(date.min, word)]
    holds = view.day == view.today and word != "not-yet"
    return [*dated, (dated[-1][0], word)] if holds else dated


def status_on(view: View, row: Data) -> str:
    """The last word up to the day, “not yet” before the first; not meant where nothing else was ever said."""
    every = words(view, row)
    if all(status == "not-applicable" for _, status in every):
        return "not-applicable"
    until = [status for begun, status in every if begun <= view.day]
    return until[-1] if until else "not-yet"


def statuses(view: View, row: Data) -> dict[str, str]:
    """Each organisation as what it had become: its own word once it has one, else the least of those it was."""
    rows = row.get("adoption") or {}
    found: dict[str, list[str]] = {}
    for key in rows:
        found.setdefault(str(view.registers.became(key, view.day)), []).append(key)
    return {now: _of_several(view, rows, now, keys) for now, keys in found.items()}


def _of_several(view: View, rows: Data, now: str, keys: list[str]) -> str:
    before = [status_on(view, rows[key]) for key in keys if key != now]
    begun = [one for one, _ in history(rows[now])] if now in keys else []
    if now in keys and (not before or not begun or begun[0] <= view.day):
        return status_on(view, rows[now])
    return min(before, key=FURTHEST.index)


def _meant(view: View) -> dict[str, list[str]]:
    found = {
        name: [one for one in statuses(view, row).values() if one != "not-applicable"]
        for name, row in known(view).items()
    }
    return {name: every for name, every in found.items() if every}


def _shares(meant: dict[str, list[str]], which: tuple[str, ...]) -> Answers:
    return {name: _part(found, which) for name, found in meant.items()}


def _part(found: list[str], which: tuple[str, ...]) -> Answer:
    return share(sum(one in which for one in found), len(found))


def a2(view: View) -> Answers:
    meant = _meant(view)
    return {"": _part([one for every in meant.values() for one in every], USING), **_shares(meant, USING)}


def a3(view: View) -> Answers:
    meant = _meant(view)
    every = [one for found in meant.values() for one in found]
    return {
        "": _part(every, ("in-progress",)),
        "coverage": _part(every, ("in-progress", *USING)),
        **_shares(meant, ("in-progress",)),
    }


def a4(view: View) -> Answers:
    days = []
    for row in known(view).values():
        surfaced = view.surfaced(row)
        for adoption in (row.get("adoption") or {}).values():
            first = next((begun for begun, status in history(adoption) if status in USING), None)
            if surfaced and first in view and first is not None and first >= surfaced:
                days.append((first - surfaced).days)
    return {"": Answer(float(median(days)) if days else None)}


def proven(view: View, row: Data) -> bool:
    """Whether something was measured without a later day."""
    return any((day(one.get("date")) or date.min) <= view.day for one in row.get("evidence") or [])


def a5(view: View) -> Answers:
    far = [row for row in known(view).values() if stage_on(view, row, view.day) in STAGES[4:7]]
    return {"": count(len(far)), "with evidence": share(sum(proven(view, row) for row in far), len(far))}


CODES = {"A1": a1, "A2": a2, "A3": a3, "A4": a4, "A5": a5}
