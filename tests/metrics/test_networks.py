"""Network figures agree with networkx, on the worked example and on communities made by a seed."""

import random
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

import networkx as nx  # type: ignore[import-untyped]
import pytest

from copkit.metrics import Facts
from copkit.metrics.connections import Net, organisations_reached
from copkit.metrics.network import shared_sessions
from copkit.workspace import Workspace
from tests.metrics.conftest import ORACLE, PERIOD, facts_of, figure, write

HOMES = ("acute", "mh", "council", "hospice", "patients")


def made(root: Path, seed: int) -> Workspace:
    """Forty people of five organisations, six sessions, some sixty connections."""
    rng = random.Random(seed)
    people = {f"p{number}": rng.choice(HOMES) for number in range(40)}
    days = [PERIOD.start + timedelta(days=7 + 17 * number) for number in range(6)]
    files = {
        "programme/programme.yaml": "host: council\n",
        "programme/organisations.yaml": (ORACLE / "communities/programme/organisations.yaml").read_text(),
        "programme/people.yaml": "".join(
            f"{key}: {{name: Person {key}, organisation: {home}}}\n" for key, home in people.items()
        ),
        "many/community.yaml": "id: many\nname: Many people\n",
        "many/members.yaml": "".join(f"- {{who: {key}}}\n" for key in people),
    }
    for day in days:
        there = rng.sample(sorted(people), rng.randint(8, 25))
        lines = "".join(f"  connect: {a} + {b} | work\n" for a, b in (rng.sample(there, 2) for _ in range(10)))
        files[f"many/sessions/{day}.notes.yaml"] = f"present: [{', '.join(there)}]\ncapture: |\n{lines}"
    return write(root, files)


@pytest.fixture(params=["oracle", 1, 2, 3])
def facts(request: pytest.FixtureRequest, oracle: Workspace, tmp_path: Path) -> Facts:
    if request.param == "oracle":
        return facts_of(oracle, "eight")
    return facts_of(made(tmp_path, request.param), "many", today=date(2026, 7, 31))


@pytest.fixture
def graph(facts: Facts) -> nx.Graph:
    """The recorded connections as a graph whose people know where they work."""
    found = nx.Graph()
    for line in facts.said("connect"):
        found.add_edges_from(combinations([person.id for person in line.people], 2))
    people = facts.shared.people
    nx.set_node_attributes(found, {key: people[key].organisation for key in found}, "home")
    return found


def test_pairs_and_how_many_cross(facts: Facts, graph: nx.Graph) -> None:
    assert figure(facts, "C1", "distinct pairs").value == graph.number_of_edges()
    mixed = nx.attribute_mixing_dict(graph, "home")
    inner = sum(mixed[home].get(home, 0) for home in mixed) // 2
    assert figure(facts, "C2").numerator == graph.number_of_edges() - inner
    assert figure(facts, "C3").value == pytest.approx(1 - 2 * inner / graph.number_of_edges())


def test_what_chance_would_give(facts: Facts) -> None:
    homes: dict[str, list[str]] = {}
    for key, home in facts.home.items():
        homes.setdefault(home, []).append(key)
    apart = nx.complete_multipartite_graph(*(len(group) for group in homes.values()))
    chance = figure(facts, "C2", "by chance")
    assert chance.value == pytest.approx(nx.density(apart))
    assert chance.numerator == apart.number_of_edges()


def test_organisations_linked_and_through_the_host(facts: Facts, graph: nx.Graph) -> None:
    groups: dict[str, set[str]] = {}
    for key, home in graph.nodes(data="home"):
        groups.setdefault(home, set()).add(key)
    between = nx.quotient_graph(graph, list(groups.values()))
    assert figure(facts, "C4").numerator == between.number_of_edges()
    across = [(a, b) for a, b in graph.edges if graph.nodes[a]["home"] != graph.nodes[b]["home"]]
    cut = nx.cut_size(graph.edge_subgraph(across).copy(), [key for key in groups["council"] if key in graph])
    assert figure(facts, "C5").fraction == f"{cut} of {len(across)}"


def test_organisations_that_each_person_reached(facts: Facts, graph: nx.Graph) -> None:
    home = dict(graph.nodes(data="home"))
    reached = {key: {home[other] for other in graph[key]} - {home[key]} for key in graph}
    assert organisations_reached(facts) == {key: others for key, others in reached.items() if others}


def test_chances_to_meet(facts: Facts) -> None:
    both = nx.Graph((key, one.session.id) for key, there in facts.came.items() for one in there)
    people = nx.bipartite.weighted_projected_graph(both, list(facts.came))
    weights = [weight for _, _, weight in people.edges(data="weight")]
    for label, least in (("once or more", 1), ("", 2), ("three times or more", 3)):
        assert figure(facts, "C8", label).numerator == sum(weight >= least for weight in weights)
    assert figure(facts, "C8", "once or more").value == pytest.approx(nx.density(people))


def test_a_table_is_a_chance_to_meet_even_once(tmp_path: Path) -> None:
    ws = write(
        tmp_path,
        {
            "programme/people.yaml": "a: {name: A B}\nb: {name: B C}\nc: {name: C D}\n",
            "one/community.yaml": "id: one\n",
            "one/sessions/2026-05-12.notes.yaml": "present: [a, b, c]\ntables_sat: [[a, b], [c]]\n",
        },
    )
    assert figure(facts_of(ws, "one"), "C8").fraction == "1 of 3"


def test_a_line_of_three_makes_three_pairs_and_one_seen_before_is_not_new(tmp_path: Path) -> None:
    ws = write(
        tmp_path,
        {
            "programme/people.yaml": "a: {name: A B}\nb: {name: B C}\nc: {name: C D}\n",
            "one/community.yaml": "id: one\n",
            "one/sessions/2026-03-10.notes.yaml": "present: [a]\ncapture: |\n  connect: a + b | x\n",
            "one/sessions/2026-05-12.notes.yaml": "present: [a]\ncapture: |\n  connect: a + b + c | y\n",
        },
    )
    facts = facts_of(ws, "one")
    assert [figure(facts, "C1", label).value for label in ("", "distinct pairs", "first-time pairs")] == [3, 3, 2]
    assert figure(facts, "C2").said == "the register does not say where those who came work"
    assert len(Net(facts).distinct) == 3


def test_people_with_the_same_sessions_are_counted_in_one_go() -> None:
    found = shared_sessions({f"p{number}": [0, 1] if number % 2 else [1] for number in range(5000)})
    assert found == {1: 2500 * 2500 + 2500 * 2499 // 2, 2: 2500 * 2499 // 2}
