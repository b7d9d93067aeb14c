"""What the blueprint says of beginning one's own, of taking this one over, and of who wrote it."""

from collections.abc import Iterator

from copkit import lexicon
from copkit.dates import say_date
from copkit.documents.blueprint.blocks import Block, facts, named, points, text
from copkit.documents.blueprint.drawn import Drawn
from copkit.workspace.blueprint_readiness import part_of

say = lexicon.Words("blueprint.carrying")

GUIDE = "docs/starting.md"
"""What every community does alike; it comes with copkit."""


def settings_name(community: str) -> str:
    """The name of the file with the settings, which is written beside the document."""
    return f"blueprint-{community}.yaml"


def start(drawn: Drawn) -> Iterator[Block]:
    """Where the guide stands that is the same for all, and the one command for those who have copkit."""
    if drawn.source.counting.has_met:
        name = settings_name(drawn.source.community.id)
        yield text(say("the_guide", guide=GUIDE))
        yield Block("panel", say("with_one_command"), say("one_command", name=name), (say("command", name=name),))


def handover(drawn: Drawn) -> Iterator[Block]:
    """Whom to ask, and where things are."""
    source = drawn.source
    about = source.community.about
    if source.contact != lexicon.text("common.to_agree"):
        yield text(say("write_to", contact=source.contact))
    one = about.handover
    known = [(say("where_they_live"), drawn.say(one.files))]
    yield facts([*known, (say("without_copkit"), drawn.say(one.without_copkit))], say("files"))
    yield points(drawn.say_all(one.accounts), say("accounts_and_who_holds_each"))
    yield points(drawn.say_all(one.licences), say("licences"))
    yield named(_support(drawn), say("who_outside_can_help"))


def _support(drawn: Drawn) -> Iterator[tuple[str, str]]:
    for one in drawn.source.shared.programme.support:
        what, where = drawn.say(one.what), drawn.say(one.contact)
        yield one.name, ". ".join(part for part in (what, say("ask", where=where) if where else "") if part)


def version(drawn: Drawn) -> Iterator[Block]:
    """When it was written and gone through, by whom, and how it may be used."""
    notes = drawn.notes
    yield facts(
        (
            (say("gone_through"), say_date(notes.refreshed) if notes.refreshed else ""),
            (say("written_by"), "; ".join(_authors(drawn))),
            (say("licence"), _licence(drawn)),
        )
    )
    spare = [words for key, words in notes.sections.items() if not part_of(key)]
    yield from (Block("prose", text=drawn.say(words)) for words in spare)


def _licence(drawn: Drawn) -> str:
    """How it may be used; a default is no decision of those who have not met."""
    programme = drawn.source.shared.programme
    if "licence" not in programme.model_fields_set and not drawn.source.counting.has_met:
        return ""
    said = lexicon.table("blueprint.licences")
    return said.get(programme.licence, programme.licence) or lexicon.text("common.to_agree")


def _authors(drawn: Drawn) -> tuple[str, ...]:
    """The authors with their organisations; in public, those who agreed to be named."""
    found = []
    for who in drawn.notes.authors:
        name, place = drawn.source.name(who), drawn.source.works_at(who, drawn.source.today)
        if name:
            found.append(f"{name}, {place}" if place else name)
    hidden = len(drawn.notes.authors) - len(found)
    if found and hidden:
        found.append(say("and_other_members"))
    return tuple(found) or ((say("the_team"),) if hidden else ())
