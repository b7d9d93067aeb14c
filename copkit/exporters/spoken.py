"""What was said and agreed: lines of notes, connections, actions. None of it is public."""

from collections.abc import Iterator

from copkit.exporters.communities import COMMUNITY, SESSION
from copkit.exporters.table import Column, Export, Row, Table
from copkit.metrics.network import links

LINE = Column("line", "The line of the notes, by its id, such as 2026-06-09/action/1.", audience="members")


def _lines(export: Export) -> Iterator[Row]:
    for part in export.parts:
        for line in part.facts.lines:
            if line.day in part.facts.period:
                yield {
                    "community": part.id,
                    "session": line.session,
                    "line": line.id,
                    "kind": line.kind,
                    "text": line.entry.text,
                    "people": [one.id or one.typed for one in line.people],
                    "themes": line.entry.themes,
                    "due": line.due,
                    "closes": line.closes,
                }


LINES = Table(
    "lines",
    "The lines of the notes, a row each, in the order in which they were typed.",
    (
        COMMUNITY,
        SESSION,
        LINE,
        Column("kind", "What it is: action, ask, connect, decision, note and so on.", audience="members"),
        Column("text", "The words, as typed.", audience="members"),
        Column("people", "Whom it names, by id.", audience="members"),
        Column("themes", "Its themes.", audience="members"),
        Column("due", "The day by which it is to be done.", "date", "members"),
        Column("closes", "The earlier line that it closes.", audience="members"),
    ),
    _lines,
    audience="members",
)


def _connections(export: Export) -> Iterator[Row]:
    for part in export.parts:
        known: set[tuple[str, str]] = set()
        for link in links(part.facts):
            first = link.pair not in known
            known.add(link.pair)
            if link.line.day in part.facts.period:
                register, day = export.shared.register, link.line.day
                a, b = link.pair
                yield {
                    "community": part.id,
                    "session": link.line.session,
                    "line": link.line.id,
                    "person_1": a,
                    "person_2": b,
                    "organisation_1": register.organisation(a, day),
                    "organisation_2": register.organisation(b, day),
                    "first_time": first,
                    "about": link.line.detail,
                }


CONNECTIONS = Table(
    "connections",
    "Connections as they were noted, a row a pair: a line of three people makes three pairs.",
    (
        COMMUNITY,
        SESSION,
        LINE,
        Column("person_1", "One of the two, by id.", audience="members"),
        Column("person_2", "The other.", audience="members"),
        Column("organisation_1", "Where the first worked on that day.", audience="members"),
        Column("organisation_2", "Where the other worked.", audience="members"),
        Column("first_time", "Whether the pair had not been noted before.", "yes-no", "members"),
        Column("about", "What links them.", audience="members"),
    ),
    _connections,
    audience="members",
)


def _actions(export: Export) -> Iterator[Row]:
    for part in export.parts:
        for one in part.facts.ledger.actions:
            if one.day in part.facts.period or one.is_open:
                yield {
                    "community": part.id,
                    "session": one.session,
                    "action": one.id,
                    "owner": one.owner.id or one.owner.typed,
                    "what": one.what,
                    "first_due": one.first_due,
                    "due": one.due,
                    "status": one.status,
                    "opened": one.day,
                    "closed": one.closed,
                }


ACTIONS = Table(
    "actions",
    "Actions that were agreed in the period, and older ones that were still open at its end.",
    (
        COMMUNITY,
        SESSION,
        Column("action", "The action, by its id.", audience="members"),
        Column("owner", "Who promised it, by id.", audience="members"),
        Column("what", "What was promised.", audience="members"),
        Column("first_due", "The day by which it was first to be done.", "date", "members"),
        Column("due", "The day by which it is to be done now.", "date", "members"),
        Column("status", "How it stands at the end of the period.", audience="members"),
        Column("opened", "The day on which it was agreed.", "date", "members"),
        Column("closed", "The day on which it was closed.", "date", "members"),
    ),
    _actions,
    audience="members",
)
