"""V: what members tell in stories, and how far each reached."""

from collections.abc import Iterator

from copkit.metrics.base import Figure, Source
from copkit.metrics.facts import Facts
from copkit.metrics.registry import metric
from copkit.models.story import Cycle, Story
from copkit.people.consent import has_agreed

LADDER: tuple[Cycle, ...] = ("immediate", "potential", "applied", "realised", "transformative")
"""The cycles that a story climbs, lowest first."""
BESIDE: tuple[Cycle, ...] = ("strategic", "enabling", "orienting")
CHAIN = frozenset(LADDER[:4])


def stories(facts: Facts) -> list[tuple[Story, Source]]:
    """The stories told in the period, each with its place."""
    files = facts.community.files
    return [
        (story, Source(f"stories/{name}", files, story))
        for name, story in facts.view.stories.items()
        if story.date in facts.period
    ]


def furthest(story: Story) -> Cycle | None:
    """The furthest cycle on the ladder that a story reached; None where it tells of none."""
    return next((cycle for cycle in reversed(LADDER) if story.cycles.get(cycle)), None)


@metric("V1")
def told(facts: Facts) -> Iterator[Figure]:
    """Stories told in the period, by the furthest cycle of value that each reached.

    The order is immediate, potential, applied, realised, transformative. Strategic, enabling and orienting value
    stand beside it: a story may have them as well.

    From: `date:` and `cycles:` in stories/*.yaml.

    After: Wenger, Trayner and de Laat (2011), and Wenger-Trayner and Wenger-Trayner (2020), value-creation cycles.
    """
    make, every = facts.maker("V1"), stories(facts)
    yield make.count("", [at for _, at in every], "stories")
    for cycle in LADDER:
        yield make.count(f"as far as {cycle}", [at for story, at in every if furthest(story) == cycle], "stories")
    for cycle in BESIDE:
        yield make.count(f"with {cycle}", [at for story, at in every if story.cycles.get(cycle)], "stories")
    yield make.split("with consent", every, lambda story: has_agreed(story.consent, facts.day), "stories")


@metric("V2")
def matrix(facts: Facts) -> Iterator[Figure]:
    """For each of the eight cycles the stories of the period that tell of it.

    From: `date:` and `cycles:` in stories/*.yaml.

    After: Wenger, Trayner and de Laat (2011), Promoting and assessing value creation in communities and networks.
    """
    make, every = facts.maker("V2"), stories(facts)
    for cycle in ("orienting", *LADDER, "strategic", "enabling"):
        rows = [(story, at) for story, at in every if story.cycles.get(cycle)]
        yield make.count(cycle, [at for _, at in rows], "stories")


def has_evidence(facts: Facts, story: Story) -> bool:
    """Whether a story leads to an initiative that was measured."""
    there = facts.view.initiatives.values()
    named = map(facts.community.initiative, story.evidence)
    return any(one in there and facts.view.evidence(one) for one in named if one is not None)


@metric("V3")
def chains(facts: Facts) -> Iterator[Figure]:
    """Stories that tell each step from immediate to realised and have evidence linked, of all stories.

    As it stood on the last day: evidence as in V2.

    From: `cycles:` and `evidence:` in stories/*.yaml; `evidence:` in initiatives/*.yaml.
    """

    def whole(story: Story) -> bool:
        return all(story.cycles.get(cycle) for cycle in CHAIN) and has_evidence(facts, story)

    yield facts.maker("V3").split("", stories(facts), whole, "stories")
