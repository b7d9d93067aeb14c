"""C: connections, as they were noted. Nobody is scored, and no number here says who knows whom besides."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cached_property, partial
from itertools import chain

from copkit import lexicon
from copkit.metrics import gaps
from copkit.metrics.base import Figure, Source
from copkit.metrics.facts import Facts, line_source
from copkit.metrics.making import Maker
from copkit.metrics.network import (
    Link,
    Pair,
    all_pairs,
    betweenness,
    links,
    met_at_tables,
    same_group_pairs,
    shared_sessions,
)
from copkit.metrics.reach import reached
from copkit.metrics.registry import metric
from copkit.workspace.records import Session

Row = tuple[Link, Source]
Ends = Callable[[Link], tuple[str, str]]
_MANY = 3
_FEWEST_LINKED, _MOST_LINKED = 30, 500


class Net:
    """The links of a period: all of them, and each pair once with the line that noted it first."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.ever = links(facts)
        self.all = [link for link in self.ever if link.line.day in facts.period]
        self.known_before = {link.pair for link in self.ever if link.line.day < facts.period.start}
        self.of_pair: dict[Pair, list[Link]] = {}
        for link in self.all:
            self.of_pair.setdefault(link.pair, []).append(link)
        self.distinct = [_row(those) for those in self.of_pair.values()]

    def homes(self, link: Link) -> tuple[str, str]:
        """The organisations of the two on the day, as what these had become by the last; empty where not known."""
        a, b = (self.facts.view.affiliation(key, link.line.day) for key in link.pair)
        return a, b

    def sectors(self, link: Link) -> tuple[str, str]:
        """The sectors of these."""
        a, b = (self.facts.sector(home) for home in self.homes(link))
        return a, b

    def placed(self, ends: Ends) -> list[Row]:
        """Each pair of which both ends are known at any of its connections, by one that joined two if any did."""
        found = []
        for every in self.of_pair.values():
            if known := [link for link in every if all(ends(link))]:
                found.append(_row([link for link in known if differ(ends, link)] or known))
        return found

    @property
    def across(self) -> list[Row]:
        """The pairs whose ends are in two organisations."""
        return [row for row in self.placed(self.homes) if differ(self.homes, row[0])]

    @cached_property
    def organisations(self) -> dict[Pair, list[Link]]:
        """Each pair of organisations that any connection of the period joined, with those that did."""
        found: dict[Pair, list[Link]] = {}
        for link in self.all:
            a, b = sorted(self.homes(link))
            if a and a != b:
                found.setdefault((a, b), []).append(link)
        return found

    @property
    def between(self) -> Counter[Pair]:
        """How many pairs of people are of each two organisations; of one, those that joined no two."""
        joined = Counter({ends: len({link.pair for link in those}) for ends, those in self.organisations.items()})
        inside = (row[0] for row in self.placed(self.homes) if not differ(self.homes, row[0]))
        return joined + Counter(self.homes(link) for link in inside)

    @property
    def taking_part(self) -> set[str]:
        """The organisations from which somebody came, or was linked."""
        return reached(self.facts.attended).union(*self.organisations)


def _row(every: list[Link]) -> Row:
    return every[0], line_source(every[0].line, who=True)


def differ(ends: Ends, link: Link) -> bool:
    a, b = ends(link)
    return a != b


@metric("C1")
def recorded(facts: Facts) -> Iterator[Figure]:
    """Pairs of people in `connect:` lines: all, different ones, and those never noted before; of these, the ones
    between two organisations.

    A line of three people makes three pairs. Only what was written down is counted: people connect without it. A
    pair is between two organisations when at least one of its connections in the period joined two, each person
    with the organisation of that day. People count for their organisation of the day, as what it had become by the
    last day.

    From: `connect:` lines of notes; people.yaml.
    """
    make, net = facts.maker("C1", gap=gaps.of_connections(facts)), Net(facts)
    yield make.count("", [line_source(link.line, who=True) for link in net.all], "connections")
    yield make.count("distinct pairs", [source for _, source in net.distinct], "pairs")
    fresh = [source for link, source in net.distinct if link.pair not in net.known_before]
    yield make.count("first-time pairs", fresh, "pairs")
    apart = [source for link, source in net.across if link.pair not in net.known_before]
    make = _placed(make, net, net.homes)
    yield make.count("first-time pairs across organisations", apart, "pairs")


def _chance(groups: list[str]) -> tuple[int, int]:
    """Pairs across groups, and all pairs, of people whose group is known."""
    known = [group for group in groups if group]
    every = all_pairs(len(known))
    return every - same_group_pairs(known), every


@metric("C2")
def across(facts: Facts) -> Iterator[Figure]:
    """Different pairs whose two people are from different organisations, of all different pairs; sectors likewise.

    Beside it stands what chance would give: the pairs of participants from different organisations, of all pairs
    of participants, 1 − Σ n(n − 1) ÷ N(N − 1), and for organisations the ratio of the two. A pair is of different
    organisations when at least one of its connections in the period joined two; a participant counts for the
    organisation at the last session to which they came. Pairs of which one end is not known at every connection are
    left out of both. People count for their organisation of the day, as what it had become by the last day.

    From: `connect:` lines and `present:` of notes; people.yaml; organisations.yaml.

    After: the index of qualitative variation without replacement, as Simpson (1949) gives it.
    """
    make, net = facts.maker("C2", gap=gaps.of_connections(facts)), Net(facts)
    of_who_came = facts.maker("C2", gap=gaps.of_homes(facts))
    homes = list(facts.home.values())
    for label, ends, groups in (
        ("", net.homes, homes),
        ("sectors", net.sectors, [facts.sector(home) for home in homes]),
    ):
        real = _placed(make, net, ends).split(label, net.placed(ends), partial(differ, ends), "pairs")
        chance = of_who_came.ratio(f"{label} by chance".strip(), *_chance(groups), "pairs of participants")
        yield real
        yield chance
        if not label:
            ratio = real.value / chance.value if real.value is not None and chance.value else None
            yield make.number("ratio", ratio, "")


def _placed(make: Maker, net: Net, ends: Callable[[Link], tuple[str, str]]) -> Maker:
    """The same; no figure of it has a number where pairs were noted, and of none of them both ends are known."""
    unplaced = net.distinct and not net.placed(ends)
    return make.because(gaps.gap("unknown", "no_organisation")) if unplaced else make


@metric("C3")
def openness(facts: Facts) -> Iterator[Figure]:
    """Pairs across organisations less pairs within one, divided by all: −1 is closed, +1 is open.

    Recorded connections only, each pair once and as in C2. Beside it stands what chance would give over the
    participants. People count for their organisation of the day, as what it had become by the last day.

    From: `connect:` lines and `present:` of notes; people.yaml.

    After: Krackhardt and Stern (1988), Informal networks and organizational crises.
    """
    make, net = facts.maker("C3", gap=gaps.of_connections(facts)), Net(facts)
    make, of_who_came = _placed(make, net, net.homes), facts.maker("C3", gap=gaps.of_homes(facts))
    rows = net.placed(net.homes)
    outer, counted = len(net.across), tuple(source for _, source in rows)
    top = outer - (len(rows) - outer)
    yield make.ratio("", top, len(rows), "pairs", form="number", counted=counted)
    cross, every = _chance(list(facts.home.values()))
    yield of_who_came.ratio("by chance", cross - (every - cross), every, "pairs of participants", form="number")


@metric("C4")
def organisations_linked(facts: Facts) -> Iterator[Figure]:
    """Pairs of organisations with at least one connection between them, of all pairs of participating ones.

    An organisation takes part when somebody came from it in the period, or was linked with another one in it. Every
    connection of the period counts, also those of a pair that was linked before from other organisations. People
    count for their organisation of the day, as what it had become by the last day.

    From: `connect:` lines and `present:` of notes; people.yaml.
    """
    net = Net(facts)
    counted = tuple(_row(those)[1] for those in net.organisations.values())
    possible = all_pairs(len(net.taking_part))
    make = facts.maker("C4", gap=gaps.of_connections(facts) or gaps.of_homes(facts))
    yield make.ratio("", len(counted), possible, "pairs of organisations", counted=counted)


@metric("C5")
def hub_dependence(facts: Facts) -> Iterator[Figure]:
    """Pairs across organisations with one end in the host, of all pairs across organisations.

    A high share says that partners meet the host rather than each other. A pair has an end in the host when one of
    its connections across organisations in the period has. People count for their organisation of the day, as what
    it had become by the last day; so does the host.

    From: `connect:` lines of notes; people.yaml; `host:` in programme.yaml.
    """
    net, host = Net(facts), facts.view.host
    make = _placed(facts.maker("C5", gap=gaps.of_connections(facts)), net, net.homes)
    if not host:
        yield make.absent("", "unknown", lexicon.text("figures.no_host"), "pairs", form="share")
        return
    with_host = {link.pair for ends, those in net.organisations.items() if host in ends for link in those}
    yield make.split("", net.across, lambda link: link.pair in with_host, "pairs")


@metric("C6")
def unconnected(facts: Facts) -> Iterator[Figure]:
    """Participants who came twice or more and of whom no connection was ever noted: whom to introduce next.

    For members only; it is a list of things to do for the convenor and no mark against anybody.

    From: `present:` and `connect:` lines of notes.
    """
    linked = {key for link in links(facts) for key in link.pair}
    files = facts.community.files
    often = [(key, there[-1].source(key, files)) for key, there in facts.came.items() if len(there) > 1]
    make = facts.maker("C6", named=True, gap=gaps.of_attendance(facts) or gaps.of_notes(facts))
    yield make.split("", often, lambda key: key not in linked, "people", people=True, members_only=True)


@metric("C7")
def led_to_something(facts: Facts) -> Iterator[Figure]:
    """`connect:` lines that a story, an action, a group or an initiative names, of all `connect:` lines of the
    period.

    A record names a line by its id, such as 2020-01-31/connect/1, in `because_of:` or in the words of an action. As
    it stood on the last day: an action counts by the day of its session, a story by its `date:` (without one it
    does not count), a group by the day on which it started and an initiative by the day on which it surfaced
    (without one it counts).

    From: `connect:` and `action:` lines of notes; initiatives, groups and stories.
    """
    view = facts.view
    named = {one.because_of for one in view.initiatives.values()}
    named.update(group.because_of for group in view.groups.values())
    for story in view.stories.values():
        named.update(story.because_of)
    for line in facts.lines:
        if line.kind == "action" and "/connect/" in line.entry.text:
            named.update(word.strip(".,;:|()") for word in line.entry.text.split())
    lines = [(line.id, line_source(line, who=True)) for line in facts.said("connect")]
    make = facts.maker("C7", gap=gaps.of_connections(facts))
    yield make.split("", lines, lambda key: key in named, "connections")


@metric("C8")
def opportunity(facts: Facts) -> Iterator[Figure]:
    """Pairs of participants who came to two sessions or more together, or sat at one table, of all pairs.

    Chances to connect, not connections. Two sat at one table when it lists both, and both were present that day.
    Tables are those of the notes; the plan's where the notes have none. Once and three times stand beside it, of
    sessions alone.

    From: `present:` and `tables_sat:` of notes, or of plans.

    After: Breiger (1974), The duality of persons and groups.
    """
    make = facts.maker("C8", named=True)
    numbers = {one.session.id: place for place, one in enumerate(facts.attended)}
    came = {key: [numbers[one.session.id] for one in there] for key, there in facts.came.items()}
    times, every = shared_sessions(came), all_pairs(len(came))
    tables = [
        [key for typed in table if (key := facts.who(typed, one.session.date)) in one.people]
        for one in facts.attended
        for table in _tables(one.session)
    ]
    close = sum(len(set(came[a]) & set(came[b])) < 2 for a, b in met_at_tables(tables))
    counted = tuple(one.whole(facts.community.files) for one in facts.attended)
    for least in (2, 1, 3):
        pairs = sum(number for shared, number in times.items() if shared >= least)
        label = "" if least == 2 else ("once or more" if least == 1 else "three times or more")
        yield make.ratio(label, pairs + (close if least == 2 else 0), every, "pairs", counted=counted)


def _tables(session: Session) -> tuple[tuple[str, ...], ...]:
    seated = session.notes.tables_sat if session.notes is not None else ()
    return seated or session.plan.tables_sat


@metric("C9")
def bridges(facts: Facts) -> Iterator[Figure]:
    """Participants whom recorded connections lead to three other organisations or more, of all participants.

    The rest of the distribution stands beside it. Who they are is printed nowhere. Where 30 people or more are
    linked (and at most 500), `through one person` says how much hangs on one of them: of the pairs of the others,
    those whose shortest ways lead through that person, whoever it is. A connection across organisations in the
    period leads each of its two to the organisation of the other. People count for their organisation of the day,
    as what it had become by the last day.

    From: `connect:` lines and `present:` of notes; people.yaml.

    After: Freeman (1977), A set of measures of centrality based on betweenness.
    """
    gap = gaps.of_homes(facts) or gaps.of_connections(facts)
    make, reached = facts.maker("C9", named=True, gap=gap), organisations_reached(facts)
    files = facts.community.files
    rows = [(len(reached.get(key, ())), there[-1].source(key, files)) for key, there in facts.came.items()]
    yield make.split("", rows, lambda number: number >= _MANY, "people", people=True)
    for exact in reversed(range(_MANY)):
        yield make.split(str(exact), rows, partial(_same, exact), "people", people=True)
    yield from _through_one(facts)


def _through_one(facts: Facts) -> Iterator[Figure]:
    """How much of the network hangs on one person, where there are enough people for that to mean something."""
    net = Net(facts)
    linked = {key for link, _ in net.distinct for key in link.pair}
    if _FEWEST_LINKED <= len(linked) <= _MOST_LINKED:
        most = max(betweenness(link.pair for link, _ in net.distinct).values())
        counted, others = tuple(source for _, source in net.distinct), all_pairs(len(linked) - 1)
        yield facts.maker("C9").ratio("through one person", most, others, "pairs of others", counted=counted)


def _same(one: int, other: int) -> bool:
    return one == other


def organisations_reached(facts: Facts) -> dict[str, frozenset[str]]:
    """The other organisations that each linked person reached. For counting: a name is shown with consent alone."""
    found: dict[str, set[str]] = {}
    net = Net(facts)
    for link in chain(*net.organisations.values()):
        for key, other in zip(link.pair, reversed(net.homes(link)), strict=True):
            found.setdefault(key, set()).add(other)
    return {key: frozenset(others) for key, others in found.items()}
