"""What the records that come of a session share: the line that they start from, and what was not said."""

from datetime import date
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from copkit.cli.asking import Question, answers, on_terminal
from copkit.cli.common import pick_id, pick_ids, session_on, the_day, workspace
from copkit.cli.exits import REFUSED, Stop
from copkit.cli.reading import there_are
from copkit.cli.show import note, tell
from copkit.cli.write import say_written, write
from copkit.dates import Read, nearest_days, read_day, say_date
from copkit.editing.origin import LONGEST_NAME, LineId, Origin, lines_of, name_from, origin_of, read_id
from copkit.editing.store import Change
from copkit.looking import is_file
from copkit.models.names import read_name
from copkit.people.company import Company
from copkit.workspace import CommunityFiles, Folder, Shared, load_community, load_shared

FromLine = Annotated[
    str,
    typer.Option(
        "--line",
        metavar="LINE",
        help="The line of notes it starts from, such as 2026-06-09/idea/1; a day alone shows its lines.",
    ),
]
Whose = Annotated[str, typer.Argument(metavar="[COMMUNITY]", help="Its id, or the start of it.")]
NameOption = Annotated[
    str, typer.Option("--name", metavar="NAME", help="What to call it; made from the line when left out.")
]

_KINDS = ("community", "members", "plan", "notes", "initiative", "group", "story", "practices")
_MOST, _WIDEST = 12, 52


class Start(NamedTuple):
    """Where a record starts: the workspace and its day, the community, and what the line of notes gives."""

    tree: Folder
    shared: Shared
    community: CommunityFiles
    names: Company
    origin: Origin
    today: date

    def day(self, text: str) -> Read[str]:
        """A day as the files write it, read forward from today; one in doubt is not read."""
        read = read_day(text, self.today)
        if read.value is None or read.problem:
            return Read(None, problem=read.problem, fix=read.fix)
        return Read(read.value.isoformat())

    def path(self, name: str) -> str:
        """A path in the community's folder."""
        return f"communities/{self.community.id}/{name}"

    def taken(self, folder: str) -> list[str]:
        """The ids that files of a folder of the community have."""
        return [path.rpartition("/")[2].rpartition(".")[0] for path in self.tree.files(self.path(folder))]

    def person(self, text: str) -> Read[str]:
        """A person typed as an option: the id, or who may be meant."""
        named = self.names.find(text)
        if named.id:
            return Read(named.id)
        doubt = self.names.doubt(named) or self.shared.register.doubt(text)
        return Read(None, problem=doubt.problem, fix=doubt.fix)


def start_from(community: str, line: str, root: Path | None, today: str, *, any_community: bool = False) -> Start:
    """The community meant, and the line where one is named.

    With `any_community` it need not be said which, where there is no line: the record belongs to all of them.
    """
    tree = workspace(root)
    shared = load_shared(tree, ("programme", "people", "organisations"))
    day = the_day(today, shared)
    if not line:
        name = pick_ids(tree, community)[0] if any_community else pick_id(tree, community)
        own = load_community(tree, name, _KINDS)
        return Start(tree, shared, own, own.company(shared.register), Origin(), day)
    wanted = read_id(line)
    if wanted is None:
        raise _unclear(tree, shared, pick_ids(tree, community), line, day)
    found = [
        start
        for name in pick_ids(tree, community)
        if _has_notes(tree, name, wanted) and (start := _start(tree, shared, name, wanted, day)) is not None
    ]
    if len(found) == 1:
        return found[0]
    if found:
        hint = f"Name one of {', '.join(one.community.id for one in found)}."
        raise Stop(f"several communities have a line {wanted.text}: which is meant?", hint=hint)
    raise _missing(tree, shared, pick_ids(tree, community), wanted)


def _has_notes(tree: Folder, community: str, wanted: LineId) -> bool:
    return is_file(tree.root / f"communities/{community}/sessions/{wanted.session}.notes.yaml")


def _start(tree: Folder, shared: Shared, name: str, wanted: LineId, day: date) -> Start | None:
    community = load_community(tree, name, _KINDS)
    names = community.company(shared.register)
    for line in lines_of(community, names, wanted.session):
        if line.id == wanted.text:
            return Start(tree, shared, community, names, origin_of(line), day)
    return None


def _unclear(tree: Folder, shared: Shared, communities: list[str], typed: str, day: date) -> Stop:
    """Why this is no line. Of a session alone its lines are shown, each with its id."""
    days = nearest_days(typed, day)
    loaded = [load_community(tree, name, _KINDS) for name in communities]
    meant = [(one, found) for one in loaded if (found := session_on(one, days) or one.session(typed))]
    if not (held := [(one, found) for one, found in meant if found.notes is not None]):
        hint = "Such as 2026-06-09/idea/1, or 2026-06-09/1 for an action. A day alone shows its lines."
        return Stop(f"--line: “{typed}” is not the id of a line of notes", hint=hint)
    shown = []
    for one, session in held:
        lines = lines_of(one, one.company(shared.register), session.id)
        width = max((len(line.id) for line in lines), default=0)
        shown += [f"{one.id}:"] if len(held) > 1 else []
        shown += [f"{line.id:<{width}}  {_short(line.entry.text)}" for line in lines if line.kind != "note"]
    return Stop(f"--line: which line of {say_date(held[0][1].date)}?", hint="\n".join(shown))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _WIDEST else f"{line[: _WIDEST - 1].rpartition(' ')[0]}…"


def _missing(tree: Folder, shared: Shared, communities: list[str], wanted: LineId) -> Stop:
    """Why there is no such line, and which there are."""
    held = [name for name in communities if _has_notes(tree, name, wanted)]
    if not held:
        whose = communities[0] if len(communities) == 1 else "any community"
        hint = "“copkit notes show COMMUNITY SESSION” lists the lines of a session."
        return Stop(f"--line: there are no notes of {wanted.session} in {whose}", REFUSED, hint)
    loaded = [load_community(tree, name, _KINDS) for name in held]
    every = [line for one in loaded for line in lines_of(one, one.company(shared.register), wanted.session)]
    same = [line.id for line in every if line.kind == wanted.kind] or [line.id for line in every]
    more = f" There are {len(same) - _MOST} more." if len(same) > _MOST else ""
    return Stop(f"--line: there is no line {wanted.text}", REFUSED, there_are(same[:_MOST]) + more)


def settle(start: Start, given: dict[str, str], *questions: Question, cut: bool = False) -> dict[str, str]:
    """The name and whatever else a record must have: as given, as typed on a terminal, or by the line.

    With `cut` the name made from the line may be shortened, since the words stand in full beside it.
    """
    suggested = name_from(start.origin.words, LONGEST_NAME if cut else 0)
    name = Question("name", "What is it called?", read_name, suggested)
    return answers(
        (name, *questions), given, ask=on_terminal(), all_of_them=not start.origin.id and not given.get("name")
    )


def finish(tree: Folder, change: Change, then: str, *, dry_run: bool) -> None:
    """Make the change, or print what it would be, and say what to fill in next."""
    written = write(tree, [change], dry_run=dry_run)
    if dry_run:
        note(f"Then: {then}")
        return
    say_written(written)
    tell(f"Next: {then}")
