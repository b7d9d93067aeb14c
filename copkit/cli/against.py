"""What a calendar of one's own was compared for, and what of it could not be."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from copkit.cli.show import note, say, tell
from copkit.cli.year import Against
from copkit.dates import say_dates

SHOWN = 10
OwnCalendar = Annotated[
    Path | None,
    typer.Option("--against", metavar="FILE", help="Your own calendar to compare with: .ics, or a zip of them."),
]


def say_against(against: Against) -> None:
    """How many entries were compared, from which day to which, and which could not be placed and why."""
    for line, style in _lines(against):
        tell(line, style)
    say()


def note_against(against: Against) -> None:
    """The same beside a diff."""
    for line, _ in _lines(against):
        note(line)


def _lines(against: Against) -> Iterator[tuple[str, str]]:
    times, unplaced, passed = against.compared
    count = {0: "no entry that takes time", 1: "1 entry"}.get(len(times), f"{len(times)} entries")
    yield f"Compared with {against.name}: {count}, {say_dates(against.first, against.last)}.", "dim"
    if passed:
        yield f"Left out as they take no time (cancelled, shown as free, or copkit's own): {passed}.", "dim"
    if unplaced:
        yield f"{len(unplaced)} could not be placed, so look there yourself:", "yellow"
        for title, why in unplaced[:SHOWN]:
            yield f"  {title}: {why}", "yellow"
        if len(unplaced) > SHOWN:
            yield f"  and {len(unplaced) - SHOWN} more", "yellow"


def against_as_data(against: Against) -> dict[str, Any]:
    """The same for programs."""
    times, unplaced, passed = against.compared
    return {
        "file": against.name,
        "from": against.first.isoformat(),
        "to": against.last.isoformat(),
        "entries": len(times),
        "passed_over": passed,
        "not_placed": [{"title": title, "why": why} for title, why in unplaced],
    }
