"""Parts 11, 12, 13 and 16 of the blueprint: what works, what must stay, what it takes, what could end it."""

from collections.abc import Iterator, Mapping
from typing import Any

from copkit import lexicon
from copkit.dates import say_date
from copkit.documents.blueprint.blocks import Block, missing, points, table, text
from copkit.documents.blueprint.drawn import Drawn
from copkit.models.practices import PracticeEntry
from copkit.workspace import Session
from copkit.workspace.blueprint_readiness import practices_of

say = lexicon.Words("blueprint.learned")

ROLES = ("convenor", "curator", "facilitator", "moderator", "tech", "sponsor", "speaker", "table host")


def learned(drawn: Drawn) -> Iterator[Block]:
    """What was tried, by what became of it, with the sessions in which it was seen."""
    entries = practices_of(drawn.source.community)
    if not entries:
        yield missing("what_works_here")
    for verdict, title in say.table("verdicts").items():
        told = (one for one in entries if (one.verdict or "trying") == verdict and drawn.say(one.what))
        rows = (_entry(drawn, one) for one in told)
        yield table(title, say.lines("columns"), rows)


def _entry(drawn: Drawn, one: PracticeEntry) -> tuple[str, ...]:
    return drawn.say(one.what), drawn.say(one.why) or lexicon.text("blueprint.not_yet"), _seen(seen_in(drawn, one))


def seen_in(drawn: Drawn, one: PracticeEntry) -> tuple[Session, ...]:
    """The sessions in which something was seen, as far as the audience knows of them."""
    community = drawn.source.community
    return tuple(found for key in sorted(set(one.seen)) if (found := community.session(key)) is not None)


def how_often(there: tuple[Session, ...]) -> str:
    """In how many sessions something was seen."""
    return say.plural("sessions", len(there)) if there else say("not_yet")


def _seen(there: tuple[Session, ...]) -> str:
    """The same with their days."""
    days = ", ".join(say_date(one.date) for one in there)
    return f"{how_often(there)}: {days}" if days else how_often(there)


def keep(drawn: Drawn) -> Iterator[Block]:
    """What must stay, what may change."""
    notes = drawn.notes
    yield points(drawn.say_all(notes.must_stay), say("what_must_stay"))
    yield points(drawn.say_all(notes.may_change), say("what_may_change"))
    if not notes.must_stay and not notes.may_change:
        yield missing("what_must_stay")


def costs(drawn: Drawn) -> Iterator[Block]:
    """Hours by role, and money."""
    told = {str(key): words for key, value in drawn.notes.costs.items() if (words := _plain(value))}
    if not told:
        yield missing("what_it_costs")
    time = {key: drawn.say(words) for key, words in told.items() if key.casefold() in ROLES}
    money = {key: drawn.say(words) for key, words in told.items() if key.casefold() not in ROLES}
    yield table(say("time_by_role"), say.lines("time_by_role_columns"), _pairs(drawn, time))
    yield table(say("money"), say.lines("money_columns"), _pairs(drawn, money))
    if told:
        yield text(say("members_own_time"))


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
    said = drawn.say_all(drawn.notes.risks)
    yield points(said)
    if not drawn.notes.risks:
        yield missing("what_could_end_this_community")
