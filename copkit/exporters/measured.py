"""The figures of the metrics, and the records from which each was counted."""

from collections.abc import Iterator

from copkit.exporters.table import Column, Export, Row, Table
from copkit.metrics import Figure, registry
from copkit.metrics.pages import definition

CODE = Column("code", "The code of the metric, such as C2; the table metrics defines it.")
LABEL = Column("label", "Which figure of the metric; empty for the main one.")
EVERY = Column("community", "The community, by its id; empty for all together.")


def _each(export: Export) -> Iterator[tuple[str, Figure]]:
    for part in export.parts:
        for figures in part.figures.values():
            for one in figures:
                yield part.id, one
    for figures in export.together.values():
        for one in figures:
            yield "", one


def _figures(export: Export) -> Iterator[Row]:
    for community, one in _each(export):
        shown = not one.hidden and one.value is not None
        yield {
            "community": community,
            "code": one.code,
            "label": one.label,
            "said": one.said,
            "value": one.value,
            "high": one.high,
            "numerator": one.numerator if shown else None,
            "denominator": one.denominator if shown else None,
            "unit": one.unit,
            "period_start": one.period.start,
            "period_end": one.period.end,
            "left_out": one.left_out,
            "hidden": one.hidden,
        }


FIGURES = Table(
    "figures",
    "Every figure of every metric, with what it was made of.",
    (
        EVERY,
        CODE,
        LABEL,
        Column("said", "The figure as documents print it."),
        Column("value", "The figure as a number; a share lies between 0 and 1.", "number"),
        Column("high", "The upper end, where the figure is a range.", "number"),
        Column("numerator", "What was counted.", "number"),
        Column("denominator", "Out of how many; empty for a count.", "number"),
        Column("unit", "What is counted."),
        Column("period_start", "The first day that is counted.", "date"),
        Column("period_end", "The last day that is counted.", "date"),
        Column("left_out", "Sessions that are in neither, since nobody wrote down what is needed."),
        Column("hidden", "Whether it is hidden, since few people could be told apart.", "yes-no"),
    ),
    _figures,
)


def _records(export: Export) -> Iterator[Row]:
    for community, one in _each(export):
        for counted, sources in (("yes", one.counted), ("no", one.among)):
            for source in sources:
                place = source.position
                yield {
                    "community": community,
                    "code": one.code,
                    "label": one.label,
                    "counted": counted,
                    "record": source.what,
                    "file": place.path,
                    "line": place.line,
                }


RECORDS = Table(
    "figure_records",
    "The records behind each figure: those in the numerator, and the others in the denominator.",
    (
        EVERY,
        CODE,
        LABEL,
        Column("counted", "yes: in the numerator; no: in the denominator alone.", "yes-no"),
        Column("record", "What it is."),
        Column("file", "The file in which it stands."),
        Column("line", "The line on which it stands.", "number"),
    ),
    _records,
)


def _metrics(export: Export) -> Iterator[Row]:
    for code in registry():
        about = definition(code)
        yield {
            "code": code,
            "name": about.name,
            "definition": " ".join((about.formula, *about.notes)),
            "counted_from": about.source,
            "after": about.after,
        }


METRICS = Table(
    "metrics",
    "What each metric is.",
    (
        CODE,
        Column("name", "Its name."),
        Column("definition", "What is counted, and how."),
        Column("counted_from", "The files and fields that it is counted from."),
        Column("after", "The publication that it comes from, where it is not ours."),
    ),
    _metrics,
)
