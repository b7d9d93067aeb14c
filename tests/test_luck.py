"""No test depends on luck: what is drawn is drawn the same in every run, and no bound is in seconds."""

import ast
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import settings

from tests.sources import nodes, nodes_of

TESTS = Path(__file__).parent
DRAWN = set(dir(random)) - {"Random"}
STEADY = {"deadline": "None", "derandomize": "True", "database": "None"}
CLOCKS = {"perf_counter", "monotonic", "process_time", "thread_time"}
RACES = ("benchmarks/", "slow/killing.py", "pace.py")
"""What looks at a clock: benchmarks, the best of some tries; kills, which need a moment; and the pace."""


def luck_in(every: Sequence[ast.AST]) -> Iterator[str]:
    """Where a file draws from no seed, sets Hypothesis otherwise, or looks at a clock."""
    imports = [node for node in every if isinstance(node, ast.Import)]
    modules = {one.asname or one.name for node in imports for one in node.names}
    for node in every:
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in modules:
            if node.value.id == "random" and node.attr in DRAWN:
                yield f"random.{node.attr}"
            if node.value.id == "time" and node.attr in CLOCKS:
                yield f"time.{node.attr}"
        if isinstance(node, ast.ImportFrom) and node.module == "time":
            yield from (f"time.{one.name}" for one in node.names if one.name in CLOCKS)
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", None) or getattr(node.func, "id", "")
            if name in ("Random", "SystemRandom") and not node.args:
                yield f"{name}()"
            if name == "settings":
                said = {str(word.arg): ast.unparse(word.value) for word in node.keywords}
                yield from (name for name, value in said.items() if STEADY.get(name, value) != value)


def test_no_test_draws_lots_or_looks_at_a_clock() -> None:
    found = {path.relative_to(TESTS).as_posix(): set(luck_in(nodes(path))) for path in TESTS.rglob("*.py")}
    assert len(found) > 250
    assert found["benchmarks/measure.py"] == {"time.perf_counter"}, "the scan must see what it looks for"
    assert {name: luck for name, luck in found.items() if luck and not name.startswith(RACES)} == {}


@pytest.mark.parametrize(
    ("source", "luck"),
    [
        ("import random\nrandom.choice([1])", "random.choice"),
        ("import random\nrandom.Random()", "Random()"),
        ("from random import Random\nRandom()", "Random()"),
        ("import time\ntime.perf_counter()", "time.perf_counter"),
        ("from time import monotonic", "time.monotonic"),
        ("@settings(max_examples=3, deadline=200)\ndef f(): ...", "deadline"),
    ],
)
def test_each_kind_of_luck_is_found(source: str, luck: str) -> None:
    assert list(luck_in(nodes_of(source))) == [luck]


def test_seeds_and_numbers_of_examples_are_no_luck() -> None:
    assert not list(luck_in(nodes_of("from random import Random\nRandom(3).choice([1])")))
    assert not list(luck_in(nodes_of("@settings(max_examples=3, deadline=None)\ndef f(): ...")))


def test_hypothesis_draws_the_same_however_long_it_takes() -> None:
    if settings.get_current_profile_name() == "same":
        ours = settings.default
        assert (ours.derandomize, ours.deadline, ours.database) == (True, None, None)
