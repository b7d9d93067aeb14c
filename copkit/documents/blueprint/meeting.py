"""Parts 6 and 7 of the blueprint: a session with its running orders and methods, and the agreement."""

from collections import Counter
from collections.abc import Iterable, Iterator

from copkit import lexicon
from copkit.dates import say_minutes
from copkit.documents.blueprint.blocks import Block, missing, named, points, table, text
from copkit.documents.blueprint.drawn import Drawn
from copkit.documents.guidance import Duty, timeline
from copkit.models.methods import Method
from copkit.models.session import Segment
from copkit.models.vocabularies import LEADS
from copkit.workspace import Session, rule_minutes
from copkit.workspace.running_order import scaled

say = lexicon.Words("blueprint.meeting")


def session(drawn: Drawn) -> Iterator[Block]:
    """The running orders with minutes, the methods that were used, tips, and what happens before and after."""
    rhythm, orders = drawn.source.community.about.rhythm, drawn.source.shared.running_orders
    for place in ("online", "in-person"):
        minutes = rule_minutes(rhythm, place)
        name = f"{place}-standard"
        order: Iterable[Segment] = scaled(orders[name], minutes, rhythm.briefing_minutes)
        if drawn.source.shared.adds("running-orders", name):
            order = _may_say(drawn, order)
        title = say("running_order", place=lexicon.table("choices.places")[place], length=say_minutes(minutes))
        yield table(title, say.lines("columns"), _rows(drawn, order), (say("minutes"),))
    for place, items in own_orders(drawn).items():
        title = say("a_running_order_of_our", place=lexicon.table("choices.places")[place])
        yield table(title, say.lines("columns"), _rows(drawn, _may_say(drawn, items)), (say("minutes"),))
    yield named(_methods(drawn), say("methods_that_we_have_used"))
    yield points(lexicon.lines("blueprint.tips"), say("tips_for_whoever_facilitates"))
    yield table(say("before_and_after"), say.lines("before_and_after_columns"), (_duty(one) for one in timeline()))
    yield points(lexicon.lines("guidance.checks_in_person"), say("checklist_for_a_room"), "checklist")
    yield points(lexicon.lines("guidance.checks_online"), say("checklist_online"), "checklist")


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
        method = drawn.source.shared.methods.find(item.method)
        what = item.what or item.kind.replace("-", " ").capitalize()
        clock = f"{at // 60}:{at % 60:02}"
        yield clock, str(item.minutes), what, lead.replace("-", " ").capitalize(), method.title if method else ""
        at += item.minutes


def _methods(drawn: Drawn) -> Iterator[tuple[str, str]]:
    """The methods of the library that held sessions used, most used first."""
    methods = drawn.source.shared.methods
    used: Counter[str] = Counter()
    for one in drawn.source.community.sessions:
        if _held(drawn, one):
            named = (*one.plan.methods, *(item.method for item in one.plan.agenda if isinstance(item, Segment)))
            used.update({methods.id(name) for name in named} - {""})
    for key, times in sorted(used.items(), key=lambda item: (-item[1], item[0])):
        method = methods.all[key]
        yield say.plural("method_in_sessions", times, title=method.title), _steps(method)


def _steps(method: Method) -> str:
    steps = [f"{step.what}{f' ({say_minutes(step.minutes)})' if step.minutes else ''}" for step in method.steps]
    return "; ".join(steps)


def _duty(one: Duty) -> tuple[str, ...]:
    return _when(one.days), one.role.capitalize(), one.what


def _when(days: int) -> str:
    """How many days or weeks before or after a session."""
    if days <= -14:
        return say("weeks_before", number=-days // 7)
    if days:
        return say.plural("days_before", -days) if days < 0 else say.plural("days_after", days)
    return say("on_the_day")


def agreement(drawn: Drawn) -> Iterator[Block]:
    """The rule for what is heard, and the principles of dialogue."""
    one = drawn.source.community.about.agreement
    yield text(
        lexicon.text("agreement.chatham_house") if one.rule == "chatham-house" else lexicon.text("agreement.open")
    )
    yield points(drawn.say_all(one.principles), say("read_out_at_the_start"))
    if not one.principles:
        yield missing("what_we_agreed_with_each")
