"""How far an organisation is with an initiative, as a symbol that is told apart without colour."""

from collections.abc import Callable

from copkit.render.charts.drawing import Drawing
from copkit.render.charts.tints import DARK_BLUE, GREY, INK, WHITE

#: From nothing yet to kept up, then the ways in which it ends.
STATUSES = (
    "adopted", "sustained", "in progress", "aware", "not yet", "declined", "stopped", "not applicable"
)  # fmt: skip
#: A letter for each, where there is no room for the word.
LETTERS = dict(zip(STATUSES, "ASPKNDXO", strict=True))


def plain(status: str) -> str:
    """A status in the words of the key: `in-progress` is `in progress`."""
    return " ".join(status.replace("-", " ").replace("_", " ").lower().split())


def symbol(drawing: Drawing, status: str, x: float, y: float) -> None:
    """The symbol of a status about a middle; one that is not known is an empty square."""
    SYMBOLS.get(status, _other)(drawing, x, y)


def _adopted(drawing: Drawing, x: float, y: float) -> None:
    drawing.circle(x, y, 8, DARK_BLUE)
    drawing.path([(x - 4, y + 0.3), (x - 1.2, y + 3.4), (x + 4.2, y - 3.4)], WHITE, 2)


def _sustained(drawing: Drawing, x: float, y: float) -> None:
    drawing.circle(x, y, 8, WHITE, DARK_BLUE, 2)
    drawing.circle(x, y, 4.6, DARK_BLUE)


def _in_progress(drawing: Drawing, x: float, y: float) -> None:
    drawing.circle(x, y, 7.6, WHITE, DARK_BLUE)
    drawing.half(x, y, 7.6, DARK_BLUE)


def _aware(drawing: Drawing, x: float, y: float) -> None:
    drawing.circle(x, y, 7.6, WHITE, DARK_BLUE)
    drawing.circle(x, y, 1.8, DARK_BLUE)


def _not_yet(drawing: Drawing, x: float, y: float) -> None:
    drawing.circle(x, y, 7.6, WHITE, GREY)


def _declined(drawing: Drawing, x: float, y: float) -> None:
    drawing.path([(x - 6, y - 6), (x + 6, y + 6)], INK, 2.4)
    drawing.path([(x - 6, y + 6), (x + 6, y - 6)], INK, 2.4)


def _stopped(drawing: Drawing, x: float, y: float) -> None:
    drawing.rect(x - 6.5, y - 6.5, 13, 13, GREY)


def _not_applicable(drawing: Drawing, x: float, y: float) -> None:
    drawing.line(x - 6, y, x + 6, y, GREY, 2)


def _other(drawing: Drawing, x: float, y: float) -> None:
    drawing.rect(x - 6, y - 6, 12, 12, WHITE, GREY)


SYMBOLS: dict[str, Callable[[Drawing, float, float], None]] = dict(
    zip(
        STATUSES,
        (_adopted, _sustained, _in_progress, _aware, _not_yet, _declined, _stopped, _not_applicable),
        strict=True,
    )
)
