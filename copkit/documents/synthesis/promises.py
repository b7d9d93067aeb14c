"""Section 11: you said, we did; and what became of last year's promises."""

from dataclasses import dataclass
from typing import NamedTuple

from copkit.dates import say_date
from copkit.documents.annual import Annual
from copkit.documents.synthesis.reading import Reading
from copkit.models.review import Review
from copkit.workspace.reviews import answered, last_label, promised

OUTCOMES = {"kept": "Kept", "partly": "Partly kept", "not": "Not kept"}
NOT_SAID = "Not said yet"
"""The outcome of a promise of which this year's review says nothing: it is shown, never left away."""


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
    read, review = Reading(annual), annual.review or Review()
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
        outcome = OUTCOMES.get(given.outcome or "", NOT_SAID) if given else NOT_SAID
        found.append(Outcome(read(promise), outcome, read(given.why) if given else ""))
    return tuple(found)


def _tally(outcomes: tuple[Outcome, ...]) -> str:
    counts = {word: sum(one.outcome == word for one in outcomes) for word in (*OUTCOMES.values(), NOT_SAID)}
    said = [f"{number} {word[0].lower() + word[1:]}" for word, number in counts.items() if number]
    return f"Of {len(outcomes)} promises: {', '.join(said)}." if len(outcomes) > 1 else ""


def _missing(annual: Annual, last: Review | None, label: str, changed: tuple[Changed, ...]) -> list[str]:
    found = []
    if annual.review is not None and not changed:
        found.append("The review does not say what members asked for and what changed.")
    if last is None and annual.before is not None:
        found.append(f"No review of {label} was found, so it is not known what was promised.")
    elif last is not None and not promised(last):
        found.append(f"The review of {label} made no promises.")
    elif last is None:
        found.append("This is the first year looked back upon: nothing had been promised before it.")
    return found
