"""Section 4: who was linked with whom across organisations, and what came of it."""

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from copkit import lexicon
from copkit.dates import say_date, say_short
from copkit.documents.annual import Annual
from copkit.documents.citing import wanted
from copkit.documents.saying import capital, every, few
from copkit.documents.synthesis.measuring import Measure, known, last_year, measures, number, why_unknown
from copkit.documents.synthesis.themes import said
from copkit.metrics.connections import Net

say = lexicon.Words("synthesis.connected")


class Linked(NamedTuple):
    """A row of the matrix: an organisation, its pairs with each other one in words, and all."""

    name: str
    others: str
    total: int


class About(NamedTuple):
    """What a connection was about, and when it was noted."""

    text: str
    day: str


@dataclass(frozen=True)
class Connected:
    """Section 4. The matrix is for members. `unknown` says why nobody knows of connections."""

    before: str
    unknown: str
    measures: tuple[Measure, ...]
    chances: tuple[Measure, ...]
    title: str
    subtitle: str
    matrix: tuple[Linked, ...]
    unlinked: tuple[str, ...]
    subjects: tuple[About, ...]


def build(annual: Annual) -> Connected:
    """The connections that were noted, as far as this audience may read them."""
    matrix, unlinked = _matrix(annual) if annual.door.by_organisation else ((), ())
    return Connected(
        before=last_year(annual),
        unknown=why_unknown(annual.figure("C1")),
        measures=measures(annual, wanted("synthesis.connected.figures")) if annual.facts.held else (),
        chances=measures(annual, wanted("synthesis.connected.chances")) if annual.facts.attended else (),
        title=title(annual),
        subtitle=say(
            "different_pairs_of_people", first=say_date(annual.period.start), last=say_date(annual.facts.day)
        ),
        matrix=matrix,
        unlinked=unlinked,
        subjects=_subjects(annual),
    )


def _matrix(annual: Annual) -> tuple[tuple[Linked, ...], tuple[str, ...]]:
    """Pairs between each two organisations, those linked most first; and those that took part and have none."""
    net = Net(annual.facts)
    counts = net.between
    totals: Counter[str] = Counter()
    for (a, b), many in counts.items():
        totals.update({a: many} if a == b else {a: many, b: many})
    keys = sorted(totals, key=lambda key: (-totals[key], annual.organisation(key).casefold()))
    rows = tuple(_row(annual, key, keys, counts, totals[key]) for key in keys)
    unlinked = sorted((annual.organisation(key) for key in net.taking_part - set(keys)), key=str.casefold)
    return rows, tuple(unlinked)


def _row(annual: Annual, key: str, keys: list[str], counts: Counter[tuple[str, str]], total: int) -> Linked:
    cells = tuple(counts[min(key, other), max(key, other)] for other in keys)
    pairs = sorted(zip(keys, cells, strict=True), key=lambda pair: -pair[1])
    words = (
        f"{say('within_itself') if other == key else annual.organisation(other)}{f' ({many})' if many > 1 else ''}"
        for other, many in pairs
        if many
    )
    return Linked(annual.organisation(key), ", ".join(words), total)


def title(annual: Annual) -> str:
    """What the connections say in one sentence."""
    pairs, across = annual.figure("C1", "distinct pairs"), known(annual.figure("C2"))
    if pairs is not None and pairs.hidden:
        return say("how_many_were_linked")
    distinct = number(pairs)
    if not distinct:
        return "" if why_unknown(annual.figure("C1")) else say("no_connection_was_noted")
    if across is None or across.about:
        return capital(say.plural("pairs_were_linked", distinct, number=few(distinct)))
    outer, placed = int(across.numerator), int(across.denominator or 0)
    said, chance = _of_two(outer, placed, distinct), known(annual.figure("C2", "by chance"))
    if chance is None or (chance.percent is None and not chance.about):
        return said
    return say("by_chance", said=said, percent=chance.said if chance.about else f"{chance.percent}%")


def _of_two(outer: int, placed: int, distinct: int) -> str:
    """How many pairs are of two organisations, of those of which both are known."""
    if placed < distinct:
        return capital(say.plural("some_not_known", outer, number=few(outer), all=few(placed)))
    if outer == placed:
        return say.plural("all_are_of_two", outer, all=capital(every(outer)))
    if not outer:
        return say.plural("all_are_of_one", placed, all=capital(every(placed)))
    return capital(say.plural("some_are_of_two", outer, number=few(outer), all=few(placed)))


def _subjects(annual: Annual) -> tuple[About, ...]:
    """What the connections were about, without who they link."""
    lines = [line for line in annual.facts.said("connect") if line.what and annual.readable(line)]
    return tuple(About(said(annual, line.what), say_short(line.day)) for line in lines)
