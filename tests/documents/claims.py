"""Which figure each printed sentence states: a number of a sentence, the figure that it is, and which part of it.

A claim is a figure's code, its label and a part: `top`, `bottom`, `percent`, `fraction` or `said`; several are
added up; {name} is the sentence's own word. A sentence with a number that stands in neither table fails.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from copkit import lexicon
from copkit.metrics import Figure
from copkit.metrics.base import say_value

Figures = Mapping[str, Figure]
Slots = Mapping[str, Any]
Claim = str | Callable[[Figures, Slots], float]

_SESSION = re.compile(r"M3 (\d{4}-\d\d-\d\d.*)")


def _sizes(figures: Figures) -> list[float]:
    """How many came to each session, in the order of their days."""
    keys = sorted(key for key in figures if _SESSION.fullmatch(key))
    return [figures[key].numerator for key in keys if figures[key].value is not None]


def _early(figures: Figures, slots: Slots) -> float:
    return sum(_sizes(figures)[: int(number(slots["many"]))])


def _late(figures: Figures, slots: Slots) -> float:
    return sum(_sizes(figures)[-int(number(slots["many"])) :])


def _half(figures: Figures, slots: Slots) -> float:
    return len(_sizes(figures)) // 2


def _greatest(figures: Figures, slots: Slots) -> float:
    """The largest share of any one organisation, or of a sector."""
    code = "R2" if "sector" in slots.values() or not any(key.startswith("R3 ") for key in figures) else "R3"
    shares = [one for key, one in figures.items() if key.startswith(f"{code} ") and one.form == "share"]
    return max(one.percent or 0 for one in shares)


def _on_the_way(figures: Figures, slots: Slots) -> float:
    """How many are trying the initiative that the sentence names."""
    name = slots["adopted"].partition("“")[2].rpartition("”")[0]
    return figures[f"A3 {name}"].numerator


_SESSIONS_ATTENDED: Claim = lambda figures, slots: len([key for key in figures if _SESSION.fullmatch(key)])  # noqa: E731
_FAR = "A1 at promising top + A1 at exemplar top + A1 at spreading top + A1 at embedded top"
_OFTEN = "M5 core top + M5 active top"
_PORTFOLIO = "portfolio.findings"

CLAIMS: dict[str, dict[str, Claim]] = {
    "synthesis.attendance.grew": {"early": _early, "late": _late, "many": _half},
    "synthesis.attendance.fell": {"early": _early, "late": _late, "many": _half},
    "synthesis.attendance.between": {
        "low": lambda figures, slots: min(_sizes(figures)), "high": lambda figures, slots: max(_sizes(figures)),
    },
    "synthesis.attendance.came_to_the_session": {"number": lambda figures, slots: max(_sizes(figures))},
    "synthesis.attendance.came_to_each": {"number": lambda figures, slots: max(_sizes(figures))},
    "synthesis.attendance.came_to_one": {"number": lambda figures, slots: max(_sizes(figures))},
    "synthesis.attendance.came_to_each_of": {"number": lambda figures, slots: max(_sizes(figures))},
    "synthesis.attendance.subtitle": {"attended": _SESSIONS_ATTENDED, "number": "D1 top"},
    "synthesis.attendance.nobody_gave_more": {"percent": _greatest},
    "synthesis.attendance.gave": {"percent": _greatest},
    "synthesis.attendance.take_part_often": {"number": _OFTEN, "all": "M5 core bottom"},
    "synthesis.attendance.some_too_new": {"number": "M5 new top"},
    "synthesis.connected.pairs_were_linked": {"number": "C1 distinct pairs top"},
    "synthesis.connected.all_are_of_two": {"number": "C1 distinct pairs top", "all": "C2 top"},
    "synthesis.connected.all_are_of_one": {"number": "C1 distinct pairs top", "all": "C2 bottom"},
    "synthesis.connected.some_are_of_two": {"number": "C2 top", "all": "C2 bottom"},
    "synthesis.connected.some_not_known": {"number": "C2 top", "all": "C2 bottom"},
    "synthesis.connected.by_chance": {"percent": "C2 by chance percent"},
    "synthesis.talk.taken_on": {"number": "W1 opened top"},
    "synthesis.talk.all_actions_that_were_due": {"all": "W1 bottom"},
    "synthesis.talk.none_of_actions_due": {"number": "W1 bottom"},
    "synthesis.talk.some_are_done": {"number": "W1 top", "all": "W1 bottom"},
    "synthesis.talk.in_time": {"number": "W1 on time top"},
    "synthesis.started.as_on": {"number": "A1 top"},
    "synthesis.started.none_promising": {"number": "A1 top"},
    "synthesis.started.all_were_stopped": {"all": "A1 at stopped top"},
    "synthesis.started.all_promising": {"number": _FAR, "all": "A1 top"},
    "synthesis.started.some_promising": {"number": _FAR, "all": "A1 top"},
    "synthesis.started.trying": {"number": "A3 {name} top", "total": "A3 {name} bottom"},
    "synthesis.started.adopted": {"number": "A2 {name} top", "total": "A2 {name} bottom"},
    "synthesis.started.all_adopted": {"number": "A2 {name} top", "all": "A2 {name} bottom"},
    "synthesis.started.adopted_and_on_the_way": {"number": _on_the_way},
    "synthesis.value.told": {"number": "V1 top"},
    "synthesis.value.none_better": {"number": "V1 top"},
    "synthesis.value.all_better": {"number": "V2 realised top", "all": "V1 top"},
    "synthesis.value.some_better": {"number": "V2 realised top", "all": "V1 top"},
    "synthesis.value.worth_the_time": {
        "fraction": "V4 worth my time fraction", "percent": "V4 worth my time percent",
    },
    "synthesis.value.few_worth_the_time": {"fraction": "V4 worth my time fraction"},
    "synthesis.our_year.held_of": {"held": "D1 top", "number": "D1 planned for the period top"},
    "synthesis.our_year.were_cancelled": {"number": "D1 cancelled top"},
    "synthesis.limits.no_record": {"all": "D1 top"},
    f"{_PORTFOLIO}.in_time": {"number": "W1 on time top"},
    f"{_PORTFOLIO}.held": {"number": "D1 bottom", "held": "D1 fraction"},
    f"{_PORTFOLIO}.people": {"people": "P1 said"},
    f"{_PORTFOLIO}.organisations": {"number": "P2 top + P2 out of scope top"},
    f"{_PORTFOLIO}.adopted": {"number": "A2 top", "using": "A2 fraction"},
    f"{_PORTFOLIO}.on_the_way": {"number": "A3 top"},
    "portfolio.view.adopted_by": {"said": "A2 said"},
    "evaluation.view.sessions": {"number": "D1 top"},
    "evaluation.view.held_with": {"people": "P1 said"},
    "evaluation.view.worth": {"forms": "V4 worth my time fraction"},
    "evaluation.view.worth_with_percent": {
        "forms": "V4 worth my time fraction", "percent": "V4 worth my time percent",
    },
    "evaluation.view.one_adopted": {"using": "A2 top", "meant": "A2 bottom"},
    "evaluation.view.one_adopted_and_more": {"using": "A2 top", "meant": "A2 bottom"},
    "evaluation.view.several_adopted": {"using": "A2 top", "meant": "A2 bottom"},
    "evaluation.view.several_adopted_and_more": {"using": "A2 top", "meant": "A2 bottom"},
    "evaluation.view.more": {"number": "A3 top"},
    "evaluation.view.adopted_by": {"said": "A2 said"},
    "evaluation.lessons.forms_came_back": {"said": "V4 response said"},
    "evaluation.delivery.in_each": {"number": "D1 top"},
}  # fmt: skip


PRINTED: dict[str, tuple[str, ...]] = {
    r"Planned for the year: (\S+) meetings?, (\S+) hours?": (
        "D1 planned for the period said", "D1 hours planned said",
    ),
    r"professional development: (\S+), all people together": ("L1 whole",),
}  # fmt: skip
"""Sentences of templates, each number with its figure."""


def number(slot: object) -> float:
    """The number that a word of a sentence says: `18`, `three`, `Both`, `All 14`."""
    text = str(slot).strip().casefold()
    if text == lexicon.text("numbers.both").casefold():
        return 2
    last = text.split()[-1].rstrip("%").replace(",", "")
    words = lexicon.lines("numbers.small")
    return words.index(last) if last in words else float(last)


def stated(claim: Claim, figures: Figures, slots: Slots) -> str | float:
    """What the figures give for a claim."""
    if not isinstance(claim, str):
        return claim(figures, slots)
    parts = [_part(one.strip().format(**slots), figures) for one in claim.split(" + ")]
    return parts[0] if len(parts) == 1 else sum(float(one) for one in parts)


def _part(wanted: str, figures: Figures) -> str | float:
    key, _, part = wanted.rpartition(" ")
    one = figures.get(key)
    if one is None or not one.amount.is_counted:
        return 0.0
    if part == "whole":
        return say_value(one.numerator, 0)
    if part in ("said", "fraction"):
        return str(getattr(one, part))
    return float({"top": one.numerator, "bottom": one.denominator, "percent": one.percent}[part] or 0)
