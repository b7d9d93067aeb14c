"""Every kind of file: where it lives, what it holds and in which shape."""

import re
from importlib import import_module
from typing import Literal, NamedTuple

Shape = Literal["one", "list", "mapping"]


class Kind(NamedTuple):
    """A kind of file. `model` names its record as `module:Class`, so that only what is read is imported."""

    name: str
    path: str
    shape: Shape
    model: str
    title: str

    @property
    def record(self) -> type:
        """The record that files of this kind hold."""
        module, _, name = self.model.partition(":")
        found: type = getattr(import_module(f"copkit.models.{module}"), name)
        return found

    @property
    def shared(self) -> bool:
        """Whether the file belongs to the programme and not to one community."""
        return self.path.startswith("communities/programme/")


_KINDS = (
    Kind("programme", "communities/programme/programme.yaml", "one", "programme:Programme", "Settings"),
    Kind("organisations", "communities/programme/organisations.yaml", "mapping", "programme:Organisation", "Organisations"),
    Kind("people", "communities/programme/people.yaml", "mapping", "programme:Person", "People"),
    Kind("calendar", "communities/programme/calendar.yaml", "list", "programme:CalendarEntry", "Dates to keep clear"),
    Kind("library", "communities/programme/library.yaml", "list", "shelf:Resource", "Library"),
    Kind("events", "communities/programme/events.yaml", "list", "shelf:Event", "Events elsewhere"),
    Kind("challenges", "communities/programme/challenges.yaml", "list", "shelf:Challenge", "Innovation challenges"),
    Kind("cohorts", "communities/programme/cohorts.yaml", "list", "shelf:Cohort", "Cohorts"),
    Kind("opportunities", "communities/programme/opportunities.yaml", "list", "shelf:Opportunity", "Opportunities"),
    Kind("requests", "communities/programme/requests.yaml", "list", "shelf:Request", "Requests for communities"),
    Kind("networks", "communities/programme/networks.yaml", "list", "shelf:Neighbour", "Neighbouring networks"),
    Kind("inquiry", "communities/programme/inquiries/ID.yaml", "one", "shelf:Inquiry", "Inquiry"),
    Kind("newsletter", "communities/programme/newsletters/WEEK.yaml", "one", "shelf:Newsletter", "Newsletter"),
    Kind("onboarding", "communities/programme/onboarding/ID.yaml", "one", "shelf:Onboarding", "Onboarding"),
    Kind("community", "communities/COMMUNITY/community.yaml", "one", "community:Community", "Community"),
    Kind("members", "communities/COMMUNITY/members.yaml", "list", "community:Member", "Members"),
    Kind("plan", "communities/COMMUNITY/sessions/SESSION.yaml", "one", "session:Plan", "Session plan"),
    Kind("notes", "communities/COMMUNITY/sessions/SESSION.notes.yaml", "one", "session:Notes", "Session notes"),
    Kind("updates", "communities/COMMUNITY/updates.yaml", "list", "work:Update", "Updates"),
    Kind("initiative", "communities/COMMUNITY/initiatives/ID.yaml", "one", "work:Initiative", "Initiative"),
    Kind("group", "communities/COMMUNITY/groups/ID.yaml", "one", "work:Group", "Group"),
    Kind("story", "communities/COMMUNITY/stories/ID.yaml", "one", "work:Story", "Story"),
    Kind("practices", "communities/COMMUNITY/practices.yaml", "list", "work:PracticeEntry", "Practice log"),
    Kind("review", "communities/COMMUNITY/reviews/YEAR.yaml", "one", "work:Review", "Review of the year"),
    Kind("health", "communities/COMMUNITY/health.yaml", "list", "work:HealthGrid", "Health grid"),
    Kind("blueprint", "communities/COMMUNITY/blueprint.yaml", "one", "work:BlueprintNotes", "Words for the blueprint"),
    Kind("issued", "communities/COMMUNITY/issued.yaml", "mapping", "shelf:Issued", "Calendar entries issued"),
    Kind("contacts", "private/contacts.yaml", "mapping", "programme:Contact", "Contact details"),
)  # fmt: skip

_PLACES = ("COMMUNITY", "SESSION", "YEAR", "WEEK", "ID")


def _pattern(path: str) -> re.Pattern[str]:
    """A path with its places, as an expression: `communities/COMMUNITY/members.yaml`."""
    parts = re.split("(" + "|".join(_PLACES) + ")", path)
    return re.compile("".join("([^/]+?)" if part in _PLACES else re.escape(part) for part in parts) + "$")


def _registry(kinds: tuple[Kind, ...]) -> dict[str, Kind]:
    found: dict[str, Kind] = {}
    for kind in kinds:
        if kind.name in found:
            raise ValueError(f"two kinds of file are called {kind.name}")
        found[kind.name] = kind
    return found


KINDS: dict[str, Kind] = _registry(_KINDS)
"""Every kind of file by its name."""

_FIXED = {
    kind.path.rpartition("/")[2]: kind
    for kind in _KINDS
    if not any(p in kind.path.rpartition("/")[2] for p in _PLACES)
}
_FOLDERS = {
    "initiatives": KINDS["initiative"],
    "groups": KINDS["group"],
    "stories": KINDS["story"],
    "reviews": KINDS["review"],
    "inquiries": KINDS["inquiry"],
    "newsletters": KINDS["newsletter"],
    "onboarding": KINDS["onboarding"],
}


def kind_of(path: str) -> Kind | None:
    """The kind of the file at a path within the workspace, or None when copkit does not read it."""
    parts = path.split("/")
    name = parts[-1]
    if len(parts) == 4 and parts[2] == "sessions" and name.endswith(".yaml"):
        return KINDS["notes"] if name.endswith(".notes.yaml") else KINDS["plan"]
    if len(parts) == 4 and name.endswith(".yaml"):
        kind = _FOLDERS.get(parts[2])
        return kind if kind is not None and kind.shared == (parts[1] == "programme") else None
    kind = _FIXED.get(name)
    if kind is None:
        return None
    return (
        kind if re.fullmatch(_pattern(kind.path), path) and kind.shared == (parts[1:2] == ["programme"]) else None
    )
