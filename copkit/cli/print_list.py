"""What `copkit print` lists: the documents there are, for whom, and what is still missing for each."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from textwrap import wrap
from typing import Final, NamedTuple

from copkit.cli.common import pick_ids
from copkit.cli.opening import opened
from copkit.cli.show import say, tell
from copkit.documents.catalogue import DOCUMENTS, SETS
from copkit.documents.exemplar import EXEMPLARY
from copkit.documents.registry import Document
from copkit.metrics.standing import stage_on
from copkit.workspace import CommunityFiles, Shared, load_community
from copkit.workspace.promises import actions
from copkit.workspace.reporting import year_in_hand

NAMES, WHOM = 27, 21
KINDS = frozenset(
    ("programme", "people", "organisations", "community", "members", "plan", "notes", "updates", "initiative",
     "group", "review", "blueprint")
)  # fmt: skip


class Here(NamedTuple):
    """A community as it stands today."""

    community: CommunityFiles
    shared: Shared
    today: date


Missing = Callable[[Here], str]


def _no_session(here: Here) -> str:
    coming = any(one.date >= here.today and not one.cancelled for one in here.community.sessions)
    return "" if coming else "no session to come"


def _no_speaker(here: Here) -> str:
    coming = [one for one in here.community.sessions if one.date >= here.today and not one.cancelled]
    return _no_session(here) or ("" if coming[0].plan.briefing.speaker else "no speaker yet")


def _no_members(here: Here) -> str:
    return "" if here.community.members else "no members yet"


def _never_met(here: Here) -> str:
    held = any(one.date <= here.today and not one.cancelled for one in here.community.sessions)
    return "" if held else "no session held yet"


def _no_notes(here: Here) -> str:
    held = [one for one in here.community.sessions if one.date <= here.today and not one.cancelled]
    return _never_met(here) or ("" if held[-1].notes is not None else "no notes of the last")


def _no_change(here: Here) -> str:
    changed = any(one.cancelled or one.plan.moves for one in here.community.sessions if one.date >= here.today)
    return "" if changed else "nothing has changed"


def _no_action(here: Here) -> str:
    return (
        "" if any(one.is_open for one in actions(here.community, here.shared.register, here.today)) else "none open"
    )


def _no_blueprint(here: Here) -> str:
    return "" if "blueprint" in here.community.other else "no blueprint.yaml"


def _no_group(here: Here) -> str:
    return "" if here.community.groups else "no group yet"


def _no_exemplar(here: Here) -> str:
    stages = (stage_on(here.community, one, here.today) for one in here.community.initiatives.values())
    return "" if any(stage in EXEMPLARY for stage in stages) else "no exemplar yet"


def _no_review(here: Here) -> str:
    label = year_in_hand(here.community.about, here.shared.programme, here.today).label
    return "" if label in here.community.other.get("review", {}) else f"no review of {label} yet"


def _no_commission(here: Here) -> str:
    return "" if here.community.about.commission is not None else "no commission"


def _nobody_there(here: Here) -> str:
    there = any(one.notes is not None and one.notes.present for one in here.community.sessions)
    return "" if there else "nobody wrote down who came"


MISSING: Final[Mapping[str, Missing]] = {
    "tables": _no_members, "brief": _no_speaker, "notes": _no_notes, "change": _no_change, "welcome": _no_members,
    "follow-up-sheet": _never_met, "actions": _no_action, "blueprint": _no_blueprint, "group": _no_group,
    "exemplar": _no_exemplar, "exemplar-index": _no_exemplar, "synthesis": _no_review, "one-page": _no_review,
    "health": _never_met, "portfolio": _no_review, "portfolio-page": _no_review, "evaluation": _no_commission,
    "certificate": _nobody_there, "certificate-year": _nobody_there,
}  # fmt: skip
"""What a document may still lack in a community; for those of a session that are not here, a session to come."""


def list_documents(root: Path | None, today: str) -> None:
    """List them by what they are of, each with whom it may be made for and what is missing where."""
    place = opened(root, today, "team", KINDS)
    here = [
        Here(load_community(place.tree, name, KINDS), place.shared, place.today)
        for name in pick_ids(place.tree, "")
    ]
    rows = [(one, _missing(one, here)) for one in DOCUMENTS.values()]
    for (audiences, missing), several in groupby(rows, lambda row: (row[0].audiences, row[1])):
        _say(_names([one.name for one, _ in several]), ", ".join(audiences), missing)
    say()
    say("“copkit print WHAT [COMMUNITY] [WHICH]” prints one; “--help” says of what.", "cyan")


def _names(names: Sequence[str]) -> str:
    """Documents that stand together, with the name of the set that they are."""
    return "".join(f"{name}: " for name, those in SETS.items() if those == tuple(names)) + ", ".join(names)


def _missing(wanted: Document, here: Sequence[Here]) -> str:
    """What most lacks, and in how many communities; empty where nothing does."""
    default = _no_session if wanted.subject == "session" else None
    look = MISSING.get(wanted.name, default)
    found = [why for one in here if look is not None and (why := look(one))]
    if not found:
        return ""
    most = max(dict.fromkeys(found), key=found.count)
    return f"{most}: {found.count(most)} of {len(here)}" if len(here) > 1 else most


def _say(names: str, audiences: str, missing: str) -> None:
    """A line of three columns; names that have no room go on below."""
    first, *rest = wrap(names, NAMES, break_on_hyphens=False)
    tell(f"{first:{NAMES}}  {audiences:{WHOM}}  {missing}".rstrip())
    for line in rest:
        say(f"  {line}")
