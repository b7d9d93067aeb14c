"""Finds personal details in text, as people write and disguise them: numbers, addresses, postcodes, dates of birth.

Most files hold none, so a look at the shape of the bytes comes first; expressions run only where one may match.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Literal, NamedTuple

from copkit.patterns import when_used

Kind = Literal["nhs-number", "e-mail", "phone", "postcode", "birth", "insurance"]


class Hit(NamedTuple):
    """A personal detail in a text: its kind, where it starts, and the words themselves, never to be repeated."""

    kind: Kind
    start: int
    text: str
    spaced: bool = False
    """An NHS number written 3-3-4, as nothing else is."""


# What a detail looks like, whatever it says: digits as 0, capitals as A, what may part groups of digits as -.
_SHAPE = bytes(48 if 48 <= b <= 57 else 65 if 65 <= b <= 90 else 45 if b in (32, 160) else b for b in range(256))
_NO_MATTER = b"abcdefghijklmnopqrstuvwxyz.,:;/|()[]{}'\"#\xc2"
"""What no detail needs is taken out first; what is left is quick to look through."""

_LONGEST_LINK = 2000
_SPELT_OUT = when_used(r"at[ ]?[)\]}>]| dot ", re.IGNORECASE)
"""The end of `(at)`, or a dot in letters."""
_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
"""Full-width signs, as some keyboards give them, in place of the usual ones."""
_AREAS = (
    "A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]|L[ADELNSU]?"
    "|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE"
)

_PATTERNS: dict[Kind, str] = {
    "nhs-number": r"(?<![\d-])\d{3}([ \u00a0.-]?)\d{3}\1\d{4}(?![\d-])",
    "phone": (
        r"(?<![\w+-])(?:\+44[ \u00a0]?(?:\(0\)[ ]?)?\d{2,4}|0044 ?\d{2,4}|\(?0[1-9]\d{1,3}\)?)"
        r"[ \u00a0.-]?\d{3,4}[ \u00a0.-]?\d{3,4}(?![\d-])"
    ),
    "e-mail": (
        r"(?<![\w.+'-])[\w.+'-]{1,64}(?:@|[ \u00a0]?[(\[{<][ ]?at[ ]?[)\]}>][ \u00a0]?)[\w-]{1,63}"
        r"(?:(?:\.|[ ]?[(\[{<][ ]?dot[ ]?[)\]}>][ ]?|[ ]dot[ ])[\w-]{1,63})+"
        r"|\b[\w.+'-]{1,64}[ ]at[ ][\w-]{1,63}(?:[ ]dot[ ][\w-]{1,63})*[ ]dot[ ](?:uk|com|org|net|co|nhs)\b"
    ),
    "postcode": rf"\b(?:[A-Z]{{1,2}}\d[A-Z\d]?[ \u00a0]|(?:{_AREAS})\d[A-Z\d]?)\d[ABD-HJLNP-UW-Z]{{2}}\b",
    "insurance": (
        r"\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
        r"(?:\d{6}|[ \u00a0-]\d\d[ \u00a0-]\d\d[ \u00a0-]\d\d[ \u00a0-]?)[A-D]\b"
    ),
    "birth": (
        r"\b(?:[Dd]\.?[Oo]\.?[Bb]\.?|[Bb]irth ?da(?:te|y)|[Dd]ate of birth|[Bb]orn)(?:[ :]| on| is){0,4}"
        r"(?:\d{1,2}(?:st|nd|rd|th)?[ /.-](?:\d{1,2}|[A-Za-z]{3,9})[ /.-]\d{2,4}|\d{4}-\d\d-\d\d)"
    ),
}


@cache
def _pattern(kind: Kind) -> re.Pattern[str]:
    return re.compile(_PATTERNS[kind], re.IGNORECASE if kind == "e-mail" else 0)


def search(text: str, births: bool = True) -> Iterator[Hit]:
    """Every personal detail in a text, kind by kind; dates of birth only where they are asked for."""
    if not text.isascii():
        text = text.translate(_NARROW)
    shape = text.encode("utf-8", "replace").translate(_SHAPE, _NO_MATTER)
    if b"000-000" in shape or b"0000000" in shape:
        yield from _find(text, "nhs-number", lambda match: is_nhs_number(_digits(match[0])))
        yield from _find(text, "phone", lambda match: 10 <= len(_national(match[0])) <= 11)
    if b"@" in shape or _SPELT_OUT.search(text):
        yield from _find(text, "e-mail", lambda match: True)
    if b"0AA" in shape:
        yield from _find(text, "postcode", lambda match: True)
    if b"000000A" in shape or b"0-00-" in shape:
        yield from _find(text, "insurance", lambda match: True)
    if births and ("birth" in (small := text.lower()) or "born" in small or "d.o.b" in small or "dob" in small):
        yield from _find(text, "birth", lambda match: True)


def _find(text: str, kind: Kind, holds: Callable[[re.Match[str]], bool]) -> Iterator[Hit]:
    for match in _pattern(kind).finditer(text):
        if holds(match) and not _in_a_link(text, match.start()):
            yield Hit(kind, match.start(), match[0], kind == "nhs-number" and bool(match[1]))


def _in_a_link(text: str, index: int) -> bool:
    """Whether a place is within an address such as https://…, which is full of numbers."""
    before = text[max(0, index - _LONGEST_LINK) : index]
    start = max(before.rfind(sign) for sign in (" ", "\n", "\t", "(", '"', "'"))
    return "://" in before[start + 1 :]


def is_nhs_number(digits: str) -> bool:
    """Whether ten digits pass the check of an NHS number (modulus 11, NHS Data Dictionary)."""
    if len(digits) != 10 or not int(digits):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    return (11 - total % 11) % 11 == int(digits[9])


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdigit())


def _national(text: str) -> str:
    """A telephone number's digits as they are dialled within the country."""
    digits = _digits(text.replace("(0)", ""))
    return f"0{digits[2:]}" if text.startswith("+44") else f"0{digits[4:]}" if digits.startswith("0044") else digits


def masked(text: str) -> str:
    """A text without the personal details in it."""
    hits = sorted(search(text), key=lambda hit: (hit.start, -len(hit.text)))
    parts, end = [], 0
    for hit in hits:
        if hit.start >= end:
            parts += [text[end : hit.start], "…"]
            end = hit.start + len(hit.text)
    return "".join(parts) + text[end:]
