"""Where an initiative stood on a day: its stage, and how far each organisation had taken it up."""

from datetime import date
from typing import NamedTuple

from copkit.models.initiative import Adoption, AdoptionStatus, Initiative, InitiativeStage
from copkit.people.register import Register
from copkit.workspace import CommunityFiles

USING = ("adopted", "sustained")
STAGES: tuple[InitiativeStage, ...] = (
    "spotted", "exploring", "testing", "promising", "exemplar", "spreading", "embedded", "stopped",
)  # fmt: skip
"""In order; an initiative may stop at any of them."""


def surfaced_on(community: CommunityFiles, initiative: Initiative) -> date | None:
    """The day of the session that surfaced it, or of its first stage."""
    session = community.session(initiative.surfaced)
    if session is not None:
        return session.date
    return min((line.date for line in initiative.stages if line.date is not None), default=None)


def stage_on(community: CommunityFiles, initiative: Initiative, day: date) -> InitiativeStage | None:
    """The stage on a day; None when it had not surfaced.

    `stage:` says how it stands now, and has no date of its own: it holds from the last dated line of `stages:`.
    """
    first = surfaced_on(community, initiative)
    if first is not None and first > day:
        return None
    dated = sorted((line.date, place) for place, line in enumerate(initiative.stages) if line.date is not None)
    past = [place for when, place in dated if when <= day]
    if len(past) == len(dated):
        return initiative.stage
    return initiative.stages[past[-1]].stage if past else "spotted"


class Change(NamedTuple):
    """A status of an organisation, and from which day."""

    date: date | None
    status: AdoptionStatus


def changes(adoption: Adoption) -> list[Change]:
    """Its statuses in order of their days; one without a day holds from the start."""
    lines = [Change(line.date, line.status) for line in adoption.history]
    every = [*lines, Change(adoption.date, adoption.status)]
    if adoption.date is None and any(line.date is not None for line in lines):
        every = [*lines, Change(max(line.date for line in lines if line.date is not None), adoption.status)]
    return sorted(every, key=lambda change: change.date or date.min)


def status_on(adoption: Adoption, day: date) -> AdoptionStatus:
    """How far an organisation had taken it up on a day; `not-yet` before its first status."""
    status: AdoptionStatus = "not-yet"
    for change in changes(adoption):
        if change.date is None or change.date <= day:
            status = change.status
    if all(change.status == "not-applicable" for change in changes(adoption)):
        return "not-applicable"
    return status


def adopted_on(adoption: Adoption) -> date | None:
    """The day on which an organisation first used it as normal work."""
    return next((change.date for change in changes(adoption) if change.status in USING), None)


def listed(initiative: Initiative, register: Register, day: date) -> dict[str, str]:
    """The organisations that could use it, each once: what an organisation had become by the day, and the key under
    which its status stands. Where both the old one and the new one are listed, the new one speaks for both."""
    found: dict[str, str] = {}
    for key in initiative.adoption:
        now = register.successor(key, day)
        if now not in found or key == now:
            found[now] = key
    return found


def taken_up(initiative: Initiative, register: Register, day: date) -> tuple[int, int]:
    """How many organisations use it on a day, and for how many it is meant: “4 of 7”."""
    keys = listed(initiative, register, day).values()
    statuses = [status_on(initiative.adoption[key], day) for key in keys]
    meant = [status for status in statuses if status != "not-applicable"]
    return sum(status in USING for status in meant), len(meant)
