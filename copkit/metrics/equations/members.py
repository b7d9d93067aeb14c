"""What holds between the figures of the roll and of who came."""

from collections.abc import Iterable
from datetime import timedelta

from copkit.audience.equations import Cell, Equation, at_least, at_most, same, total
from copkit.audience.figures import about, to_five
from copkit.metrics.attendance import Attendance
from copkit.metrics.learning import courses_of
from copkit.metrics.members import LEVELS
from copkit.metrics.release import Declared, Release


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
    yield from _roll_in_words(of)


def _roll_in_words(of: Release) -> Iterable[Equation]:
    """The blueprint of today says about how many are on the roll; the synthesis how many of them took a course."""
    members, below = of.figure("M1"), of.facts.shared.programme.hide_counts_below
    if members is not None and members.numerator and of.facts.day == of.facts.today:
        yield about((of("M1"),), int(members.numerator), below)
    for mine in courses_of(of.facts).values():
        yield at_least(of("M1"), to_five(mine) - 2 if mine >= below else 1)


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
    yield about((room, of.guests[one.session.id]), there, below)
    if there >= below:
        yield at_least(room, len(set(filter(None, one.organisations.values()))))


def _members_came(of: Release) -> Iterable[Equation]:
    """Members who came are among all who came."""
    yield at_most(of("M4"), of("M3"))


def _levels(of: Release) -> Iterable[Equation]:
    """Everybody on the roll is at one level."""
    yield total(of("M1"), (of("M5", level) for level in LEVELS))
    yield from (same(of("M5", level).of, of("M1")) for level in LEVELS)


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


def _voices(of: Release) -> Iterable[Equation]:
    """Of those who were there, guests with them, at the sessions whose voices were counted."""
    yield total(of("M8").of, of.there(one.session.id for one, _ in of.rooms if one.notes.voices is not None))


DECLARED: Declared = {
    "M1": _roll,
    "M2": _different,
    "M3": _attendances,
    "M4": _members_came,
    "M5": _levels,
    "M6": _came_again,
    "M7": _newcomers,
    "M8": _voices,
}
