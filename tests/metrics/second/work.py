"""W: from talk to work."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from statistics import median
from typing import NamedTuple

from tests.metrics.second.lines import Line, by_when, line_id
from tests.metrics.second.people import ends
from tests.metrics.second.plain import Data, day
from tests.metrics.second.view import Answer, Answers, View, count, share

CLOSING = {"done", "answered", "matched"}


class Event(NamedTuple):
    """Something that changes how a line stands."""

    day: date
    target: str
    status: str
    due: date | None = None


class Action(NamedTuple):
    """An action as it stood on the day."""

    line: Line
    first_due: date | None
    due: date | None
    status: str
    closed: date | None


@cache
def happened(view: View) -> list[Event]:
    """What changed how lines stand up to the day, by day; on one day notes come before updates."""
    found = [one for line in view.ever_said for one in _closing(line)]
    on = view.sessions[0].date if view.sessions else date.min
    for row in view.texts.rows(f"{view.id}/updates.yaml"):
        on = day(row.get("date")) or on
        found += _updated(row, on)
    return sorted((one for one in found if one.day <= view.day), key=lambda one: one.day)


def _closing(line: Line) -> Iterator[Event]:
    if line.word == "done":
        yield Event(line.day, line_id(line.part(0)), "done")
    elif line.word == "answer":
        named = line.part(0) if "/question/" in line.part(0) else line.above
        if "/question/" in named:
            yield Event(line.day, named, "answered")


def _updated(row: Data, on: date) -> Iterator[Event]:
    for field in ("action", "ask", "question"):
        if row.get(field):
            yield Event(on, line_id(row[field]), row.get("status", "open"), day(row.get("due")))


def standing(target: str, of: list[Event]) -> tuple[str, date | None]:
    """How a line stands after some events, and since when it has been closed."""
    status, closed = "open", None
    for one in of:
        if one.target != target:
            continue
        if one.status in CLOSING or one.status == "dropped":
            if status != one.status:
                closed = one.day
            status = one.status
        elif one.status == "open":
            status, closed = "open", None
    return status, closed


def actions(view: View) -> list[Action]:
    changed = happened(view)
    return [_action(view, line, changed) for line in view.ever_said if line.word == "action"]


def _action(view: View, line: Line, changed: list[Event]) -> Action:
    following = [one.date for one in view.sessions if one.date > line.day and not one.cancelled]
    first = by_when(line.part(2), line.day, min(following, default=None))
    moved = [one.due for one in _while_open(line.id, changed) if one.due]
    status, closed = standing(line.id, changed)
    return Action(line, first, moved[-1] if moved else first, status, closed)


def _while_open(target: str, of: list[Event]) -> list[Event]:
    """What was said of an action while it was open: a new date for what is closed says nothing."""
    mine = [one for one in of if one.target == target]
    return [
        one for place, one in enumerate(mine) if one.status == "open" or standing(target, mine[:place])[0] == "open"
    ]


def w1(view: View) -> Answers:
    every = actions(view)
    due = [one for one in every if one.first_due and view.start <= one.first_due <= min(view.end, view.yesterday)]
    done = [one for one in every if one.status == "done"]
    closed = [one for one in done if one.closed in view]
    still = [one for one in every if one.status == "open"]
    late = [one for one in still if one.due and one.due < view.day]
    taken = [(one.closed - one.line.day).days for one in closed if one.closed]
    if view.plainly and not every:
        labels = ("opened", "closed", "dropped", "longest overdue", "since the first date")
        return dict.fromkeys(labels, Answer(None))
    return {
        "opened": count(sum(one.line.day in view for one in every)),
        "closed": count(len(closed)),
        "dropped": count(sum(one.status == "dropped" and one.closed in view for one in every)),
        "": share(sum(one in done for one in due), len(due)),
        "on time": share(sum(_on_time(one) for one in due), len(due)),
        "median": Answer(float(median(taken)) if taken else None),
        "overdue": share(len(late), len(still)),
        "longest overdue": Answer(max(((view.day - (one.due or view.day)).days for one in late), default=0)),
        "since the first date": Answer(
            max(((view.day - (one.first_due or view.day)).days for one in late), default=0)
        ),
    }


def _on_time(one: Action) -> bool:
    return one.status == "done" and (one.closed or date.max) <= (one.first_due or date.min)


def w2(view: View) -> Answers:
    with_power = {
        one.id: any("authority" in view.registers.brings(key) for key in one.present) for one in view.attended
    }
    decided = view.said("decision")
    known = [line for line in decided if line.session in with_power]
    return {
        "": Answer(None) if view.plainly else count(len(decided)),
        "with authority in the room": share(sum(with_power[line.session] for line in known), len(known)),
    }


def w3(view: View) -> Answers:
    return _whenever(view, view.said("ask"), _matched)


def w4(view: View) -> Answers:
    old = [line for line in view.said("question") if _sessions_since(view, line) >= 2]
    return _whenever(view, old, _answered)


def _whenever(view: View, lines: list[Line], met: Callable[[View, Line], bool]) -> Answers:
    """Lines that were met, whenever; those met only after the last day besides by themselves."""
    now = [line for line in lines if met(view, line)]
    later = [line for line in lines if line not in now and met(view.whenever, line)]
    found = {"": share(len(now) + len(later), len(lines))}
    return found | ({"after the period": count(len(later))} if later else {})


def _answered(view: View, question: Line) -> bool:
    return standing(question.id, happened(view))[0] in CLOSING


def _matched(view: View, ask: Line) -> bool:
    status, _ = standing(ask.id, happened(view))
    if status != "open":
        return status in CLOSING
    asker, said = view.names.who(ask.part(0), ask.day), (ask.day, ask.session, ask.place)
    opened = [one.day for one in happened(view) if one.target == ask.id and one.status == "open"]
    later = [line for line in view.ever_said if (line.day, line.session, line.place) > said]
    return any(_helps(view, line, asker) for line in later if line.day > max(opened, default=date.min))


def _helps(view: View, line: Line, asker: str) -> bool:
    if line.word == "connect":
        linked = ends(view, line)
        return view.names.known(asker) and asker in linked and len(linked) > 1
    return line.word in ("offer", "action") and view.names.named_in(" ".join(line.parts[1:2]), asker, line.day)


def _sessions_since(view: View, line: Line) -> int:
    return sum((one.date, one.id) > (line.day, line.session) for one in view.ever_held)


def w5(view: View) -> Answers:
    groups = [row for row in view.records("groups").values() if (group_began(view, row) or view.day) <= view.day]
    begun = {number: group_began(view, row) for number, row in enumerate(groups)}
    started = [row for number, row in enumerate(groups) if begun[number] in view]
    ended = [(number, day(row.get("finished"))) for number, row in enumerate(groups)]
    at_work = [groups[number] for number, end in ended if end is None or end > view.day]
    dated = [row for row in groups if row.get("finish_by")]
    due = [row for row in dated if day(row["finish_by"]) in view or day(row.get("finished")) in view]
    days = [(end - begin).days for number, end in ended if end in view and (begin := begun[number]) and end]
    return {
        "": count(len(started)),
        "because of": count(sum(row.get("relation") == "because-of" for row in started)),
        "alongside": count(sum(row.get("relation") == "alongside" for row in started)),
        "reported lately": share(sum(_reported(view, row) for row in at_work), len(at_work)),
        "finished by their date": share(sum(_in_time(view, row) for row in due), len(due)),
        "median": Answer(float(median(days)) if days else None),
    }


def group_began(view: View, group: Data) -> date | None:
    """The day on which a group started, or else that of the session that asked for it."""
    return day(group.get("starts")) or view.session_day(group.get("from"))


def _reported(view: View, group: Data) -> bool:
    since = view.ever_held[-2].date if len(view.ever_held) > 1 else date.min
    told = [day(row.get("date")) for row in group.get("reports") or []]
    return any(on is not None and since <= on <= view.day for on in told)


def _in_time(view: View, group: Data) -> bool:
    end, by = day(group.get("finished")), day(group.get("finish_by"))
    return end is not None and by is not None and end <= view.day and end <= by


CODES = {"W1": w1, "W2": w2, "W3": w3, "W4": w4, "W5": w5}
