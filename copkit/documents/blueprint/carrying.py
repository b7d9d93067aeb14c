"""Parts 14, 15 and 17 of the blueprint: beginning one's own, taking this one over, and who wrote it."""

from collections.abc import Iterator

from copkit import lexicon
from copkit.dates import say_date
from copkit.documents.blueprint.blocks import Block, facts, missing, named, points, table, text
from copkit.documents.blueprint.drawn import Drawn
from copkit.workspace.blueprint_readiness import HANDOVER, part_of

say = lexicon.Words("blueprint.carrying")

HOLDERS = ("convenor", "curator", "facilitator", "moderator", "tech", "support")


def settings_name(community: str) -> str:
    """The name of the file with the settings, which is written beside the document."""
    return f"blueprint-{community}.yaml"


def start(drawn: Drawn) -> Iterator[Block]:
    """The first hundred days, what to copy, and the one command for those who have copkit."""
    for title, steps in lexicon.groups("blueprint.first_days"):
        yield points(steps, title, "checklist")
    yield table(say("what_to_copy"), say.lines("what_to_copy_columns"), lexicon.pairs("blueprint.to_copy"))
    name = settings_name(drawn.source.community.id)
    yield Block(
        "panel",
        say("the_same_with_one_command"),
        say("one_command", name=name),
        (say("command", name=name),),
    )


def handover(drawn: Drawn) -> Iterator[Block]:
    """Whom to ask, where things are, and how to manage by hand."""
    source = drawn.source
    about = source.community.about
    if source.contact == lexicon.text("common.to_agree"):
        yield missing("where_to_write")
    else:
        yield text(say("write_to", contact=source.contact))
    yield table(say("contacts_by_role"), say.lines("contacts_by_role_columns"), _contacts(drawn))
    one = about.handover
    known = [(say("where_they_live"), drawn.say(one.files))]
    yield facts([*known, (say("without_copkit"), drawn.say(one.without_copkit))], say("files"))
    yield points(drawn.say_all(one.accounts), say("accounts_and_who_holds_each"))
    yield points(drawn.say_all(one.licences), say("licences"))
    gaps = [HANDOVER[field] for field in source.counting.missing_handover]
    if gaps:
        yield Block("missing", text="; ".join(gaps))
    yield facts(lexicon.pairs("blueprint.by_hand"), say("how_to_manage_by_hand"))
    yield named(_support(drawn), say("who_outside_can_help"))


def _support(drawn: Drawn) -> Iterator[tuple[str, str]]:
    for one in drawn.source.shared.programme.support:
        what, where = drawn.say(one.what), drawn.say(one.contact)
        yield one.name, ". ".join(part for part in (what, say("ask", where=where) if where else "") if part)


def _contacts(drawn: Drawn) -> Iterator[tuple[str, ...]]:
    source = drawn.source
    for role in HOLDERS:
        if typed := source.holder(role):
            name = source.name(typed) or lexicon.text("blueprint.a_member")
            yield (say("technical_host") if role == "tech" else role.capitalize()), name, source.contact
    if sponsor := source.name(source.community.about.sponsor):
        yield say("sponsor"), sponsor, source.contact


def version(drawn: Drawn) -> Iterator[Block]:
    """When it was written and gone through, by whom, and how it may be used."""
    source, notes = drawn.source, drawn.notes
    licence = source.shared.programme.licence
    yield facts(
        (
            (say("state"), say("final") if notes.final == "yes" else say("draft_the_team_still_works")),
            (say("gone_through"), say_date(notes.refreshed) if notes.refreshed else say("not_yet")),
            (say("written_by"), "; ".join(_authors(drawn))),
            (
                say("licence"),
                lexicon.table("blueprint.licences").get(licence, licence) or lexicon.text("common.to_agree"),
            ),
        )
    )
    if not notes.authors:
        yield missing("who_wrote")
    spare = [words for key, words in notes.sections.items() if not part_of(key)]
    yield from (Block("prose", text=drawn.say(words)) for words in spare)


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
