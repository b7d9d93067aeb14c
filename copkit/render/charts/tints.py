"""Six fills told apart by colour and by pattern: black-and-white print and colour-blind eyes lose nothing."""

from typing import NamedTuple

INK, GREY, RULE = "#212B32", "#425563", "#768692"
BLUE, DARK_BLUE, WHITE = "#005EB8", "#003087", "#FFFFFF"
#: What every filled mark is filled with: against white it reads in grey too.
ACCENT = BLUE
PALE, FAINT = "#E8EDEE", "#AEB7BD"


class Fill(NamedTuple):
    """How an area is filled: its ground, the lines over it (`/`, `\\`, `-`, `|`, `x`, `.`, none), their colour."""

    ground: str
    lines: str
    colour: str

    @property
    def solid(self) -> bool:
        """Whether a number can stand on it in white."""
        return not self.lines


FILLS = (
    Fill(DARK_BLUE, "", DARK_BLUE),
    Fill(WHITE, "/", BLUE),
    Fill("#DCE8F6", ".", DARK_BLUE),
    Fill(WHITE, "|", GREY),
    Fill(WHITE, "x", "#006747"),
    Fill(WHITE, "-", "#AE2573"),
)
#: For what is not known.
UNKNOWN = Fill(WHITE, "\\", RULE)

#: Tints from none to most: each clearly darker than the one before, in grey too.
TINTS = ("#FFFFFF", "#DCE8F6", "#A9C8EA", "#5E9CDB", "#003087")


class Tint(NamedTuple):
    """A cell's ground and the colour of the number on it."""

    ground: str
    ink: str


def tint(value: float, most: float) -> Tint:
    """The tint for a number, by quarters of the greatest; nought is white."""
    level = 0 if value <= 0 or most <= 0 else min(4, int(-(-value * 4 // most)))
    return tint_of(level)


def tint_of(level: int) -> Tint:
    """The tint of a level from 0 (none) to 4 (most)."""
    return Tint(TINTS[level], WHITE if level == 4 else INK)
