"""Whether a text says how somebody's health is, and a name without such a remark beside it."""

import re
from functools import cache
from itertools import takewhile

from copkit import lexicon
from copkit.patterns import when_used

_REMARK = when_used(r"[(\[{,;:/–—]|\s-")


@cache
def health(*meanings: str) -> re.Pattern[str]:
    """What is said of somebody's own health: `said` anywhere, `beside` a name in a list of people."""
    return re.compile(rf"\b(?:{lexicon.either('health_of_somebody', *meanings)})\b", re.IGNORECASE)


def name_alone(typed: str) -> str:
    """An entry of a list of people without what it says of somebody's health; empty where no name stands first."""
    found = health("beside", "said").search(typed)
    if found is None:
        return typed
    before = _REMARK.split(typed[: found.start()], 1)[0].split()
    name = [*takewhile(lambda word: word[:1].isupper(), before)] or before[:1]
    return re.sub(r"['’]s$", "", " ".join(name))
