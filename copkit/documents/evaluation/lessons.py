"""Sections 8 to 12: learning, what helped and hindered, cost and time, limits, recommendations with owners."""

from collections.abc import Iterator
from typing import NamedTuple

from copkit import lexicon
from copkit.documents.annual import Annual
from copkit.documents.evaluation.source import Evaluation
from copkit.documents.people_held import Reading
from copkit.documents.portfolio.beyond import Course, beyond
from copkit.documents.several import Told
from copkit.documents.synthesis import worked
from copkit.documents.synthesis.stories import tellings
from copkit.metrics.base import say_value
from copkit.models.blueprint_notes import BlueprintNotes
from copkit.models.review import Review

say = lexicon.Words("evaluation.lessons")


class Lessons(NamedTuple):
    """All of it. `hours` are those that people spent together, added up over the people."""

    courses: tuple[Course, ...]
    hours: str
    helped: tuple[Told, ...]
    altered: tuple[Told, ...]
    hindered: tuple[Told, ...]
    costs: tuple[Told, ...]
    limits: tuple[str, ...]
    recommendations: tuple[Told, ...]
    promises: tuple[Told, ...]
    silent: tuple[str, ...]


def lessons(of: Evaluation) -> Lessons:
    """What was learned, and what is to be done about it."""
    made = [(one, worked.build(one)) for one in of.by_name]
    return Lessons(
        beyond(of.portfolio).courses,
        _hours(of),
        tuple(Told(one.community.short, row.what, row.why) for one, each in made for row in each.kept),
        tuple(
            Told(one.community.short, row.what, row.why)
            for one, each in made
            for row in (*each.changed, *each.dropped)
        ),
        tuple(lesson for one in of.by_name for lesson in _hindered(one)),
        tuple(cost for one in of.by_name for cost in _costs(one)),
        tuple(_limits(of)),
        tuple(one for annual in of.by_name for one in _asks(annual)),
        tuple(one for annual in of.by_name for one in _promises(annual)),
        tuple(one.community.short for one in of.by_name if one.review is None),
    )


def _hours(of: Evaluation) -> str:
    """Hours of taking part, of all people together; hidden where a part of it is."""
    figures = [one.figure("L1") for one in of.annuals]
    if any(one is None or not one.amount.is_counted for one in figures):
        return ""
    return say_value(sum(one.numerator for one in figures if one is not None), 0)


def _hindered(annual: Annual) -> Iterator[Told]:
    """What the review and the stories say got in the way."""
    read, review, name = Reading(), annual.review or Review(), annual.community.short
    for text in read.each(review.did_not_work):
        yield Told(name, text, say("did_not_work"))
    for text in read.each(review.still_stuck):
        yield Told(name, text, say("still_stuck"))
    for one in tellings(annual):
        if one.in_the_way:
            yield Told(name, one.in_the_way, say("from_the_story", title=one.title))


def _costs(annual: Annual) -> Iterator[Told]:
    notes: BlueprintNotes | None = next(iter(annual.community.other.get("blueprint", {}).values()), None)
    read = Reading()
    for what, amount in (notes.costs if notes is not None else {}).items():
        said = read(str(amount))
        if said:
            yield Told(annual.community.short, what[:1].upper() + what[1:], said)


def _limits(of: Evaluation) -> Iterator[str]:
    """What is weak about these figures, first what is particular to them."""
    if not of.over:
        yield say("the_period_is_not_over")
    forms = of.portfolio.figure("V4", "response")
    if forms is None or not forms.denominator:
        yield say("no_session_has_feedback")
    elif not forms.hidden:
        yield say("forms_came_back", said=forms.said)
    gaps = of.portfolio.together.without_attendance
    if gaps:
        yield say("sessions_without_a_record", number=len(gaps))
    silent = [one.community.short for one in of.by_name if one.review is None]
    if silent:
        yield say("nobody_has_written_a_review", names=", ".join(silent))
    drafts = [one.community.short for one in of.by_name if one.review is not None and one.review.final != "yes"]
    if drafts:
        yield say("reviews_that_are_not_final", names=", ".join(drafts))
    yield say("nobody_outside_has_checked")
    yield from lexicon.lines("synthesis.limits.always")[:3]


def _asks(annual: Annual) -> Iterator[Told]:
    """What the communities ask of leaders; the sponsor carries it to them."""
    review, read = annual.review or Review(), Reading()
    sponsor = annual.name(annual.community.about.sponsor)
    known = say("the_sponsor") if annual.community.about.sponsor else lexicon.text("common.to_agree")
    owner = say("sponsor", name=sponsor) if sponsor else known
    for one in read.asks(review):
        yield Told(annual.community.short, one.ask, one.terms or owner)


def _promises(annual: Annual) -> Iterator[Told]:
    """What the communities mean to do themselves."""
    review, read = annual.review or Review(), Reading()
    coming = review.next_year
    for text in read.each((*coming.promises, coming.change)):
        yield Told(annual.community.short, text, say("the_communitys_team"))
