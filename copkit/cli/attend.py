"""`copkit attend`: who was there, from a meeting's report or a sign-in sheet, into the session's notes."""

from pathlib import Path
from typing import Annotated, Any

import typer

from copkit.cli.attend_file import As, Scale, from_file, said
from copkit.cli.attend_people import from_sheet
from copkit.cli.common import AsJson, DryRun, Root, Today
from copkit.cli.exits import OK, USAGE, Stop
from copkit.cli.importing import (
    Keep,
    Map,
    Replace,
    looks_like_a_file,
    mapping,
    put_away,
    read_export,
    session_and_rest,
)
from copkit.cli.notes_session import Chosen
from copkit.cli.receipts import Columns, Sheet, say_receipt
from copkit.cli.say_json import say_json
from copkit.cli.show import note
from copkit.cli.write import say_written, stop, write
from copkit.editing.attendance import Came, Filled, fill
from copkit.editing.refused import Refused
from copkit.editing.store import Change, read_seen
from copkit.importers.columns import ATTENDED, MINUTES, REGISTERED
from copkit.importers.presence import Presence
from copkit.importers.receipt import Receipt
from copkit.models.base import UNKNOWN
from copkit.people.shown import label

EXAMPLE = 'copkit attend systems-leadership 2026-06-09 "Attendance report.csv"'

Words = Annotated[
    list[str],
    typer.Argument(metavar="[COMMUNITY] SESSION FILE|NAMES…", help="The session; the report, or who signed in."),
]
Others = Annotated[
    int | None,
    typer.Option("--others", metavar="NUMBER", min=0, help="How many more came who are not members yet."),
]
OtherDay = Annotated[bool, typer.Option("--other-day", help="Take a report of another day than the session's.")]


def attend(
    words: Words,
    map_: Map = None,
    others: Others = None,
    columns: Columns = "",
    sheet: Sheet = "",
    scale: Scale = "",
    as_: As = "",
    other_day: OtherDay = False,
    replace: Replace = False,
    keep_: Keep = False,
    root: Root = None,
    today: Today = "",
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> int:
    """Fill in who was present, from what Teams, Zoom or Meet lets you download, a spreadsheet, or by name.

    People are found by e-mail address (private/contacts.yaml), then by name. Whoever is not found is asked for,
    or said with --map “Lee (Unverified)=lee.marsh” or --map “iPhone=guest”; --map “*=guest” counts all the rest
    as guests, and --map “Recorder=nobody” leaves out what is no person. Only ids are written, and minutes for
    those who missed more than a tenth of the session, or “unknown” where the file does not tell. Names that stand
    in the notes already stay. What was read and what was left out is printed; where the file could be meant in
    several ways copkit asks, or stops and says which option answers.

    Example: copkit attend systems-leadership 2026-06-09 "Attendance report.csv"

    Example: copkit attend systems-leadership 2026-06-09 amina joe "Sam Reid" --others 3
    """
    chosen, rest = session_and_rest(words, root, today, EXAMPLE)
    file, maps = _file(rest), mapping(map_)
    source, receipt = "", Receipt()
    if file:
        data = read_export(file)
        asked = said(columns, sheet, scale, as_, maps)
        source, found, receipt = from_file(chosen, data, file, maps, asked, other_day=other_day)
    else:
        present, guests = from_sheet(chosen, rest, maps)
        found = Presence(present, {}, guests)
    count = _others(others, found.guests, by_report=bool(file))
    filled, change = _change(chosen, found, count, replace=replace)
    written = write(chosen.tree, [change], dry_run=dry_run)
    if as_json and not dry_run:
        _print_json(chosen, source, found, count, filled, receipt, written)
    elif not dry_run:
        say_written(written)
    _tell(chosen, found, count, filled, changed=change.new != change.seen)
    say_receipt(receipt, (ATTENDED, REGISTERED, MINUTES))
    if file:
        if source == "Microsoft Teams":
            note("Microsoft keeps these reports for one year only.")
        put_away(chosen, file, data, "attendance", keep=keep_ and not dry_run)
    return OK


def _file(rest: list[str]) -> str:
    """The report that is named, or empty where people are."""
    if not rest:
        raise Stop("name the report, or the people who signed in", USAGE, f"Such as: {EXAMPLE}")
    file = rest[0] if looks_like_a_file(rest[0]) else ""
    if file and len(rest) > 1:
        raise Stop("name one file, or people, but not both")
    return file


def _others(said: int | None, guests: int, *, by_report: bool) -> int | None:
    """How many others came: a report knows its guests; those named on a sheet come on top of the number said."""
    if by_report:
        return guests if said is None else said
    return (said or 0) + guests if said is not None or guests else None


def _change(chosen: Chosen, found: Presence, others: int | None, *, replace: bool) -> tuple[Filled, Change]:
    """The notes with the attendance in them; made where there are none."""
    path = chosen.tree.root / chosen.path
    who = chosen.names.who
    try:
        seen = read_seen(path)
        text = seen if seen is not None else _new_notes(chosen)
        came = Came(found.present, found.minutes, found.apologies)
        filled = fill(text, came, others, who, replace=replace)
    except Refused as refused:
        raise stop(chosen.tree, refused if refused.path else _at(refused, path)) from refused
    return filled, Change(path, filled.data, seen)


def _at(refused: Refused, path: Path) -> Refused:
    return Refused(refused.message, path=path, fix=refused.fix, snippet=refused.snippet)


def _new_notes(chosen: Chosen) -> bytes:
    from copkit.new.notes import notes_file
    from copkit.world.new_files import home

    who = chosen.names.who
    on_roll = chosen.community.on_roll(chosen.session.date)
    members = [who(member.who) for member in on_roll]
    return notes_file(home(chosen.tree), chosen.path, chosen.session.date, members)


def _tell(chosen: Chosen, found: Presence, others: int | None, filled: Filled, *, changed: bool) -> None:
    """What was done and what stayed as it was, beside the output."""
    short = sum(minutes != UNKNOWN for minutes in found.minutes.values())
    part = f", {short} of them for a part of it" if short else ""
    more = f", and {others} {'other' if others == 1 else 'others'}" if others else ""
    note(f"{_people(len(found.present))} known{part}{more}.")
    if not changed:
        note("The notes say so already.")
    elif len(filled.added) < len(found.present):
        there = len(found.present) - len(filled.added)
        stay = "stays" if there == 1 else "stay"
        note(f"{there} stood in the notes already and {stay}; {len(filled.added)} added.")
    if filled.others_kept is not None:
        note(f"“others: {filled.others_kept}” stays as it is; --replace takes {others}.")
    if filled.minutes_kept:
        names = ", ".join(filled.minutes_kept)
        note(f"The minutes of {names} stay as they were typed; --replace takes the report's.")
    if filled.apologies:
        note(f"Sent apologies and came all the same: {', '.join(filled.apologies)}.")
    if filled.present_kept:
        note(f"Apologies in the file, and down as present, which stays: {', '.join(filled.present_kept)}.")
    if found.elsewhere:
        names = ", ".join([*map(label, found.elsewhere[:5]), *(["…"] if len(found.elsewhere) > 5 else [])])
        note(f"Left out, since they were there only at another time: {names}.")
    if new := [key for key in found.present if key not in chosen.shared.people]:
        note(f"Not in people.yaml yet: {', '.join(new)}. “copkit new person” adds somebody.")


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count} people"


def _print_json(
    chosen: Chosen,
    source: str,
    found: Presence,
    others: int | None,
    filled: Filled,
    receipt: Receipt,
    written: list[str],
) -> None:
    summary: dict[str, Any] = {
        "community": chosen.community.id,
        "session": chosen.session.id,
        "source": source or "sign-in",
        "present": list(found.present),
        "minutes": {key: minutes for key, minutes in found.minutes.items() if minutes != UNKNOWN},
        "minutes_unknown": [key for key, minutes in found.minutes.items() if minutes == UNKNOWN],
        "apologies": [key for key in found.apologies if key not in filled.present_kept],
        "present_and_apologies": list(dict.fromkeys((*filled.apologies, *filled.present_kept))),
        "others": others,
        "added": list(filled.added),
        "left_out": len(found.elsewhere),
        "receipt": receipt.as_json(),
        "written": written,
    }
    say_json(summary)
