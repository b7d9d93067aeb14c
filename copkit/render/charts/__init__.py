"""Charts as vector pictures: SVG source and alternative text, made from plain data, the same bytes each time.

A chart is text and shapes in SVG without ids, scripts, styles or fonts of its own, so that any number can stand in
a page, and browsers, Typst, Word and LibreOffice draw it alike. Nothing is told by colour alone, every number
stands beside what it counts, and what is not known is said and not drawn as nought. A template places one with
the macro `figure(chart, title, subtitle)`.
"""

from copkit.render.charts.barred import bars, stacked_bars
from copkit.render.charts.columned import columns
from copkit.render.charts.dotted import dots
from copkit.render.charts.framed import framed
from copkit.render.charts.funnels import funnel
from copkit.render.charts.grids import heat_map, pair_matrix
from copkit.render.charts.networks import network
from copkit.render.charts.overtime import over_time
from copkit.render.charts.paired import pairs
from copkit.render.charts.rows import (
    Answers,
    Bar,
    Chart,
    Column,
    Mark,
    Moment,
    Pair,
    Share,
    StackRow,
    Stage,
)
from copkit.render.charts.statuses import status_matrix
from copkit.render.charts.steps import ladder
from copkit.render.charts.yearline import year_line

__all__ = [
    "Answers",
    "Bar",
    "Chart",
    "Column",
    "Mark",
    "Moment",
    "Pair",
    "Share",
    "StackRow",
    "Stage",
    "bars",
    "columns",
    "dots",
    "framed",
    "funnel",
    "heat_map",
    "ladder",
    "network",
    "over_time",
    "pair_matrix",
    "pairs",
    "stacked_bars",
    "status_matrix",
    "year_line",
]
