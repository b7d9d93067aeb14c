"""How far somebody is with an idea, as a symbol that is told apart without colour."""

from collections.abc import Callable

from copkit.render.charts.drawing import Drawing
from copkit.render.charts.tints import ACCENT, GREY, INK, WHITE

RADIUS = 7.0


def symbol(drawing: Drawing, state: str, x: float, y: float) -> None:
    """The symbol of a state about a middle; one that is not known is an empty square."""
    SYMBOLS.get(state, _other)(drawing, x, y)


def _uses(drawing: Drawing, x: float, y: float) -> None:
    drawing.circle(x, y, RADIUS, ACCENT, ACCENT)


def _in_progress(drawing: Drawing, x: float, y: float) -> None:
    drawing.circle(x, y, RADIUS, WHITE, ACCENT)
    drawing.half(x, y, RADIUS, ACCENT)


def _aware(drawing: Drawing, x: float, y: float) -> None:
    drawing.circle(x, y, RADIUS, WHITE, ACCENT)


def _not_yet(drawing: Drawing, x: float, y: float) -> None:
    drawing.line(x - 5, y, x + 5, y, GREY, 1.6)


def _declined(drawing: Drawing, x: float, y: float) -> None:
    drawing.path([(x - 5, y - 5), (x + 5, y + 5)], INK, 2)
    drawing.path([(x - 5, y + 5), (x + 5, y - 5)], INK, 2)


def _stopped(drawing: Drawing, x: float, y: float) -> None:
    drawing.rect(x - 5.5, y - 5.5, 11, 11, GREY)


def _other(drawing: Drawing, x: float, y: float) -> None:
    drawing.rect(x - 5.5, y - 5.5, 11, 11, WHITE, GREY)


SYMBOLS: dict[str, Callable[[Drawing, float, float], None]] = {
    "sustained": _uses,
    "adopted": _uses,
    "in-progress": _in_progress,
    "aware": _aware,
    "not-yet": _not_yet,
    "declined": _declined,
    "stopped": _stopped,
}
ORDER = (*SYMBOLS, "not-applicable")
"""From those who use it to those for whom it is not meant."""
