"""The notes of a session: for members with names and promises, for the public without either."""

from dataclasses import dataclass
from typing import Any

from copkit import lexicon
from copkit.audience.hearing import Hearing, Kept, hear, kept
from copkit.audience.withheld import ABSENT, Absent
from copkit.documents.attendance import Attendance, attendance, public_attendance
from copkit.documents.sitting import Coming, meta, next_dates
from copkit.documents.source import Source
from copkit.documents.spoken import (
    Breath,
    Brief,
    Connection,
    Done,
    Exchange,
    GroupNews,
    Line,
    Promise,
    Quote,
    Reply,
    Thing,
    Undertaking,
    Wanted,
    briefing,
    connections,
    done,
    exchanges,
    group_news,
    in_one_breath,
    lines_of,
    members_group_news,
    promises,
    quotes,
    replies,
    sentence,
    things,
    undertakings,
    wanted,
    withheld_names,
)
from copkit.render.meta import Meta


@dataclass(frozen=True, kw_only=True)
class Notes:
    """The notes. The public reads no names, no organisations and no owners: other parts stand in their place."""

    meta: Meta
    question: str
    place: str
    in_breath: tuple[Breath, ...]
    briefing: Brief
    successes: tuple[Line, ...]
    challenges: tuple[Line, ...]
    opportunities: tuple[Line, ...]
    threats: tuple[Line, ...]
    ideas: tuple[Line, ...]
    decisions: tuple[Line, ...]
    questions: tuple[Line, ...]
    replies: tuple[Reply, ...]
    shifts: tuple[Line, ...]
    quotes: tuple[Quote, ...]
    resources: tuple[Thing, ...]
    risks: tuple[Line, ...]
    practice: tuple[Line, ...]
    kept: tuple[Kept, ...]
    connected: int
    remarks: int
    unread: int
    next: Coming | None
    done: tuple[Done, ...] | tuple[Line, ...]
    connections: tuple[Connection, ...] | tuple[Line, ...]
    groups: tuple[GroupNews, ...]
    #: For members.
    attendance: Attendance | Absent = ABSENT
    actions: tuple[Promise, ...] = ABSENT
    exchanges: tuple[Exchange, ...] = ABSENT
    stories: tuple[Line, ...] = ABSENT
    withheld: int | Absent = ABSENT
    #: In their place, for anybody.
    people: str | Absent = ABSENT
    undertakings: tuple[Undertaking, ...] = ABSENT
    asks: tuple[Wanted, ...] = ABSENT
    offers: tuple[Wanted, ...] = ABSENT
    held: int | Absent = ABSENT


def build(source: Source) -> Notes:
    """The notes of a session for their audience. Raises NotForThem where there are none, or none for the public."""
    source.require_notes()
    hearing = hear(source)
    own = source.either(lambda: _members(source, hearing), lambda: _public(source, hearing))
    return Notes(**_shared(source, hearing), **own)


def _public(source: Source, hearing: Hearing) -> dict[str, Any]:
    return {
        "people": public_attendance(source),
        "undertakings": undertakings(hearing),
        "done": tuple(map(_nameless, done(hearing))),
        "asks": wanted(hearing, "ask"),
        "offers": wanted(hearing, "offer"),
        "connections": lines_of(hearing, "connect"),
        "groups": group_news(hearing),
        "held": hearing.held,
    }


def _nameless(one: Done) -> Line:
    """What was closed, without its number."""
    return Line(one.what or sentence(one.result), one.result if one.what else "")


def _members(source: Source, hearing: Hearing) -> dict[str, Any]:
    return {
        "attendance": attendance(source),
        "actions": promises(hearing),
        "done": done(hearing),
        "exchanges": exchanges(hearing),
        "connections": connections(hearing),
        "stories": lines_of(hearing, "story"),
        "groups": members_group_news(hearing),
        "withheld": withheld_names(hearing),
    }


def _shared(source: Source, hearing: Hearing) -> dict[str, Any]:
    plan = source.session.plan
    title, theme = lexicon.text("titles.notes"), hearing.text(plan.theme)
    return {
        "meta": meta(source, f"{title}: {theme}" if theme else title, "curator"),
        "question": hearing.text(plan.question),
        "place": hearing.text(source.session.venue),
        "in_breath": in_one_breath(hearing),
        "briefing": briefing(hearing),
        "successes": lines_of(hearing, "success"),
        "challenges": lines_of(hearing, "challenge"),
        "opportunities": lines_of(hearing, "opportunity"),
        "threats": lines_of(hearing, "threat"),
        "ideas": lines_of(hearing, "idea"),
        "decisions": lines_of(hearing, "decision"),
        "questions": lines_of(hearing, "question"),
        "replies": replies(hearing),
        "shifts": lines_of(hearing, "shift"),
        "quotes": quotes(hearing),
        "resources": things(hearing),
        "risks": lines_of(hearing, "risk"),
        "practice": lines_of(hearing, "practice"),
        "kept": kept(hearing.of("note")),
        "connected": sum(line.kind == "connect" for line in hearing.every),
        "remarks": hearing.remarks,
        "unread": hearing.unread,
        "next": next(
            (
                one._replace(theme=hearing.text(one.theme) or lexicon.text("common.to_agree"))
                for one in next_dates(source, 1)
            ),
            None,
        ),
    }
