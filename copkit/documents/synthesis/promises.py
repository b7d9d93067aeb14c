"""Section 11: you said, we did; and what became of last year's promises."""

from dataclasses import dataclass
from typing import NamedTuple

from copkit import lexicon
from copkit.dates import say_date
from copkit.documents.annual import Annual
from copkit.documents.people_held import Reading
from copkit.models.review import Review
from copkit.workspace.reviews import answered, last_label, promised

say = lexicon.Words("synthesis.promises")


class Changed(NamedTuple):
    """What members asked for, what changed, and since when."""

    said: str
    did: str
    since: str


class Outcome(NamedTuple):
    """A promise of last year and what became of it."""

    promise: str
    outcome: str
    why: str


@dataclass(frozen=True)
class Promises:
    """Section 11. `tally` counts the outcomes in a sentence; `missing` says what there is no record of."""

    changed: tuple[Changed, ...]
    promises: tuple[Outcome, ...]
    tally: str
    last_year: str
    missing: tuple[str, ...]
    held_back: str


def build(annual: Annual) -> Promises:
    """What was asked for and promised, and what came of it: this year's review beside last year's."""
    read, review = Reading(), annual.review or Review()
    label = last_label(annual.community.about, annual.shared.programme, annual.year)
    last: Review | None = annual.reviews.get(label)
    outcomes = _outcomes(read, review, last)
    changed = tuple(
        Changed(read(one.said), read(one.did), say_date(one.since) if one.since else "")
        for one in review.you_said_we_did
    )
    return Promises(
        changed, outcomes, _tally(outcomes), label, tuple(_missing(annual, last, label, changed)), read.kept
    )


def _outcomes(read: Reading, review: Review, last: Review | None) -> tuple[Outcome, ...]:
    """The promises of last year's review in its order, then others that this year's answers."""
    found = []
    for promise, given in answered(promised(last), review.promises):
        outcome = say.table("outcomes").get(given.outcome or "", say("not_said")) if given else say("not_said")
        found.append(Outcome(read(promise), outcome, read(given.why) if given else ""))
    return tuple(found)


def _tally(outcomes: tuple[Outcome, ...]) -> str:
    counts = {
        word: sum(one.outcome == word for one in outcomes)
        for word in (
            *say.table("outcomes").values(),
            say("not_said"),
        )
    }
    said = [f"{number} {word[0].lower() + word[1:]}" for word, number in counts.items() if number]
    return say("tally", number=len(outcomes), said=", ".join(said)) if len(outcomes) > 1 else ""


def _missing(annual: Annual, last: Review | None, label: str, changed: tuple[Changed, ...]) -> list[str]:
    found = []
    if annual.review is not None and not changed:
        found.append(say("the_review_does_not_say"))
    if last is None and annual.before is not None:
        found.append(say("no_review", label=label))
    elif last is not None and not promised(last):
        found.append(say("no_promises", label=label))
    elif last is None:
        found.append(say("this_is_the_first_year"))
    return found
