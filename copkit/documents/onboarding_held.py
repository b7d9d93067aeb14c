"""What the private folder holds of somebody's first hundred days, for that person: own words, and others'."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from copkit import lexicon
from copkit.models.onboarding import OwnOnboarding, SkillScore
from copkit.people.mentions import Seeker
from copkit.people.others import without_others

say = lexicon.Words("onboarding_held")


class Noted(NamedTuple):
    """A word and what was noted under it."""

    word: str
    text: str


def noted(files: Mapping[str, OwnOnboarding], seeker: Seeker) -> Iterator[Noted]:
    """Everything noted by the person, and what new leaders noted of the person; names of others taken out."""
    own = files.get(seeker.key, OwnOnboarding())
    for name, score in own.skills.items():
        yield Noted(say("skill", name=name.replace("-", " ")), _said(score))
    if own.notes:
        yield Noted(say("your_notes"), _plain(own.notes, seeker))
    for one in own.meet:
        if one.learned:
            yield Noted(say("learned_of_somebody"), _plain(one.learned, seeker))
    for key, other in files.items():
        for one in other.meet if key != seeker.key else ():
            if one.learned and _is(one.who, seeker):
                yield Noted(say("learned_of_you"), _plain(one.learned, seeker))


def _is(typed: str, seeker: Seeker) -> bool:
    return typed == seeker.key or seeker.register.meant(typed).id == seeker.key


def _plain(text: str, seeker: Seeker) -> str:
    return without_others(" ".join(text.split()), seeker, frozenset())


def _said(score: SkillScore) -> str:
    """`now 2, aim 3`, as far as it was said."""
    parts = (f"{word} {value}" for word, value in (("now", score.now), ("aim", score.aim)) if value is not None)
    return ", ".join(parts) or say("not_said")
