"""Whatever hangs is a failure that is told at once, and every process that a test starts has a limit."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.sources import nodes, nodes_of

TESTS = Path(__file__).parent
WAITING = ("run", "call", "check_call", "check_output")
HANGING = """
import time
import pytest

@pytest.mark.timeout(0.5)
def test_waits(): time.sleep(60)

def test_after_it(): pass
"""


def without_limit(every: Sequence[ast.AST]) -> Iterator[int]:
    """Lines on which a process is started and waited for without end, or forked with no `end_in_time`."""
    called = [(ast.unparse(node.func), node) for node in every if isinstance(node, ast.Call)]
    names = {name for name, _ in called}
    for name, node in called:
        module, _, what = name.rpartition(".")
        if module == "subprocess" and what in WAITING and "timeout" not in {word.arg for word in node.keywords}:
            yield node.lineno
        if name == "os.fork" and "end_in_time" not in names:
            yield node.lineno


def test_no_test_waits_for_a_process_without_end() -> None:
    found = {path.relative_to(TESTS).as_posix(): list(without_limit(nodes(path))) for path in TESTS.rglob("*.py")}
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    "source", ["subprocess.run(['git'])", "subprocess.check_output(x, text=True)", "if os.fork(): pass"]
)
def test_each_kind_of_waiting_is_found(source: str) -> None:
    assert list(without_limit(nodes_of(source))) == [1]


def test_a_test_that_hangs_fails_and_the_next_one_is_run(tmp_path: Path) -> None:
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    (tmp_path / "test_it.py").write_text(HANGING)
    plugins = ("-p", "tests.limits", "-p", "no:cacheprovider", "-n1")
    command = [sys.executable, "-m", "pytest", *plugins, "-q", tmp_path]
    env = {**os.environ, "PYTHONPATH": str(TESTS.parent), "COLUMNS": "200"}
    ran = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, timeout=120)
    assert ran.returncode == 1
    assert "FAILED test_it.py::test_waits (call): Failed: Timeout (>0.5s) from pytest-timeout." in ran.stdout
    assert "1 failed, 1 passed in" in ran.stdout
