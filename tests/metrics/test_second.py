"""Every figure counted twice: by copkit, and by an engine that shares no code with it. Both must say the same."""

import ast
from datetime import date
from pathlib import Path

import pytest

from copkit.metrics import registry
from tests.metrics.second import engine
from tests.metrics.second.beside import differences, same
from tests.metrics.second.door import First
from tests.metrics.second.plain import Texts, texts_of
from tests.metrics.second.rounds import Round, over
from tests.metrics.second.view import View

SECOND = Path(__file__).parent / "second"
SEEDS = range(100)
VALUED = 30
"""So many figures of each code have a value over the seeds: what is always nought or nothing compares nothing."""


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Round:
    return over(SEEDS, tmp_path_factory.mktemp("seeds"), periods=2)


def test_it_knows_copkit_through_one_door_alone() -> None:
    knowing = set()
    for path in SECOND.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [one.name for one in node.names] if isinstance(node, ast.Import) else []
            assert not (isinstance(node, ast.ImportFrom) and node.level), "imports are written in full"
            assert not any(name.startswith(("importlib", "runpy")) for name in names), path.name
            knowing |= {path.name for name in names if name.split(".")[0] == "copkit"}
    assert knowing == {"door.py"}


def test_what_counts_does_not_know_the_door() -> None:
    """The door, what lies beside it and the rounds look at both engines; none of the second engine imports them."""
    counting = {
        "plain",
        "lines",
        "who",
        "view",
        "network",
        *(one.__name__.split(".")[-1] for one in engine.FAMILIES),
    }
    for name in (*counting, "engine"):
        text = (SECOND / f"{name}.py").read_text(encoding="utf-8")
        assert "second.door" not in text and "second.rounds" not in text, name


def test_every_code_of_the_registry_is_counted_twice() -> None:
    assert {*engine.OF_A_COMMUNITY, *engine.OF_ALL} == set(registry())


def test_both_engines_say_the_same_of_a_hundred_seeds(both: Round) -> None:
    assert both.found[:5] == []


@pytest.mark.slow
def test_both_engines_say_the_same_of_more_seeds_over_every_period(tmp_path: Path) -> None:
    """Twenty that the quick round does not draw."""
    assert over(range(5000, 5020), tmp_path).found[:5] == []


def test_each_code_was_compared_with_figures_that_have_a_value(both: Round) -> None:
    assert {code: both.valued[code] for code in registry() if both.valued[code] < VALUED} == {}


def test_both_say_the_same_of_the_demonstration_and_of_the_worked_example() -> None:
    project = Path(__file__).parents[2]
    for root in (project, project / "tests" / "metrics" / "oracle"):
        first, plain = First(root), Texts(texts_of(root))
        period, today = (date(2026, 4, 1), date(2027, 3, 31)), date(2026, 11, 27)
        views = [View(plain, name, period, today) for name in plain.communities()]
        for view in views:
            ours = first.community(view.id, period, today, None)
            assert differences(ours, engine.community(view)) == [], view.id
        whole = engine.together(plain, views, period, today)
        assert differences(first.together(plain.communities(), period, today), whole) == []


def test_a_figure_that_is_off_by_one_is_seen() -> None:
    """The judge itself: neither a numerator nor a denominator nor a value that is missing passes."""
    right = engine.Answer(0.5, 2, 4)
    assert same(right, right)
    for wrong in (right._replace(top=1), right._replace(bottom=5), right._replace(value=None), None):
        assert not same(wrong, right)


def test_a_number_hidden_behind_a_reason_is_seen_and_nought_is_not() -> None:
    nothing = engine.Answer(None)
    assert same(nothing, engine.Answer(0, 0, 3)) and same(nothing, None)
    assert not same(nothing, engine.Answer(1)) and not same(engine.Answer(0), nothing)
