"""The one write path: under a lock, only what is as it was read, whole files or nothing, inside the workspace."""

import errno
import os
import stat
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache, partial
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from copkit.editing.lock import OUT_START, locked, sweep
from copkit.editing.refused import Outrun, Refused
from copkit.editing.running import require_writing
from copkit.editing.temp import remove, replace, sync_folder, write_temp
from copkit.looking import is_folder, is_there

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class Change(NamedTuple):
    """The bytes that a file is to hold, and those it held when the change was worked out."""

    path: Path
    #: None: the file goes.
    new: bytes | None
    #: None: the file must not exist yet.
    seen: bytes | None


class Done(NamedTuple):
    """A change that was checked: the file behind any link, what it looked like and what it held."""

    target: Path
    new: bytes | None
    look: tuple[int, ...] | None
    was: bytes | None


#: Told of the changes, and of the folders that were made for them, just before the first is made.
Noting = Callable[[Sequence[Done], Sequence[Path]], None]


def apply(root: Path, changes: Sequence[Change], noting: Noting | None = None) -> list[Path]:
    """Make all the changes, in the order given, and give the files that were really written, sorted.

    The order matters when the computer stops in between: what others refer to comes first when it is new, and
    last when it goes, so that the same command can find its way and finish.

    Raises `Refused` before anything is written: a file that changed since it was read, is not a regular file,
    is read-only, or lies outside `root` (also behind a link). A file that has its bytes already is left alone.
    """
    require_writing()
    _no_twice(sorted(changes, key=lambda change: change.path.as_posix()))
    with locked(root):
        steps = [step for change in changes if (step := _check(root, change)) is not None]
        folders = sorted({step.target.parent for step in steps})
        made = _make_folders(folders)
        for folder in folders:
            sweep(folder)
        try:
            _write(steps, noting and partial(noting, steps, made))
        except BaseException:
            _remove_folders(made)
            raise
        for folder in sorted({*folders, *(folder.parent for folder in made)}):
            sync_folder(folder)
    return sorted(step.target for step in steps)


def write_out(path: Path, data: bytes, root: Path | None = None) -> bool:
    """Write an output (in `build/`, or where `--out` says) in one step; False where it has these bytes already.

    Raises `Refused` as `require_room` does, and where the file cannot be written.
    """
    require_writing()
    require_room(path, root)
    target = Path(os.path.realpath(path))
    if _read(path, target, _status(target)) == data:
        return False
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _swept(target.parent)
        temp = write_temp(target, data, OUT_START)
        try:
            replace(temp, target)
        except BaseException:
            remove([temp])
            raise
    except OSError as error:
        raise _refused(error, path) from error
    return True


def require_room(path: Path, root: Path | None = None) -> None:
    """See that the way to an output leads through folders, and that no folder has its name.

    With `root`, an output of that workspace is refused where a link would lead it elsewhere: what others put into a
    shared folder must not choose which files are overwritten. Raises `Refused` with what to name instead.
    """
    target, typed = Path(os.path.realpath(path)), Path(os.path.abspath(path))
    if root is not None and typed.is_relative_to(root) and not target.is_relative_to(os.path.realpath(root)):
        raise Refused("a link leads out of the workspace here", path=path, fix="Remove the link, or name --out.")
    there = next((place for place in path.parents if is_there(place)), None)
    if there is not None and not is_folder(there):
        fix = "Name a folder with --out, or one that is still to be made; or move this file away."
        raise Refused("this is a file, and a folder is needed here", path=there, fix=fix)
    if is_folder(path):
        fix = "Name a file with --out that is still to be made, or a folder without a file's ending."
        raise Refused("this is a folder, and a file is to be written here", path=path, fix=fix)


def read_seen(path: Path) -> bytes | None:
    """The bytes of a source as a later `Change` wants to see them; None where there is no file."""
    target = Path(os.path.realpath(path))
    return _read(path, target, _status(target))


def _write(steps: Sequence[Done], note: Callable[[], None] | None) -> None:
    """All new files first, beside the old ones; then one by one into their place."""
    temps: list[Path | None] = []
    step = steps[0] if steps else None
    try:
        for step in steps:
            temps.append(None if step.new is None else write_temp(step.target, step.new))
        for step in steps:
            if _look(_status(step.target)) != step.look:
                raise Outrun(
                    "this file changed just now; nothing was written", path=step.target, fix="Run it again."
                )
        if steps and note is not None:
            note()
        for temp, step in zip(temps, steps, strict=True):
            if temp is None:
                step.target.unlink()
            else:
                replace(temp, step.target)
    except OSError as error:
        raise _refused(error, step.target if step else None) from error
    finally:
        remove([temp for temp in temps if temp is not None])


def _check(root: Path, change: Change) -> Done | None:
    """The change as a step to take, or None where the file holds its bytes already."""
    target = _inside(root, change.path)
    status = _status(target)
    old = _read(change.path, target, status)
    if old == change.new and change.seen in (None, old):
        return None  # two who make the same change at once have each to see that of the other
    if old is not None and change.seen is None:
        raise Refused("this file exists already; nothing was written", path=change.path, fix="Edit it by hand.")
    if old is None and change.seen is not None:
        raise Refused("this file has gone since it was read; nothing was written", path=change.path)
    if old is not None and change.seen is not None and old != change.seen:
        message = "this file changed since it was read; nothing was written"
        raise Outrun(message, path=change.path, fix="Run the command again.")
    _writable(change.path, target, status)
    return Done(target, change.new, _look(status), old)


def _inside(root: Path, path: Path) -> Path:
    """The file behind the path, which must lie in the workspace and not among git's own files."""
    real_root, target = Path(os.path.realpath(root)), Path(os.path.realpath(path))
    if not target.is_relative_to(real_root) or target == real_root:
        raise Refused(f"this leads out of the workspace {root}; nothing was written", path=path)
    if ".git" in target.relative_to(real_root).parts:
        raise Refused("this lies among git's own files; nothing was written", path=path)
    return target


def _status(target: Path) -> os.stat_result | None:
    try:
        return target.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return None


def _look(status: os.stat_result | None) -> tuple[int, ...] | None:
    return None if status is None else (status.st_ino, status.st_size, status.st_mtime_ns, status.st_mode)


def _read(path: Path, target: Path, status: os.stat_result | None) -> bytes | None:
    if status is None:
        return None
    if not stat.S_ISREG(status.st_mode):
        raise Refused("this is not a regular file", path=path)
    try:
        return target.read_bytes()
    except OSError as error:
        raise _refused(error, path) from error


def _writable(path: Path, target: Path, status: os.stat_result | None) -> None:
    """Asks the mode as well as the system, which lets root write anything."""
    if status is not None and not (status.st_mode & 0o222 and os.access(target, os.W_OK)):
        raise Refused("this file is read-only; nothing was written", path=path, fix="Make it writable first.")
    folder = target.parent
    if os.name != "nt" and is_folder(folder) and not (folder.stat().st_mode & 0o222 and os.access(folder, os.W_OK)):
        raise Refused("the folder of this file is read-only; nothing was written", path=path)


def _make_folders(folders: Sequence[Path]) -> list[Path]:
    """Make the folders that are missing; those made, the deepest last."""
    made: list[Path] = []
    for folder in folders:
        missing = [place for place in (folder, *folder.parents) if not is_there(place)]
        for place in reversed(missing):
            try:
                place.mkdir()
            except OSError as error:
                _remove_folders(made)
                raise _refused(error, place) from error
            made.append(place)
    return made


def _remove_folders(made: Sequence[Path]) -> None:
    for folder in reversed(made):
        with suppress(OSError):
            folder.rmdir()


def _refused(error: OSError, path: Path | None) -> Refused:
    if error.errno in _FULL:
        fix = "Free some space, then run it again: the old file is as it was."
        return Refused("there is no room on the disk for this file; it was not written", path=path, fix=fix)
    if isinstance(error, PermissionError):
        fix = "Close it in other programs and see that you may write to it."
        return Refused("this file is in use or may not be written", path=path, fix=fix)
    return Refused(f"this file cannot be read or written ({error.strerror or type(error).__name__})", path=path)


def _no_twice(ordered: Sequence[Change]) -> None:
    for first, second in pairwise(ordered):
        if first.path == second.path:
            raise Refused("this file would be written twice in one go; nothing was written", path=first.path)


@cache
def _swept(folder: Path) -> None:
    """Sweep a folder of outputs once."""
    sweep(folder, OUT_START)
