"""The worked example: every number here was counted by hand before it was counted by copkit."""

import pytest

from copkit.metrics import Facts
from copkit.metrics.connections import organisations_reached
from copkit.metrics.members import level_of, roll
from copkit.metrics.network import shared_sessions
from copkit.workspace import Workspace
from tests.metrics.conftest import Read, facts_of, figure, together_of


@pytest.fixture(scope="module")
def facts(oracle: Workspace) -> Facts:
    return facts_of(oracle, "eight")


def test_the_example_is_read_without_a_finding(oracle: Workspace) -> None:
    assert [str(one) for one in oracle.findings] == []


def test_the_roll_of_each_session(facts: Facts) -> None:
    assert [len(roll(facts, facts.community.on_roll(one.date))) for one in facts.held] == [7, 7, 8, 8]


@pytest.mark.parametrize(
    ("code", "label", "said"),
    [
        ("D1", "", "4 of 4"),
        ("M1", "", "8"),
        ("M1", "joined", "8"),
        ("M2", "", "7"),
        ("M2", "with guests", "7"),
        ("M3", "", "19"),
        ("M3", "mean", "4.75"),
        ("M4", "", "19 of 30 (63%)"),
        ("M6", "", "4 of 5"),
        ("M7", "2026-04-14", "4 of 4"),
        ("M7", "2026-05-12", "1 of 4"),
        ("M7", "2026-06-09", "2 of 5"),
        ("M7", "2026-07-14", "0 of 6"),
        ("M7", "", "7 of 19 (37%)"),
        ("R1", "", "4 of 4"),
        ("R1", "out of scope", "0"),
        ("R2", "acute", "8 of 19 (42%)"),
        ("R3", "", "8 of 19 (42%)"),
        ("R3", "acute", "8 of 19 (42%)"),
        ("R3", "council", "5 of 19 (26%)"),
        ("R3", "mh", "4 of 19 (21%)"),
        ("R3", "hospice", "2 of 19 (11%)"),
        ("R3", "index", "0.3019"),
        ("R3", "effective number", "3.31"),
        ("R4", "", "2 of 4"),
        ("R4", "attendances", "2 of 19 (11%)"),
        ("R5", "", "0 of 4"),
        ("R6", "", "4 of 4"),
        ("C1", "", "6"),
        ("C1", "distinct pairs", "5"),
        ("C1", "first-time pairs", "5"),
        ("C2", "", "4 of 5"),
        ("C2", "by chance", "17 of 21 (81%)"),
        ("C2", "ratio", "0.99"),
        ("C3", "", "0.60"),
        ("C3", "by chance", "0.62"),
        ("C4", "", "4 of 6"),
        ("C5", "", "3 of 4"),
        ("C6", "", "1 of 6"),
        ("C8", "once or more", "18 of 21 (86%)"),
        ("C8", "", "13 of 21 (62%)"),
        ("C8", "three times or more", "5 of 21 (24%)"),
        ("C9", "", "1 of 7"),
        ("C9", "2", "2 of 7"),
        ("C9", "1", "1 of 7"),
        ("C9", "0", "3 of 7"),
        ("A1", "", "1"),
        ("A1", "at spreading", "1"),
        ("A2", "", "4 of 7"),
        ("A3", "", "3 of 7"),
        ("A3", "coverage", "7 of 7"),
        ("A4", "", "25"),
        ("A5", "", "1"),
        ("A5", "with evidence", "0 of 1"),
        ("L1", "", "28.50"),
        ("X1", "", "1"),
        ("X1", "took something", "1 of 1"),
        ("X1", "selected from us", "0 of 1"),
    ],
)
def test_a_number_of_the_eight(eight: Read, code: str, label: str, said: str) -> None:
    assert eight(code, label).said == said


def test_exactly_one_came_twice_and_is_not_connected(eight: Read) -> None:
    (source,) = eight("C6").counted
    assert source.what.endswith(" c2")


def test_how_many_other_organisations_each_person_reached(facts: Facts) -> None:
    reached = organisations_reached(facts)
    assert {key: len(others) for key, others in reached.items()} == {"c1": 3, "a1": 2, "m1": 2, "h1": 1}


def test_who_came_to_how_many_of_the_sessions_they_could_come_to(facts: Facts) -> None:
    came = {key: len(there) for key, there in facts.came.items()}
    assert came == {"a1": 4, "a2": 3, "a3": 1, "m1": 4, "c1": 3, "c2": 2, "h1": 2}
    levels = level_of(facts)
    assert {key: levels[key] for key in ("a3", "m2", "c2", "h1")} == {
        "a3": "occasional", "m2": "peripheral", "c2": "new", "h1": "active",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("code", "label", "said"),
    [
        ("W1", "opened", "2"),
        ("W1", "closed", "1"),
        ("W1", "", "1 of 2"),
        ("W1", "on time", "1 of 2"),
        ("W1", "median", "19"),
        ("W1", "overdue", "1 of 1"),
        ("W1", "longest overdue", "7"),
        ("W1", "since the first date", "17"),
        ("W2", "", "1"),
        ("W2", "with authority in the room", "1 of 1"),
        ("W3", "", "1 of 1"),
        ("M2", "with guests", "9"),
        ("M8", "", "8 of 9"),
        ("V4", "response", "6 of 9"),
        ("V4", "worth my time", "5 of 6"),
        ("V4", "I felt heard", "5 of 6"),
        ("V4", "met someone useful", "4 of 6"),
        ("V4", "will use something", "4 of 6"),
        ("V4", "only here", "nothing to count"),
        ("V4", "confidence before", "2.83"),
        ("V4", "confidence after", "3.83"),
        ("V4", "confidence change", "1"),
        ("V4", "confidence improved", "4 of 6"),
        ("L1", "", "13.37"),
        ("X1", "", "1"),
        ("X1", "brought something back", "1 of 1"),
    ],
)
def test_a_number_of_the_sample(sample: Read, code: str, label: str, said: str) -> None:
    assert sample(code, label).said == said


def test_scores_of_a_challenge_and_a_course(oracle: Workspace) -> None:
    every = together_of(oracle, ["eight", "sample"])
    assert figure(every, "X2", "Falls response car").said == "3.88"
    assert figure(every, "X2", "One shared form").said == "4.38"
    assert figure(every, "L2").said == "6 of 8"
    assert figure(every, "L2", "communities started").said == "1"


def test_people_of_both_communities_are_counted_once(oracle: Workspace) -> None:
    every = together_of(oracle, ["eight", "sample"])
    assert figure(every, "P1").said == "12"
    assert figure(every, "P1", "sum over communities").said == "13"
    assert figure(every, "P1", "in two communities or more").said == "1 of 12 (8%)"


def test_pairs_by_the_sessions_they_shared(facts: Facts) -> None:
    numbers = {one.session.id: place for place, one in enumerate(facts.attended)}
    came = {key: [numbers[one.session.id] for one in there] for key, there in facts.came.items()}
    assert shared_sessions(came) == {0: 3, 1: 5, 2: 8, 3: 4, 4: 1}
