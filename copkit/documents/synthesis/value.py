"""Section 7: what value people say it had: stories, the matrix of value, and feedback."""

from dataclasses import dataclass
from typing import NamedTuple

from copkit import lexicon
from copkit.documents.annual import Annual
from copkit.documents.citing import Cited, cite, wanted
from copkit.documents.explaining import units
from copkit.documents.people_held import Reading
from copkit.documents.saying import capital, every, few
from copkit.documents.synthesis.measuring import Counted, Measure, known, last_year, measures, number
from copkit.documents.synthesis.stories import Telling, tellings
from copkit.metrics.stories import LADDER
from copkit.metrics.stories import stories as told
from copkit.models.story import Story

say = lexicon.Words("synthesis.value")

_INDICATORS = {
    "orienting": ("R1",),
    "immediate": ("V4 worth my time", "M8"),
    "potential": ("C1 distinct pairs", "V4 met someone useful"),
    "applied": ("W1 closed", "V4 will use something"),
    "realised": ("A1 taken up", "A5 with evidence"),
    "transformative": (),
    "strategic": ("X1 brought something back",),
    "enabling": ("D1", "D4"),
}
"""The figures that show a cycle, by code and label."""


class Cycle(NamedTuple):
    """A cycle of value: its question, indicators, the stories that tell of it, an example and its evidence."""

    name: str
    question: str
    indicators: tuple[Counted, ...]
    stories: Cited
    example: str
    evidence: str


@dataclass(frozen=True)
class Value:
    """Section 7. Stories are shown with consent; results of fewer than five forms are hidden from everybody."""

    before: str
    changed: str
    measures: tuple[Measure, ...]
    title: str
    subtitle: str
    ladder: tuple[Counted, ...]
    beside: tuple[Counted, ...]
    cycles: tuple[Cycle, ...]
    stories: tuple[Telling, ...]
    untold: int
    feedback: tuple[Measure, ...]
    feedback_title: str


def build(annual: Annual) -> Value:
    """What it was worth, as members tell it."""
    shown = tellings(annual)
    every = told(annual.facts)
    ladder = tuple(_rung(annual, "as far as", cycle) for cycle in LADDER) if every else ()
    beside = (
        tuple(_rung(annual, "with", cycle) for cycle in ("strategic", "enabling", "orienting")) if every else ()
    )
    return Value(
        before=last_year(annual),
        changed=Reading()(annual.review.what_changed) if annual.review else "",
        measures=measures(annual, wanted("synthesis.value.stories")) if every else (),
        title=_title(annual),
        subtitle=capital(say.plural("told", len(every), number=few(len(every)))),
        ladder=ladder,
        beside=beside,
        cycles=tuple(_cycle(annual, cycle, shown) for cycle in lexicon.table("cycles.names")) if every else (),
        stories=shown,
        untold=len(every) - len(shown),
        feedback=measures(annual, wanted("synthesis.value.feedback")) if _has_forms(annual) else (),
        feedback_title=_feedback_title(annual),
    )


def _has_forms(annual: Annual) -> bool:
    return any(one.id in annual.community.feedback for one in annual.facts.held)


def _rung(annual: Annual, before: str, cycle: str) -> Counted:
    words, question = lexicon.table("cycles.names")[cycle], lexicon.table("cycles.questions")[cycle]
    return Counted(words, cite(annual.figure("V1", f"{before} {cycle}")), question)


def _cycle(annual: Annual, cycle: str, shown: tuple[Telling, ...]) -> Cycle:
    words, question = lexicon.table("cycles.names")[cycle], lexicon.table("cycles.questions")[cycle]
    said = say.table("indicators")
    indicators = tuple(
        Counted(
            units(said[name], figure.numerator if figure.denominator is None else figure.denominator), cite(figure)
        )
        for name in _INDICATORS[cycle]
        if (figure := known(annual.figure(name[:2], name[3:]))) and (figure.form != "share" or figure.denominator)
    )
    example = next((step.text for one in shown for step in one.steps if step.cycle == words), "")
    return Cycle(words, question, indicators, cite(annual.figure("V2", cycle)), example, _strength(annual, cycle))


def _strength(annual: Annual, cycle: str) -> str:
    """The strongest evidence behind the stories of a cycle, in words."""
    order = list(lexicon.table("synthesis.started.strengths"))
    found = [
        strength
        for story, _ in told(annual.facts)
        if any(told_of == cycle and text for told_of, text in story.cycles.items())
        for strength in _measured(annual, story)
    ]
    if found:
        return lexicon.table("synthesis.started.strengths")[max(found, key=order.index)]
    return (
        lexicon.table("synthesis.started.strengths")["story"]
        if number(annual.figure("V2", cycle))
        else say("none_yet")
    )


def _measured(annual: Annual, story: Story) -> list[str]:
    measured = (one for one in map(annual.community.initiative, story.evidence) if one is not None)
    return [one.strength for initiative in measured for one in initiative.evidence if one.strength]


def _title(annual: Annual) -> str:
    """How far the stories reach in one sentence."""
    total = number(annual.figure("V1"))
    if not total:
        return say("no_story_has_been_written")
    better = number(annual.figure("V2", "realised"))
    if not better:
        return capital(say.plural("none_better", total, number=few(total)))
    if total == better:
        return say.plural("all_better", total, all=capital(every(total)))
    return capital(say.plural("some_better", better, number=few(better), all=few(total)))


def _feedback_title(annual: Annual) -> str:
    worth = known(annual.figure("V4", "worth my time"))
    if worth is None or not worth.denominator:
        return ""
    if worth.percent is not None:
        return say("worth_the_time", fraction=worth.fraction, percent=worth.percent)
    return say("few_worth_the_time", fraction=worth.fraction)
