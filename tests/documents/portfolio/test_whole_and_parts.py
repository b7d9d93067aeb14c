"""The whole says the same as its parts, added up; people and organisations are counted once."""

import json

import pytest

from copkit.cli.annual import WantedYear, find_year
from copkit.documents.portfolio.evidence import evidence_file
from copkit.documents.portfolio.view import evidence_page
from copkit.metrics.together import SUMMED
from tests.documents.portfolio.making import demonstration
from tests.shell import ROOT


@pytest.mark.parametrize("code", SUMMED)
def test_every_sum_is_that_of_the_communities_own_reports(code: str) -> None:
    """The parts are those that each community's synthesis prints, in its own year."""
    annuals = find_year(WantedYear(year="2026-27", root=ROOT), ("members",)).annuals
    assert len(annuals) == 6
    for whole in demonstration().whole[code]:
        parts = [one.figure(code, whole.label) for one in annuals]
        known = [one for one in parts if one is not None and one.amount.is_counted]
        assert whole.amount.is_counted == bool(known), whole.label
        assert not known or whole.numerator == pytest.approx(sum(one.numerator for one in known)), whole.label
        assert (whole.denominator or 0) == sum(one.denominator or 0 for one in known), whole.label


def test_people_are_counted_once_and_their_sum_stands_beside_it() -> None:
    annuals = find_year(WantedYear(year="2026-27", root=ROOT), ("members",)).annuals
    everybody = {key for one in annuals for key in one.facts.came}
    found = {one.label: one for one in demonstration().whole["P1"]}
    assert found[""].numerator == len(everybody) == 308
    assert found["sum over communities"].numerator == sum(len(one.facts.came) for one in annuals) == 343
    assert found["in two communities or more"].numerator == 32


def test_each_community_counts_in_its_own_year() -> None:
    years = {share.id: share.period.said for share in demonstration().shares}
    assert years["systems-leadership"] == "1 April 2026 to 31 March 2027"
    assert years["patient-involvement"] == "12 January 2026 to 11 January 2027"


def test_the_public_sees_the_same_wholes_where_nothing_is_hidden() -> None:
    members, public = demonstration().whole, demonstration("public").whole
    for code in ("D1", "C1", "A1", "A2", "W1", "V1", "P1"):
        assert [one.said for one in members[code]] == [one.said for one in public[code]]


def test_the_evidence_holds_every_part() -> None:
    data = json.loads(evidence_file(demonstration()))
    assert evidence_file(demonstration()) == evidence_file(demonstration())
    assert data["communities"]["operational-teams"] == {
        "name": "Operational Teams", "year": "2026-27", "from": "2026-01-12", "to": "2027-01-11",
    }  # fmt: skip
    figures = {(one["code"], one["label"]): one for one in data["figures"]}
    held = figures["D1", ""]
    assert (held["numerator"], held["denominator"], len(held["parts"])) == (22, 23, 6)
    assert sum(part["numerator"] for part in held["parts"]) == 22
    assert figures["L2", "CoP leadership programme 2026"]["records"][0].startswith(
        "communities/programme/cohorts.yaml:"
    )
    assert len(data["parts_only"]) == 12


def test_every_figure_leads_to_an_entry_of_the_annex() -> None:
    import re

    from copkit.render import html

    for audience in ("members", "public"):
        page = html("portfolio_evidence", evidence_page(demonstration(audience)))
        ids = re.findall(r' id="([^"]+)"', page)
        assert len(ids) == len(set(ids))
        links = re.findall(r'href="#([^"]+)"', page)
        assert len(links) > 60 and set(links) <= set(ids)


def test_communities_stand_by_name_and_are_not_ranked() -> None:
    view = evidence_page(demonstration())
    for rows in (view.rhythms, view.ran, view.came):
        names = [row.name for row in rows]
        assert names == sorted(names) and len(names) == 6
