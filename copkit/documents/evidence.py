"""The evidence beside a report: every figure with the records behind it, as data for whoever checks it."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from typing import Any

from copkit import lexicon
from copkit.cells import safe
from copkit.documents.annual import Annual
from copkit.documents.citing import anchor
from copkit.documents.explaining import as_seen
from copkit.metrics import Figure, Period, Source
from copkit.metrics.pages import definition

SCHEMA = "copkit-evidence-1"
_Key = tuple[str, int, int, str]


def evidence(annual: Annual, shown_on: Mapping[str, int] | None = None) -> dict[str, Any]:
    """Every figure as the audience of the report may see it, and each record once.

    A figure's `counted` and `among` are the numbers of its records in `records`, from 0. What is hidden is null.
    `shown_on` is the page of the report that refers to a figure's code.
    """
    pages = shown_on or {}
    figures = [as_seen(annual, one) for every in annual.seen.values() for one in every]
    places = {source: _key(source) for one in figures for source in (*one.counted, *one.among)}
    keys = sorted(set(places.values()))
    order = {key: number for number, key in enumerate(keys)}
    numbers = {source: order[key] for source, key in places.items()}
    return {
        "schema": SCHEMA,
        "community": annual.community.id,
        "year": annual.year.label,
        "period": _period(annual.period),
        "counted_to": annual.facts.day.isoformat(),
        "made_on": annual.today.isoformat(),
        "audience": annual.audience,
        "definitions": {code: _definition(code) for code, every in annual.seen.items() if every},
        "figures": [
            {
                **figure_data(one),
                "shown_on": pages.get(one.code.lower()),
                "anchor": "" if one.label == lexicon.text("figures.unlisted") else anchor(one),
                "counted": _numbers(one.counted, numbers),
                "among": _numbers(one.among, numbers),
            }
            for one in figures
        ],
        "records": [
            {"path": path, "line": line, "column": column, "what": what} for path, line, column, what in keys
        ],
    }


def evidence_file(annual: Annual, shown_on: Mapping[str, int] | None = None) -> bytes:
    """The same as JSON: keys in order of the alphabet, one definition, figure or record a line."""
    parts = []
    for key, value in sorted(evidence(annual, shown_on).items()):
        if isinstance(value, list):
            said = _block("[]", (as_json(one) for one in value))
        elif key == "definitions":
            said = _block("{}", (f"{as_json(code)}: {as_json(one)}" for code, one in value.items()))
        else:
            said = as_json(value)
        parts.append(f"{as_json(key)}: {said}")
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


COLUMNS = ("code", "name", "label", "said", "value", "high", "numerator", "denominator", "percent", "unit")


def evidence_table(annual: Annual) -> bytes:
    """The figures as a table for a spreadsheet, a row each; no cell is taken for a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow((*COLUMNS, "from", "to", "hidden"))
    for one in (as_seen(annual, figure) for every in annual.seen.values() for figure in every):
        data = figure_data(one) | {"name": definition(one.code).name}
        row = [data[column] for column in COLUMNS]
        period = data["period"]
        row += [period["from"], period["to"], "yes" if one.hidden else "no"]
        writer.writerow([safe(cell) if isinstance(cell, str) else cell for cell in row])
    return out.getvalue().encode("utf-8-sig", "replace")


def figure_data(figure: Figure) -> dict[str, Any]:
    """One figure in plain values, without its records."""
    return {
        "code": figure.code,
        "label": figure.label,
        "said": figure.said,
        "value": _plain(figure.value),
        "high": _plain(figure.high),
        "numerator": _plain(figure.amount.top),
        "denominator": _plain(figure.denominator),
        "percent": figure.percent,
        "unit": figure.unit,
        "form": figure.form,
        "period": _period(figure.period),
        "left_out": list(figure.left_out),
        "hidden": figure.hidden,
        "kind": figure.kind,
    }


def _definition(code: str) -> dict[str, Any]:
    about = definition(code)
    return {
        "name": about.name,
        "definition": " ".join((about.formula, *about.notes)),
        "counted_from": about.source,
        "after": about.after,
    }


def _key(source: Source) -> _Key:
    return (*source.position, source.what)


def _numbers(group: Iterable[Source], numbers: dict[Source, int]) -> list[int]:
    return sorted(numbers[one] for one in group)


def _period(period: Period) -> dict[str, str]:
    return {"from": period.start.isoformat(), "to": period.end.isoformat()}


def _plain(number: float | None) -> float | int | None:
    """A whole number without its point."""
    return int(number) if number is not None and number == int(number) else number


def as_json(value: object) -> str:
    """A value on one line, the same each time."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _block(brackets: str, lines: Iterable[str]) -> str:
    inside = ",\n".join(f" {line}" for line in lines)
    return f"{brackets[0]}\n{inside}\n{brackets[1]}" if inside else brackets
