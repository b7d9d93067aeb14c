"""One meeting, as every kind of software lets people download it. The people are invented.

Amina is there throughout, Joe throughout, Jo leaves after 62 minutes, Zoë goes and comes back (58 minutes of the
session's 90), and somebody dials in.
"""

import datetime as dt
import io
import zipfile
from collections.abc import Callable, Iterable
from typing import NamedTuple
from xml.sax.saxutils import escape

AMINA, JOE, JO, ZOE = (
    "Amina Khan",
    "BELL, Joe (ANYTOWN HOSPITALS NHS FOUNDATION TRUST)",
    "Jo Ng (External)",
    "Zoë Müller",
)
CALLER = "+44 7700 900123"
MAILS = {
    AMINA: "zq7amina@nhs.example",
    JOE: "zq7joe@acute.example",
    JO: "zq7jo@hospice.example",
    ZOE: "zq7zoe@council.example",
    CALLER: "",
}
Stay = tuple[str, str, str]
STAYS: tuple[Stay, ...] = (
    (AMINA, "09:52:11", "11:34:02"),
    (JOE, "09:59:40", "11:30:55"),
    (JO, "10:01:02", "11:03:10"),
    (ZOE, "10:04:30", "10:40:12"),
    (ZOE, "11:08:29", "11:30:50"),
    (CALLER, "10:10:00", "10:31:00"),
)
LENGTHS = {AMINA: "1h 41m 51s", JOE: "1h 31m 15s", JO: "1h 2m 8s", ZOE: "58m 3s", CALLER: "21m 0s"}
SPANS = {
    name: (min(s for n, s, _ in STAYS if n == name), max(e for n, _, e in STAYS if n == name)) for name in LENGTHS
}


def lines(rows: Iterable[Iterable[str]], mark: str = "\t", end: str = "\r\n") -> str:
    """Rows as text, quoted where a cell holds the mark."""

    def cell(text: str) -> str:
        return f'"{text.replace(chr(34), chr(34) * 2)}"' if mark in text or '"' in text or "\n" in text else text

    return end.join(mark.join(cell(text) for text in row) for row in rows) + end


def british(time: str) -> str:
    return f"09/06/2026, {time}"


def american(time: str) -> str:
    clock = dt.time.fromisoformat(time)
    return f"6/9/26, {clock.hour % 12 or 12}:{clock:%M:%S}\u202f{'AM' if clock.hour < 12 else 'PM'}"


def zoom_time(time: str) -> str:
    clock = dt.time.fromisoformat(time)
    return f"Jun 9, 2026 {clock.hour % 12 or 12:02}:{clock:%M} {'AM' if clock.hour < 12 else 'PM'}"


def teams_2020() -> str:
    rows = [("Full Name", "User Action", "Timestamp")]
    for name, start, end in STAYS:
        rows += [(name, "Joined", british(start)), (name, "Left", british(end))]
    return lines(rows)


def teams_2020_before() -> str:
    """Downloaded by somebody who came second, while it still went on: one “Joined before”, one without an end."""
    rows = [("Full Name", "User Action", "Timestamp"), (AMINA, "Joined before", american("09:52:11"))]
    for name, start, end in STAYS[1:]:
        rows.append((name, "Joined", american(start)))
        if name != JOE:
            rows.append((name, "Left", american(end)))
    return lines([*rows, (AMINA, "Left", american("11:34:02"))])


def teams_2021() -> str:
    head = [
        ("Meeting Summary",), ("Total Number of Participants", "5"), ("Meeting Title", "Home First"),
        ("Meeting Start Time", american("09:52:11")), ("Meeting End Time", american("11:34:02")),
        ("Meeting Id", "ab12"), ("",),
        ("Full Name", "Join Time", "Leave Time", "Duration", "Email", "Role", "Participant ID (UPN)"),
    ]  # fmt: skip
    rows = [
        (
            name,
            american(SPANS[name][0]),
            american(SPANS[name][1]),
            LENGTHS[name],
            MAILS[name],
            "Attendee",
            MAILS[name],
        )
        for name in LENGTHS
    ]
    return lines([*head, *rows])


def teams_three(time: Callable[[str], str] = british) -> str:
    head = [
        ("1. Summary",), ("Meeting title", "Home First"), ("Attended participants", "5"),
        ("Start time", time("09:52:11")), ("End time", time("11:34:02")), ("Meeting duration", "1h 41m 51s"),
        ("Average attendance time", "1h 2m 4s"), ("",), ("2. Participants",),
        ("Name", "First Join", "Last Leave", "In-Meeting Duration", "Email", "Participant ID (UPN)", "Role"),
    ]  # fmt: skip
    people = [
        (name, time(SPANS[name][0]), time(SPANS[name][1]), LENGTHS[name], MAILS[name], MAILS[name], "Attendee")
        for name in LENGTHS
    ]
    activity = [
        ("",),
        ("3. In-Meeting Activities",),
        ("Name", "Join Time", "Leave Time", "Duration", "Email", "Role"),
    ]
    again = [(name, time(start), time(end), "", MAILS[name], "Attendee") for name, start, end in STAYS]
    return lines([*head, *people, *activity, *again])


def teams_four() -> str:
    engagement = [
        ("",), ("4. Meeting Engagement",), ("Name", "Reactions", "Raised Hands", "Camera"),
        *((name, "2", "0", "On") for name in LENGTHS),
    ]  # fmt: skip
    return teams_three(american) + lines(engagement)


def teams_live() -> str:
    """A live event: commas, and UTC, an hour behind the clocks of June."""
    rows = [("Session Id", "Participant Id", "Full Name", "UserAgent", "UTC Event Timestamp", "Action", "Role")]
    for number, (name, start, end) in enumerate(STAYS):
        for action, time in (("Joined", start), ("Left", end)):
            utc = dt.datetime.fromisoformat(f"2026-06-09T{time}") - dt.timedelta(hours=1)
            agent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)"
            rows.append((f"s{number}", f"p{number}", name, agent, f"{utc:%m/%d/%Y %H:%M:%S}", action, "Attendee"))
    return lines(rows, ",")


def teams_german() -> str:
    rows = [("Vollständiger Name", "Benutzeraktion", "Zeitstempel")]
    for name, start, end in STAYS:
        rows += [(name, "Beigetreten", f"9.6.2026, {start}"), (name, "Verlassen", f"9.6.2026, {end}")]
    return lines(rows)


def zoom() -> str:
    rows = [("Name (Original Name)", "User Email", "Join Time", "Leave Time", "Duration (Minutes)", "Guest")]
    for name, start, end in STAYS:
        length = dt.datetime.fromisoformat(f"2026-06-09T{end}") - dt.datetime.fromisoformat(f"2026-06-09T{start}")
        shown = "Zoe (Zoë Müller)" if name == ZOE else name
        minutes = str(round(length.total_seconds() / 60))
        rows.append((shown, MAILS[name], zoom_time(start), zoom_time(end), minutes, "Yes"))
    return lines(rows, ",", "\n")


def zoom_with_header() -> str:
    head = [
        ("Meeting ID", "Topic", "Start Time", "End Time", "User Email", "Duration (Minutes)", "Participants"),
        ("123 456", "Home First", zoom_time("09:52:00"), zoom_time("11:34:00"), "host@nhs.example", "102", "5"),
        ("",),
    ]
    waiting = ("Nobody Inside", "", zoom_time("10:00:00"), zoom_time("10:01:00"), "1", "Yes")
    body = zoom().splitlines()
    body[0] += ",In Waiting Room"
    body[1:] = [f"{line},No" for line in body[1:]]
    return lines(head, ",", "\n") + "\n".join(body) + "\n" + lines([(*waiting, "Yes")], ",", "\n")


def meet() -> str:
    rows = [("First name", "Last name", "Email", "Duration", "Time joined", "Time exited")]
    names = {AMINA: ("Amina", "Khan"), JOE: ("Joe", "Bell"), JO: ("Jo", "Ng"), ZOE: ("Zoë", "Müller")}
    lengths = {AMINA: "1 hr 41 min", JOE: "1 hr 31 min", JO: "1 hr 2 min", ZOE: "58 min"}
    for name, (first, last) in names.items():
        start, end = (american(time).partition(", ")[2] for time in SPANS[name])
        rows.append((first, last, MAILS[name], lengths[name], start, end))
    rows.append((CALLER, "", "", "21 min", "10:10 AM", "10:31 AM"))
    return lines(rows, ",", "\n")


def sheet(mark: str, *, decimal: str = ".") -> str:
    lengths = {AMINA: "101.9", JOE: "91.25", JO: "62.1", ZOE: "58.05", CALLER: "21"}
    rows = [("Attendee", "E-mail address", "Organisation", "Minutes")]
    rows += [(name, MAILS[name], "Anytown", length.replace(".", decimal)) for name, length in lengths.items()]
    return lines([*rows, ("Total", "", "", "333")], mark)


def clock_sheet() -> str:
    lengths = {AMINA: "01:41:51", JOE: "01:31:15", JO: "01:02:08", ZOE: "00:58:03", CALLER: "00:21:00"}
    return lines([("NAME", "DURATION"), *lengths.items()], ",")


class Shape(NamedTuple):
    """A kind of export: its text, and Zoë's minutes by it."""

    text: str
    zoe: int = 58


SHAPES: dict[str, Shape] = {
    "Teams 2020, joined and left": Shape(teams_2020()),
    "Teams 2020, joined before, no end": Shape(teams_2020_before()),
    "Teams 2021, meeting summary": Shape(teams_2021()),
    "Teams 2022, three sections": Shape(teams_three()),
    "Teams 2026, four sections, month first": Shape(teams_four()),
    "Teams live event": Shape(teams_live()),
    "Teams, German": Shape(teams_german()),
    "Zoom": Shape(zoom()),
    "Zoom with a meeting header": Shape(zoom_with_header()),
    "Google Meet": Shape(meet()),
    "spreadsheet with commas": Shape(sheet(",")),
    "spreadsheet with semicolons and decimal commas": Shape(sheet(";", decimal=",")),
    "spreadsheet with tabs": Shape(sheet("\t")),
    "spreadsheet with hours, minutes and seconds": Shape(clock_sheet()),
}


# --- Workbooks ---------------------------------------------------------------------------------------------

_PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="xl/workbook.xml"/></Relationships>',
}
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def workbook(**sheets: Iterable[Iterable[object]]) -> bytes:
    """A workbook with texts and numbers, as small as can be."""
    parts = dict(_PARTS)
    listed, related = "", ""
    for number, (name, rows) in enumerate(sheets.items(), 1):
        listed += f'<sheet name="{escape(name)}" sheetId="{number}" r:id="r{number}"/>'
        related += f'<Relationship Id="r{number}" Type="{_RELATIONS}/worksheet" Target="sheet{number}.xml"/>'
        body = "".join(f"<row>{''.join(map(_cell, row))}</row>" for row in rows)
        parts[f"xl/sheet{number}.xml"] = f'<worksheet xmlns="{_MAIN}"><sheetData>{body}</sheetData></worksheet>'
    parts["xl/workbook.xml"] = (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>{listed}</sheets></workbook>'
    )
    parts["xl/_rels/workbook.xml.rels"] = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{related}</Relationships>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in parts.items():
            archive.writestr(path, f'<?xml version="1.0" encoding="UTF-8"?>{text}')
    return out.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, int | float):
        return f"<c><v>{value}</v></c>"
    return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(str(value))}</t></is></c>'
