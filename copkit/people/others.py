"""A quoted line without the names of other people, for somebody who asks what is held on them."""

import re

from copkit.patterns import when_used
from copkit.people.mentions import Company, Seeker
from copkit.people.naming import WORDS
from copkit.people.register import fold

SOMEBODY = "[somebody else]"
_ID = when_used(r"[a-z0-9]+(?:[.-][a-z0-9]+)+", re.IGNORECASE)
_NAME = when_used(r"[^\W\d_][\w'’-]*(?: [^\W\d_][\w'’-]*){1,3}")
_FIRST = when_used(r"(?<![\w.@-])[^\W\d_][\w'’-]*(?![\w@]|\.\w)")
_ADDRESS = when_used(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")


def without_others(line: str, seeker: Seeker, company: Company) -> str:
    """The line with ids, full names, first names and addresses of others taken out."""
    people = seeker.register.people

    def id_(match: re.Match[str]) -> str:
        key = match[0].casefold()
        return SOMEBODY if key in people and key != seeker.key else match[0]

    def name(match: re.Match[str]) -> str:
        words = match[0].split(" ")
        for size in range(len(words), 1, -1):
            for start in range(len(words) - size + 1):
                keys = seeker.register.called(" ".join(words[start : start + size]))
                if keys and seeker.key not in keys:
                    return " ".join([*words[:start], SOMEBODY, *words[start + size :]])
        return match[0]

    def first(match: re.Match[str]) -> str:
        word = match[0]
        if not word[0].isupper() or fold(word) in WORDS or fold(word) in map(fold, seeker.firsts):
            return word
        found = seeker.register.find(word, company)
        return SOMEBODY if found.id is not None and found.id != seeker.key else word

    def address(match: re.Match[str]) -> str:
        return match[0] if match[0] in seeker.addresses else SOMEBODY

    return _FIRST.sub(first, _NAME.sub(name, _ID.sub(id_, _ADDRESS.sub(address, line))))
