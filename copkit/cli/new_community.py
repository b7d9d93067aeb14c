"""`copkit new community`: a folder with a community and its roll."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from copkit.cli.asking import Question, answers, on_terminal
from copkit.cli.common import DryRun, Root, Today, the_day, workspace
from copkit.cli.exits import OK, Stop
from copkit.cli.from_blueprint import settings_from
from copkit.cli.reading import ADDS, chosen_id, read_month_name, read_weekday_pattern, registered
from copkit.cli.show import note, say
from copkit.cli.write import say_written, write
from copkit.dates import read_clock
from copkit.editing.store import Change
from copkit.looking import is_there, names_in
from copkit.models import ids
from copkit.models.names import read_name
from copkit.new.community import Circle, community_files
from copkit.new.first_year import USUAL_BREAKS, own_start, usual_number
from copkit.new.sibling import sibling_files
from copkit.workspace import Folder, Shared, community_ids, fold, load_community, load_shared
from copkit.workspace.load import PROGRAMME
from copkit.world.new_files import home

if TYPE_CHECKING:
    from copkit.models.blueprint import BlueprintSettings

QUESTIONS = (
    Question("NAME", "What is the community called?", read_name),
    Question("pattern", "On which weekday of the month does it meet?", read_weekday_pattern, "second tuesday"),
    Question("start", "At what time?", read_clock, "10:00"),
)


Name = Annotated[str, typer.Argument(metavar="NAME", help="Its name, or the id to give it.")]
Pattern = Annotated[
    str, typer.Option("--pattern", metavar="WEEKDAY", help="The weekday: “second tuesday” unless you say.")
]
Start = Annotated[str, typer.Option("--start", metavar="TIME", help="When meetings start: 10:00 unless you say.")]
YearStarts = Annotated[
    str, typer.Option("--year-starts", metavar="MONTH", help="When it differs from the programme's.")
]
Rest = Annotated[
    bool, typer.Option("--rest-of-year", help="Plan the rest of the programme's year, not twelve months.")
]
Convenor = Annotated[
    str, typer.Option("--convenor", metavar="PERSON", help="Who calls it together, by id or name.")
]
Id = Annotated[str, typer.Option("--id", metavar="ID", help="The id; made from the name when left out.")]
Like = Annotated[
    str, typer.Option("--like", metavar="BLUEPRINT", help="Begin from a community here, or a blueprint file.")
]


def community(
    name: Name = "",
    pattern: Pattern = "",
    start: Start = "",
    year_starts: YearStarts = "",
    convenor: Convenor = "",
    rest_of_year: Rest = False,
    id: Id = "",
    like: Like = "",
    root: Root = None,
    today: Today = "",
    dry_run: DryRun = False,
) -> int:
    """Add a community, ready to be scheduled.

    With --like it begins as a sibling of another, with its rhythm, roles, agreement, running orders and what was
    learned, without its people, dates and history. BLUEPRINT is a community of this workspace, or the file
    blueprint-COMMUNITY.yaml that “copkit blueprint” wrote in any other.

    Example: copkit new community "Frailty Community of Practice" --pattern "third thursday" --start 14:00
    """
    tree = workspace(root)
    shared = load_shared(tree)
    day = the_day(today, shared)
    settings = settings_from(tree, shared, like, day) if like else None
    given = {"NAME": name, "pattern": pattern, "start": start}
    said = {**given, **answers(_questions(settings, given), given, ask=on_terminal(), all_of_them=not name)}
    key, title, known = _meant(tree, said["NAME"], id)
    starts = _month(year_starts) or ("" if rest_of_year else _own_start(shared, settings, said["pattern"], day))
    circle = Circle(key, title, said["pattern"], said["start"], starts)
    who = registered(shared.register, convenor, ADDS) if convenor else ""
    if settings is None:
        files = community_files(home(tree), circle, day, who)
    else:
        files = sibling_files(home(tree), circle, settings, day, who)
    changes = [Change(path, data, None) for name, data in files.items() if not is_there(path := tree.root / name)]
    if known and not changes:
        note(f"{said['NAME']} is there already: communities/{key}")
        return OK
    written = write(tree, changes, dry_run=dry_run)
    if not dry_run:
        _say_end(written, key)
    return OK


def _say_end(written: list[str], key: str) -> None:
    say_written(written)
    say("Next: fill the gaps in its file. Then this makes its year:")
    say(f"      copkit schedule {key}")


def _own_start(shared: Shared, settings: "BlueprintSettings | None", pattern: str, day: date) -> str:
    """The month in which its own year starts, so that one that begins late in the year has all its meetings."""
    starts = shared.programme.year_starts
    if settings is None:
        return own_start(pattern, USUAL_BREAKS, usual_number(pattern, USUAL_BREAKS), starts, day)
    rhythm = settings.rhythm
    if rhythm.kind != "monthly" or rhythm.starts or not rhythm.promised:
        return ""
    return own_start(pattern, rhythm.break_months, rhythm.promised, starts, day)


def _questions(settings: "BlueprintSettings | None", given: Mapping[str, str]) -> tuple[Question, ...]:
    """What to ask; a blueprint's own day and time are taken when nobody says another."""
    if settings is None:
        return QUESTIONS
    rhythm = settings.rhythm
    own = {"pattern": " and ".join(rhythm.patterns), "start": rhythm.clocks[0]}
    kept = {"pattern": bool(rhythm.every), "start": len(rhythm.clocks) > 1}
    asked = (one for one in QUESTIONS if given[one.flag] or not kept.get(one.flag))
    return tuple(one._replace(default=own.get(one.flag) or one.default) for one in asked)


class _Meant(NamedTuple):
    """The community that is meant: its id, what it is called, and whether it is there already."""

    id: str
    title: str
    known: bool


def _meant(tree: Folder, typed: str, id: str) -> _Meant:
    """What is meant by a name, or by an id that was typed in its place, and by `--id`."""
    by_id = _is_id(typed)
    wanted, derived = id or (typed if by_id else ""), ids.from_community(typed)
    known = _known(tree, wanted or derived, typed, by_id=by_id)
    key = known or chosen_id(wanted, derived, [PROGRAMME, *_taken(tree, wanted or derived)], "community")
    title = typed.replace("-", " ").replace(".", " ").capitalize() if by_id else typed
    return _Meant(key, title, bool(known))


def _is_id(typed: str) -> bool:
    """Whether an id was typed and not a name; what looks like a path, an option or a reserved name is neither."""
    problem = ids.trouble(typed)
    odd = typed[0] in ".-" or typed[-1] in ".-" or "/" in typed or "\\" in typed
    if problem and " " not in typed and (odd or ids.reserved(typed)):
        raise Stop(f"“{typed}” cannot be the id of a community: {problem}", hint="Write a name or an id.")
    return not problem


def _taken(tree: Folder, wanted: str) -> list[str]:
    """The communities that there are. An empty folder of the wanted id is none: a run that was killed left it."""
    return [
        name
        for name in community_ids(tree)
        if name != wanted or any(one[0] != "." for one in names_in(tree.root / "communities" / name))
    ]


def _known(tree: Folder, key: str, name: str, *, by_id: bool) -> str:
    """The id of the community that is meant, when it is there already."""
    if key not in community_ids(tree):
        return ""
    return key if by_id or fold(load_community(tree, key).about.name) == fold(name) else ""


def _month(text: str) -> str:
    read = read_month_name(text) if text else None
    if read is not None and read.value is None:
        raise Stop(f"--year-starts: {read.problem}", hint=read.fix)
    return (read.value or "") if read else ""
