"""Which question of a form asks for which item, by its wording; and which columns are about the person."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from copkit import lexicon
from copkit.importers.columns import plain

NONE = "none"
_PRIVATE = frozenset(lexicon.spellings("form_headers")["about_people"])
_PRIVATE_BEGINS = tuple(lexicon.spellings("form_headers")["about_people_begins"])
_COMPILED = {
    "feedback": [
        (item, re.compile("|".join(forms))) for item, forms in lexicon.spellings("wordings_of_feedback").items()
    ],
    "follow_up": [
        (item, re.compile("|".join(forms))) for item, forms in lexicon.spellings("wordings_of_follow_up").items()
    ],
}
"""The wordings of each form, by the item that a question in them asks for."""


class Column(NamedTuple):
    """A column of a form: where it stands, its question, and its item; None while nobody knows."""

    at: int
    question: str
    item: str | None


def is_private(header: str) -> bool:
    """Whether a column is about who answered or when: it is never read."""
    bare = plain(header)
    return bare in _PRIVATE or bare.startswith(_PRIVATE_BEGINS)


_CONSENT = re.compile("|".join(lexicon.spellings("wordings_of_consent")["asks"]))


def asks_for_leave(header: str) -> bool:
    """Whether a question asks for leave to use what was answered: it is no item."""
    return _CONSENT.search(plain(header)) is not None


def item_of(question: str, survey: str = "feedback") -> str | None:
    """The item of a survey that a question asks for, by its words; None where none or several fit."""
    bare = plain(question)
    if bare in _BY_NAME[survey]:
        return _BY_NAME[survey][bare]
    found = [item for item, pattern in _COMPILED[survey] if pattern.search(bare)]
    if "best" in found and "change" in found:  # “What was best, and what would you change?” is two questions
        return None
    return found[0] if found else None


_BY_NAME = {name: {plain(item): item for item, _ in wordings} for name, wordings in _COMPILED.items()}


def columns_of(headers: Sequence[str], known: Mapping[str, str], survey: str = "feedback") -> list[Column]:
    """The columns of a form that are not about the person. `known` says the item of a question by its plain words.

    What is known comes before what the wording says; of two columns that the wording gives to one item, nobody
    can say which is meant, so both are left open.
    """
    shown = [(index, " ".join(header.split())) for index, header in enumerate(headers)]
    left = {index for index, text in shown if not text or is_private(text) or asks_for_leave(text)}
    asked = [(index, text) for index, text in shown if plain(text) in known or index not in left]
    told = {index: known[plain(text)] for index, text in asked if plain(text) in known}
    taken = set(told.values())
    read = {index: item for index, text in asked if index not in told and (item := item_of(text, survey))}
    clear = {
        index: item for index, item in read.items() if item not in taken and list(read.values()).count(item) == 1
    }
    return [Column(index, text, told.get(index, clear.get(index))) for index, text in asked]
