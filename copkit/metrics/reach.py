"""R: from which organisations and sectors people came."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial

from copkit import lexicon
from copkit.metrics.attendance import Attendance
from copkit.metrics.base import Figure, Source
from copkit.metrics.facts import Facts
from copkit.metrics.registry import metric
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
    in scope, each once. Organisations out of scope from which people came are counted apart.

    From: `community: organisations:` in community.yaml; `present:` in notes; people.yaml.
    """
    make, scope, came = facts.maker("R1", named=True), in_scope(facts), reached(facts.attended)
    if missing := facts.why_unknown:
        yield make.absent("", "unknown", missing, "organisations", form="share")
        return
    if scope:
        yield make.split("", list(scope.items()), lambda key: key in came, "organisations")
    else:
        yield make.absent("", "unknown", lexicon.text("figures.no_scope"), "organisations", form="share")
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
    make = facts.maker("R3", named=True)
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
    count for their organisation of the day, as what it had become by the last day.

    From: `present:` in notes; `brings:` in people.yaml; `sector:` in organisations.yaml.
    """
    make, files = facts.maker("R4", named=True), facts.community.files
    if facts.unregistered:
        yield make.absent("", "unknown", lexicon.text("figures.not_in_register"), "sessions", form="share")
        return
    rows = [(one, one.whole(files)) for one in facts.attended]
    yield make.split("", rows, lambda one: LIVED in one.brings, "sessions")
    every = [(LIVED in one.brought(key), one.source(key, files)) for one in facts.attended for key in one.people]
    yield make.split("attendances", every, bool, "attendances", people=True)


@metric("R5")
def absent(facts: Facts) -> Iterator[Figure]:
    """Organisations in scope from which nobody came to the last three sessions, of those in scope.

    The last three with attendance up to the end of the period; as long as there are fewer, nothing is said. People
    count for their organisation of the day, as what it had become by the last day; so do the organisations in
    scope.

    From: `community: organisations:` in community.yaml; `present:` in notes; people.yaml.
    """
    make = facts.maker("R5", named=True)
    if len(facts.ever) < _LAST:
        why = lexicon.text("figures.three_sessions_needed")
        yield make.absent("", "none yet", why, "organisations", form="share")
        return
    came = reached(facts.ever[-_LAST:])
    if not came:
        missing = facts.why_unknown or lexicon.text("figures.no_organisation")
        yield make.absent("", "unknown", missing, "organisations", form="share")
        return
    yield make.split("", list(in_scope(facts).items()), lambda key: key not in came, "organisations")


@metric("R6")
def right_people(facts: Facts) -> Iterator[Figure]:
    """Sessions at which expertise, clinical work and authority were all in the room, of the sessions held.

    From: `present:` in notes; `brings:` in people.yaml.
    """
    make = facts.maker("R6", named=True)
    if facts.unregistered:
        yield make.absent("", "unknown", lexicon.text("figures.not_in_register"), "sessions", form="share")
        return
    rows = [(one, one.whole(facts.community.files)) for one in facts.attended]
    yield make.split("", rows, lambda one: one.brings >= NEEDED, "sessions")
