"""Names as people type them: what no name may hold, and what looks like one name and is another."""

import unicodedata

from copkit.dates import Read
from copkit.patterns import when_used
from copkit.visible import HIDDEN_IN_VALUE, escape, name_of

LONGEST = 200
_MAILBOX = when_used(r"[^\s@<>\"']+@[^\s@<>\"']+\.[^\s@<>\"'.]+")


def read_name(text: str) -> Read[str]:
    """A name or another short line of text, in one form of accents and with single spaces."""
    hidden = HIDDEN_IN_VALUE.search(text)
    if hidden:
        seen = f"{escape(hidden[0])}, {name_of(hidden[0])}"
        return Read(None, problem=f"this holds a character that nobody sees ({seen})", fix="Type it anew.")
    name = unicodedata.normalize("NFC", " ".join(text.split()))
    if not any(character.isalnum() for character in name):
        return Read(None, problem="this has no letters", fix="Write a name.")
    if len(name) > LONGEST:
        return Read(None, problem=f"this is longer than {LONGEST} characters", fix="Write a shorter one.")
    return Read(name)


def read_mailbox(text: str) -> Read[str]:
    """An e-mail address."""
    address = text.strip()
    if HIDDEN_IN_VALUE.search(address) or not _MAILBOX.fullmatch(address) or len(address) > LONGEST:
        return Read(None, problem="this is not an e-mail address", fix="Write one such as cop.team@example.org.")
    return Read(address)


def mixed_scripts(name: str) -> bool:
    """Whether one word of a name mixes letters of alphabets that look alike: a Cyrillic letter in a Latin name."""
    return any(len(_scripts(word)) > 1 for word in name.split())


def _scripts(word: str) -> set[str]:
    first = {unicodedata.name(letter, "").partition(" ")[0] for letter in word if letter.isalpha()}
    return first & {"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE"}
