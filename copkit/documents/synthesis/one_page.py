"""The board's page: what is asked of it, what changed, what is strong and weak, and what is not known."""

from dataclasses import dataclass, replace
from typing import Any

from copkit import lexicon
from copkit.documents.annual import Annual
from copkit.documents.pairs import pairs_of
from copkit.documents.people_held import Asked
from copkit.documents.saying import capital, few, fraction
from copkit.documents.synthesis import front
from copkit.documents.synthesis.front import Measured
from copkit.documents.synthesis.period import version
from copkit.metrics.value import amount_of
from copkit.models.initiative import Initiative
from copkit.render.meta import Meta

say = lexicon.Words("synthesis.one_page")

MOST_WORDS = 420
MOST_IN_SIZE, OF_A_LINE = 440, 8
"""So many words have room on a side, where each line of a list and each picture takes that of some more."""
MOST_ASKS, MOST_LETTERS = 5, 160
"""So many asks have room, and so many letters of each; the report has all of them."""
FEWEST_PLACES, MOST_USED, MOST_UNKNOWN = 3, 2, 3


@dataclass(frozen=True)
class OnePage:
    """The page. `taken` are the two ideas that most use, and how many others there are."""

    meta: Meta
    concern: str
    front: front.Front
    asks: tuple[Asked, ...]
    more_asks: str
    pairs: tuple[Measured, ...]
    story: str
    taken: tuple[str, ...]
    more: str


def build(annual: Annual) -> OnePage:
    """The page for an audience, with as much of it as a side has room for."""
    whole = front.build(annual)
    lean = tuple(one for one in pairs_of(annual) if not one.small)[:MOST_USED]
    asks = tuple(one._replace(ask=cut(one.ask, MOST_LETTERS)) for one in whole.asks[:MOST_ASKS])
    rest = len(whole.asks) - len(asks)
    contact = annual.community.about.contact or annual.shared.programme.contact
    state = say("final") if version(annual) == "1" else say("draft")
    made = OnePage(
        meta=replace(
            annual.meta(whole.balanced, version=version(annual)),
            kind=say("for_boards", period=annual.period.said, version=state),
        ),
        concern=_concern(annual),
        front=replace(whole, unknown=whole.unknown[:MOST_UNKNOWN]),
        asks=asks,
        more_asks=say.plural("and_more", rest, number=few(rest)) if rest > 0 else "",
        pairs=front.drawn(lean),
        story=whole.story.upto if whole.story else "",
        taken=_taken(annual),
        more=say("more", contact=contact) if contact else say("more_of_team"),
    )
    return fitting(made)


def fitting(page: OnePage) -> OnePage:
    """The page without what a side has no room for: a second pair, a third idea, a story's beginning."""
    shorter: tuple[dict[str, Any], ...] = (
        {"pairs": page.pairs[:1]}, {"taken": page.taken[:MOST_USED]},
        {"story": _end_of(page.story)}, {"concern": ""},
    )  # fmt: skip
    for less in shorter:
        if words(page) > MOST_WORDS or size(page) > MOST_IN_SIZE:
            page = replace(page, **less)
    return page


def words(page: OnePage) -> int:
    """How many words stand on the page."""
    one = page.front
    lines = (*one.strongest, *one.weakest, *one.unknown)
    said = [one.balanced, one.facts, page.concern, page.story, one.missing, one.years, one.undecided, one.agreed]
    said += [f"{line.parts.text} {line.more}" for line in lines]
    said += [f"{ask.ask} {ask.decides}" for ask in page.asks]
    said += [f"{pair.title} {pair.cases}" for pair in page.pairs]
    return sum(len(text.split()) for text in (*said, *page.taken, page.more))


def size(page: OnePage) -> int:
    """How much room the page takes, in words."""
    one = page.front
    lines = len((*one.strongest, *one.weakest, *one.unknown, *page.taken, *page.asks))
    return words(page) + OF_A_LINE * (lines + 3 * len(page.pairs))


def cut(text: str, most: int) -> str:
    """A text of at most so many letters, cut after a word."""
    return text if len(text) <= most else f"{text[: most - 1].rsplit(' ', 1)[0].rstrip(' ,;:.–')}…"


def _end_of(story: str) -> str:
    """A story's last two sentences."""
    for end in ".!?":
        story = story.replace(f"{end} ", f"{end}\0")
    return " ".join(story.split("\0")[-2:])


def _concern(annual: Annual) -> str:
    focus = annual.text(annual.community.about.domain.focus)
    return say("concern", focus=cut(focus, MOST_LETTERS)) if focus else ""


def _taken(annual: Annual) -> tuple[str, ...]:
    """The two ideas that most use, of those meant for three or more; how many others are at work, and stopped."""
    view = annual.told.view
    used = [(key, one, found) for key, one in sorted(view.initiatives.items()) if (found := _places(annual, key))]
    used.sort(key=lambda row: (-row[2][0], row[2][1], row[0]))
    shown = [row for row in used if row[2][1] >= FEWEST_PLACES and row[2][0]][:MOST_USED]
    named = {key for key, _, _ in shown}
    stages = [view.stage(one) for key, one in view.initiatives.items() if key not in named]
    lines = [_line(annual, one, *found) for _, one, found in shown]
    return (*lines, _others(len(stages), stages.count("stopped"))) if view.initiatives else ()


def _places(annual: Annual, key: str) -> tuple[int, int, int]:
    """In how many of how many places an idea is used, and in how many it is on the way; nothing where hidden."""
    used, way = annual.figure("A2", key), annual.figure("A3", key)
    if used is None or not used.amount.is_counted or not used.denominator:
        return (0, 0, 0)
    return int(used.numerator), int(used.denominator), int(way.numerator) if way and way.amount.is_counted else 0


def _line(annual: Annual, one: Initiative, used: int, of: int, way: int) -> str:
    said = say("uses", name=annual.text(one.name), n=fraction(amount_of(used, of)))
    return said + (say("on_the_way", n=few(way)) if way else "")


def _others(many: int, stopped: int) -> str:
    active = many - stopped
    said = capital(say.plural("other_ideas", active, number=few(active))) if active else say("no_other_idea")
    return f"{said}, {say.plural('stopped', stopped, number=few(stopped))}" if stopped else said
