"""The words that say of what a document is, told apart by their form: a session or a year, and names."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from copkit.cli.exits import Stop
from copkit.dates import possible_days
from copkit.patterns import when_used

_NUMBER_OR_YEAR = when_used(r"\d{1,3}|\d{4}([-/–]\d{2}(\d{2})?)?")
_YEAR = when_used(r"\d{4}([-/–]\d{2}(\d{2})?)?")


class Words(NamedTuple):
    """What was typed: names in their order (of communities, people and things), and when; empty for neither."""

    names: tuple[str, ...]
    when: str

    @property
    def first(self) -> str:
        return self.names[0] if self.names else ""

    @property
    def year(self) -> str:
        """The year, where it is one that is named."""
        return self.when if is_year(self.when) else ""


def told_apart(words: Sequence[str], communities: Collection[str]) -> Words:
    """Which word is what, in whatever order they were typed."""
    names, when = names_and_times(words, communities)
    if len(when) > 1:
        raise Stop(f"“{when[0]}” and “{when[1]}” are two times", hint="Name one session, or one year.")
    return Words(tuple(names), "".join(when))


def community_and_when(words: Sequence[str], communities: Collection[str]) -> tuple[str, str]:
    """The community and the session or year that are named, in either order; empty for what is left out."""
    found = told_apart(words, communities)
    if len(found.names) > 1:
        raise Stop(f"“{found.names[0]}” and “{found.names[1]}” are two communities", hint="Name one of them.")
    return found.first, found.when


def community_first(words: Sequence[str], communities: Collection[str], among: int) -> list[str]:
    """The words with a community before what is said of it, where its whole id stands among the first of them."""
    at = next((place for place, word in enumerate(words[:among]) if word in communities), 0)
    return [*words[at : at + 1], *words[:at], *words[at + 1 :]]


def names_and_times(words: Sequence[str], communities: Collection[str]) -> tuple[list[str], list[str]]:
    """The words that name somebody or something, and those that say when, each in their order."""
    typed = [word for word in words if word.strip()]
    when = [word for word in typed if _is_when(word, communities)]
    return [word for word in typed if word not in when], when


def is_year(word: str) -> bool:
    """Whether a word is a year: 2026-27, or 2026."""
    return _YEAR.fullmatch(word) is not None


def _is_when(word: str, communities: Collection[str]) -> bool:
    """Whether a word is a session or a year; a day wins over a community whose id looks like one."""
    if word in ("next", "last") or _NUMBER_OR_YEAR.fullmatch(word) or possible_days(word):
        return True
    return word[:1].isdigit() and not any(one.startswith(word.casefold()) for one in communities)
