"""`copkit schedule`: the year of one community, or of all."""

import sys
from contextlib import redirect_stdout
from datetime import date

from copkit.cli.against import OwnCalendar, against_as_data, say_against
from copkit.cli.common import (
    AsJson,
    CommunityName,
    DryRun,
    Root,
    Today,
    YearName,
    pick_ids,
    pick_year,
    the_day,
    workspace,
)
from copkit.cli.exits import FOUND, OK, REFUSED
from copkit.cli.own_plans import own_plans, plans_to_write
from copkit.cli.require_readable import holidays_known, readable
from copkit.cli.say_json import say_json
from copkit.cli.show import say
from copkit.cli.subjects.words import community_and_when
from copkit.cli.write import write
from copkit.cli.year import YEAR_KINDS, Years, lay_out_years
from copkit.cli.year_end import say_end
from copkit.cli.year_shown import say_year, year_as_data
from copkit.dates import Year
from copkit.editing.store import Change
from copkit.workspace import CommunityFiles, community_ids, load_community, load_shared
from copkit.workspace.states import has_closed
from copkit.workspace.unclear import unclear_days
from copkit.world.new_files import home


def schedule(
    community: CommunityName = "",
    year: YearName = "",
    against: OwnCalendar = None,
    root: Root = None,
    today: Today = "",
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> int:
    """Make the year by the community's rhythm: show it, and write a plan for each session that has none.

    When the rhythm changes, coming plans that nobody has changed are made anew or taken away. Whatever somebody
    changed, people hold or is past stays, and is named with the reason where the rhythm would have it otherwise.
    “copkit undo” takes all of it back. With --dry-run the table comes after the diff, which a pipe alone carries.

    A date that clashes is written all the same; the reason, the nearest free dates and the command that takes one
    are printed, and the exit code is 1.

    Example: copkit schedule systems-leadership 2026
    """
    tree = workspace(root)
    community, year = community_and_when((community, year), community_ids(tree))
    shared = load_shared(tree, YEAR_KINDS)
    day = the_day(today, shared)
    communities = [load_community(tree, name, YEAR_KINDS) for name in pick_ids(tree, community)]
    open_ones = [one for one in communities if len(communities) == 1 or not has_closed(one, day)]
    holidays_known(shared)
    clear = readable(open_ones, unclear_days)
    wanted = [(one, _year(one, year, day, shared.programme.year_starts)) for one in clear]
    at = home(tree)
    plans = {one.id: own_plans(tree, at, one, day) for one in clear}
    years = lay_out_years(tree, shared, wanted, day, against, {name: one.own for name, one in plans.items()})
    changes = [c for one, made in years.made for c in plans_to_write(tree, at, one, made, plans[one.id].seen)]
    if as_json:
        compared = {"against": against_as_data(years.against)} if years.against else {}
        say_json({"years": [year_as_data(made) for _, made in years.made], **compared})
    elif not dry_run:
        _show(years)
    if not (as_json and dry_run):
        write(tree, changes, dry_run=dry_run)
    if not as_json:
        _end(years, changes, day, dry_run=dry_run)
    if len(clear) < len(open_ones):
        return REFUSED
    trouble = any(made.problems or any(row.clashes for row in made.rows) for _, made in years.made)
    return FOUND if trouble else OK


def _show(years: Years, *, dry_run: bool = False) -> None:
    for number, (one, made) in enumerate(years.made):
        if number:
            say()
        say_year(one, made, dry_run=dry_run)
    if years.against:
        say_against(years.against)


def _end(years: Years, changes: list[Change], today: date, *, dry_run: bool) -> None:
    """What was written; of a dry run, the year beside the diff."""
    if not dry_run:
        say_end(years, changes, today, dry_run=False)
        return
    sys.stdout.flush()
    with redirect_stdout(sys.stderr):
        _show(years, dry_run=True)
        say_end(years, changes, today, dry_run=True)


def _year(community: CommunityFiles, typed: str, day: date, starts: str) -> Year:
    """The year that is typed, else the one to plan now; of a community that is still to start, its first."""
    return pick_year(typed, max(day, community.about.started or day), community.about.rhythm.starts or starts)


