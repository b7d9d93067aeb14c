"""What a mark beside a name says of somebody: there, for a part of it, not there, with apologies, or registered."""

import re
from collections.abc import Mapping

from copkit import lexicon

PRESENT, PART, ABSENT, APOLOGIES, REGISTERED, UNSURE, DECLINED = (
    "present", "part", "absent", "apologies", "registered", "unsure", "declined",
)  # fmt: skip
SAYABLE = (PRESENT, ABSENT, APOLOGIES)
"""What a person may say that a mark means."""
_MEANT = lexicon.meanings("attendance_words")
_WORDS = frozenset((*lexicon.spellings("not_people")["bot"],))
_BRACKETS = re.compile(r"[()\[\]{}.,:;!*\"“”]+")
_POINTS = re.compile(r"\(\d+ ?/ ?\d+\)$")
_NAMES = re.compile(r"[()\[\]{}|,:;–—]|\s[-–—]\s|['’]s\b")


def bare(mark: str) -> str:
    """A mark for comparing."""
    return " ".join(_BRACKETS.sub(" ", _POINTS.sub("", mark.casefold())).split())


def meaning_of(mark: str, said: Mapping[str, str]) -> str:
    """What a mark means, as somebody says or as the list has it; an empty text where nobody knows."""
    return said.get(bare(mark)) or said.get(mark.strip().casefold()) or _MEANT.get(bare(mark), "")


def is_nobody(name: str) -> bool:
    """Whether a name is that of a recorder or a note-taker: the whole of it, or a part that stands by itself."""
    plain = " ".join(name.casefold().replace(".", " ").split())
    parts = [" ".join(part.split()) for part in _NAMES.split(plain)]
    return any(part in _WORDS or part.removesuffix(" notetaker") in _WORDS for part in (plain, *parts))
