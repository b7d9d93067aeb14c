"""What the programme keeps beside its communities: events, challenges, cohorts, opportunities."""

from collections.abc import Iterator

from copkit.exporters.fields import columns_of, values_of
from copkit.exporters.table import Column, Export, Row, Table
from copkit.metrics.influence import weighed
from copkit.models.base import Part
from copkit.models.challenges import ChallengeEntry
from copkit.models.cohorts import Cohort
from copkit.models.events import Event
from copkit.models.opportunities import Opportunity


def _plain(kind: str, name: str, record: type[Part]) -> Table:
    """A table of a shared list: a row a record."""
    columns = columns_of(record)

    def rows(export: Export) -> Iterator[Row]:
        for one in export.shared.other.get(kind, {}).values():
            yield values_of(one, columns)

    return Table(name, columns, rows)


EVENTS = _plain("events", "events", Event)
COHORTS = _plain("cohorts", "cohorts", Cohort)
OPPORTUNITIES = _plain("opportunities", "opportunities", Opportunity)

_ENTRY = columns_of(ChallengeEntry)


def _entries(export: Export) -> Iterator[Row]:
    for challenge in export.shared.other.get("challenges", {}).values():
        for entry in challenge.entries:
            total, weights = weighed(challenge, entry)
            yield {
                **values_of(entry, _ENTRY),
                "challenge": challenge.name,
                "closes": challenge.closes,
                "score": round(total / weights, 4) if weights else None,
                "selected": entry.title in challenge.selected,
            }


ENTRIES = Table(
    "challenge_entries",
    (
        Column("challenge"),
        Column("closes", kind="date"),
        *_ENTRY,
        Column("score", kind="number"),
        Column("selected", kind="yes-no"),
    ),
    _entries,
)
