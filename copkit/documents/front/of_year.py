"""What the front page of one community's year is chosen from, and the sentences around it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from copkit import lexicon
from copkit.documents.annual import Annual
from copkit.documents.front.grounds import Grounds
from copkit.documents.front.judged import FEW
from copkit.documents.front.lines import Line
from copkit.documents.front.unknown import Gaps, plain
from copkit.documents.front.years import Beside, beside, in_one_line
from copkit.documents.people_held import Asked, Reading
from copkit.documents.saying import Forms, capital, every, few
from copkit.metrics import Period
from copkit.metrics.health import signs
from copkit.metrics.value import amount_of
from copkit.models.blueprint_notes import BlueprintNotes
from copkit.models.health import HealthGrid
from copkit.workspace import months_later
from copkit.workspace.reporting import year_before

say = lexicon.Words("front")
MET, CAME, SCOPE = Forms("sentences.met"), Forms("sentences.came"), Forms("sentences.scope")
NO_NOTES, ACTIONS = Forms("sentences.no_notes"), Forms("sentences.actions_done")


def grounds_of(annual: Annual) -> Grounds:
    """Figures, signs and the members' check of one community's year."""
    every = signs(annual.community.about, annual.figures, annual.seen, annual.shared)
    return Grounds(annual, every, _answers(annual))


def _answers(annual: Annual) -> Mapping[str, tuple[int, ...]]:
    """The last check of the period; none where members may not have it, or too few answered it."""
    if not annual.door.may_have("members"):
        return {}
    every: tuple[HealthGrid, ...] = tuple(annual.community.other.get("health", {}).values())
    inside = [one for one in every if one.date is not None and one.date in annual.period and one.answers]
    last = max(inside, key=lambda one: one.date or annual.day, default=None)
    read = Reading()
    return {} if last is None else {text: counts for one, counts in last.answers.items() if (text := read(one))}


def gaps_of(annual: Annual) -> Gaps:
    """What is not on record of a community's year."""
    due = [one for one in annual.facts.due if not one.cancelled]
    notes: BlueprintNotes | None = next(iter(annual.community.other.get("blueprint", {}).values()), None)
    return Gaps(
        len(due),
        sum(not one.held for one in due),
        len(annual.facts.without_attendance),
        costs=bool(notes is not None and notes.costs),
        year=_first(annual),
    )


def _first(annual: Annual) -> str:
    """That no year is beside this one: the first, or one after a year that was reviewed and has no meetings."""
    if annual.before is not None:
        return ""
    label = year_before(annual.community.about, annual.shared.programme, annual.year).label
    return say("unknown.not_compared", label=label) if label in annual.reviews else say("unknown.first_year")


def compared(annual: Annual) -> tuple[tuple[Beside, ...], str]:
    """This year beside the last, in the same months while it runs; the public has whole years alone."""
    last = annual.before
    if last is None or (annual.door.hides_few and not annual.over):
        return (), ""
    if annual.over or not annual.whole_year:
        return beside(annual, last), last.year.label
    same = replace(last, period=Period(last.period.start, months_later(annual.day, -12)))
    if not same.facts.held:
        return (), ""
    return beside(annual, same), say("same_months", label=last.year.label)


def since_last(annual: Annual) -> str:
    """The same in one sentence; empty where nothing is beside."""
    return in_one_line(*compared(annual))


def under(annual: Annual, grounds: Grounds, *, own: bool) -> str:
    """What stands under the title: whose words it is, and on how much all that follows rests."""
    held, came, scope = (annual.figure(code) for code in ("D1", "M2", "R1"))
    parts = [say("own_words") if own else ""]
    enough = grounds.held >= FEW
    parts.append(MET(held.amount) if held is not None and enough else "")
    parts.append(_cancelled(annual) or (CAME(came.amount) if came is not None else ""))
    if not enough:
        parts.append(say("too_little"))
    elif scope is not None and scope.amount.is_counted and scope.denominator:
        parts.append(SCOPE(scope.amount))
    return " ".join(part for part in parts if part)


def _cancelled(annual: Annual) -> str:
    """That every meeting that was due was cancelled: to a year without plans nobody came either."""
    due = annual.facts.due
    if not due or not all(one.cancelled for one in due):
        return ""
    return say.plural("all_cancelled", len(due), all=capital(every(len(due))))


def little(annual: Annual) -> tuple[Line, ...]:
    """What is weakest where too little is on record to judge: notes, actions, and what it is about."""
    return tuple(_little(annual))


def _little(annual: Annual) -> Iterator[Line]:
    gaps, done, domain = gaps_of(annual), annual.figure("W1"), annual.community.about.domain
    if gaps.silent:
        yield Line(NO_NOTES.parts(amount_of(gaps.silent, gaps.due)), "", "D1")
    if done is not None and done.amount.is_counted and done.denominator and done.numerator < done.denominator:
        yield Line(ACTIONS.parts(done.amount), "", "W1")
    if not (domain.focus or domain.problem or domain.concern):
        yield plain(say("no_domain"))


def undecided(annual: Annual, asks: tuple[Asked, ...]) -> str:
    """What is missing of the asks, and who can add it."""
    who = annual.name(annual.holder("convenor"))
    if not asks:
        if annual.review is not None:
            return say("asks_nothing")
        return say("no_review_by", name=who) if who else say("no_review")
    if any(one.terms for one in asks):
        return ""
    contact = annual.community.about.contact or annual.shared.programme.contact
    if not (who and contact):
        return say("not_said")
    return say("not_said_ask", name=who, contact=contact)


def agreed(annual: Annual) -> str:
    """Who stands behind the review, and whether it is final."""
    review = annual.review
    if review is None:
        return ""
    many = len(review.agreed_by)
    if many and annual.door.hides_few:
        who = say("agreed_by_the_team")
    else:
        who = say.plural("agreed_by", many, number=few(many)) if many else say("not_agreed_by_the_team")
    return say("final" if review.final == "yes" else "draft", who=who)
