"""STO: value-creation stories."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from copkit.checks.context import Community, Place, Programme, months_between
from copkit.checks.problem import Problem
from copkit.checks.registry import ERROR, INFO, WARNING, check
from copkit.people.consent import has_agreed

if TYPE_CHECKING:
    from copkit.models.story import Story


def _stories(at: Community) -> "Iterator[Story]":
    yield from at.community.other.get("story", {}).values()


@check("STO-01", ERROR, on="files", closed=True)
def no_consent(at: Place) -> Iterator[Problem]:
    """A story or quote for the public whose teller has not agreed.

    Why: It is their words and their work. A story with `publish: yes` goes to anybody, and so does what people
    said in an inquiry. A day that is still to come is no consent yet. PRV-03 looks at the others.

    Bad:
        title: One call instead of five
        publish: yes

    Good:
        title: One call instead of five
        publish: yes
        consent: 2026-11-12
    """
    for record, path, what in _for_the_public(at):
        message = f"this {what} is for the public, and does not say that its teller agreed"
        yield Problem(record, path, message, "Ask, and add consent: and the day; until then leave it out.")


def _for_the_public(at: Place) -> Iterator[tuple[Any, tuple[str | int, ...], str]]:
    """Stories and quotes that anybody may see, without consent."""
    if isinstance(at, Community):
        for story in _stories(at):
            if story.publish == "yes" and not has_agreed(story.consent, at.today):
                yield story, ("consent",), "story"
    if isinstance(at, Programme):
        for inquiry in at.shared.other.get("inquiry", {}).values():
            for index, voice in enumerate(inquiry.voices):
                if voice.said and not has_agreed(voice.consent, at.today):
                    yield inquiry, ("voices", index), "quote"


@check("STO-02", WARNING, on="community")
def no_proof(at: Community) -> Iterator[Problem]:
    """A story tells what got better, and no evidence is linked.

    Why: “Realised” is the step that commissioners ask about. A story says how it happened, and a measurement that
    it did; `evidence:` names the initiative that has one.

    Bad:
        cycles:
          realised: A referral now takes 12 minutes instead of 34.

    Good:
        cycles:
          realised: A referral now takes 12 minutes instead of 34.
        evidence: [initiatives/shared-form]
    """
    for story in _stories(at):
        if not story.cycles.get("realised"):
            continue
        linked = [at.community.initiative(name) for name in story.evidence]
        if not linked:
            message, place = "this story tells what got better, and no evidence is linked", ("cycles", "realised")
            yield Problem(story, place, message, "Add evidence: and the initiative where it was measured.")
        elif not any(one is None or one.evidence for one in linked):  # one that is not there is REF-01's
            message = "this story tells what got better, and the initiative that it names has no evidence"
            yield Problem(story, ("evidence",), message, "Add evidence: to the initiative.")


@check("STO-03", INFO, on="community", not_in=frozenset({"potential"}), stories=3, month=9)
def few_stories(at: Community) -> Iterator[Problem]:
    """The community's year is in its ninth month, and there are fewer than three stories.

    Why: The synthesis opens with stories, and people remember them for a quarter of a year. There are three months
    left to ask. A community that is only starting is let be, and so is one in its first months.

    Bad:
        # stories/ has one file on 1 December

    Good:
        # stories/2026-09-reading-aloud.yaml, 2026-11-one-call.yaml, 2026-11-thursday-key.yaml
    """
    start, months = at.year.start, at.limit("STO-03.month") - 1
    begun = max(start, at.about.started or start)
    if months_between(begun, at.today) < months:
        return
    told = sum(story.date is None or start <= story.date <= at.today for story in _stories(at))
    if told < at.limit("STO-03.stories"):
        stories = "no story" if not told else "only 1 story" if told == 1 else f"only {told} stories"
        message = f"there {'is' if told < 2 else 'are'} {stories} of this year yet"
        yield Problem(at.about, ("practice",), message, "Ask three people: what happened, and what came of it?")
