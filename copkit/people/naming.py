"""How a person may be named in a text: as an expression for each way of writing it."""

import re
import unicodedata
from functools import cache

from copkit.models.ids import TITLES
from copkit.people.register import fold
from copkit.people.shown import plain

_APOSTROPHES, _HYPHENS = "['’‘ʼ`]", "[-‐‑–]"
_GAP = r"(?:[ \t\u00a0]|\r?\n[ \t]+)+"
_LEFT = r"(?<!\w)(?<!\w[-.'’@])"
_RIGHT = r"(?!\w|[.@]\w|[-‐‑](?-i:[A-ZÀ-Þ]))(?!['’](?!s\b)\w)"
_MARKS = "[\u0300-\u036f]*"
_LOOSE = re.IGNORECASE

# fmt: off
WORDS = frozenset([
    "am", "amber", "an", "angel", "april", "art", "as", "ash", "at", "august", "autumn", "baker", "banks",
    "basil", "bay", "be", "bell", "bill", "black", "blessing", "bob", "bond", "brook", "brooke", "brown", "by",
    "carol", "case", "chance", "charity", "chase", "christian", "clay", "cliff", "constance", "cook", "crystal",
    "daisy", "dale", "dawn", "day", "de", "dean", "do", "don", "drew", "duke", "earl", "faith", "field",
    "fields", "forest", "frank", "gene", "gift", "ginger", "glen", "grace", "grant", "green", "grey", "guy",
    "happy", "harmony", "hart", "hazel", "he", "heath", "heather", "hill", "holly", "honour", "hope", "if",
    "in", "iris", "is", "it", "ivy", "jack", "jade", "jasmine", "jay", "joy", "june", "ken", "king", "kit",
    "lane", "le", "lee", "lily", "long", "love", "major", "man", "mark", "marsh", "max", "may", "melody",
    "mercy", "miles", "my", "nick", "no", "norm", "of", "olive", "on", "or", "page", "paige", "pat", "patience",
    "pearl", "penny", "poppy", "precious", "price", "prince", "prudence", "ray", "reed", "rich", "rob", "robin",
    "rose", "rosemary", "ruby", "rusty", "saffron", "sandy", "skip", "sky", "small", "so", "star", "stone",
    "sue", "summer", "sunny", "to", "us", "victor", "violet", "wade", "we", "white", "will", "wood", "woods",
    "wren", "young",
])
# fmt: on
"""First names and surnames that are words or months too: alone, they are no sure sign of a person."""


def first_name(name: str) -> str:
    """The first name as it is written, past a title."""
    parts = name.split()
    while len(parts) > 1 and fold(parts[0]).rstrip(".") in TITLES:
        parts = parts[1:]
    return parts[0] if parts else ""


def surname(name: str) -> str:
    """The last word of a name; empty for a name of one word."""
    parts = name.split()
    return parts[-1] if len(parts) > 1 and parts[-1] != first_name(name) else ""


@cache
def id_pattern(key: str) -> re.Pattern[str]:
    """An id by itself: `amina.khan`, and not `amina.khan-2`."""
    return re.compile(rf"(?<![\w.-]){re.escape(key)}(?![\w-]|\.\w)", _LOOSE)


@cache
def name_pattern(name: str) -> re.Pattern[str]:
    """A name in any case, with any accents, apostrophes, hyphens and spaces."""
    return re.compile(_LEFT + loose(name) + _RIGHT, _LOOSE)


@cache
def turned_pattern(first: str, last: str) -> re.Pattern[str]:
    """`KHAN, Amina`, and `A. Khan`."""
    turned = rf"{loose(last)},{_GAP}{loose(first)}"
    short = rf"{loose(first[:1])}\.[ \u00a0]?{loose(last)}"
    return re.compile(f"{_LEFT}(?:{turned}|{short}){_RIGHT}", _LOOSE)


@cache
def titled_pattern(last: str) -> re.Pattern[str]:
    """`Dr Khan`, `Ms. Khan`: the title is not part of the match."""
    titles = "|".join(sorted(TITLES, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{titles})\.?{_GAP}({loose(last)}){_RIGHT}", _LOOSE)


def loose(text: str) -> str:
    """A text as an expression that takes its other spellings too."""
    return "".join(_letter(letter) for letter in " ".join(unicodedata.normalize("NFC", text).split()))


def _letter(letter: str) -> str:
    if letter == " ":
        return _GAP
    if re.fullmatch(_APOSTROPHES, letter):
        return f"{_APOSTROPHES}?"
    if re.fullmatch(_HYPHENS, letter):
        return f"(?:{_HYPHENS}| )"
    bare = plain(letter)
    if alike := _accented().get(bare):
        return f"[{alike}{bare}]{_MARKS}"
    ways = dict.fromkeys((letter, unicodedata.normalize("NFD", letter), bare))
    return f"(?:{'|'.join(re.escape(way) for way in ways if way)})"


@cache
def _accented() -> dict[str, str]:
    """For each letter of a to z those that are it with something added, as names have them: `â`, `ø`."""
    found: dict[str, str] = {}
    for letter in map(chr, (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))):
        if letter.islower() and len(bare := plain(letter)) == 1:
            found[bare] = found.get(bare, "") + letter
    return found
