"""Who was at a session: by name and organisation for members, as a number for the public."""

from collections.abc import Iterable
from typing import NamedTuple

from copkit import lexicon
from copkit.audience import Door
from copkit.dates import say_number
from copkit.documents.source import Source

say = lexicon.Words("attendance")


class Attendance(NamedTuple):
    """Who came. Names and organisations are in order of the alphabet; `others` came without being named.

    `unsaid` is beside how many names something was typed that may tell of somebody's health, and is not printed.
    """

    total: int
    present: tuple[str, ...]
    organisations: tuple[str, ...]
    others: int
    apologies: tuple[str, ...]
    voices: int | None
    energy: int | None
    unsaid: int


def attendance(source: Source) -> Attendance:
    """Who came to a session that has notes."""
    notes = source.session.notes
    assert notes is not None
    present, apologies = list(map(source.alone, notes.present)), list(map(source.alone, notes.apologies))
    ids = dict.fromkeys(source.person(typed) for typed in present if typed)
    homes = {home for key in ids if (home := source.works_at(key, source.session.date))}
    return Attendance(
        source.came.people,
        _in_order(source.name(key) for key in ids),
        _in_order(homes),
        notes.others,
        _in_order(source.name(typed) for typed in dict.fromkeys(apologies) if typed),
        notes.voices,
        notes.energy,
        sum(map(source.is_shortened, (*notes.present, *notes.apologies))),
    )


def _in_order(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=lambda name: (name.casefold(), name)))


def public_attendance(source: Source) -> str:
    """About how many came, and from how many organisations; fewer people than the programme's least are hidden."""
    number, places = source.came
    if not number:
        return ""
    people, told = said_people(source.door, number), places > 1 and not source.door.hides(number)
    return say("people_from", people=people, organisations=say_number(places)) if told else people


def said_people(door: Door, number: int) -> str:
    """So many people, as their audience may be told of a count that is no figure."""
    seen = door.people(number)
    if seen.number is None:
        return say("fewer_than", number=say_number(door.shared.programme.hide_counts_below))
    if seen.about:
        return say("about", number=say_number(seen.number))
    return say.plural("people", seen.number)
