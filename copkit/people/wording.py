"""The words of a text, as names are looked for in it: without case, accents, hyphens and apostrophes."""

import html
import re
import unicodedata
from collections.abc import Iterator
from functools import cache, cached_property
from typing import NamedTuple
from urllib.parse import unquote

from copkit.patterns import when_used

_WORD = when_used(r"[^\W_]+")
_SPELT = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)
_JOINED = when_used(r"['’‘ʼ`](?<=\w.)(?=\w)(?!s\b)")
_NOT_LATIN = when_used(r"[\u0370-\u04ff]")
_LABELLED = when_used(r"\[([^\[\]\n]*)\]\(([^()\s]+)\)")
_MARKUP = when_used(
    r"(?<=[^\W_])(?:[*~]|__|</?(?:b|i|u|s|em|strong|span|mark|small|sub|sup|wbr)\b[^<>]*>)+(?=[^\W_])"
)
"""What a page does not show of a word, or a reader reads over."""
_ADDRESS = when_used(
    r"(?:https?://|www\.|(?<![\w-])[\w-]{1,60}\.(?:com|org|net|uk|social)/)[^\s<>\"]+", re.IGNORECASE
)
_NUMBERED = when_used(r"(?<=[^\W\d_])\d+(?![^\W_])")
_GAELIC = when_used(r"\bM(?:a?c|['’])(?: (?=[A-Z]))?(?=[A-Za-z]{3})")
_LATIN = str.maketrans("АВЕЅІЈКМНОРСТУХаеѕіјорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABESIJKMHOPCTYXaesijopcyxABEZHIKMNOPTYXo")
"""Letters of Cyrillic and Greek that look as Latin ones do."""
_TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa",
                              "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe", "Å": "Aa"})  # fmt: skip
_ESCAPED = when_used(r"\\(?:x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8})")
"""What nobody sees, as copkit shows it once it is read."""

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
REACHED_AT = when_used(
    r"[^\s@<>]@[^\s@<>]+\.\w|[+(0](?<![\w/.-].)(?:(?<=\+)44|(?<=0)|(?<=\()0)[ ()\d-]{8,}\d"
    r"|\b0\d{3,4}\.\d{3}\.?\d{3,4}\b|\b\d{3}([ .-])\d{3}\1\d{4}\b|(?<![\w/=.?&-])\d{10}(?![\w/])"
    r"|\b[A-Z]{2} ?\d\d ?\d\d ?\d\d ?[A-D]\b|[(\[] ?at ?[)\]] ?\w+(?:\.\w| ?[(\[] ?dot ?[)\]])"
)
"""An e-mail address, from the last letter before its @, a telephone number, or a patient's or a worker's number."""
DOTTED = when_used(r"(?<![\w.])([A-Z])\.[ \u00a0]?(?:([A-Z])\.[ \u00a0]?)?([A-Z])(?![\w])")
"""Initials with full stops between them."""
ATTRIBUTED = when_used(
    r"""([A-Z](?<!\w.)[A-Z]{1,2})(?![\w&/-])
    (?=\s*[:)]|['’]s\b|\s*$|\s+(?:added|agreed|asked|brought|called|calls|chairs|did|does|felt|feels|got|has|is|leads
    |led|noted|offered|raised|rang|reported|runs|said|says|sent|shared|suggested|takes|thinks|thought|to|told|took
    |wants|was|will|wrote)\b)""",
    re.VERBOSE,
)
"""Initials where a speaker or an owner would stand.

Here and above a pattern begins with the letters themselves, and looks back from there: it is searched for in long
texts, and so goes from one capital to the next, not from letter to letter.
"""


class Word(NamedTuple):
    """A word as typed, the form in which names are compared, whether it has a capital, and begins a sentence."""

    raw: str
    folded: str
    capital: bool
    first: bool


class Typed:
    """The words of a long text, of which few are looked at closely: as typed and folded, in the same order."""

    def __init__(self, text: str) -> None:
        self.seen = _as_seen(text)
        self._plain = _plain(self.seen)
        self.raw: list[str] = _WORD.findall(self._plain)
        self.folded = _fold(" ".join(self.raw)).split(" ") if self.raw else []

    def capital(self, at: int) -> bool:
        """Whether a word has a capital (`d’Ávila` too), or is in a script without."""
        raw = self.raw[at]
        return not (raw.islower() and raw[0].islower())

    def first(self, at: int) -> bool:
        """Whether a word begins a sentence."""
        return _begins(self._plain, self._starts[at])

    @cached_property
    def _starts(self) -> list[int]:
        return [found.start() for found in _WORD.finditer(self._plain)]


def words(text: str) -> list[Word]:
    """The words of a text in order; `O’Neill` is one and `Smith-Jones` two."""
    typed = Typed(text)
    return [
        Word(raw, folded, typed.capital(at), typed.first(at))
        for at, (raw, folded) in enumerate(zip(typed.raw, typed.folded, strict=True))
    ]


def _as_seen(text: str) -> str:
    """The text as a page shows it: one space, hyphen and apostrophe of each kind, nothing that nobody sees."""
    seen = _ESCAPED.sub("", text) if "\\" in text else text
    seen = html.unescape(seen) if "&" in seen else seen
    seen = _addressed(seen) if "/" in seen else seen
    seen = _MARKUP.sub("", seen) if "*" in seen or "__" in seen or "~" in seen or "<" in seen else seen
    if seen.isascii():
        return seen
    seen = unicodedata.normalize("NFKC", seen.translate(_ONE_OF_A_KIND))
    return _WORD.sub(_latin, seen) if _NOT_LATIN.search(seen) else seen


def _addressed(text: str) -> str:
    """Links as they are read: what stands for one goes on in the text, and its address is said in letters."""
    if "](" in text:
        behind = " ".join(found[2] for found in _LABELLED.finditer(text))
        text = f"{_LABELLED.sub(_label, text)} {behind}"
    return _ADDRESS.sub(lambda found: _NUMBERED.sub(" ", unquote(found[0])), text)


def _label(found: re.Match[str]) -> str:
    return found[1]


def _latin(word: re.Match[str]) -> str:
    """A word of two alphabets, in the one that it seems to be of."""
    return word[0].translate(_LATIN) if re.search("[A-Za-z]", word[0]) else word[0]


def _plain(seen: str) -> str:
    return _without_marks(_JOINED.sub("", seen))


def _begins(text: str, at: int) -> bool:
    before = text[max(0, at - 20) : at].rstrip(" *_“\"'(")
    return not before or before[-1] in ".!?:;|\n"


class _Seen(dict[int, int | None]):
    """For each letter itself, or nothing in place of a mark or of what nobody sees."""

    def __missing__(self, letter: int) -> int | None:
        gone = unicodedata.category(chr(letter)) in ("Mn", "Cf", "Me")
        return self.setdefault(letter, None if gone else letter)


class _OneOfAKind(dict[int, int | None]):
    """For each letter itself, but for what looks as another does, and what nobody sees or what stands for it."""

    def __missing__(self, letter: int) -> int | None:
        return self.setdefault(letter, None if unicodedata.category(chr(letter)) == "Cf" else letter)


_SEEN = _Seen()
_ONE_OF_A_KIND = _OneOfAKind(str.maketrans("´′‵‛＇ʹʻʾʿ‐‑", "’’’’’’’’’--", "\ufffd"))


def _without_marks(text: str) -> str:
    """The text without accents, and without characters that nobody sees."""
    return text if text.isascii() else unicodedata.normalize("NFKD", text).translate(_SEEN)


def _fold(raw: str) -> str:
    """Without case; letter by letter, so that many words may be folded at once."""
    return raw.casefold().translate(_SPELT)


def is_unspaced(name: str) -> bool:
    """Whether a name is in a script that puts no spaces between words, so that it may stand anywhere."""
    return any(letter > "\u2e7f" and letter.isalpha() for letter in name)


_UNSPACED = "\u2e80-\u9fff\uac00-\ud7af"
_HONOURED = "(?:先生|女士|小姐|太太|医生|醫生|大夫|护士|護士|教授|老师|老師|主任|さん|様|先輩|씨|님)"


@cache
def _by_itself(letter: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![{_UNSPACED}])[小老阿]?{letter}|{letter}{_HONOURED}")


def stands_alone(letter: str, typed: Typed) -> bool:
    """Whether a name of one letter, in a script without spaces, begins a word or has a title: `王医生`."""
    return letter in typed.seen and _by_itself(letter).search(typed.seen) is not None


def other_spellings(name: str) -> Iterator[str]:
    """How a name is typed besides: `O Neill`, `Mueller` for `Müller`, `Annmarie` for `Ann-Marie`, `Mc Donald`."""
    seen = _as_seen(name)
    if _GAELIC.search(seen):
        yield from (_GAELIC.sub(way, seen) for way in ("Mac", "Mc", "Mac ", "Mc "))
    yield _JOINED.sub(" ", seen)
    yield seen.translate(_TWO_LETTERS)
    yield seen.replace("-", "")


def bare_name(folded: tuple[str, ...]) -> list[str]:
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
