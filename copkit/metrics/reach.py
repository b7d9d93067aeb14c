"""R: from which organisations and sectors people came."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial

from copkit.metrics import gaps
from copkit.metrics.attendance import Attendance
from copkit.metrics.base import Figure, Source
from copkit.metrics.facts import Facts
from copkit.metrics.registry import metric
from copkit.metrics.value import Kind, Value
from copkit.workspace.attendance import LIVED

NEEDED = frozenset(("expertise", "clinical", "authority"))
_LAST = 3


def in_scope(facts: Facts) -> dict[str, Source]:
    """The organisations in scope, as what they had become by the end, each once."""
    files, about = facts.community.files, facts.community.about
    found: dict[str, Source] = {}
    for place, key in enumerate(about.community.organisations):
        now = facts.view.became(key)
        found.setdefault(now, Source(now, files, about, ("community", "organisations", place)))
    return found


def reached(sessions: Iterable[Attendance]) -> set[str]:
    """The organisations from which somebody came, as what they had become by the end."""
    return {key for one in sessions for key in one.homes}


@metric("R1")
def organisation_reach(facts: Facts) -> Iterator[Figure]:
    """Organisations in scope from which somebody came at least once, of the organisations in scope.

    People count for their organisation of the day, as what it had become by the last day; so do the organisations
    in scope, each once. Organisations out of scope from which people came are counted apart. As long as none is
    named in scope, it is not set, and there is no number.

    From: `community: organisations:` in community.yaml; `present:` in notes; people.yaml.
    """
    scope, came = in_scope(facts), reached(facts.attended)
    make = facts.maker("R1", named=True, gap=gaps.of_homes(facts))
    of_scope = make if scope else make.because(gaps.gap("unknown", "no_scope"))
    yield of_scope.split("", list(scope.items()), lambda key: key in came, "organisations")
    files, places = facts.shared.files, facts.shared.organisations
    beyond = [Source(key, files, places[key]) for key in sorted(came - set(scope)) if key in places]
    yield make.count("out of scope", beyond, "organisations")


@metric("R2")
def sector_mix(facts: Facts) -> Iterator[Figure]:
    """Attendances by people of each sector, of all attendances; those whose sector is not known stand apart.

    People count for their organisation of the day, as what it had become by the last day; the sector is that one's.

    From: `present:` in notes; people.yaml; `sector:` in organisations.yaml.
    """
    make = facts.maker("R2", named=True)
    every = [(facts.sector(home), at) for home, at in _homes(facts)]
    counts = Counter(name for name, _ in every)
    for name in sorted(counts, key=lambda name: (not name, -counts[name], name)):
        yield make.split(name or "not known", every, partial(_is, name), "attendances", people=True)


def _is(name: str, other: str) -> bool:
    return name == other


def _homes(facts: Facts) -> list[tuple[str, Source]]:
    """The organisation of each attendance and its place; an empty text where it is not known."""
    files = facts.community.files
    return [(home, one.source(key, files)) for one in facts.attended for key, home in one.organisations.items()]


@metric("R3")
def concentration(facts: Facts) -> Iterator[Figure]:
    """How far attendance rests on few organisations: each one's share, and as if so many equal ones came.

    The Herfindahl–Hirschman index is the sum of the squares of the shares; 1 divided by it is the effective
    number of organisations. Attendances of people whose organisation is not known are left out of both. People
    count for their organisation of the day, as what it had become by the last day.

    From: `present:` in notes; people.yaml.

    After: Herfindahl (1950) and Hirschman (1964); the effective number after Laakso and Taagepera (1979).
    """
    make = facts.maker("R3", named=True, gap=gaps.of_homes(facts))
    known = [(home, at) for home, at in _homes(facts) if home]
    counts = Counter(home for home, _ in known)
    ordered = sorted(counts, key=lambda name: (-counts[name], name))
    total = counts.total()
    largest = ordered[0] if ordered else ""
    yield make.split("", known, partial(_is, largest), "attendances", people=True)
    index = sum(count**2 for count in counts.values()) / total**2 if total else None
    yield make.number("index", index, "", digits=4)
    yield make.number("effective number", 1 / index if index else None, "organisations")
    for name in ordered:
        yield make.split(name, known, partial(_is, name), "attendances", people=True, members_only=True)


@metric("R4")
def lived_experience(facts: Facts) -> Iterator[Figure]:
    """Sessions with at least one person who brings lived experience, of the sessions held; and their attendances.

    Somebody brings it whose `brings:` says so, or who comes from an organisation of people who use services. People
    count for their organisation of the day, as what it had become by the last day. Where nobody who came was asked
    what they bring (no `brings:`), it is not known; nor where only some were, and none of them brings it.

    From: `present:` in notes; `brings:` in people.yaml; `sector:` in organisations.yaml.
    """
    make, files = facts.maker("R4", named=True, gap=gaps.of_brings(facts)), facts.community.files
    rows = [(one, one.whole(files)) for one in facts.attended]
    yield gaps.but_not_nought(facts, make.split("", rows, lambda one: LIVED in one.brings, "sessions"))
    every = [(LIVED in one.brought(key), one.source(key, files)) for one in facts.attended for key in one.people]
    yield gaps.but_not_nought(facts, make.split("attendances", every, bool, "attendances", people=True))


@metric("R5")
def absent(facts: Facts) -> Iterator[Figure]:
    """Organisations in scope from which nobody came to the last three sessions, of those in scope.

    The last three with attendance up to the end of the period; as long as there are fewer, nothing is said. People
    count for their organisation of the day, as what it had become by the last day; so do the organisations in
    scope.

    From: `community: organisations:` in community.yaml; `present:` in notes; people.yaml.
    """
    scope, came = in_scope(facts), reached(facts.ever[-_LAST:])
    make = facts.maker("R5", gap=_not_yet(facts, bool(scope), bool(came))).without(facts.without_attendance)
    yield make.split("", list(scope.items()), lambda key: key not in came, "organisations")


def _not_yet(facts: Facts, scope: bool, came: bool) -> Value | None:
    """Why it cannot be said who is missing."""
    if len(facts.ever) < _LAST:
        kind: Kind = "unknown" if len(facts.held) >= _LAST else "none yet"
        return gaps.of_attendance(facts) or gaps.gap(kind, "three_sessions_needed")
    if not scope:
        return gaps.gap("unknown", "no_scope")
    return None if came else gaps.of_homes(facts) or gaps.gap("unknown", "no_organisation")


@metric("R6")
def right_people(facts: Facts) -> Iterator[Figure]:
    """Sessions at which expertise, clinical work and authority were all in the room, of the sessions held.

    Where nobody who came was asked what they bring, it is not known; nor where only some were, and it was so at no
    session. Where those who were not asked could change it, the people who were asked stand beside it.

    From: `present:` in notes; `brings:` in people.yaml.
    """
    make = facts.maker("R6", named=True, gap=gaps.of_brings(facts))
    files = facts.community.files
    rows = [(one, one.whole(files)) for one in facts.attended]
    found = make.split("", rows, lambda one: one.brings >= NEEDED, "sessions")
    yield gaps.but_not_nought(facts, found)
    asked = gaps.asked(facts)
    if make.gap is None and found.among and len(asked) < len(facts.came):
        people = [(key in asked, there[0].source(key, files)) for key, there in facts.came.items()]
        yield make.split(gaps.ASKED, people, bool, "people", people=True)
