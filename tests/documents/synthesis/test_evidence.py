"""The evidence beside a report: as the report says it, each record where it says it stands."""

import json
from pathlib import Path

import pytest

from copkit.documents.evidence import SCHEMA, evidence, evidence_file
from copkit.documents.source import Audience
from tests.documents.synthesis.making import annual, small
from tests.shell import ROOT


@pytest.mark.parametrize("audience", ["members", "public", "team"])
def test_every_figure_is_there_as_the_report_says_it(audience: Audience) -> None:
    of = annual("systems-leadership", audience)
    data = evidence(of)
    seen = [(one.code, one.label, one.said) for every in of.seen.values() for one in every]
    assert [(one["code"], one["label"], one["said"]) for one in data["figures"]] == seen
    assert data["schema"] == SCHEMA and data["audience"] == audience
    assert {one["code"] for one in data["figures"]} == set(data["definitions"])


def test_every_record_stands_where_it_says() -> None:
    data = evidence(annual("systems-leadership"))
    assert len(data["records"]) > 200
    files: dict[str, list[str]] = {}
    for record in data["records"]:
        path = record["path"]
        lines = files.setdefault(path, (ROOT / path).read_text("utf-8").splitlines())
        assert 1 <= record["line"] <= len(lines), record
    connect = next(one for one in data["records"] if one["what"] == "2026-04-14/connect/1")
    assert files[connect["path"]][connect["line"] - 1].strip().startswith("connect:")


def test_the_records_of_a_count_are_as_many_as_it_counts() -> None:
    data = evidence(annual("systems-leadership"))
    counts = [one for one in data["figures"] if one["form"] == "count" and one["code"] != "V4"]
    assert len(counts) > 30
    for one in counts:
        assert len(one["counted"]) == one["value"], one
    (c2,) = [one for one in data["figures"] if one["code"] == "C2" and one["label"] == "sectors"]
    assert (len(c2["counted"]), len(c2["among"])) == (15, 3)
    assert c2["numerator"] == 15 and c2["denominator"] == 18 and c2["percent"] == 83


def test_what_is_hidden_has_no_number_and_no_record_and_nobody_is_named_in_public() -> None:
    of = annual("systems-leadership", "public")
    data = evidence(of)
    hidden = [one for one in data["figures"] if one["hidden"]]
    assert len(hidden) > 5
    for one in hidden:
        assert one["value"] is one["numerator"] is one["denominator"] is one["percent"] is None
        assert one["counted"] == one["among"] == []
    text = evidence_file(of).decode()
    assert not [key for key in of.shared.people if key in text]
    assert not [one.name for one in of.shared.people.values() if one.name and one.name in text]


def test_the_file_is_the_same_data_and_the_same_bytes_each_time() -> None:
    first, again = annual("diabetes-in-pregnancy"), annual("diabetes-in-pregnancy")
    assert evidence_file(first) == evidence_file(again)
    assert json.loads(evidence_file(first)) == json.loads(json.dumps(evidence(first)))
    assert list(json.loads(evidence_file(first))) == sorted(evidence(first))


def test_an_empty_year_has_figures_without_records(tmp_path: Path) -> None:
    data = evidence(small(tmp_path, {}))
    assert data["records"] == [] and data["figures"]
