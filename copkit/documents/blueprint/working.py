"""Parts 8 to 10 of the blueprint: what is kept, how talk becomes work, and how the community knows."""

from collections.abc import Iterator

from copkit.capture.keywords import keywords
from copkit.dates import say_number
from copkit.documents.blueprint.blocks import Block, facts, named, points, table, text
from copkit.documents.blueprint.drawn import Drawn
from copkit.documents.blueprint.words import LADDER, MEASURES, MEASURES_RULE, MEMORY
from copkit.documents.feedback_sheet import TICKED, WRITTEN
from copkit.models.group import Group
from copkit.models.initiative import Initiative

MOST_RESOURCES = 6


def memory(drawn: Drawn) -> Iterator[Block]:
    """Notes, the words that begin a line, channels, and a few things from the library."""
    yield facts((word, what.format(days=drawn.notes_within)) for word, what in MEMORY)
    yield text("A line is a word, a colon, and what there is to say; its parts are set apart by upright strokes.")
    lines = ((f"{one.name}:", one.means[:1].upper() + one.means[1:], " | ".join(one.parts)) for one in keywords())
    yield table("Words that begin a line of notes", ("Word", "For", "What follows"), lines)
    channels = drawn.source.shared.programme.channels
    yield facts(((one.name, drawn.say(one.what)) for one in channels), "Where we talk between sessions")
    own = drawn.source.community.id
    books = [one for one in drawn.shared("library") if one.community in ("", own) and one.title]
    books.sort(key=lambda one: (one.community != own, "anyone" not in one.for_, not one.why))
    rows = ((one.title, one.by, drawn.say(one.why)) for one in books if drawn.say(one.title))
    yield table("To begin a library with", ("What", "By", "Why"), list(rows)[:MOST_RESOURCES])


def work(drawn: Drawn) -> Iterator[Block]:
    """The ladder from an action to an exemplar, with what this community has on it."""
    community = drawn.source.community
    yield facts(LADDER)
    yield named(((drawn.say(one.name), _group(drawn, one)) for one in community.groups.values()), "Groups so far")
    found = ((drawn.say(one.name), drawn.say(one.summary), _stage(one)) for one in community.initiatives.values())
    rows = (row for row in found if row[0])
    yield table("Initiatives so far", ("Initiative", "What it is", "Where it stands"), rows)


def _group(drawn: Drawn, one: Group) -> str:
    """A group's question, and what came of it."""
    result = drawn.say(one.result) or ("Its result is not written down" if one.finished else "Still at work")
    return " ".join(part for part in (drawn.say(one.question), result) if part)


def _stage(one: Initiative) -> str:
    """The stage of an initiative, and how many organisations have taken it up."""
    could = [line for line in one.adoption.values() if line.status != "not-applicable"]
    have = sum(line.status in ("adopted", "sustained") for line in could)
    stage = one.stage.capitalize()
    return f"{stage}; taken up by {have} of {len(could)}" if could else stage


def measures(drawn: Drawn) -> Iterator[Block]:
    """What is counted, the feedback form, the stories and last year's sentence."""
    yield table("What we ask", ("We ask", "We count"), MEASURES)
    yield text(MEASURES_RULE.format(least=say_number(drawn.source.shared.programme.hide_counts_below)))
    ticked = ((one.question, " · ".join(one.answers)) for one in TICKED)
    written = ((question, "In your own words") for question, _ in WRITTEN)
    yield table("The feedback form", ("Question", "Answers"), (*ticked, *written))
    yield points(_stories(drawn), "Stories that may be told")
    reviews = drawn.source.community.other.get("review", {})
    years = ((year, drawn.say(reviews[year].headline)) for year in sorted(reviews))
    yield facts(years, "The years in one sentence")


def _stories(drawn: Drawn) -> tuple[str, ...]:
    """The titles of stories whose tellers agreed; in public, those to be published."""
    stories = drawn.other("story")
    agreed = [
        one for one in stories if one.consent is not None and (not drawn.source.public or one.publish == "yes")
    ]
    return drawn.say_all(tuple(one.title for one in agreed))
