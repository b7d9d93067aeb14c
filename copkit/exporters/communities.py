"""Communities, their sessions, and who came to them."""

from collections.abc import Iterator

from copkit.exporters.fields import columns_of, values_of
from copkit.exporters.table import Column, Export, Part, Row, Table
from copkit.models.base import UNKNOWN
from copkit.models.community import Community
from copkit.workspace import Session

COMMUNITY = Column("community")
SESSION = Column("session")
_OF = columns_of(Community, "id", "name")


def _communities(export: Export) -> Iterator[Row]:
    for part in export.parts:
        about, domain = part.told.community.about, part.told.community.about.domain
        yield {
            **values_of(about, _OF),
            "community": part.id,
            "name": about.name,
            "focus": domain.focus,
            "problem": domain.problem,
            "year": part.label,
            "period_start": part.facts.period.start,
            "period_end": part.facts.period.end,
        }


COMMUNITIES = Table(
    "communities",
    (
        COMMUNITY,
        Column("name"),
        Column("year"),
        Column("period_start", kind="date"),
        Column("period_end", kind="date"),
        Column("focus"),
        Column("problem"),
        *_OF,
    ),
    _communities,
)


def _sessions(export: Export) -> Iterator[Row]:
    """The sessions of the period."""
    for part in export.parts:
        there = _people_there(part)
        for session in part.told.planned:
            yield {
                "community": part.id,
                "session": session.id,
                "date": session.date,
                "start": session.start,
                "minutes": session.minutes,
                "place": session.place,
                "status": _status(part, session),
                "moved_from": session.plan.moved_from,
                "theme": session.plan.theme,
                "question": session.plan.question,
                **there.get(session.id, {}),
            }


def _status(part: Part, session: Session) -> str:
    if session.cancelled:
        return "cancelled"
    if any(one.id == session.id for one in part.facts.held):
        return "held"
    return "not held" if session.date <= part.facts.today else "planned"


def _people_there(part: Part) -> dict[str, dict[str, int | None]]:
    """For each session how many people came, from how many organisations, and spoke.

    How many came is the figure as the audience sees it; from how many organisations goes with it.
    """
    seen = {one.label: int(one.numerator) for one in part.figures["M3"] if one.people and one.amount.is_counted}
    homes = {one.session.id: set(filter(None, one.organisations.values())) for one in part.facts.attended}
    noted = {one.id: one.notes for one in part.facts.planned if one.notes is not None}
    return {
        key: {
            "present": seen.get(key),
            "organisations": len(homes[key]) if key in seen and key in homes else None,
            "others": notes.others,
            "voices": notes.voices,
        }
        for key, notes in noted.items()
    }


SESSIONS = Table(
    "sessions",
    (
        COMMUNITY,
        SESSION,
        Column("date", kind="date"),
        Column("start"),
        Column("minutes", kind="number"),
        Column("place"),
        Column("status"),
        Column("moved_from", kind="date"),
        Column("theme"),
        Column("question"),
        Column("present", kind="number"),
        Column("others", kind="number", audience="members"),
        Column("voices", kind="number", audience="members"),
        Column("organisations", kind="number"),
    ),
    _sessions,
)


def _attendance(export: Export) -> Iterator[Row]:
    for part in export.parts:
        first: dict[str, str] = {}
        for one in part.facts.ever:
            for key in one.people:
                first.setdefault(key, one.session.id)
        for one in part.facts.attended:
            for key, organisation in one.organisations.items():
                yield {
                    "community": part.id,
                    "session": one.session.id,
                    "person": key,
                    "organisation": organisation,
                    "sector": part.facts.sector(organisation),
                    "minutes": None if (minutes := one.notes.minutes.get(key)) == UNKNOWN else minutes,
                    "minutes_known": minutes != UNKNOWN,
                    "first_time": first[key] == one.session.id,
                }


ATTENDANCE = Table(
    "attendance",
    (
        COMMUNITY,
        SESSION,
        Column("person", audience="members"),
        Column("organisation", audience="members"),
        Column("sector", audience="members"),
        Column("minutes", kind="number", audience="team"),
        Column("minutes_known", kind="yes-no", audience="team"),
        Column("first_time", kind="yes-no", audience="members"),
    ),
    _attendance,
    audience="members",
)


def _by_sector(export: Export) -> Iterator[Row]:
    for part in export.parts:
        for one in part.figures.get("R2", ()):
            yield {
                "community": part.id,
                "sector": one.label,
                "attendances": one.amount.top,
                "of": one.denominator,
                "hidden": one.hidden,
            }


BY_SECTOR = Table(
    "attendance_by_sector",
    (
        COMMUNITY,
        Column("sector"),
        Column("attendances", kind="number"),
        Column("of", kind="number"),
        Column("hidden", kind="yes-no"),
    ),
    _by_sector,
)
