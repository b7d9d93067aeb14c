"""The evidence beside a portfolio: every figure of the whole with the part of each community, as data."""

import csv
import io
from typing import Any

from copkit.cells import safe
from copkit.documents.citing import anchor
from copkit.documents.evidence import as_json, figure_data
from copkit.documents.portfolio.annex import SHOWN
from copkit.documents.portfolio.scorecard import by_name
from copkit.documents.portfolio.source import Portfolio
from copkit.metrics import Figure
from copkit.metrics.pages import definition

SCHEMA = "copkit-portfolio-evidence-1"
OWN = ("P2", "L2", "X2")
"""Figures that are counted from files of the programme. To the public they would say from where people came."""


def evidence(portfolio: Portfolio) -> dict[str, Any]:
    """Every figure as the audience of the report may see it. What is hidden is null.

    A figure's `parts` are those of the communities, in the order of their ids. The records behind a part are in
    that community's own evidence, under the same code and label; `records` are those of the programme's own files.
    """
    return {
        "schema": SCHEMA,
        "programme": portfolio.shared.programme.programme,
        "year": portfolio.year.label,
        "made_on": portfolio.today.isoformat(),
        "audience": portfolio.audience,
        "communities": {
            share.id: {
                "name": share.name,
                "year": share.year.label,
                "from": share.period.start.isoformat(),
                "to": share.period.end.isoformat(),
            }
            for share in portfolio.shares
        },
        "definitions": {code: _definition(code) for code in SHOWN},
        "figures": [_figure(portfolio, one) for code in SHOWN for one in portfolio.whole.get(code, ())],
        "parts_only": [_part(share.id, one) for share in portfolio.shares for one in share.seen["M2"]],
    }


def evidence_file(portfolio: Portfolio) -> bytes:
    """The same as JSON, a figure a line."""
    parts = []
    for key, value in sorted(evidence(portfolio).items()):
        said = as_json(value)
        if isinstance(value, list):
            said = "[\n" + ",\n".join(f" {as_json(one)}" for one in value) + "\n]" if value else "[]"
        parts.append(f"{as_json(key)}: {said}")
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


COLUMNS = ("code", "label", "said", "value", "numerator", "denominator", "percent", "unit", "hidden")


def evidence_table(portfolio: Portfolio) -> bytes:
    """The figures as a table for a spreadsheet, a row each: of the whole, then of each community."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(("community", *COLUMNS))
    for community, every in (("", portfolio.whole), *((share.name, share.seen) for share in by_name(portfolio))):
        for one in (one for code in every for one in every[code]):
            data = figure_data(one)
            row = (community, *(data[column] for column in COLUMNS))
            writer.writerow([safe(cell) if isinstance(cell, str) else cell for cell in row])
    return out.getvalue().encode("utf-8-sig", "replace")


def _figure(portfolio: Portfolio, figure: Figure) -> dict[str, Any]:
    parts = [
        _part(share.id, one)
        for share in portfolio.shares
        if (one := share.figure(figure.code, figure.label)) is not None
    ]
    own = figure.counted if portfolio.door.by_organisation and figure.code in OWN else ()
    records = [str(source.position) for source in own]
    return {**figure_data(figure), "anchor": anchor(figure), "parts": parts, "records": records}


def _part(community: str, figure: Figure) -> dict[str, Any]:
    """One community's figure: what it adds to the whole."""
    return {"community": community, "numerator": figure.amount.top, "denominator": figure.denominator}


def _definition(code: str) -> str:
    return " ".join((definition(code).formula, *definition(code).notes))
