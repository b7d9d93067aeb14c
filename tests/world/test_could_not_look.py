"""There, not there, could not look: each command with a system call that fails, and what comes of it.

Nothing is issued, printed, counted or said to be absent from what could not be looked at; its path is named.
"""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

from copkit.calendars.brake import many_at_once
from copkit.models.issued import Issued
from copkit.workspace.brake import is_many
from tests.cli.notes.conftest import git
from tests.shell import copkit, snapshot

COMMUNITY = "systems-leadership"
SESSIONS = f"communities/{COMMUNITY}/sessions"
COMMANDS = (
    ("calendar", COMMUNITY), ("schedule", COMMUNITY), ("check",), ("next",), ("agenda", COMMUNITY, "2026-07-14"),
    ("invite", COMMUNITY, "2026-07-14"), ("synthesis", COMMUNITY), ("list", "sessions"), ("export", COMMUNITY),
    ("notes", "show", COMMUNITY, "2026-05-12"), ("attend", COMMUNITY, "2026-06-09", "amina.khan"), ("health",),
    ("actions",), ("blueprint", COMMUNITY), ("print", "privacy-notice", "--for", "team"),
    ("why", "M3", COMMUNITY),
    ("move", COMMUNITY, "2026-07-14", "2026-07-21", "--because", "Rain"), ("migrate",),
    ("privacy", "erase", "jo.ng"), ("print", "privacy-export", "jo.ng"), ("privacy", "due"),
)  # fmt: skip
LOOKING = (errno.EIO, errno.EACCES, errno.ELOOP, errno.ENOLCK, errno.ESTALE)
NEEDS_NO_SESSIONS = (("print", "privacy-notice", "--for", "team"), ("privacy", "due"))


@pytest.fixture
def held(home: Path) -> Path:
    """A workspace whose sessions people have in their calendars."""
    assert copkit("calendar", COMMUNITY, root=home).code == 0
    return home


@contextmanager
def failing(call: str, bad: Path, number: int) -> Iterator[None]:
    """A system call fails for a path, and for all below it."""
    real = getattr(os, call)

    def shim(given: object, *rest: object, **more: object) -> object:
        if str(given) == str(bad) or str(given).startswith(f"{bad}/"):
            raise OSError(number, os.strerror(number), str(given))
        return real(given, *rest, **more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, call, shim)
        yield


@pytest.mark.parametrize("number", LOOKING, ids=errno.errorcode.get)
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_folder_that_cannot_be_listed(words: tuple[str, ...], number: int, held: Path) -> None:
    before = snapshot(held)
    with failing("scandir", held / SESSIONS, number):
        ran = copkit(*words, root=held)
    if words in NEEDS_NO_SESSIONS and ran.code == 0:
        return
    assert ran.code == 3, ran
    assert SESSIONS in ran.err and os.strerror(number) in ran.err
    assert "in no file" not in ran.out + ran.err and "No session has been held" not in ran.out
    assert snapshot(held) == before


@pytest.mark.parametrize("number", LOOKING, ids=errno.errorcode.get)
@pytest.mark.parametrize("words", [COMMANDS[0], COMMANDS[4], ("privacy", "erase", "jo.ng")], ids=" ".join)
def test_a_plan_that_cannot_be_read(words: tuple[str, ...], number: int, held: Path) -> None:
    before = snapshot(held)
    with failing("lstat", held / SESSIONS / "2026-07-14.yaml", number):
        ran = copkit(*words, root=held)
    assert ran.code == 3, ran
    assert "2026-07-14.yaml" in ran.err
    assert snapshot(held) == before


def test_a_link_to_itself_cancels_nothing(home: Path) -> None:
    assert copkit("calendar", COMMUNITY, root=home).code == 0
    (home / SESSIONS / "loop").symlink_to("loop")
    before = snapshot(home)
    ran = copkit("calendar", COMMUNITY, root=home)
    assert (ran.code, "sessions/loop" in ran.err) == (3, True), ran
    assert snapshot(home) == before


def test_a_file_in_the_place_of_the_folder_is_not_an_absent_folder(home: Path) -> None:
    assert copkit("calendar", COMMUNITY, root=home).code == 0
    (home / SESSIONS).rename(home / "kept")
    (home / SESSIONS).write_text("x")
    assert copkit("calendar", COMMUNITY, root=home).code == 3


def test_a_folder_that_is_absent_cancels_a_year_only_when_that_is_said(home: Path) -> None:
    assert copkit("calendar", COMMUNITY, root=home).code == 0
    (home / SESSIONS).rename(home / "kept")
    before = snapshot(home)
    for words in (("calendar", COMMUNITY), ("calendar", COMMUNITY, "--dry-run")):
        ran = copkit(*words, root=home)
        assert ran.code == 3 and "3 of 3 sessions that people hold would change (3 cancelled)" in ran.err, ran
        assert snapshot(home) == before
    assert copkit("calendar", COMMUNITY, "--many", root=home).code == 0
    assert "status: cancelled" in (home / f"communities/{COMMUNITY}/issued.yaml").read_text()


@pytest.mark.parametrize(
    ("standing", "changed", "brake"),
    [(10, 3, False), (10, 4, True), (9, 3, False), (8, 3, True), (2, 2, False), (3, 3, True)],
)
def test_the_brake_is_for_more_than_a_third(standing: int, changed: int, brake: bool) -> None:
    today, start = date(2026, 6, 1), "2026-06-09T10:00"
    before = {str(one): Issued(uid=str(one), start=start) for one in range(standing)}
    now = before | {str(one): before[str(one)].but(status="cancelled") for one in range(changed)}
    assert bool(many_at_once(before, now, today)) is brake
    over = {f"{one} years ago": Issued(uid=str(one), start="2022-06-09T10:00") for one in range(40)}
    gone = {"old": Issued(uid="old", start=start, status="cancelled")} | over
    assert bool(many_at_once(before | gone, now | gone, today)) is brake
    assert not many_at_once(before, {name: one.but(digest="other words") for name, one in before.items()}, today)


@pytest.mark.needs("Unix")
def test_a_drive_that_knows_no_locks_can_be_written_to(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fcntl = import_module("fcntl")

    def none(*_: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    def unknown(_: int) -> None:
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))

    monkeypatch.setattr(fcntl, "flock", none)
    monkeypatch.setattr(os, "fsync", unknown)
    assert copkit("calendar", COMMUNITY, root=home).code == 0
    assert (home / f"communities/{COMMUNITY}/issued.yaml").exists()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EIO, errno.EACCES], ids=errno.errorcode.get)
@pytest.mark.parametrize(
    "words",
    [("calendar", COMMUNITY), ("attend", COMMUNITY, "2026-06-09", "amina.khan"), ("privacy", "erase", "jo.ng")],
    ids=" ".join,
)
def test_a_disk_that_takes_nothing(
    words: tuple[str, ...], number: int, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, before = os.open, snapshot(home)

    def shim(path: object, flags: int, *rest: object, **more: object) -> int:
        if flags & os.O_CREAT and str(path).startswith(str(home)):
            raise OSError(number, os.strerror(number), str(path))
        return real(path, flags, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", shim)
    ran = copkit(*words, root=home)
    assert ran.code == 3, ran
    assert snapshot(home) == before


def test_a_folder_that_is_gone_is_not_saved_as_gone_until_that_is_said(repo: Path) -> None:
    for day in range(1, 4):
        (repo / SESSIONS / f"2026-09-0{day}.yaml").write_text("theme: More\n")
    git(repo, "add", "-A")
    git(repo, "commit", "-q", "-m", "More")
    (repo / SESSIONS).rename(repo / "elsewhere")
    before = git(repo, "rev-parse", "HEAD")
    for words in (("save",), ("save", "--dry-run")):
        ran = copkit(*words, root=repo)
        assert ran.code == 3 and f"{SESSIONS}/: 6 of 7 files that git keeps are gone" in ran.err, ran
    assert git(repo, "rev-parse", "HEAD") == before
    assert copkit("save", "--many", "--dry-run", root=repo).code == 0


@pytest.mark.parametrize(("changed", "of", "many"), [(3, 8, True), (3, 9, False), (2, 2, False), (0, 0, False)])
def test_what_is_many_is_said_in_one_place(changed: int, of: int, many: bool) -> None:
    assert is_many(changed, of) is many
