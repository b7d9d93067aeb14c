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
LEAST_FIRST: tuple[AdoptionStatus, ...] = (
    "declined", "stopped", "not-yet", "aware", "in-progress", "adopted", "sustained", "not-applicable",
)  # fmt: skip
"""Statuses, the least far first; those for whom it is not meant come last, since they say nothing of the others."""


def surfaced_on(community: CommunityFiles, initiative: Initiative) -> date | None:
    """The day of the session that surfaced it, or of its first stage."""
    session = community.session(initiative.surfaced)
    if session is not None:
        return session.date
    return min((line.date for line in initiative.stages if line.date is not None), default=None)


def stage_on(
    community: CommunityFiles, initiative: Initiative, day: date, *, over: bool = False
) -> InitiativeStage | None:
    """The stage on a day; None when it had not surfaced.

    A line of `stages:` without a day holds from the start. `stage:` says how it stands now, and has no day of its
    own: it holds after the last line, and not yet on a day that is `over` where other lines have days. Left out, it
    is read as spotted, and says nothing beside other lines.
    """
    first = surfaced_on(community, initiative)
    if first is not None and first > day:
        return None
    every = sorted((line.date or date.min, STAGES.index(line.stage)) for line in initiative.stages)
    past = [stage for when, stage in every if when <= day]
    undated = over and any(line.date for line in initiative.stages)
    if not every or (len(past) == len(every) and not undated and initiative.stage != "spotted"):
        return initiative.stage
    return STAGES[past[-1]] if past else "spotted"


class Change(NamedTuple):
    """A status of an organisation, and from which day."""

    date: date | None
    status: AdoptionStatus


def changes(adoption: Adoption, *, over: bool = False) -> list[Change]:
    """Its statuses in order of their days; one without a day holds from the start.

    `status:` holds after the last line of `history:` where it has no day itself; where the day looked at is `over`
    it may be of later, and is not among them.
    """
    lines = sorted((Change(line.date, line.status) for line in adoption.history), key=_order)
    if adoption.date is not None or not lines or lines[-1].date is None:
        return sorted([*lines, Change(adoption.date, adoption.status)], key=_order)
    return lines if over or adoption.status == "not-yet" else [*lines, Change(lines[-1].date, adoption.status)]


def _order(change: Change) -> tuple[date, int]:
    return change.date or date.min, LEAST_FIRST.index(change.status)


def status_on(adoption: Adoption, day: date, *, over: bool = False) -> AdoptionStatus:
    """How far an organisation had taken it up on a day; `not-yet` before its first status."""
    every = changes(adoption, over=over)
    if all(change.status == "not-applicable" for change in every):
        return "not-applicable"
    past = [change.status for change in every if change.date is None or change.date <= day]
    return past[-1] if past else "not-yet"


def adopted_on(adoption: Adoption) -> date | None:
    """The day on which an organisation first used it as normal work; a last word without a day gives none."""
    return next((change.date for change in changes(adoption, over=True) if change.status in USING), None)


def lines_of(initiative: Initiative, register: Register, day: date) -> dict[str, list[str]]:
    """The organisations that could use it, as what they had become by the day, and the keys of their lines."""
    found: dict[str, list[str]] = {}
    for key in initiative.adoption:
        found.setdefault(register.successor(key, day), []).append(key)
    return found


def listed(initiative: Initiative, register: Register, day: date, *, over: bool = False) -> dict[str, str]:
    """The same, each with the key of the line that speaks for it.

    Its own does from its first day on. Before, the least far of those that became it does: a merger makes nobody
    adopt what only some of them had.
    """
    found = lines_of(initiative, register, day)
    return {now: _speaker(initiative, now, keys, day, over) for now, keys in found.items()}


def _speaker(initiative: Initiative, now: str, keys: list[str], day: date, over: bool) -> str:
    others = [key for key in keys if key != now]
    if now in keys and not (others and _not_begun(initiative.adoption[now], day)):
        return now
    far = {key: LEAST_FIRST.index(status_on(initiative.adoption[key], day, over=over)) for key in others}
    return min(others, key=lambda key: (far[key], key))


def _not_begun(adoption: Adoption, day: date) -> bool:
    """Whether nothing was said of an organisation by a day."""
    return all(change.date is not None and change.date > day for change in changes(adoption))


def statuses_on(
    initiative: Initiative, register: Register, day: date, *, over: bool = False
) -> dict[str, AdoptionStatus]:
    """How far each organisation for which it is meant had taken it up, by the key of the line that counts."""
    keys = listed(initiative, register, day, over=over).values()
    found = {key: status_on(initiative.adoption[key], day, over=over) for key in keys}
    return {key: status for key, status in found.items() if status != "not-applicable"}


def taken_up(initiative: Initiative, register: Register, day: date) -> tuple[int, int]:
    """How many organisations use it on a day, and for how many it is meant: “4 of 7”."""
    meant = statuses_on(initiative, register, day).values()
    return sum(status in USING for status in meant), len(meant)
