"""`copkit save`: commit plans and registers, each file named; notes have a command of their own."""

from collections.abc import Sequence
from typing import Annotated

import typer

from copkit.cli import committing
from copkit.cli.common import CommunityName, DryRun, Many, Root, Today, pick_ids, the_day, workspace
from copkit.cli.exits import OK, REFUSED, Stop
from copkit.cli.gone import emptied
from copkit.cli.show import note, say, say_finding, tell
from copkit.cli.with_registers import with_registers
from copkit.dates import say_date
from copkit.looking import is_there
from copkit.models.copies import original
from copkit.models.kinds import KINDS, kind_of
from copkit.workspace import CommunityFiles, Folder, community_ids, load_community, load_shared
from copkit.workspace.copied import copied
from copkit.workspace.load import PROGRAMME
from copkit.world.git.repository import Repository

Message = Annotated[
    str, typer.Option("--message", "-m", metavar="WORDS", help="What to write beside it; made up when left out.")
]
_MOST = 3
_ANSWERS = ("feedback", "follow_up")
_RULES = (".gitattributes", ".gitignore")


def save(
    community: CommunityName = "",
    message: Message = "",
    root: Root = None,
    today: Today = "",
    dry_run: DryRun = False,
    many: Many = False,
) -> int:
    """Commit the plans and registers that changed: files below communities/ that copkit knows, and no others.

    Entries of the registers that a community's files are the first to name go with them, and the first time
    .gitignore, which keeps private details out of everybody's copy. Each file is named. Notes are left for “copkit
    notes commit”. What would expose somebody is not committed.

    Example: copkit save -m "Dates for the autumn"
    """
    tree = workspace(root)
    shared = load_shared(tree)
    day = the_day(today, shared)
    ids = pick_ids(tree, community)
    repo = committing.repository(tree)
    before = committing.status(repo)
    changed = [path for path in before.dirty if path.startswith("communities/")]
    others = {name for name in community_ids(tree) if name not in ids} | ({PROGRAMME} if community else set())
    mine = [path for path in changed if _is_ours(path) and path.split("/")[1] not in others]
    mine = with_registers(repo, before, shared, mine)
    _say_left(tree, [path for path in changed if path not in mine])
    _refuse_renamed(changed, before.removed)
    if not many:
        _brake(repo, mine)
    if mine and not community:
        mine += [path for path in _RULES if path in before.untracked]
    if not mine:
        say("Nothing to save: the plans and registers are as they were committed.")
        return OK
    plans = [path for path in mine if path not in _RULES]
    loaded = {name: load_community(tree, name) for name in _communities(plans) if name in ids}
    found = committing.findings(tree, shared, loaded.values(), day, plans)
    committing.say_findings(found, remarks=False)
    words = message.strip() or _message(plans, loaded)
    if dry_run:
        tell(f"would commit: {words}")
        for path in mine:
            say(f"  {path}")
    else:
        committing.commit(repo, before, mine, words)
    return OK


def _brake(repo: Repository, mine: Sequence[str]) -> None:
    """End before more than a third of a folder's files is committed as gone: it may be that nobody sees it here."""
    if one := emptied(repo, (path for path in mine if not is_there(repo.on_disk(path)))):
        hint = "Put the folder back; “git status” lists them. “copkit save --many” commits that they are gone."
        raise Stop(f"{one.told} are gone; nothing was committed", REFUSED, hint)


def _is_ours(path: str) -> bool:
    """Whether a file is a plan, a register or another that copkit reads; not notes."""
    kind = kind_of(path)
    feedback = path.endswith(".csv") and len(parts := path.split("/")) == 4 and parts[2] in _ANSWERS
    return feedback or (kind is not None and kind is not KINDS["notes"])


def _say_left(tree: Folder, left: Sequence[str]) -> None:
    copies = [path for path in left if original(path)]
    notes = [path for path in left if kind_of(path) is KINDS["notes"]]
    if notes:
        note(f"Notes are left for “copkit notes commit”: {committing.few(notes)}")
    for path in copies:
        say_finding(copied(path, tree))
    if others := [path for path in left if path not in (*notes, *copies)]:
        note(f"Left alone: {committing.few(others)}")


def _refuse_renamed(changed: Sequence[str], removed: Sequence[str]) -> None:
    """End before a file is committed as gone that is there under a name that another program gave it."""
    for path in changed:
        if original(path) in removed:
            name = original(path).rpartition("/")[2]
            hint = f"Rename {path.rpartition('/')[2]} to {name}, then run this again."
            raise Stop(f"{name} is there under another name; nothing was committed", REFUSED, hint)


def _communities(paths: Sequence[str]) -> list[str]:
    return [name for name in dict.fromkeys(path.split("/")[1] for path in paths) if name != PROGRAMME]


def _message(paths: Sequence[str], loaded: dict[str, CommunityFiles]) -> str:
    """`Save: Systems Leadership, plan of 9 June 2026, members`, or how many files of whom."""
    owners = dict.fromkeys(path.split("/")[1] for path in paths)
    called = [_called(name, loaded) for name in owners]
    if len(called) > _MOST:
        return f"Save: {len(paths)} files of {len(called)} communities"
    whose = called[0] if len(called) == 1 else f"{', '.join(called[:-1])} and {called[-1]}"
    if len(called) == 1 and len(paths) <= _MOST:
        return f"Save: {whose}, {', '.join(_piece(path, loaded) for path in paths)}"
    return f"Save: {whose}, {len(paths)} files"


def _called(name: str, loaded: dict[str, CommunityFiles]) -> str:
    if name == PROGRAMME:
        return "Programme"
    return loaded[name].short if name in loaded else name


def _piece(path: str, loaded: dict[str, CommunityFiles]) -> str:
    """What a file holds: `plan of 9 June 2026`, `members`, `initiative shared-form`."""
    name = path.rpartition("/")[2].rpartition(".")[0]
    kind = kind_of(path)
    if kind is KINDS["plan"]:
        owner = loaded.get(path.split("/")[1])
        session = owner.session(name) if owner else None
        return f"plan of {say_date(session.date)}" if session else f"plan {name}"
    if kind is None:
        return f"{path.split('/')[2].replace('_', '-')} {name}"
    return kind.title.lower() if kind.path.endswith(f"/{name}.yaml") else f"{kind.title.lower()} {name}"
