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


def _plain(kind: str, name: str, what: str, record: type[Part]) -> Table:
    """A table of a shared list: a row a record."""
    columns = columns_of(record)

    def rows(export: Export) -> Iterator[Row]:
        for one in export.shared.other.get(kind, {}).values():
            yield values_of(one, columns)

    return Table(name, what, columns, rows)


EVENTS = _plain("events", "events", "Dialogic events elsewhere: what was taken, what came back.", Event)
COHORTS = _plain("cohorts", "cohorts", "Courses: how many started and completed.", Cohort)
OPPORTUNITIES = _plain("opportunities", "opportunities", "Talent and leadership opportunities.", Opportunity)

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
    "Ideas sent in to innovation challenges.",
    (
        Column("challenge", "The challenge."),
        Column("closes", "When it closes.", "date"),
        *_ENTRY,
        Column("score", "Weight times score, added up, over the sum of the weights.", "number"),
        Column("selected", "Whether it was selected.", "yes-no"),
    ),
    _entries,
)
