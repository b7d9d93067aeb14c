"""`copkit init`: a workspace with one community."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from copkit.cli.asking import Question, on_terminal
from copkit.cli.common import DryRun, Today
from copkit.cli.exits import OK, REFUSED, Stop
from copkit.cli.first_year import agreed
from copkit.cli.installed_from import pip_source
from copkit.cli.reading import day_of, read_breaks, read_month_name, read_nation, read_weekday_pattern
from copkit.cli.show import note, say
from copkit.cli.write import say_written, write
from copkit.dates import read_clock
from copkit.editing.store import Change
from copkit.looking import files_below, is_file, is_folder, is_there
from copkit.models.names import read_mailbox, read_name
from copkit.new.ci import workflow_files
from copkit.new.first_year import USUAL_BREAKS
from copkit.new.texts import Home
from copkit.new.workspace import LAST, beginning, with_lines, workspace_files
from copkit.suggest import argument
from copkit.workspace import Folder, find_root
from copkit.world.cache import template_cache
from copkit.world.git import running as the_git
from copkit.world.private import PRIVATE_MODE
from copkit.world.trust import is_free, note_own, own_templates
from copkit.world.undoing import forgotten

QUESTIONS = (
    Question("programme", "What is your programme called?", read_name, "Communities of Practice"),
    Question("system", "Which health and care system does it serve?", read_name),
    Question("community", "What is its first community called?", read_name),
    Question("contact", "Which shared mailbox may people write to?", read_mailbox),
    Question("name", "What is your name?", read_name),
    Question("organisation", "Which organisation do you work for?", read_name),
    Question("pattern", "On which weekday of the month does it meet?", read_weekday_pattern, "second tuesday"),
    Question("start", "At what time?", read_clock, "10:00"),
    Question("breaks", "Which months pause? Or none", read_breaks, ", ".join(USUAL_BREAKS)),
    Question("year-starts", "In which month does your year start?", read_month_name, "april"),
    Question(
        "holidays",
        "Whose bank holidays? England, Wales, Scotland or Northern Ireland",
        read_nation,
        "england",
    ),
)


Where = Annotated[Path, typer.Argument(metavar="[FOLDER]", help="Where; here when left out.")]
Programme = Annotated[str, typer.Option("--programme", metavar="NAME", help="The programme's name.")]
System = Annotated[str, typer.Option("--system", metavar="NAME", help="The health and care system that it serves.")]
Community = Annotated[str, typer.Option("--community", metavar="NAME", help="The first community's name.")]
Contact = Annotated[
    str, typer.Option("--contact", metavar="MAILBOX", help="A shared mailbox that people may write to.")
]
Name = Annotated[str, typer.Option("--name", metavar="NAME", help="Your name: you are the first convenor.")]
Organisation = Annotated[
    str, typer.Option("--organisation", metavar="ORGANISATION", help="The organisation you work for.")
]
Pattern = Annotated[
    str, typer.Option("--pattern", metavar="WEEKDAY", help="The weekday: “second tuesday” unless you say.")
]
Start = Annotated[str, typer.Option("--start", metavar="TIME", help="When meetings start: 10:00 unless you say.")]
Breaks = Annotated[
    str, typer.Option("--breaks", metavar="MONTHS", help="Months that pause: august, december unless you say.")
]
Meetings = Annotated[str, typer.Option("--meetings", metavar="N", help="How many a year: 10 unless you say.")]
InPerson = Annotated[
    str, typer.Option("--in-person", metavar="N", help="How many of them are in person: 2 unless you say.")
]
Length = Annotated[
    str, typer.Option("--minutes", metavar="MINUTES", help="How long one online lasts: 90 unless you say.")
]
First = Annotated[
    str, typer.Option("--first", metavar="DAY", help="The first meeting: the first one in four weeks or more.")
]
Rest = Annotated[
    bool, typer.Option("--rest-of-year", help="Plan the rest of the programme's year, not twelve months.")
]
YearStarts = Annotated[str, typer.Option("--year-starts", metavar="MONTH", help="The month: april unless you say.")]
Holidays = Annotated[
    str, typer.Option("--holidays", metavar="NATION", help="Whose bank holidays to avoid: England unless you say.")
]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Ask nothing; take the defaults.")]
Git = Annotated[bool, typer.Option("--git", help="Make the folder a git repository too.")]
Ci = Annotated[bool, typer.Option("--ci", help="Add workflow files for GitHub and GitLab, also to a workspace.")]
Install = Annotated[
    str, typer.Option("--install", metavar="ADDRESS", help="Where the workflow files get copkit, as pip takes it.")
]


def init(
    folder: Where = Path(),
    programme: Programme = "",
    system: System = "",
    community: Community = "",
    contact: Contact = "",
    name: Name = "",
    organisation: Organisation = "",
    pattern: Pattern = "",
    start: Start = "",
    breaks: Breaks = "",
    meetings: Meetings = "",
    in_person: InPerson = "",
    minutes: Length = "",
    first: First = "",
    rest_of_year: Rest = False,
    year_starts: YearStarts = "",
    holidays: Holidays = "",
    yes: Yes = False,
    git: Git = False,
    ci: Ci = False,
    install: Install = "",
    today: Today = "",
    dry_run: DryRun = False,
) -> int:
    """Start a workspace with one community, ready to be scheduled.

    Asks a few questions on a terminal; elsewhere, and with --yes, the options say it. Files that are there
    already are never changed, except that .gitignore gets the lines that keep private details out of git.

    Example: copkit init our-communities

    Example: copkit init --system "Anytown Integrated Care System" --community "Home First" --yes
    --contact cop.team@anytown.example --name "Amina Khan" --organisation "NHS Anytown ICB"

    Example: copkit init --ci --install git+https://code.example/team/copkit.git@v0.1.0
    """
    root = folder.absolute()
    home = Home(root, template_cache(), own_templates(root))
    workflows = workflow_files(home, pip_source(install, root)) if ci else {}
    if install and not ci:
        raise Stop("--install goes with --ci", hint="It says where the workflow files get copkit from.")
    if ci and find_root(root) == root:
        return _add_workflows(root, workflows, dry_run=dry_run)
    _refuse_taken(root)
    day = _day(today)
    given = {
        "programme": programme, "system": system, "community": community, "contact": contact, "name": name,
        "organisation": organisation, "pattern": pattern, "start": start, "breaks": breaks,
        "year-starts": year_starts, "holidays": holidays, "meetings": meetings, "in-person": in_person,
        "minutes": minutes, "first": first,
    }  # fmt: skip
    asked = on_terminal() and not yes
    begin = beginning(*agreed(QUESTIONS, given, day, rest=rest_of_year, ask=asked))
    written = _start(root, workspace_files(home, begin, day) | workflows, dry_run=dry_run)
    if not dry_run:
        _say_end(folder, root, written, git)
    return OK


def _add_workflows(root: Path, files: dict[str, bytes], *, dry_run: bool) -> int:
    """Add the workflow files to a workspace that is there."""
    for path in write(Folder(root), list(_changes(root, files)), dry_run=dry_run):
        say(f"wrote {path}")
    return OK


def _start(root: Path, files: dict[str, bytes], *, dry_run: bool) -> list[str]:
    """Write the files of a workspace that starts here, or is finished here."""
    if not _only_ours(root, files):
        raise _taken(root)
    changes, free = list(_changes(root, files)), is_free(root)
    if not dry_run:
        _make(root)
    written = write(Folder(root), changes, dry_run=dry_run, noting=forgotten(root))
    if free and not dry_run:
        note_own(root)
    return written


def _refuse_taken(root: Path) -> None:
    """A workspace is never started over another one, nor inside one; but one that was begun may be finished."""
    if is_there(root) and not is_folder(root):
        raise Stop(f"{root} is a file, not a folder", REFUSED)
    found = find_root(root)
    if found == root and is_there(root / LAST):
        raise _taken(root)
    if found and found != root:
        hint = (
            f"Choose a folder outside it, such as {found.parent / root.name}, or add a community to it with "
            "“copkit new community NAME”."
        )
        raise Stop(f"{root} lies inside the workspace {found}; nothing was written", REFUSED, hint)


def _only_ours(root: Path, files: dict[str, bytes]) -> bool:
    """Whether the communities that are there already were made by the same command, which was then killed."""
    there = [path for path in files_below(root / "communities") if path.name[0] != "."]
    return all(
        is_file(path) and files.get(path.relative_to(root).as_posix()) == path.read_bytes() for path in there
    )


def _taken(root: Path) -> Stop:
    hint = "“copkit new community NAME” adds a community to it."
    return Stop(f"{root} is a workspace already; nothing was written", REFUSED, hint)


def _day(text: str) -> date:
    now = datetime.now(ZoneInfo("Europe/London")).date()
    return day_of(text, "--today", now) if text else now


def _changes(root: Path, files: dict[str, bytes]) -> Iterator[Change]:
    """What to write: files that are there already are left alone, and .gitignore gets what it lacks."""
    for path, data in files.items():
        there = root / path
        if not is_there(there):
            yield Change(there, data, None)
        elif path == ".gitignore":
            seen = there.read_bytes()
            if (more := with_lines(seen, data)) != seen:
                yield Change(there, more, seen)
        else:
            note(f"{path} is there already and stays as it is")


def _make(root: Path) -> None:
    try:
        root.mkdir(parents=True, exist_ok=True)
        (root / "private").mkdir(PRIVATE_MODE, exist_ok=True)
    except OSError as problem:
        raise Stop(f"{root} cannot be made ({problem.strerror})", REFUSED) from problem


def _say_end(folder: Path, root: Path, written: list[str], git: bool) -> None:
    say_written(written)
    say()
    if folder != Path():
        say(f"Next: cd {argument(str(folder), 'FOLDER')}")
        say("      copkit schedule      makes the community's year")
    else:
        say("Next: copkit schedule      makes the community's year")
    say("      copkit next          says what to fill in first, and where")
    _git(root, git)


def _git(root: Path, wanted: bool) -> None:
    """Make a repository where that is wanted; else say how, where there is none yet."""
    if any(is_there(place / ".git") for place in (root, *root.parents)):
        return
    if not the_git.installed():
        note("git is not installed: copkit works without it, but keeps no history of the files.")
    elif wanted:
        made = the_git.run(root, "init", "--quiet")
        if not made.ok:
            note(f"git could not make a repository of it: {made.first_words}")
            return
        _say_first_commit()
    else:
        say("      git init             keeps a history of the files, if you want one")
        _say_first_commit()


def _say_first_commit() -> None:
    """Two lines, since not every shell joins two commands in the same way."""
    say("      git add --all        takes in everything but private/ and build/")
    say("      git commit -m Start  keeps the first version")
