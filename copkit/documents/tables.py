"""The table plan: who sits where, so that organisations mix. Never made for the public."""

from dataclasses import dataclass, replace
from typing import NamedTuple

from copkit import lexicon
from copkit.documents.expected import Guest, guests
from copkit.documents.fitting import Sheet, sheets
from copkit.documents.seating import Seat, seat, table_count
from copkit.documents.sitting import Sitting, meta, sitting
from copkit.documents.source import Source
from copkit.render.meta import Meta

say = lexicon.Words("tables")


class Table(NamedTuple):
    """A table with its number, its host (empty where there is none) and who sits there besides."""

    number: int
    host: str
    people: tuple[str, ...]


class Found(NamedTuple):
    """At which table a person sits."""

    name: str
    table: int


@dataclass(frozen=True, kw_only=True)
class TablePlan:
    """The table plan: names on sheets to read from afar, and the tables in rows: `together`, if one sheet has room.

    Only the team is told who comes for the first time.
    """

    meta: Meta
    sitting: Sitting
    sheets: tuple[Sheet, ...]
    together: bool
    rows: tuple[tuple[Table, ...], ...]
    people: int
    organisations: int
    first_timers: tuple[Found, ...]


ABREAST = 6
"""Tables that stand side by side."""
BELOW = 2
"""Rows of tables for which a sheet of names can have room."""


def build(source: Source) -> TablePlan:
    """The table plan of a session for members or the team."""
    company = {guest.id: guest for guest in guests(source)}
    hosts = {source.person(who) for who in source.session.plan.team.table_hosts}
    seats = [
        Seat(one.id, one.organisation, one.sector, one.first_time, one.id in hosts) for one in company.values()
    ]
    seated = seat(seats, table_count(len(seats), source.session.plan.tables)) if seats else []
    index = [Found(company[one.id].name, number) for number, table in enumerate(seated, 1) for one in table]
    index.sort(key=lambda found: (found.name.casefold(), found.table))
    made = [
        _table(number, [(company[one.id], one.host) for one in table]) for number, table in enumerate(seated, 1)
    ]
    rows = tuple(tuple(made[start : start + ABREAST]) for start in range(0, len(made), ABREAST))
    names = [(one.name, one.table) for one in index]
    whole = sheets(names, _taken(rows)) if len(rows) <= BELOW else ()
    together = len(whole) == 1 or not names
    new = {company[one.id].name for one in seats if one.newcomer}
    return TablePlan(
        meta=_meta(source),
        sitting=sitting(source),
        sheets=whole if together else sheets(names),
        together=together,
        rows=rows,
        people=len(seats),
        organisations=len({one.organisation for one in seats if one.organisation}),
        first_timers=source.only("team", lambda: tuple(found for found in index if found.name in new)),
    )


def _meta(source: Source) -> Meta:
    title = say("find_room" if source.session.place == "online" else "find_table")
    kind = say("breakout_rooms") if source.session.place == "online" else lexicon.text("titles.tables")
    theme = source.session.plan.theme
    kind = f"{kind}: {theme}" if theme else kind
    return replace(meta(source, title, "facilitator"), kind=kind, paper="A3 landscape")


def _table(number: int, people: list[tuple[Guest, bool]]) -> Table:
    host = next((one.name for one, hosts in people if hosts), "")
    return Table(number, host, tuple(one.name for one, _ in people if one.name != host))


def _taken(rows: tuple[tuple[Table, ...], ...]) -> int:
    """How many millimetres of a sheet the tables take, a name a line."""
    return sum(14 + 6 * max(len(table.people) + 1 for table in row) for row in rows)
