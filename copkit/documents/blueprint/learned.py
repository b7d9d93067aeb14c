"""What the blueprint says of what works, what must stay, what it takes, and what could end it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from copkit import lexicon
from copkit.documents.blueprint.blocks import Block, points, table
from copkit.documents.blueprint.drawn import Drawn, say_days
from copkit.models.practices import PracticeEntry
from copkit.workspace import Session
from copkit.workspace.blueprint_readiness import practices_of

say = lexicon.Words("blueprint.learned")

ROLES = ("convenor", "curator", "facilitator", "moderator", "tech", "sponsor", "speaker", "table host")
MOST_ON_FRONT = 8
"""Lessons that the first page has room for."""


def works(drawn: Drawn) -> Iterator[Block]:
    """The first page: what must stay, what works here with the sessions that saw it, and what may change."""
    notes = drawn.notes
    yield drawn.own("use")
    yield drawn.own("model")
    yield points(drawn.say_all(notes.must_stay), say("what_must_stay"), drawn.own("keep").text)
    yield _lessons(drawn, "keep", _kept(drawn)[:MOST_ON_FRONT], drawn.own("learned").text)
    yield points(drawn.say_all(notes.may_change), say("what_may_change"))


def tried(drawn: Drawn) -> Iterator[Block]:
    """What else works, and what was changed, dropped or is still being tried."""
    yield _lessons(drawn, "also", _kept(drawn)[MOST_ON_FRONT:])
    for verdict in ("change", "drop", "trying"):
        yield _lessons(drawn, verdict, _of(drawn, verdict))


def _of(drawn: Drawn, verdict: str) -> list[PracticeEntry]:
    entries = practices_of(drawn.source.community)
    return [one for one in entries if (one.verdict or "trying") == verdict and drawn.say(one.what)]


def _kept(drawn: Drawn) -> list[PracticeEntry]:
    """What works, from what was seen most often on."""
    return sorted(_of(drawn, "keep"), key=lambda one: -len(seen_in(drawn, one)))


def _lessons(drawn: Drawn, verdict: str, entries: Iterable[PracticeEntry], words: str = "") -> Block:
    """Lessons under what the team says of them: what was done, what it changed, and when it was seen."""
    rows = ((drawn.say(one.what), drawn.say(one.why), _days(drawn, one)) for one in entries)
    return Block("lessons", say.table("verdicts")[verdict], words, rows=tuple(rows))


def _days(drawn: Drawn, one: PracticeEntry) -> str:
    return say_days(session.date for session in seen_in(drawn, one))


def seen_in(drawn: Drawn, one: PracticeEntry) -> tuple[Session, ...]:
    """The sessions in which something was seen, as far as the audience knows of them."""
    community = drawn.source.community
    return tuple(found for key in sorted(set(one.seen)) if (found := community.session(key)) is not None)


def how_often(there: tuple[Session, ...]) -> str:
    """In how many sessions something was seen."""
    return say.plural("sessions", len(there)) if there else say("not_yet")


def costs(drawn: Drawn) -> Iterator[Block]:
    """Hours by role, and money."""
    told = {str(key): words for key, value in drawn.notes.costs.items() if (words := _plain(value))}
    time = {key: drawn.say(words) for key, words in told.items() if key.casefold() in ROLES}
    money = {key: drawn.say(words) for key, words in told.items() if key.casefold() not in ROLES}
    yield table(say("time_by_role"), say.lines("time_by_role_columns"), _pairs(drawn, time))
    yield table(say("money"), say.lines("money_columns"), _pairs(drawn, money))


def _pairs(drawn: Drawn, told: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    for key, words in told.items():
        name = drawn.say(key.replace("_", " ").replace("-", " "))
        if words and name:
            yield name[:1].upper() + name[1:], words


def _plain(value: Any) -> str:
    """A cost as it was typed: a text, a list of texts, or words and texts."""
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {words}" for key, part in value.items() if (words := _plain(part)))
    if isinstance(value, list | tuple):
        return "; ".join(words for part in value if (words := _plain(part)))
    return "" if value is None else str(value)


def risks(drawn: Drawn) -> Iterator[Block]:
    """What could end the community, and what is done about it."""
    yield points(drawn.say_all(drawn.notes.risks))
