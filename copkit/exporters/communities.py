"""Communities, their sessions, and who came to them."""

from collections.abc import Iterator

from copkit.exporters.fields import columns_of, values_of
from copkit.exporters.table import Column, Export, Part, Row, Table
from copkit.models.community import Community
from copkit.workspace import Session

COMMUNITY = Column("community", "The community, by its id.")
SESSION = Column("session", "The session, by its id: the day for which it was first planned.")
_OF = columns_of(Community, "id", "name")


def _communities(export: Export) -> Iterator[Row]:
    for part in export.parts:
        about, domain = part.facts.community.about, part.facts.community.about.domain
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
    "The communities, and the period that is counted for each.",
    (
        COMMUNITY,
        Column("name", "Its name."),
        Column("year", "The label of the year, such as 2026-27."),
        Column("period_start", "The first day that is counted.", "date"),
        Column("period_end", "The last day that is counted.", "date"),
        Column("focus", "What it is about."),
        Column("problem", "The problem behind it."),
        *_OF,
    ),
    _communities,
)


def _sessions(export: Export) -> Iterator[Row]:
    """The sessions of the period; in public without those that are not to be listed."""
    for part in export.parts:
        there = _people_there(export, part)
        homes = {one.session.id: set(filter(None, one.organisations.values())) for one in part.facts.attended}
        for session in part.facts.planned:
            if export.audience != "public" or session.plan.publish != "no":
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
                    "organisations": len(homes[session.id]) if session.id in homes else None,
                    **there.get(session.id, {}),
                }


def _status(part: Part, session: Session) -> str:
    if session.cancelled:
        return "cancelled"
    if session in part.facts.held:
        return "held"
    return "not held" if session.date <= part.facts.today else "planned"


def _people_there(export: Export, part: Part) -> dict[str, dict[str, int | None]]:
    """For each session how many people came, and spoke.

    In public a count of few people is hidden, and with it the same count of the community's other sessions, since
    it could be worked out from the sum of all.
    """
    there = {one.session.id: len(one.people) for one in part.facts.attended}
    noted = {one.id: one.notes for one in part.facts.planned if one.notes is not None}
    counts: dict[str, dict[str, int | None]] = {
        "present": {key: there.get(key) for key in noted},
        "others": {key: notes.others for key, notes in noted.items()},
        "voices": {key: notes.voices for key, notes in noted.items()},
    }
    for name, each in counts.items():
        if export.audience == "public" and any(number and number < export.below for number in each.values()):
            counts[name] = {}
    return {key: {name: each.get(key) for name, each in counts.items()} for key in noted}


SESSIONS = Table(
    "sessions",
    "The sessions of the period, whether held, cancelled or still to come.",
    (
        COMMUNITY,
        SESSION,
        Column("date", "The day on which it is held.", "date"),
        Column("start", "When it starts."),
        Column("minutes", "How long it is planned to last.", "number"),
        Column("place", "Online, in person or hybrid."),
        Column("status", "held, cancelled, planned (still to come) or not held (nothing was written down)."),
        Column("moved_from", "The day from which it was moved last.", "date"),
        Column("theme", "Its theme."),
        Column("question", "Its question."),
        Column("present", "How many named people came; empty where nobody wrote it down.", "number"),
        Column("others", "How many more came who are not named.", "number"),
        Column("voices", "How many people spoke or typed.", "number"),
        Column("organisations", "How many organisations they came from.", "number"),
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
                    "minutes": one.notes.minutes.get(key),
                    "first_time": first[key] == one.session.id,
                }


ATTENDANCE = Table(
    "attendance",
    "Who came to which session: a row a person and session.",
    (
        COMMUNITY,
        SESSION,
        Column("person", "The person, by id.", audience="members"),
        Column("organisation", "Where the person worked on that day.", audience="members"),
        Column("sector", "The kind of organisation.", audience="members"),
        Column("minutes", "Minutes there, of those who did not stay for all of it.", "number", "team"),
        Column("first_time", "Whether it was the person's first session ever.", "yes-no", "members"),
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
                "attendances": None if one.hidden else one.numerator,
                "of": None if one.hidden else one.denominator,
                "hidden": one.hidden,
            }


BY_SECTOR = Table(
    "attendance_by_sector",
    "Attendances by kind of organisation, over the period.",
    (
        COMMUNITY,
        Column("sector", "The kind of organisation."),
        Column("attendances", "How often somebody from there came; empty where hidden.", "number"),
        Column("of", "All attendances from organisations whose kind is known.", "number"),
        Column("hidden", "Whether it is hidden, since few people could be told apart.", "yes-no"),
    ),
    _by_sector,
)
