"""Killed, crowded out and out of room: the files stay whole and no change is lost."""

import multiprocessing
import random
import subprocess
import sys
import time
from itertools import count
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from copkit.editing.refused import Refused
from copkit.editing.store import Change, apply, read_seen

FORKS = "forkserver" in multiprocessing.get_all_start_methods()
FRESH = multiprocessing.get_context("forkserver" if FORKS else "spawn")
if FORKS:
    FRESH.set_forkserver_preload([__name__])


def write_on(root: Path, ready: Connection) -> None:
    """Write two files together, over and over, each time with another number in them."""
    names = ["a.yaml", "b.yaml"]
    ready.send(True)
    for number in count(1):
        data = f"{number:06}\n".encode() * 20_000
        apply(root, [Change(root / name, data, read_seen(root / name)) for name in names])


def count_on(root: Path, times: int) -> None:
    """Add one to the number in a file, so many times, each time begun anew when somebody else was quicker."""
    path, done = root / "count", 0
    while done < times:
        seen = read_seen(path)
        try:
            apply(root, [Change(path, str(int(seen or b"") + 1).encode(), seen)])
        except Refused as refused:
            assert "since it was read" in str(refused) or "just now" in str(refused), refused
        else:
            done += 1


LIMITED = """
import resource, sys
from pathlib import Path
from copkit.editing.refused import Refused
from copkit.editing.store import Change, apply
path = Path(sys.argv[1]) / "a.yaml"
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    apply(path.parent, [Change(path, b"x" * 300_000, path.read_bytes())])
except Refused as refused:
    print(refused)
"""


def is_whole(path: Path) -> bool:
    data = path.read_bytes() if path.exists() else b""
    return not data or (len(data) == 7 * 20_000 and data == data[:7] * 20_000)


def killed(root: Path, times: int, hits: int = 0) -> tuple[int, int]:
    """How many files were torn by kills at random moments, and how many hit the middle of a write.

    It kills so many times, and goes on, five times as long at most, until so many have hit.
    """
    torn, middle, chance = 0, 0, random.Random(1)
    for number in range(5 * times):
        if number >= times and middle >= hits:
            break
        writer = writing(root)
        time.sleep(chance.uniform(0, 0.03))
        writer.kill()
        writer.join()
        torn += not (is_whole(root / "a.yaml") and is_whole(root / "b.yaml"))
        middle += bool(list(root.glob(".copkit-*.tmp")))
    return torn, middle


def writing(root: Path) -> BaseProcess:
    """A process that is about to write."""
    got, give = FRESH.Pipe(duplex=False)
    with got, give:
        writer = FRESH.Process(target=write_on, args=(root, give))
        writer.start()
        assert got.recv()
    return writer


def counted(root: Path, processes: int, times: int) -> int:
    (root / "count").write_text("0")
    running = [FRESH.Process(target=count_on, args=(root, times)) for _ in range(processes)]
    for process in running:
        process.start()
    for process in running:
        process.join()
    assert [process.exitcode for process in running] == [0] * processes
    return int((root / "count").read_text())


def test_files_are_whole_after_kills(tmp_path: Path) -> None:
    assert killed(tmp_path, 4)[0] == 0


@pytest.mark.slow
def test_files_are_whole_after_500_kills_and_the_next_run_sweeps(tmp_path: Path) -> None:
    torn, middle = killed(tmp_path, 500, hits=50)
    assert torn == 0 and middle >= 50
    writer = writing(tmp_path)
    time.sleep(0.3)
    left = list(tmp_path.glob(".copkit-*.tmp"))
    writer.kill()
    writer.join()
    assert len(left) <= 2  # those that it is writing itself


def test_two_writers_lose_nothing(tmp_path: Path) -> None:
    assert counted(tmp_path, 2, 25) == 50


@pytest.mark.slow
def test_three_writers_count_to_900(tmp_path: Path) -> None:
    assert counted(tmp_path, 3, 300) == 900


@pytest.mark.needs("Unix")
def test_a_file_over_the_limit_of_the_system_is_refused_and_the_old_one_stays(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"old")
    command = [sys.executable, "-c", LIMITED, str(tmp_path)]
    ran = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False, timeout=120)
    assert ran.returncode == 0 and "no room on the disk" in ran.stdout
    assert (tmp_path / "a.yaml").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == [".copkit.lock", "a.yaml"]
