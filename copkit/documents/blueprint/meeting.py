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
        title = f"Running order {lexicon.table('choices.places')[place]}, {say_minutes(minutes)}"
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
        lead = item.lead if item.lead in LEADS else "a member" if item.lead else ""
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
        yield f"{method.title}, in {times} session{'' if times == 1 else 's'}", _steps(method)


def _steps(method: Method) -> str:
    steps = [f"{step.what}{f' ({say_minutes(step.minutes)})' if step.minutes else ''}" for step in method.steps]
    return "; ".join(steps)


def _duty(one: Duty) -> tuple[str, ...]:
    if one.days == 0:
        when = say("on_the_day")
    else:
        number, side = abs(one.days), "before" if one.days < 0 else "after"
        when = f"{number // 7} weeks before" if one.days <= -14 else f"{number} day{'s' * (number > 1)} {side}"
    return when, one.role.capitalize(), one.what


def agreement(drawn: Drawn) -> Iterator[Block]:
    """The rule for what is heard, and the principles of dialogue."""
    one = drawn.source.community.about.agreement
    yield text(
        lexicon.text("agreement.chatham_house") if one.rule == "chatham-house" else lexicon.text("agreement.open")
    )
    yield points(drawn.say_all(one.principles), say("read_out_at_the_start"))
    if not one.principles:
        yield missing("what_we_agreed_with_each")
