"""Whether a text that says where something is, or what it is called, names a person too.

A street, a hall or a method may share a word with somebody's name; so one word of a name is none here, unless it is
written as one writes of people.
"""

from collections.abc import Callable

from copkit.patterns import when_used
from copkit.people.wording import Typed

ASKED = frozenset(["ask", "call", "contact", "email", "find", "message", "phone", "ring", "text", "to"])
"""Words before somebody's name."""
WAITS = frozenset(["collects", "drives", "lets", "meets", "opens", "picks", "unlocks", "waits", "will"])
"""Words behind somebody's name."""
MOBILE = when_used(r"(?:(?<![\w+])(?:\+44|0)|\bwa\.me/\+?\d\d|\btel:\+?44)[ ().-]*7(?:[ ().-]*\d){9}(?!\d)")
"""A mobile telephone, also within a link, which is always somebody's; a venue has a number of its own."""


def as_of_a_person(typed: Typed, at: int, is_name: Callable[[str], bool], is_word: Callable[[str], bool]) -> bool:
    """Whether the word stands for a person by itself: `c/o Nair`, `ask Priya`, `Tomasz waits`, `Priya's hall`."""
    word = typed.folded[at]
    if not typed.capital(at) or not is_name(word):
        return False
    before, after = typed.folded[max(0, at - 2) : at], typed.folded[at + 1 : at + 2]
    if not ASKED.isdisjoint(before[-1:]) or before == ["c", "o"]:
        return True
    if is_word(word) or before[-1:] in (["st"], ["saint"]):
        return False
    return after == ["s"] or not WAITS.isdisjoint(after)
