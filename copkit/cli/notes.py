"""`copkit notes`: the curator's five minutes: make the file, see what was understood, tidy it, commit it."""

from pathlib import Path
from typing import Annotated

import typer

from copkit.cli.common import AsJson, CommunityName, DryRun, Root, SessionName, Today, refuse, to_type
from copkit.cli.exits import OK, Stop
from copkit.cli.notes_session import READ, Chosen, choose
from copkit.cli.print import notes as print_notes
from copkit.cli.require_readable import names_known
from copkit.cli.show import note, say, tell
from copkit.dates import say_date

app = typer.Typer(
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


app.command("print")(print_notes)

Accept = Annotated[bool, typer.Option("--accept", help="Take all that is shown, without asking.")]
TakeWords = Annotated[
    list[str], typer.Argument(metavar="[COMMUNITY] [SESSION] FILE", help="The minutes, - for a paste.")
]
AddWords = Annotated[
    list[str], typer.Argument(metavar="[COMMUNITY] [SESSION] LINE", help="The line, in quotation marks.")
]


@app.callback()
def notes() -> None:
    """Take a session's notes: make the file, see what was understood, tidy it, commit it, print it.

    Example: copkit notes show systems-leadership 2026-06-09
    """


@app.command()
def new(
    community: CommunityName = "",
    session: SessionName = "",
    root: Root = None,
    today: Today = "",
    dry_run: DryRun = False,
) -> int:
    """Make the notes file of a session, with the members' names to copy from, and print the keywords.

    Nobody is filled in as present. A file that is there already stays as it is.

    Example: copkit notes new systems-leadership 2026-06-09
    """
    from copkit.cli.notes_new import begun
    from copkit.cli.notes_show import say_footer
    from copkit.cli.write import say_written, write
    from copkit.editing.store import Change

    chosen = choose(community, session, root, today)
    refuse("take notes", chosen.session, chosen.community, chosen.today)
    seen, data = begun(chosen)
    if seen is not None:
        note(f"{chosen.path} is there already and stays as it is")
        say_footer(chosen)
    else:
        written = write(chosen.tree, [Change(chosen.tree.root / chosen.path, data, None)], dry_run=dry_run)
        if dry_run:
            return OK
        say_written(written)
    _card(chosen)
    return OK


def _card(chosen: Chosen) -> None:
    """The keywords, to have beside the keyboard."""
    from copkit.capture import keywords

    say()
    say("Below “capture: |”, type a line for each thing. It starts with one of these:", "bold")
    for keyword in keywords():
        say(f"  {keyword.name + ':':<12} {' | '.join(keyword.parts):<25} {keyword.means}")
    say("  anything else is kept as a note")
    say()
    tell("People by id, name or a first name that only one has. Dates such as 30 Jun, next, +2w. #word is a theme.")
    for command, does in (("show", "prints what was understood"), ("commit", "keeps it")):
        tell(
            f"copkit notes {command} {chosen.community.id} {to_type(chosen.community, chosen.session)}  {does}",
            "cyan",
        )


@app.command()
def show(
    community: CommunityName = "",
    session: SessionName = "",
    root: Root = None,
    today: Today = "",
    as_json: AsJson = False,
) -> int:
    """Show each line as typed, what it was understood to mean, and what is in doubt.

    Works on notes that are not finished or not YAML: nothing that was typed is left out.

    Example: copkit notes show systems-leadership 2026-06-09
    """
    from copkit.cli.notes_show import print_data, print_understood, understand

    chosen = choose(community, session, root, today, READ)
    names_known(chosen.shared, "team")
    understood = understand(chosen)
    if as_json:
        print_data(understood)
    else:
        print_understood(understood)
    return OK


@app.command()
def tidy(
    community: CommunityName = "",
    session: SessionName = "",
    yes: Annotated[bool, typer.Option("--yes", help="Rewrite even where git cannot say what is agreed.")] = False,
    accept: Accept = False,
    root: Root = None,
    today: Today = "",
    dry_run: DryRun = False,
) -> int:
    """Write names as ids and dates in full, in lines that are not committed yet, and ask what plain notes are.

    A note that looks like an action, a decision or names is shown with what it would be: yes, no, or in other
    words. Nothing else changes.

    Example: copkit notes tidy systems-leadership 2026-06-09 --dry-run
    """
    from copkit.cli.notes_tidy import tidy_notes

    return tidy_notes(choose(community, session, root, today), yes=yes, accept=accept, dry_run=dry_run)


@app.command()
def take(
    words: TakeWords,
    accept: Accept = False,
    root: Root = None,
    today: Today = "",
    dry_run: DryRun = False,
) -> int:
    """Take minutes from Word, Markdown or plain text into the notes: every line is kept as it stands.

    Then what looks like attendance, apologies, an action, a decision or a question is shown line by line: yes, no,
    or in other words. Nothing is written unasked. “-” takes what is pasted. What a machine wrote stays marked so.

    Example: copkit notes take systems-leadership 2026-06-09 "Minutes 9 June.docx"
    """
    from copkit.cli.importing import looks_like_a_file
    from copkit.cli.notes_take import read_text
    from copkit.cli.notes_take import take as take_text

    file = next(filter(looks_like_a_file, words), words[-1])
    which = [word for word in words if word != file]
    return take_text(_which(which, root, today), read_text(file), accept=accept, dry_run=dry_run)


@app.command()
def add(
    words: AddWords,
    root: Root = None,
    today: Today = "",
    dry_run: DryRun = False,
) -> int:
    """Add a line to a session's notes without opening the file, and say how it was read.

    Example: copkit notes add systems-leadership 2026-06-09 "action: Sam Reid to ring the council by 30 June"
    """
    from copkit.cli.notes_take import add as add_line

    *which, line = words
    return add_line(_which(which, root, today), line, dry_run=dry_run)


@app.command()
def edit(
    community: CommunityName = "",
    session: SessionName = "",
    root: Root = None,
    today: Today = "",
    dry_run: DryRun = False,
) -> int:
    """Open a session's notes in your editor: EDITOR, or what the system opens text with. Made where there are none.

    Example: copkit notes edit systems-leadership 2026-06-09
    """
    from copkit.cli.notes_take import edit as edit_notes

    return edit_notes(choose(community, session, root, today), dry_run=dry_run)


def _which(words: list[str], root: Path | None, today: str) -> Chosen:
    """The session named before what is taken or added, in either order with its community."""
    if len(words) > 2:
        raise Stop("name a community, a session, and then one file or line", hint="Put a line in quotation marks.")
    first, second = (*words, "", "")[:2]
    return choose(first, second, root, today)


@app.command()
def commit(
    community: CommunityName = "",
    session: SessionName = "",
    root: Root = None,
    today: Today = "",
    dry_run: DryRun = False,
) -> int:
    """Check a session's notes and commit them to git: this file, and new entries of the registers that it names.

    What is found is said, and the notes are committed all the same, unless they would expose somebody.

    Example: copkit notes commit systems-leadership 2026-06-09
    """
    from copkit.cli import committing
    from copkit.cli.notes_proposed import say_looks_like
    from copkit.cli.notes_show import understand
    from copkit.cli.with_registers import with_registers
    from copkit.workspace.copied import copies_of

    chosen = choose(community, session, root, today)
    understood = understand(chosen)
    repo = committing.repository(chosen.tree)
    before = committing.status(repo)
    message = f"Notes: {chosen.title}, {say_date(chosen.session.date)}"
    paths = with_registers(repo, before, chosen.shared, [chosen.path])
    found = committing.findings(chosen.tree, chosen.shared, [chosen.community], chosen.today, paths)
    committing.say_findings([*found, *copies_of(chosen.path, chosen.tree)])
    tell(understood.summary)
    say_looks_like(chosen, understood.lines, understood.proposals)
    if chosen.path not in before.dirty:
        if repo.committed(chosen.path) is None:
            committing.refuse_ignored(chosen.path)
        say(f"committed already:\n  {chosen.path}")
    elif dry_run:
        tell(f"would commit: {message}")
        for path in paths:
            say(f"  {path}")
    else:
        committing.commit(repo, before, paths, message)
    return OK
