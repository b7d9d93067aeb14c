"""`copkit schedule`: the year of one community, or of all."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from copkit.cli.against import against_as_data, note_against, say_against
from copkit.cli.clashes import say_proposals
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
from copkit.cli.require_readable import readable
from copkit.cli.say_json import say_json
from copkit.cli.show import note, say, tell
from copkit.cli.subjects.words import community_and_when
from copkit.cli.write import write
from copkit.cli.year import YEAR_KINDS, Years, lay_out_years
from copkit.dates import (
    Year,
    read_month,
    say_dates,
    say_day,
    say_minutes,
    say_range,
    say_rule,
    say_times,
    short_month,
)
from copkit.editing.store import Change
from copkit.findings import Finding
from copkit.models.community import Rhythm
from copkit.new.plan import NewPlan, Team, plan_file
from copkit.new.texts import Home
from copkit.people.roles import on_day
from copkit.schedule.year import CommunityYear, Row
from copkit.workspace import CommunityFiles, Folder, community_ids, load_community, load_shared
from copkit.workspace.states import has_closed
from copkit.workspace.unclear import unclear_plans, unclear_rhythm
from copkit.world.new_files import home

Against = Annotated[
    Path | None,
    typer.Option("--against", metavar="FILE", help="Your own calendar to compare with: .ics, or a zip of them."),
]


def schedule(
    community: CommunityName = "",
    year: YearName = "",
    against: Against = None,
    root: Root = None,
    today: Today = "",
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> int:
    """Make the year by the community's rhythm: show it, and write a plan for each session that has none.

    Plans that exist stay as they are. A date that clashes is written all the same; the reason, the nearest free
    dates and the command that takes one are printed, and the exit code is 1.

    Example: copkit schedule systems-leadership 2026
    """
    tree = workspace(root)
    community, year = community_and_when((community, year), community_ids(tree))
    shared = load_shared(tree, YEAR_KINDS)
    day = the_day(today, shared)
    communities = [load_community(tree, name, YEAR_KINDS) for name in pick_ids(tree, community)]
    open_ones = [one for one in communities if len(communities) == 1 or not has_closed(one, day)]
    clear = readable(open_ones, _unclear)
    starts = shared.programme.year_starts
    wanted = [(one, _year(one, year, day, starts)) for one in clear]
    years = lay_out_years(tree, shared, wanted, day, against)
    if as_json:
        compared = {"against": against_as_data(years.against)} if years.against else {}
        say_json({"years": [_as_data(made) for _, made in years.made], **compared})
    elif not dry_run:
        for one, made in years.made:
            _show(one, made)
        if years.against:
            say_against(years.against)
    if not (as_json and dry_run):
        changes = [change for one, made in years.made for change in plans_to_write(tree, one, made)]
        written = write(tree, changes, dry_run=dry_run)
        if dry_run:
            _note_dry(years, changes)
        elif not as_json:
            _show_end(years, written)
    if len(clear) < len(open_ones):
        return REFUSED
    trouble = any(made.problems or any(row.clashes for row in made.rows) for _, made in years.made)
    return FOUND if trouble else OK


def _year(community: CommunityFiles, typed: str, day: date, starts: str) -> Year:
    """The year that is typed, else the one to plan now; of a community that is still to start, its first."""
    return pick_year(typed, max(day, community.about.started or day), community.about.rhythm.starts or starts)


def _unclear(community: CommunityFiles) -> list[Finding]:
    return [*unclear_rhythm(community), *unclear_plans(community).values()]


def plans_to_write(tree: Folder, community: CommunityFiles, made: CommunityYear) -> list[Change]:
    """A new plan for each session of the year that has none."""
    rows = [row for row in made.rows if row.state == "new"]
    at = home(tree) if rows else None
    return [_new_plan(tree, at, community, row) for row in rows] if at else []


def _new_plan(tree: Folder, at: Home, community: CommunityFiles, row: Row) -> Change:
    path = f"communities/{community.id}/sessions/{row.session}.yaml"
    plan = NewPlan(
        number=row.number or 0,
        date=row.day,
        start=row.start,
        place=row.place,
        team=Team.of({one.role: one.who for _, one in reversed([*on_day(community.about.team, row.day)])}),
        briefing_minutes=community.about.rhythm.briefing_minutes,
    )
    return Change(tree.root / path, plan_file(at, path, plan), None)


def _show(community: CommunityFiles, made: CommunityYear) -> None:
    period = say_dates(made.period.start, made.period.end)
    tell(f"{made.name}, {made.label or period}", "bold")
    tell(_rhythm(community))
    for problem in made.problems:
        tell(f"The rhythm cannot be met: {problem}.", "red")
    if made.problems:
        say("Nothing new is written until community.yaml says which it is.")
    for remark in made.notes:
        tell(f"Note: {remark}.")
    if made.rows:
        say()
        _show_strip(made)
        for row in made.rows:
            _show_row(made, row)
    say(_sum(made))


def _rhythm(community: CommunityFiles) -> str:
    rhythm = community.about.rhythm
    chosen = "" if rhythm.dates else _months(rhythm.months)
    breaks = _months(rhythm.break_months)
    pause = f"; no meetings in {breaks}" if breaks else ""
    return f"{_days(rhythm)}{f' in {chosen}' if chosen else ''} at {say_times(rhythm.clocks)}{pause}"


def _days(rhythm: Rhythm) -> str:
    rule = rhythm.rule.value
    if rhythm.dates or rule is None:
        return "On dates typed by hand"
    said = say_rule(rule)
    return f"{said[0].upper()}{said[1:]}" if rule.weeks else f"The {said}"


def _months(names: Sequence[str]) -> str:
    """Months in a row: August and December; February, June and October."""
    *first, last = [name.capitalize() for name in names] or [""]
    return f"{', '.join(first)} and {last}" if first else last


def _show_strip(made: CommunityYear) -> None:
    """The months in a row, the days of the sessions below: [in person], ×cancelled, and – for a break."""
    first, last = made.period
    months = [
        (index // 12, index % 12 + 1) for index in range(*_span(first.year, first.month, last.year, last.month))
    ]
    breaks = {read_month(name).value for name in made.breaks}
    for start in range(0, len(months), 12):
        names, days = [], []
        for year, month in months[start : start + 12]:
            cells = [_cell(row) for row in made.rows if (row.day.year, row.day.month) == (year, month)]
            text = " ".join(cells) or ("–" if month in breaks else "·")
            size = max(5, len(text) + 1)
            names.append(f"{short_month(month):^{size}}")
            days.append(f"{text:^{size}}")
        say(" " + "".join(names).rstrip(), "dim")
        say(" " + "".join(days).rstrip())


def _span(year: int, month: int, last_year: int, last_month: int) -> tuple[int, int]:
    return year * 12 + month - 1, last_year * 12 + last_month


def _cell(row: Row) -> str:
    if row.state == "cancelled":
        return f"×{row.day.day}"
    return f"{row.day.day}" if row.place == "online" else f"[{row.day.day}]"


def _show_row(made: CommunityYear, row: Row) -> None:
    number = f"{row.number:>2}" if row.number else "  "
    place = row.place.replace("-", " ")
    state = "" if row.state == "planned" else row.state
    style = ("dim",) if row.state in ("cancelled", "held") else ()
    when = f"{say_day(row.day):<28} {say_range(row.start, _end(row)):<18}"
    say(f" {number}  {when} {place:<10} {state}".rstrip(), *style)
    for clash in row.clashes:
        tell(f"       clash: {clash}", "red")
    for remark in row.remarks:
        tell(f"       note: {remark}", "yellow")
    for avoided in row.avoids if row.state != "new" else ():  # whoever looks again sees these too
        tell(f"       keeps clear of {avoided}", "dim")
    if row.clashes:
        say_proposals(made.community, row, "       ")


def _end(row: Row) -> str:
    from copkit.dates import add_minutes

    return add_minutes(row.start, row.minutes)


def _sum(made: CommunityYear) -> str:
    held = [row for row in made.rows if row.state != "cancelled"]
    if not held:
        return "No sessions in this year."
    places = Counter("online" if row.place == "online" else "in person" for row in held)
    count = "1 session" if len(held) == 1 else f"{len(held)} sessions"
    where = " and ".join(
        f"{'all' if number == len(held) > 1 else number} {place}"
        for place, number in sorted(places.items(), reverse=True)
    )
    return f"{count}, {where}: {say_minutes(sum(row.minutes for row in held))} in all"


def _show_end(years: Years, written: list[str]) -> None:
    tell(f"Bank holidays: {years.source}.", "dim")
    if not written:
        say(_nothing(years, "nothing was written"))
        return
    for folder, count in Counter(path.rpartition("/")[0] for path in written).items():
        tell(f"Wrote {count} plan{'' if count == 1 else 's'} in {folder}/")
    tell("Next: “copkit calendar” for the calendar files, “copkit check” for what is missing.")
    if label := _next_year(years):
        tell(f"      “copkit schedule {label}” for the whole year that follows.")
        tell("      Did it meet before? Set started: in community.yaml to its first day, and run this again.")


def _note_dry(years: Years, changes: Sequence[Change]) -> None:
    """Beside the diff, what makes somebody act; and where there is no diff, why."""
    for one, made in years.made:
        for problem in made.problems:
            note(f"{one.id}: the rhythm cannot be met: {problem}.")
        for row in made.rows:
            for clash in row.clashes:
                note(f"{one.id}, {say_day(row.day)}: {clash}.")
    if years.against:
        note_against(years.against)
    if not changes:
        note(_nothing(years, "nothing would be written"))


def _nothing(years: Years, end: str) -> str:
    if any(made.rows for _, made in years.made):
        return f"Every session has its plan; {end}."
    return f"{end.capitalize()}."


def _next_year(years: Years) -> str:
    """The year after one of which meetings were left out, since the community started in its course."""
    late = [(one, made) for one, made in years.made if made.label and made.notes and one.about.closed is None]
    first = {made.period.start.year + 1 for one, made in late if one.about.started}
    return f"{min(first)}-{(min(first) + 1) % 100:02}" if first else ""


def _as_data(made: CommunityYear) -> dict[str, Any]:
    return {
        "community": made.community,
        "name": made.name,
        "year": made.label,
        "from": made.period.start.isoformat(),
        "to": made.period.end.isoformat(),
        "problems": list(made.problems),
        "notes": list(made.notes),
        "sessions": [_row_as_data(row) for row in made.rows],
    }


def _row_as_data(row: Row) -> dict[str, Any]:
    return {
        "session": row.session,
        "number": row.number,
        "date": row.day.isoformat(),
        "start": row.start,
        "end": _end(row),
        "minutes": row.minutes,
        "place": row.place,
        "state": row.state,
        "clashes": list(row.clashes),
        "notes": list(row.remarks),
        "keeps_clear_of": list(row.avoids),
        "free": [day.isoformat() for day in row.proposals],
    }
