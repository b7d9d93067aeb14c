"""A community's year as it is shown, and as data."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from copkit.cli.clashes import say_proposals
from copkit.cli.show import say, tell
from copkit.dates import (
    add_minutes,
    read_month,
    say_dates,
    say_day,
    say_minutes,
    say_range,
    say_rule,
    say_short,
    say_times,
    short_month,
)
from copkit.models.community import Rhythm
from copkit.schedule.rows import Row
from copkit.schedule.year import CommunityYear
from copkit.workspace import CommunityFiles


def say_year(community: CommunityFiles, made: CommunityYear, *, dry_run: bool = False) -> None:
    """The year as it will be: the rhythm, the months in a row, and a line for each session."""
    period = say_dates(made.period.start, made.period.end)
    tell(f"{made.name}, {made.label or period}", "bold")
    tell(_rhythm(community))
    for problem in made.problems:
        tell(f"The rhythm cannot be met: {problem}.", "red")
    if made.problems:
        say("Nothing is written until community.yaml says which it is.")
    for remark in made.notes:
        tell(f"Note: {remark}.")
    as_meant = not made.removed and not any(row.kept for row in made.rows)
    quiet = as_meant and not any(row.state in ("new", "redo") for row in made.rows)
    if made.rows and as_meant:
        _show_strip(made)
    for row in made.rows:
        _show_row(row, keeps_clear=quiet)
        if row.clashes:
            say_proposals(made.community, row, "       ", may_move=not (dry_run and row.state in ("new", "redo")))
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


def _show_row(row: Row, *, keeps_clear: bool) -> None:
    """A session; whoever looks again, and changes nothing, sees also what its day keeps clear of."""
    number = f"{row.number:>2}" if row.number else "  "
    place = row.place.replace("-", " ")
    state: str = "kept" if row.kept else "" if row.state == "planned" else row.state
    if row.was:
        state += f", was {say_short(row.was)}"
    style = ("dim",) if row.state in ("cancelled", "held") else ()
    when = f"{say_day(row.day):<28} {say_range(row.start, _end(row)):<18}"
    say(f" {number}  {when} {place:<10} {state}".rstrip(), *style)
    for clash in row.clashes:
        tell(f"       clash: {clash}", "red")
    for remark in row.remarks:
        tell(f"       note: {remark}", "yellow")
    if row.avoids and keeps_clear:
        tell(f"       keeps clear of {'; '.join(row.avoids)}", "dim")


def _end(row: Row) -> str:
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


def year_as_data(made: CommunityYear) -> dict[str, Any]:
    """A year for scripts."""
    return {
        "community": made.community,
        "name": made.name,
        "year": made.label,
        "from": made.period.start.isoformat(),
        "to": made.period.end.isoformat(),
        "problems": list(made.problems),
        "notes": list(made.notes),
        "sessions": [_row_as_data(row) for row in made.rows],
        "gone": [one.id for one in made.gone],
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
        "replaces": row.replaces,
        "kept": row.kept,
        "clashes": list(row.clashes),
        "notes": list(row.remarks),
        "keeps_clear_of": list(row.avoids),
        "free": [day.isoformat() for day in row.proposals],
    }
