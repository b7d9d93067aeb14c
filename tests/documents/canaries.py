"""Records in which every text is a canary: a token that tells from which field it came and who may see it."""

from datetime import date
from typing import Any, NamedTuple

from copkit.documents import Audience, Source
from copkit.models.base import AUDIENCES, Part
from copkit.models.community import Community, Member
from copkit.models.fields import Shape, fields
from copkit.models.group import Group
from copkit.models.programme import Organisation, Person, Programme
from copkit.models.session import Notes, Plan
from copkit.models.updates import Update
from copkit.workspace import CommunityFiles, Session, Shared
from copkit.workspace.places import Files

DAY = date(2026, 7, 1)
GIVEN: dict[str, Any] = {
    "Plan.date": DAY, "Plan.status": "planned", "Plan.publish": "yes", "Plan.start": "10:00", "Plan.minutes": 20,
    "Plan.moved_from": None, "Plan.moves": (), "Plan.number": 3, "Plan.catering": {"vegan": 2},
    "Group.finished": None, "Group.starts": date(2026, 6, 1), "Group.finish_by": date(2026, 9, 1),
    "Member.joined": None, "Member.left": None, "TeamMember.from_": None, "TeamMember.until": None,
    "Person.publish": "no", "Person.organisation": "org", "Community.closed": None, "Rhythm.kind": "monthly",
    "Organisation.became": "", "Programme.logo": "", "Update.action": "2026-06-03/1", "Update.status": "open",
    "Segment.kind": "briefing", "Segment.lead": "speaker", "Segment.method": "troika",
    "Briefing.minutes": 20, "Agreement.rule": "chatham-house",
}  # fmt: skip


class Canary(NamedTuple):
    """A token, the field that it stands in, the widest audience that may see it, and whether it names a person."""

    token: str
    field: str
    audience: str
    names_person: bool

    def may_be_seen_by(self, audience: Audience) -> bool:
        if self.names_person and audience == "public":
            return False
        order: list[str] = list(AUDIENCES)
        return order.index(audience) >= order.index(self.audience)


class Aviary:
    """Makes records full of canaries and keeps the list of them."""

    def __init__(self) -> None:
        self.canaries: list[Canary] = []

    def record(self, cls: type[Part], audience: str = "public", personal: str = "") -> Any:
        """A record of a class, every field filled."""
        values = {}
        for part in fields(cls).values():
            name = f"{cls.__name__}.{part.name}"
            if part.name == "accept":
                continue
            if name in GIVEN:
                values[part.name] = GIVEN[name]
                continue
            values[part.name] = self.value(part.shape, name, audience, personal)
        return cls(**values)

    def value(self, shape: Shape, field: str, audience: str, personal: str) -> Any:
        about = shape.about
        audience = max(audience, about.audience, key=lambda one: AUDIENCES.index(one))  # type: ignore[arg-type]
        personal = "name" if about.personal == "name" else personal
        if shape.either:
            wide = [one for one in shape.either if one.form == "list"]
            return self.value((wide or shape.either)[0]._replace(either=()), field, audience, personal)
        if shape.form == "text":
            return self.canary(field, audience, personal)
        if shape.model is not None:
            return self.record(shape.model, audience, personal)
        if shape.form == "list":
            return (self.value(shape.of[0], field, audience, personal),)
        if shape.form == "choice":
            return "hybrid" if "hybrid" in shape.words else min(shape.words)
        return {"clock": "10:00", "whole": 7, "decimal": 7.0, "date": DAY}.get(shape.form, {})

    def canary(self, field: str, audience: str, personal: str) -> str:
        token = f"zq{len(self.canaries):03}qz"
        self.canaries.append(Canary(token, field, audience, personal == "name"))
        return token


def aviary(audience: Audience) -> tuple[Source, list[Canary]]:
    """One session, held before it another, of a community in which every text is a canary."""
    made = Aviary()
    plan, notes, about = made.record(Plan), made.record(Notes, "members"), made.record(Community)
    owner, what = made.canary("action owner", "members", "name"), made.canary("action", "members", "")
    notes = Notes(present=notes.present, apologies=(), capture=f"action: {owner} | {what} | 2026-06-30")
    person = made.record(Person)
    members = (made.record(Member), Member(who="a.person"))
    session = Session("c", DAY.isoformat(), plan, None, about.rhythm)
    earlier = Session("c", "2026-06-03", Plan(date=date(2026, 6, 3)), notes, about.rhythm)
    community = CommunityFiles(
        "c", Files(), about, members, (earlier, session), (made.record(Update),), groups={"g": made.record(Group)}
    )
    shared = Shared(Files(), made.record(Programme), {"org": made.record(Organisation)}, {"a.person": person})
    return Source(shared, community, session, audience, date(2026, 6, 20)), made.canaries


def leaks(text: str, canaries: list[Canary], audience: Audience) -> set[str]:
    """The fields whose canaries sing in a text and may not be heard by its audience."""
    return {one.field for one in canaries if one.token in text and not one.may_be_seen_by(audience)}


def heard(text: str, canaries: list[Canary]) -> set[str]:
    """The fields whose canaries sing in a text at all."""
    return {one.field for one in canaries if one.token in text}
