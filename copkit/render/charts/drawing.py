"""A picture as it grows: rectangles, lines, text and hatching, written as SVG with rounded coordinates.

Hatching is drawn as lines and not as an SVG pattern: a pattern needs an id, which may stand twice in a page, and
Word and LibreOffice draw patterns badly. Symbols are drawn and not typed, since fonts differ in them.
"""

from collections.abc import Iterable, Sequence

from copkit.render.charts.letters import LINE, SIZE, clean, escape, measured, width
from copkit.render.charts.rows import Chart, Row
from copkit.render.charts.tints import INK, WHITE, Fill

#: The width of a picture in its own units, each a pixel on a screen.
ACROSS = 640.0
#: From the middle of a line of text down to its baseline.
BASELINE = 5.3
GAP = 7.0


def number(value: float) -> str:
    """A coordinate with one decimal at most."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


class Drawing:
    """Collects shapes; `chart` closes it."""

    def __init__(self, across: float = ACROSS) -> None:
        self.across = across
        self.parts: list[str] = []

    def add(self, tag: str, **attributes: str | float) -> None:
        """An element without content; `_` in a name stands for `-`."""
        self.parts.append(f"<{tag}{_attributes(attributes)}/>")

    def rect(self, x: float, y: float, wide: float, high: float, fill: str, edge: str = "", **more: float) -> None:
        """A rectangle, with an edge where a colour is given."""
        stroke: dict[str, str | float] = {"stroke": edge, "stroke_width": 1.2} if edge else {}
        self.add("rect", x=x, y=y, width=max(wide, 0), height=high, fill=fill, **stroke, **more)

    def line(self, x1: float, y1: float, x2: float, y2: float, colour: str = INK, thick: float = 1.0) -> None:
        """A straight line."""
        self.add("path", d=_path([(x1, y1), (x2, y2)]), stroke=colour, stroke_width=thick, fill="none")

    def path(self, points: Sequence[tuple[float, float]], colour: str, thick: float, dash: str = "") -> None:
        """A line through points, dashed where `dash` says so."""
        dashes: dict[str, str | float] = {"stroke_dasharray": dash} if dash else {}
        self.add("path", d=_path(points), stroke=colour, stroke_width=thick, fill="none", **dashes)

    def circle(self, x: float, y: float, radius: float, fill: str, edge: str = "", thick: float = 1.6) -> None:
        """A circle, with an edge where a colour is given."""
        stroke: dict[str, str | float] = {"stroke": edge, "stroke_width": thick} if edge else {}
        self.add("circle", cx=x, cy=y, r=radius, fill=fill, **stroke)

    def half(self, x: float, y: float, radius: float, fill: str) -> None:
        """The left half of a disc."""
        arc = f"{number(radius)} {number(radius)} 0 0 0 {number(x)} {number(y + radius)}"
        self.add("path", d=f"M{number(x)} {number(y - radius)}A{arc}Z", fill=fill)

    def text(
        self,
        x: float,
        middle: float,
        said: str,
        *,
        anchor: str = "start",
        bold: bool = False,
        colour: str = INK,
    ) -> None:
        """A line of text whose middle stands at a height.

        Its length is written down, so that it keeps its room where a reader has neither Arial nor its like.
        """
        said = clean(said)
        if not said:
            return
        place: dict[str, str | float] = {"x": x, "y": middle + BASELINE}
        if anchor != "start":
            place["text_anchor"] = anchor
        if bold:
            place["font_weight"] = 700
        if colour != INK:
            place["fill"] = colour
        if measured(said):
            place |= {"textLength": width(said, bold=bold), "lengthAdjust": "spacingAndGlyphs"}
        self.parts.append(f"<text{_attributes(place)}>{escape(said)}</text>")

    def lines(
        self,
        x: float,
        middle: float,
        said: Sequence[str],
        *,
        anchor: str = "start",
        bold: bool = False,
        colour: str = INK,
    ) -> None:
        """Lines of text about a middle."""
        top = middle - (len(said) - 1) * LINE / 2
        for index, line in enumerate(said):
            self.text(x, top + index * LINE, line, anchor=anchor, bold=bold, colour=colour)

    def filled(self, x: float, y: float, wide: float, high: float, fill: Fill) -> None:
        """A rectangle with a fill's ground, hatching and edge."""
        self.rect(x, y, wide, high, fill.ground, fill.colour)
        if fill.lines == ".":
            self.dots(x, y, wide, high, fill.colour)
            return
        strokes = "".join(_path(ends) for kind in _kinds(fill.lines) for ends in hatch(kind, x, y, wide, high))
        if strokes:
            self.add("path", d=strokes, stroke=fill.colour, stroke_width=1.4, fill="none")

    def dots(self, x: float, y: float, wide: float, high: float, colour: str) -> None:
        """Small dots over a rectangle, in rows that stand between one another."""
        across, down = 7.0, 5.5
        places = [
            (x + 4 + column * across + (across / 2 if row % 2 else 0), y + 3.2 + row * down)
            for row in range(int((high - 3) / down) + 1)
            for column in range(int(wide / across) + 1)
        ]
        inside = [place for place in places if place[0] <= x + wide - 2 and place[1] <= y + high - 2]
        if inside:
            marks = "".join(f"M{number(left - 1)} {number(top)}h2" for left, top in inside)
            self.add("path", d=marks, stroke=colour, stroke_width=2, fill="none")

    def plate(self, x: float, middle: float, said: str, *, bold: bool = True) -> None:
        """A text in the middle of a white plate, to stand on hatching."""
        wide = width(said, bold=bold) + 6
        self.rect(x - wide / 2, middle - SIZE / 2 - 0.5, wide, SIZE + 1, WHITE)
        self.text(x, middle, said, anchor="middle", bold=bold)

    def chart(
        self, high: float, alt: str, *, wide: bool = False, rows: Iterable[Row] = (), form: str = "", note: str = ""
    ) -> Chart:
        """The finished chart, `high` units high."""
        alt = clean(alt)
        size = f"-2 -2 {number(self.across + 4)} {number(high + 4)}"
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{escape(alt)}" viewBox="{size}" '
            f'width="{number(round(self.across + 4))}" height="{number(round(high + 4))}" direction="ltr" '
            f'font-family="Arial, Liberation Sans, sans-serif" font-size="{number(SIZE)}" fill="{INK}">'
        )
        return Chart("\n".join([head, *self.parts, "</svg>"]), alt, wide, tuple(rows), form, note)


def hatch(
    kind: str, x: float, y: float, wide: float, high: float, step: float = 6.0
) -> Iterable[list[tuple[float, float]]]:
    """The lines of a hatching (`/`, `\\`, `-` or `|`), each cut at the rectangle's edges."""
    if kind in "-|":
        length = high if kind == "-" else wide
        for place in (index * step for index in range(1, int(length / step) + 1)):
            if place < length - 1:
                yield (
                    [(x, y + place), (x + wide, y + place)]
                    if kind == "-"
                    else [(x + place, y), (x + place, y + high)]
                )
        return
    reach = int((wide + high) / step)
    for index in range(1, reach + 1):
        start = index * step
        left, right = max(0.0, start - high), min(start, wide)
        if right - left < 0.5:
            continue
        ends = [(left, start - left), (right, start - right)]
        if kind == "\\":
            ends = [(across, high - down) for across, down in ends]
        yield [(x + across, y + down) for across, down in ends]


def _kinds(lines: str) -> str:
    return "/\\" if lines == "x" else lines


def _path(points: Sequence[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)


def _attributes(given: dict[str, str | float]) -> str:
    return "".join(
        f' {name.replace("_", "-")}="{value if isinstance(value, str) else number(value)}"'
        for name, value in given.items()
    )
