"""The settings that a sibling community takes over: no people, no dates, no organisations of the old one."""

from typing import NamedTuple

from copkit.audience.remarks import uncommented
from copkit.documents.blueprint.drawn import Drawn
from copkit.documents.blueprint.learned import how_often, seen_in
from copkit.documents.blueprint.meeting import own_orders
from copkit.documents.blueprint.people import hours
from copkit.documents.standing import Standing
from copkit.models.base import NO_ENTRIES
from copkit.models.blueprint import BlueprintSettings, OrderCarried, PracticeCarried, RoleCarried
from copkit.models.community import Agreement, Practice
from copkit.models.session import Segment
from copkit.models.vocabularies import LEADS
from copkit.workspace.blueprint_readiness import practices_of

ROLES = ("convenor", "curator", "facilitator", "moderator", "tech", "support")


class Carried(NamedTuple):
    """The settings, and how many lines were left out because they name somebody or an organisation."""

    settings: BlueprintSettings
    left_out: int


class _Sieve:
    """Lets through what names nobody and no organisation, and counts the rest."""

    def __init__(self, source: Standing) -> None:
        self.discretion = source.discretion
        self.left_out = 0

    def say(self, text: str) -> str:
        """The text, or an empty one."""
        text = uncommented(text)
        if self.discretion.names_somebody(text):
            self.left_out += 1
            return ""
        return text

    def all(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(said for one in texts if (said := self.say(one)))


def settings_of(source: Standing) -> Carried:
    """What a sibling takes over from a community. `source` is the public's, so that nothing wider is read."""
    drawn, sieve = Drawn(source), _Sieve(source)
    about, notes = source.community.about, drawn.notes
    carried = BlueprintSettings(
        from_=source.community.name,
        made=source.today,
        licence=source.shared.programme.licence,
        kind=about.kind,
        purpose=sieve.all(about.purpose),
        practice=Practice(we_share=sieve.all(about.practice.we_share), outputs=sieve.all(about.practice.outputs)),
        rhythm=about.rhythm.but(dates=(), venue="", link="", extra=NO_ENTRIES),
        agreement=Agreement(rule=about.agreement.rule, principles=sieve.all(about.agreement.principles)),
        roles=_roles(drawn, sieve),
        quorum=about.quorum,
        running_orders=_orders(drawn, sieve),
        practices=_practices(drawn, sieve),
        feedback_form=tuple(one for one in drawn.other("feedback-form") if sieve.say(one.question)),
        must_stay=sieve.all(notes.must_stay),
        may_change=sieve.all(notes.may_change),
        risks=sieve.all(notes.risks),
    )
    return Carried(carried, sieve.left_out)


def _roles(drawn: Drawn, sieve: _Sieve) -> tuple[RoleCarried, ...]:
    """The four roles, and whatever else somebody holds."""
    held = drawn.source.counting.roles
    return tuple(
        RoleCarried(role=role, hours=sieve.say(hours(drawn, role)))  # type: ignore[arg-type] # ROLES are Role
        for role in ROLES
        if role in held or role in ROLES[:4]
    )


def _orders(drawn: Drawn, sieve: _Sieve) -> tuple[OrderCarried, ...]:
    return tuple(
        OrderCarried(place=place, items=tuple(_item(one, sieve) for one in items))  # type: ignore[arg-type] # a Place
        for place, items in own_orders(drawn).items()
    )


def _item(one: Segment, sieve: _Sieve) -> Segment:
    """An item that anybody may see: what is for the team, and a person who leads, stays behind."""
    lead = one.lead if one.lead in LEADS else ""
    return Segment(minutes=one.minutes, kind=one.kind, what=sieve.say(one.what), lead=lead, method=one.method)


def _practices(drawn: Drawn, sieve: _Sieve) -> tuple[PracticeCarried, ...]:
    found = []
    for one in practices_of(drawn.source.community):
        what, why = sieve.say(one.what), sieve.say(one.why)
        if what:
            evidence = how_often(seen_in(drawn, one))
            found.append(PracticeCarried(what=what, why=why, verdict=one.verdict, evidence=evidence))
    return tuple(found)
