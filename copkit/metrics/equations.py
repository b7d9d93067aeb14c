"""What holds between the figures of a community by their definitions: from these a hidden one could be worked out.

Every figure that counts people has its equations here, written as somebody could who has read the definitions. A
figure that is in no equation says so in `ALONE`.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import timedelta
from fractions import Fraction

from copkit.audience.equations import Cell, Equation, at_least, at_most, pairs_of, same, total
from copkit.audience.figures import to_five, too_few
from copkit.metrics.attendance import Attendance
from copkit.metrics.base import half_up
from copkit.metrics.delivery import lasted
from copkit.metrics.members import LEVELS
from copkit.metrics.release import DECLARED, Release, holds
from copkit.metrics.stay import stays

__all__ = ["ALONE", "DECLARED"]

ALONE: Mapping[str, str] = {
    "C6": "is for members alone",
    "V5": "is of forms that come three months later: no other figure counts them",
}
"""Metrics that count people and hold to no other figure, each with the reason."""


@holds("M1")
def _roll(of: Release) -> Iterable[Equation]:
    """Those on the roll before, and who joined, less who left."""
    earlier, first = of.before, of.facts.period.start
    if earlier is not None and earlier.facts.period.end + timedelta(days=1) == first:
        start = earlier("M1")
    else:
        gone = {of.facts.who(one.who) for one in of.facts.community.on_roll(first - timedelta(days=1))}
        start = of.hides("on the roll before", "", len(gone))
        of.known += [start] if not gone else []
    yield Equation(((1, start), (1, of("M1", "joined")), (-1, of("M1", "left")), (-1, of("M1"))))


@holds("M2")
def _different(of: Release) -> Iterable[Equation]:
    """No session had more people than came in all, and all came at least once."""
    yield at_most(of("M2"), of("M3"))
    yield from (at_most(room, of("M2")) for _, room in of.rooms)
    if len(of.rooms) == 1:
        yield same(of("M2"), of.rooms[0][1])
    range_ = of.figure("M2", "with guests")
    if range_ is not None and range_.value is not None and range_.high is not None:
        low = of.also("M2", "with guests", of("M2", "low"), int(range_.value))
        high = of.also("M2", "with guests", of("M2", "high"), int(range_.high))
        most = of.hides("guests", "most", max((of.unprinted[one] for one in of.guests.values()), default=0))
        named = of("M2") if of.figure("M2") is not None else of.hides("named", "", 0)
        yield total(low, (named, most))
        yield total(high, (named, *of.guests.values()))
        yield from (at_most(one, most) for one in of.guests.values())


@holds("M3")
def _attendances(of: Release) -> Iterable[Equation]:
    """The sessions add up to all, and those of a place to its own; a mean tells what it is the mean of."""
    yield total(of("M3"), (room for _, room in of.rooms))
    yield same(of("M3"), of("M3", "mean"))
    for one, room in of.rooms:
        if one.session.plan.publish != "no":
            yield from _in_notes(of, one, room)
    for place in ("online", "in-person", "hybrid"):
        yield total(of("M3", f"mean {place}"), (room for one, room in of.rooms if one.session.place == place))


def _in_notes(of: Release, one: Attendance, room: Cell) -> Iterable[Equation]:
    """The public notes of a session say about how many were there, and from how many organisations."""
    below, there = of.facts.shared.programme.hide_counts_below, len(one.people) + one.others
    about = to_five(there)
    least, most = (0, below - 1) if there < below else (about - 2, about + 2)
    yield Equation(((1, room), (1, of.guests[one.session.id])), least=least, most=most)
    if there >= below:
        yield at_least(room, len(set(filter(None, one.organisations.values()))))


@holds("M4")
def _members_came(of: Release) -> Iterable[Equation]:
    """Members who came are among all who came."""
    yield at_most(of("M4"), of("M3"))


@holds("M5")
def _levels(of: Release) -> Iterable[Equation]:
    """Everybody on the roll is at one level."""
    yield total(of("M1"), (of("M5", level) for level in LEVELS))
    yield from (same(of("M5", level).of, of("M1")) for level in LEVELS)


@holds("M6")
def _came_again(of: Release) -> Iterable[Equation]:
    """Those of both halves, less those in both, are all who came; a half is no less than any session in it."""
    middle = -(-len(of.rooms) // 2)
    if len(of.rooms) > 1:
        later = {key for one, _ in of.rooms[middle:] for key in one.people}
        second = of.hides("second half", "", len(later))
        yield Equation(((1, of("M6").of), (1, second), (-1, of("M6")), (-1, of("M2"))))
        for half, rooms in ((of("M6").of, of.rooms[:middle]), (second, of.rooms[middle:])):
            yield from (at_most(room, half) for _, room in rooms)
            yield Equation(((1, half), *((-1, room) for _, room in rooms)), least=None)
            if len(rooms) == 1:
                yield same(half, rooms[0][1])
    again = of("M6", "year on year")
    yield at_most(again, of("M2"))
    if of.before is not None and of.before.facts.period == of.facts.period.before:
        yield same(again.of, of.before("M2"))


@holds("M7")
def _newcomers(of: Release) -> Iterable[Equation]:
    """The sessions add up; whoever is not new came before, and who was new at none came in an earlier year."""
    yield same(of("M7").of, of("M3"))
    yield total(of("M7"), (of("M7", one.session.id) for one, _ in of.rooms))
    yield from (same(of("M7", one.session.id).of, room) for one, room in of.rooms)
    earlier = [one for one in of.facts.ever if one.session.date < of.facts.period.start]
    people = {key for one in earlier for key in one.people}
    known = of.hides("came in earlier years", "", len(people & of.facts.came.keys()))
    if earlier:
        yield total(of("M2"), (of("M7"), known))
    else:
        yield from (same(of("M7"), of("M2")), Equation(((1, known),)))
        yield from (same(of("M7", one.session.id), room) for one, room in of.rooms[:1])
        for place, (_, room) in enumerate(of.rooms):
            before = ((-1, of("M7", each.session.id)) for each, _ in of.rooms[: place + 1])
            yield Equation(((1, room), *before), least=None)
    yield at_most(of("M6", "year on year"), known)
    if all(one.session.date in of.facts.period.before for one in earlier):
        yield same(of("M6", "year on year"), known)


@holds("M8")
def _voices(of: Release) -> Iterable[Equation]:
    """Of those who were there, guests with them, at the sessions whose voices were counted."""
    noted = [(one, room) for one, room in of.rooms if one.notes.voices is not None]
    yield total(of("M8").of, _there(of, [one.session.id for one, _ in noted]))


def _there(of: Release, sessions: Iterable[str]) -> list[Cell]:
    """The named people and the guests of some sessions."""
    return [cell for key in sessions for cell in (of("M3", key), of.guests[key])]


@holds("R2")
def _sectors(of: Release) -> Iterable[Equation]:
    """Every attendance is of one sector, or of one that is not known."""
    rows = [of("R2", label) for label in of.labels("R2")]
    yield total(of("M3"), rows)
    for row in rows:
        yield from (same(row.of, of("M3")), at_least(row, 1))


@holds("R3")
def _organisations(of: Release) -> Iterable[Equation]:
    """All attendances but those whose organisation is not known. What is said of each one is for members."""
    main, rows = of.figure("R3"), [one for one in of.figures["R3"] if one.people]
    known = int(main.denominator or 0) if main is not None else 0
    without = of.hides("no organisation", "", sum(len(one.people) for one, _ in of.rooms) - known)
    yield total(of("M3"), (of("R3").of, without))
    if "not known" in of.labels("R2"):
        yield at_most(without, of("R2", "not known"))
    else:
        yield Equation(((1, without),))
    if any(too_few(one, of.facts.shared.programme.hide_counts_below) for one in rows):
        of.rough |= {("R3", label): {} for label in ("index", "effective number")}


@holds("R4")
def _lived(of: Release) -> Iterable[Equation]:
    """Whoever comes from an organisation of people with lived experience brings it; so does one at each session."""
    brought = of("R4", "attendances")
    yield from (
        same(brought.of, of("M3")),
        at_most(of("R2", "lived-experience"), brought),
        at_most(of("R4"), brought),
    )


@holds("C2")
def _chance(of: Release) -> Iterable[Equation]:
    """Pairs by chance are those of all people, less those of each group; a sector came at most so often."""
    homes = list(of.facts.home.values())
    sectors = {home: of.facts.sector(home) for home in homes}
    yield from _pairs_across(of, "", [one for one in homes if one])
    yield from _pairs_across(of, "sectors", [one for home in homes if (one := sectors[home])])
    moved = len({(key, home) for one, _ in of.rooms for key, home in one.organisations.items()}) > len(homes)
    for sector in {one: None for one in sectors.values() if one}:
        people = of("people of sectors", sector)
        yield total(people, [of("people of", home) for home in sectors if sectors[home] == sector])
        yield at_most(people, of("R2", sector))
        if not moved:
            yield at_most(of("R2", sector), people, len(of.rooms))


def _pairs_across(of: Release, label: str, groups: list[str]) -> Iterable[Equation]:
    chance, kind = of("C2", f"{label} by chance".strip()), f"people of {label}".strip()
    people = of.hides(f"{kind} in all", "", len(groups))
    without = of.hides(f"{kind} unknown", "", len(of.facts.home) - len(groups))
    yield total(of("M2"), (people, without))
    yield at_most(without, of("R2", "not known") if "not known" in of.labels("R2") else of("no organisation"))
    yield pairs_of(chance.of, people)
    sizes = {one: of.hides(kind, one, number, few=True) for one, number in Counter(groups).items()}
    yield total(people, sizes.values())
    yield from (at_least(size, 1) for size in sizes.values())
    yield Equation(((1, chance), (-1, chance.of)), tuple((1, size) for size in sizes.values()))
    ratio, number = f"{label} ratio".strip(), of.told.get((chance.code, chance.label), {})
    if chance in number:  # the real share is never hidden, so the ratio says as much, and so does the index
        of.told["C2", ratio] = dict(number)
        if not label and ("C3", "by chance") in of.told:
            of.told["C3", "by chance"] = dict(number)
        if number[chance.of] and min(Counter(groups).values()) < of.facts.shared.programme.hide_counts_below:
            yield _about(of, chance, number[chance.of], ratio)


def _about(of: Release, chance: Cell, pairs: int, ratio: str) -> Equation:
    """What a chance tells when it is rounded to a twentieth, since one of the groups is small."""
    rounded = half_up(Fraction(20 * of.told[chance.code, chance.label][chance], pairs))
    about = of(f"about {chance.label}", "")
    of.rough[chance.code, chance.label] = {about: rounded}
    of.rough["C2", ratio] = {}
    if chance.label == "by chance":
        of.rough["C3", "by chance"] = {about: rounded}
    return Equation(((40, chance), (-2 * pairs, about)), least=-pairs, most=pairs)


@holds("C8")
def _together(of: Release) -> Iterable[Equation]:
    """All pairs are those of all who came; each session makes the pairs of those who were there."""
    every = [of("C8", label) for label in ("", "once or more", "three times or more")]
    yield pairs_of(every[0].of, of("M2"))
    yield from (same(one.of, every[0].of) for one in every[1:])
    once, thrice = every[1:]
    tables = any(one.plan.tables_sat or (one.notes and one.notes.tables_sat) for one in of.facts.held)
    shared = tuple((-1, room) for _, room in of.rooms)
    often = len(of.rooms)
    if often <= 3 and not tables:
        yield Equation(((1, once), *((1, one) for one in (every[0], thrice)[: often - 1])), shared)
    elif not tables:
        yield Equation(((1, once), (1, every[0]), (1, thrice)), shared, least=None)
    yield Equation(((1, once),), shared, least=None)
    yield from (Equation(((1, once),), ((-1, room),), most=None) for _, room in of.rooms)


@holds("C9")
def _bridges(of: Release) -> Iterable[Equation]:
    """Everybody who came reached some number of organisations; a pair reaches two."""
    rows = [of("C9", label) for label in ("", "2", "1", "0")]
    yield total(of("M2"), rows)
    yield from (same(row.of, of("M2")) for row in rows)
    yield Equation(((3, rows[0]), (2, rows[1]), (1, rows[2]), (-2, of("C2"))), least=None)


@holds("V4")
def _forms(of: Release) -> Iterable[Equation]:
    """Forms are of those who were there; no question has more answers; the change is after less before."""
    feedback, there = of.facts.community.feedback, {one.session.id for one, _ in of.rooms}
    asked = [one.id for one in of.facts.held if one.id in feedback]
    yield total(of("V4", "response").of, _there(of, [key for key in asked if key in there]))
    forms = of.hides("forms", "", sum(feedback.of(key).forms for key in asked))
    yield at_most(of("V4", "response"), forms)
    if there.issuperset(asked):
        yield same(of("V4", "response"), forms)
    yield from (at_most(of("V4", label).of, forms) for label in of.labels("V4", "response"))
    before, after, change = (of("V4", f"confidence {label}") for label in ("before", "after", "change"))
    better = of("V4", "confidence improved")
    yield from (same(one.of, better.of) for one in (before, after, change))
    yield total(after, (before, change))
    yield at_most(change, better, 4)
    yield Equation(((-1, change), (5, better), (-4, better.of)), least=None)


@holds("L1")
def _hours(of: Release) -> Iterable[Equation]:
    """Hours are those of each session times its people, less what somebody missed; everybody may ask for them."""
    hours, whole = of.figure("L1"), stays(of.facts).values()
    if hours is not None and hours.value is not None:
        minutes = of.also("L1", "", of("L1", "minutes"), round(hours.value * 60))
        missed = sum(one.whole - one.minutes for each in whole for one in each)
        spent = tuple((lasted(one.session), room) for one, room in of.rooms)
        yield Equation((*spent, (-1, minutes)), most=None if missed else 0)
    asked = of.figure("L1", "asked for certificates")
    if asked is not None and asked.denominator:
        yield same(of("L1", asked.label).of, of("M2"))
