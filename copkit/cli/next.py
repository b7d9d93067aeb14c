"""`copkit next`: the page that a convenor wants to see first."""

from datetime import date
from textwrap import wrap
from typing import Any

from copkit.calendars.days_off import DaysOff
from copkit.cli.common import AsJson, CommunityName, Root, Today, pick_ids, pick_year, the_day, workspace
from copkit.cli.exits import OK
from copkit.cli.require_readable import names_known, told
from copkit.cli.say_json import say_json
from copkit.cli.show import note, say, say_parts, styled, tell, tell_beside, width
from copkit.dates import say_date, say_day, say_range
from copkit.people.company import Company
from copkit.schedule.timeline import FOLLOWED_UP, Task, tasks, year_tasks
from copkit.workspace import CommunityFiles, Session, Shared, load_community, load_shared
from copkit.workspace.states import coming, has_closed
from copkit.workspace.unclear import unclear_plans, unclear_rhythm

READ = frozenset(("programme", "organisations", "people", "community", "members", "plan", "notes"))
"""The kinds of file from which tasks come, and the names of who does them; others are not read, for speed."""


def next_(community: CommunityName = "", root: Root = None, today: Today = "", as_json: AsJson = False) -> int:
    """Say what is to be done this week, by whom, for each community.

    Example: copkit next systems-leadership
    """
    tree = workspace(root)
    shared = load_shared(tree, READ)
    names_known(shared, "team")
    day = the_day(today, shared)
    communities = [load_community(tree, name, READ) for name in pick_ids(tree, community)]
    for one in communities:
        for finding in (*unclear_rhythm(one), *unclear_plans(one).values()):
            note(told(finding))
    pages = [(one, _year_tasks(one, shared, day)) for one in communities if _asks(one, shared, day)]
    if as_json:
        say_json({"communities": [_as_data(one, shared, yearly, day) for one, yearly in pages]})
        return OK
    say(say_day(day), "bold")
    for one, yearly in pages:
        say()
        _show(one, shared, yearly, day)
    return OK


def _asks(community: CommunityFiles, shared: Shared, today: date) -> bool:
    """Whether it has something to be told: one that has closed as long as its last session is followed up."""
    closed = community.about.closed
    if closed is None or not has_closed(community, today):
        return True
    who = community.company(shared.register).who
    return today - closed <= FOLLOWED_UP and bool(tasks(community, today, who))


def _year_tasks(community: CommunityFiles, shared: Shared, today: date) -> tuple[str, ...]:
    year = pick_year("", today, community.about.rhythm.starts or shared.programme.year_starts)
    end = year.end if year.start <= today else date.fromordinal(year.start.toordinal() - 1)
    return year_tasks(community, end, today) if community.about.rhythm.kind == "monthly" else ()


def _coming(community: CommunityFiles, today: date) -> Session | None:
    return next(iter(coming(community, today)), None)


def _show(community: CommunityFiles, shared: Shared, yearly: tuple[str, ...], today: date) -> None:
    about = community.about
    tell(about.name or community.id, "bold", "blue")
    coming = _coming(community, today)
    if coming is not None:
        _show_session(coming, today)
    elif about.closed is not None:
        say(f"  It {'closed' if has_closed(community, today) else 'closes'} on {say_date(about.closed)}.")
    elif about.rhythm.kind == "convenings" and community.sessions:
        say("  All its convenings have been held.")
    else:
        say("  No session is planned.")
        tell(f"  copkit schedule {community.id}  makes the year", "cyan")
    names = community.company(shared.register)
    todo = tasks(community, today, names.who, DaysOff(shared))
    if not todo and not yearly:
        say("  Nothing is due this week.", "green")
    people: dict[str, list[Task]] = {}
    for task in todo:
        people.setdefault(_who(task, community, names, today), []).append(task)
    for who, theirs in people.items():
        tell(f"  {who}")
        for task in theirs:
            _show_task(task, coming)
    if yearly:
        say("  The team")
    for what in yearly:
        say(f"                  {what}")


def _show_session(session: Session, today: date) -> None:
    days = (session.date - today).days
    when = "today" if days == 0 else "tomorrow" if days == 1 else f"in {days} days"
    tell_beside("  Next: ", 8, f"{say_day(session.date)}, {say_range(session.start, session.end)}, {when}")
    where = (
        "online"
        if session.place == "online"
        else f"{session.place.replace('-', ' ')}, {session.venue}".rstrip(", ")
    )
    theme = session.plan.theme or "theme to be agreed"
    tell(f"        {theme} ({where})")


def _show_task(task: Task, coming: Session | None) -> None:
    due = f"{task.due.day} {say_date(task.due).split()[1][:3]}"
    what = task.what
    if coming is None or task.session.id != coming.id:
        what += f" (session of {say_date(task.session.date)})"
    first, *rest = wrap(what, width() - 18)
    late = styled("late", "red") if task.late else "    "
    say_parts("    ", late, styled(f"  {due:>6}  {first}"))
    for line in rest:
        say(f"                  {line}")


def _who(task: Task, community: CommunityFiles, names: Company, today: date) -> str:
    """Who does it: the role, and the name of whoever has it by the day that it is due, or today if that is past."""
    typed = community.roles(task.session, names.who).whose(task.role, max(task.due, today))
    return f"{names.find(typed).shown}, {task.role}" if typed else f"Nobody yet, {task.role}"


def _as_data(community: CommunityFiles, shared: Shared, yearly: tuple[str, ...], today: date) -> dict[str, Any]:
    coming, names = _coming(community, today), community.company(shared.register)
    return {
        "community": community.id,
        "next": coming.id if coming else None,
        "date": coming.date.isoformat() if coming else None,
        "tasks": [
            {
                "session": task.session.id,
                "due": task.due.isoformat(),
                "late": task.late,
                "role": task.role,
                "who": _who(task, community, names, today),
                "what": task.what,
            }
            for task in tasks(community, today, names.who, DaysOff(shared))
        ],
        "year": list(yearly),
    }
