"""The one write path: whole files or nothing, nobody's edit overwritten, never outside the workspace."""

import errno
import os
import stat
import threading
from pathlib import Path

import pytest

from copkit.editing import lock, temp
from copkit.editing.lock import locked
from copkit.editing.refused import Refused
from copkit.editing.store import Change, apply, read_seen, write_out

posix = pytest.mark.needs("Unix")
OLD, NEW = b"id: old\n", b"id: new\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "work" / "communities").mkdir(parents=True)
    (tmp_path / "work" / "a.yaml").write_bytes(OLD)
    return tmp_path / "work"


def strays(root: Path) -> list[str]:
    return [path.name for path in root.rglob(".copkit-*")]


def refused(root: Path, *changes: Change) -> str:
    with pytest.raises(Refused) as caught:
        apply(root, changes)
    assert strays(root) == []
    return str(caught.value)


def test_files_are_changed_and_made_with_their_folders(root: Path) -> None:
    made = root / "communities" / "new" / "sessions" / "2026-01-06.yaml"
    done = apply(root, [Change(made, b"x", None), Change(root / "a.yaml", NEW, OLD)])
    assert done == [root / "a.yaml", made]
    assert (root / "a.yaml").read_bytes() == NEW and made.read_bytes() == b"x"
    assert strays(root) == []


@posix
def test_the_mode_of_a_file_is_kept_and_a_new_one_follows_the_umask(root: Path) -> None:
    (root / "a.yaml").chmod(0o640)
    (root / "plain.yaml").write_bytes(b"")
    apply(root, [Change(root / "a.yaml", NEW, OLD), Change(root / "b.yaml", NEW, None)])
    assert stat.S_IMODE((root / "a.yaml").stat().st_mode) == 0o640
    assert (root / "b.yaml").stat().st_mode == (root / "plain.yaml").stat().st_mode


def test_the_same_bytes_are_not_written_again(root: Path) -> None:
    path = root / "a.yaml"
    os.utime(path, ns=(10, 10))
    assert apply(root, [Change(path, OLD, OLD)]) == []
    assert apply(root, [Change(path, OLD, None)]) == []
    assert write_out(path, OLD) is False
    assert path.stat().st_mtime_ns == 10


def test_a_file_edited_since_it_was_read_is_refused(root: Path) -> None:
    (root / "a.yaml").write_bytes(b"by hand")
    assert "changed since it was read; nothing was written" in refused(root, Change(root / "a.yaml", NEW, OLD))
    assert (root / "a.yaml").read_bytes() == b"by hand"


def test_one_refusal_stops_all_files_of_a_change(root: Path) -> None:
    first, last = root / "0.yaml", root / "z.yaml"
    last.write_bytes(b"by hand")
    refused(root, Change(first, NEW, None), Change(root / "a.yaml", NEW, OLD), Change(last, NEW, OLD))
    assert not first.exists() and (root / "a.yaml").read_bytes() == OLD and last.read_bytes() == b"by hand"


def test_files_that_came_or_went_since_are_refused(root: Path) -> None:
    assert "exists already" in refused(root, Change(root / "a.yaml", NEW, None))
    assert "has gone since it was read" in refused(root, Change(root / "gone.yaml", NEW, OLD))


def test_a_file_twice_in_one_change_is_refused(root: Path) -> None:
    assert "written twice" in refused(root, Change(root / "a.yaml", NEW, OLD), Change(root / "a.yaml", b"x", OLD))


def test_a_file_edited_while_copkit_writes_is_refused(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from copkit.editing import store

    def slow(target: Path, data: bytes) -> Path:
        (root / "a.yaml").write_bytes(b"by hand, just now")
        return temp.write_temp(target, data)

    monkeypatch.setattr(store, "write_temp", slow)
    assert "changed just now" in refused(root, Change(root / "a.yaml", NEW, OLD))
    assert (root / "a.yaml").read_bytes() == b"by hand, just now"


def linked_file(root: Path, outside: Path) -> Path:
    (root / "link.yaml").symlink_to(outside / "target.yaml")
    return root / "link.yaml"


def linked_folder(root: Path, outside: Path) -> Path:
    (root / "folder").symlink_to(outside)
    return root / "folder" / "target.yaml"


def dots(root: Path, outside: Path) -> Path:
    return root / "communities" / ".." / ".." / outside.name / "target.yaml"


def new_behind_a_link(root: Path, outside: Path) -> Path:
    (root / "folder").symlink_to(outside)
    return root / "folder" / "deep" / "new.yaml"


@posix
@pytest.mark.parametrize("form", [linked_file, linked_folder, dots, new_behind_a_link])
def test_a_way_out_of_the_workspace_is_refused(root: Path, tmp_path: Path, form) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "target.yaml").write_bytes(OLD)
    path = form(root, outside)
    assert "leads out of the workspace" in refused(root, Change(path, NEW, None if "new" in path.name else OLD))
    assert (outside / "target.yaml").read_bytes() == OLD
    assert [entry.name for entry in outside.iterdir()] == ["target.yaml"]


@posix
def test_a_link_inside_the_workspace_stays_a_link(root: Path) -> None:
    (root / "link.yaml").symlink_to("a.yaml")
    apply(root, [Change(root / "link.yaml", NEW, OLD)])
    assert (root / "link.yaml").is_symlink() and (root / "a.yaml").read_bytes() == NEW


def test_gits_own_files_are_refused(root: Path) -> None:
    assert "git's own files" in refused(root, Change(root / ".git" / "config", NEW, None))


@posix
def test_a_pipe_is_refused_at_once(root: Path) -> None:
    os.mkfifo(root / "pipe.yaml")
    assert "not a regular file" in refused(root, Change(root / "pipe.yaml", NEW, OLD))
    with pytest.raises(Refused, match="not a regular file"):
        read_seen(root / "pipe.yaml")
    assert "not a regular file" in refused(root, Change(root / "communities", NEW, None))


@posix
def test_read_only_files_and_folders_are_refused(root: Path) -> None:
    (root / "a.yaml").chmod(0o444)
    assert "this file is read-only" in refused(root, Change(root / "a.yaml", NEW, OLD))
    (root / "communities").chmod(0o555)
    assert "folder of this file is read-only" in refused(root, Change(root / "communities" / "b.yaml", NEW, None))
    assert (root / "a.yaml").read_bytes() == OLD


def test_a_full_disk_leaves_the_old_file_and_no_other(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    made = root / "communities" / "new" / "b.yaml"
    assert "no room on the disk" in refused(root, Change(root / "a.yaml", NEW, OLD), Change(made, NEW, None))
    assert (root / "a.yaml").read_bytes() == OLD and not made.parent.exists()
    with pytest.raises(Refused, match="no room"):
        write_out(root / "build" / "x.html", NEW)
    assert strays(root) == []


class SharingViolation(PermissionError):
    winerror = 32


@pytest.mark.parametrize("times", [3, 100])
def test_a_file_open_in_word_is_tried_again_for_a_while(
    root: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    real, calls, naps = os.replace, [0], []

    def busy(source: Path, target: Path) -> None:
        calls[0] += 1
        if calls[0] <= times:
            raise SharingViolation(errno.EACCES, "in use")
        real(source, target)

    monkeypatch.setattr(os, "replace", busy)
    monkeypatch.setattr(temp.time, "sleep", naps.append)
    if times == 3:
        assert apply(root, [Change(root / "a.yaml", NEW, OLD)])
        assert (root / "a.yaml").read_bytes() == NEW
    else:
        assert "in use or may not be written" in refused(root, Change(root / "a.yaml", NEW, OLD))
        assert (root / "a.yaml").read_bytes() == OLD and 1.5 < sum(naps) < 3


def test_an_interrupt_leaves_whole_files_and_no_temporary_ones(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "b.yaml").write_bytes(OLD)
    changes = [Change(root / name, NEW, OLD) for name in ("a.yaml", "b.yaml")]
    real = os.replace

    def interrupted(source: Path, target: Path) -> None:
        if Path(target).name == "b.yaml":
            raise KeyboardInterrupt
        real(source, target)

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        apply(root, changes)
    assert strays(root) == []
    assert ((root / "a.yaml").read_bytes(), (root / "b.yaml").read_bytes()) == (NEW, OLD)
    monkeypatch.undo()
    assert apply(root, [Change(root / "a.yaml", NEW, NEW), changes[1]]) == [root / "b.yaml"]


def test_stray_temporary_files_are_swept_but_not_those_of_a_living_writer(root: Path) -> None:
    (root / ".copkit-dead.tmp").write_bytes(b"half")
    living = os.open(root / ".copkit-living.tmp", os.O_CREAT | os.O_RDWR)
    assert lock.take(living)
    apply(root, [Change(root / "a.yaml", NEW, OLD)])
    assert strays(root) == [".copkit-living.tmp"]
    os.close(living)


def test_one_writer_waits_for_another_and_gives_up_in_time(root: Path) -> None:
    held, go = threading.Event(), threading.Event()

    def hold() -> None:
        with locked(root):
            held.set()
            go.wait(5)

    other = threading.Thread(target=hold)
    other.start()
    held.wait(5)
    with pytest.raises(Refused, match="another copkit is writing"), locked(root, wait=0.05):
        pass
    go.set()
    with locked(root):
        pass
    other.join()


def test_outputs_are_made_with_their_folders_and_only_when_they_change(root: Path) -> None:
    page = root / "build" / "deep" / "page.html"
    assert write_out(page, b"1") is True
    assert write_out(page, b"1") is False
    assert write_out(page, b"2") is True
    assert page.read_bytes() == b"2" and strays(root) == []


def test_what_was_seen(root: Path) -> None:
    assert read_seen(root / "a.yaml") == OLD
    assert read_seen(root / "none" / "b.yaml") is None
