"""`copkit import members`: a list from a spreadsheet into the register, the roll and the private folder."""

from pathlib import Path
from typing import Annotated

import typer

from copkit.cli.common import AsJson, CommunityName, DryRun, Root, Today, the_day, workspace
from copkit.cli.community_or_only import community_and
from copkit.cli.exits import OK, REFUSED, Stop
from copkit.cli.importing import read_export
from copkit.cli.importing_dates import dates
from copkit.cli.importing_replies import replies
from copkit.cli.join import roll_of
from copkit.cli.receipts import Columns, Sheet, no_columns, said_columns, say_receipt, settled
from copkit.cli.registering import new_entries
from copkit.cli.say_json import say_json
from copkit.cli.show import note, say
from copkit.cli.splicing import spliced
from copkit.cli.write import path_in, say_written, write
from copkit.editing.people import add_items
from copkit.editing.store import Change
from copkit.importers.member_list import FIELDS, MemberList, read_members
from copkit.importers.members import Import, worked_out
from copkit.importers.receipt import Receipt, Said
from copkit.importers.suggested import NoColumns
from copkit.importers.tables import Unreadable
from copkit.workspace import Folder, Shared, load_community, load_shared
from copkit.world.foreign import unpacked
from copkit.world.private import known_contacts, private_folder, put_private, with_addresses

app = typer.Typer(
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Table = Annotated[str, typer.Argument(metavar="FILE", help="A table: .csv or .xlsx, with a row of headers.")]
SkipBad = Annotated[bool, typer.Option("--skip-bad", help="Import the good rows, leave out the bad ones.")]


@app.callback()
def import_() -> None:
    """Take in what others keep in spreadsheets and calendars.

    Example: copkit import members systems-leadership members.xlsx --dry-run

    Example: copkit import replies systems-leadership 2027-01-12 replies.xlsx --dry-run

    Example: copkit import dates school-terms.ics --dry-run
    """


app.command()(dates)
app.command()(replies)


@app.command()
def members(
    community: CommunityName = "",
    file: Table = "",
    columns: Columns = "",
    sheet: Sheet = "",
    skip_bad: SkipBad = False,
    root: Root = None,
    today: Today = "",
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> int:
    """Put the people of a list on a community's roll: name, organisation, job, brings, email and joined.

    Who is not in the register yet is added to it; e-mail addresses go into the private folder and nowhere else.
    What was read and what was left out is said: who has left, rows that are no person, other sheets, hidden rows.
    Every doubtful row is named at once, and nothing is imported until all are right, or --skip-bad leaves the
    bad ones out. Said twice, it is done once.

    Example: copkit import members systems-leadership members.csv --dry-run
    """
    tree = workspace(root)
    shared = load_shared(tree)
    one, file = community_and(tree, (community, file), "FILE", "copkit import members")
    files = load_community(tree, one)
    contacts = known_contacts(tree, shared)
    listed = _read(file, Said(said_columns(columns, FIELDS), sheet))
    made = worked_out(listed.rows, shared, files, contacts, the_day(today, shared))
    say_receipt(listed.receipt)
    _say_remarks(made, skip_bad=skip_bad)
    contact = []
    if made.addresses:
        contact = with_addresses(tree, shared, made.addresses)
    written = write(tree, _changes(tree, shared, files.id, made), dry_run=dry_run)
    if kept := put_private(tree, shared, contact, dry_run=dry_run):
        count = f"{len(made.addresses)} address{'' if len(made.addresses) == 1 else 'es'}"
        note(f"{'Would keep' if dry_run else 'Kept'} {count} {kept.where}.")
    if as_json and not dry_run:
        _print_json(files.id, made, listed.receipt, written)
    else:
        say_written(written)
        told = note if dry_run else say
        told(f"{made.rows} rows: {len(made.people)} new people, {len(made.lines)} new on the roll of {files.id}.")
    _mind_the_place(tree, shared, file)
    return OK


def _read(file: str, asked: Said) -> MemberList:
    """The list, its doubts settled; an end where it cannot be read."""
    try:
        table = unpacked(read_export(file))
        return settled(lambda said: read_members(table, said), asked, file)
    except NoColumns as problem:
        raise no_columns(problem, file, "name=…,organisation=…,email=…") from problem
    except Unreadable as problem:
        raise Stop(f"{file}: {problem.message}", REFUSED, problem.fix) from problem


def _say_remarks(made: Import, *, skip_bad: bool) -> None:
    """Every remark by its row; an end where a row is bad and was not to be left out."""
    for remark in sorted(made.remarks):
        note(f"row {remark.row}: {remark.text}{' (left out)' if remark.bad and skip_bad else ''}")
    bad = sum(remark.bad for remark in made.remarks)
    if bad and not skip_bad:
        what = "1 row is" if bad == 1 else f"{bad} rows are"
        hint = "Put them right, or leave them out with --skip-bad."
        raise Stop(f"{what} bad; nothing was imported", REFUSED, hint)


def _print_json(community: str, made: Import, receipt: Receipt, written: list[str]) -> None:
    """What was imported, for scripts: ids only, and of addresses the number."""
    summary = {
        "community": community,
        "rows": made.rows,
        "people": list(made.people),
        "roll": [str(line["who"]) for line in made.lines],
        "addresses": len(made.addresses),
        "remarks": [remark._asdict() for remark in sorted(made.remarks)],
        "receipt": receipt.as_json(),
        "written": written,
    }
    say_json(summary)


def _changes(tree: Folder, shared: Shared, community: str, made: Import) -> list[Change]:
    changes = []
    if made.people:
        changes.append(new_entries(tree, shared, "people", made.people))
    if made.lines:
        changes.append(spliced(tree, roll_of(community), lambda data: add_items(data, made.lines)))
    return changes


def _mind_the_place(tree: Folder, shared: Shared, file: str) -> None:
    """A word where a list of names and addresses lies where git may take it."""
    path = Path(file).resolve()
    if path.is_relative_to(tree.real) and not path.is_relative_to(private_folder(tree, shared).resolve()):
        shown = path_in(tree, str(path))
        note(f"{shown} holds names and lies in the workspace: delete it, or keep it in private/.")
