"""What commands share: their options, the workspace, the day, and which community and session are meant."""

import os
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Annotated

import typer

from copkit.cli.completing import subjects
from copkit.cli.exits import REFUSED, Stop
from copkit.cli.reading import day_of, sentence, there_are
from copkit.cli.require_readable import Unclear
from copkit.dates import Year, nearest_days, say_date, year_from_label, year_to_plan
from copkit.looking import is_folder
from copkit.workspace import CommunityFiles, Folder, Session, Shared, community_ids, find_root
from copkit.workspace.states import Act, coming, has_closed, refusal, stands, state_of, when_is
from copkit.workspace.unclear import unclear_plans

Root = Annotated[
    Path | None,
    typer.Option("--root", metavar="FOLDER", help="The workspace; found from here upwards when left out."),
]
Today = Annotated[
    str, typer.Option("--today", metavar="DAY", help="Act as if this were the day, such as 2026-06-01.")
]


def _begin(ctx: typer.Context, dry: bool) -> bool:
    """A command that writes begins: what is written knows its name, and that nothing may be in a dry run."""
    if not ctx.resilient_parsing:
        from copkit.editing import running

        words = ctx.command_path.partition(" ")[2]
        running.begin(words, datetime.now(UTC).isoformat(timespec="microseconds"), dry=dry)
        ctx.call_on_close(running.ended)
    return dry


DryRun = Annotated[
    bool,
    typer.Option("--dry-run", callback=_begin, help="Print the change that would be made; write nothing."),
]
"""Every command that writes into a workspace has it."""
Many = Annotated[
    bool, typer.Option("--many", help="Also where more than a third of what there is changes or goes.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for scripts.")]
Out = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="FILE|FOLDER",
        help="Where to write: a name with an ending is a file, any other a folder; “-” prints to the screen.",
    ),
]
Overwrite = Annotated[bool, typer.Option("--overwrite", help="Also write over files that copkit did not make.")]
CommunityId = Annotated[str, typer.Argument(metavar="COMMUNITY", help="Its id, or the start of it.")]
Because = Annotated[str, typer.Option("--because", metavar="REASON", help="The reason, as people will read it.")]
CommunityName = Annotated[
    str, typer.Argument(metavar="[COMMUNITY]", help="Its id, or the start of it.", autocompletion=subjects)
]
SessionName = Annotated[
    str, typer.Argument(metavar="[SESSION]", help="A date, a number, “next” or “last”.", autocompletion=subjects)
]
YearName = Annotated[
    str, typer.Argument(metavar="[YEAR]", help="Such as 2026-27; this year when left out.", autocompletion=subjects)
]


def workspace(root: Path | None, *, tells: bool = False) -> Folder:
    """The workspace to work in, or an end with advice; `tells` is as in `Folder`."""
    if root is not None and not is_folder(root):
        raise Stop(f"there is no folder {root}", REFUSED)
    found = find_root((root or Path.cwd()).absolute())
    if found is None:
        raise Stop("this is not a copkit workspace: no folder “communities” here or above", REFUSED, _START)
    if sys.stderr.isatty():
        _say_where(found, Path.cwd())
    return Folder(found, tells=tells)


@cache
def _say_where(root: Path, here: Path) -> None:
    """Tell a person, once, where the paths start that will be printed, when that is not where they stand.

    A pipe does not need it: scripts know what they said with `--root`.
    """
    if root.samefile(here):
        return
    from copkit.cli.show import note

    near = os.path.relpath(root, here) if root.anchor == here.anchor else str(root)
    note(f"Paths start in {str(root) if near.count('..') > 2 else near}")


_START = "“copkit init” starts one; “--root FOLDER” names one."


def the_day(text: str, shared: Shared) -> date:
    """Today: as `--today` says, else as `as_of` in programme.yaml says, else by the programme's own clock."""
    now = shared.programme.as_of or _by_the_clock(shared.programme.timezone)
    return day_of(text, "--today", now) if text else now


def _by_the_clock(zone: str) -> date:
    from zoneinfo import ZoneInfo

    return datetime.now(ZoneInfo(zone)).date()


def pick_ids(tree: Folder, name: str) -> list[str]:
    """The communities meant: one by id or unambiguous start, all when left out."""
    ids = community_ids(tree)
    if not ids:
        raise Stop("there are no communities yet", REFUSED, "“copkit new community” adds one.")
    if not name:
        return ids
    wanted = name.casefold().rstrip("/").rpartition("/")[2]
    close = [wanted] if wanted in ids else [one for one in ids if one.startswith(wanted)]
    if len(close) == 1:
        return close
    if close:
        raise Stop(f"“{name}” may mean {' or '.join(close)}")
    from copkit.suggest import did_you_mean

    raise Stop(f"there is no community “{name}”", hint=did_you_mean(wanted, ids) or there_are(ids))


def pick_id(tree: Folder, name: str) -> str:
    """The one community meant; left out it is the only one there is."""
    ids = pick_ids(tree, name)
    if len(ids) > 1:
        raise Stop("which community?", hint=f"Name one of {', '.join(ids)}.")
    return ids[0]


def pick_session(community: CommunityFiles, name: str, today: date) -> Session:
    """The session meant: a date or id, its number in the year, `next` (today counts) or `last`.

    Where an unreadable plan may be the one that is meant, the command ends with the reason.
    """
    sessions = community.sessions
    hidden = {name: why for name, why in unclear_plans(community).items() if community.session(name) is None}
    for typed in (name, *(day.isoformat() for day in nearest_days(name, today))):
        if typed in hidden:
            raise Unclear(hidden[typed])
    if not sessions:
        if hidden:
            raise Unclear(next(iter(hidden.values())))
        hint = f"“copkit schedule {community.id}” makes the year."
        raise Stop(f"{community.id} has no sessions yet", REFUSED, hint)
    if name in ("next", "last"):
        found = _next_or_last(community, name, today)
        for one, why in hidden.items():
            if min(today, found.date).isoformat() <= one[:10] <= max(today, found.date).isoformat():
                raise Unclear(why)
        return found
    if name.isdigit() and len(name) < 4:
        return _numbered(community, int(name), today)
    meant = session_on(community, nearest_days(name, today)) or community.session(name)
    if meant is not None:
        return meant
    near = sorted(sessions, key=lambda one: abs((one.date - today).days))[:10]
    raise Stop(f"{community.id} has no session “{name}”", hint=there_are(sorted(one.id for one in near)))


def refuse(act: Act, session: Session, community: CommunityFiles, today: date) -> None:
    """End where a session stands so that this may not be done with it."""
    found = refusal(act, state_of(session, community), when_is(session, today))
    if found is not None:
        raise Stop(f"the session {session.id} of {community.id} {found.why}", REFUSED, found.instead)


def refuse_closed(community: CommunityFiles, day: date) -> None:
    """End where a day is after the community's last: nothing is planned for it."""
    closed = community.about.closed
    if closed is not None and day > closed:
        hint = "If the community goes on, take “closed:” out of community.yaml."
        raise Stop(f"{community.id} closes on {say_date(closed)}, before {say_date(day)}", REFUSED, hint)


def session_on(community: CommunityFiles, days: Sequence[date]) -> Session | None:
    """The session on a day, however the day is typed; where none is, the one that was planned for it.

    Of several, the one that was planned for that day; an end that lists them where none or more than one was.
    """
    planned = [one for day in days if (one := community.session(day.isoformat())) is not None]
    found = [one for one in community.sessions if one.date in days] or planned
    if len(found) < 2:
        return found[0] if found else None
    if len(first := [one for one in found if one in planned]) == 1 and len({one.date for one in found}) == 1:
        return first[0]
    said = "; ".join(f"{say_date(one.date)}: {one.path}" for one in found)
    raise Stop(f"{community.id} has more than one session that may be meant", hint=said)


def to_type(community: CommunityFiles, session: Session) -> str:
    """What to type for a session: its id, or its day where its id is the day that another one is on now."""
    others = (one.date.isoformat() for one in community.sessions if one.id != session.id)
    return session.date.isoformat() if session.id in others else session.id


def _next_or_last(community: CommunityFiles, name: str, today: date) -> Session:
    if name == "next" and (ahead := coming(community, today)):
        return ahead[0]
    past = [one for one in community.sessions if one.date < today and stands(one, community)]
    if name == "last" and past:
        return past[-1]
    when = "from today on" if name == "next" else "before today"
    hint, closed = f"“copkit schedule {community.id}” makes the year.", community.about.closed
    if closed is not None and has_closed(community, today):
        hint = f"It closed on {say_date(closed)}."
    raise Stop(f"{community.id} has no session {when}", REFUSED, hint)


def _numbered(community: CommunityFiles, number: int, today: date) -> Session:
    """The session with a number in the year that today is in; else the nearest year that has it."""
    numbered = [session for session in community.sessions if session.plan.number == number]
    if not numbered:
        known = sorted({session.plan.number for session in community.sessions if session.plan.number})
        raise Stop(f"{community.id} has no session number {number}", hint=there_are(map(str, known)))
    return min(numbered, key=lambda session: abs((session.date - today).days))


def pick_year(text: str, today: date, starts: str) -> Year:
    """The year meant; left out, the current one, or the next within 60 days of its end."""
    if not text:
        return year_to_plan(today, starts)
    read = year_from_label(text, starts)
    if read.value is None:
        raise Stop(f"{text}: {read.problem}", hint=sentence(read.fix))
    return read.value
