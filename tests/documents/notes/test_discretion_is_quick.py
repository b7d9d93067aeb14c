"""Names are looked for in long texts with few searches, and exactly as strictly as when every word is looked at."""

import html
import re
import unicodedata
from dataclasses import replace
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copkit.audience.circles import discreet
from copkit.models.programme import Affiliation, Organisation, Person
from copkit.people.circle import Circle
from copkit.people.discretion import INDEFINITE, Discretion
from copkit.people.naming import WORDS
from copkit.people.wording import words
from tests.documents.notes.making import source
from tests.pace import within

WORD = re.compile(r"[^\W_]+")
SPELT = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"})
MARKS = {**dict(zip("´′‵‛＇ʹʻʾʿ‐‑", "’’’’’’’’’--", strict=True)), "\ufffd": ""}
CYRILLIC, GREEK = "АВЕЅІЈКМНОРСТУХаеѕіјорсух", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
ALIKE = dict(zip(CYRILLIC + GREEK, "ABESIJKMHOPCTYXaesijopcyx" + "ABEZHIKMNOPTYXo", strict=True))
UNSPACED = "[\u2e80-\u9fff\uac00-\ud7af]"
JOINED = re.compile(r"(?<=\w)['’‘ʼ`](?=\w)(?!s\b)")
REACHED_AT = re.compile(r"[^\s@<>]+@[^\s@<>]+\.\w|(?<![\w/.-])(?:\+44|\(?0)[ ()\d-]{8,}\d")
DOTTED = re.compile(r"(?<![\w.])([A-Z])\.[ \u00a0]?(?:([A-Z])\.[ \u00a0]?)?([A-Z])(?![\w])")
ATTRIBUTED = re.compile(
    r"""(?:(?<=[(@–—])|(?<=[-–—][ ])|(?<=\bby[ ])|(?<=\bwith[ ])|(?<=\bfrom[ ])|(?<=\bfor[ ])|\b)
    ([A-Z]{2,3})(?![\w&/-])
    (?=\s*[:)]|['’]s\b|\s*$|\s+(?:added|agreed|asked|felt|feels|has|is|noted|offered|raised|reported|said|says|shared
    |suggested|thinks|thought|to|told|wants|was|will)\b)""",
    re.VERBOSE,
)


class Plain(NamedTuple):
    """A word, worked out by itself."""

    raw: str
    folded: str
    capital: bool
    first: bool


def as_seen(text: str) -> str:
    """The text as a page shows it, letter by letter."""
    shown = html.unescape(re.sub(r"\\(x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8})", "", text))
    shown = re.sub(r"(?<=[^\W_])([*~]|__)+(?=[^\W_])", "", shown)
    if shown.isascii():
        return shown
    kept = (MARKS.get(letter, letter) for letter in shown if unicodedata.category(letter) != "Cf")
    return WORD.sub(in_one_alphabet, unicodedata.normalize("NFKC", "".join(kept)))


def in_one_alphabet(word: re.Match[str]) -> str:
    """A word with letters of Cyrillic or Greek between Latin ones, in Latin where these look alike."""
    return "".join(ALIKE.get(letter, letter) for letter in word[0]) if re.search("[A-Za-z]", word[0]) else word[0]


def one_by_one(text: str) -> list[Plain]:
    """The words of a text, each worked out by itself."""
    whole = JOINED.sub("", as_seen(text))
    if not whole.isascii():
        apart = unicodedata.normalize("NFKD", whole)
        whole = "".join(letter for letter in apart if unicodedata.category(letter) not in ("Mn", "Cf", "Me"))
    found = []
    for match in WORD.finditer(whole):
        before = whole[max(0, match.start() - 20) : match.start()].rstrip(" *_“\"'(")
        first = not before or before[-1] in ".!?:;|\n"
        capital = not match[0][0].islower() or any(letter.isupper() for letter in match[0])
        found.append(Plain(match[0], match[0].casefold().translate(SPELT), capital, first))
    return found


def slowly(of: Discretion, text: str) -> bool:
    """The same judgement with every word and every pattern looked at from every letter."""
    typed, text = one_by_one(text), as_seen(text)
    return bool(text) and (
        any(starts_here(of, typed, at) for at in range(len(typed)))
        or REACHED_AT.search(text) is not None
        or any("".join(filter(None, found.groups())) in of.initials for found in DOTTED.finditer(text))
        or any(found[1] in of.initials for found in ATTRIBUTED.finditer(text))
        or any(name in "".join(word.folded for word in typed) for name in of.unspaced)
        or any(re.search(rf"(?<!{UNSPACED})[小老阿]?{one}|{one}(先生|医生)", text) for one in of.alone)
    )


def starts_here(of: Discretion, typed: list[Plain], at: int) -> bool:
    word, following = typed[at], [one.folded for one in typed[at : at + 12]]
    return (
        word.raw in of.capitals
        or (word.capital and word.folded in of.with_capital)
        or (word.capital and not word.first and word.folded in of.within)
        or (word.folded in of.only_ones and (at == 0 or typed[at - 1].folded not in INDEFINITE))
        or any(tuple(following[: len(phrase)]) == phrase for phrase in of.phrases.get(word.folded, ()))
        or (word.raw.istitle() and word.folded in of.short and not (word.folded in WORDS and word.first))
        or (word.capital and tuple(following[:2]) in of.initial_first)
    )


def programme() -> Discretion:
    """Somebody of every sort: close and far, with titles, marks and initials, also in a script without spaces."""
    made_from = source()
    close = {
        "ann.oneill": Person(name="Dr Ann O’Neill", organisation=(Affiliation(id="quay"),)),
        "jo.ng": Person(name="Jo Ng", also_known_as=("Josie Ng-Hope",)),
        "li.wei": Person(name="李伟"),
        "soren.o": Person(name="Søren Ødegård van Dam"),
    }
    far = {"rose.may": Person(name="Rose May"), "zoe.stra": Person(name="Zoë Straße")}
    places = {
        "quay": Organisation(name="Quay NHS Foundation Trust", short="QFT", ods="RX1"),
        "voices": Organisation(name="Voices"),
        "den": Organisation(name="The Harbour Shelter"),
    }
    shared = replace(made_from.registers, people={**close, **far}, organisations=places)
    return discreet(shared, Circle(close, frozenset(("pat hill", "Kim")), (places["quay"],)))


KNOWS = programme()
PIECES = (
    "李医生", "桃李", "小李", "H**op**e", "So", "IT",
    "ann", "Ann", "O’Neill", "O'Neill", "oneill", "ANN", "Dr", "dr", "Jo", "jo", "Ng", "ng", "J.", "J",
    "N.", "JN", "A.O", "A. O", "AO", "AON", "李", "伟", "李伟说",  "Søren", "soren", "Ødegård", "ODEGARD", "van",
    "Dam", "Rose", "rose", "May", "may", "Zoë", "Zoe", "STRASSE", "straße", "Straße", "Quay", "quay", "QFT",
    "qft", "RX1", "rx1", "Trust", "Voices", "voices", "shelter", "Shelter", "a", "another", "the",
    "Harbour", "pat", "hill", "Kim", "kim", "Kim’s", "said", "was", "to", "by", "with", "from", "for",
    "visits", "at", "home", "ann.oneill", "x@y", "x@y.example", "@", "0161 496 0000", "(0161) 4960000",
    "+44 161 4960000", "/0161 496 0000", "0", "1", "AB", "ABC", "ABCD", "&", "-", "–", "—", "(", ")", ":",
    ".", "!", "|", "*", "_", "'", "’", "’s", "\n", "\t", "\u00ad", "\u0301", "ſ", "K",
)  # fmt: skip
TEXTS = st.lists(
    st.tuples(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), st.sampled_from((" ", " ", "", "\u00a0"))),
    max_size=12,
).map(lambda parts: "".join(piece + gap for piece, gap in parts))


@given(TEXTS)
@settings(max_examples=400)
def test_a_text_is_judged_as_when_every_letter_is_looked_at(text: str) -> None:
    assert [tuple(word) for word in words(text)] == [tuple(word) for word in one_by_one(text)]
    assert KNOWS.names_somebody(text) is slowly(KNOWS, text)
    assert KNOWS.names_somebody(text) is slowly(KNOWS, text), "nor otherwise when it is asked again"


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize(
    "place", ["{}", "we met {}", "we met {} at home", "{}: tea", "({})", "x{}", "{}x", "by {} "]
)
def test_a_piece_in_its_place_is_judged_alike(piece: str, place: str) -> None:
    text = place.format(piece)
    assert KNOWS.names_somebody(text) is slowly(KNOWS, text)


@pytest.mark.parametrize(
    "text",
    ["x" * 200_000, "the table shared AB what – worked (at) home " * 4_500, "0 (0 +44 " * 20_000, "a@b " * 50_000,
     "’s d’" * 40_000, "Ä" * 200_000, "A." * 100_000, "AB " * 60_000 + "x"],
    ids=lambda text: text[:10],
)  # fmt: skip
def test_a_long_text_takes_time_by_its_length_alone(text: str) -> None:
    """A pattern that goes back and forth takes minutes here: 200,000 letters looked at from each of them."""
    assert not KNOWS.names_somebody("tea")
    with within(150):
        KNOWS.names_somebody(text)
