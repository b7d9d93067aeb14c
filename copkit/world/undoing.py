"""What is remembered of each change for `copkit undo`, where something private may be written; else nothing."""

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from copkit.editing.lock import OUT_START, sweep
from copkit.editing.refused import Refused
from copkit.editing.running import running
from copkit.editing.store import Done, Noting, read_seen, write_out
from copkit.world.keeping import keep
from copkit.world.last_change import FILE, LastChange, Touched, as_bytes, digest, from_bytes
from copkit.world.private import PRIVATE_MODE

ISSUED = "issued.yaml"


def last_change(root: Path) -> LastChange | None:
    """The last change that is remembered. Raises `Refused` where nothing can be, or where it cannot be read."""
    path = _place(root)
    data = read_seen(path)
    return None if data is None else from_bytes(data, path)


def files(root: Path) -> Noting:
    """Remembers what a command changes; what it does in several steps is one change."""

    def note(done: Sequence[Done], folders: Sequence[Path]) -> None:
        before = _same_command(root) or _unfinished(root, done)
        if before is None or not before.why:
            _remember(root, _with(root, before or _new(), done, folders))

    return note


def issued(root: Path) -> Noting:
    """Remembers that calendars were written. Nobody can take back what people hold: it never is.

    A change of a plan that comes before it can be, as before; then the next calendar has a new number for it.
    """

    def note(done: Sequence[Done], _folders: Sequence[Path]) -> None:
        paths = [_inside(root, one.target) for one in done]
        before = _same_command(root) or _of_plans(root, paths)
        of = before or _new()._replace(why="calendar")
        _remember(root, of._replace(issued=tuple(sorted({*of.issued, *paths}))))

    return note


def printed(root: Path, path: Path, data: bytes) -> None:
    """Remember a new page of the command that runs, where it changed files: it is taken back with them."""
    before = _same_command(root) if running().command else None
    if before is not None and before.files:
        page = Touched(_inside(root, path), None, digest(data))
        _remember(root, before._replace(pages=(*before.pages, page)))


def forgotten(root: Path) -> Noting:
    """Remembers nothing, for a workspace that begins: whoever wants it away deletes its folder."""

    def note(_done: Sequence[Done], _folders: Sequence[Path]) -> None:
        _forget(root)

    return note


def private(root: Path) -> Noting:
    """Empties the record: what is private is changed, which is never taken back, nor what was remembered before."""

    def note(_done: Sequence[Done], _folders: Sequence[Path]) -> None:
        changed_privately(root)

    return note


def unchanged(root: Path, change: LastChange) -> Noting:
    """Refuses where another command changed something meanwhile; remembers nothing new."""

    def note(_done: Sequence[Done], _folders: Sequence[Path]) -> None:
        if last_change(root) != change:
            raise Refused("another copkit changed something just now; nothing was taken back", fix="Run it again.")

    return note


def changed_privately(root: Path) -> None:
    """Empty the record, and keep in mind that something private was changed."""
    _remember(root, _new()._replace(why="private"))


def committed(root: Path, commit: str) -> None:
    """Empty the record, and keep in mind that what was changed is committed."""
    _remember(root, _new()._replace(why="commit", commit=commit))


def sweep_record(root: Path) -> None:
    """Take away what a killed command left of a record that it was writing; a dry run leaves it."""
    if not running().dry:
        with suppress(Refused):
            sweep(_place(root).parent, OUT_START)


def _new() -> LastChange:
    now = running()
    return LastChange(now.command, now.began)


def _same_command(root: Path) -> LastChange | None:
    """What is remembered of the command that runs."""
    before = _known(root)
    return before if before is not None and before.began == running().began else None


def _unfinished(root: Path, done: Sequence[Done]) -> LastChange | None:
    """What is remembered of a command that was stopped half way, where it is given again and comes to its end."""
    before = _known(root)
    meant = {(one.path, one.became) for one in before.files} if before is not None else ()
    if before is None or not any((_inside(root, one.target), digest(one.new)) in meant for one in done):
        return None
    return before._replace(command=running().command, began=running().began)


def _of_plans(root: Path, paths: Iterable[str]) -> LastChange | None:
    """What is remembered, where it changed plans that a calendar now tells of, and was not taken back."""
    before = _known(root)
    plans = tuple(path.removesuffix(ISSUED) + "sessions/" for path in paths)
    told = [one for one in before.files if one.path.startswith(plans)] if before is not None else []
    return before if any(not one.path.endswith(".notes.yaml") and _stands(root, one) for one in told) else None


def _stands(root: Path, one: Touched) -> bool:
    """Whether a file is still as it was made."""
    return digest(read_seen(root / one.path)) == one.became


def _known(root: Path) -> LastChange | None:
    with suppress(Refused, OSError):
        return last_change(root)
    return None


def _with(root: Path, change: LastChange, done: Sequence[Done], folders: Sequence[Path]) -> LastChange:
    """The change with more files in it: of one that was touched before, what it was at first."""
    known = {one.path: one for one in change.files}
    for one in done:
        path = _inside(root, one.target)
        was = known[path].was if path in known else one.was
        known[path] = Touched(path, was, digest(one.new))
    made = dict.fromkeys((*change.folders, *(_inside(root, folder) for folder in folders)))
    return change._replace(files=tuple(known.values()), folders=tuple(made))


def _inside(root: Path, path: Path) -> str:
    return Path(os.path.realpath(path)).relative_to(os.path.realpath(root)).as_posix()


def _remember(root: Path, change: LastChange) -> None:
    """Keep the change in mind, where a command ran that has a name; else what was remembered before is forgotten.

    No change waits for it: where nothing private may be written, nothing is remembered.
    """
    try:
        if not change.command:
            raise Refused("nobody typed a command")
        place = _place(root)
        place.parent.mkdir(PRIVATE_MODE, exist_ok=True)
        write_out(place, as_bytes(change), root)
    except (Refused, OSError):
        _forget(root)


def _forget(root: Path) -> None:
    """Take away what was remembered: it is no longer the last change."""
    own = Path(os.path.realpath(root)) / "private"
    with suppress(OSError):
        if os.path.realpath(own) == str(own):
            (own / FILE).unlink()


def _place(root: Path) -> Path:
    real = Path(os.path.realpath(root))
    return keep(real, real / "private", FILE).path
