"""Page 1: what changed, what is strongest and weakest, what is not known and what is to be decided, by rule."""

from dataclasses import dataclass
from typing import NamedTuple

from copkit import lexicon
from copkit.dates import say_number
from copkit.documents.annual import Annual
from copkit.documents.front.judged import FEW
from copkit.documents.front.lines import CHECK as OF_CHECK
from copkit.documents.front.lines import Line, strongest, weakest
from copkit.documents.front.of_year import agreed, gaps_of, grounds_of, little, since_last, undecided, under
from copkit.documents.front.title import balanced, quoted
from copkit.documents.front.unknown import unknown
from copkit.documents.pairs import Pair, pairs_of
from copkit.documents.people_held import Asked, Reading
from copkit.documents.saying import Parts
from copkit.documents.synthesis.references import Ref
from copkit.documents.synthesis.told import Told, told_stories
from copkit.models.review import Review
from copkit.render.charts import Chart
from copkit.render.charts.paired import pairs as in_pairs
from copkit.render.charts.rows import Pair as Bars

say = lexicon.Words("synthesis.front")

CHECK = "worked"
"""The part of the evidence that has what members answered about their community."""


class Said(NamedTuple):
    """A line around its number, what stands after it, and where it leads."""

    parts: Parts
    more: str
    stands: str
    ref: Ref | None


class Measured(NamedTuple):
    """A pair before and after: what it says, of how many cases, and its picture where its numbers can be read."""

    title: str
    cases: str
    chart: Chart | None


@dataclass(frozen=True)
class Front:
    """Page 1. `balanced` is the title, and `facts` what stands `under` it, without the team's words.

    `missing` says what has not been told or measured; `few` is true where too little is on record to judge;
    `of_pair` is where the measurement leads.
    """

    title: str
    balanced: str
    under: str
    facts: str
    story: Told | None
    measured: Measured | None
    of_pair: Ref
    missing: str
    years: str
    few: bool
    strongest: tuple[Said, ...]
    weakest: tuple[Said, ...]
    unknown: tuple[Said, ...]
    asks: tuple[Asked, ...]
    undecided: str
    agreed: str
    held_back: str


def build(annual: Annual) -> Front:
    """The year of a community on its first page."""
    read, review, grounds = Reading(), annual.review or Review(), grounds_of(annual)
    pairs, stories, gaps = pairs_of(annual), told_stories(annual), gaps_of(annual)
    pair = next((one for one in pairs if not one.small), None)
    headline, asks = read(review.headline), read.asks(review)
    title = balanced(grounds, pair.title if pair else "", gaps.due)
    own = quoted(headline) if grounds.held >= FEW else ""
    return Front(
        title=own or title,
        balanced=title,
        under=under(annual, grounds, own=bool(own)),
        facts=under(annual, grounds, own=False),
        story=stories[0].told if stories else None,
        measured=next(iter(drawn((pair,))), None) if pair else None,
        of_pair=Ref("measured", say("measured")),
        missing=_missing(bool(stories), pair is not None, bool(pairs)),
        years=since_last(annual),
        few=grounds.held < FEW,
        strongest=tuple(map(_said, strongest(grounds))),
        weakest=tuple(map(_said, weakest(grounds) or little(annual))),
        unknown=tuple(map(_said, unknown(grounds, gaps._replace(compared=any(one.compared for one in pairs))))),
        asks=asks,
        undecided=undecided(annual, asks),
        agreed=agreed(annual),
        held_back=read.kept,
    )


def drawn(pairs: tuple[Pair, ...]) -> tuple[Measured, ...]:
    """Pairs with their pictures, those of one unit on one scale."""
    charts = iter(in_pairs([bars for one in pairs if (bars := _bars(one)) is not None]))
    return tuple(
        Measured(one.title, _cases(one), None if _bars(one) is None else next(charts)) for one in pairs
    )


def _cases(one: Pair) -> str:
    return "" if one.n is None else lexicon.plural("pairs.cases", one.n, number=say_number(one.n))


def _bars(one: Pair) -> Bars | None:
    if one.before is None or one.after is None:
        return None
    whens, bases = (one.before_when, one.after_when), (one.before_of, one.after_of)
    return Bars(one.what, one.before, one.after, one.unit, *whens, *bases)


def _said(line: Line) -> Said:
    anchor = CHECK if line.code == OF_CHECK else line.code.lower()
    name = say("members_check") if line.code == OF_CHECK else ""
    return Said(line.parts, line.more, line.stands, Ref(anchor, name) if anchor else None)


def _missing(told: bool, measured: bool, small: bool) -> str:
    """That nothing was told, or measured, or that what was measured is of too few."""
    if not told and not measured and not small:
        return say("nothing")
    parts = ["" if told else say("no_story")]
    if not measured:
        parts.append(say("too_few_measured") if small else say("no_pair"))
    return " ".join(part for part in parts if part)
