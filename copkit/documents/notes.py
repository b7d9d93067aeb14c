"""The notes of a session: for members with names and promises, for the public without either."""

from dataclasses import dataclass

from copkit import lexicon
from copkit.audience.hearing import Hearing, Kept, hear, kept
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
class SharedNotes:
    """What both versions say."""

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


@dataclass(frozen=True, kw_only=True)
class PublicNotes(SharedNotes):
    """The notes as anybody may read them: no names, no organisations, no owners, no attendance list."""

    people: str
    undertakings: tuple[Undertaking, ...]
    done: tuple[Line, ...]
    asks: tuple[Wanted, ...]
    offers: tuple[Wanted, ...]
    connections: tuple[Line, ...]
    groups: tuple[GroupNews, ...]
    held: int


@dataclass(frozen=True, kw_only=True)
class MembersNotes(SharedNotes):
    """The notes as members read them."""

    attendance: Attendance
    actions: tuple[Promise, ...]
    done: tuple[Done, ...]
    exchanges: tuple[Exchange, ...]
    connections: tuple[Connection, ...]
    stories: tuple[Line, ...]
    groups: tuple[GroupNews, ...]
    withheld: int


def build(source: Source) -> PublicNotes | MembersNotes:
    """The notes of a session for their audience. Raises NotForThem where there are none, or none for the public."""
    source.require_notes()
    hearing = hear(source)
    return _public(source, hearing) if source.public else _members(source, hearing)


def _public(source: Source, hearing: Hearing) -> PublicNotes:
    return PublicNotes(
        **vars(_shared(source, hearing)),
        people=public_attendance(source),
        undertakings=undertakings(hearing),
        done=tuple(Line(one.what or sentence(one.result), one.result if one.what else "") for one in done(hearing)),
        asks=wanted(hearing, "ask"),
        offers=wanted(hearing, "offer"),
        connections=lines_of(hearing, "connect"),
        groups=group_news(hearing),
        held=hearing.held,
    )


def _members(source: Source, hearing: Hearing) -> MembersNotes:
    return MembersNotes(
        **vars(_shared(source, hearing)),
        attendance=attendance(source),
        actions=promises(hearing),
        done=done(hearing),
        exchanges=exchanges(hearing),
        connections=connections(hearing),
        stories=lines_of(hearing, "story"),
        groups=members_group_news(hearing),
        withheld=withheld_names(hearing),
    )


def _shared(source: Source, hearing: Hearing) -> SharedNotes:
    plan = source.session.plan
    title, theme = lexicon.text("titles.notes"), hearing.text(plan.theme)
    return SharedNotes(
        meta=meta(source, f"{title}: {theme}" if theme else title, "curator"),
        question=hearing.text(plan.question),
        place=hearing.text(source.session.venue),
        in_breath=in_one_breath(hearing),
        briefing=briefing(hearing),
        successes=lines_of(hearing, "success"),
        challenges=lines_of(hearing, "challenge"),
        opportunities=lines_of(hearing, "opportunity"),
        threats=lines_of(hearing, "threat"),
        ideas=lines_of(hearing, "idea"),
        decisions=lines_of(hearing, "decision"),
        questions=lines_of(hearing, "question"),
        replies=replies(hearing),
        shifts=lines_of(hearing, "shift"),
        quotes=quotes(hearing),
        resources=things(hearing),
        risks=lines_of(hearing, "risk"),
        practice=lines_of(hearing, "practice"),
        kept=kept(hearing.of("note")),
        connected=sum(line.kind == "connect" for line in hearing.every),
        remarks=hearing.remarks,
        unread=hearing.unread,
        next=next(
            (
                one._replace(theme=hearing.text(one.theme) or lexicon.text("common.to_agree"))
                for one in next_dates(source, 1)
            ),
            None,
        ),
    )
