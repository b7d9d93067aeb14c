"""Each system call of each command fails in turn: nothing is issued, printed, counted or lost from it."""

import os
from collections.abc import Iterator

import pytest

from tests.markers.running import every_command
from tests.world.shim.errors import ERRORS, FIRST
from tests.world.shim.failing import CALLS, Fault
from tests.world.shim.lines import LINES
from tests.world.shim.trying import Bench, Trial, class_of, faults_of, judged

pytestmark = pytest.mark.needs("Unix")
SOME = {
    "calendar": ("settings of the programme", "folder of records", "lock"),
    "agenda": ("other record", "cache"),
    "new person": ("register",),
    "check": ("roll",),
}
"""What is tried each time, of some commands; of all of them is slow."""


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("GIT_")]:
            patch.delenv(name)
        yield Bench(tmp_path_factory.mktemp("shim"), patch)


def wrong(trials: list[Trial]) -> list[tuple[object, ...]]:
    return [(one.fault, one.wrong, one.said) for one in trials if one.wrong]


def test_every_command_has_a_line() -> None:
    assert LINES.keys() == set(every_command())


def test_every_kind_of_call_has_its_errors() -> None:
    assert ERRORS.keys() == {*CALLS, "open", "read", "create", "write", "flush", "lock"}


@pytest.mark.parametrize("command", SOME)
def test_some_calls_that_fail(command: str, bench: Bench) -> None:
    clean, met = bench.run(command)
    assert clean.code in (0, 1), clean
    one_of_each: dict[str, Trial] = {}
    for fault in faults_of(met, FIRST):
        what = class_of(fault.path)
        if what in SOME[command] and what not in one_of_each and fault.call not in ("look at", "follow"):
            one_of_each[what] = judged(command, fault, clean, bench.run(command, fault)[0])
    assert one_of_each.keys() == set(SOME[command])
    assert wrong([*one_of_each.values()]) == []


@pytest.mark.slow
@pytest.mark.parametrize(("turn", "command"), [*enumerate(LINES)], ids=LINES)
def test_a_call_on_each_kind_of_path_fails(turn: int, command: str, bench: Bench) -> None:
    """Paths, calls and errors take turns from command to command; `tests.world.shim --every` tries all of them."""
    clean, met = bench.run(command)
    assert clean.code in (0, 1), clean
    faults: dict[str, list[Fault]] = {}
    for fault in faults_of(met, ERRORS):
        faults.setdefault(class_of(fault.path), []).append(fault)
    kinds = [*faults.values()]
    chosen = [several[turn % len(several)] for several in kinds[turn % 2 :: 2] or kinds]
    assert chosen or not met
    found = [judged(command, fault, clean, bench.run(command, fault)[0]) for fault in chosen]
    assert wrong(found) == []
