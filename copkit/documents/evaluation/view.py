"""The evaluation report as a document: twelve sections, and annexes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from copkit import lexicon
from copkit.dates import say_date
from copkit.documents.annual import Annual
from copkit.documents.citing import Cited, cite
from copkit.documents.evaluation.change import Changed, changed
from copkit.documents.evaluation.delivery import (
    Decided,
    Delivered,
    Planned,
    Terms,
    decided,
    delivered,
    planned,
    terms,
)
from copkit.documents.evaluation.lessons import Lessons, Recommendation, lessons
from copkit.documents.evaluation.people import Participants, Quoted, Said, feedback, participants, quotes
from copkit.documents.evaluation.source import Evaluation
from copkit.documents.portfolio.adoption import adoption_chart
from copkit.documents.portfolio.annex import Annex, annex
from copkit.documents.portfolio.findings import organisations_of
from copkit.documents.synthesis.saying import capital, few, few_of
from copkit.render.charts.rows import Chart
from copkit.render.meta import Meta

say = lexicon.Words("evaluation.view")


class Meeting(NamedTuple):
    """A session of the period: when, of which community, where, on what, and whether it was held."""

    day: str
    community: str
    place: str
    theme: str
    state: str


class Row(NamedTuple):
    """One community's figures, for the tables of the annex."""

    name: str
    forms: Cited
    actions: Cited
    connections: Cited
    asks: Cited
    questions: Cited


@dataclass(frozen=True, kw_only=True)
class EvaluationView:
    """The whole report. Every figure is as its audience may see it."""

    meta: Meta
    period: str
    headline: str
    findings: tuple[str, ...]
    first: tuple[Recommendation, ...]
    several: bool
    over: bool
    terms: Terms | None
    planned: tuple[Planned, ...]
    delivered: tuple[Delivered, ...]
    decided: tuple[Decided, ...]
    people: Participants
    feedback: tuple[Said, ...]
    quotes: tuple[Quoted, ...]
    changed: Changed
    chart: Chart | None
    chart_title: str
    lessons: Lessons
    hours_held: Cited
    method: tuple[str, ...]
    form: tuple[str, ...]
    rows: tuple[Row, ...]
    meetings: tuple[Meeting, ...]
    annex: Annex


def report(of: Evaluation) -> EvaluationView:
    """The report, for an audience."""
    change, learned, who = changed(of), lessons(of), participants(of)
    return EvaluationView(
        meta=_meta(of),
        period=of.period.said,
        headline=_headline(of),
        findings=tuple(_findings(of, change)),
        first=_first(learned),
        several=len(of.annuals) > 1,
        over=of.over,
        terms=terms(of),
        planned=planned(of),
        delivered=delivered(of),
        decided=decided(of),
        people=who,
        feedback=feedback(of),
        quotes=quotes(of),
        changed=change,
        chart=adoption_chart(change.adoption.rows),
        chart_title=say("adopted_by", said=change.adoption.total.said),
        lessons=learned,
        hours_held=cite(of.portfolio.figure("D1", "hours held")),
        method=lexicon.lines("evaluation.method"),
        form=lexicon.lines("evaluation.form"),
        rows=tuple(_row(of, one) for one in of.by_name),
        meetings=tuple(_meetings(of)),
        annex=annex(of.portfolio),
    )


def _meta(of: Evaluation) -> Meta:
    given = of.commission
    programme = of.shared.programme.programme
    made = of.portfolio.meta(say("evaluation_report"), of.period.said)
    whose = of.first.community.short if len(of.annuals) == 1 else (given.by if given and given.by else programme)
    author = lexicon.text("common.team_of", name=given.provider) if given and given.provider else made.author
    return replace(made, title=f"Evaluation report: {whose}", author=author, contact=of.first.contact)


def _headline(of: Evaluation) -> str:
    """What was delivered, in one sentence."""
    held, people = (of.portfolio.figure(code) for code in ("D1", "P1"))
    number = int(held.numerator) if held is not None else 0
    if not number:
        return say("no_session_has_been_held")
    many = len(of.annuals) > 1
    subject = capital(few_of(len(of.annuals), "community", "communities")) if many else say("the_community")
    said = f"{subject} held {few_of(number, 'session')}"
    if people is not None and not people.hidden:
        said += f" with {people.said} different people from {organisations_of(of.portfolio)}"
    return said + "."


def _findings(of: Evaluation, change: Changed) -> Iterator[str]:
    """Three findings, each from a figure: what people said, what was taken up, what was measured."""
    worth = of.portfolio.figure("V4", "worth my time")
    if worth is not None and not worth.hidden and worth.denominator:
        percent = f" ({worth.percent}%)" if worth.percent is not None else ""
        yield f"{worth.fraction} feedback forms{percent} say that it was worth the time."
    using, trying = of.portfolio.figure("A2"), of.portfolio.figure("A3")
    if using is not None and trying is not None and using.denominator:
        yield _taken_up(change, int(using.numerator), int(using.denominator), int(trying.numerator))
    best = next((one for one in change.results if one.result.startswith("From ")), None)
    if best is not None:
        size = f" (n = {best.size})" if best.size else ""
        yield f"{best.name}: {_small(best.measure)} went {_small(best.result)}{size}."
    elif change.stories:
        yield say("a_story_that_may", title=change.stories[0].telling.title)


def _taken_up(change: Changed, using: int, meant: int, trying: int) -> str:
    """How far initiatives were taken up, in a sentence."""
    rest = f", and {few(trying)} more {'is' if trying == 1 else 'are'} on the way" if trying else ""
    if len(change.adoption.rows) == 1:
        return f"{change.adoption.rows[0].name}: {using} of {meant} organisations have adopted it{rest}."
    works = few_of(len(change.adoption.rows), "initiative")
    return f"{capital(works)} were adopted {using} times of the {meant} that were possible{rest}."


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _first(learned: Lessons) -> tuple[Recommendation, ...]:
    """The first recommendation of each community, three at most."""
    found: dict[str, Recommendation] = {}
    for one in learned.recommendations:
        found.setdefault(one.community, one)
    rest = [one for one in learned.recommendations if one not in found.values()]
    return tuple([*found.values(), *rest][:3])


def _row(of: Evaluation, annual: Annual) -> Row:
    share = next(one for one in of.portfolio.shares if one.id == annual.community.id)
    return Row(
        share.name,
        cite(share.figure("V4", "response")),
        cite(share.figure("W1")),
        cite(share.figure("C1")),
        cite(share.figure("W3")),
        cite(share.figure("W4")),
    )


def _meetings(of: Evaluation) -> Iterator[Meeting]:
    """Every session of the period in order of date."""
    every = [(session, annual) for annual in of.annuals for session in annual.told.planned]
    for session, annual in sorted(every, key=lambda pair: (pair[0].date, pair[0].start, pair[1].community.id)):
        held = any(one.id == session.id for one in annual.facts.held)
        due = session.date <= annual.facts.day
        state = (
            say("held")
            if held
            else say("cancelled")
            if session.cancelled
            else say("no_record")
            if due
            else say("to_come")
        )
        yield Meeting(
            say_date(session.date),
            annual.community.short,
            capital(lexicon.table("choices.places")[session.place]),
            annual.text(session.plan.theme) or (say("none_noted") if due else lexicon.text("common.to_agree")),
            state,
        )
