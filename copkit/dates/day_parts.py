"""The parts of a day that notes on festivals speak of, and about when the sun sets in the United Kingdom."""

from collections.abc import Iterator
from datetime import date
from math import acos, cos, degrees, pi, radians, sin

from copkit import lexicon
from copkit.dates.clock import is_summer
from copkit.dates.times import minutes_of

PARTS = {"morning": (0, 720), "lunch": (690, 840), "afternoon": (720, 1020), "evening": (1020, 1440)}
"""From which minute of the day to which."""
BEFORE_SUNSET = 120
"""Minutes before sunset by which people have to be on their way home."""
NIGHTFALL = 60
"""Minutes after sunset at which the day is over for those whose days begin in the evening."""
NORTH, WEST = 53.5, 2.5
"""The middle of the United Kingdom, about, in degrees; sunset differs by half an hour from one end to the other."""


def touches(part: str, day: date, start: str, minutes: int) -> bool:
    """Whether a session at a time of a day has to do with a part of it; `sunset` is a part too."""
    first, last = PARTS.get(part) or (minutes_of(sunset(day)) - BEFORE_SUNSET, 1440)
    return minutes_of(start) < last and minutes_of(start) + minutes > first


def by_part(note: str) -> Iterator[tuple[str, str]]:
    """The clauses of a note, each with the part of the day that it speaks of; an empty one for the whole day."""
    for clause in filter(None, (text.strip() for text in note.split(";"))):
        words = {word.strip(",.:()").casefold() for word in clause.split()}
        parts = (part for part, known in lexicon.spellings("day_parts").items() if words.intersection(known))
        yield next(parts, ""), clause


def is_after_nightfall(day: date, start: str) -> bool:
    """Whether a session begins when a day that is counted from evening to evening is over."""
    return minutes_of(start) >= minutes_of(sunset(day)) + NIGHTFALL


def sunset(day: date) -> str:
    """The quarter of an hour in which the sun sets: by the declination of the sun and the equation of time."""
    number = day.timetuple().tm_yday
    tilt, turn = radians(-23.44 * cos(2 * pi * (number + 10) / 365)), 2 * pi * (number - 81) / 364
    ahead = 9.87 * sin(2 * turn) - 7.53 * cos(turn) - 1.5 * sin(turn)
    north = radians(NORTH)
    half = degrees(acos((sin(radians(-0.833)) - sin(north) * sin(tilt)) / (cos(north) * cos(tilt))))
    quarter = int((720 + 4 * (WEST + half) - ahead + 60 * is_summer(day)) // 15)
    return f"{quarter // 4:02}:{quarter % 4 * 15:02}"
