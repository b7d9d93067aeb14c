"""Who took part most closely: those whom a few letters are enough to give away."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import product
from typing import NamedTuple

from copkit.models.programme import Organisation, Person
from copkit.people.company import Named
from copkit.people.register import Register


class Circle(NamedTuple):
    """People of the register, names typed that are nobody's, and where those people work or did."""

    people: dict[str, Person]
    unknown: frozenset[str] = frozenset()
    organisations: tuple[Organisation, ...] = ()


def circle(register: Register, named: Iterable[Named], days: Collection[date]) -> Circle:
    """Those who were named; `days` are those on which to ask for whom they worked, and what that became."""
    every = list(named)
    people = {one.id: register.people[one.id] for one in every if one.id}
    unknown = frozenset(one.typed for one in every if not one.id and not one.name)
    homes = dict.fromkeys(key for one in people.values() for key in _homes(register, one, days))
    there = (register.organisations.get(key) for key in homes)
    return Circle(people, unknown, tuple(one for one in there if one is not None))


def _homes(register: Register, person: Person, days: Collection[date]) -> Iterator[str]:
    where = person.organisation
    ids = [where] if isinstance(where, str) else [one.id for one in where]
    for one, day in product(ids, days):
        yield from (one, register.successor(one, day))
