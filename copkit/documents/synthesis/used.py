"""Page 4: who uses what, and who now works with whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from copkit import lexicon
from copkit.dates import say_date
from copkit.documents.annual import Annual
from copkit.documents.saying import capital, few
from copkit.documents.synthesis.connected import title as connections_title
from copkit.documents.synthesis.measuring import known, number
from copkit.documents.synthesis.references import Ref, ref
from copkit.documents.synthesis.started import Cell, Matrix, adoption_title, matrices
from copkit.documents.synthesis.themes import said
from copkit.metrics.base import Source
from copkit.metrics.connections import Net, differ
from copkit.metrics.network import Link
from copkit.metrics.standing import USING
from copkit.render.charts import Chart, Use, network, uses

say = lexicon.Words("synthesis.used")

MOST, FEWER = 14, 8
"""So many pairs are listed, and so many where the page has no room."""
FEWEST = 3


class Grouped(NamedTuple):
    """An idea, and who is how far with it, state by state, in a line."""

    idea: str
    said: str


class Linked(NamedTuple):
    """Two organisations now in touch about something, and whether it led to something on record."""

    who: str
    what: str
    led: bool


@dataclass(frozen=True)
class Used:
    """The page. Who is linked with whom is for members; the public reads counts."""

    adoption_title: str
    day: str
    grid: Chart | None
    grouped: tuple[Grouped, ...]
    not_meant: str
    linked_said: str
    linked: tuple[Linked, ...]
    short: int
    web: Chart | None
    beside: tuple[str, ...]
    of_adoption: Ref
    of_links: Ref


def build(annual: Annual) -> Used:
    """What was taken up where, and the links between organisations."""
    net = Net(annual.facts)
    linked = _linked(annual, net) if annual.door.by_organisation else ()
    return Used(
        adoption_title=adoption_title(annual),
        day=say_date(annual.facts.day),
        grid=_grid(matrices(annual)),
        grouped=tuple(_grouped(matrices(annual))),
        not_meant=_not_meant(annual),
        linked_said=connections_title(annual),
        linked=linked if len(linked) >= FEWEST else (),
        short=FEWER,
        web=_web(annual, net) if annual.door.by_organisation else None,
        beside=tuple(_beside(annual, net)),
        of_adoption=ref("A2"),
        of_links=ref("C1"),
    )


def _grouped(every: tuple[Matrix, ...]) -> Iterator[Grouped]:
    """Each idea with the organisations of each state together."""
    for matrix in every:
        for place, idea in enumerate(matrix.names):
            states: dict[str, list[str]] = {}
            for row in matrix.takers:
                if row.cells[place].status not in ("", "not-applicable"):
                    states.setdefault(row.cells[place].word, []).append(row.name)
            lines = (say("state", state=word, names=lexicon.listed(names)) for word, names in states.items())
            yield Grouped(idea, "; ".join(lines))


def _grid(found: tuple[Matrix, ...]) -> Chart | None:
    """Who uses what; since when is said of those who use it."""
    given = [
        Use(taker.name, name, cell.status or "not-applicable", _since(cell))
        for matrix in found
        for taker in matrix.takers
        for name, cell in zip(matrix.names, taker.cells, strict=True)
    ]
    return uses(given, what=say("organisations_by_idea")) if given else None


def _since(cell: Cell) -> str:
    """The month of a day: enough on a page of all."""
    return cell.since.partition(" ")[2] if cell.status in USING else ""


def _not_meant(annual: Annual) -> str:
    """Of how many organisations in scope no idea is meant."""
    meant = {
        key
        for one in annual.community.initiatives.values()
        for key, line in one.adoption.items()
        if line.status != "not-applicable"
    }
    scope = [key for key in annual.community.about.community.organisations if key not in meant] if meant else []
    return capital(say.plural("not_meant", len(scope), number=few(len(scope)))) if scope else ""


def _linked(annual: Annual, net: Net) -> tuple[Linked, ...]:
    """Each pair of people of two organisations once, the newest first, by what was noted of them."""
    led = {source.what.partition(" ")[0] for source in _led(annual)}
    rows = [link for link, _ in net.across if annual.readable(link.line)]
    found: dict[tuple[str, str], tuple[date, Linked]] = {}
    for link in rows:
        names = _names(annual, net, link)
        what = said(annual, link.line.what).rstrip(".")
        found[names, what] = (link.line.day, Linked(", ".join(names), what, link.line.id in led))  # type: ignore[index]
    ordered = sorted(found.values(), key=lambda one: (-one[0].toordinal(), one[1].who))
    return tuple(one for _, one in ordered)


def _led(annual: Annual) -> tuple[Source, ...]:
    figure = annual.figure("C7")
    return figure.counted if figure is not None else ()


def _names(annual: Annual, net: Net, link: Link) -> tuple[str, ...]:
    best = next((one for one in net.of_pair[link.pair] if differ(net.homes, one)), link)
    return tuple(annual.organisation(home) for home in net.homes(best))


def _web(annual: Annual, net: Net) -> Chart | None:
    """The organisations and how many pairs of people link each two, where that can be read."""
    links = {
        (annual.organisation(a), annual.organisation(b)): many for (a, b), many in net.between.items() if a != b
    }
    names = sorted({name for pair in links for name in pair})
    return network(names, links) if len(links) >= FEWEST else None


def _beside(annual: Annual, net: Net) -> list[str]:
    """What else is to be said of the links: what they led to, who holds most, who is in none."""
    found, led = [], known(annual.figure("C7"))
    if led is not None and led.denominator:
        found.append(say("led", fraction=led.fraction))
    if annual.door.by_organisation and net.between:
        found += _held(annual, net)
    alone = known(annual.figure("C6"))
    if alone is not None and alone.denominator and number(alone):
        found.append(say("alone", fraction=alone.fraction))
    return found


def _held(annual: Annual, net: Net) -> list[str]:
    totals: dict[str, int] = {}
    for a, b in net.between:
        if a != b:
            totals[a], totals[b] = totals.get(a, 0) + 1, totals.get(b, 0) + 1
    most = sorted(totals, key=lambda key: (-totals[key], annual.organisation(key)))[:3]
    found = (
        [say("hold_most", names=lexicon.listed(f"{annual.organisation(key)} ({totals[key]})" for key in most))]
        if len(totals) > 3
        else []
    )
    unlinked = sorted(annual.organisation(key) for key in net.taking_part - set(totals))
    if unlinked:
        found.append(say("in_no_link", names=lexicon.listed(unlinked)))
    return found
