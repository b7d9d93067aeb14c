"""The demonstration's own numbers, as the founding documents give them."""

from datetime import date

import pytest

from copkit.metrics import Period, registry
from copkit.metrics.together import SUMMED, coverage, summed
from copkit.workspace import Folder, Workspace, load
from tests.demonstration.make_people import COMMUNITIES, PLANS
from tests.metrics.conftest import facts_of, figure, together_of

TODAY = date(2026, 11, 27)
YEAR = Period(date(2026, 4, 1), date(2027, 3, 31))
COMMISSION = Period(date(2026, 1, 12), date(2027, 1, 11))


@pytest.fixture(scope="module")
def ws() -> Workspace:
    return load(Folder(COMMUNITIES.parent))


def test_ten_meetings_of_seventeen_hours_seven_of_them_held(ws: Workspace) -> None:
    facts = facts_of(ws, "systems-leadership", YEAR, TODAY)
    assert figure(facts, "D1", "planned for the period").said == "10"
    assert figure(facts, "D1", "hours planned").said == "17"
    assert figure(facts, "D1").said == "7 of 7"
    assert figure(facts, "D1", "in person").said == "1 of 1"
    assert figure(facts, "D2").said == figure(facts, "D4").said == "7 of 7"


def test_a_year_that_is_over_has_all_its_meetings_due(ws: Workspace) -> None:
    facts = facts_of(ws, "systems-leadership", YEAR, date(2027, 4, 1))
    assert figure(facts, "D1").said == "7 of 10 (70%)"


def test_more_than_250_people_each_counted_once(ws: Workspace) -> None:
    every = together_of(ws, PLANS, COMMISSION, TODAY)
    parts = [facts_of(ws, name, COMMISSION, TODAY) for name in PLANS]
    assert figure(every, "P1").value == 260
    assert figure(every, "P1", "sum over communities").value == 295
    assert figure(every, "P1", "in two communities or more").fraction == "32 of 260"
    assert [figure(part, "D1").fraction for part in parts] == ["3 of 3"] * 4
    assert sum(figure(part, "M2").numerator for part in parts) == 295


def test_four_of_seven_adopted_and_three_are_in_progress(ws: Workspace) -> None:
    facts = facts_of(ws, "diabetes-in-pregnancy", YEAR, TODAY)
    assert figure(facts, "A2", "gdm-health").said == "4 of 7"
    assert figure(facts, "A3", "gdm-health").said == "3 of 7"
    places = [source.position for source in figure(facts, "A2", "gdm-health").counted]
    lines = (COMMUNITIES / "diabetes-in-pregnancy/initiatives/gdm-health.yaml").read_text().splitlines()
    assert [lines[place.line - 1].strip() for place in places] == ["status: adopted"] * 4


def test_a_year_earlier_one_of_seven_had_adopted_it(ws: Workspace) -> None:
    facts = facts_of(ws, "diabetes-in-pregnancy", YEAR.before, TODAY)
    assert figure(facts, "A2", "gdm-health").fraction == "1 of 7"
    assert figure(facts, "A1", "at promising").value == 1
    later = facts_of(ws, "diabetes-in-pregnancy", YEAR, TODAY)
    assert figure(later, "A1", "moved up in the period").numerator >= 1


def test_23_of_25_leaders_completed_the_course(ws: Workspace) -> None:
    every = together_of(ws, [], YEAR, TODAY)
    assert figure(every, "L2", "CoP leadership programme 2026").said == "23 of 25 (92%)"
    assert figure(every, "L2", "communities started").value == 4


@pytest.mark.parametrize("code", SUMMED)
def test_the_whole_is_the_sum_of_its_parts(ws: Workspace, code: str) -> None:
    every = [facts_of(ws, name, COMMISSION, TODAY) for name in PLANS]
    parts = [(part.community.id, tuple(registry()[code].find(part))) for part in every]
    for one in summed(code, parts):
        same = [other for _, figures in parts for other in figures if other.label == one.label]
        assert one.amount.is_counted == any(other.amount.is_counted for other in same)
        same = [other for other in same if other.amount.is_counted]
        assert not same or one.numerator == pytest.approx(sum(other.numerator for other in same))
        assert (one.denominator or 0) == sum(other.denominator or 0 for other in same)
        assert len(one.counted) == sum(len(other.counted) for other in same)


def test_who_is_missing_where(ws: Workspace) -> None:
    every = together_of(ws, PLANS, COMMISSION, TODAY)
    found = coverage(every)
    assert set(found) == set(PLANS)
    assert all(counts["anytown-acute"] > 0 for counts in found.values())
    assert found["rehabilitation-and-personalised-care"]["borough"] > 0 == found["operational-teams"]["borough"]
    assert figure(every, "P2").denominator == len({key for part in every.parts for key in part.scope})
    assert figure(every, "P2").numerator == sum(
        any(key in homes for homes in found.values()) for key in {k for part in every.parts for k in part.scope}
    )
