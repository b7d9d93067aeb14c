"""What a document still lacks in a community, in a few words: a session to come, notes, a review."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final, NamedTuple

from copkit import lexicon
from copkit.documents.exemplar import EXEMPLARY
from copkit.documents.registry import Document
from copkit.metrics.standing import stage_on
from copkit.workspace import CommunityFiles, Shared
from copkit.workspace.promises import actions
from copkit.workspace.reporting import year_in_hand
from copkit.workspace.states import coming

say = lexicon.Words("missing")

KINDS = frozenset(
    ("programme", "people", "organisations", "community", "members", "plan", "notes", "updates", "initiative",
     "group", "review", "blueprint")
)  # fmt: skip
"""The kinds of file that are looked at."""


class Here(NamedTuple):
    """A community as it stands today."""

    community: CommunityFiles
    shared: Shared
    today: date


Missing = Callable[[Here], str]


def _no_session(here: Here) -> str:
    return "" if coming(here.community, here.today) else say("session")


def _no_speaker(here: Here) -> str:
    found = coming(here.community, here.today)
    return _no_session(here) or ("" if found[0].plan.briefing.speaker else say("speaker"))


def _no_members(here: Here) -> str:
    return "" if here.community.members else say("members")


def _never_met(here: Here) -> str:
    held = any(one.date <= here.today and not one.cancelled for one in here.community.sessions)
    return "" if held else say("held")


def _no_notes(here: Here) -> str:
    held = [one for one in here.community.sessions if one.date <= here.today and not one.cancelled]
    return _never_met(here) or ("" if held[-1].noted else say("notes"))


def _no_change(here: Here) -> str:
    changed = any(one.cancelled or one.plan.moves for one in here.community.sessions if one.date >= here.today)
    return "" if changed else say("change")


def _no_action(here: Here) -> str:
    every = actions(here.community, here.shared.register, here.today)
    return "" if any(one.is_open for one in every) else say("action")


def _no_blueprint(here: Here) -> str:
    return "" if "blueprint" in here.community.other else say("blueprint")


def _no_group(here: Here) -> str:
    return "" if here.community.groups else say("group")


def _no_exemplar(here: Here) -> str:
    stages = (stage_on(here.community, one, here.today) for one in here.community.initiatives.values())
    return "" if any(stage in EXEMPLARY for stage in stages) else say("exemplar")


def _no_review(here: Here) -> str:
    label = year_in_hand(here.community.about, here.shared.programme, here.today).label
    return "" if label in here.community.other.get("review", {}) else say("review", label=label)


def _no_commission(here: Here) -> str:
    return "" if here.community.about.commission is not None else say("commission")


def _nobody_there(here: Here) -> str:
    there = any(one.notes is not None and one.notes.present for one in here.community.sessions)
    return "" if there else say("came")


MISSING: Final[Mapping[str, Missing]] = {
    "tables": _no_members, "brief": _no_speaker, "notes": _no_notes, "change": _no_change, "welcome": _no_members,
    "follow-up-sheet": _never_met, "actions": _no_action, "blueprint": _no_blueprint, "group": _no_group,
    "exemplar": _no_exemplar, "exemplar-index": _no_exemplar, "synthesis": _no_review, "one-page": _no_review,
    "health": _never_met, "portfolio": _no_review, "portfolio-evidence": _no_review, "portfolio-page": _no_review,
    "evaluation": _no_commission,
    "certificate": _nobody_there, "certificate-year": _nobody_there,
}  # fmt: skip
"""What a document may still lack in a community; for those of a session that are not here, a session to come."""


def missing(wanted: Document, here: Here) -> str:
    """What a document lacks in a community; empty where nothing does."""
    default = _no_session if wanted.subject == "session" else None
    look = MISSING.get(wanted.name, default)
    return look(here) if look is not None else ""
