"""Signs of health of all communities in one table, and what to talk about; never a mark, never a ranking."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from copkit import lexicon
from copkit.audience import WITHHELD
from copkit.audience.figures import Known, shown
from copkit.dates import say_date
from copkit.documents.annual import Annual
from copkit.documents.saying import capital, few
from copkit.documents.several import Several
from copkit.metrics import registry
from copkit.metrics.health import Sign, signs
from copkit.render.meta import Meta

say = lexicon.Words("health")

ACROSS = 8
"""How many communities stand beside each other on a page."""
MOST = 3
"""How many signs are talked about below the table."""


class Cell(NamedTuple):
    """A figure, or why there is none: `out` is on the other side of the line, `dim` is not judged."""

    said: str
    kind: str


class Row(NamedTuple):
    """A question, its line, and a cell for each community."""

    question: str
    line: str
    cells: tuple[Cell, ...]


class Sheet(NamedTuple):
    """As many communities as stand beside each other, by name, with a row for each sign."""

    names: tuple[str, ...]
    rows: tuple[Row, ...]


class Talk(NamedTuple):
    """A sign to talk about: the question, where it stands, and what could be asked."""

    question: str
    where: str
    advice: str


@dataclass(frozen=True, kw_only=True)
class MembersHealth:
    """The signs of one community, or of all. `more` says how many signs below the line are in the table alone."""

    meta: Meta
    sheets: tuple[Sheet, ...]
    talk: tuple[Talk, ...]
    more: str
    nothing: tuple[str, ...]


Found = Mapping[str, Sequence[Sign]]
"""The signs of each community, by its short name."""


def signs_of(annual: Annual) -> tuple[Sign, ...]:
    """The signs of a community as the audience may see them."""
    found = signs(annual.community.about, annual.figures, annual.seen, annual.shared)
    return tuple(sign for sign in found if _may_ask(sign))


def signs_alone(annual: Annual) -> tuple[Sign, ...]:
    """The same without counting more than they need, and without the records, which hold files open."""
    if annual.door.hides_few:
        every = signs_of(annual)
    else:
        codes = {rule.metric for rule in annual.shared.health_rules.values()} & registry().keys()
        real = {code: tuple(registry()[code].find(annual.facts)) for code in codes}
        below = annual.shared.programme.hide_counts_below
        seen = shown(real, Known(), annual.audience, below).figures
        found = signs(annual.community.about, real, seen, annual.shared)
        every = tuple(sign for sign in found if _may_ask(sign))
    return tuple(one._replace(figure=one.figure and one.figure._replace(counted=(), among=())) for one in every)


def nothing_yet(annual: Annual, every: Sequence[Sign]) -> str:
    """Why no sign of a community can be judged, in one sentence; empty where one can, or the reason is not one."""
    held = annual.figure("D1")
    if held is None or not held.amount.why or any(sign.standing != "not known" for sign in every):
        return ""
    return say("nothing", why=held.amount.why)


def _may_ask(sign: Sign) -> bool:
    """A question is not asked where it, or its advice, is kept back from the audience."""
    return not any(text is WITHHELD for text in (sign.rule.question, sign.rule.advice))


def build(of: Several) -> MembersHealth:
    """The signs of communities, by name."""
    found = {one.community.short: signs_of(one) for one in of.by_name}
    talk = talk_of(found)
    untold = len([*_outside(found)][MOST:])
    reasons = ((one.community.short, nothing_yet(one, found[one.community.short])) for one in of.by_name)
    nothing = tuple(f"{name}: {why}" for name, why in reasons if why)
    blank = len(nothing) == len(found)
    return MembersHealth(
        meta=_meta(of, _title(found, blank=blank)),
        sheets=() if blank else tuple(sheets_of(found)),
        talk=() if blank else talk[:MOST],
        more=say.plural("more", untold) if untold else "",
        nothing=nothing,
    )


def talk_of(found: Found) -> tuple[Talk, ...]:
    """The signs to talk about: those past their lines, then those that nobody can judge."""
    return (*_outside(found), *_unknown(found))


def within(found: Found) -> tuple[str, ...]:
    """The questions whose figures are on this side of their lines wherever they can be judged."""
    rows = zip(*found.values(), strict=True)
    return tuple(
        row[0].rule.question for row in rows if {one.standing for one in row} - {"not known"} == {"within"}
    )


def _title(found: Found, *, blank: bool) -> str:
    """How many signs there are to talk about."""
    number = sum(sign.standing == "to look at" for every in found.values() for sign in every)
    if blank:
        return say("nothing_to_judge")
    return say.plural("to_talk_about", number, few=few(number)) if number else say("nothing_to_talk_about")


def _meta(of: Several, title: str) -> Meta:
    first, several = of.first, len(of.annuals) > 1
    periods = {(one.period.start, one.period.end) for one in of.annuals}
    when = first.period.said if len(periods) == 1 else say("each_in_its_own_year", day=say_date(of.today))
    said = say("communities", number=capital(few(len(of.annuals))), when=when) if several else when
    made = replace(first.meta(title), kind=said, paper="A4 landscape")
    if not several:
        return made
    name = of.shared.programme.programme or of.shared.programme.system
    return replace(made, community=name, author=say("the_programmes_team"), contact=of.contact)


def sheets_of(found: Found, across: int = ACROSS) -> Iterator[Sheet]:
    """The tables, of so many communities each."""
    rows = [*found.items()]
    return (_sheet(dict(rows[first : first + across])) for first in range(0, len(rows), across))


def _sheet(found: Found) -> Sheet:
    """The table of some communities: the signs are the programme's, so each has the same."""
    rows = (
        Row(row[0].rule.question, row[0].rule_said.removeprefix(say("at_least")).strip(), tuple(map(_cell, row)))
        for row in zip(*found.values(), strict=True)
    )
    return Sheet(tuple(found), tuple(rows))


def _cell(sign: Sign) -> Cell:
    if sign.standing == "not known":
        return Cell(say.table("not_known")[_lack(sign)], "dim")
    return Cell(_value(sign), "out" if sign.standing == "to look at" else "")


def _value(sign: Sign) -> str:
    """The share in per cent, and of fewer than ten as what it is counted from."""
    figure = sign.figure
    if figure is None or not figure.denominator or figure.amount.percent is None:
        return sign.said
    return f"{figure.amount.percent}%"


def _lack(sign: Sign) -> str:
    """Why a figure is not judged: there is none, nothing to count, too few, or it is too early."""
    figure = sign.figure
    if figure is None or figure.hidden:
        return "few"
    if figure.value is None and figure.amount.kind != "none yet":
        return "unknown"
    if not figure.denominator:
        return "none"
    return "few" if figure.denominator < sign.rule.fewest else "early"


def _outside(found: Found) -> Iterator[Talk]:
    """The signs that are on the other side of their lines somewhere, those that are so in most places first."""
    rows = (zip(found, row, strict=True) for row in zip(*found.values(), strict=True))
    past = [[(name, sign) for name, sign in row if sign.standing == "to look at"] for row in rows]
    for row in sorted(filter(None, past), key=len, reverse=True):
        where = lexicon.listed(say("stands", community=name, said=_value(sign)) for name, sign in row)
        yield Talk(row[0][1].rule.question, where, row[0][1].rule.advice)


def _unknown(found: Found) -> Iterator[Talk]:
    """The signs that nobody can judge since something is not on record, with the reason."""
    for row in zip(*found.values(), strict=True):
        if all(sign.standing == "not known" and _lack(sign) == "unknown" for sign in row):
            yield Talk(row[0].rule.question, say("nobody_knows"), say("reason", why=row[0].why))
