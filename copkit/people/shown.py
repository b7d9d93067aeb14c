"""The names that meeting software shows: what else stands beside a name, and which names it may mean."""

import re
import unicodedata
from typing import NamedTuple

from copkit import lexicon
from copkit.models.ids import TITLES
from copkit.patterns import when_used

_PARENTHESES = when_used(r"[(\[{（]([^()\[\]{}（）]*)[)\]}）]")
_AFTER = when_used(
    rf"\s+[-–—|/@]\s+.*| (?:{lexicon.either('before_places', 'via')}) \w+.*|(?<=\w)@\w.*", re.IGNORECASE
)
_BESIDE = lexicon.meanings("beside_names")
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ß": "ss", "ħ": "h"}
)
_JOINED = "'’‘ʼ`´"
_FOREIGN = when_used(r"[^\x00-\x7f]+")
_WORD = when_used(r"[^\W_]+")
_EMAIL = when_used(r"[^\s<>()\[\],;:]+@[^\s<>()\[\],;:]+")
_PHONE = when_used(r"\+?[\d*#•xX() .-]{7,}")
_DIGITS = when_used(r"(?:\d[ -]?){7,}")

_SEVERAL = when_used(r"[/&+;|]|\s(?:and|or|with)\s|\s[-–—@]\s", re.IGNORECASE)

Words = tuple[str, ...]


class Names(NamedTuple):
    """What a shown name may mean: whole names, most likely first, and the digits of a telephone."""

    whole: tuple[Words, ...]
    swapped: tuple[Words, ...] = ()
    phone: str = ""


def plain(text: str) -> str:
    """A text for comparing, short or long: no accents, no capitals, no apostrophes."""
    for mark in _JOINED:
        text = text.replace(mark, "")
    text = text.casefold()
    return text if text.isascii() else _FOREIGN.sub(_without_accents, text)


def _without_accents(match: re.Match[str]) -> str:
    apart = unicodedata.normalize("NFKD", match[0].translate(_LETTERS))
    return "".join(mark for mark in apart if not unicodedata.combining(mark))


def words(name: str) -> Words:
    """The words of a name for comparing: no accents, capitals, titles or marks; a hyphen parts two words."""
    found = _WORD.findall(plain(name))
    while len(found) > 1 and found[0] in TITLES:
        found.pop(0)
    while len(found) > 1 and found[-1] in TITLES:
        found.pop()
    return tuple(found)


def read_name(shown: str) -> Names:
    """A name as it is shown in a meeting, such as `BELL, Joe (ANYTOWN HOSPITALS) (External)`."""
    bare = _EMAIL.sub(" ", shown)
    if (phone := phone_of(bare)) or is_hidden_phone(bare):
        return Names((), (), phone)
    inside = [part for part in _PARENTHESES.findall(bare) if part.strip().casefold() not in _BESIDE]
    outside = _AFTER.sub("", _PARENTHESES.sub(" ", bare)).strip(" ,;")
    whole = [_in_order(outside), *(_in_order(part) for part in inside)]
    known = tuple(dict.fromkeys(found for found in whole if found))
    return Names(
        known,
        tuple(found[-1:] + found[:-1] for found in known if len(found) > 1)
        + tuple(found[1:] + found[:1] for found in known if len(found) > 2),
    )


def are_several(typed: str) -> bool:
    """Whether a text may name several, so that one must not hide another; what is in brackets is about one."""
    return _SEVERAL.search(_PARENTHESES.sub("", typed)) is not None


def _in_order(name: str) -> Words:
    """The words of a name, the first name first: a comma says that the surname was."""
    surname, comma, first = name.partition(",")
    return words(f"{first} {surname}") if comma and words(first) else words(name)


def phone_of(text: str) -> str:
    """The last nine digits of a text that is a telephone number, which are the same with +44 and with 0."""
    if not _PHONE.fullmatch(text.strip()):
        return ""
    digits = re.sub(r"\D", "", text)
    return digits[-9:] if len(digits) >= 9 and "*" not in text else ""


def is_hidden_phone(text: str) -> bool:
    """Whether a name is only the digits of a caller, some of them hidden perhaps."""
    return bool(_PHONE.fullmatch(text.strip()) and sum(mark.isdigit() for mark in text) >= 4)


def label(shown: str, email: str = "") -> str:
    """How somebody is shown to the user: no address, and of a caller's number the last three digits."""
    if is_hidden_phone(shown):
        return f"caller …{re.sub(r'[^0-9]', '', shown)[-3:]}"
    if bare := without_contacts(shown, "").replace("<>", "").strip():
        return " ".join(bare.split())
    mail = email or next(iter(_EMAIL.findall(shown)), "")
    return f"somebody at {mail.rpartition('@')[2].strip('.')}" if mail else "somebody without a name"


def without_contacts(text: str, instead: str = "…") -> str:
    """A text without e-mail addresses and long numbers."""
    return _DIGITS.sub(instead, _EMAIL.sub(instead, text))
