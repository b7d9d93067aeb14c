"""Parts 8 to 10 of the blueprint: what is kept, how talk becomes work, and how the community knows."""

from collections.abc import Iterator

from copkit import lexicon
from copkit.capture.keywords import keywords
from copkit.dates import say_number
from copkit.documents.blueprint.blocks import Block, facts, named, points, table, text
from copkit.documents.blueprint.drawn import Drawn
from copkit.documents.feedback_sheet import ticked
from copkit.models.answers import FEEDBACK
from copkit.models.group import Group
from copkit.models.initiative import Initiative

say = lexicon.Words("blueprint.working")

MOST_RESOURCES = 6


def memory(drawn: Drawn) -> Iterator[Block]:
    """Notes, the words that begin a line, channels, and a few things from the library."""
    kept = [*lexicon.pairs("blueprint.memory")]  # a newsletter or a podcast that nobody makes is not stated
    if drawn.shared("newsletter"):
        kept += lexicon.pairs("blueprint.memory_newsletters")
    if any(one.kind == "podcast" for one in drawn.shared("library")):
        kept += lexicon.pairs("blueprint.memory_podcasts")
    yield facts((word, what.format(days=drawn.notes_within)) for word, what in kept)
    yield text(say("a_line_is_a_word"))
    lines = ((f"{one.name}:", one.means[:1].upper() + one.means[1:], " | ".join(one.parts)) for one in keywords())
    yield table(say("words_that_begin_a_line"), say.lines("words_that_begin_columns"), lines)
    channels = drawn.source.shared.programme.channels
    yield facts(((one.name, drawn.say(one.what)) for one in channels), say("where_we_talk_between_sessions"))
    own = drawn.source.community.id
    books = [one for one in drawn.shared("library") if one.community in ("", own) and one.title]
    books.sort(key=lambda one: (one.community != own, "anyone" not in one.for_, not one.why))
    rows = ((one.title, one.by, drawn.say(one.why)) for one in books if drawn.say(one.title))
    yield table(say("to_begin_a_library"), say.lines("to_begin_a_library_columns"), list(rows)[:MOST_RESOURCES])


def work(drawn: Drawn) -> Iterator[Block]:
    """The ladder from an action to an exemplar, with what this community has on it."""
    community = drawn.source.community
    yield facts(lexicon.pairs("blueprint.ladder"))
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
    """What is counted, the feedback form, the stories and last year's sentence."""
    yield table(say("what_we_ask"), say.lines("what_we_ask_columns"), lexicon.pairs("blueprint.measures"))
    least = say_number(drawn.source.shared.programme.hide_counts_below)
    yield text(lexicon.text("blueprint.measures_rule", least=least))
    scored = ((one.question, " · ".join(one.answers)) for one in ticked(FEEDBACK, "feedback_sheet.ticked"))
    written = (
        (question, say("in_your_own_words")) for question in lexicon.table("feedback_sheet.written").values()
    )
    yield table(say("the_feedback_form"), say.lines("the_feedback_form_columns"), (*scored, *written))
    yield points(_stories(drawn), say("stories_that_may_be_told"))
    reviews = drawn.source.community.other.get("review", {})
    years = ((year, drawn.say(reviews[year].headline)) for year in sorted(reviews))
    yield facts(years, say("the_years_in_one_sentence"))


def _stories(drawn: Drawn) -> tuple[str, ...]:
    """The titles of the stories that may be told."""
    return drawn.say_all(tuple(one.title for one in drawn.other("story") if drawn.source.has_agreed(one)))
