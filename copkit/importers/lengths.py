"""Of what the numbers in a column of lengths are, decided once for the whole column and said with the reason."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from copkit import lexicon
from copkit.importers.columns import apart, plain
from copkit.importers.durations import read_duration
from copkit.importers.receipt import Choice, Decided, Doubt, Said

SCALES = {"seconds": 1, "minutes": 60, "hours": 3600}
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_TWO = re.compile(r"\d{1,3}:\d{2}")
_THREE = re.compile(r"\d{1,3}:\d{2}:\d{2}(?:[.,]\d+)?")
_ROOM = 1.5
"""A room is open for longer than its meeting; nobody is there for half as long again."""
_FITS = 0.2


class Scale(NamedTuple):
    """The seconds of a bare number, whether `9:14` is minutes and seconds, and how that was decided."""

    unit: int = 60
    short: bool = False
    decided: Decided | None = None

    def read(self, text: str) -> int | None:
        """The seconds of a length; None where it cannot be read."""
        bare = text.strip()
        if self.short and _TWO.fullmatch(bare):
            minutes, seconds = bare.split(":")
            return int(minutes) * 60 + int(seconds)
        if self.unit == SCALES["hours"] and _NUMBER.fullmatch(bare):
            return round(_value(bare) * 60) * 60  # 0.33 of an hour is 20 minutes
        return read_duration(bare, self.unit)


def scale_of(header: str, texts: Sequence[str], spans: Sequence[int | None], longest: int, said: Said) -> Scale:
    """The scale of a column. `spans` are the seconds between joining and leaving beside each text, where known;
    `longest` is how long the meeting was. Raises `Doubt` where the column could be meant in several ways."""
    numbers = [(_value(text), span) for text, span in zip(texts, spans, strict=True) if _NUMBER.fullmatch(text)]
    others = [text for text in texts if not _NUMBER.fullmatch(text) and read_duration(text) is not None]
    clocks = [text for text in others if _TWO.fullmatch(text)]
    short, clock = _clocks(clocks, others, longest, said)
    if not any(number for number, _ in numbers):
        return Scale(short=short, decided=clock)
    if said.scale in SCALES:
        return Scale(SCALES[said.scale], short, Decided("Lengths", said.scale, "you say so"))
    if named := names_a_unit(header):
        why = f"the header is “{header}”"
        return Scale(SCALES[named], short, None if named == "minutes" else Decided("Lengths", named, why))
    if others:
        raise _mixture(numbers[0][0], others[0])
    return _of_numbers(numbers, longest)


def _value(text: str) -> float:
    return float(text.replace(",", "."))


def names_a_unit(header: str) -> str:
    """The unit that a header names, if it names one."""
    words = set(plain(apart(header)).split())
    found = [unit for unit in SCALES if words & {*lexicon.spellings("durations")[unit]} - {"h", "m", "s"}]
    return found[0] if len(found) == 1 else ""


def _clocks(two: Sequence[str], others: Sequence[str], longest: int, said: Said) -> tuple[bool, Decided | None]:
    """Whether `9:14` has minutes and seconds: beside `1:29:14` it has, and where hours would be too many."""
    if not two:
        return False, None
    if said.scale in ("mm:ss", "hh:mm"):
        return said.scale == "mm:ss", Decided("Lengths", said.scale, "you say so")
    if three := next((text for text in others if _THREE.fullmatch(text) and not text.startswith("0:00")), ""):
        if all(text.endswith(":00") for text in others if _THREE.fullmatch(text)):
            return False, None
        return True, Decided("Lengths", "minutes and seconds", f"“{two[0]}” stands beside “{three}”")
    most = max(two, key=lambda text: read_duration(text) or 0)
    if any(int(text.split(":")[0]) * 3600 > longest * _ROOM for text in two):
        why = f"“{most}” would be longer than the session in hours"
        return True, Decided("Lengths", "minutes and seconds", why)
    return False, None


def _of_numbers(numbers: Sequence[tuple[float, int | None]], longest: int) -> Scale:
    """By the times beside the numbers, else by what the meeting's length leaves open; minutes where that fits."""
    beside = [(number, span) for number, span in numbers if span and number]
    for name, unit in SCALES.items():
        if beside and all(abs(number * unit - span) <= 90 + span * _FITS for number, span in beside):
            why = "that is the time from joining to leaving"
            return Scale(unit, decided=None if name == "minutes" else Decided("Lengths", name, why))
    most = max(number for number, _ in numbers)
    if most * 60 > longest * _ROOM:
        if most > longest * _ROOM:
            raise _doubt(f"{most:,.0f} as a length is more than the meeting lasted in any unit")
        why = f"{most:,.0f} minutes would be longer than the session"
        return Scale(1, decided=Decided("Lengths", "seconds", why))
    if most * 3600 <= longest * _ROOM and any(number % 1 for number, _ in numbers):
        raise _doubt(f"lengths such as {most:g} may be hours or minutes")
    return Scale(60)


def _mixture(number: float, other: str) -> Doubt:
    return _doubt(f"the lengths are a mixture: {number:g} without a unit beside “{other}”")


def _doubt(message: str) -> Doubt:
    choices = [Choice(Said(scale=name), f"--scale {name}", f"numbers are {name}") for name in reversed(SCALES)]
    return Doubt(message, choices)
