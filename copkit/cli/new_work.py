"""`copkit new initiative`, `group`, `story` and `practice`: what comes of talk, started from a line of notes."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated

import typer

from copkit.cli.asking import Question
from copkit.cli.common import DryRun, Root, Today
from copkit.cli.exits import OK, Stop
from copkit.cli.new_from import FromLine, NameOption, Start, Whose, finish, settle, start_from
from copkit.cli.show import note
from copkit.cli.splicing import spliced
from copkit.editing.origin import read_id
from copkit.editing.splice import insert_item
from copkit.editing.store import Change
from copkit.models import ids
from copkit.workspace import CommunityFiles, Shared, fold
from copkit.world.new_files import home

Carries = Annotated[
    str, typer.Option("--owner", metavar="PERSON", help="Who carries it; else whom the line names.")
]
Leads = Annotated[str, typer.Option("--lead", metavar="PERSON", help="Who leads it; else whom the line names.")]
FinishBy = Annotated[str, typer.Option("--finish-by", metavar="DAY", help="The day by which it is to finish.")]
Interest = Annotated[bool, typer.Option("--interest", help="An interest group, which has no such day.")]
Tells = Annotated[str, typer.Option("--teller", metavar="PERSON", help="Who tells it; else whom the line names.")]


def initiative(
    community: Whose = "",
    line: FromLine = "",
    name: NameOption = "",
    owner: Carries = "",
    root: Root = None,
    today: Today = "",
    dry_run: DryRun = False,
) -> int:
    """Start an initiative, most often from an idea in the notes.

    Each organisation in scope stands in its adoption table as not-yet.

    Example: copkit new initiative --line 2026-06-09/idea/1 --name "One shared referral form"
    """
    from copkit.new.work import Begun, initiative_file

    start = start_from(community, line, root, today)
    for key, one in start.community.initiatives.items():
        if _same(start, one.because_of, one.name, name):
            return _there(start.path(f"initiatives/{key}.yaml"))
    who = Question("owner", "Who carries it?", start.person, start.origin.person, may_be_empty=True)
    said = settle(start, {"name": name, "owner": owner}, who, cut=True)
    path = _file(start, "initiatives", "initiative", said["name"])
    begun = Begun(path, said["name"], start.origin, start.today, said["owner"])
    data = initiative_file(home(start.tree), begun, in_scope(start.community, start.shared, start.today))
    then = "fill the gaps in it; “copkit initiative” moves it on, by stage and by organisation."
    return _finish(start, path, data, then, dry_run)


def group(
    community: Whose = "",
    line: FromLine = "",
    name: NameOption = "",
    lead: Leads = "",
    finish_by: FinishBy = "",
    interest: Interest = False,
    root: Root = None,
    today: Today = "",
    dry_run: DryRun = False,
) -> int:
    """Start a task-and-finish group, or an interest group.

    Example: copkit new group --line 2026-06-09/decision/1 --lead sam.reid --finish-by 2026-10-30
    """
    from copkit.new.work import Begun, group_file

    start = start_from(community, line, root, today)
    for key, one in start.community.groups.items():
        if _same(start, one.because_of, one.name, name):
            return _there(start.path(f"groups/{key}.yaml"))
    questions = [Question("lead", "Who leads it?", start.person, start.origin.person)]
    if not interest:
        questions.append(Question("finish-by", "By which day is it to finish?", start.day))
    said = settle(start, {"name": name, "lead": lead, "finish-by": finish_by}, *questions)
    ends = None if interest else date.fromisoformat(said["finish-by"])
    if ends is not None and ends < start.today:
        raise Stop(f"--finish-by: {ends} has passed", hint="Give a day to come, or say --interest.")
    path = _file(start, "groups", "group", said["name"])
    begun = Begun(path, said["name"], start.origin, start.today, said["lead"])
    question = start.origin.words if start.origin.kind == "question" else ""
    then = "give it one question and its members, and tell the next session of it."
    return _finish(start, path, group_file(home(start.tree), begun, ends, question), then, dry_run)


def story(
    community: Whose = "",
    line: FromLine = "",
    name: NameOption = "",
    teller: Tells = "",
    root: Root = None,
    today: Today = "",
    dry_run: DryRun = False,
) -> int:
    """Start a story: what came of taking part, a sentence a step. Consent has to be asked for.

    Example: copkit new story --line 2026-11-10/story/1
    """
    from copkit.documents.story_sheet import prompts
    from copkit.new.work import Begun, story_file

    start = start_from(community, line, root, today)
    for key, one in start.community.other.get("story", {}).items():
        if _same(start, one.because_of, one.title, name):
            return _there(start.path(f"stories/{key}.yaml"))
    who = Question("teller", "Who tells it?", start.person, start.origin.person, may_be_empty=True)
    said = settle(start, {"name": name, "teller": teller}, who)
    day = start.origin.day or start.today
    path = _file(start, "stories", "story", said["name"], f"{day:%Y-%m} ")
    begun = Begun(path, said["name"], start.origin, start.today, said["teller"])
    data = story_file(home(start.tree), begun, [prompt.question for prompt in prompts()])
    then = "ask the teller for a sentence a step, and for consent: nothing of it is published before."
    return _finish(start, path, data, then, dry_run)


def practice(
    community: Whose = "",
    line: FromLine = "",
    name: NameOption = "",
    root: Root = None,
    today: Today = "",
    dry_run: DryRun = False,
) -> int:
    """Add to the practice log: something that was tried in running sessions.

    Example: copkit new practice --line 2026-06-09/practice/1
    """
    start = start_from(community, line, root, today)
    path, origin = start.path("practices.yaml"), start.origin
    for one in start.community.other.get("practices", {}).values():
        if _same(start, one.because_of, one.what, name):
            return _there(path)
    what = name or origin.words or settle(start, {"name": name})["name"]
    if any(fold(one.what) == fold(what) for one in start.community.other.get("practices", {}).values()):
        return _there(path)
    seen = [origin.session] if origin.session else None
    item = {"what": what, "why": None, "seen": seen, "because_of": origin.id or None, "verdict": None}
    change = spliced(start.tree, path, lambda data: insert_item(data, (), _without(item, "because_of")))
    finish(start.tree, change, "say why it works, and whether to keep, change or drop it.", dry_run=dry_run)
    return OK


def _without(item: Mapping[str, object], *keys: str) -> dict[str, object]:
    """The item without those of the keys that have no value; other keys without one are gaps to fill."""
    return {key: held for key, held in item.items() if key not in keys or held is not None}


def _same(start: Start, because_of: str | tuple[str, ...], name: str, wanted: str) -> bool:
    """Whether a record is the one that is meant: it started from the line, or has the name where there is none."""
    if not start.origin.id:
        return bool(wanted) and fold(name) == fold(wanted)
    texts = (because_of,) if isinstance(because_of, str) else because_of
    return any((found := read_id(text)) is not None and found.text == start.origin.id for text in texts)


def _there(path: str) -> int:
    note(f"{path} is there already and stays as it is")
    return OK


def _file(start: Start, folder: str, kind: str, name: str, prefix: str = "") -> str:
    """The path of a new file, named for its record."""
    key = ids.free(ids.from_title(f"{prefix}{name}") or kind, start.taken(folder))
    return start.path(f"{folder}/{key}.yaml")


def in_scope(community: CommunityFiles, shared: Shared, today: date) -> list[str]:
    """The organisations in scope, each as what it has become."""
    scope = community.about.community.organisations
    return list(dict.fromkeys(shared.register.successor(key, today) for key in scope))


def _finish(start: Start, path: str, data: bytes, then: str, dry_run: bool) -> int:
    finish(start.tree, Change(start.tree.root / path, data, None), then, dry_run=dry_run)
    return OK
