"""--dry-run on every command that writes: nothing at all is written, and the diff is what is then done."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from copkit.cli.registry import COMMANDS, command_of
from copkit.documents.catalogue import DOCUMENTS
from tests.cli.conftest import Place, typed
from tests.cli.privacy.conftest import git
from tests.shell import snapshot, within

LINE = "--line {S}/idea/1"
JOIN = "join {C} Rosa_Lynd --organisation {O}"
FIRST = "new initiative {C} --name One_form"
WRITING: dict[str, tuple[str, ...]] = {
    "init": ("init {R} --ci --install git+https://code.example/cop.git@v1.0",),
    "new community": ("new community Falls",),
    "new person": ("new person Rosa_Lynd --organisation {O}",),
    "new organisation": ("new organisation St_Brigid's_Hospice --sector hospice",),
    "new session": ("new session {C} 2028-09-15",),
    "new initiative": ("new initiative {C} " + LINE,),
    "new group": ("new group {C} --interest --name Readers --lead {P}",),
    "new story": ("new story {C} --line {S}/success/1",),
    "new practice": ("new practice {C} --line {S}/success/1",),
    "new event": ("new event {C} --name Fair --date 2026-06-01",),
    "new challenge": ("new challenge --name Falls_challenge --opens 2027-09-01 --closes 2027-10-15",),
    "new cohort": ("new cohort --name Spring --starts 2027-09-01",),
    "new opportunity": ("new opportunity --name Fellowship --closes 2027-09-01",),
    "join": (JOIN, f"{JOIN} --email rosa@h.example"),
    "leave": ("leave {C} {P}", "leave {P} --programme"),
    "import members": ("import members {C} {R}/people.csv",),
    "import replies": ("import replies {C} {N} {R}/replies.csv",),
    "import dates": ("import dates {R}/terms.ics",),
    "schema": ("schema",),
    "migrate": ("migrate",),
    "templates copy": ("templates copy agenda --block lead",),
    "trust": ("trust",),
    "schedule": ("schedule {C} 2028-29",),
    "move": ("move {C} {N} {D} --because Flood",),
    "cancel": ("cancel {C} {N} --because Flood",),
    "close": ("close {C} --on {D} --because Done --yes",),
    "undo": ("move {C} {N} {D} --because Flood", "undo"),
    "calendar": ("calendar {C} --all",),
    "notes new": ("notes new {C} {N}",),
    "notes tidy": ("notes tidy {C} {S}",),
    "notes take": ("notes take {C} {S} {R}/minutes.txt",),
    "notes add": ("notes add {C} {S} action:ring",),
    "notes edit": ("notes edit {C} {N}",),
    "notes commit": ("notes commit {C} {S}",),
    "attend": ("attend {C} {S} {P} --others 4",),
    "feedback": ("feedback {C} {S} {R}/form.csv", "feedback {C} {S} {R}/form.csv --keep"),
    "review new": ("review new {C} {Y}",),
    "initiative stage": (FIRST, "initiative stage one-form testing --note Tried"),
    "initiative adopt": (FIRST, "initiative adopt one-form {O} adopted"),
    "privacy erase": ("privacy erase {P}",),
    "save": ("new session {C} 2028-09-15", "save {C}"),
    "sync": ("notes commit {C} {S}", "sync"),
}
"""A line of every command that writes; where it stands on another, those come before it, and the last is tried."""
OR = ("join", "leave", "feedback")
"""Commands of which each line is tried by itself."""
PRINTS = "prints into build/, or where --out says, what is made again at any time"
READS = "writes nothing"
NO_DRY_RUN = {
    **{f"print {name}": PRINTS for name in DOCUMENTS}, "print sheets": PRINTS, "agenda": PRINTS, "invite": PRINTS,
    "notes print": PRINTS, "synthesis": PRINTS, "blueprint": PRINTS, "export": PRINTS,
    "privacy export": "prints into the private folder what is held on somebody, and changes no record",
    "doctor": READS, "templates list": READS, "next": READS, "print": READS, "notes show": READS, "actions": READS,
    "review show": READS, "health": READS, "list": READS, "show": READS, "check": READS, "explain": READS,
    "why": READS, "privacy due": READS, "help": READS,
}  # fmt: skip
LINES = [
    pytest.param(lines[:-1], lines[-1], id=lines[-1]) if name not in OR else pytest.param((), line, id=line)
    for name, lines in WRITING.items()
    for line in (lines if name in OR else lines[-1:])
]


def every_command() -> Iterator[tuple[str, Any]]:
    """Every command that can be typed, with what click knows of it."""

    def walk(command: Any, words: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
        below = within(command)
        if not below or "--for" in {option for part in command.params for option in part.opts}:
            yield " ".join(words), command
        for name, one in below.items():
            yield from walk(one, (*words, name))

    for name in COMMANDS:
        yield from walk(command_of(name), (name,))


def test_each_command_has_it_or_a_reason() -> None:
    dry = {name for name, one in every_command() if "--dry-run" in {it for part in one.params for it in part.opts}}
    rest = {name for name, _ in every_command()} - dry
    assert dry == set(WRITING)
    assert rest - set(NO_DRY_RUN) == set(), "give it --dry-run, or say why it needs none"


def all_of(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every folder and file, git's own and locks as well, with its bytes and when it was written."""
    found = {}
    for here, folders, names in os.walk(folder):
        for name in (*folders, *names):
            path = os.path.join(here, name)
            found[path] = Path(path).read_bytes() if os.path.isfile(path) else b"", os.stat(path).st_mtime_ns
    return found


GIVEN = ("people.csv", "form.csv", "replies.csv", "terms.ics", "minutes.txt")
BESIDE = ("build", "private", ".git", "team.git", ".copkit.lock", *GIVEN)


def sources(root: Path) -> dict[str, bytes]:
    """What a diff tells of: all but what is printed, private, git's own, and what lies beside."""
    found = {path.name: path.read_bytes() for path in root.iterdir() if path.name not in BESIDE and path.is_file()}
    for folder in (path for path in root.iterdir() if path.name not in BESIDE and path.is_dir()):
        found |= {f"{folder.name}/{path}": data for path, data in snapshot(folder, ()).items()}
    return found


def applied(diff: str, root: Path) -> dict[str, bytes]:
    """What git makes of a diff in the workspace as it is."""
    copy = Path(shutil.copytree(root, root.parent / "applied", ignore=shutil.ignore_patterns(".git", "team.git")))
    data = diff.encode("utf-8", "surrogateescape")
    if b"\n@@ " in data or b"\nnew file" in data:
        command = ["git", "apply", "--whitespace=nowarn"]
        done = subprocess.run(command, cwd=copy, input=data, capture_output=True, timeout=120)
        assert done.returncode == 0, done.stderr.decode()
    return sources(copy)


@pytest.mark.parametrize(("before", "line"), LINES)
def test_nothing_is_written_and_then_just_that(before: tuple[str, ...], line: str, place: Place) -> None:
    for one in before:
        assert typed(place, one).code in (0, 1), one
    there = all_of(place.root.parent)
    dry = typed(place, line, "--dry-run")
    assert dry.code in (0, 1), dry
    assert all_of(place.root.parent) == there
    wanted = applied(dry.out, place.root)
    head = git(place.root, "rev-parse", "HEAD")
    real = typed(place, line)
    assert real.code in (0, 1), real
    assert sources(place.root) == wanted
    assert dry.out or line.startswith("migrate")
    if git(place.root, "rev-parse", "HEAD") != head:
        words, _, *files = git(place.root, "show", "--name-only", "--format=%s", "HEAD").splitlines()
        told = [f"would commit: {words}", *(f"  {one}" for one in files)]
        assert dry.out.splitlines()[-len(told) :] == told


READING = (
    "check", "next", "actions", "list people", "health", "why C2 {C}", "privacy due", "print", "notes show {C} {S}",
    "review show {C}", "show community {C}", "templates list", "explain SES-02", "help all", "doctor",
)  # fmt: skip
PRINTING = ("agenda {C} {N}", "invite {C} {N}", "synthesis {C}", "export {C}", "privacy export {P}")


@pytest.mark.parametrize("line", READING)
def test_what_reads_writes_nothing(line: str, place: Place) -> None:
    there = all_of(place.root)
    assert typed(place, line).code in (0, 1, 3)
    assert all_of(place.root) == there


@pytest.mark.parametrize("line", PRINTING)
def test_what_prints_changes_no_source(line: str, place: Place) -> None:
    there = sources(place.root)
    assert typed(place, line).code in (0, 1)
    assert sources(place.root) == there
