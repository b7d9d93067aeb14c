"""Sections 2 to 4: what was commissioned, what was delivered against it, and how each domain was decided."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from copkit import lexicon
from copkit.dates import say_date, say_number
from copkit.documents.annual import Annual
from copkit.documents.citing import Row, row
from copkit.documents.evaluation.source import Evaluation
from copkit.documents.portfolio.commissions import asked_of, named, say_span
from copkit.models.community import Commission
from copkit.workspace import months_later
from copkit.workspace.commissions import Terms, number_of

say = lexicon.Words("evaluation.delivery")


class Planned(NamedTuple):
    """One line of the table: what was asked for, and what there is by now."""

    what: str
    planned: str
    delivered: str


class Decided(NamedTuple):
    """How a community's domain was decided. `who` is empty in public: those present are protected."""

    name: str
    domain: str
    problem: str
    day: str
    organisations: tuple[str, ...]
    who: tuple[str, ...]
    known: str
    options: tuple[str, ...]
    decision: str
    by: str


def terms(of: Evaluation) -> Commission | None:
    """The terms of the commission as the audience may have them. None where nobody commissioned it."""
    return named(of.commission.agreed) if of.commission is not None else None


def planned(of: Evaluation) -> tuple[Planned, ...]:
    """Planned against delivered."""
    return tuple(_planned(of))


def _planned(of: Evaluation) -> Iterator[Planned]:
    held = of.portfolio.figure("D1")
    sessions = say_number(int(held.numerator)) if held is not None else "0"
    if of.commission is not None:
        yield from _commissioned(of, of.commission, sessions)
    else:
        number = of.portfolio.figure("D1", "planned for the period")
        yield Planned(say("sessions"), number.said if number is not None else "–", sessions)
    hours, took = of.portfolio.figure("D1", "hours planned"), of.portfolio.figure("D1", "hours held")
    if hours is not None and took is not None:
        yield Planned(say("hours_together"), hours.said, took.said)


def _commissioned(of: Evaluation, given: Terms, sessions: str) -> Iterator[Planned]:
    """What a commission asked for, in communities, convenings and months; delivered is what was held."""
    covered, each, held = len(of.annuals), given.agreed.convenings_each, [len(one.facts.held) for one in of.annuals]
    yield Planned(say("communities"), asked_of(given, "communities"), _met(given, held))
    convenings = say("in_each", number=sessions, each=say_span(held))
    asked = say("for_each", number=covered * each, each=each)
    yield Planned(say("convenings"), _clear(given, "convenings_each", asked), convenings)
    months = given.agreed.months
    passed = "–" if "months" in given.unclear else _months(of, months)
    yield Planned(say("months"), _clear(given, "months", say_number(months)), passed)


def _met(given: Terms, held: Sequence[int]) -> str:
    """How many communities have met, and of how many this report is where that is not all."""
    met, covered = sum(map(bool, held)), len(held)
    if "communities" not in given.unclear and covered < number_of(given.agreed):
        return say("of_some", met=met, number=covered)
    return str(met) if met == covered else say("met", met=met, number=covered)


def _clear(given: Terms, name: str, agreed: str) -> str:
    return lexicon.text("portfolio.commissions.not_clear") if name in given.unclear else agreed


def _months(of: Evaluation, months: int) -> str:
    """How many whole months have passed since the commission began."""
    start, today = of.period.start, of.today
    passed = next((number for number in range(months, 0, -1) if months_later(start, number) <= today), 0)
    return say("so_far", number=passed) if passed < months else say.plural("all_passed", months)


def delivered(of: Evaluation) -> tuple[Row, ...]:
    """Community by community: its sessions planned, held, moved and cancelled, and the hours."""
    wanted = ("D1 planned for the period", "D1", "D1 moved", "D1 cancelled", "D1 hours held")
    return tuple(row(one.community.short, one, *wanted) for one in of.by_name)


def decided(of: Evaluation) -> tuple[Decided, ...]:
    """How each domain came about."""
    return tuple(_decided(one) for one in of.by_name)


def _decided(annual: Annual) -> Decided:
    about = annual.community.about
    domain, group = about.domain, about.design_group
    organisations = tuple(sorted(map(annual.organisation, group.organisations))) if group else ()
    who = tuple(name for typed in group.members if (name := annual.name(typed))) if group else ()
    return Decided(
        annual.community.short,
        annual.text(domain.focus),
        annual.text(domain.problem),
        say_date(group.date) if group and group.date else "",
        organisations,
        who,
        annual.text(group.known) if group else "",
        tuple(text for one in group.options if (text := annual.text(one))) if group else (),
        annual.text(group.decision) if group else "",
        domain.decided_by.replace("-", " "),
    )
