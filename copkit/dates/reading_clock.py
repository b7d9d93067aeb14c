"""Times of day read from what people type: `14:00` exactly, `2pm` and `14.00` as meant, doubtful ones not."""

import re
from functools import cache

from copkit import lexicon
from copkit.dates.reading import LONGEST, Read, quoted, refused
from copkit.patterns import when_used

_EXAMPLE = "write hours and minutes, such as 14:00"
_DOUBTFUL = 7
"""Hours to which somebody meets in the morning and in the evening too: 3:30 is mostly half past three."""
_CLOCK = when_used(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_ZONED = when_used(r"(.*?[0-9apm.]) ?([+-][0-9]{1,2}:?[0-9]{0,2}|z|gmt|bst|utc|[a-z]+/[a-z_]+)")


@cache
def _clock_like() -> re.Pattern[str]:
    """Hours, perhaps minutes, perhaps which half of the day; or four digits."""
    half, hours = lexicon.either("clock", "am", "pm", "hours"), lexicon.either("clock", "hours", "h")
    return re.compile(
        rf"([0-9]{{1,2}})(?:[:.]([0-9]{{2}})(?::00)?)? ?({half})?|([0-9]{{2}})([0-9]{{2}}) ?(?:{hours})?"
    )


def read_clock(text: str) -> Read[str]:
    """Read a time of day: `14:00` exactly, `2pm`, `14.00` and `9:30` with a note, the rest not at all."""
    text = text.strip()
    if len(text) > LONGEST:
        return refused(f"{quoted(text)} is not a time of day", _EXAMPLE)
    if _CLOCK.fullmatch(text):
        return Read(text)
    words = " ".join(text.lower().split())
    meaning = lexicon.meanings("clock").get(words, "")
    if _CLOCK.fullmatch(meaning):  # midday, midnight
        return _clock_noted(meaning)
    if match := _clock_like().fullmatch(words):
        hour, minute = int(match[1] or match[4]), int(match[2] or match[5] or 0)
        bare = match[2] is None and match[4] is None
        return _read_clock_parts(text, hour, minute, lexicon.meanings("clock").get(match[3] or "", ""), bare=bare)
    if match := _ZONED.fullmatch(words):
        local = read_clock(match[1]).value
        return refused(
            f"{text} names a time zone; a time here is local, and the zone is the community's",
            f"write local time, such as {local or '14:00'}",
        )
    return refused(f"{quoted(text)} is not a time of day", _EXAMPLE)


def _clock_noted(clock: str) -> Read[str]:
    return Read(clock, note=f"Read as {clock}; write it so")


def _read_clock_parts(text: str, hour: int, minute: int, half: str, *, bare: bool) -> Read[str]:
    """A time from its parts; `bare` is an hour alone, which needs am or pm."""
    if hour == 24 and minute == 0 and half not in ("am", "pm"):
        return refused(f"{text} is the next day's first minute", "write 00:00")
    if hour > 23 or minute > 59:
        return refused(f"there is no time {text}", _EXAMPLE)
    if half in ("am", "pm"):
        return _twelve_hour(text, hour, minute, half)
    if bare:
        return refused(f"{text} could be morning or afternoon", _EXAMPLE)
    if 1 <= hour <= _DOUBTFUL and text[:1] != "0":
        either = f"{hour:02}:{minute:02} or {hour + 12}:{minute:02}"
        return refused(f"{text} could be morning or afternoon", f"write {either}")
    return _clock_noted(f"{hour:02}:{minute:02}")


def _twelve_hour(text: str, hour: int, minute: int, half: str) -> Read[str]:
    if hour == 12 and half == "am":
        return refused(f"{text} is read in two ways", f"write 12:{minute:02} or 00:{minute:02}")
    if not 1 <= hour <= 12:
        return refused(f"{text} mixes the two clocks", f"write {hour:02}:{minute:02}")
    return _clock_noted(f"{hour % 12 + (12 if half == 'pm' else 0):02}:{minute:02}")
