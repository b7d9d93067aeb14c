"""A new review: its ten questions, with the year's facts as remarks beside them and no answers."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from copkit.new.texts import Home, new_file

MOST_HINTS = 12


class Draft(NamedTuple):
    """What a new review is made from.

    `questions` are the ten by field, `hints` lines of the notes to choose from by field, `promises` last year's.
    """

    label: str
    last: str
    counted_to: str
    facts: Sequence[str]
    questions: Mapping[str, str]
    hints: Mapping[str, Sequence[str]]
    promises: Sequence[str]


class _Question(NamedTuple):
    """A question, and lines of the notes to choose from, as far as there is room."""

    key: str
    words: str
    hints: tuple[str, ...]
    more_hints: int


class _Review(NamedTuple):
    label: str
    last: str
    counted_to: str
    facts: tuple[str, ...]
    questions: tuple[_Question, ...]
    promises: tuple[str, ...]


def review_file(home: Home, path: str, draft: Draft) -> bytes:
    """The file of a new review. Facts and lines of notes stand in remarks alone: the answers are for people."""
    view = _Review(
        draft.label,
        draft.last,
        draft.counted_to,
        tuple(draft.facts),
        tuple(_question(key, words, draft.hints.get(key, ())) for key, words in draft.questions.items()),
        tuple(draft.promises),
    )
    return new_file(home, path, "review.yaml.j2", view)


def _question(key: str, words: str, hints: Sequence[str]) -> _Question:
    return _Question(key, words, tuple(hints[:MOST_HINTS]), max(0, len(hints) - MOST_HINTS))
