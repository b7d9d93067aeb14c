"""What people used three months later, who asks for certificates, and how much hangs on one person."""

import random
from datetime import date
from itertools import combinations
from pathlib import Path

import networkx as nx  # type: ignore[import-untyped]
import pytest

from copkit.audience.figures import Known, shown
from copkit.metrics import Facts
from copkit.metrics.network import betweenness
from copkit.models.base import AUDIENCES
from copkit.workspace import Workspace
from tests.metrics.conftest import facts_of, figure, write

NOTES = "one/sessions/2026-05-12.notes.yaml"


def facts(root: Path, **files: str) -> Facts:
    """A community that met on 12 May, with a few files besides."""
    every = {
        "programme/people.yaml": "a: {name: A B}\nb: {name: B C}\nc: {name: C D}\n",
        "one/community.yaml": "id: one\n",
        NOTES: "present: [a, b]\nminutes_taken: 90\nminutes: {b: 30}\n",
    }
    return facts_of(write(root, every | {name.replace("__", "/"): text for name, text in files.items()}), "one")


def test_used_it_is_of_all_who_sent_the_form_back(tmp_path: Path) -> None:
    table = "used,what,happened\nyes,,\nyes,,Quicker\nno,,\n,,will do\nyes,,\n"
    found = figure(facts(tmp_path, **{"one/follow_up/2026-05-12.csv": table}), "V5")
    assert found.said == "3 of 5"
    assert [str(source.position) for source in found.counted] == ["communities/one/follow_up/2026-05-12.csv:1:1"]
    assert not shown({"V5": (found,)}, Known(), "members", 5).figures["V5"][0].hidden


def test_used_it_by_fewer_than_five_is_hidden_from_everybody(tmp_path: Path) -> None:
    found = figure(facts(tmp_path, **{"one/follow_up/2026-05-12.csv": "used\nyes\nyes\nno\nyes\n"}), "V5")
    for audience in AUDIENCES:
        assert shown({"V5": (found,)}, Known(), audience, 5).figures["V5"][0].hidden


def test_nobody_was_asked_yet(tmp_path: Path) -> None:
    assert figure(facts(tmp_path), "V5").said == "nobody was asked yet"
    another_year = {"one/follow_up/2025-05-13.csv": "used\nyes\n"}
    assert figure(facts(tmp_path, **another_year), "V5").said == "nobody was asked yet"


def test_hours_of_those_who_ask_for_certificates(tmp_path: Path) -> None:
    members = "- {who: a}\n- {who: b, certificate: yes}\n- {who: c, certificate: yes}\n"
    found = facts(tmp_path, **{"one/members.yaml": members})
    assert figure(found, "L1").said == "2"
    assert figure(found, "L1", "asked for certificates").said == "1 of 2"
    assert figure(found, "L1", "for certificates").said == "0.50"
    hours = figure(found, "L1", "for certificates")
    assert shown({"L1": (hours,)}, Known(), "public", 5).figures == {"L1": ()}


def test_nobody_asked_for_a_certificate(tmp_path: Path) -> None:
    for label in ("asked for certificates", "for certificates"):
        assert figure(facts(tmp_path), "L1", label).said == "no member is noted as asking for certificates"


def test_betweenness_of_the_worked_example(oracle: Workspace) -> None:
    eight = facts_of(oracle, "eight")
    pairs = [tuple(sorted(p.id for p in line.people)) for line in eight.said("connect")]
    found = betweenness((a, b) for a, b in pairs)
    assert {key: value for key, value in found.items() if value} == {"a1": 3, "c1": 3}


@pytest.mark.parametrize("seed", range(12))
def test_betweenness_agrees_with_networkx(seed: int) -> None:
    rng = random.Random(seed)
    people = [f"p{number:02}" for number in range(rng.randint(2, 40))]
    pairs = [pair for pair in combinations(people, 2) if rng.random() < rng.choice([0.03, 0.1, 0.5])]
    judge = nx.betweenness_centrality(nx.Graph(pairs), normalized=False)
    assert betweenness(pairs) == pytest.approx(judge)
    assert list(betweenness(pairs)) == list(betweenness(reversed(pairs))), "the order of the lines changes nothing"


def test_how_much_hangs_on_one_person(tmp_path: Path) -> None:
    """A star of thirty: every way between two of the others leads through the middle."""
    people = [f"p{number:02}" for number in range(30)]
    lines = "".join(f"  connect: p00 + {other} | x\n" for other in people[1:])
    files = {
        "programme/people.yaml": "".join(f"{key}: {{name: Person {key}}}\n" for key in people),
        NOTES: f"present: [p00]\ncapture: |\n{lines}",
    }
    found = figure(facts(tmp_path, **files), "C9", "through one person")
    assert found.said == "406 of 406"
    assert "p00" not in repr(found), "nobody is named"


def test_with_fewer_than_thirty_nothing_is_said(oracle: Workspace) -> None:
    from copkit.metrics import registry

    labels = {one.label for one in registry()["C9"].find(facts_of(oracle, "eight"))}
    assert "through one person" not in labels
    assert date(2026, 7, 31) == facts_of(oracle, "eight").day
