"""L2, X and P: courses, influence elsewhere, and all communities together."""

from datetime import date

from tests.metrics.second.plain import Data, Texts, day, number
from tests.metrics.second.view import Answer, Answers, View, count, share


def x1(view: View) -> Answers:
    gone = [row for row in view.texts.rows("programme/events.yaml") if day(row.get("date")) in view]
    ours = [row for row in gone if _ours(view, row)]
    chosen = [entry for row in _closed(view.texts, view.start, view.day) for entry in _selected(row)]
    mine = view.records("initiatives")
    return {
        "": count(len(ours)),
        "took something": share(sum("took" in row for row in ours), len(ours)),
        "brought something back": share(sum("brought_back" in row for row in ours), len(ours)),
        "selected from us": share(sum(entry.get("initiative") in mine for entry in chosen), len(chosen)),
    }


def _ours(view: View, event: Data) -> bool:
    if event.get("community"):
        return bool(event["community"] == view.id)
    on = day(event.get("date"))
    went = event.get("from_us") or []
    return on is not None and any(view.names.who(name, on) in view.on_roll(on) for name in went)


def _closed(texts: Texts, start: date, until: date) -> list[Data]:
    return [
        row
        for row in texts.rows("programme/challenges.yaml")
        if (on := day(row.get("closes"))) is None or start <= on <= until
    ]


def _selected(challenge: Data) -> list[Data]:
    titles = challenge.get("selected") or []
    return [entry for entry in challenge.get("entries") or [] if entry.get("title") in titles]


def l2(texts: Texts, period: tuple[date, date], until: date) -> Answers:
    rows = [row for row in texts.rows("programme/cohorts.yaml") if _within(row, period[0], until)]
    halves = [(row, number(row.get("completed")) or 0, number(row.get("started")) or 0) for row in rows]
    own = {str(row.get("name")): completion(top, bottom) for row, top, bottom in halves}
    whole = completion(sum(top for _, top, _ in halves), sum(bottom for _, _, bottom in halves))
    if any(top > bottom for _, top, bottom in halves):
        whole = Answer(None)
    begun = {name for row in rows for name in row.get("communities_started") or []}
    return {"": whole, **own, "communities started": count(len(begun))}


def completion(completed: int, started: int) -> Answer:
    """Nobody knows how many completed of fewer who started."""
    return share(completed, started) if completed <= started else Answer(None)


def _within(cohort: Data, start: date, until: date) -> bool:
    on = day(cohort.get("ends")) or day(cohort.get("starts"))
    return on is None or start <= on <= until


def x2(texts: Texts, period: tuple[date, date], until: date) -> Answers:
    found: Answers = {}
    for row in _closed(texts, period[0], until):
        weights = {name: number(weight) or 0 for name, weight in (row.get("criteria") or {}).items()}
        for entry in row.get("entries") or []:
            scores = {name: float(many) for name, many in (entry.get("scores") or {}).items() if name in weights}
            top = sum(weights[name] * many for name, many in scores.items())
            found[str(entry.get("title"))] = share(top, sum(weights[name] for name in scores))
    return found


def p1(views: list[View]) -> Answers:
    came = [key for view in views for key in view.came]
    several = sum(came.count(key) > 1 for key in set(came))
    unknown = not came and any(view.unwritten for view in views)
    return {
        "": Answer(None if unknown else len(set(came))),
        "sum over communities": Answer(None if unknown else len(came)),
        "in two communities or more": share(several, len(set(came))),
    }


def p2(views: list[View], until: date) -> Answers:
    reached = [home for view in views for home in {home for _, _, home in view.homes if home}]
    scope = {one for view in views for one in view.scope}
    unknown = not reached and any(view.came or view.unwritten for view in views)
    return {
        "": Answer(None) if unknown else share(len(scope & set(reached)), len(scope)),
        "out of scope": count(len(set(reached) - scope)),
    }


CODES = {"X1": x1}
