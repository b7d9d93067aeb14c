"""Run copkit in this process, as a user would type it, and look at what came of it."""

import contextlib
import io
import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from copkit.cli.app import run as run_copkit

ROOT = Path(__file__).resolve().parent.parent
"""The checkout, which is the demonstration workspace too."""
FIRST = "systems-leadership"


class Ran(NamedTuple):
    """How a command ended: its exit code, what it printed, and what it said beside that."""

    code: int
    out: str
    err: str


def copkit(*arguments: str | Path, root: Path | None = None) -> Ran:
    """Run one command line in a workspace."""
    out, err = io.StringIO(), io.StringIO()
    words = [str(argument) for argument in arguments]
    if root is not None:
        words += ["--root", str(root)]
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run_copkit(words)
    return Ran(code, out.getvalue(), err.getvalue())


def within(command: Any) -> dict[str, Any]:
    """The commands within a command, by name; none of one that has none."""
    names = command.list_commands(None) if hasattr(command, "list_commands") else ()
    return {name: command.get_command(None, name) for name in names}


def demonstration(folder: Path) -> Path:
    """A copy of the demonstration workspace, to change at will."""
    shutil.copytree(ROOT / "communities", folder / "communities", copy_function=shutil.copyfile)
    return folder


def first_community(folder: Path) -> Path:
    """A copy of the demonstration with its first community alone, which the registers then name in every place."""
    root = demonstration(folder)
    others = [one for one in (root / "communities").iterdir() if one.name not in ("programme", FIRST)]
    for other in others:
        shutil.rmtree(other)
    for path in (root / "communities" / "programme").rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        for other in others:
            text = text.replace(other.name, FIRST)
        path.write_text(text, encoding="utf-8")
    return root


def trust(root: Path) -> None:
    """Let copkit use the templates of a workspace as they are now."""
    ran = copkit("trust", root=root)
    assert ran.code == 0, ran


def snapshot(folder: Path, but: Sequence[str] = ("build", ".copkit.lock", "undo.json")) -> dict[str, bytes]:
    """Every file of a folder with its bytes, but for what is made, locked or remembered."""
    found = dict[str, bytes]()
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in but]
        for name in names:
            path = os.path.join(place, name)
            if name not in but and os.path.isfile(path):
                with open(path, "rb") as file:
                    found[path[len(str(folder)) + 1 :].replace(os.sep, "/")] = file.read()
    return dict(sorted(found.items(), key=lambda one: one[0].split("/")))
