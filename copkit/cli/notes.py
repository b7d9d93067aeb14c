"""`copkit notes`: the curator's five minutes: make the file, see what was understood, tidy it, commit it."""

from typing import Annotated

import typer

from copkit.cli.common import AsJson, CommunityName, DryRun, Root, SessionName, Today, refuse, to_type
from copkit.cli.exits import OK
from copkit.cli.notes_session import READ, Chosen, choose
from copkit.cli.print import notes as print_notes
from copkit.cli.require_readable import names_known
from copkit.cli.show import note, say, tell
from copkit.dates import say_date
from copkit.looking import is_there

app = typer.Typer(
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


app.command("print")(print_notes)


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
    from copkit.cli.write import say_written, write
    from copkit.editing.store import Change
    from copkit.new.notes import notes_file
    from copkit.world.new_files import home

    chosen = choose(community, session, root, today)
    refuse("take notes", chosen.session, chosen.community, chosen.today)
    tree, path = chosen.tree, chosen.path
    if is_there(tree.root / path):
        note(f"{path} is there already and stays as it is")
    else:
        members = [member.who for member in chosen.community.on_roll(chosen.session.date)]
        data = notes_file(home(tree), path, chosen.session.date, members)
        written = write(tree, [Change(tree.root / path, data, None)], dry_run=dry_run)
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
    root: Root = None,
    today: Today = "",
    dry_run: DryRun = False,
) -> int:
    """Write names as ids and dates in full, in lines that are not committed yet. Nothing else changes.

    Example: copkit notes tidy systems-leadership 2026-06-09 --dry-run
    """
    from copkit.cli.notes_tidy import tidy_notes

    return tidy_notes(choose(community, session, root, today), yes=yes, dry_run=dry_run)


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
