"""What the blueprint says of a session: when and where, its running orders, and the agreement."""

from collections.abc import Iterable, Iterator

from copkit import lexicon
from copkit.dates import say_minutes
from copkit.documents.blueprint.blocks import Block, facts, points, table
from copkit.documents.blueprint.drawn import Drawn
from copkit.documents.blueprint.rhythm import when_and_where
from copkit.models.session import Segment
from copkit.models.vocabularies import LEADS
from copkit.workspace import Session, rule_minutes
from copkit.workspace.running_order import scaled

say = lexicon.Words("blueprint.meeting")


def session(drawn: Drawn) -> Iterator[Block]:
    """The second page: when and where, and the running orders with minutes."""
    about = drawn.source.community.about
    if about.rhythm.has_days:
        yield facts(when_and_where(drawn))
    own = own_orders(drawn)
    for place in _places(drawn):
        minutes = rule_minutes(about.rhythm, place)
        items = _may_say(drawn, own[place]) if place in own else _usual(drawn, place, minutes)
        title = say("running_order", place=lexicon.table("choices.places")[place], length=say_minutes(minutes))
        yield table(title, say.lines("columns"), _rows(drawn, items), (say("minutes"),), "order")


def _places(drawn: Drawn) -> tuple[str, ...]:
    """Where this community meets, by its plans and by the running orders of its own."""
    planned = {one.place for one in drawn.source.community.sessions if not one.cancelled}
    return tuple(place for place in lexicon.table("choices.places") if place in planned | set(own_orders(drawn)))


def _usual(drawn: Drawn, place: str, minutes: int) -> Iterable[Segment]:
    """The running order that a plan without one takes, in the minutes of this community."""
    name = f"{place}-standard"
    shared = drawn.source.shared
    order = scaled(shared.running_orders[name], minutes, drawn.source.community.about.rhythm.briefing_minutes)
    return _may_say(drawn, order) if shared.adds("running-orders", name) else order


def own_orders(drawn: Drawn) -> dict[str, tuple[Segment, ...]]:
    """The latest running order of the community's own by where it was used; sessions that were held."""
    found: dict[str, tuple[Segment, ...]] = {}
    for one in drawn.source.community.sessions:
        if isinstance(one.plan.agenda, tuple) and one.plan.agenda and _held(drawn, one):
            found[one.place] = one.plan.agenda
    return dict(sorted(found.items()))


def _held(drawn: Drawn, one: Session) -> bool:
    return one.date < drawn.source.today and not one.cancelled


def _may_say(drawn: Drawn, items: Iterable[Segment]) -> Iterator[Segment]:
    """The items with words that the audience may read; what is held back keeps its minutes and its kind."""
    for item in items:
        said = drawn.say(item.what)
        yield Segment(minutes=item.minutes, kind=item.kind, what=said, lead=item.lead, method=item.method)


def _rows(drawn: Drawn, items: Iterable[Segment]) -> Iterator[tuple[str, ...]]:
    """Each item with the time since the start; a lead that is no role is a member."""
    at = 0
    for item in items:
        member = lexicon.text("blueprint.a_member") if item.lead else ""
        lead = item.lead if item.lead in LEADS else member
        clock = f"{at // 60}:{at % 60:02}"
        yield clock, _what(drawn, item), str(item.minutes), lead.replace("-", " ").capitalize()
        at += item.minutes


def _what(drawn: Drawn, item: Segment) -> str:
    """What an item is, with its method."""
    what = item.what or item.kind.replace("-", " ").capitalize()
    method = drawn.source.shared.methods.find(item.method)
    return say("with_method", what=what, method=method.title) if method and method.title else what


def agreement(drawn: Drawn) -> Iterator[Block]:
    """The rule for what is heard, and the principles of dialogue."""
    one = drawn.source.community.about.agreement
    rule = "chatham_house" if one.rule == "chatham-house" else "open"
    kept = "rule" in one.model_fields_set or drawn.source.counting.has_met  # sessions are held under it
    yield points((lexicon.text(f"agreement.{rule}") if kept else "", *drawn.say_all(one.principles)))
