"""`copkit new`: a community, a person, an organisation or a session."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from copkit.cli.asking import Question, answers, on_terminal
from copkit.cli.bringing import Brings, left_as_it_is, said_brings
from copkit.cli.common import DryRun, Root, Today, the_day, workspace
from copkit.cli.exits import OK, Stop
from copkit.cli.new_community import community
from copkit.cli.new_session import session
from copkit.cli.new_shelf import challenge, cohort, event, opportunity
from copkit.cli.new_work import group, initiative, practice, story
from copkit.cli.reading import chosen_id
from copkit.cli.registering import new_entries
from copkit.cli.scope import into_scope
from copkit.cli.show import note, tell
from copkit.cli.splicing import spliced
from copkit.cli.write import say_written, write
from copkit.editing.splice import insert_item
from copkit.editing.store import Change
from copkit.models import ids
from copkit.models.names import mixed_scripts, read_name
from copkit.workspace import Folder, Shared, fold, load_community, load_shared

app = typer.Typer(
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Name = Annotated[str, typer.Argument(metavar="NAME", help="The name, as it is to be printed.")]
Id = Annotated[str, typer.Option("--id", metavar="ID", help="The id; made from the name when left out.")]


@app.callback()
def new() -> None:
    """Add a community, person, organisation or session, or start what comes of talk from a line of the notes.

    Nothing that is there is changed. Said twice, it is done once.

    Example: copkit new person "Jo Ng" --organisation hospice --join systems-leadership

    Example: copkit new initiative --line 2026-06-09/idea/1
    """


app.command()(community)


@app.command()
def person(
    name: Name = "",
    organisation: Annotated[
        str, typer.Option("--organisation", "-o", metavar="ORGANISATION", help="Its id or name.")
    ] = "",
    job: Annotated[str, typer.Option("--job", metavar="JOB", help="The job.")] = "",
    brings: Brings = "",
    join: Annotated[str, typer.Option("--join", metavar="COMMUNITY", help="A community to join from today.")] = "",
    id: Id = "",
    root: Root = None,
    today: Today = "",
    dry_run: DryRun = False,
) -> int:
    """Add a person, with --join to a community too.

    Example: copkit new person "Jo Ng" --organisation hospice --job "Chief executive" --join systems-leadership
    """
    tree, shared = _workspace(root)
    questions = (
        Question("NAME", "What is the person's name?", read_name),
        Question("organisation", "Which organisation is it?", read_name),
        Question("job", "What is the job?", read_name, may_be_empty=True),
    )
    said = answers(
        questions, {"NAME": name, "organisation": organisation, "job": job}, ask=on_terminal(), all_of_them=not name
    )
    works_for = find_organisation(shared, said["organisation"])
    if mixed_scripts(said["NAME"]):
        note(f"Look again: “{said['NAME']}” mixes letters of two alphabets that look alike.")
    key = id if id in shared.people else same_person(shared, said["NAME"], works_for)
    changes = []
    if key is None:
        key = chosen_id(id, ids.from_person(said["NAME"]), list(shared.people), "person")
        entry: dict[str, Any] = {"name": said["NAME"], "organisation": works_for, "job": said["job"] or None}
        changes.append(new_entries(tree, shared, "people", {key: entry | said_brings(shared, brings)}))
    else:
        note(f"{said['NAME']} is in the register already, as {key}")
        left_as_it_is(shared, key, brings)
    if join:
        changes += _joined(tree, shared, join, key, the_day(today, shared), works_for)
    return _finish(tree, changes, _as(said["NAME"], key), dry_run=dry_run)


@app.command()
def organisation(
    name: Name = "",
    sector: Annotated[
        str, typer.Option("--sector", metavar="SECTOR", help="Its kind: acute, voluntary, local-authority …")
    ] = "",
    short: Annotated[str, typer.Option("--short", metavar="NAME", help="A short name for tables.")] = "",
    id: Id = "",
    root: Root = None,
    dry_run: DryRun = False,
) -> int:
    """Add a partner organisation.

    Example: copkit new organisation "St Elsewhere Hospice" --sector voluntary
    """
    tree, shared = _workspace(root)
    questions = (
        Question("NAME", "What is the organisation called?", read_name),
        Question(
            "sector", "Which sector is it in (acute, voluntary, local-authority …)?", read_name, may_be_empty=True
        ),
        Question("short", "Has it a short name?", read_name, may_be_empty=True),
    )
    said = answers(
        questions, {"NAME": name, "sector": sector, "short": short}, ask=on_terminal(), all_of_them=not name
    )
    same = [key for key, one in shared.organisations.items() if fold(one.name) == fold(said["NAME"])]
    if same and id in ("", *same):
        note(f"{said['NAME']} is in the register already, as {same[0]}")
        return OK
    key = chosen_id(id, ids.from_title(said["NAME"]), list(shared.organisations), "organisation")
    entry = {"name": said["NAME"], "short": said["short"] or None, "sector": said["sector"] or None}
    if not said["short"]:
        del entry["short"]
    changes = [new_entries(tree, shared, "organisations", {key: entry})]
    return _finish(tree, changes, _as(said["NAME"], key), dry_run=dry_run)


app.command()(session)
for work in (initiative, group, story, practice, event, challenge, cohort, opportunity):
    app.command()(work)


def find_organisation(shared: Shared, typed: str) -> str:
    """The id of an organisation typed as id or name."""
    known = shared.organisations
    if typed in known:
        return typed
    wanted = fold(typed)
    named = [key for key, one in known.items() if wanted in (fold(one.name), fold(one.short), key)]
    if len(named) == 1:
        return named[0]
    from copkit.suggest import argument, did_you_mean

    begun = [key for key in known if wanted and key.startswith(wanted)]
    near = f"Did you mean “{begun[0]}”?" if len(begun) == 1 else did_you_mean(typed, list(known))
    hint = near or f"“copkit new organisation {argument(typed, 'NAME')}” adds it."
    raise Stop(f"there is no organisation “{typed}”", hint=hint)


def _as(name: str, key: str) -> str:
    return f"The other files call {name}: {key}"


def _workspace(root: Path | None) -> tuple[Folder, Shared]:
    tree = workspace(root)
    return tree, load_shared(tree)


def same_person(shared: Shared, name: str, works_for: str) -> str | None:
    """The id of somebody of that name at that organisation."""
    for key, one in shared.people.items():
        here = one.organisation if isinstance(one.organisation, str) else [place.id for place in one.organisation]
        if fold(one.name) == fold(name) and (works_for == here or works_for in here):
            return key
    return None


def _joined(tree: Folder, shared: Shared, typed: str, key: str, day: date, works_for: str) -> list[Change]:
    """The changes that put a person on a community's roll; none where the person is on it."""
    from copkit.cli.common import pick_id

    community = load_community(tree, pick_id(tree, typed))
    if any(member.who == key and member.left is None for member in community.members):
        note(f"{key} is on the roll of {community.id} already")
        return []
    path = f"communities/{community.id}/members.yaml"
    joined = spliced(tree, path, lambda data: insert_item(data, (), {"who": key, "joined": day}))
    return [joined, *into_scope(tree, shared, community, works_for, day)]


def _finish(tree: Folder, changes: list[Change], done: str, *, dry_run: bool) -> int:
    written = write(tree, changes, dry_run=dry_run)
    if not dry_run:
        say_written(written)
        if written:
            tell(done)
    return OK
