"""Charts as vector pictures: SVG source and alternative text, made from plain data, the same bytes each time.

A chart is text and shapes in SVG without ids, scripts, styles or fonts of its own, so that any number can stand in
a page, and browsers, Typst, Word and LibreOffice draw it alike. Nothing is told by colour alone, every number
stands beside what it counts, and what is not known is said and not drawn as nought. A template places one with
the macro `figure(chart, title, subtitle)`.
"""

from copkit.render.charts.barred import stacked_bars
from copkit.render.charts.boarded import board
from copkit.render.charts.columned import columns
from copkit.render.charts.dotted import dots
from copkit.render.charts.framed import framed
from copkit.render.charts.networks import network
from copkit.render.charts.paired import pairs
from copkit.render.charts.rows import Answers, Chart, Column, Pair, Share, StackRow, Thing, Use
from copkit.render.charts.used import uses

__all__ = [
    "Answers",
    "Chart",
    "Column",
    "Pair",
    "Share",
    "StackRow",
    "Thing",
    "Use",
    "board",
    "columns",
    "dots",
    "framed",
    "network",
    "pairs",
    "stacked_bars",
    "uses",
]
