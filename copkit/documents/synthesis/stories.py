"""Stories as an audience may read them: with the teller's consent, and as they asked to be shown."""

from typing import NamedTuple

from copkit import lexicon
from copkit.documents.annual import Annual
from copkit.metrics.value import LADDER, furthest, has_evidence
from copkit.metrics.value import stories as told
from copkit.models.story import Story
from copkit.people.consent import credit


class Step(NamedTuple):
    """One step of a story: its cycle, and a sentence."""

    cycle: str
    text: str


class Telling(NamedTuple):
    """A story ready to print."""

    title: str
    teller: str
    steps: tuple[Step, ...]
    in_the_way: str
    helped: str
    measured: bool
    from_connection: bool
    reached: int


def tellings(annual: Annual) -> tuple[Telling, ...]:
    """The year's stories that may be shown, those that reached furthest first."""
    found = [one for story, _ in told(annual.facts) if (one := telling(annual, story))]
    return tuple(sorted(found, key=lambda one: (-one.reached, -one.measured, one.title)))


def telling(annual: Annual, story: Story) -> Telling | None:
    """A story for this audience; None without consent, or in public unless it may be published."""
    if story.consent is None or (annual.public and story.publish != "yes"):
        return None
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
        any("/connect/" in name for name in story.because_of),
        LADDER.index(last) + 1 if last else 0,
    )


def _teller(annual: Annual, story: Story) -> str:
    """Who tells it, as they agreed: by name, by what they do, or not at all."""
    person = annual.shared.people.get(annual.facts.who(story.teller.who))
    show = credit(story.teller.show, person, public=annual.public)
    if show == "role":
        return annual.text(person.job) if person else ""
    return annual.name(story.teller.who) if show else ""
