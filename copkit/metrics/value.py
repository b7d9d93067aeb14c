"""V: value, as members tell it in stories and on feedback forms."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from copkit import lexicon
from copkit.findings import Position
from copkit.metrics.base import Figure, Source
from copkit.metrics.facts import Facts
from copkit.metrics.making import Maker
from copkit.metrics.registry import metric
from copkit.models.story import Cycle, Story
from copkit.people.consent import has_agreed
from copkit.workspace import Session

LADDER: tuple[Cycle, ...] = ("immediate", "potential", "applied", "realised", "transformative")
"""The cycles that a story climbs, lowest first."""
BESIDE: tuple[Cycle, ...] = ("strategic", "enabling", "orienting")
CHAIN = frozenset(LADDER[:4])


def stories(facts: Facts) -> list[tuple[Story, Source]]:
    """The stories told in the period, each with its place."""
    files = facts.community.files
    return [
        (story, Source(f"stories/{name}", files, story))
        for name, story in facts.community.other.get("story", {}).items()
        if story.date is not None and story.date in facts.period and story.date <= facts.day
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
    """For each of the eight cycles the stories that tell of it, and those of them that have evidence linked.

    From: `cycles:` and `evidence:` in stories/*.yaml; `evidence:` in initiatives/*.yaml.

    After: Wenger, Trayner and de Laat (2011), Promoting and assessing value creation in communities and networks.
    """
    make, every = facts.maker("V2"), stories(facts)
    for cycle in ("orienting", *LADDER, "strategic", "enabling"):
        rows = [(story, at) for story, at in every if story.cycles.get(cycle)]
        yield make.count(cycle, [at for _, at in rows], "stories")
        yield make.split(f"{cycle}, with evidence", rows, lambda story: has_evidence(facts, story), "stories")


def has_evidence(facts: Facts, story: Story) -> bool:
    """Whether a story leads to an initiative that was measured."""
    named = map(facts.community.initiative, story.evidence)
    return any(one is not None and one.evidence for one in named)


@metric("V3")
def chains(facts: Facts) -> Iterator[Figure]:
    """Stories that tell each step from immediate to realised and have evidence linked, of all stories.

    From: `cycles:` and `evidence:` in stories/*.yaml; `evidence:` in initiatives/*.yaml.
    """

    def whole(story: Story) -> bool:
        return all(story.cycles.get(cycle) for cycle in CHAIN) and has_evidence(facts, story)

    yield facts.maker("V3").split("", stories(facts), whole, "stories")


class Item(NamedTuple):
    """An item of the feedback form, and the answers that count as a yes."""

    name: str
    label: str
    yes: tuple[Any, ...]


ITEMS = (
    Item("useful", "worth my time", (4, 5)),
    Item("heard", "I felt heard", (4, 5)),
    Item("met_someone", "met someone useful", ("yes",)),
    Item("will_use", "will use something", ("yes",)),
    Item("only_here", "only here", ("yes",)),
)


@metric("V4")
def feedback(facts: Facts) -> Iterator[Figure]:
    """What people said on the forms of the period's sessions, taken together.

    The response is the forms of all who were there, guests included. Worth my time and I felt heard count 4 and 5
    of 5; the other items count yes. Each is out of those who answered it. The change in confidence is the mean of
    after less before, over those who gave both. Sessions without forms, without attendance, or with more forms than
    people are left out of the response and listed. Results of fewer than five forms are hidden from everybody.

    From: feedback/*.csv; `present:` and `others:` in notes.
    """
    yield from said_of(facts, list(facts.held))


def said_of(facts: Facts, sessions: list[Session]) -> Iterator[Figure]:
    """The same for some sessions, such as one alone."""
    forms = {one.id: facts.community.feedback.of(one.id) for one in sessions if one.id in facts.community.feedback}
    there = {one.session.id: len(one.people) + one.others for one in facts.attended}
    known = [key for key in forms if key in there and forms[key].forms <= there[key]]
    out = tuple(one.id for one in sessions if one.id not in known)
    make = facts.maker("V4").without(out)
    counted = tuple(_place(facts, key) for key in known)
    top, bottom = sum(forms[key].forms for key in known), sum(there[key] for key in known)
    yield make.ratio("response", top, bottom, "people", counted=counted, people=True)
    answers = [answer for one in forms.values() for answer in one.answers]
    make = make.without(())
    counted = tuple(_place(facts, key) for key in forms)
    for item in ITEMS:
        given = [value for answer in answers if (value := getattr(answer, item.name)) not in (None, "")]
        yes = sum(value in item.yes for value in given)
        yield make.ratio(item.label, yes, len(given), "forms", counted=counted, guarded=True)
    yield from _confidence(make, [(one.confident_before, one.confident_after) for one in answers], counted)


def _confidence(
    make: Maker, given: list[tuple[int | None, int | None]], counted: tuple[Source, ...]
) -> Iterator[Figure]:
    both = [(before, after) for before, after in given if before is not None and after is not None]
    for label, total in (
        ("confidence before", sum(before for before, _ in both)),
        ("confidence after", sum(after for _, after in both)),
        ("confidence change", sum(after - before for before, after in both)),
    ):
        yield make.ratio(label, total, len(both), "of 5", form="mean", counted=counted, guarded=True)
    better = sum(after > before for before, after in both)
    yield make.ratio("confidence improved", better, len(both), "forms", counted=counted, guarded=True)


@metric("V5")
def used_it(facts: Facts) -> Iterator[Figure]:
    """People who said, three months later, that they used something from a session, of all who sent the form back.

    The forms of the period's sessions are taken together, whenever they came. One without an answer to that
    question counts as a form. Results of fewer than five forms are hidden from everybody.

    From: follow_up/*.csv.
    """
    asked = [one.id for one in facts.held if one.id in facts.community.follow_up]
    forms = [form for session in asked for form in facts.community.follow_up.of(session)]
    counted = tuple(_place(facts, session, "follow_up") for session in asked)
    used = sum(form.used == "yes" for form in forms)
    missing = "" if asked else lexicon.text("figures.nobody_asked")
    yield facts.maker("V5").ratio("", used, len(forms), "forms", counted=counted, guarded=True, missing=missing)


def _place(facts: Facts, session: str, folder: str = "feedback") -> Source:
    return Source(f"{folder}/{session}", Position(f"communities/{facts.community.id}/{folder}/{session}.csv"))
