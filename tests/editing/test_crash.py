"""Killed, crowded out and out of room: the files stay whole and no change is lost."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

WRITER = """
import sys
from pathlib import Path
from copkit.editing.store import Change, apply, read_seen
root = Path(sys.argv[1])
names = ["a.yaml", "b.yaml"]
print("ready", flush=True)
number = 0
while True:
    number += 1
    data = f"{number:06}\\n".encode() * 20_000
    apply(root, [Change(root / name, data, read_seen(root / name)) for name in names])
"""

COUNTER = """
import sys
from pathlib import Path
from copkit.editing.refused import Refused
from copkit.editing.store import Change, apply, read_seen
path = Path(sys.argv[1]) / "count"
done = 0
while done < int(sys.argv[2]):
    seen = read_seen(path)
    try:
        apply(path.parent, [Change(path, str(int(seen) + 1).encode(), seen)])
    except Refused as refused:
        assert "since it was read" in str(refused) or "just now" in str(refused), refused
    else:
        done += 1
"""

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


def start(code: str, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen([sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, text=True)


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
        writer = start(WRITER, str(root))
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(chance.uniform(0, 0.03))
        writer.kill()
        writer.wait()
        writer.stdout.close()
        torn += not (is_whole(root / "a.yaml") and is_whole(root / "b.yaml"))
        middle += bool(list(root.glob(".copkit-*.tmp")))
    return torn, middle


def counted(root: Path, processes: int, times: int) -> int:
    (root / "count").write_text("0")
    running = [start(COUNTER, str(root), str(times)) for _ in range(processes)]
    assert [process.wait() for process in running] == [0] * processes
    for process in running:
        assert process.stdout is not None
        process.stdout.close()
    return int((root / "count").read_text())


def test_files_are_whole_after_kills(tmp_path: Path) -> None:
    assert killed(tmp_path, 4)[0] == 0


@pytest.mark.slow
def test_files_are_whole_after_500_kills_and_the_next_run_sweeps(tmp_path: Path) -> None:
    torn, middle = killed(tmp_path, 500, hits=50)
    assert torn == 0 and middle >= 50
    writer = start(WRITER, str(tmp_path))
    assert writer.stdout is not None
    writer.stdout.readline()
    time.sleep(0.3)
    left = list(tmp_path.glob(".copkit-*.tmp"))
    writer.kill()
    writer.wait()
    writer.stdout.close()
    assert len(left) <= 2  # those that it is writing itself


def test_two_writers_lose_nothing(tmp_path: Path) -> None:
    assert counted(tmp_path, 2, 25) == 50


@pytest.mark.slow
def test_three_writers_count_to_900(tmp_path: Path) -> None:
    assert counted(tmp_path, 3, 300) == 900


@pytest.mark.needs("Unix")
def test_a_file_over_the_limit_of_the_system_is_refused_and_the_old_one_stays(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"old")
    process = start(LIMITED, str(tmp_path))
    output, _ = process.communicate()
    assert process.returncode == 0 and "no room on the disk" in output
    assert (tmp_path / "a.yaml").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == [".copkit.lock", "a.yaml"]
