"""Agreed notes that were changed: told from what git kept of each notes file."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from difflib import SequenceMatcher
from typing import NamedTuple

from copkit.capture import promise, read_lines
from copkit.capture.keywords import by_word
from copkit.yamlfile import read_notes
from copkit.yamlfile.marks import BREAK

_ALIKE = 0.4
_KEYS = frozenset(
    {
        *("present", "apologies", "others", "voices", "minutes_taken", "minutes", "energy", "briefing"),
        *("tables_sat", "led_by", "publish", "accept"),
    }
)


class Version(NamedTuple):
    """What a file held when it was committed, and on which day."""

    day: date
    data: bytes


def changed_since_agreed(versions: Sequence[Version], now: str, today: date, days: int) -> int | None:
    """The line of `now` at which notes differ from those agreed; None where they do not.

    Notes are agreed so many days after they were first committed; what was last committed by then is what holds.
    """
    if not versions:
        return None
    end = versions[0].day + timedelta(days=days)
    agreed = [version for version in versions if version.day <= end][-1]
    if today <= end:
        return None
    before = _lines(agreed.data.decode("utf-8-sig", "replace"))
    after = _lines(now)
    if [words for _, words in before] == [words for _, words in after]:
        return None
    for (_, old), (number, new) in zip(before, after, strict=False):
        if old != new:
            return number
    return after[-1][0] if after else 1


def _lines(text: str) -> list[tuple[int, str]]:
    """The lines that hold words, without indent and comments, with their numbers."""
    found = enumerate((line.strip() for line in BREAK.split(text)), 1)
    return [(number, line) for number, line in found if line and not line.startswith("#")]


class Renumbered(NamedTuple):
    """An action whose number no longer means what it did: where it is now, or 0 where it is gone."""

    number: int
    what: str
    now: int


def renumbered(versions: Sequence[Version], capture: str) -> Iterator[Renumbered]:
    """Actions of committed notes that have moved, gone or made way for another, each once."""
    now = _promises(capture)
    told: set[int] = set()
    for version in versions:
        for number, what in enumerate(_promises(_capture(version.data)), 1):
            if number in told or _same(now, number, what):
                continue
            told.add(number)
            yield Renumbered(number, what, now.index(what) + 1 if what in now else 0)


def _same(now: list[str], number: int, what: str) -> bool:
    """Whether the action of a number is still that action, perhaps in other words."""
    if number > len(now):
        return False
    here = now[number - 1]
    return here == what or (what not in now and SequenceMatcher(None, here, what).ratio() >= _ALIKE)


def _capture(data: bytes) -> str:
    found = read_notes(data, "", _KEYS, by_word()).data
    capture = found.get("capture") if isinstance(found, dict) else ""
    return capture if isinstance(capture, str) else ""


def _promises(capture: str) -> list[str]:
    """What each action promises, by its number; the owner and the date may change."""
    day = date(2000, 1, 1)
    made = (promise(entry, day, day) for entry in read_lines(capture) if entry.kind == "action")
    return [" ".join(one.what.casefold().split()) for one in made]
