"""A command run with a call that fails, in a process of its own; what came of it beside a run where none does."""

import os
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.world.shim.child import said_by
from tests.world.shim.failing import Fault
from tests.world.shim.lines import WHO, words_of, workspace

PLACES = ("workspace", "elsewhere", "cache", "config")
FAULTS_OF_COPKIT = ("Traceback", "a fault in copkit")
OPTIONAL = ("cache", "settings", "record for undo")
"""Places without which everything goes on as with them."""
SEARCHING = ("privacy erase", "privacy export", "print privacy-export")
"""They look for a name in whatever lies there, and say what they could not look into."""
DIAGNOSING = ("doctor",)
"""It says how everything is, what nobody could look at too, and ends with 1 where copkit cannot go on."""
NEEDED_BY = ("trust", "undo", "migrate", "privacy due", *SEARCHING)
APART = ("cache/", "config/", "workspace/private/undo.json")
"""What says when it was written, or where."""
_UNSEARCHED = re.compile(r"(could|can) ?not be (searched|looked into|read)")
CLASSES = {
    r"workspace/communities/programme/programme\.yaml": "settings of the programme",
    r"workspace/communities/programme/\w+\.yaml": "register",
    r"workspace/communities/[\w-]+/community\.yaml": "community.yaml",
    r"workspace/communities/[\w-]+/members\.yaml": "roll",
    r"workspace/communities/[\w-]+/issued\.yaml": "issued.yaml",
    r"workspace/communities/[\w-]+/sessions/[\d-]+\.yaml": "plan",
    r"workspace/communities/[\w-]+/sessions/[\d-]+\.notes\.yaml": "notes",
    r"workspace/communities/(.*/)?[^./]+": "folder of records",
    r"workspace/communities(/.*)?": "other record",
    r"workspace/private/undo\.json": "record for undo",
    r"workspace/private(/.*)?": "private",
    r"workspace/build(/.*)?": "output",
    r"workspace/templates(/.*)?": "own templates",
    r"workspace/\.git(/.*)?": "git's own",
    r"workspace/\.copkit\.lock": "lock",
    r"workspace(/.*)?": "workspace",
    r"cache(/.*)?": "cache",
    r"config(/.*)?": "settings",
    r"elsewhere(/.*)?": "file given",
}
"""What a path is, the first that fits."""


class Ended(NamedTuple):
    """How a command ended: its exit code, what it said, and which files it changed to what."""

    code: int
    out: str
    err: str
    changed: Mapping[str, bytes | None]


class Trial(NamedTuple):
    """A command with a fault, and what came of it; `wrong` says in what way it must not."""

    command: str
    fault: Fault
    outcome: str
    wrong: str = ""
    said: str = ""


class Bench:
    """A workspace to break, put back after each run."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.pristine, self.base = folder / "pristine", folder / "used"
        own = {"HOME": folder, "XDG_CACHE_HOME": self.base / "cache", "XDG_CONFIG_HOME": self.base / "config"}
        for name, value in {**WHO, **own, "GIT_CONFIG_NOSYSTEM": "1"}.items():
            patch.setenv(name, str(value))
        self.pristine.mkdir(parents=True)
        workspace(self.pristine)
        for name in PLACES:
            (self.pristine / name).mkdir(exist_ok=True)
        shutil.rmtree(self.base, ignore_errors=True)
        shutil.copytree(self.pristine, self.base)
        self.looks = _looks(self.base)

    def run(self, command: str, fault: Fault | None = None) -> tuple[Ended, list[tuple[str, str]]]:
        """The command in a child, so that no run remembers another; and the calls that it made."""
        places = {name: self.base / name for name in PLACES}
        code, out, err, met = said_by(words_of(command, self.base), places, fault)
        now = _looks(self.base)
        changed = {path: _bytes(self.base / path) for path in now.keys() | self.looks.keys()
                   if now.get(path) != self.looks.get(path)}  # fmt: skip
        changed = {path: data for path, data in changed.items() if data != _bytes(self.pristine / path)}
        if changed:
            shutil.rmtree(self.base)
            shutil.copytree(self.pristine, self.base, symlinks=True)
            self.looks = _looks(self.base)
        kept = {path: data for path, data in changed.items() if "/.git/" not in path and "hub.git" not in path}
        return Ended(code, out, err, {path: data for path, data in kept.items() if not path.endswith(".lock")}), met


def tried(bench: Bench, command: str, numbers: Mapping[str, tuple[int, ...]]) -> Iterator[Trial]:
    """A command with each of its calls failing in turn."""
    clean, met = bench.run(command)
    assert clean.code in (0, 1), clean
    for fault in faults_of(met, numbers):
        yield judged(command, fault, clean, bench.run(command, fault)[0])


def faults_of(met: list[tuple[str, str]], numbers: Mapping[str, tuple[int, ...]]) -> Iterator[Fault]:
    """For each kind of call and what it was made on, the first path, with each error that such a call may give."""
    seen = set()
    for call, path in met:
        if (key := (call, class_of(path))) not in seen:
            seen.add(key)
            yield from (Fault(call, path, number) for number in numbers[call])


def class_of(path: str) -> str:
    """What a path is to a workspace."""
    return next(name for pattern, name in CLASSES.items() if re.fullmatch(pattern, path))


def judged(command: str, fault: Fault, clean: Ended, ended: Ended) -> Trial:
    """The same as without the fault; or refused with the path, with each file as it was or as it was to be."""

    def trial(outcome: str, wrong: str = "") -> Trial:
        return Trial(command, fault, outcome, wrong, "" if not wrong else ended.out[-300:] + ended.err[-600:])

    if wrong := _wrong(command, fault, clean, ended):
        return trial("wrong", wrong)
    if _same(clean, ended):
        return trial("as without it")
    if ended.code == 3:
        return trial("stopped, each file whole" if _lasting(ended) else "refused")
    return trial("told")


def _wrong(command: str, fault: Fault, clean: Ended, ended: Ended) -> str:
    """In what way this must not be; empty where it may."""
    if ended.code not in (0, 1, 2, 3) or any(word in ended.err for word in FAULTS_OF_COPKIT):
        return f"ended with {ended.code}"
    if command in SEARCHING and class_of(fault.path) == "workspace" and _UNSEARCHED.search(ended.out + ended.err):
        return ""
    if torn := [path for path, data in ended.changed.items() if not _whole(path, data, clean)]:
        return f"left {', '.join(torn)}"
    if _same(clean, ended):
        return ""
    if class_of(fault.path) in OPTIONAL and command not in NEEDED_BY:
        return f"is optional, and it ended with {ended.code}"
    if not named(fault.path, ended.out + ended.err):
        return f"ended with {ended.code} and does not name the path"
    return "" if ended.code in (1, 3) or command in DIAGNOSING else f"ended with {ended.code}"


def _same(clean: Ended, ended: Ended) -> bool:
    return (ended.code, ended.out, _lasting(ended)) == (clean.code, clean.out, _lasting(clean))


def _lasting(ended: Ended) -> dict[str, bytes | None]:
    """What a command changed but for what is kept between commands."""
    return {path: data for path, data in ended.changed.items() if not path.startswith(APART)}


def named(path: str, said: str) -> bool:
    """Whether a path is named: a temporary file by that in whose place it is to be put, or by its folder."""
    said = re.sub(r"\s+", "", said.replace("\\", "/"))
    place = re.sub(r"^(elsewhere/new|\w+)/?", "", path)
    own = ".copkit" in path.rpartition("/")[2]
    return (place or path) in said or (own and (place.rpartition("/")[0] or path.rpartition("/")[0]) in said)


def _whole(path: str, data: bytes | None, clean: Ended) -> bool:
    """Whether a file that changed is as it is after a run where nothing fails; each record of trust is its own."""
    kept = path.startswith(APART) and ".tmp" not in path
    return kept or (path in clean.changed and clean.changed[path] == data)


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _looks(base: Path) -> dict[str, tuple[int, int]]:
    """Each file with its size and its time."""
    found = {}
    for here, _, names in os.walk(base):
        for name in names:
            about = os.lstat(f"{here}/{name}")
            found[os.path.relpath(f"{here}/{name}", base)] = about.st_size, about.st_mtime_ns
    return found
