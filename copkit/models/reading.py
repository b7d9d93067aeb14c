"""A value that does not fit its field as it stands: how it is meant, with a note, or what is wrong with it."""

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from copkit import lexicon
from copkit.dates import Read, read_clock, read_date, read_month
from copkit.models.fields import Shape, fields
from copkit.patterns import when_used
from copkit.suggest import did_you_mean

HIDDEN = frozenset({"contact", "special", "opinion"})
"""Classes of personal data whose values no message repeats."""
NOTHING = ("~", "null", "Null", "NULL")
"""How other programs write that a field has no value."""
_DECIMAL = when_used(r"0*([0-9]+(?:\.[0-9]+)?)")
_MOST_DIGITS = 20


def read_value(value: Any, shape: Shape | None) -> Read[Any]:
    """A value as its place in a record takes it, with a note on how it was read; or a problem and its fix."""
    if shape is None:
        return NO_PLACE
    shape = shape.for_value(value)
    return _READERS[shape.form](value, shape)


def private(read: Read[Any], shape: Shape) -> Read[Any]:
    """The same in words that do not repeat the value."""
    if read.value is None:
        return _no("this value does not fit its field", _EXAMPLES.get(shape.form, ""))
    return read._replace(note="This value is read as meant, and is not written in the usual way", fix="")


_EXAMPLES = {
    "date": "Write a date such as 2026-06-09.",
    "whole": "Write digits only.",
    "text": "Put the text in quotes, on one line.",
    "clock": "Put the text in quotes, on one line.",
}


NO_PLACE: Read[Any] = Read(None, problem="this value does not fit its field")
"""For a value that is as it should be and still has no place."""


def _no(problem: str, fix: str = "") -> Read[Any]:
    return Read(None, problem=problem, fix=fix)


def _what(value: Any) -> str:
    return "A set of fields" if isinstance(value, dict) else "A list" if isinstance(value, list) else "A text"


def _fields(value: Any, shape: Shape) -> Read[Any]:
    some = ", ".join(list(fields(shape.model))[:3]) if shape.model else ""
    return _no(f"{_what(value)} stands where fields are expected", f"Write fields such as {some}.")


def _list(value: Any, shape: Shape) -> Read[Any]:
    fix = "Write each item on a line, after “- ”."
    if not isinstance(value, str):
        return _no(f"{_what(value)} stands where a list is expected", fix)
    parts = [part.strip() for part in re.split(r"[,;\n]" if shape.about.of else r"\n", value) if part.strip()]
    return Read(parts, note=f"Read as a list of {len(parts)}", fix="Write each on a line, after “- ”.")


def _mapping(value: Any, shape: Shape) -> Read[Any]:
    return _no(f"{_what(value)} stands where names and values are expected", "Write “name: value” lines.")


def _text(value: Any, shape: Shape) -> Read[Any]:
    return _no(f"{_what(value)} stands where a text is expected", "Put the text in quotes, on one line.")


def _by(reader: Callable[[str], Read[Any]]) -> Callable[[Any, Shape], Read[Any]]:
    def read(value: Any, shape: Shape) -> Read[Any]:
        if not isinstance(value, str):
            return _no(f"{_what(value)} stands where one value is expected")
        found = reader(value)
        if found.value is None:
            return found._replace(fix=f"{found.fix[:1].upper()}{found.fix[1:].rstrip('.')}." if found.fix else "")
        return Read(str(found.value), note=found.note)

    return read


def _number(value: Any, shape: Shape) -> Read[Any]:
    whole = shape.form == "whole"
    what = "a whole number" if whole else "a number"
    example = "Write digits only." if whole else "Write a number such as 3.5."
    if shape.word and isinstance(value, str):
        if value.strip().casefold() == shape.word:
            return Read(shape.word, note=f"Read as {shape.word}; write it so")
        example = f"Write digits only, or {shape.word}."
    if not isinstance(value, str):
        return _no(f"{_what(value)} stands where {what} is expected", example)
    match = (_whole_number() if whole else _DECIMAL).fullmatch(value.strip())
    if not match:
        return _no(f"“{value}” is not {what}", example)
    if len(match[1]) > _MOST_DIGITS or not shape.low <= float(match[1]) <= shape.high:
        shown = match[1] if len(match[1]) <= _MOST_DIGITS else "This number"
        return _no(f"{shown} is out of range", f"Write a number from {shape.low} to {shape.high:,}.")
    return Read(match[1], note=f"Read as {match[1]}; write it so")


@cache
def _whole_number() -> re.Pattern[str]:
    """Digits, with what is counted after them or not: `20 minutes`, `9 people`."""
    counted = lexicon.either("counted", *lexicon.spellings("counted"))
    return re.compile(rf"0*([0-9]+)(?:\.0+)?(?: *(?:{counted}))?", re.IGNORECASE)


def _choice(value: Any, shape: Shape) -> Read[Any]:
    words = list(shape.words)
    if not isinstance(value, str):
        return _no(f"{_what(value)} stands where a word is expected", f"Write {_or(words)}.")
    word = re.sub(r"[\s_-]+", "-", value.strip().casefold())
    if set(words) == {"yes", "no"}:
        word = lexicon.meanings("yes_no").get(word, word)
    if "january" in words and (month := read_month(word)).value:
        word = words[month.value - 1]
    if word in words:
        return Read(word, note=f"Read as {word}; write it so")
    if words == ["Europe/London"]:
        return _no(f"“{value}” is not a time zone that copkit keeps", "Write Europe/London.")
    fix = did_you_mean(word, words) or f"Write {_or(words)}."
    return _no(f"“{value}” is not one of the words for this field", fix)


def _or(words: list[str]) -> str:
    return " or ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]


_READERS: dict[str, Callable[[Any, Shape], Read[Any]]] = {
    "fields": _fields, "list": _list, "mapping": _mapping, "text": _text, "any": _text, "choice": _choice,
    "date": _by(read_date), "clock": _by(read_clock), "whole": _number, "decimal": _number,
}  # fmt: skip
