"""Every command that prints, exports or publishes, run for each audience; or the reason why one is not."""

import ast
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from copkit.cli.print import VERBS
from copkit.cli.registry import COMMANDS, command_of
from copkit.documents.catalogue import DOCUMENTS
from copkit.documents.registry import Subject
from copkit.models.base import Audience
from copkit.nouns.registry import NOUNS
from tests.markers.planting import BARE, BROKEN, CANCELLED, CHANGED, FIRST, HELD, HIDDEN, MAIN, NEXT, OWN_ORDER
from tests.shell import ROOT, copkit, within

ALL: tuple[Audience, ...] = ("public", "members", "team")
MEMBERS: tuple[Audience, ...] = ("members",)
TEAM: tuple[Audience, ...] = ("team",)
ONE_PERSON: tuple[Audience, ...] = ("private",)
"""The answer holds what is known of one person, for that person."""
PAGES, TABLES = ("html",), ("csv", "jsonl")
SLOW_PAGES, SLOW_TABLES = ("md", "txt", "docx", "pdf"), ("sqlite",)


class Run(NamedTuple):
    """A command line, for whom, in which forms quickly and which slowly."""

    command: str
    words: tuple[str, ...] = ()
    audiences: tuple[Audience, ...] = ALL
    quick: tuple[str, ...] = PAGES
    slow: tuple[str, ...] = SLOW_PAGES
    named: bool = True
    """Whether the command takes --for; else it has one audience."""
    writes: bool = False
    """Whether it changes the workspace: it is given one of its own."""


class Output(NamedTuple):
    """What one command wrote: for whom, into which file, or what it said."""

    command: str
    line: str
    audience: Audience
    name: str
    form: str
    data: bytes


def _screen(command: str, *words: str, audiences: tuple[Audience, ...] = TEAM) -> Run:
    return Run(command, words, audiences, (), (), named=audiences != TEAM)


BOTH, ONE = ((MAIN, NEXT), (MAIN, OWN_ORDER)), ((MAIN,),)
OF_SUBJECT: dict[Subject, tuple[tuple[str, ...], ...]] = {
    "session": BOTH[:1], "newcomer": ((MAIN, "jo.ng"),), "attendance": ((MAIN, "amina.khan", "2026-27"),),
    **dict.fromkeys(("actions", "community", "group", "year", "years", "commission"), ONE),
    **dict.fromkeys(("initiative", "hub", "programme year", "programme"), ((),)),
}  # fmt: skip
"""Of what a document of each subject is made; what is held on one person is printed by a run of its own."""
DOCUMENT_WORDS: dict[str, tuple[tuple[str, ...], ...]] = {
    **{one.name: OF_SUBJECT[one.subject] for one in DOCUMENTS.values() if one.subject in OF_SUBJECT},
    "agenda": BOTH, "invite": BOTH, "plan": BOTH, "moderator": BOTH, "change": ((MAIN, CANCELLED), (MAIN, CHANGED)),
    "follow-up-sheet": ((MAIN, HELD),), "notes": ((MAIN, HELD), (MAIN, BROKEN)),
    "evaluation": ((MAIN,), (MAIN, "--commission")), "certificate": ((MAIN, "amina.khan"), (MAIN, HELD)),
}  # fmt: skip
"""Of what each document is made: as its subject has it, or by words of its own, where those reach more of it."""


def line_of(name: str) -> str:
    """What is typed for a document: its own command where it has one."""
    return VERBS.get(name, f"print {name}")


RUNS = (
    *(
        Run(line_of(name), words, DOCUMENTS[name].audiences)
        for name, several in DOCUMENT_WORDS.items() for words in several
    ),
    Run("print health", (BARE,), MEMBERS), Run("blueprint", (BARE,), ("public",)),
    Run("invite", (BARE, FIRST), MEMBERS),
    Run("move", (BARE, FIRST, "2027-02-16", "--because", "Frost"), TEAM, (), (), named=False, writes=True),
    Run("privacy export", ("jo.ng",), ONE_PERSON, named=False),
    *(Run(line_of(name), (MAIN, day), ("public",)) for name in ("agenda", "invite") for day in HIDDEN),
    Run("notes print", (MAIN, HIDDEN[0]), ("public",)),
    Run("join", (MAIN, "jo.ng"), MEMBERS, named=False),
    Run("export", (MAIN,), ALL, TABLES, SLOW_TABLES),
    Run("calendar", ("--all", "--many"), ("public", "members"), ("ics",), ()),
    *(_screen("list", what, "--json") for what in NOUNS),
    _screen("next", "--json"), _screen("next", MAIN), _screen("actions", MAIN, "--json"),
    _screen("notes show", MAIN, HELD), _screen("notes show", MAIN, HELD, "--json"),
    _screen("review show", MAIN, "--json"), _screen("schedule", MAIN, "--dry-run"),
    _screen("why", "C2", MAIN, audiences=ALL), _screen("explain"),
    _screen("explain", "Home First"), _screen("explain", "fishbowl"),
    _screen("privacy due"), _screen("health", MAIN, "--json"),
)  # fmt: skip

WRITES = "writes files of the workspace, and says what it wrote to the one who typed it"
NOT_RUN = {
    "init": WRITES, "new community": WRITES, "new person": WRITES, "new organisation": WRITES,
    "new session": WRITES, "new initiative": WRITES, "new group": WRITES, "new story": WRITES,
    "new practice": WRITES, "new event": WRITES, "new challenge": WRITES, "new cohort": WRITES,
    "new opportunity": WRITES, "leave": WRITES, "import members": WRITES, "import dates": WRITES, "migrate": WRITES,
    "import replies": WRITES,
    "cancel": WRITES, "notes new": WRITES, "notes tidy": WRITES, "notes commit": WRITES,
    "notes take": WRITES, "notes add": WRITES, "notes edit": WRITES, "attend": WRITES,
    "undo": WRITES, "close": WRITES,
    "feedback": WRITES, "save": WRITES, "sync": WRITES, "review new": WRITES, "initiative stage": WRITES,
    "initiative adopt": WRITES, "privacy erase": WRITES,
    "show": "says all that a file says to the one whose file it is: every field reaches it",
    "help": "reads no workspace",
    "trust": "reads the templates",
    "doctor": "reads the machine", "schema": "reads the models", "templates list": "reads the templates",
    "templates copy": "reads the templates",
    "check": "says what is wrong in the files, to whoever may read them",
    **{f"print {name}": f"is “copkit {verb}”" for name, verb in VERBS.items()},
    "print sheets": "is four documents that are run by themselves",
}  # fmt: skip
"""Commands that print no record for an audience, each with the reason."""
CALENDARS = {"copkit/cli/calendar.py", "copkit/cli/calendar_files.py"}
"""Modules that write calendars, of a command above."""


def run_all(root: Path, out: Path, *, slow: bool) -> Iterator[Output]:
    """All that every run writes and says, in its quick forms or in its slow ones."""
    for number, run in enumerate(RUNS):
        forms = run.slow if slow else run.quick
        if slow and not forms:
            continue
        for audience in run.audiences:
            yield from _outputs(root, out / f"{number}-{audience}", run, audience, forms)


def _outputs(root: Path, folder: Path, run: Run, audience: Audience, forms: tuple[str, ...]) -> Iterator[Output]:
    if run.writes:
        root = shutil.copytree(root, folder.with_name(f"{folder.name}-workspace"))
    words = [*run.command.split(), *run.words]
    words += ["--for", audience] if run.named else []
    if forms:
        words += ["--out", str(folder)]
    if forms and forms != ("ics",):
        words += ["--format", ",".join(forms)]
    ran = copkit(*words, root=root)
    line = " ".join((run.command, *run.words))
    if ran.code not in (0, 1, 2, 3):
        raise AssertionError(f"“{line}” ended with {ran.code}: {ran.err}")
    yield Output(run.command, line, audience, "what it says", "screen", (ran.out + ran.err).encode())
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            name = path.relative_to(folder).as_posix()
            yield Output(run.command, line, audience, name, path.suffix.removeprefix("."), path.read_bytes())


def every_command() -> Iterator[str]:
    """Every command that can be typed, those within others as well."""

    def walk(command: Any, words: tuple[str, ...]) -> Iterator[str]:
        below = within(command)
        if not below:
            yield " ".join(words)
        for name, one in below.items():
            yield from walk(one, (*words, name))

    for name in COMMANDS:
        yield from walk(command_of(name), (name,))


def every_calendar_writer() -> set[str]:
    """Every module above the calendars that imports what writes them."""
    found = set()
    for path in (ROOT / "copkit").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        tree = ast.parse(text if "copkit.calendars.ics" in text else "")
        imports = [one for one in ast.walk(tree) if isinstance(one, ast.ImportFrom)]
        names = [it.name for one in imports if one.module == "copkit.calendars.ics" for it in one.names]
        if "write" in names:
            found.add(path.relative_to(ROOT).as_posix())
    return found


def every_page() -> set[str]:
    """Every template of a document that stands for itself."""
    return {
        path.name.removesuffix(".html.j2")
        for path in (ROOT / "templates").glob("*.html.j2")
        if '{% extends "base.html.j2" %}' in path.read_text(encoding="utf-8")
    }
