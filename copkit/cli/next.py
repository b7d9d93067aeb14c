"""`copkit next`: the page that a convenor wants to see first."""

from collections.abc import Container
from datetime import date
from typing import Annotated, Any, NamedTuple

import typer

from copkit.calendars.days_off import DaysOff
from copkit.cli.common import AsJson, CommunityName, Root, Today, pick_ids, the_day, workspace
from copkit.cli.exits import OK
from copkit.cli.require_readable import names_known, told
from copkit.cli.say_json import say_json
from copkit.cli.show import note
from copkit.dates import say_date
from copkit.schedule.beginning import Need, needs
from copkit.schedule.for_all import Notice, notices
from copkit.schedule.timeline import FOLLOWED_UP, Task, tasks
from copkit.schedule.year_end import YearTask, year_tasks
from copkit.workspace import CommunityFiles, Folder, Session, Shared, load_community, load_shared
from copkit.workspace.states import coming, has_closed, stands
from copkit.workspace.unclear import unclear_days

READ = frozenset(
    ("programme", "organisations", "people", "community", "members", "plan", "notes", "practices", "review",
     "health", "opportunities", "challenges", "events")
)  # fmt: skip
"""The kinds of file from which tasks come, and the names of who does them; others are not read, for speed."""
Every = Annotated[bool, typer.Option("--all", help="Everything that is to be done, however long.")]


class Page(NamedTuple):
    """What is to be done in a community: its beginnings, its sessions, its year; each task with who does it."""

    id: str
    name: str
    short: str
    coming: Session | None
    needs: tuple[Need, ...]
    tasks: tuple[tuple[str, Task], ...]
    year: tuple[YearTask, ...]
    has_met: bool
    """Whether the day of one of its sessions is past."""
    over: str
    """What is said where no session is to come and none is asked for."""


def next_(
    community: CommunityName = "",
    every: Every = False,
    root: Root = None,
    today: Today = "",
    as_json: AsJson = False,
) -> int:
    """Say what is to be done this week, by whom: of one community on a page, of several in a line each.

    What was only made, and holds nothing yet, is still to be done. What no file can tell of is said until its day.

    Example: copkit next systems-leadership
    """
    tree = workspace(root)
    shared = load_shared(tree, READ)
    names_known(shared, "team")
    day = the_day(today, shared)
    off = DaysOff(shared)
    pages = [page for name in pick_ids(tree, community) if (page := _page(tree, name, shared, day, off))]
    told_all = notices(shared, day)
    if as_json:
        say_json({"communities": [_as_data(one) for one in pages], "programme": [_told(one) for one in told_all]})
        return OK
    if len(pages) == 1:
        from copkit.cli.next_one import say_one

        say_one(pages[0], told_all, day, every=every)
    else:
        from copkit.cli.next_several import say_several

        say_several(pages, told_all, day, every=every)
    return OK


def _page(tree: Folder, name: str, shared: Shared, today: date, off: Container[date]) -> Page | None:
    """What is to be done in a community; in one that has closed, as long as its last session is followed up."""
    one = load_community(tree, name, READ)
    for finding in unclear_days(one):
        note(told(finding))
    names = one.company(shared.register)
    found = tuple((_who(task, one, shared, today), task) for task in tasks(one, today, names.who, off))
    closed = has_closed(one, today)
    if closed and one.about.closed is not None and not (found and today - one.about.closed <= FOLLOWED_UP):
        return None
    return Page(
        one.id,
        one.name,
        one.short,
        next(iter(coming(one, today)), None),
        () if closed else needs(one, today),
        found,
        () if closed else year_tasks(one, shared.programme, today, off),
        any(session.date < today and stands(session, one) for session in one.sessions),
        _over(one, today),
    )


def _over(community: CommunityFiles, today: date) -> str:
    """Why no session is asked for."""
    if (closed := community.about.closed) is not None:
        return f"It {'closed' if has_closed(community, today) else 'closes'} on {say_date(closed)}."
    over = community.about.rhythm.kind == "convenings" and community.sessions
    return "All its convenings have been held." if over else ""


def _who(task: Task, community: CommunityFiles, shared: Shared, today: date) -> str:
    """Who does it: the role, and the name of whoever has it by the day that it is due, or today if that is past."""
    names = community.company(shared.register)
    typed = community.roles(task.session, names.who).whose(task.role, max(task.due, today))
    return f"{names.find(typed).shown}, {task.role}" if typed else f"Nobody yet, {task.role}"


def _as_data(page: Page) -> dict[str, Any]:
    coming = page.coming
    return {
        "community": page.id,
        "next": coming.id if coming else None,
        "date": coming.date.isoformat() if coming else None,
        "begin": [one._asdict() for one in page.needs],
        "tasks": [
            {
                "session": task.session.id,
                "due": task.due.isoformat(),
                "late": task.late,
                "role": task.role,
                "who": who,
                "what": task.what,
            }
            for who, task in page.tasks
        ],
        "year": [one.what for one in page.year],
        "year_how": [one.how for one in page.year],
    }


def _told(one: Notice) -> dict[str, Any]:
    return {"date": one.day.isoformat() if one.day else None, "what": one.what, "path": one.path}
