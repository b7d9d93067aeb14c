"""Stories as an audience may read them: with the teller's consent, and as they asked to be shown."""

from typing import NamedTuple

from copkit import lexicon
from copkit.documents.annual import Annual
from copkit.metrics.stories import LADDER, furthest, has_evidence
from copkit.metrics.stories import stories as told
from copkit.models.story import Story


class Step(NamedTuple):
    """One step of a story: its cycle, and a sentence."""

    cycle: str
    text: str


class Telling(NamedTuple):
    """A story ready to print. `anchor` is its place in the evidence."""

    title: str
    teller: str
    steps: tuple[Step, ...]
    in_the_way: str
    helped: str
    measured: bool
    reached: int
    anchor: str


def tellings(annual: Annual) -> tuple[Telling, ...]:
    """The year's stories that may be shown, those that reached furthest first."""
    seen: dict[str, Story] = annual.community.other.get("story", {})
    names = (source.what.removeprefix("stories/") for _, source in told(annual.facts))
    found = [one for name in names if name in seen and (one := telling(annual, seen[name], name))]
    return tuple(sorted(found, key=lambda one: (-one.reached, -one.measured, one.title)))


def telling(annual: Annual, story: Story, name: str) -> Telling | None:
    """A story for this audience; None where too little of it is left."""
    steps = tuple(
        Step(words, text)
        for cycle, words in lexicon.table("cycles.names").items()
        if (text := annual.text(story.cycles.get(cycle, "")))  # type: ignore[call-overload]
    )
    title, last = annual.text(story.title), furthest(story)
    if not title or not steps:
        return None
    return Telling(
        title,
        _teller(annual, story),
        steps,
        annual.text(story.got_in_the_way),
        annual.text(story.helped_others),
        has_evidence(annual.facts, story),
        LADDER.index(last) + 1 if last else 0,
        f"story-{name}",
    )


def _teller(annual: Annual, story: Story) -> str:
    """Who tells it, as they agreed: by name, by what they do, or not at all."""
    who = annual.credited(story.teller.who, story.teller.show)
    return annual.text(who) if story.teller.show == "role" else who
