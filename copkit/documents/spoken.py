"""Lines of notes in words, kind by kind: what was promised, asked, offered, linked and said."""

from typing import NamedTuple

from copkit import lexicon
from copkit.audience.hearing import Hearing, shown_of, speaker_of
from copkit.dates import say_date
from copkit.models.group import Group, GroupReport
from copkit.patterns import when_used
from copkit.people.company import Named
from copkit.workspace.entries import Said
from copkit.workspace.promises import Thread

say = lexicon.Words("spoken")


class Line(NamedTuple):
    """What a line says, and what stands after it: who has to know, where the knowledge is, who shares a risk."""

    text: str
    more: str


class Breath(NamedTuple):
    """One half of the session in one breath: what it is, and what was said."""

    label: str
    text: str


class Undertaking(NamedTuple):
    """What the community will do, without an owner."""

    what: str
    due: str


class Promise(NamedTuple):
    """An action: its number, its owner, what, and by when as agreed in the session."""

    number: str
    owner: str
    what: str
    due: str


class Done(NamedTuple):
    """An earlier line that was closed: its number, what it said (empty where nobody knows), and the result."""

    number: str
    what: str
    result: str


class Wanted(NamedTuple):
    """An ask or an offer, without who made it."""

    what: str
    standing: str


class Exchange(NamedTuple):
    """An ask or an offer, by whom."""

    kind: str
    who: str
    what: str
    standing: str


class Connection(NamedTuple):
    """People now linked: about what, how, and who, where all of them agreed to be listed."""

    about: str
    how: str
    who: str


class Reply(NamedTuple):
    """An answer, and the earlier question where one was named."""

    question: str
    answer: str


class Quote(NamedTuple):
    """Words worth keeping, and who said them as far as that may be shown."""

    words: str
    who: str


class Thing(NamedTuple):
    """Something to keep, where it is, and what else was said of it."""

    title: str
    link: str
    more: str


class Brief(NamedTuple):
    """The senior leader's briefing in three lines, and the ask of the room."""

    speaker: str
    title: str
    here: str
    country: str
    world: str
    ask: str


class GroupNews(NamedTuple):
    """A task-and-finish group, what came of it, and for members what it told this session."""

    name: str
    question: str
    finish_by: str
    result: str
    said: tuple[GroupReport, ...] = ()


_SMALL = when_used(r"[a-z][a-z'’-]*(?=[\s,;:.!?)]|$)")


def sentence(text: str) -> str:
    """A text that begins with a capital, where its first word is a plain one; `iPad` and `amina.khan` stay."""
    return text[:1].upper() + text[1:] if _SMALL.match(text) else text


def lines_of(hearing: Hearing, kind: str) -> tuple[Line, ...]:
    """The lines of a kind: their text, and what follows it."""
    return tuple(
        Line(
            sentence(line.what), hearing.text(lexicon.table("notes.where").get(line.detail.casefold(), line.detail))
        )
        for line in hearing.of(kind)
    )


def in_one_breath(hearing: Hearing) -> tuple[Breath, ...]:
    """The first decision and the first shift."""
    pairs = ((say("we_decided"), "decision"), (say("what_shifted"), "shift"))
    return tuple(Breath(label, line.what) for label, kind in pairs for line in hearing.of(kind)[:1])


def promises(hearing: Hearing) -> tuple[Promise, ...]:
    """The actions as they were agreed."""
    return tuple(
        Promise(
            line.id,
            line.owner.shown or lexicon.text("common.to_agree"),
            sentence(line.what) or lexicon.text("common.to_agree"),
            _due(line) or lexicon.text("common.to_agree"),
        )
        for line in hearing.of("action")
    )


def undertakings(hearing: Hearing) -> tuple[Undertaking, ...]:
    """The actions as what the community will do."""
    return tuple(Undertaking(line.what, _due(line)) for line in hearing.of("action") if line.what)


def _due(line: Said) -> str:
    return say_date(line.due) if line.due else line.typed_due


def done(hearing: Hearing) -> tuple[Done, ...]:
    """What was closed in this session."""
    return tuple(
        Done(line.closes, sentence(hearing.earlier(line.closes)), line.what) for line in hearing.of("done")
    )


def exchanges(hearing: Hearing) -> tuple[Exchange, ...]:
    """Asks and offers, in the order typed."""
    lines = (line for line in hearing.lines if line.kind in ("ask", "offer"))
    return tuple(Exchange(line.kind, line.owner.shown, line.what, _standing(hearing, line)) for line in lines)


def wanted(hearing: Hearing, kind: str) -> tuple[Wanted, ...]:
    """Asks or offers without who made them."""
    return tuple(Wanted(line.what, _standing(hearing, line)) for line in hearing.of(kind) if line.what)


def _standing(hearing: Hearing, line: Said) -> str:
    """`open`, `dropped`, or `matched` with what came of it."""
    book = hearing.ledger
    threads: tuple[Thread, ...] = book.asks if line.kind == "ask" else book.offers
    found = next((one for one in threads if one.id == line.id), None)
    if found is None or not found.met:
        return "dropped" if found is not None and found.dropped else "open"
    result = hearing.text(found.result)
    return lexicon.text("spoken.matched", result=result) if result else "matched"


def connections(hearing: Hearing) -> tuple[Connection, ...]:
    """Connections with what they are about; the people are named where each agreed to be on lists."""
    return tuple(
        Connection(sentence(line.what), line.detail, _pair(line) if _agreed(hearing, line.people) else "")
        for line in hearing.of("connect")
    )


def _agreed(hearing: Hearing, people: tuple[Named, ...]) -> bool:
    return bool(people) and all(hearing.source.may_be_listed(one.id) for one in people)


def _pair(line: Said) -> str:
    return lexicon.listed(one.shown for one in line.people)


def withheld_names(hearing: Hearing) -> int:
    """In how many lines a name was typed that is not printed, since nobody agreed to it."""
    hidden = sum(not _agreed(hearing, line.people) for line in hearing.of("connect") if line.people)
    hidden += sum(bool(line.people) for line in hearing.of("story"))
    return hidden + sum(bool(speaker_of(line)) and not _who(hearing, line) for line in hearing.of("quote"))


def quotes(hearing: Hearing) -> tuple[Quote, ...]:
    """Quotes, with who said them as they agreed."""
    return tuple(Quote(line.what, _who(hearing, line)) for line in hearing.of("quote"))


def _who(hearing: Hearing, line: Said) -> str:
    who = line.people[0] if line.people else Named(speaker_of(line))
    if line.people and not who.id:
        return ""  # one of several of that name, whose words no role stands for
    said = hearing.source.naming.credited(who.id, who.shown, shown_of(line))
    return hearing.text(said) if shown_of(line) == "role" else said


def replies(hearing: Hearing) -> tuple[Reply, ...]:
    """Answers, each with the question that it names."""
    return tuple(
        Reply(sentence(hearing.earlier(line.closes)), sentence(line.what)) for line in hearing.of("answer")
    )


def things(hearing: Hearing) -> tuple[Thing, ...]:
    """Resources: their titles, links, and whatever else was typed."""
    found = []
    for line in hearing.of("resource"):
        link, _, more = line.detail.partition(" | ")
        found.append(Thing(sentence(line.what), link, more))
    return tuple(found)


def briefing(hearing: Hearing) -> Brief:
    """The briefing: as the notes say, else as the plan does."""
    source = hearing.source
    notes = source.session.notes
    told = [source.session.plan.briefing] if notes is None else [notes.briefing, source.session.plan.briefing]
    said = {
        field: next((text for one in told if (text := getattr(one, field))), "")
        for field in ("speaker", "role", "title", "ics", "national", "global_", "ask")
    }
    return Brief(
        source.name(said["speaker"]) or hearing.text(said["role"]),
        *(hearing.text(said[field]) for field in ("title", "ics", "national", "global_", "ask")),
    )


def group_news(hearing: Hearing) -> tuple[GroupNews, ...]:
    """Groups at work on the day of the session, as far as their names may be read."""
    found = (_news(hearing, group) for group in _groups(hearing))
    return tuple(one for one in found if one.name)


def _news(hearing: Hearing, group: Group) -> GroupNews:
    by = say_date(group.finish_by) if group.finish_by and not group.finished else ""
    return GroupNews(hearing.text(group.name), hearing.text(group.question), by, hearing.text(group.result))


def members_group_news(hearing: Hearing) -> tuple[GroupNews, ...]:
    """The same groups with what they reported to this session."""
    day = hearing.source.session.date
    return tuple(
        _news(hearing, group)._replace(said=tuple(one for one in group.reports if one.date == day))
        for group in _groups(hearing)
    )


def _groups(hearing: Hearing) -> list[Group]:
    day = hearing.source.session.date
    return [
        group
        for group in hearing.source.community.groups.values()
        if (group.starts is None or group.starts <= day) and (group.finished is None or group.finished >= day)
    ]
