"""What was said and agreed: lines of notes, connections, actions. None of it is public."""

from collections.abc import Iterator

from copkit.audience.remarks import uncommented
from copkit.exporters.communities import COMMUNITY, SESSION
from copkit.exporters.table import Column, Export, Row, Table
from copkit.metrics.network import links

LINE = Column("line", audience="members")


def _lines(export: Export) -> Iterator[Row]:
    for part in export.parts:
        for line in part.told.lines:
            if line.day in part.facts.period:
                yield {
                    "community": part.id,
                    "session": line.session,
                    "line": line.id,
                    "kind": line.kind,
                    "text": uncommented(line.entry.text),
                    "people": [one.id or one.typed for one in line.people],
                    "themes": line.entry.themes,
                    "due": line.due,
                    "closes": line.closes,
                }


LINES = Table(
    "lines",
    (
        COMMUNITY,
        SESSION,
        LINE,
        Column("kind", audience="members"),
        Column("text", audience="members"),
        Column("people", audience="members"),
        Column("themes", audience="members"),
        Column("due", kind="date", audience="members"),
        Column("closes", audience="members"),
    ),
    _lines,
    audience="members",
)


def _connections(export: Export) -> Iterator[Row]:
    for part in export.parts:
        known: set[tuple[str, str]] = set()
        for link in links(part.told):
            first = link.pair not in known
            known.add(link.pair)
            if link.line.day in part.facts.period:
                a, b = link.pair
                organisation_1, organisation_2 = (
                    part.facts.view.affiliation(key, link.line.day) for key in link.pair
                )
                yield {
                    "community": part.id,
                    "session": link.line.session,
                    "line": link.line.id,
                    "person_1": a,
                    "person_2": b,
                    "organisation_1": organisation_1,
                    "organisation_2": organisation_2,
                    "first_time": first,
                    "about": uncommented(link.line.detail),
                }


CONNECTIONS = Table(
    "connections",
    (
        COMMUNITY,
        SESSION,
        LINE,
        Column("person_1", audience="members"),
        Column("person_2", audience="members"),
        Column("organisation_1", audience="members"),
        Column("organisation_2", audience="members"),
        Column("first_time", kind="yes-no", audience="members"),
        Column("about", audience="members"),
    ),
    _connections,
    audience="members",
)


def _actions(export: Export) -> Iterator[Row]:
    for part in export.parts:
        for one in part.told.ledger.actions:
            if one.day in part.facts.period or one.is_open:
                yield {
                    "community": part.id,
                    "session": one.session,
                    "action": one.id,
                    "owner": one.owner.id or one.owner.typed,
                    "what": uncommented(one.what),
                    "first_due": one.first_due,
                    "due": one.due,
                    "status": one.status,
                    "opened": one.day,
                    "closed": one.closed,
                }


ACTIONS = Table(
    "actions",
    (
        COMMUNITY,
        SESSION,
        Column("action", audience="members"),
        Column("owner", audience="members"),
        Column("what", audience="members"),
        Column("first_due", kind="date", audience="members"),
        Column("due", kind="date", audience="members"),
        Column("status", audience="members"),
        Column("opened", kind="date", audience="members"),
        Column("closed", kind="date", audience="members"),
    ),
    _actions,
    audience="members",
)
