"""What the blueprint says of what is kept, how talk becomes work, and how the community knows."""

from collections.abc import Iterator

from copkit import lexicon
from copkit.documents.blueprint.blocks import Block, facts, named, points, table
from copkit.documents.blueprint.drawn import Drawn
from copkit.models.group import Group
from copkit.models.initiative import Initiative
from copkit.models.library import Resource

say = lexicon.Words("blueprint.working")

MOST_RESOURCES = 6


def memory(drawn: Drawn) -> Iterator[Block]:
    """Where members talk between sessions, and a few things from the library."""
    channels = drawn.source.shared.programme.channels
    yield facts(((one.name, drawn.say(one.what)) for one in channels), say("where_we_talk_between_sessions"))
    own = drawn.source.community.id
    books = [one for one in drawn.shared("library") if one.community in ("", own) and one.title]
    books.sort(key=lambda one: (one.community != own, "anyone" not in one.for_, not one.why))
    rows = (_resource(drawn, one) for one in books if drawn.say(one.title))
    yield table(say("to_begin_a_library"), say.lines("to_begin_a_library_columns"), list(rows)[:MOST_RESOURCES])


def _resource(drawn: Drawn, one: Resource) -> tuple[str, ...]:
    kind = drawn.say(one.kind).replace("-", " ")
    return one.title, ", ".join(filter(None, (one.by, kind))), drawn.say(one.why)


def work(drawn: Drawn) -> Iterator[Block]:
    """The groups and initiatives of this community."""
    community = drawn.source.community
    yield named(
        ((drawn.say(one.name), _group(drawn, one)) for one in community.groups.values()), say("groups_so_far")
    )
    found = ((drawn.say(one.name), drawn.say(one.summary), _stage(one)) for one in community.initiatives.values())
    rows = (row for row in found if row[0])
    yield table(say("initiatives_so_far"), say.lines("initiatives_so_far_columns"), rows)


def _group(drawn: Drawn, one: Group) -> str:
    """A group's question, and what came of it."""
    result = drawn.say(one.result) or (say("its_result_is_not_written") if one.finished else say("still_at_work"))
    return " ".join(part for part in (drawn.say(one.question), result) if part)


def _stage(one: Initiative) -> str:
    """The stage of an initiative, and how many organisations have taken it up."""
    could = [line for line in one.adoption.values() if line.status != "not-applicable"]
    have = sum(line.status in ("adopted", "sustained") for line in could)
    stage = one.stage.capitalize()
    return say("taken_up", stage=stage, have=have, could=len(could)) if could else stage


def measures(drawn: Drawn) -> Iterator[Block]:
    """A feedback form of its own, the stories, and each year in a sentence."""
    yield points((drawn.say(one.question) for one in drawn.other("feedback-form")), say("our_own_feedback_form"))
    yield points(_stories(drawn), say("stories_that_may_be_told"))
    reviews = drawn.source.community.other.get("review", {})
    years = ((year, drawn.say(reviews[year].headline)) for year in sorted(reviews))
    yield facts(years, say("the_years_in_one_sentence"))


def _stories(drawn: Drawn) -> tuple[str, ...]:
    """The titles of the stories that may be told."""
    return drawn.say_all(tuple(one.title for one in drawn.other("story") if drawn.source.has_agreed(one)))
