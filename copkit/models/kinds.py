"""Every kind of file: where it lives, what it holds and in which shape."""

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Literal, NamedTuple

from copkit.models.copies import original

if TYPE_CHECKING:
    from copkit.models.base import Part

Shape = Literal["one", "list", "mapping"]

_SHARED = "communities/programme"
_OWN = "communities/COMMUNITY"


class Kind(NamedTuple):
    """A kind of file. `model` names its record as `module:Class`, so that only what is read is imported.

    `several` is where more files of it may stand, besides the one or in its place.
    """

    name: str
    path: str
    shape: Shape
    model: str
    title: str
    several: str = ""

    @property
    def record(self) -> "type[Part]":
        """The record that files of this kind hold."""
        return _record(self.model)

    @property
    def paths(self) -> tuple[str, ...]:
        """Where files of this kind may stand."""
        return (self.path, self.several) if self.several else (self.path,)

    @property
    def shared(self) -> bool:
        """Whether the file belongs to the programme and not to one community."""
        return self.path.startswith(_SHARED)


@cache
def _record(model: str) -> "type[Part]":
    module, _, name = model.partition(":")
    found: type[Part] = getattr(import_module(f"copkit.models.{module}"), name)
    return found


# fmt: off
_KINDS = (
    Kind("programme", f"{_SHARED}/programme.yaml", "one", "programme:Programme", "Settings"),
    Kind("organisations", f"{_SHARED}/organisations.yaml", "mapping", "programme:Organisation", "Organisations",
         f"{_SHARED}/organisations/ID.yaml"),
    Kind("people", f"{_SHARED}/people.yaml", "mapping", "programme:Person", "People", f"{_SHARED}/people/ID.yaml"),
    Kind("calendar", f"{_SHARED}/calendar.yaml", "list", "programme:CalendarEntry", "Calendar"),
    Kind("library", f"{_SHARED}/library.yaml", "list", "library:Resource", "Library"),
    Kind("events", f"{_SHARED}/events.yaml", "list", "events:Event", "Events elsewhere"),
    Kind("challenges", f"{_SHARED}/challenges.yaml", "list", "challenges:Challenge", "Innovation challenges"),
    Kind("cohorts", f"{_SHARED}/cohorts.yaml", "list", "cohorts:Cohort", "Cohorts"),
    Kind("opportunities", f"{_SHARED}/opportunities.yaml", "list", "opportunities:Opportunity", "Opportunities"),
    Kind("requests", f"{_SHARED}/requests.yaml", "list", "requests:Request", "Requests for communities"),
    Kind("networks", f"{_SHARED}/networks.yaml", "list", "networks:Neighbour", "Neighbouring networks"),
    Kind("methods", f"{_SHARED}/methods.yaml", "mapping", "methods:Method", "Methods"),
    Kind("running-orders", f"{_SHARED}/running-orders.yaml", "mapping", "running_orders:Order", "Running orders"),
    Kind("glossary", f"{_SHARED}/glossary.yaml", "list", "glossary:Term", "Glossary"),
    Kind("role-cards", f"{_SHARED}/role-cards.yaml", "mapping", "role_cards:RoleCard", "Role cards"),
    Kind("health-rules", f"{_SHARED}/health-rules.yaml", "mapping", "health_rules:HealthRule", "Rules of health"),
    Kind("inquiry", f"{_SHARED}/inquiries/ID.yaml", "one", "inquiry:Inquiry", "Inquiry"),
    Kind("newsletter", f"{_SHARED}/newsletters/WEEK.yaml", "one", "newsletter:Newsletter", "Newsletter"),
    Kind("onboarding", f"{_SHARED}/onboarding/ID.yaml", "one", "onboarding:Onboarding", "Onboarding"),
    Kind("community", f"{_OWN}/community.yaml", "one", "community:Community", "Community"),
    Kind("members", f"{_OWN}/members.yaml", "list", "community:Member", "Members"),
    Kind("plan", f"{_OWN}/sessions/SESSION.yaml", "one", "session:Plan", "Session plan"),
    Kind("notes", f"{_OWN}/sessions/SESSION.notes.yaml", "one", "session:Notes", "Session notes"),
    Kind("updates", f"{_OWN}/updates.yaml", "list", "updates:Update", "Updates"),
    Kind("initiative", f"{_OWN}/initiatives/ID.yaml", "one", "initiative:Initiative", "Initiative"),
    Kind("group", f"{_OWN}/groups/ID.yaml", "one", "group:Group", "Group"),
    Kind("story", f"{_OWN}/stories/ID.yaml", "one", "story:Story", "Story"),
    Kind("practices", f"{_OWN}/practices.yaml", "list", "practices:PracticeEntry", "Practice log"),
    Kind("review", f"{_OWN}/reviews/YEAR.yaml", "one", "review:Review", "Review of the year"),
    Kind("health", f"{_OWN}/health.yaml", "list", "health:HealthGrid", "Health grid"),
    Kind("blueprint", f"{_OWN}/blueprint.yaml", "one", "blueprint_notes:BlueprintNotes", "Blueprint notes"),
    Kind("feedback-form", f"{_OWN}/feedback-form.yaml", "list", "feedback:Question", "Feedback form"),
    Kind("issued", f"{_OWN}/issued.yaml", "mapping", "issued:Issued", "Calendar issues"),
    Kind("own-onboarding", "private/onboarding/ID.yaml", "one", "onboarding:OwnOnboarding", "Private onboarding"),
    Kind("contacts", "private/contacts.yaml", "mapping", "programme:Contact", "Contact details"),
)
# fmt: on

_PLACES = ("COMMUNITY", "SESSION", "YEAR", "WEEK", "ID")


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
    "people": KINDS["people"],
    "organisations": KINDS["organisations"],
}


def kind_of(path: str) -> Kind | None:
    """The kind of the file at a path within the workspace, or None when copkit does not read it."""
    if original(path):
        return None
    parts = path.split("/")
    name = parts[-1]
    if len(parts) == 4 and parts[2] == "sessions" and name.endswith(".yaml"):
        return KINDS["notes"] if name.endswith(".notes.yaml") else KINDS["plan"]
    if len(parts) == 4 and name.endswith(".yaml"):
        kind = _FOLDERS.get(parts[2])
        return kind if kind is not None and kind.shared == (parts[1] == "programme") else None
    if len(parts) == 3 and parts[:2] == ["private", "onboarding"] and name.endswith(".yaml"):
        return KINDS["own-onboarding"]
    kind = _FIXED.get(name)
    if kind is None:
        return None
    return kind if _stands_in(parts, kind.path) and kind.shared == (parts[1:2] == ["programme"]) else None


def _stands_in(parts: list[str], path: str) -> bool:
    """Whether these are the parts of a path with its places, such as `communities/COMMUNITY/members.yaml`."""
    places = path.split("/")
    return len(parts) == len(places) and all(map(_fills, parts, places))


def _fills(part: str, place: str) -> bool:
    return part == place or (part != "" and place in _PLACES)
