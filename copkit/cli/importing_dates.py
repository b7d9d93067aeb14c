"""`copkit import dates`: school terms, festivals and local events into the programme's calendar."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated

import typer

from copkit.calendars.clear import entry_of
from copkit.calendars.entries import NoCalendar
from copkit.cli.common import DryRun, Root, Today, the_day, workspace
from copkit.cli.exits import OK, REFUSED, Stop
from copkit.cli.require_readable import Unclear
from copkit.cli.show import note, say
from copkit.cli.splicing import spliced
from copkit.cli.write import say_written, write
from copkit.dates import say_date, say_dates
from copkit.editing.people import add_items
from copkit.findings import Severity
from copkit.importers.dates import LONGEST, Dates, Span, dates_of, item_of
from copkit.models.base import Treat
from copkit.models.kinds import KINDS
from copkit.workspace import Shared, load_shared
from copkit.world.foreign import busy_times
from copkit.world.given import read_given

MOST = 200
"""So many new dates are somebody's own diary, not what a council publishes."""
SHOWN = 10
_CALENDAR = KINDS["calendar"].path
_BEFORE, _COMING = timedelta(days=31), timedelta(days=730)
"""From before today, so that a run of days which has begun is read whole."""

_HOW_MUCH = "info (the default), warning or error: how much they matter."
Treated = Annotated[Treat, typer.Option("--treat", metavar="HOW", help=_HOW_MUCH)]


def dates(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A calendar: .ics, or a zip of them.")],
    treat: Treated = "info",
    root: Root = None,
    today: Today = "",
    dry_run: DryRun = False,
) -> int:
    """Put the dates of a calendar into the programme's: school terms, festivals, local events.

    Those of the coming two years are taken, by name and days alone. What is in calendar.yaml stays as it is: an
    entry there on other days than the file says is named, and left for you to change. So is what could not be
    placed. Said twice, it is done once.

    Example: copkit import dates school-terms.ics --dry-run
    """
    tree = workspace(root)
    shared = load_shared(tree)
    day = the_day(today, shared)
    made = _read(file, list(_there(shared)), day)
    if len(made.new) > MOST:
        hint = "Export the calendar of terms, festivals or events alone."
        raise Stop(f"{file.name} holds {len(made.new)} new dates, and {MOST} are the most", REFUSED, hint)
    items = [item_of(one, treat) for one in made.new]
    if items:
        say_written(write(tree, [spliced(tree, _CALENDAR, lambda data: add_items(data, items))], dry_run=dry_run))
    _say_left(made)
    told = note if dry_run else say
    told(f"{file.name}: {_counts(made)}. {say_dates(day, day + _COMING)} was read; what repeats goes no further.")
    return OK


def _read(file: Path, there: list[Span], today: date) -> Dates:
    try:
        read = busy_times(read_given(file, "this calendar"), today - _BEFORE, today + _COMING, free_too=True)
    except NoCalendar as problem:
        raise Stop(f"{file}: {problem.message}", REFUSED, problem.fix) from problem
    return dates_of(read, there, today)


def _there(shared: Shared) -> Iterator[Span]:
    """What the programme's calendar holds; an end where not all of it can be read, since it might hold the same."""
    for one in shared.files.findings:
        if one.severity is Severity.ERROR and one.position.path == _CALENDAR:
            raise Unclear(one)
    for row in shared.calendar:
        if entry := entry_of(row):
            yield Span(entry.name, entry.first, entry.last)


def _counts(made: Dates) -> str:
    counts = (
        (len(made.new), "new"), (made.known, "known already"), (len(made.changed), "on other days"),
        (made.over, "over"), (len(made.unplaced), "left out"),
    )  # fmt: skip
    return ", ".join(f"{count} {what}" for count, what in counts if count or what == "new")


def _say_left(made: Dates) -> None:
    """What was not put in, and why."""
    for old, new in made.changed:
        fix = f"change it in {_CALENDAR} if that holds"
        note(f"{old.name}: you have {_days(old)}, the file says {_days(new)}; {fix}")
    for title, why in made.unplaced[:SHOWN]:
        note(f"left out: {title[:LONGEST]}: {why}")
    if len(made.unplaced) > SHOWN:
        note(f"left out: {len(made.unplaced) - SHOWN} more")


def _days(span: Span) -> str:
    return say_date(span.first) if span.first == span.last else say_dates(span.first, span.last)
