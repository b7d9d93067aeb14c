"""The figures of the metrics, and the records from which each was counted."""

from collections.abc import Iterator

from copkit.exporters.table import Column, Export, Row, Table
from copkit.metrics import Figure, registry
from copkit.metrics.pages import definition

CODE = Column("code")
LABEL = Column("label")
EVERY = Column("community")


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
        yield {
            "community": community,
            "code": one.code,
            "label": one.label,
            "said": one.said,
            "value": one.value,
            "high": one.high,
            "numerator": one.amount.top,
            "denominator": one.denominator,
            "unit": one.unit,
            "period_start": one.period.start,
            "period_end": one.period.end,
            "left_out": one.left_out,
            "hidden": one.hidden,
            "kind": one.kind,
        }


FIGURES = Table(
    "figures",
    (
        EVERY,
        CODE,
        LABEL,
        Column("said"),
        Column("value", kind="number"),
        Column("high", kind="number"),
        Column("numerator", kind="number"),
        Column("denominator", kind="number"),
        Column("unit"),
        Column("period_start", kind="date"),
        Column("period_end", kind="date"),
        Column("left_out"),
        Column("hidden", kind="yes-no"),
        Column("kind"),
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
    (
        EVERY,
        CODE,
        LABEL,
        Column("counted", kind="yes-no"),
        Column("record"),
        Column("file"),
        Column("line", kind="number"),
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
    (
        CODE,
        Column("name"),
        Column("definition"),
        Column("counted_from"),
        Column("after"),
    ),
    _metrics,
)
