"""The words of a text, as names are looked for in it: without case, accents, hyphens and apostrophes."""

import re
import unicodedata
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+")
_SPELT = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)
_JOINED = re.compile(r"(?<=\w)['’‘ʼ`](?=\w)(?!s\b)")

PARTICLES = frozenset([
    "al", "and", "ap", "ben", "bin", "da", "das", "de", "del", "della", "den", "der", "di", "dos", "du", "el",
    "ibn", "la", "le", "mac", "of", "the", "van", "von",
])  # fmt: skip
"""Parts of names that say nothing by themselves."""
COMMON = frozenset([
    "a", "all", "and", "any", "anybody", "anyone", "both", "chair", "colleagues", "community", "convenor",
    "curator", "each", "everybody", "everyone", "facilitator", "for", "group", "groups", "host", "hosts",
    "lead", "leads", "me", "member", "members", "moderator", "nobody", "none", "of", "organisations",
    "organisers", "others", "our", "partners", "somebody", "someone", "speaker", "sponsor", "table", "tba",
    "tbc", "team", "the", "trusts", "us", "we", "whoever",
])  # fmt: skip
"""What is typed for an owner who is nobody in particular."""
GENERIC = frozenset([
    "one", "two", "three", "four", "five", "seven", "eight", "first", "second", "last",
    "action", "active", "acute", "adult", "age", "aid", "alliance", "ambulance", "and", "area", "association",
    "authority", "board", "borough", "care", "central", "centre", "charity", "children", "cic", "city",
    "clinic", "college", "combined", "commissioning", "community", "council", "county", "district", "east",
    "eastern", "experience", "experts", "federation", "fire", "for", "forum", "foundation", "ft", "general",
    "group", "health", "healthcare", "healthwatch", "hospice", "hospital", "hospitals", "house", "housing",
    "icb", "improvement", "infirmary", "innovation", "institute", "integrated", "limited", "lived", "local",
    "london", "ltd", "medical", "mental", "metropolitan", "national", "network", "nhs", "night", "north",
    "northern", "of", "office", "partners", "partnership", "patient", "patients", "people", "plc", "police",
    "practice", "primary", "private", "public", "region", "regional", "royal", "saint", "school", "schools",
    "service", "services", "shelter", "social", "society", "south", "southern", "st", "support", "surgery",
    "system", "teaching", "team", "the", "together", "trust", "trusts", "union", "unit", "university", "voice",
    "voices", "voluntary", "west", "western", "with", "women", "young", "youth",
])  # fmt: skip
"""Words in the names of organisations that name none by themselves."""
TOPICS = frozenset([
    "ambulance", "ambulances", "care", "carer", "carers", "children", "community", "digital", "education",
    "families", "family", "gp", "gps", "health", "home", "homes", "housing", "midwives", "nurses", "nursing",
    "pharmacies", "pharmacy", "parent", "parents", "patient", "patients", "people", "police", "practice",
    "practices", "public", "research", "schools", "social", "staff", "students", "training", "voice", "voices",
    "volunteers", "women", "young", "youth",
])  # fmt: skip
"""What people talk about every day, even where an organisation is called so: a name with a capital, not first."""
KINDS = frozenset([
    "academy", "borough", "charity", "college", "council", "county", "federation", "hospice", "infirmary",
    "library", "museum", "shelter", "university",
])  # fmt: skip
"""Words for a kind of organisation; where the programme has only one of the kind, the word means that one."""
REACHED_AT = re.compile(r"[^\s@<>]+@[^\s@<>]+\.\w|(?<![\w/.-])(?:\+44|\(?0)[ ()\d-]{8,}\d")
"""An e-mail address or a telephone number."""
DOTTED = re.compile(r"(?<![\w.])([A-Z])\.[ \u00a0]?(?:([A-Z])\.[ \u00a0]?)?([A-Z])(?![\w])")
"""Initials with full stops between them."""
ATTRIBUTED = re.compile(
    r"""(?:(?<=[(@–—])|(?<=[-–—][ ])|(?<=\bby[ ])|(?<=\bwith[ ])|(?<=\bfrom[ ])|(?<=\bfor[ ])|\b)
    ([A-Z]{2,3})(?![\w&/-])
    (?=\s*[:)]|['’]s\b|\s*$|\s+(?:added|agreed|asked|felt|feels|has|is|noted|offered|raised|reported|said|says|shared
    |suggested|thinks|thought|to|told|wants|was|will)\b)""",
    re.VERBOSE,
)
"""Initials where a speaker or an owner would stand."""


class Word(NamedTuple):
    """A word as typed, the form in which names are compared, whether it has a capital, and begins a sentence."""

    raw: str
    folded: str
    capital: bool
    first: bool


def words(text: str) -> list[Word]:
    """The words of a text in order; `O’Neill` is one and `Smith-Jones` two."""
    plain = _without_marks(_JOINED.sub("", unicodedata.normalize("NFC", text)))
    return [
        Word(found[0], _fold(found[0]), not found[0][0].islower(), _begins(plain, found.start()))
        for found in _WORD.finditer(plain)
    ]


def _begins(text: str, at: int) -> bool:
    before = text[max(0, at - 20) : at].rstrip(" *_“\"'(")
    return not before or before[-1] in ".!?:;|\n"


def _without_marks(text: str) -> str:
    """The text without accents, and without characters that nobody sees."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in apart if unicodedata.category(letter) not in ("Mn", "Cf", "Me"))


def _fold(raw: str) -> str:
    return raw.casefold().translate(_SPELT)


def is_unspaced(name: str) -> bool:
    """Whether a name is in a script that puts no spaces between words, so that it may stand anywhere."""
    return any(letter > "\u2e7f" and letter.isalpha() for letter in name)


def bare_name(folded: list[str]) -> list[str]:
    """An organisation's name without what many have: `NHS Foundation Trust`, `City Council`."""
    found = list(folded)
    while found and (found[-1] in GENERIC or found[-1] == "s"):
        found.pop()
    while found and found[0] in ("the", "nhs"):
        found.pop(0)
    return found


def distinctive(word: str) -> bool:
    """Whether a word of an organisation's name points to it by itself."""
    return len(word) > 3 and word not in GENERIC and not word.isdigit()
