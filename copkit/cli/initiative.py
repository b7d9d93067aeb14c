"""`copkit initiative`: move an initiative on, by stage and by organisation, and keep what was there before."""

from datetime import date
from pathlib import Path
from typing import Annotated, NamedTuple, get_args

import typer

from copkit.cli.asking import Question, answers, on_terminal
from copkit.cli.common import DryRun, Root, Today, pick_ids, the_day, workspace
from copkit.cli.exits import OK, Stop
from copkit.cli.new import find_organisation
from copkit.cli.new_work import in_scope
from copkit.cli.reading import day_of, there_are
from copkit.cli.show import note, say
from copkit.cli.splicing import spliced
from copkit.cli.write import say_written, write
from copkit.editing.moving_on import amended, to_stage, to_status
from copkit.editing.store import Change
from copkit.models.initiative import Adoption, AdoptionStatus, Initiative, InitiativeStage
from copkit.models.names import read_name
from copkit.workspace import CommunityFiles, Folder, Shared, fold, load_community, load_shared

app = typer.Typer(
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Which = Annotated[
    str, typer.Argument(metavar="INITIATIVE", help="Its id, the start of it, its name, or COMMUNITY/ID.")
]
When = Annotated[str, typer.Option("--date", metavar="DAY", help="From which day; today when left out.")]
Why = Annotated[str, typer.Option("--note", metavar="REASON", help="Why, in a few words. A step back needs it.")]
Checked = Annotated[bool, typer.Option("--checked", help="Say that somebody looked, and it is still so.")]

_STAGES: tuple[str, ...] = get_args(InitiativeStage)
_STATUSES: tuple[str, ...] = get_args(AdoptionStatus)
_FAR = {"aware": 1, "in-progress": 2, "adopted": 3, "sustained": 4}
_WANTS = {
    "promising": ("sponsor", "board", "equity"),
    "exemplar": ("sponsor", "board", "equity", "evidence", "contact", "how_to_adopt"),
}


class Found(NamedTuple):
    """The initiative meant, where it lies, and the day."""

    tree: Folder
    shared: Shared
    community: CommunityFiles
    id: str
    record: Initiative
    today: date

    @property
    def path(self) -> str:
        """The path of its file."""
        return f"communities/{self.community.id}/initiatives/{self.id}.yaml"


@app.callback()
def initiative() -> None:
    """Move an initiative on: its stage, and how far each organisation has taken it up.

    What was there before is kept with its day. “copkit new initiative” starts one, “copkit list initiatives”
    shows where each stands.

    Example: copkit initiative adopt shared-form hospice adopted --date 2026-11-20
    """


@app.command()
def stage(
    which: Which,
    to: Annotated[str, typer.Argument(metavar="STAGE", help=f"{', '.join(_STAGES[:-1])} or {_STAGES[-1]}.")],
    day: When = "",
    why: Why = "",
    root: Root = None,
    today: Today = "",
    dry_run: DryRun = False,
) -> int:
    """Move an initiative to another stage, with a line in its history.

    Example: copkit initiative stage shared-form promising --note "Four wards and the county's own form"
    """
    wanted = _word(to, _STAGES, "stage")
    found = find_initiative(which, root, today)
    old = found.record.stage
    if wanted == old:
        note(f"{found.id} is at the stage {old} already")
        return OK
    back = wanted == "stopped" or _STAGES.index(wanted) < _STAGES.index(old) != len(_STAGES) - 1
    on, told = _day(found, day), _why(why, needed=back)
    change = spliced(found.tree, found.path, lambda data: to_stage(data, old, wanted, on, told))
    _finish(found, change, dry_run=dry_run)
    wants = _WANTS.get("exemplar" if wanted in ("exemplar", "spreading", "embedded") else wanted, ())
    if missing := [key for key in wants if not getattr(found.record, key)]:
        note(f"Next: an initiative that is {wanted} needs {', '.join(f'{key}:' for key in missing)}.")
    return OK


@app.command()
def adopt(
    which: Which,
    organisation: Annotated[str, typer.Argument(metavar="ORGANISATION", help="Its id or name.")],
    status: Annotated[str, typer.Argument(metavar="STATUS", help=f"{', '.join(_STATUSES)}.")],
    day: When = "",
    why: Why = "",
    checked: Checked = False,
    root: Root = None,
    today: Today = "",
    dry_run: DryRun = False,
) -> int:
    """Say how far an organisation has taken an initiative up; its earlier statuses are kept.

    Example: copkit initiative adopt shared-form "St Elsewhere Hospice" adopted --date 2026-11-20
    """
    wanted = _word(status, _STATUSES, "status")
    found = find_initiative(which, root, today)
    key = _key_in(found, find_organisation(found.shared, organisation))
    there = found.record.adoption.get(key)
    if there is not None and there.status == wanted:
        return _same(found, key, there, day, why, checked=checked, dry_run=dry_run)
    back = there is not None and _FAR.get(wanted, 0) < _FAR.get(there.status, 0)
    told = _why(why, needed=back)
    on = None if wanted in ("not-applicable", "not-yet") and not day and not back else _day(found, day)
    scope = in_scope(found.community, found.shared, found.today)
    change = spliced(found.tree, found.path, lambda data: to_status(data, key, wanted, on, told, scope))
    _finish(found, change, dry_run=dry_run)
    return OK


def find_initiative(which: str, root: Path | None, today: str) -> Found:
    """The one initiative that is meant, by its id, the start of it, its name, or with its community before it."""
    tree = workspace(root)
    shared = load_shared(tree, ("programme", "people", "organisations"))
    community, _, name = which.strip("/").rpartition("/")
    kinds = ("community", "initiative")
    loaded = [load_community(tree, one, kinds) for one in pick_ids(tree, community.removesuffix("/initiatives"))]
    every = [(one, key, record) for one in loaded for key, record in one.initiatives.items()]
    wanted = fold(name.removesuffix(".yaml"))
    for fits in (
        [row for row in every if row[1] == wanted],
        [row for row in every if wanted and fold(row[2].name) == wanted],
        [row for row in every if wanted and (row[1].startswith(wanted) or fold(row[2].name).startswith(wanted))],
    ):
        if len(fits) == 1:
            return Found(tree, shared, *fits[0], the_day(today, shared))
        if fits:
            raise Stop(f"“{name}” may mean {' or '.join(f'{one.id}/{key}' for one, key, _ in fits)}")
    from copkit.suggest import did_you_mean

    known = sorted(key for _, key, _ in every)
    hint = did_you_mean(wanted, known) or there_are(known[:12]) or "“copkit new initiative” starts one."
    raise Stop(f"there is no initiative “{name}”", hint=hint)


def _key_in(found: Found, organisation: str) -> str:
    """The key under which the table has an organisation, or what it had become, or what it was; else its own."""
    from copkit.metrics.standing import lines_of

    now = found.shared.register.successor(organisation, found.today)
    there = lines_of(found.record, found.shared.register, found.today).get(now, [organisation])
    return there[0] if len(there) == 1 else now


def _word(typed: str, words: tuple[str, ...], what: str) -> str:
    """One of the words of a vocabulary, however it was typed."""
    word = "-".join(typed.casefold().replace("_", " ").replace("-", " ").split())
    if word in words:
        return word
    from copkit.suggest import did_you_mean

    raise Stop(f"there is no {what} “{typed}”", hint=did_you_mean(word, list(words)) or there_are(words))


def _day(found: Found, typed: str) -> date:
    day = day_of(typed, "--date", found.today) if typed else found.today
    if day > found.today:
        raise Stop(f"--date: {day} is still to come", hint="Write it down when it has happened.")
    return day


def _why(typed: str, *, needed: bool) -> str:
    """The note; asked for where something goes back or stops, since that teaches whoever tries next."""
    question = Question("note", "Why? It teaches whoever tries next.", read_name, may_be_empty=not needed)
    return answers([question], {"note": typed}, ask=needed and on_terminal())["note"]


def _same(found: Found, key: str, there: Adoption, day: str, why: str, *, checked: bool, dry_run: bool) -> int:
    """The status is what it was: only what is missing is filled in, and the look at it where there was one."""
    fields: dict[str, object] = {}
    if day and there.date is None:
        fields["date"] = _day(found, day)
    elif day and there.date != _day(found, day):
        hint = f"Correct {found.path} by hand if that is wrong; --checked says that somebody looked."
        raise Stop(f"{key} has been {there.status} since {there.date}", hint=hint)
    if checked and there.checked != found.today:
        fields["checked"] = found.today
    if why and not there.note:
        fields["note"] = _why(why, needed=False)
    if not fields:
        note(f"{key} is {there.status} already")
        return OK
    _finish(found, spliced(found.tree, found.path, lambda data: amended(data, key, **fields)), dry_run=dry_run)
    return OK


def _finish(found: Found, change: Change, *, dry_run: bool) -> None:
    written = write(found.tree, [change], dry_run=dry_run)
    if not dry_run:
        say_written(written)
        say(_standing(found))


def _standing(found: Found) -> str:
    """How far it has gone now: “One shared referral form: promising, adopted by 3 of 10”."""
    from copkit.metrics.standing import taken_up

    now = load_community(found.tree, found.community.id, ("community", "initiative"))
    record = now.initiatives[found.id]
    used, meant = taken_up(record, found.shared.register, found.today)
    adopted = f", adopted by {used} of {meant}" if meant else ""
    return f"{record.name or found.id}: {record.stage}{adopted}"
