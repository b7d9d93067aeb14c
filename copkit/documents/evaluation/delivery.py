"""Sections 2 to 4: what was commissioned, what was delivered against it, and how each domain was decided."""

from collections.abc import Iterator
from typing import NamedTuple

from copkit import lexicon
from copkit.dates import say_date, say_number
from copkit.documents.annual import Annual
from copkit.documents.citing import Cited, cite
from copkit.documents.evaluation.source import Evaluation
from copkit.documents.portfolio.commissions import number_of
from copkit.workspace import months_later

say = lexicon.Words("evaluation.delivery")


class Planned(NamedTuple):
    """One line of the table: what was asked for, and what there is by now."""

    what: str
    planned: str
    delivered: str


class Delivered(NamedTuple):
    """One community: its sessions planned, held, moved and cancelled, and the hours."""

    name: str
    planned: Cited
    held: Cited
    moved: Cited
    cancelled: Cited
    hours: Cited


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


class Terms(NamedTuple):
    """What was commissioned."""

    by: str
    provider: str
    since: str
    months: int
    communities: int
    each: int
    area: str
    terms: str


def terms(of: Evaluation) -> Terms | None:
    """The terms of the commission; what was agreed besides is for members. None where nobody commissioned it."""
    given = of.commission
    if given is None:
        return None
    return Terms(
        given.by or lexicon.text("common.to_agree"),
        given.provider,
        say_date(given.date) if given.date else "",
        given.months,
        number_of(given),
        given.convenings_each,
        given.area,
        given.terms,
    )


def planned(of: Evaluation) -> tuple[Planned, ...]:
    """Planned against delivered."""
    return tuple(_planned(of))


def _planned(of: Evaluation) -> Iterator[Planned]:
    held, given = of.portfolio.figure("D1"), of.commission
    sessions = say_number(int(held.numerator)) if held is not None else "0"
    if given is not None:
        asked = number_of(given)
        covers = "" if len(of.annuals) >= asked else f" (this report is of {len(of.annuals)} of them)"
        yield Planned(say("communities"), say_number(asked), f"{len(of.annuals)}{covers}")
        convenings = len(of.annuals) * given.convenings_each
        yield Planned(
            say("convenings"), f"{convenings}: {given.convenings_each} for each", f"{sessions}: {_each(of)}"
        )
        yield Planned(say("months"), say_number(given.months), _months(of, given.months))
    else:
        number = of.portfolio.figure("D1", "planned for the period")
        yield Planned(say("sessions"), number.said if number is not None else "–", sessions)
    hours, took = of.portfolio.figure("D1", "hours planned"), of.portfolio.figure("D1", "hours held")
    if hours is not None and took is not None:
        yield Planned(say("hours_together"), hours.said, took.said)


def _each(of: Evaluation) -> str:
    numbers = sorted(len(one.facts.held) for one in of.annuals)
    low, high = numbers[0], numbers[-1]
    return f"{low} in each" if low == high else f"{low} to {high} in each"


def _months(of: Evaluation, months: int) -> str:
    """How many whole months have passed since the commission began."""
    start, today = of.period.start, of.today
    passed = next((number for number in range(months, 0, -1) if months_later(start, number) <= today), 0)
    return f"{passed} so far" if passed < months else str(months)


def delivered(of: Evaluation) -> tuple[Delivered, ...]:
    """Community by community."""
    return tuple(
        Delivered(
            one.community.short,
            cite(one.figure("D1", "planned for the period")),
            cite(one.figure("D1")),
            cite(one.figure("D1", "moved")),
            cite(one.figure("D1", "cancelled")),
            cite(one.figure("D1", "hours held")),
        )
        for one in of.by_name
    )


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
