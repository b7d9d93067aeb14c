"""How a person may be named in a text: as an expression for each way of writing it."""

import re
import unicodedata
from functools import cache

from copkit.models.ids import TITLES
from copkit.workspace.people import fold

_APOSTROPHES, _HYPHENS = "['’‘ʼ`]", "[-‐‑–]"
_GAP = r"(?:[ \t\u00a0]|\r?\n[ \t]+)+"
_LEFT = r"(?<!\w)(?<!\w[-.'’@])"
_RIGHT = r"(?!\w|[.@]\w|[-‐‑](?-i:[A-ZÀ-Þ]))(?!['’](?!s\b)\w)"
_LOOSE = re.IGNORECASE

WORDS = frozenset(
    """an in do my so on to no he we us am be if is it of or as at by le de man ash art august april may june
    autumn summer dawn sky star bay rose iris ivy olive basil holly heather hazel ginger daisy lily violet poppy
    jasmine saffron rosemary amber ruby pearl jade crystal will mark bill sue pat rich frank bob rob nick jack drew
    chase wade miles skip chance grant dean guy ray don gene norm victor max sandy rusty penny robin jay kit ken
    lee grace hope faith joy patience charity mercy constance prudence honour love precious blessing gift happy
    sunny angel christian prince earl duke king major carol melody harmony clay cliff dale glen heath reed stone
    forest wren page paige brook brooke chase lane case bond bell young price hart marsh cook baker long small
    white black brown green grey day may wood woods hill field fields banks""".split()
)
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
    apart = unicodedata.normalize("NFD", letter)
    if len(apart) > 1:
        return f"(?:{re.escape(letter)}|{re.escape(apart)}|{re.escape(apart[0])})"
    return re.escape(letter)
