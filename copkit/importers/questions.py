"""Which question of a form asks for which item, by its wording; and which columns are about the person."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from copkit.importers.columns import plain

NONE = "none"
_ABOUT_PEOPLE = """id|respondent id|response id|collector id|start time|start date|end date|completion time|end time
|submission time|submitted|submitted at|submit date|date submitted|timestamp|time stamp|last modified time|date
|email|e mail|email address|e mail address|username|user|name|your name|full name|first name|last name|surname
|ip address|language|total points|quiz feedback|points|token|network id|custom data 1|tags|score
|horodateur|zeitstempel|marca temporal|heure de début|heure de fin|startzeit|fertigstellungszeit|nom|nombre"""
_PRIVATE = frozenset(name.strip() for name in _ABOUT_PEOPLE.split("|"))
_WORDINGS: tuple[tuple[str, str], ...] = (
    ("only_here", r"elsewhere|anywhere else|not have had this conversation|nowhere else|only here"),
    ("confident_before", r"confiden\w+.*\bbefore\b|\bbefore\b.*confiden|confident before"),
    ("confident_after", r"confiden\w+.*\b(after|now|since)\b|\b(after|now)\b.*confiden|confident after"),
    ("met_someone", r"\bmet (some|any)(one|body)|met a (new|useful)|new contact|met (useful )?people|met someone"),
    ("heard", r"\b(felt|feel|was|were) (heard|listened)|voice (was )?heard|^heard$"),
    ("will_use", r"\bwill use|\bgoing to use|\bplan to use|use (something|anything) from|put .* into practice"),
    ("useful", r"worth (my|your|the) time|worthwhile|good use of (my|your) time|how useful|^useful$|was useful"),
    (
        "best",
        r"best (thing|part|bit|of all)|\bbest\b|most (useful|valuable|helpful)|went well|liked most|value most",
    ),
    ("change", r"(one|a) change|\bchange\b|\bimprove|do differently|even better|less useful|could be better"),
)
_LATER: tuple[tuple[str, str], ...] = (
    ("happened", r"what happened|what came of it|what (was )?(the )?(difference|result|changed)|with what result"),
    ("what", r"what (did you|have you) use|what was it|which (one|thing|part)|what did you try|what i used"),
    ("used", r"\bi used\b|\bi have used\b|(did|have) you (use|used|put|try|tried)\b|used (some|any)thing|^used$"),
)
"""The wordings of the form of three months later."""
_COMPILED = {
    name: [(item, re.compile(pattern)) for item, pattern in wordings]
    for name, wordings in (("feedback", _WORDINGS), ("follow_up", _LATER))
}


class Column(NamedTuple):
    """A column of a form: where it stands, its question, and its item; None while nobody knows."""

    at: int
    question: str
    item: str | None


def is_private(header: str) -> bool:
    """Whether a column is about who answered or when: it is never read."""
    bare = plain(header)
    return bare in _PRIVATE or bare.startswith(("points ", "feedback ", "e mail", "email"))


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
    asked = [(index, text) for index, text in shown if plain(text) in known or (text and not is_private(text))]
    told = {index: known[plain(text)] for index, text in asked if plain(text) in known}
    taken = set(told.values())
    read = {index: item for index, text in asked if index not in told and (item := item_of(text, survey))}
    clear = {
        index: item for index, item in read.items() if item not in taken and list(read.values()).count(item) == 1
    }
    return [Column(index, text, told.get(index, clear.get(index))) for index, text in asked]
