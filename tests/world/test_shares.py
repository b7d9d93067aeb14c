"""Communities shared out among processes: the same findings in the same order, whatever becomes of a process."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from copkit.checks import check
from copkit.checks.runner import Checked
from copkit.findings import Finding
from copkit.workspace import Folder
from copkit.workspace.tree import Bytes
from copkit.world import shares
from tests.benchmarks.generate import SIZES, generate

TODAY = date(2027, 6, 30)  # long after the last session, so that there is much to find
STARTS = ["fork", "spawn"] if sys.platform == "linux" else ["spawn"]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("many")
    generate(root, SIZES["S"])
    return root


@pytest.fixture
def small_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shares, "FILES", 100)
    monkeypatch.setattr(shares, "FILES_AFRESH", 100)


def found(tree: Folder, jobs: int, start: str = "") -> list[Finding]:
    return list(check(tree, today=TODAY, each=partial(shares.shared_out, jobs=jobs, start=start)))


@pytest.mark.slow
@pytest.mark.usefixtures("small_is_large")
@pytest.mark.parametrize("start", STARTS)
def test_two_processes_find_the_same_in_the_same_order(root: Path, start: str) -> None:
    alone = list(check(Folder(root), today=TODAY))
    assert len({finding.position.path for finding in alone}) > 10
    assert found(Folder(root), 2, start) == alone


@pytest.mark.usefixtures("small_is_large")
def test_processes_are_really_started(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[int, str]] = []

    def among(crew: object, names: list[str], jobs: int, start: str) -> Iterator[Checked]:
        asked.append((jobs, start))
        return iter(())

    monkeypatch.setattr(shares, "among", among)
    assert found(Folder(root), 3, "spawn") == found(Folder(root), 1)
    assert asked == [(3, "spawn")]


def test_a_small_workspace_is_checked_by_one_process(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shares, "among", None)
    assert len(found(Folder(root), 8)) > 10


class Deadly(Folder):
    """Ends the process that reads one of its files, unless it is the one that began."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.first = os.getpid()

    def read(self, path: str) -> Bytes:
        if os.getpid() != self.first and path.startswith("communities/medicines-3/"):
            os._exit(1)
        return super().read(path)


@pytest.mark.slow
@pytest.mark.needs("Linux")
@pytest.mark.usefixtures("small_is_large")
def test_what_an_ended_process_left_is_still_checked(root: Path) -> None:
    assert found(Deadly(root), 2, "fork") == list(check(Folder(root), today=TODAY))


SLOW = """
import os, sys, time
from datetime import date
from functools import partial
from pathlib import Path
from copkit.checks import check
from copkit.world import shares
from copkit.workspace import Folder

class Slow(Folder):
    def read(self, path):
        if os.getpid() != first and path.endswith("community.yaml"):
            print(os.getpid(), flush=True)
            time.sleep(60)
        return super().read(path)

first, shares.FILES = os.getpid(), 1
list(check(Slow(Path(sys.argv[1])), today=date(2027, 6, 30), each=partial(shares.shared_out, jobs=2, start="fork")))
"""


@pytest.mark.slow
@pytest.mark.needs("Linux")
def test_no_process_outlives_the_one_that_began(root: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", SLOW, root], stdout=subprocess.PIPE) as first:
        assert first.stdout is not None
        others = {first.stdout.readline() for _ in range(2)}
        first.kill()
        rest, _ = first.communicate(timeout=60)  # it ends when nobody is left who could write
    assert len(others) == 2
    assert rest == b""


@pytest.mark.usefixtures("small_is_large")
def test_where_no_process_can_be_started_one_does_it_all(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError("no semaphores here")

    monkeypatch.setattr("concurrent.futures.process.ProcessPoolExecutor", refused)
    assert found(Folder(root), 2) == list(check(Folder(root), today=TODAY))
