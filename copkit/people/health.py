"""Whether a text says how somebody's health is, and a name without such a remark beside it."""

import re
from functools import cache
from itertools import takewhile

from copkit import lexicon
from copkit.patterns import when_used

_REMARK = when_used(r"[(\[{,;:/–—]|\s-")


def told(text: str, *meanings: str) -> re.Match[str] | None:
    """Where a text says how somebody's health is: what is `said` anywhere, or `beside` a name in a list of people.

    Capitals are taken away first, which is quicker than to look for them; a few letters are two without them.
    """
    small = text.lower()
    return _pattern(*meanings).search(small if len(small) == len(text) else text)


@cache
def _pattern(*meanings: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{lexicon.either('health_of_somebody', *meanings).lower()})\b")


def name_alone(typed: str) -> str:
    """An entry of a list of people without what it says of somebody's health; empty where no name stands first."""
    found = told(typed, "beside", "said")
    if found is None:
        return typed
    before = _REMARK.split(typed[: found.start()], 1)[0].split()
    name = [*takewhile(lambda word: word[:1].isupper(), before)] or before[:1]
    return re.sub(r"['’]s$", "", " ".join(name))
