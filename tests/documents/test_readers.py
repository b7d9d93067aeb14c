"""Every metric and each of its figures has a reader: a page, a table of it or a rule, and not the annex alone."""

import ast
import re
from collections.abc import Iterator

import pytest

from copkit.documents.annual import Annual
from copkit.documents.citing import anchor
from copkit.metrics import Figure, registry
from copkit.models.shipped import shipped
from copkit.render import charts
from tests.documents.answers import said_on
from tests.documents.claims import CLAIMS
from tests.documents.evaluation.making import commission, in_format
from tests.documents.portfolio.making import demonstration
from tests.documents.portfolio.making import in_format as reported
from tests.documents.synthesis.making import annual, page
from tests.shell import ROOT

ANNEX = {
    "R3 index": "the index behind the effective number, of the founding worked example",
    "R4 attendances": "the other half of lived experience, of the founding definition",
    "C2 ratio": "of the founding worked example",
    "C9 N": "the distribution, which the founding definition asks for",
    "W1 longest overdue": "of the founding worked example",
    "W1 since the first date": "of the founding worked example",
    "W5 median": "of the founding definition",
    "L2 communities started": "of the founding definition; the names stand in the table of courses",
}
"""Figures that the annex, the exports and `why` alone have: the founding document asks for each."""
WAITING = {
    "V5 ": "a row of the synthesis where the form of three months later was sent",
    "L2 ": "the front page of the portfolio says it where a course ended",
}
"""Figures of which the demonstration has nothing to show, and where they stand when there is."""


@pytest.fixture(scope="module")
def of() -> Annual:
    return annual("systems-leadership")


OF_EACH = ("R2", "R3", "A2", "A3", "X2", "L2")
"""Metrics that have a figure for each sector, organisation, initiative, entry or course, beside their own."""
NAMED = ("", "index", "effective number", "coverage", "communities started")


def family(figure: Figure) -> str:
    """A figure's code and label; those of each session, organisation and so on as one."""
    label = "EACH" if figure.code in OF_EACH and figure.label not in NAMED else figure.label
    return f"{figure.code} {re.sub(r'^[0-9]{4}-.*', 'SESSION', re.sub(r'^[0-9]$', 'N', label))}"


def read(of: Annual) -> Iterator[str]:
    """The places in the annex to which a page leads."""
    evidence = reported(demonstration(), "html", evidence=True).decode()
    several = in_format(commission("members"), "html").decode(), evidence
    for html in (page(of), page(annual("systems-leadership", "public")), *several):
        yield from (place for _, place, _ in said_on(html))


def test_each_figure_has_a_reader(of: Annual) -> None:
    whole = demonstration().whole
    every = [one for each in (*of.seen.values(), *whole.values()) for one in each]
    linked = set(read(of))
    found = {family(one) for one in every if anchor(one) in linked}
    found |= {f"{one.metric} {one.label}" for one in shipped("health-rules").values()}
    claims = " + ".join(text for each in CLAIMS.values() for text in each.values() if isinstance(text, str))
    found |= {one.strip().rpartition(" ")[0].replace("{name}", "EACH") for one in claims.split(" + ")}
    found = {one if " " in one else f"{one} " for one in found}
    unread = {family(one) for one in every} - found
    assert unread == (ANNEX.keys() | WAITING.keys()) & unread, "remove it, or give it a page"
    assert ANNEX.keys() <= unread, "it has a page now: take it off"


def test_each_metric_is_counted_here(of: Annual) -> None:
    assert registry().keys() == of.seen.keys() | demonstration().whole.keys() & registry().keys()


def test_each_chart_is_drawn_by_a_document() -> None:
    names = {name for name in charts.__all__ if name[:1].islower()}
    texts = [path.read_text("utf-8") for path in (ROOT / "copkit/documents").rglob("*.py")]
    called = {
        node.func.id
        for text in texts
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert len(names) > 7
    assert names - called == set()
