"""Parts 14, 15 and 17 of the blueprint: beginning one's own, taking this one over, and who wrote it."""

from collections.abc import Iterator

from copkit.dates import say_date
from copkit.documents.blueprint.blocks import Block, facts, missing, named, points, table, text
from copkit.documents.blueprint.drawn import Drawn
from copkit.documents.blueprint.words import BY_HAND, FIRST_DAYS, TO_COPY
from copkit.documents.source import TO_AGREE
from copkit.workspace.handing_on import HANDOVER, missing_handover, part_of

LICENCES = {"OGL-UK-3.0": "Open Government Licence v3.0: copy it, change it, say where it came from"}
HOLDERS = ("convenor", "curator", "facilitator", "moderator", "tech", "support")


def settings_name(community: str) -> str:
    """The name of the file with the settings, which is written beside the document."""
    return f"blueprint-{community}.yaml"


def start(drawn: Drawn) -> Iterator[Block]:
    """The first hundred days, what to copy, and the one command for those who have copkit."""
    for title, steps in FIRST_DAYS:
        yield points(steps, title, "checklist")
    yield table("What to copy", ("What", "How"), TO_COPY)
    name = settings_name(drawn.source.community.id)
    yield Block(
        "panel",
        "The same with one command",
        "Nothing above needs software. With copkit, a free tool for plain files, one command does the copying. "
        f"The file {name} comes with this page. It carries the rhythm, roles, agreement, running orders and "
        "what was learned. It carries no people, dates or history, and leaves the domain for you to decide.",
        (f"copkit new community “Your community” --from {name}",),
    )


def handover(drawn: Drawn) -> Iterator[Block]:
    """Whom to ask, where things are, and how to manage by hand."""
    source = drawn.source
    about = source.community.about
    if source.contact == TO_AGREE:
        yield missing("where to write. A shared mailbox outlasts whoever reads it today")
    else:
        yield text(f"Write to {source.contact}. It is read by whoever holds the role, and outlasts all of us.")
    yield table("Contacts by role", ("Role", "Who today", "Where to write"), _contacts(drawn))
    one = about.handover
    known = [("Where they live", drawn.say(one.files) if not source.public else "")]
    yield facts([*known, ("Without copkit", drawn.say(one.without_copkit))], "Files")
    yield points(drawn.say_all(one.accounts) if not source.public else (), "Accounts, and who holds each")
    yield points(drawn.say_all(one.licences), "Licences")
    gaps = [HANDOVER[field] for field in missing_handover(source.community)]
    if gaps:
        yield missing("; ".join(gaps))
    yield facts(BY_HAND, "How to manage by hand")
    yield named(_support(drawn), "Who outside can help")


def _support(drawn: Drawn) -> Iterator[tuple[str, str]]:
    for one in drawn.source.shared.programme.support:
        what, where = drawn.say(one.what), drawn.say(one.contact)
        yield one.name, ". ".join(part for part in (what, f"Write to {where}" if where else "") if part)


def _contacts(drawn: Drawn) -> Iterator[tuple[str, ...]]:
    source = drawn.source
    for role in HOLDERS:
        if typed := source.holder(role):
            name = source.name(typed) or "A member"
            yield ("Technical host" if role == "tech" else role.capitalize()), name, source.contact
    if sponsor := source.name(source.community.about.sponsor):
        yield "Sponsor", sponsor, source.contact


def version(drawn: Drawn) -> Iterator[Block]:
    """When it was written and gone through, by whom, and how it may be used."""
    source, notes = drawn.source, drawn.notes
    licence = source.shared.programme.licence
    yield facts(
        (
            ("State", "Final" if notes.final == "yes" else "Draft: the team still works on it"),
            ("Gone through", say_date(notes.refreshed) if notes.refreshed else "Not yet"),
            ("Written by", "; ".join(_authors(drawn))),
            ("Licence", LICENCES.get(licence, licence) or TO_AGREE),
        )
    )
    if not notes.authors:
        yield missing("who wrote this")
    spare = [words for key, words in notes.sections.items() if not part_of(key)]
    yield from (Block("prose", text=drawn.say(words)) for words in spare)


def _authors(drawn: Drawn) -> tuple[str, ...]:
    """The authors with their organisations; in public, those who agreed to be named."""
    found = []
    for who in drawn.notes.authors:
        name, place = drawn.source.name(who), drawn.source.organisation(who)
        if name:
            found.append(f"{name}, {place}" if place else name)
    hidden = len(drawn.notes.authors) - len(found)
    if found and hidden:
        found.append("and other members of the team")
    return tuple(found) or (("The team",) if hidden else ())
