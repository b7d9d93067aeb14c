"""Words of the trade that plans are filled with: what people do, prompts, risks, checklists."""

from typing import NamedTuple

from copkit import lexicon
from copkit.models.session import Risk


class Duty(NamedTuple):
    """Something to do so many days before (negative) or after a session, and by whom."""

    days: int
    role: str
    what: str


_TIMELINE = (
    (-28, "convenor", "invite"),
    (-21, "convenor", "ask_needs"),
    (-14, "facilitator", "brief"),
    (-7, "convenor", "send_agenda"),
    (-2, "moderator", "test"),
    (0, "everybody", "hold"),
    (1, "curator", "type_notes"),
    (5, "curator", "agree_notes"),
    (10, "curator", "send_notes"),
)


def timeline() -> tuple[Duty, ...]:
    """What is to do before and after a session, in order."""
    said = lexicon.table("guidance.timeline")
    return tuple(Duty(days, role, said[what]) for days, role, what in _TIMELINE)


def checks_for(place: str) -> tuple[str, ...]:
    """What to check before a session held at a kind of place; the hybrid kind needs all of it."""
    online = lexicon.lines("guidance.checks_online") if place != "in-person" else ()
    here = lexicon.lines("guidance.checks_in_person") if place != "online" else ()
    return (*here, *online, *(lexicon.lines("guidance.checks_hybrid") if place == "hybrid" else ()))


def risks_for(place: str) -> tuple[Risk, ...]:
    """What might go wrong at a kind of place."""
    online = lexicon.pairs("guidance.risks_online") if place != "in-person" else ()
    here = lexicon.pairs("guidance.risks_in_person") if place != "online" else ()
    return tuple(Risk(risk=risk, do=do) for risk, do in (*lexicon.pairs("guidance.risks"), *online, *here))
