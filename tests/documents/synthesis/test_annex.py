"""The annex explains every figure, and every figure of the document leads to it."""

import re
from pathlib import Path

import pytest

from copkit.documents.citing import anchor
from copkit.documents.explaining import in_full, places, units
from copkit.documents.source import Audience
from copkit.documents.synthesis import annex
from copkit.findings import Position
from copkit.metrics import Figure, Period
from copkit.metrics.base import Source
from copkit.metrics.value import amount_of
from tests.documents.synthesis.making import TODAY, annual, page, small

COMMUNITIES = ("systems-leadership", "diabetes-in-pregnancy")
NOTES = """\
    present: [ann, bea, cat]
    capture: |
      decision: try it
"""


def session(day: str, more: str = "") -> str:
    return f"date: {day}\nplace: online\ntheme: T\n{more}"


@pytest.mark.parametrize("audience", ["members", "public"])
@pytest.mark.parametrize("community", COMMUNITIES)
def test_every_figure_of_the_document_leads_to_an_entry(community: str, audience: Audience) -> None:
    html = page(annual(community, audience))
    ids, links = re.findall(r'\bid="([^"]+)"', html), re.findall(r'href="#([^"]+)"', html)
    assert len(links) > 50
    assert sorted(set(links) - set(ids)) == []
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("audience", ["members", "public"])
def test_every_figure_that_may_be_seen_is_explained_once(audience: Audience) -> None:
    of = annual("systems-leadership", audience)
    seen = {anchor(one) for every in of.seen.values() for one in every}
    built = annex.build(of)
    metrics = [metric for family in built.families for metric in family.metrics]
    explained = [one.anchor for metric in metrics for one in metric.figures]
    explained += [metric.anchor for metric in metrics if metric.said]
    assert sorted(explained) == sorted(seen)
    assert all(metric.definition.endswith(".") and metric.source.endswith(".") for metric in metrics)


def test_a_figure_is_said_with_all_that_it_was_made_of() -> None:
    of = annual("systems-leadership")
    (c2,) = [one for one in of.seen["C2"] if not one.label]
    assert in_full(c2) == "18 of 18 pairs"
    assert (
        in_full(next(one for one in of.seen["M3"] if one.label == "mean")) == "13.43 people a session (94 over 7)"
    )
    assert in_full(next(one for one in of.seen["W1"] if one.label == "median")) == "28 days, n = 14"
    assert in_full(next(one for one in of.seen["A5"] if one.label == "with evidence")) == "1 of 1 initiative"


@pytest.mark.parametrize(
    ("unit", "one"),
    [("people", "person"), ("stories", "story"), ("pairs of participants", "pair of participants"), ("", ""),
     ("of 5", "of 5")],
)  # fmt: skip
def test_a_unit_agrees_with_its_number(unit: str, one: str) -> None:
    assert units(unit, 1) == one
    assert units(unit, 2) == unit


def test_records_stand_by_file_with_their_lines_and_those_of_an_earlier_metric_are_not_said_twice() -> None:
    built = annex.build(annual("systems-leadership"))
    metrics = {metric.code: metric for family in built.families for metric in family.metrics}
    assert "notes of 2026-04-14: line 23" in metrics["C1"].records
    assert metrics["C3"].records == "the same as for C1" or metrics["C3"].records.startswith("the same as for")
    assert metrics["M1"].records == "members.yaml: lines 2 to 31"


def test_files_with_the_same_lines_stand_together() -> None:
    of = annual("systems-leadership")
    sources = [Source("x", _at(f"communities/systems-leadership/{name}", line)) for name, line in (
        ("sessions/2026-04-14.notes.yaml", 1), ("sessions/2026-05-12.notes.yaml", 1), ("members.yaml", 2),
        ("members.yaml", 3), ("members.yaml", 4), ("members.yaml", 9),
    )]  # fmt: skip
    figure = Figure("M1", "", amount_of(1), "people", Period(TODAY, TODAY), counted=tuple(sources))
    assert places(of, [figure]) == "members.yaml: lines 2 to 4, 9; notes of 2026-04-14, 2026-05-12: line 1"


def _at(path: str, line: int) -> Position:
    return Position(path, line)


def test_no_record_that_names_a_person_is_listed_in_public() -> None:
    of = annual("systems-leadership", "public")
    built = annex.build(of)
    text = repr(built)
    assert not [key for key in of.shared.people if key in text]
    assert "not shown: too few people" in text
    assert "C6" not in [metric.code for family in built.families for metric in family.metrics]


def test_what_is_missing_is_said(tmp_path: Path) -> None:
    of = small(
        tmp_path,
        {
            "one/sessions/2026-05-12.yaml": session("2026-05-12"),
            "one/sessions/2026-05-12.notes.yaml": NOTES,
            "one/sessions/2026-06-09.yaml": session("2026-06-09"),
            "one/sessions/2026-06-09.notes.yaml": "capture: |\n  decision: yes\n",
            "one/sessions/2026-07-14.yaml": session("2026-07-14"),
            "one/reviews/2027.yaml": "headline: We began\n",
        },
    )
    gaps = annex.build(of).gaps
    assert "1 of 3 sessions have no notes: 14 July 2026." in gaps
    assert "1 of 3 sessions have no record of who came: 9 June 2026." in gaps
    assert any("no feedback: 12 May 2026, 9 June 2026" in line for line in gaps)
    assert any("No review of 2026-27" in line and "2027.yaml" in line for line in gaps)
    metrics = {metric.code: metric for family in annex.build(of).families for metric in family.metrics}
    assert metrics["M3"].left_out == "9 June 2026"


def test_an_empty_year_says_so(tmp_path: Path) -> None:
    built = annex.build(small(tmp_path, {}))
    assert "No session is recorded as held in this period." in built.gaps
    assert built.families
