"""Where what is printed goes: `build/`, a folder, a file or the screen. The one room that decides it and writes.

Everything is judged before anything is written: a source, the private folder and a file that copkit did not make
stay as they are, and two documents never get one path.
"""

import os
import sys
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from copkit.cli.exits import REFUSED, Stop
from copkit.cli.show import note, say
from copkit.cli.write import path_in, stop
from copkit.editing.refused import Refused
from copkit.looking import is_folder, is_there
from copkit.workspace import Folder
from copkit.world.sources import require_no_source

TEXTS = ("html", "md", "txt", "ics", "yaml")
"""What can be read one after another on the screen; all else goes there alone."""
ENDINGS = (*TEXTS, "pdf", "docx", "csv", "json", "jsonl", "sqlite")
BUILD = "build"


class Where(NamedTuple):
    """Where the user wants it: `--out` and `--overwrite`, as typed."""

    out: Path | None = None
    overwrite: bool = False

    @property
    def screen(self) -> bool:
        """Whether it is printed: the standard output then holds nothing else."""
        return str(self.out) == "-"

    @property
    def alone(self) -> bool:
        """Whether the document goes without what lies beside it: to the screen, or to one file."""
        return self.screen or self.file

    @property
    def file(self) -> bool:
        """Whether one file is named: a name with an ending is a file, unless there is such a folder."""
        return self.out is not None and not self.screen and bool(self.out.suffix) and not is_folder(self.out)


class Made(NamedTuple):
    """A document that is ready: its own folder, the name of its file, its bytes, and what it is of."""

    home: Path
    name: str
    data: bytes
    of: str
    #: Lies beside a document in a folder; a file or the screen takes the document alone.
    beside: bool = False

    @property
    def form(self) -> str:
        """Its format, by the ending."""
        return self.name.rpartition(".")[2]


class Placed(NamedTuple):
    """A document and its path, and whether the file changed once it was written; no path for the screen."""

    made: Made
    path: Path | None
    changed: bool = True


def build_folder(tree: Folder, community: str = "") -> Path:
    """The folder of what is made of a community, or of all."""
    return Path(tree.real) / BUILD / community


def deliver(tree: Folder, made: Sequence[Made], where: Where) -> None:
    """Put everything where it goes, and say so, a line a file."""
    for one in write_placed(tree, place(tree, made, where)):
        if one.path is not None:
            say(f"{'wrote' if one.changed else 'unchanged:'} {path_in(tree, str(one.path))}")


def tell_of(where: Where, text: str) -> None:
    """Say something about what was made; where the document itself is on the screen, beside it."""
    note(text) if where.screen else say(text)


def place(tree: Folder | None, made: Sequence[Made], where: Where) -> list[Placed]:
    """The path of each, all of them judged; an end with advice where one must not or cannot be written."""
    made = [one for one in made if not (one.beside and where.alone)]
    if where.screen:
        return _on_the_screen(made)
    if where.file and where.out is not None:
        _require_no_source(tree, where.out)
    placed = [Placed(one, _path(one, where, len(made))) for one in made]
    _no_two_alike(placed)
    for one in placed:
        _judge(tree, one, where)
    return placed


def write_placed(tree: Folder | None, placed: Sequence[Placed]) -> list[Placed]:
    """Write each, or print it."""
    return [_written(tree, one) for one in placed]


def _on_the_screen(made: Sequence[Made]) -> list[Placed]:
    apart = next((one for one in made if one.form not in TEXTS), None)
    if apart is not None and len(made) > 1:
        raise Stop(
            f"{apart.of} as {apart.form} goes to the screen alone, and there are {len(made)} to print",
            hint="Ask for one, or name a folder with --out.",
        )
    if apart is not None and sys.stdout.isatty() and apart.form in ("pdf", "docx", "sqlite"):
        raise Stop(f"a {apart.form} file is not for the screen", hint="Leave “--out -” out, or name a file.")
    return [Placed(one, None) for one in made]


def _path(made: Made, where: Where, number: int) -> Path:
    if where.out is None:
        return made.home / made.name
    if not where.file:
        return where.out / made.name
    if number > 1:
        raise Stop(f"--out {where.out} is one file, and there are {number} to write", hint="Name a folder.")
    ending = where.out.suffix[1:].casefold().replace("htm", "html").replace("htmll", "html")
    if ending in ENDINGS and ending != made.form:
        raise Stop(
            f"--out {where.out} would be {made.form} with the ending of {ending}",
            hint=f"Name a file that ends in .{made.form}, or ask for another --format.",
        )
    return where.out


def _no_two_alike(placed: Sequence[Placed]) -> None:
    """End where two would be one file, also on a system that does not tell capitals or accents' spelling apart."""
    taken: dict[str, Placed] = {}
    for one in placed:
        key = unicodedata.normalize("NFC", os.path.realpath(one.path or "")).casefold()
        other = taken.setdefault(key, one)
        if other is not one:
            raise Stop(
                f"{other.made.of} and {one.made.of} would both be {one.path}; nothing was written",
                REFUSED,
                "Print one at a time, each to a folder of its own.",
            )


def _judge(tree: Folder | None, placed: Placed, where: Where) -> None:
    """See that a path may be written: in the document's own folder always, elsewhere by what lies there."""
    from copkit.editing.store import read_seen, require_room
    from copkit.world.outputs import is_ours

    assert placed.path is not None
    try:
        require_room(placed.path, tree.root if tree is not None else None)
        if _at_home(tree, placed, where):
            return
        _require_no_source(tree, placed.path)
        there = read_seen(placed.path)
    except Refused as refused:
        raise _stop(tree, refused) from refused
    if there in (None, placed.made.data) or where.overwrite or is_ours(placed.path, there or b""):
        return
    raise Stop(
        f"{_shown(tree, placed.path)}: copkit did not make this file, or somebody changed it since",
        REFUSED,
        "Name another file or folder with --out, or say --overwrite.",
    )


def _require_no_source(tree: Folder | None, path: Path) -> None:
    if tree is not None and _in_build(tree, path):
        return
    try:
        require_no_source(tree, path)
    except Refused as refused:
        raise _stop(tree, refused) from refused


def _in_build(tree: Folder, path: Path) -> bool:
    """Whether a path leads really into `build/`, past any link."""
    return Path(os.path.realpath(path)).is_relative_to(Path(tree.real) / BUILD)


def _at_home(tree: Folder | None, placed: Placed, where: Where) -> bool:
    """Whether it lies really in `build/`, or where the command itself keeps what is private."""
    if tree is None or placed.path is None:
        return False
    own = where.out is None and not placed.made.home.is_relative_to(Path(tree.real) / BUILD)
    return own or _in_build(tree, placed.path)


def _written(tree: Folder | None, placed: Placed) -> Placed:
    from copkit.editing.store import write_out
    from copkit.world.outputs import remember
    from copkit.world.undoing import printed

    if placed.path is None:
        _print(placed.made)
        return placed
    new = not is_there(placed.path)
    try:
        changed = write_out(placed.path, placed.made.data, tree.root if tree is not None else None)
    except Refused as refused:
        raise _stop(tree, refused) from refused
    if tree is None or not _in_build(tree, placed.path):
        remember(placed.path, placed.made.data)
    elif new and placed.made.form != "ics":
        printed(tree.root, placed.path, placed.made.data)
    return placed._replace(changed=changed)


def _print(made: Made) -> None:
    """The very bytes into a pipe; on a terminal what can be read."""
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None or sys.stdout.isatty():
        sys.stdout.write(made.data.decode())
    else:
        sys.stdout.flush()
        buffer.write(made.data)


def _stop(tree: Folder | None, refused: Refused) -> Stop:
    return Stop(str(refused), REFUSED, refused.fix) if tree is None else stop(tree, refused)


def _shown(tree: Folder | None, path: Path) -> str:
    return path_in(tree, str(path)) if tree is not None else str(path)
