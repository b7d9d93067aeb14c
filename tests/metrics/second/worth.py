"""V and L: value and learning."""

import csv
from datetime import date
from io import StringIO

from tests.metrics.second.adoption import known, proven
from tests.metrics.second.plain import Data, day, number
from tests.metrics.second.view import Answer, Answers, Session, View, count, share

ORDER = ("immediate", "potential", "applied", "realised", "transformative")
BESIDE = ("strategic", "enabling", "orienting")
MATRIX = ("orienting", *ORDER, "strategic", "enabling")


def stories(view: View) -> list[Data]:
    return [row for row in view.records("stories").values() if day(row.get("date")) in view]


def _tells(story: Data, cycle: str) -> bool:
    return bool((story.get("cycles") or {}).get(cycle))


def _linked(view: View, story: Data) -> bool:
    initiatives = known(view)
    named = [str(name).removeprefix("initiatives/") for name in story.get("evidence") or []]
    return any(name in initiatives and proven(view, initiatives[name]) for name in named)


def v1(view: View) -> Answers:
    every = stories(view)
    furthest = [[cycle for cycle in ORDER if _tells(row, cycle)][-1:] for row in every]
    agreed = [day(row.get("consent")) for row in every]
    return {
        "": count(len(every)),
        **{f"as far as {cycle}": count(furthest.count([cycle])) for cycle in ORDER},
        **{f"with {cycle}": count(sum(_tells(row, cycle) for row in every)) for cycle in BESIDE},
        "with consent": share(sum(one is not None for one in agreed), len(every)),
    }


def v2(view: View) -> Answers:
    found: Answers = {}
    for cycle in MATRIX:
        telling = [row for row in stories(view) if _tells(row, cycle)]
        found[cycle] = count(len(telling))
    return found


def v3(view: View) -> Answers:
    every = stories(view)
    whole = [row for row in every if all(_tells(row, cycle) for cycle in ORDER[:4]) and _linked(view, row)]
    return {"": share(len(whole), len(every))}


def _table(view: View, folder: str, session: str) -> list[dict[str, str]]:
    text = view.texts.texts.get(f"{view.id}/{folder}/{session}.csv", "")
    return [row for row in csv.DictReader(StringIO(text)) if any(row.values())]


def v4(view: View) -> Answers:
    forms = [(one, _table(view, "feedback", one.id)) for one in view.held]
    forms = [(one, rows) for one, rows in forms if rows]
    every = [row for _, rows in forms for row in rows]
    asked = [(one, rows) for one, rows in forms if one.present and len(rows) <= len(one.present) + one.guests]
    scores = [(_score(row, "confident_before"), _score(row, "confident_after")) for row in every]
    both = [(before, after) for before, after in scores if before and after]
    return {
        "response": share(
            sum(len(rows) for _, rows in asked), sum(len(one.present) + one.guests for one, _ in asked)
        ),
        "worth my time": _high(every, "useful"),
        "I felt heard": _high(every, "heard"),
        "met someone useful": _yes(every, "met_someone"),
        "will use something": _yes(every, "will_use"),
        "only here": _yes(every, "only_here"),
        "confidence before": share(sum(b for b, _ in both), len(both)),
        "confidence after": share(sum(a for _, a in both), len(both)),
        "confidence change": share(sum(a - b for b, a in both), len(both)),
        "confidence improved": share(sum(a > b for b, a in both), len(both)),
    }


def _score(row: dict[str, str], item: str) -> int | None:
    return number(row.get(item))


def _high(rows: list[dict[str, str]], item: str) -> Answer:
    scores = [score for row in rows if (score := _score(row, item)) is not None]
    return share(sum(score >= 4 for score in scores), len(scores))


def _yes(rows: list[dict[str, str]], item: str) -> Answer:
    given = [row[item] for row in rows if row.get(item)]
    return share(given.count("yes"), len(given))


def v5(view: View) -> Answers:
    rows = [row for one in view.held for row in _table(view, "follow_up", one.id)]
    return {"": share(sum(row.get("used") == "yes" for row in rows), len(rows))}


def l1(view: View) -> Answers:
    minutes = [(key, _there(view, one, key)) for one in view.attended for key in one.present]
    seen = [row for row in view.members if (day(row.get("joined")) or date.min) <= view.day]
    asking = {view.names.who(row["who"]) for row in seen if row.get("certificate") == "yes"}
    hours = Answer(sum(many for _, many in minutes) / 60)
    if not asking:
        return {"": hours, "asked for certificates": Answer(None), "for certificates": Answer(None)}
    return {
        "": hours,
        "asked for certificates": share(len(asking & view.came.keys()), len(view.came)),
        "for certificates": Answer(sum(many for key, many in minutes if key in asking) / 60),
    }


def _there(view: View, session: Session, key: str) -> int:
    rows = (session.notes.get("minutes") or {}).items()
    typed = {view.names.who(name, session.date): number(many) for name, many in rows}
    whole = view.minutes(session)
    return min(typed.get(key) or whole, whole) if typed.get(key) is not None else whole


CODES = {"V1": v1, "V2": v2, "V3": v3, "V4": v4, "V5": v5, "L1": l1}
