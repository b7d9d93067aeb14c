"""Six fills told apart by colour and by pattern: black-and-white print and colour-blind eyes lose nothing."""

from typing import NamedTuple

INK, GREY, RULE = "#212B32", "#425563", "#768692"
BLUE, DARK_BLUE, WHITE = "#005EB8", "#003087", "#FFFFFF"
#: What every filled mark is filled with: against white it reads in grey too.
ACCENT = BLUE


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
