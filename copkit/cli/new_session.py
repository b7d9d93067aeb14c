"""`copkit new session`: a plan for one day."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated

import typer

from copkit.cli.against import OwnCalendar
from copkit.cli.asking import Question, answers
from copkit.cli.clashes import say_clashes
from copkit.cli.common import CommunityId, DryRun, Root, Today, pick_id, refuse_closed, the_day, workspace
from copkit.cli.exits import OK, REFUSED, Stop
from copkit.cli.reading import day_of, read_place
from copkit.cli.require_readable import Unclear, holidays_known, readable
from copkit.cli.show import note
from copkit.cli.write import say_written, write
from copkit.cli.year import own_calendar
from copkit.dates import programme_year, read_clock
from copkit.editing.store import Change
from copkit.looking import is_there
from copkit.models.names import read_name
from copkit.new.plan import NewPlan, Team, plan_file
from copkit.workspace import CommunityFiles, Folder, Session, load_community, load_shared
from copkit.workspace.unclear import unclear_plans, unclear_rhythm
from copkit.world.new_files import home

QUESTIONS = (
    Question("start", "", read_clock, may_be_empty=True),
    Question("place", "", read_place, may_be_empty=True),
    Question("theme", "", read_name, may_be_empty=True),
    Question("venue", "", read_name, may_be_empty=True),
    Question("link", "", read_name, may_be_empty=True),
)


def session(
    community: CommunityId,
    day: Annotated[str, typer.Argument(metavar="DAY", help="The day, such as 2026-06-09.")],
    start: Annotated[
        str, typer.Option("--start", metavar="TIME", help="When it starts; the rhythm's time when left out.")
    ] = "",
    place: Annotated[str, typer.Option("--place", metavar="PLACE", help="online, in-person or hybrid.")] = "",
    minutes: Annotated[
        int, typer.Option("--minutes", metavar="MINUTES", min=0, max=1440, help="When it has a length of its own.")
    ] = 0,
    theme: Annotated[str, typer.Option("--theme", metavar="WORDS", help="The subject.")] = "",
    venue: Annotated[str, typer.Option("--venue", metavar="VENUE", help="Where it is held.")] = "",
    link: Annotated[str, typer.Option("--link", metavar="LINK", help="Where to join online.")] = "",
    second: Annotated[bool, typer.Option("--second", help="Add a second session on that day.")] = False,
    against: OwnCalendar = None,
    root: Root = None,
    today: Today = "",
    dry_run: DryRun = False,
) -> int:
    """Add a session, with the standard running order.

    Example: copkit new session systems-leadership 2026-06-09 --place in-person --theme "One form instead of three"
    """
    tree = workspace(root)
    shared = load_shared(tree)
    holidays_known(shared)
    (about,) = readable([load_community(tree, pick_id(tree, community))], unclear_rhythm)
    now = the_day(today, shared)
    on = day_of(day, "DAY", now)
    refuse_closed(about, on)
    given = {"start": start, "place": place, "theme": theme, "venue": venue, "link": link}
    said = answers(QUESTIONS, given, ask=False)
    there = _planned_for(about, on)
    if there and not second:
        note(f"{there[0].path} is there already and stays as it is")
        return OK
    if second and not there:
        raise Stop(f"{about.id} has no session on {on} yet", REFUSED, "Leave --second out.")
    name = _name(tree, about, on)
    path = f"communities/{about.id}/sessions/{name}.yaml"
    number = _number(about, on, about.about.rhythm.starts or shared.programme.year_starts)
    data = plan_file(home(tree), path, _plan(about, on, number, minutes, said))
    change, own = Change(tree.root / path, data, None), own_calendar(against, on)
    say_written(write(tree, [change], dry_run=dry_run))
    return say_clashes(tree, about.id, name, now, [change] if dry_run else [], own)


def _plan(community: CommunityFiles, day: date, number: int, minutes: int, said: Mapping[str, str]) -> NewPlan:
    """What was said of the session, and for the rest what the community does."""
    about, rhythm = community.about, community.about.rhythm
    return NewPlan(
        number=number,
        date=day,
        start=said["start"] or rhythm.start_of(number),
        place=said["place"] or ("in-person" if number in rhythm.in_person else rhythm.place),
        minutes=minutes or None,
        theme=said["theme"],
        venue=said["venue"],
        link=said["link"],
        briefing_minutes=rhythm.briefing_minutes,
        team=Team.on(about.team, day),
    )


def _planned_for(community: CommunityFiles, day: date) -> list[Session]:
    """The sessions that have a plan for a day; an end where one of that name cannot be read."""
    if (reason := unclear_plans(community).get(day.isoformat())) is not None:
        raise Unclear(reason)
    return [one for one in community.sessions if one.date == day and community.files.knows(one.plan)]


def _name(tree: Folder, community: CommunityFiles, day: date) -> str:
    """The id of a session on a day: the day, and a number behind it where one that was planned for it has it."""
    for name in (day.isoformat(), *(f"{day.isoformat()}-{number}" for number in range(2, 10))):
        if not is_there(tree.root / f"communities/{community.id}/sessions/{name}.yaml"):
            return name
    raise Stop(f"{community.id} has nine sessions named {day.isoformat()}; there can be no more", REFUSED)


def _number(community: CommunityFiles, day: date, starts: str) -> int:
    """The number in the year: one more than those before it, or the next that none has.

    The first year of a community may begin with a higher number than 1, so counting alone will not do.
    """
    year = programme_year(day, starts)
    sessions = [one for one in community.sessions if year.start <= one.date <= year.end]
    used = {one.plan.number for one in sessions}
    before = [one for one in sessions if one.date < day]
    number = 1 + max([len(before), *(one.plan.number for one in before if one.plan.number)])
    return number if number not in used else 1 + max(one for one in used if one is not None)
