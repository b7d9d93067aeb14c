"""X: influence beyond the community."""

from collections.abc import Iterator

from copkit.metrics.base import Figure, Source
from copkit.metrics.facts import Facts
from copkit.metrics.making import Maker
from copkit.metrics.registry import metric
from copkit.metrics.together import Together, called
from copkit.models.challenges import Challenge, ChallengeEntry
from copkit.models.events import Event


@metric("X1")
def influence(facts: Facts) -> Iterator[Figure]:
    """Events elsewhere to which members went; those to which something was taken, and from which it came back;
    and what was selected in innovation challenges, how much of it was ours.

    An event belongs to the community that it names, or else to each of whose members went. An entry to a
    challenge is ours when it names one of our initiatives. A challenge belongs to the period in which it closed.

    From: events.yaml; challenges.yaml; members.yaml.
    """
    make, files = facts.maker("X1"), facts.shared.files
    went = [(event, Source(event.name, files, event)) for event in events_of(facts)]
    yield make.count("", [at for _, at in went], "events")
    yield make.split("took something", went, lambda event: bool(event.took), "events")
    yield make.split("brought something back", went, lambda event: bool(event.brought_back), "events")
    chosen = [
        (entry, Source(entry.title, files, challenge, ("entries", place)))
        for challenge in challenges_of(facts)
        for place, entry in enumerate(challenge.entries)
        if entry.title in challenge.selected
    ]
    initiative = facts.community.initiative
    yield make.split("selected from us", chosen, lambda entry: initiative(entry.initiative) is not None, "entries")


def events_of(facts: Facts) -> list[Event]:
    """The events of the period to which members went, as they stand in the file."""
    every = facts.shared.other.get("events", {}).values()
    inside = (one for one in every if one.date is not None and one.date in facts.period and one.date <= facts.day)
    return [event for event in inside if _ours(facts, event)]


def _ours(facts: Facts, event: Event) -> bool:
    if event.community:
        return event.community == facts.community.id
    day = event.date or facts.day
    roll = {facts.who(member.who) for member in facts.community.on_roll(day)}
    return any(facts.who(typed, day) in roll for typed in event.from_us)


def challenges_of(facts: "Facts | Together") -> list[Challenge]:
    """The challenges that closed in the period; those without a day belong to every one."""
    return [one for one in facts.shared.other.get("challenges", {}).values() if _closed(facts, one)]


def _closed(facts: "Facts | Together", one: Challenge) -> bool:
    return one.closes is None or (one.closes in facts.period and one.closes <= facts.day)


@metric("X2", of="programme")
def challenge_scores(all_of_it: Together) -> Iterator[Figure]:
    """The score of each entry to an innovation challenge: Σ weight × score ÷ Σ weight, from 1 to 5.

    Each criterion that has a weight and a score counts. An entry without any score has none.

    From: `criteria:` and `scores:` in challenges.yaml.
    """
    make, files = Maker("X2", all_of_it.period), all_of_it.shared.files
    told = all_of_it.told.other.get("challenges", {})
    for key, challenge in all_of_it.shared.other.get("challenges", {}).items():
        if _closed(all_of_it, challenge):
            for place, entry in enumerate(challenge.entries):
                name = called(told[key].entries[place].title, "entry", place + 1)
                source = Source(name, files, challenge, ("entries", place))
                yield make.ratio(name, *weighed(challenge, entry), "of 5", form="mean", counted=(source,))


def weighed(challenge: Challenge, entry: ChallengeEntry) -> tuple[float, float]:
    """The weighted scores of an entry added up, and the weights."""
    weights = {name: weight for name, weight in challenge.criteria.items() if name in entry.scores}
    return sum(weight * entry.scores[name] for name, weight in weights.items()), sum(weights.values())
