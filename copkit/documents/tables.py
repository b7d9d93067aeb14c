"""The table plan: who sits where, so that organisations mix. Never made for the public."""

from dataclasses import dataclass
from typing import NamedTuple

from copkit import lexicon
from copkit.documents.expected import Guest, guests
from copkit.documents.seating import Seat, seat, table_count
from copkit.documents.sitting import Sitting, meta, sitting, titled
from copkit.documents.source import Source
from copkit.render.meta import Meta

say = lexicon.Words("tables")


class Place(NamedTuple):
    """A person at a table."""

    name: str
    organisation: str
    host: bool


class Table(NamedTuple):
    """A table with its number, its host (empty where there is none) and who sits there."""

    number: int
    host: str
    places: tuple[Place, ...]


class Found(NamedTuple):
    """At which table a person sits."""

    name: str
    organisation: str
    table: int


@dataclass(frozen=True, kw_only=True)
class TablePlan:
    """The table plan. Only the team is told who comes for the first time."""

    meta: Meta
    sitting: Sitting
    tables: tuple[Table, ...]
    people: int
    organisations: int
    index: tuple[Found, ...]
    first_timers: tuple[Found, ...]


def build(source: Source) -> TablePlan:
    """The table plan of a session for members or the team."""
    company = {guest.id: guest for guest in guests(source)}
    hosts = {source.person(who) for who in source.session.plan.team.table_hosts}
    seats = [
        Seat(one.id, one.organisation, one.sector, one.first_time, one.id in hosts) for one in company.values()
    ]
    seated = seat(seats, table_count(len(seats), source.session.plan.tables)) if seats else []
    index = [
        Found(company[one.id].name, one.organisation, number)
        for number, table in enumerate(seated, 1)
        for one in table
    ]
    index.sort(key=lambda found: (found.name.casefold(), found.table))
    online = source.session.place == "online"
    name = say("breakout_rooms") if online else lexicon.text("titles.tables")
    new = {company[one.id].name for one in seats if one.newcomer}
    return TablePlan(
        meta=meta(source, titled(source, name), "facilitator"),
        sitting=sitting(source),
        tables=tuple(_table(number, [(company[one.id], one.host) for one in table])
                     for number, table in enumerate(seated, 1)),
        people=len(seats),
        organisations=len({one.organisation for one in seats if one.organisation}),
        index=tuple(index),
        first_timers=source.only("team", lambda: tuple(found for found in index if found.name in new)),
    )  # fmt: skip


def _table(number: int, people: list[tuple[Guest, bool]]) -> Table:
    places = tuple(Place(one.name, one.organisation, host) for one, host in people)
    return Table(number, next((one.name for one in places if one.host), ""), places)
