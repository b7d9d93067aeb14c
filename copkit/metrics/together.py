"""All communities together: people counted once, and every other figure as the sum of its parts."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import NamedTuple

from copkit.audience.equations import Cell, Equation, at_most, same
from copkit.audience.figures import Known, Shown, shown
from copkit.metrics import gaps
from copkit.metrics.base import Figure, Period, Source
from copkit.metrics.facts import Facts
from copkit.metrics.making import Maker
from copkit.metrics.reach import in_scope
from copkit.metrics.registry import figures, metric
from copkit.metrics.release import told_by
from copkit.metrics.value import Value, amount_of
from copkit.models.base import Audience
from copkit.people.register import Register
from copkit.workspace import Shared


class Part(NamedTuple):
    """One community's share of the whole, without its records: what is needed to count people and places once.

    `came` leads from everybody who came to the place that says so, `homes` from each organisation to how often its
    people came, and `scope` are the organisations that the community is meant for, as what they had become. `gap`
    says why nobody came, or nobody knows who did.
    """

    id: str
    period: Period
    came: Mapping[str, Source]
    homes: Mapping[str, int]
    scope: tuple[str, ...]
    without_attendance: tuple[str, ...]
    gap: Value | None = None

    def seen_on(self, register: Register, day: date) -> "Part":
        """The same with the organisations as what they had become by a day."""
        homes: Counter[str] = Counter()
        for key, many in self.homes.items():
            homes[register.successor(key, day)] += many
        scope = dict.fromkeys(register.successor(key, day) for key in self.scope)
        return self._replace(homes=homes, scope=tuple(scope))


def part_of(facts: Facts) -> Part:
    """A community's share."""
    files = facts.community.files
    homes = Counter(home for one in facts.attended for home in one.homes)
    return Part(
        facts.community.id,
        facts.period,
        {key: there[0].source(key, files) for key, there in facts.came.items()},
        homes,
        tuple(in_scope(facts)),
        facts.without_attendance,
        gaps.of_attendance(facts),
    )


def called(name: str, what: str, place: int) -> str:
    """What a record is called in its figure: its name, or its number where the audience may not read the name."""
    return name or f"{what} {place}"


class Together:
    """The programme: what all communities share, and each community's share, every one over its own period.

    `period` is the programme's own, over which its courses and challenges are counted. A community may report on
    other days, such as those of its commission; `span` is the time from the first of them to the last. `told` are
    the registers as an audience may have them: what is counted is called by these.
    """

    def __init__(
        self,
        shared: Shared,
        period: Period,
        today: date,
        parts: Iterable[Facts | Part] = (),
        told: Shared | None = None,
    ) -> None:
        self.shared, self.period, self.told = shared, period, told or shared
        every = [one if isinstance(one, Part) else part_of(one) for one in parts]
        last = min(max((part.period.end for part in every), default=period.end), today)
        self.parts = tuple(part.seen_on(shared.register, last) for part in every)
        self.day = min(period.end, today)

    @property
    def span(self) -> Period:
        """From the first day on which any community counts to the last."""
        periods = [part.period for part in self.parts] or [self.period]
        return Period(min(one.start for one in periods), max(one.end for one in periods))

    @cached_property
    def came(self) -> dict[str, list[Source]]:
        """For everybody who came to any community, by id, one place for each community."""
        found: dict[str, list[Source]] = {}
        for part in self.parts:
            for key, source in part.came.items():
                found.setdefault(key, []).append(source)
        return found

    @property
    def gap(self) -> Value | None:
        """Why nothing can be said of who came to any community; what is not known goes before what is not yet."""
        if self.came:
            return None
        found = [part.gap for part in self.parts if part.gap is not None]
        unknown = [one for one in found if one.kind == "unknown"]
        return next(iter((*unknown, *found)), None)

    @property
    def gap_of_homes(self) -> Value | None:
        """The same of the organisations from which they came."""
        if not self.came or any(part.homes for part in self.parts):
            return self.gap
        nobody = self.shared.people.keys().isdisjoint(self.came)
        return gaps.gap("unknown", "not_in_register" if nobody else "no_organisation")

    @property
    def without_attendance(self) -> tuple[str, ...]:
        return tuple(f"{part.id} {name}" for part in self.parts for name in part.without_attendance)


@metric("P1", of="programme")
def people_once(all_of_it: Together) -> Iterator[Figure]:
    """Different people who came to any community, each counted once; the sum over communities; those in several.

    Each community is counted over its own period: the programme's year, or that of its commission.

    From: `present:` in the notes of every community.
    """
    make = Maker("P1", all_of_it.span, all_of_it.without_attendance, all_of_it.gap)
    once = [places[0] for places in all_of_it.came.values()]
    yield make.count("", once, "people", people=True)
    every = [place for places in all_of_it.came.values() for place in places]
    yield make.count("sum over communities", every, "people", people=True)
    several = [(len(places), places[0]) for places in all_of_it.came.values()]
    yield make.split("in two communities or more", several, lambda number: number > 1, "people", people=True)


@metric("P2", of="programme")
def organisations_once(all_of_it: Together) -> Iterator[Figure]:
    """Organisations from which somebody came to any community, of those that any is meant for, each counted once.

    Those that came and are in no community's scope stand beside it. People count for their organisation of the
    day, as what it had become by the last day of all communities; so do the organisations in scope.

    From: `community: organisations:` in community.yaml; `present:` in notes; people.yaml.
    """
    make = Maker("P2", all_of_it.span, all_of_it.without_attendance, all_of_it.gap_of_homes)
    places, files = all_of_it.shared.organisations, all_of_it.shared.files
    came = Counter(key for part in all_of_it.parts for key in part.homes)
    scope = dict.fromkeys(key for part in all_of_it.parts for key in part.scope)
    sources = {key: Source(key, files, places[key]) for key in (*scope, *sorted(came)) if key in places}
    rows = [(key, sources[key]) for key in scope if key in sources]
    scoped = make.because(None if rows else gaps.gap("unknown", "no_scopes"))
    yield scoped.split("", rows, lambda key: key in came, "organisations")
    beyond = [sources[key] for key in sorted(came) if key not in scope and key in sources]
    yield make.count("out of scope", beyond, "organisations")


def coverage(all_of_it: Together) -> dict[str, Mapping[str, int]]:
    """How often people of each organisation came to each community: the matrix that shows who is missing where."""
    return {part.id: part.homes for part in all_of_it.parts}


def whole_shown(
    all_of_it: Together, parts: Iterable[tuple[Part, Figure]], audience: Audience, below: int
) -> dict[str, tuple[Figure, ...]]:
    """The figures of the whole as an audience may see them, beside those of each community."""
    every = figures(all_of_it, "programme")
    found = shown_of_all(every, audience, below, len(all_of_it.parts))
    if audience == "public":
        return {**found, **shown_together(parts, all_of_it, below)}
    return {**found, "P1": every["P1"]}


def shown_together(
    parts: Iterable[tuple[Part, Figure]], all_of_it: Together, below: int
) -> dict[str, tuple[Figure, ...]]:
    """The people and organisations of all communities as the public may see them.

    `parts` are each community's share with its reach as the public sees it. Communities whose reach is hidden are
    left out of the whole, or it would give their number away. The sum is what anybody can make from the parts.
    """
    rows = list(parts)
    seen = [part for part, reach in rows if not reach.hidden]
    out = tuple(part.id for part, reach in rows if reach.hidden)
    whole = Together(all_of_it.shared, all_of_it.period, all_of_it.day, seen, all_of_it.told)
    found = shown_of_all(_counted_once(whole), "public", below, len(seen))
    if out and not seen:
        found = {code: tuple(one.hide() for one in every) for code, every in _counted_once(all_of_it).items()}
    return {
        code: tuple(one._replace(left_out=(*one.left_out, *out)) for one in every) for code, every in found.items()
    }


def tells_few(some: Iterable[Part], others: Iterable[Part], whole: Together, below: int) -> bool:
    """Whether the people of some communities, printed beside those of all, tell how few came to others as well."""
    both = Together(whole.shared, whole.period, whole.day, (_as_one(some), _as_one(others)), whole.told)
    found = shown_of_all({"P1": tuple(people_once.find(both))}, "public", below, len(both.parts))["P1"]
    return any(one.hidden for one in found)


def _as_one(parts: Iterable[Part]) -> Part:
    """Several communities as though they were one: who came to any of them."""
    every = list(parts)
    came = {key: source for part in every for key, source in part.came.items()}
    return every[0]._replace(came=came)


def _counted_once(whole: Together) -> dict[str, tuple[Figure, ...]]:
    return {"P1": tuple(people_once.find(whole)), "P2": tuple(organisations_once.find(whole))}


def shown_of_all(
    figures: Mapping[str, tuple[Figure, ...]], audience: Audience, below: int, communities: int
) -> dict[str, tuple[Figure, ...]]:
    """The figures of the whole as an audience may see them; so many communities stand in it with their own."""
    told = {(one.code, one.label): told_by(one) for every in figures.values() for one in every}
    summed_up = Cell("P1", "sum over communities")
    known = Known(told, tuple(_equations(communities)), given=frozenset((summed_up,)))
    found: Shown[Figure] = shown(figures, known, audience, below)
    return found.figures


def _equations(communities: int) -> Iterator[Equation]:
    """Whoever came to several is in the sum more than once, and at most once for each."""
    once, every, several = (
        Cell("P1", label) for label in ("", "sum over communities", "in two communities or more")
    )
    yield from (same(several.of, once), at_most(once, every))
    yield Equation(((1, every), (-1, once), (-1, several)), most=None)
    yield Equation(((1, every), (-1, once), (1 - communities, several)), least=None)


SUMMED = ("D1", "D2", "D3", "D4", "D5", "M3", "M4", "R4", "R6", "C1", "W1", "W2", "W3", "W4", "W5",
          "A1", "A2", "A3", "A5", "V1", "V3", "V4")  # fmt: skip
"""The metrics whose counts and shares add up over communities. Where people would be counted twice they do not."""


def summed(code: str, parts: Iterable[tuple[str, Iterable[Figure]]]) -> tuple[Figure, ...]:
    """A metric's figures added up over communities, by label, in the order in which they first come.

    `parts` are each community's id and its figures. Medians, means and indices do not add up and are left away. A
    part that is hidden is left out of the sum, and listed: what is shown of the others would give it away.
    """
    if code not in SUMMED:
        raise ValueError(f"{code} does not add up over communities")
    found: dict[str, list[tuple[str, Figure]]] = {}
    for community, every in parts:
        for one in every:
            if one.label != gaps.ASKED and (one.form in ("count", "share") or one.unit == "hours"):
                found.setdefault(one.label, []).append((community, one))
    return tuple(_sum(rows) for rows in found.values())


def _sum(rows: list[tuple[str, Figure]]) -> Figure:
    """The sum of figures of one label; what is hidden or not known of some is left out of it, and listed."""
    known = [(community, one) for community, one in rows if one.amount.is_counted]
    if not known:
        return next((one for _, one in rows if not one.hidden), rows[0][1])
    parts = [one for _, one in known]
    halves = [one.denominator for one in parts if one.denominator is not None]
    periods = [one.period for one in parts]
    out = [f"{community} {name}" for community, one in known for name in one.left_out]
    whole = amount_of(sum(one.numerator for one in parts), sum(halves) if halves else None)
    return parts[0]._replace(
        amount=parts[0].amount if all(one.kind == "none yet" for one in parts) else whole,
        period=Period(min(one.start for one in periods), max(one.end for one in periods)),
        counted=tuple(source for one in parts for source in one.counted),
        among=tuple(source for one in parts for source in one.among),
        left_out=(*out, *(community for community, one in rows if not one.amount.is_counted)),
    )
