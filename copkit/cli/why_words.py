"""What somebody asks `copkit why`: a metric's code, a figure's label, a community and a year, in any order."""

from collections.abc import Callable, Collection
from typing import NamedTuple

from copkit import lexicon
from copkit.cli.exits import Stop
from copkit.metrics import registry
from copkit.patterns import when_used

_YEAR = when_used(r"\d{4}([-/–]\d{2}(\d{2})?)?")
_CODE = when_used(r"[A-Za-z]\d{1,2}")
_DOCUMENTS = frozenset({"synthesis", "portfolio", "annual-synthesis"})
"""The document in which somebody saw the figure: all of them say the same."""


class Asked(NamedTuple):
    """What was asked; `rest` are words that may name a figure of the metric or a community."""

    code: str
    community: str
    year: str
    label: str


def read_words(words: Collection[str], communities: Collection[str]) -> Asked:
    """The words by what they are: a code, a year, a community, and what is left names one figure of the metric."""
    left = [word for word in words if word.strip()]
    if left and left[0].casefold() in _DOCUMENTS:
        left = left[1:]
    code = _take(left, lambda word: _CODE.fullmatch(word) is not None)
    year = _take(left, lambda word: _YEAR.fullmatch(word) is not None)
    if not code:
        raise Stop("which figure?", hint=f"Name its code, such as C2{_by_name(left)}. “copkit why” lists them.")
    known(code.upper())
    return Asked(code.upper(), _community(left, communities), year, " ".join(left))


def _take(left: list[str], test: Callable[[str], bool]) -> str:
    """The first word that passes a test, taken out of the words; empty where none does."""
    for place, word in enumerate(left):
        if test(word):
            return left.pop(place)
    return ""


def _community(left: list[str], communities: Collection[str]) -> str:
    """The first word that is a community's id or the start of one."""
    exact = _take(left, lambda word: word.casefold() in communities)
    return exact or _take(left, lambda word: any(one.startswith(word.casefold()) for one in communities))


def known(code: str) -> None:
    """An end with what there is, where there is no metric of a code."""
    if code in registry():
        return
    from difflib import get_close_matches

    near = [one for one in registry() if one[0] == code[0]]
    close = get_close_matches(code, registry(), n=1, cutoff=0.5)
    hint = f"Did you mean {close[0]}, {registry()[close[0]].name.lower()}? " if close else ""
    hint += f"{lexicon.table('figures.families')[code[0]]}: {', '.join(near)}. " if near else ""
    raise Stop(f"there is no metric {code}", hint=f"{hint}“copkit why” lists all of them.")


def _by_name(words: Collection[str]) -> str:
    """The code of a metric that was asked for by its name."""
    typed = " ".join(words).casefold()
    named = [
        f", or {code} for {one.name.lower()}" for code, one in registry().items() if one.name.casefold() in typed
    ]
    return named[0] if named else ""
