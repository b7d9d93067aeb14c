"""The evaluation report as a document: twelve sections, and annexes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from copkit import lexicon
from copkit.dates import say_date
from copkit.documents.citing import Cited, Row, cite, row
from copkit.documents.evaluation.change import Changed, changed
from copkit.documents.evaluation.delivery import Decided, Planned, decided, delivered, planned, terms
from copkit.documents.evaluation.lessons import Lessons, lessons
from copkit.documents.evaluation.people import Participants, feedback, participants, quotes
from copkit.documents.evaluation.source import Evaluation
from copkit.documents.portfolio.adoption import adoption_chart
from copkit.documents.portfolio.annex import Annex, annex
from copkit.documents.portfolio.commissions import asked_of, unclear_of
from copkit.documents.portfolio.findings import organisations_of
from copkit.documents.saying import capital, few
from copkit.documents.several import Told
from copkit.documents.synthesis.measuring import Counted
from copkit.documents.synthesis.started import Measured
from copkit.models.community import Commission
from copkit.render.charts.rows import Chart
from copkit.render.meta import Meta

say = lexicon.Words("evaluation.view")

FURTHER = ("V4 response", "W1", "W1 on time", "C1", "W3", "W4")
"""The figures of each community in the annex."""


class Meeting(NamedTuple):
    """A session of the period: when, of which community, where, on what, and whether it was held."""

    day: str
    community: str
    place: str
    theme: str
    state: str


@dataclass(frozen=True, kw_only=True)
class EvaluationView:
    """The whole report. Every figure is as its audience may see it."""

    meta: Meta
    period: str
    headline: str
    findings: tuple[str, ...]
    first: tuple[Told, ...]
    several: bool
    over: bool
    terms: Commission | None
    unclear: tuple[str, ...]
    disagreement: str
    asked: str
    planned: tuple[Planned, ...]
    delivered: tuple[Row, ...]
    decided: tuple[Decided, ...]
    people: Participants
    feedback: tuple[Counted, ...]
    quotes: tuple[Told, ...]
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
        unclear=tuple(of.commission.unclear) if of.commission else (),
        disagreement=unclear_of(of.commission) if of.commission else "",
        asked=asked_of(of.commission, "communities") if of.commission else "",
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
        rows=tuple(row(one.community.short, one, *FURTHER) for one in of.by_name),
        meetings=tuple(_meetings(of)),
        annex=annex(of.portfolio),
    )


def _meta(of: Evaluation) -> Meta:
    given = of.commission.agreed if of.commission else None
    programme = of.shared.programme.programme
    made = of.portfolio.meta(say("evaluation_report"), of.period.said)
    whose = of.first.community.short if len(of.annuals) == 1 else (given.by if given and given.by else programme)
    author = lexicon.text("common.team_of", name=given.provider) if given and given.provider else made.author
    return replace(made, title=say("evaluation_report_of", whose=whose), author=author, contact=of.first.contact)


def _headline(of: Evaluation) -> str:
    """What was delivered, in one sentence."""
    held, people = (of.portfolio.figure(code) for code in ("D1", "P1"))
    number = int(held.numerator) if held is not None else 0
    if not number:
        return say("no_session_was_held") if of.over else say("no_session_has_been_held")
    communities = say.plural("communities", len(of.annuals), number=capital(few(len(of.annuals))))
    sessions = say.plural("sessions", number, number=few(number))
    if people is None or people.hidden:
        return say("held_sessions", communities=communities, sessions=sessions)
    where = organisations_of(of.portfolio)
    return say("held_with", communities=communities, sessions=sessions, people=people.said, organisations=where)


def _findings(of: Evaluation, change: Changed) -> Iterator[str]:
    """Three findings, each from a figure: what people said, what was taken up, what was measured."""
    worth = of.portfolio.figure("V4", "worth my time")
    if worth is not None and not worth.hidden and worth.denominator:
        key = "worth" if worth.percent is None else "worth_with_percent"
        yield say(key, forms=worth.fraction, percent=worth.percent)
    using, trying = of.portfolio.figure("A2"), of.portfolio.figure("A3")
    if using is not None and trying is not None and using.denominator:
        yield _taken_up(change, int(using.numerator), int(using.denominator), int(trying.numerator))
    best = next((one for one in change.results if one.both), None)
    if best is not None:
        yield _measured(best)
    elif change.stories:
        yield say("a_story_that_may", title=change.stories[0].telling.title)


def _taken_up(change: Changed, using: int, meant: int, trying: int) -> str:
    """How far initiatives were taken up, in a sentence."""
    rows = change.adoption.rows
    if len(rows) == 1:
        key = "one_adopted_and_more" if trying else "one_adopted"
    else:
        key = "several_adopted_and_more" if trying else "several_adopted"
    works = say.plural("initiatives", len(rows), number=capital(few(len(rows))))
    more = say.plural("more", trying, number=few(trying))
    return say(key, name=rows[0].name if rows else "", works=works, using=using, meant=meant, more=more)


def _measured(best: Measured) -> str:
    """What was measured before and after, in a sentence."""
    before, after = best.both
    key = "measured_of" if best.size else "measured"
    return say(key, name=best.name, measure=_small(best.measure), before=before, after=after, n=best.size)


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _first(learned: Lessons) -> tuple[Told, ...]:
    """The first recommendation of each community, three at most."""
    found: dict[str, Told] = {}
    for one in learned.recommendations:
        found.setdefault(one.community, one)
    rest = [one for one in learned.recommendations if one not in found.values()]
    return tuple([*found.values(), *rest][:3])


def _meetings(of: Evaluation) -> Iterator[Meeting]:
    """Every session of the period in order of date."""
    every = [(session, annual) for annual in of.annuals for session in annual.told.planned]
    for session, annual in sorted(every, key=lambda pair: (pair[0].date, pair[0].start, pair[1].community.id)):
        held = any(one.id == session.id for one in annual.facts.held)
        due = session.date <= annual.facts.day
        ended = "held" if held else "cancelled" if session.cancelled else "no_record" if due else "to_come"
        yield Meeting(
            say_date(session.date),
            annual.community.short,
            capital(lexicon.table("choices.places")[session.place]),
            annual.text(session.plan.theme) or (say("none_noted") if due else lexicon.text("common.to_agree")),
            say(ended),
        )
