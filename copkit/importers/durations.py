"""How long somebody stayed, as exports write it: `1h 23m 4s`, `1 hr`, `62,5`, `01:23:45`, `PT1H23M4S`."""

import re

from copkit import lexicon
from copkit.patterns import when_used

_CLOCK = when_used(r"(\d{1,3}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?")
_NUMBER = when_used(r"\d+(?:[.,]\d+)?")
_LENGTHS = {"hours": 3600, "minutes": 60, "seconds": 1}
_UNITS = when_used(rf"(\d+(?:[.,]\d+)?)\s*({lexicon.either('durations', *_LENGTHS)})(?![a-z])\.?")
_BETWEEN = when_used(rf"(?:{lexicon.either('durations', 'and')}|,|\s)")


def read_duration(text: str, unit: int = 60) -> int | None:
    """Seconds; None where nothing can be read. `unit` is the seconds of a bare number: minutes as a rule."""
    text = text.strip().casefold().removeprefix("pt")
    if _NUMBER.fullmatch(text):
        return round(_number(text) * unit)
    if (clock := _CLOCK.fullmatch(text)) is not None:
        return _clock(clock)
    seconds, rest = 0.0, text
    for match in _UNITS.finditer(text):
        seconds += _number(match[1]) * _LENGTHS[lexicon.meanings("durations")[match[2]]]
        rest = rest.replace(match[0], "", 1)
    if rest == text or _BETWEEN.sub("", rest):
        return None
    return round(seconds)


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _clock(match: re.Match[str]) -> int:
    """`1:23:45`; of two parts `1:23` is hours and minutes, and `58:03`, which no meeting lasts, minutes."""
    first, second = int(match[1]), int(match[2])
    if match[3] is not None:
        return first * 3600 + second * 60 + int(match[3])
    return first * 60 + second if first > 12 else first * 3600 + second * 60
