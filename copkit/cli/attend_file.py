"""A report of attendance as a command reads it: what was said of the file, its doubts settled, and the receipt."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, NamedTuple

import typer

from copkit.cli.attend_people import decide, excused, matcher_of
from copkit.cli.exits import REFUSED, Stop
from copkit.cli.notes_session import Chosen
from copkit.cli.receipts import no_columns, said_columns, settled
from copkit.cli.show import note
from copkit.dates import minutes_of, say_date, say_day
from copkit.importers.columns import CHOOSABLE
from copkit.importers.presence import Presence, presence
from copkit.importers.receipt import Receipt, Said
from copkit.importers.report import Report, read_report
from copkit.importers.spans import Span
from copkit.importers.status import SAYABLE, bare
from copkit.importers.suggested import NoColumns
from copkit.importers.tables import Unreadable
from copkit.models.base import UNKNOWN

Scale = Annotated[
    str, typer.Option("--scale", metavar="UNIT", help="What lengths are: minutes, seconds, hours, mm:ss or hh:mm.")
]
As = Annotated[
    str, typer.Option("--as", metavar="registered", help="Count those on a list of who registered as there.")
]
_SCALES = ("minutes", "seconds", "hours", "mm:ss", "hh:mm")


class FromFile(NamedTuple):
    """Whose report it is, who was there by it, and the receipt."""

    source: str
    found: Presence
    receipt: Receipt


def said(columns: str, sheet: str, scale: str, as_: str, maps: dict[str, str]) -> Said:
    """What the options say of the file; marks that --map gives a meaning are taken out of `maps`."""
    if scale and scale not in _SCALES:
        raise Stop(f"--scale: “{scale}” is not a unit", hint=f"Write one of {', '.join(_SCALES)}.")
    if as_ not in ("", "registered"):
        raise Stop(f"--as: “{as_}” is not a kind of list", hint="Write --as registered.")
    marks = [mark for mark, meaning in maps.items() if meaning.casefold() in SAYABLE]
    meant = {bare(mark) or mark.casefold(): maps.pop(mark).casefold() for mark in marks}
    return Said(said_columns(columns, CHOOSABLE), sheet, scale, meant, bool(as_))


def from_file(
    chosen: Chosen, data: bytes, file: str, maps: Mapping[str, str], asked: Said, *, other_day: bool
) -> FromFile:
    """Who was there by a report; an end where something in it is not known."""
    from copkit.world.foreign import unpacked

    plan = _plan(chosen)
    try:
        table = unpacked(data)
        report = settled(lambda said: read_report(table, chosen.session.date, plan, said), asked, file)
    except NoColumns as problem:
        raise no_columns(problem, file, "name=…,email=…,minutes=…") from problem
    except Unreadable as problem:
        raise Stop(f"{file}: {problem.message}", REFUSED, problem.fix) from problem
    if chosen.session.date not in report.days and not other_day:
        raise _another_day(report.days, chosen.session.date)
    if report.meetings > 1:
        note(f"The file has {report.meetings} meetings; the one that fits the session was taken.")
    if report.stated is not None and report.stated != len(report.stays):
        note(f"The report says that {report.stated} people took part, and lists {len(report.stays)}.")
    return FromFile(report.source or "spreadsheet", _presence(chosen, report, maps, plan), report.receipt)


def _presence(chosen: Chosen, report: Report, maps: Mapping[str, str], plan: Span) -> Presence:
    """Who was there and who sent apologies; the receipt says of whom nobody knows how long."""
    matcher = matcher_of(chosen)
    pairs = decide(chosen, report.stays, maps, matcher, report.receipt.left_out)
    away, strangers = excused(report.apologies, matcher)
    if strangers:
        note(f"Apologies from somebody who is not known: {', '.join(strangers)}. They are not written down.")
    found = presence(pairs, report, plan)
    report.receipt.unknown = [key for key, minutes in found.minutes.items() if minutes == UNKNOWN]
    return found._replace(apologies=tuple(dict.fromkeys(away)))


def _plan(chosen: Chosen) -> Span:
    start = minutes_of(chosen.session.start) * 60
    return start, start + chosen.session.minutes * 60


def _another_day(days: Sequence[date], day: date) -> Stop:
    """A report of another day, and whether a spreadsheet may have swapped its day and its month."""
    shown = " and ".join(say_day(one) for one in days[:3])
    message = f"this report is of {shown}, and the session of {say_day(day)}"
    if swapped := next((one for one in days if _swapped(one) == day), None):
        message += (
            f": {say_date(swapped)} looks like {say_date(day)} with day and month swapped, as spreadsheets do it"
        )
        return Stop(message, REFUSED, "Take the report as it was downloaded, or add --other-day if you are sure.")
    hint = "Name the right session, or add --other-day if this is the right report all the same."
    return Stop(message, REFUSED, hint)


def _swapped(day: date) -> date | None:
    return day.replace(month=day.day, day=day.month) if day.day <= 12 else None
