"""Another clock, language, folder or line end: the same bytes. A stop in the middle: nothing half-made."""

import errno
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.hostile.places import COMMUNITY, DAY, ISSUED, PLAN, SESSION, calm, put
from tests.shell import ROOT, copkit, snapshot, trust

TODAY = ("--today", DAY)
posix = pytest.mark.needs("Unix")


def everything(root: Path, *, cwd: Path | None = None, **env: str) -> dict[str, bytes]:
    """Plan, issue and print all there is, each in a process of its own; every file that came of it."""
    ours = {**os.environ, "PYTHONPATH": str(ROOT), **env}
    for words in (
        ("schedule",),
        ("calendar", "--all"),
        ("calendar", COMMUNITY, SESSION),
        ("agenda", COMMUNITY, SESSION, "--format", "html,pdf,docx,md,txt"),
    ):
        command = [sys.executable, "-m", "copkit", *words, *TODAY, *(("--root", str(root)) if cwd else ())]
        done = subprocess.run(command, cwd=cwd or root, env=ours, capture_output=True, check=False, timeout=60)
        assert (done.returncode, done.stderr) == (0, b"")
    files = {
        path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()
    }
    del files[".copkit.lock"], files["private/undo.json"]  # which tells when, in this very place
    assert len(files) > 20
    return files


PLACES: dict[str, dict[str, str]] = {
    "Auckland": {"TZ": "Pacific/Auckland"},
    "C": {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"},
    "Turkish": {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
    "hashes": {"PYTHONHASHSEED": "12345"},
    "terminal": {"COLUMNS": "20", "TERM": "dumb", "NO_COLOR": "1"},
}


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with one plan by hand in it, and its copies."""
    from tests.cli.year.conftest import FILES, write_files
    from tests.hostile.conftest import PLAN_TEXT

    root = write_files(tmp_path_factory.mktemp("here"), FILES)
    put(root, PLAN, PLAN_TEXT.replace("Anytown Library", "Bibliothèque – Ålesund, Iğdır"))
    return root


LOOKS = (("check",), ("next",), ("agenda", COMMUNITY, SESSION), ("actions",), ("schedule", "--dry-run"))
"""Commands that write nothing but what is made again at any time."""


@pytest.fixture(scope="module")
def expected(here: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    root = tmp_path_factory.mktemp("expected") / "work"
    shutil.copytree(here, root)
    return everything(root)


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES)
def test_the_same_bytes_wherever_it_runs(
    place: str, here: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    root = tmp_path / "work"
    shutil.copytree(here, root)
    assert everything(root, **PLACES[place]) == expected


@pytest.mark.slow
def test_the_same_bytes_in_another_folder_and_from_another(
    here: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    root = tmp_path / "a folder é with [red] % {{ }} in its name"
    shutil.copytree(here, root)
    assert everything(root, cwd=tmp_path) == expected


@pytest.mark.slow
def test_windows_line_ends_change_no_output(here: Path, expected: dict[str, bytes], tmp_path: Path) -> None:
    root = tmp_path / "work"
    shutil.copytree(here, root)
    for path in root.rglob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    made = {path: data for path, data in everything(root).items() if path.startswith("build/")}
    assert made == {path: data for path, data in expected.items() if path.startswith("build/")}


@pytest.mark.parametrize("day", ["1970-01-02", "2099-12-31"])
def test_a_clock_that_is_wrong_by_decades_changes_no_file_that_is_there(day: str, planned: Path) -> None:
    """It plans a year that nobody wants, says which, and when that is deleted all is as it would have been."""
    before = snapshot(planned)
    right = {words: copkit(*words, *TODAY, root=planned) for words in LOOKS}
    for words in LOOKS:
        ran = copkit(*words, "--today", day, root=planned)
        calm(ran)
        assert ran.code in (0, 1), ran.err
    assert snapshot(planned) == before, "looking writes nothing"
    told = copkit("schedule", "--today", day, root=planned)
    assert (told.code, told.out.count(" new\n")) == (0, 10)
    assert f"{int(day[:4]) - (day < f'{day[:4]}-04')}-" in told.out.split("\n")[0], "the year stands at the top"
    assert copkit("calendar", "--today", day, root=planned).code == 0
    made = snapshot(planned).keys() - before.keys()
    assert {path: data for path, data in snapshot(planned).items() if path in before} == before
    assert len(made) == 11 and ISSUED in made
    assert all(path == ISSUED or path.split("/")[-1][:2] == day[:2] or "/2100-" in path for path in made)
    for path in made:
        (planned / path).unlink()
    assert {words: copkit(*words, *TODAY, root=planned) for words in LOOKS} == right


def test_a_second_run_writes_nothing(planned: Path) -> None:
    def all_of_it() -> dict[str, int]:
        copkit("schedule", *TODAY, root=planned)
        copkit("calendar", *TODAY, root=planned)
        copkit("agenda", "--format", "html,pdf,docx,md,txt", *TODAY, root=planned)
        files = [path for path in planned.rglob("*") if path.is_file()]
        return {path.as_posix(): path.stat().st_mtime_ns for path in files}

    assert all_of_it() == all_of_it()


@posix
@pytest.mark.parametrize(
    "words", [("schedule",), ("calendar",), ("move", SESSION, "2026-06-16", "--because", "Rain")]
)
def test_a_read_only_folder_is_told_and_nothing_is_lost(words: tuple[str, ...], planned: Path) -> None:
    folders = [planned / "communities" / COMMUNITY, planned / "communities" / COMMUNITY / "sessions"]
    before = snapshot(planned)
    for folder in folders:
        folder.chmod(0o555)
    try:
        ran = copkit(*words, *TODAY, root=planned)
    finally:
        for folder in folders:
            folder.chmod(0o755)
    calm(ran)
    assert (ran.code, "read-only" in ran.err) == (3, True)
    assert snapshot(planned) == before


@pytest.mark.parametrize(
    "words",
    [
        ("schedule",),
        ("calendar",),
        ("agenda", "--format", "pdf"),
        ("move", SESSION, "2026-06-16", "--because", "Rain"),
    ],
)
def test_a_full_disk_is_named_and_nothing_is_lost(
    words: tuple[str, ...], planned: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    before = snapshot(planned)
    monkeypatch.setattr(os, "fsync", full)
    ran = copkit(*words, *TODAY, root=planned)
    calm(ran)
    assert (ran.code, "no room on the disk" in ran.err) == (3, True)
    assert snapshot(planned) == before
    assert [path.name for path in planned.rglob(".copkit-*")] == []
    monkeypatch.undo()
    assert copkit(*words, *TODAY, root=planned).code == 0


def test_what_is_edited_while_a_command_runs_is_kept(planned: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from copkit.editing import store

    real = store.locked

    def edited(root: Path, *wait: float) -> object:
        if "By hand" not in (planned / PLAN).read_text(encoding="utf-8"):
            put(planned, PLAN, "date: 2026-06-09\ntheme: By hand, just now\n")
        return real(root, *wait)

    monkeypatch.setattr(store, "locked", edited)
    ran = copkit("move", SESSION, "2026-06-16", "--because", "Rain", *TODAY, root=planned)
    calm(ran)
    assert (ran.code, ran.err) == (0, "")
    text = (planned / PLAN).read_text(encoding="utf-8")
    assert "By hand, just now" in text and "2026-06-16" in text


@posix
def test_outputs_never_follow_a_link_out_of_the_workspace(planned: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    put(outside, ".bashrc", "mine\n")
    (planned / "build").symlink_to(outside)
    for words in (("agenda",), ("calendar",)):
        ran = copkit(*words, *TODAY, root=planned)
        calm(ran)
        assert (ran.code, "a link leads out of the workspace" in ran.err) == (3, True)
    (planned / "build").unlink()
    page = planned / f"build/{COMMUNITY}/{SESSION}-{COMMUNITY}-agenda.html"
    page.parent.mkdir(parents=True)
    page.symlink_to(outside / ".bashrc")
    assert copkit("agenda", *TODAY, root=planned).code == 3
    assert snapshot(outside) == {".bashrc": b"mine\n"}


def test_out_may_name_any_folder_that_is_typed(planned: Path, tmp_path: Path) -> None:
    ran = copkit("agenda", "--out", tmp_path / "elsewhere", *TODAY, root=planned)
    assert (ran.code, len(list((tmp_path / "elsewhere").iterdir()))) == (0, 1)


def test_no_compiled_template_of_a_workspace_is_ever_run(planned: Path) -> None:
    copkit("agenda", *TODAY, root=planned)
    assert [path.name for path in planned.rglob("*") if path.suffix == ".cache" or "jinja" in path.name] == []


INTERRUPTED = """
import os, signal, sys
from copkit.editing import store, temp
signal.signal(signal.SIGINT, signal.default_int_handler)  # which a run in the background does not begin with
real, count = os.replace, 0
def replace(source, target):
    global count
    count += 1
    if count == int(sys.argv[1]):
        os.kill(os.getpid(), signal.SIGINT)
    real(source, target)
os.replace = replace
from copkit.cli.app import run
sys.exit(run(sys.argv[2:]))
"""


@posix
@pytest.mark.parametrize(
    ("words", "at"),
    [
        (("schedule",), 1),
        (("schedule",), 4),
        (("calendar",), 2),
        (("agenda", "--format", "html"), 1),
        pytest.param(("agenda", "--format", "html,docx,pdf"), 2, marks=pytest.mark.slow),
    ],
)
def test_ctrl_c_while_files_are_written_leaves_whole_files_and_a_second_run_completes(
    words: tuple[str, ...], at: int, planned: Path, tmp_path: Path
) -> None:
    whole = tmp_path / "whole"
    shutil.copytree(planned, whole)
    assert copkit(*words, *TODAY, root=whole).code == 0
    command = [sys.executable, "-c", INTERRUPTED, str(at), *words, *TODAY, "--root", str(planned)]
    stopped = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert (stopped.returncode, stopped.stderr) == (130, "\nStopped. Nothing was left half-written.\n")
    assert [path.name for path in planned.rglob("*.tmp")] == []
    made, wanted = files(planned), files(whole)
    assert made.items() <= wanted.items()
    assert made != wanted
    assert copkit(*words, *TODAY, root=planned).code == 0
    assert files(planned) == wanted


def files(root: Path) -> dict[str, bytes]:
    found = {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
    for name in (".copkit.lock", "private/undo.json"):
        found.pop(name, None)
    return found


TELLING = """
import jinja2
from copkit.__main__ import main

render = jinja2.Template.render

def telling(*given):
    print("printing", flush=True)
    return render(*given)

jinja2.Template.render = telling
main()
"""
"""copkit, which says when a template begins."""
ENDLESS = {
    "a string without end": "{% set x = 'x' * 9999999 %}{% for i in range(9999) %}{{ x|upper|length }}{% endfor %}",
    "loops in loops": "{% for i in range(9999) %}{% for j in range(9999) %}{{ i * j }}{% endfor %}{% endfor %}",
}


@posix
@pytest.mark.slow
@pytest.mark.parametrize("name", ENDLESS)
def test_ctrl_c_ends_a_template_of_ones_own_that_does_not_end(name: str, planned: Path) -> None:
    body = f'{{% extends "copkit/agenda.html.j2" %}}{{% block facts %}}{ENDLESS[name]}{{% endblock %}}'
    put(planned, "templates/agenda.html.j2", body)
    trust(planned)
    before = files(planned)
    command = [sys.executable, "-c", TELLING, "agenda", "--format", "html,pdf", *TODAY]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    running = subprocess.Popen(
        command, cwd=planned, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        assert running.stdout is not None and running.stdout.readline() == "printing\n"
        time.sleep(0.3)
        assert running.poll() is None
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=60)
    finally:
        running.kill()  # whatever happens: left to itself it would never end
    assert (running.returncode, said) == (130, "\nStopped. Nothing was left half-written.\n")
    assert files(planned) == before
