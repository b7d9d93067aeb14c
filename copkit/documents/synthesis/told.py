"""Stories as they were told: paragraphs in the teller's own sentences, and beside them how far each goes."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from copkit import lexicon
from copkit.dates import say_date, say_number
from copkit.documents.annual import Annual
from copkit.documents.pairs import ORDER
from copkit.documents.saying import stopped
from copkit.documents.synthesis.references import Ref
from copkit.metrics.stories import LADDER, furthest
from copkit.metrics.stories import stories as of_period
from copkit.models.initiative import Evidence
from copkit.models.story import Story
from copkit.patterns import when_used

say = lexicon.Words("synthesis.told")

FIRST = ("orienting", "immediate", "potential", "applied")
"""What makes a story's first paragraph, in this order; then what got in the way."""
SECOND = ("realised", "transformative", "strategic", "enabling")
BESIDE = ("strategic", "enabling", "orienting")
_NUMBER = when_used(r"\d[\d,.]*")


class Rung(NamedTuple):
    """A step of value, and whether the story reached it."""

    word: str
    reached: bool


class Told(NamedTuple):
    """A story ready to print. `upto` is as much of it as a front page has room for: up to what got better."""

    title: str
    paragraphs: tuple[str, ...]
    upto: str
    by: str
    signed: str
    rungs: tuple[Rung, ...]
    furthest: str
    other: str
    beside: str
    strength: str
    confirmed: str
    ref: Ref


class Ranked(NamedTuple):
    """A story in the order of the page, with the file of which it is."""

    name: str
    story: Story
    told: Told


def told_stories(annual: Annual) -> tuple[Ranked, ...]:
    """The stories whose tellers agreed, as this audience may read them: those that go furthest first."""
    found = sorted(_each(annual), key=lambda one: one[0])
    return tuple(one for _, one in found)


def _each(annual: Annual) -> Iterator[tuple[tuple[int, int, int, int, int, str], Ranked]]:
    seen: dict[str, Story] = annual.community.other.get("story", {})
    for whole, source in of_period(annual.facts):
        name = source.what.removeprefix("stories/")
        story = seen.get(name)
        if story is None or not annual.has_agreed(whole):
            continue
        told = _told(annual, name, story, whole)
        if told is not None:
            yield _place(annual, whole, told, name), Ranked(name, story, told)


def _place(annual: Annual, whole: Story, told: Told, name: str) -> tuple[int, int, int, int, int, str]:
    measured = _measured(annual, whole)
    strength = ORDER.index(measured.strength or "") if measured else len(ORDER)
    many = -(measured.n or 0) if measured else 0
    latest = -(whole.date or date.min).toordinal()
    reached = sum(one.reached for one in told.rungs)
    return -reached, strength, many, -bool(whole.confirmed_by), latest, name


def _told(annual: Annual, name: str, story: Story, whole: Story) -> Told | None:
    title, first, second = annual.text(story.title), _sentences(annual, story, FIRST), _after(annual, story)
    way = in_the_way(annual.text(story.got_in_the_way))
    last = furthest(story)
    paragraphs = _paragraphs(annual, story) or _joined((*first, way), second)
    if not title or not paragraphs:
        return None
    realised = annual.text(story.cycles.get("realised", ""))
    by = _teller(annual, story)
    return Told(
        title,
        paragraphs,
        " ".join(part for part in (*first, way, stopped(realised)) if part),
        by,
        _signed(story, by),
        tuple(Rung(word, last is not None and LADDER.index(step) <= LADDER.index(last))
              for step, word in zip(LADDER, say.lines("steps"), strict=True)),
        step := say.lines("steps")[LADDER.index(last)].lower() if last else "",
        say("other", title=title, step=step) if step else say("other_told", title=title),
        _beside(story),
        strength(_measured(annual, whole)),
        _confirmed(annual, story, whole),
        Ref(f"story-{name}", say("reference", title=title)),
    )  # fmt: skip


def _paragraphs(annual: Annual, story: Story) -> tuple[str, ...]:
    """What the team wrote and the teller agreed to, in its own paragraphs; it stands in the place of the steps."""
    return tuple(part for text in story.told.split("\n\n") if (part := annual.text(text)))


def _joined(*groups: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(text for group in groups if (text := " ".join(part for part in group if part)))


def _sentences(annual: Annual, story: Story, cycles: tuple[str, ...]) -> tuple[str, ...]:
    told: Mapping[Any, str] = story.cycles
    return tuple(stopped(text) for cycle in cycles if (text := annual.text(told.get(cycle, ""))))


def _after(annual: Annual, story: Story) -> tuple[str, ...]:
    return (*_sentences(annual, story, SECOND), stopped(annual.text(story.helped_others)))


def in_the_way(text: str) -> str:
    """`In the way: nobody had told the night staff.` A first letter is lowered for plain small words alone."""
    if not text:
        return ""
    first, space, rest = text.partition(" ")
    small = first.casefold() if first.casefold() in say.lines("lowered") else first
    return stopped(say("in_the_way", text=f"{small}{space}{rest}"))


def _teller(annual: Annual, story: Story) -> str:
    """Who tells it, as they agreed: by name, by what they do, or not at all."""
    who = annual.credited(story.teller.who, story.teller.show)
    return annual.text(who) if story.teller.show == "role" else who


def _signed(story: Story, by: str) -> str:
    if story.date is None:
        return say("undated")
    day = say_date(story.date)
    return say("signed", by=by, day=day) if by else say("signed_by_a_member", day=day)


def _beside(story: Story) -> str:
    return say("reached_leaders") if any(story.cycles.get(cycle) for cycle in BESIDE) else ""  # type: ignore[call-overload]


def _measured(annual: Annual, story: Story) -> Evidence | None:
    """The measurement of which the story tells: the line whose number it says, else the strongest of most cases."""
    said = set(_NUMBER.findall(story.cycles.get("realised", "")))
    linked = [one for one in map(annual.community.initiative, story.evidence) if one is not None]
    lines = [line for one in linked for line in annual.told.view.evidence(one)]
    if not lines:
        return None
    return min(
        lines,
        key=lambda one: (one.after not in said, ORDER.index(one.strength or ""), -(one.n or 0), one.measure),
    )


def strength(measured: Evidence | None) -> str:
    """`Before and after, 12 cases`; that nothing was measured where nothing was."""
    if measured is None or measured.strength in (None, "story"):
        return say("not_measured")
    kind = lexicon.table("synthesis.started.strengths")[measured.strength]
    if measured.n is None:
        return f"{kind}."
    return say.plural("strength", measured.n, kind=kind, n=say_number(measured.n))


def _confirmed(annual: Annual, story: Story, whole: Story) -> str:
    if not whole.confirmed_by:
        return say("not_confirmed")
    who = annual.text(story.confirmed_by)
    return say("confirmed_by", who=who) if who else say("confirmed")
