"""Four independent readers of calendar files, brought to one form: what a person's calendar would show.

icalendar with recurring-ical-events, vobject with dateutil, ical.js and node-ical. Two of them take the time
zone from the file, two from the tz database. The JavaScript ones run as if the machine stood in New Zealand, so
that a time without a zone shows itself.
"""

import json
import os
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.judges.tools import HERE, need

BY_NODE = "Node's calendar readers"
TEXTS = ("UID", "SUMMARY", "STATUS")
Rows = list[tuple[str, ...]] | str  # (start, end, uid, summary, status) of each event, or why the reader refuses


def read_all(paths: Sequence[Path]) -> dict[Path, dict[str, Rows]]:
    """What each reader makes of each file."""
    python, node = read_in_python(paths), read_by_node(paths)
    return {path: python[path] | node[path] for path in paths}


def read_in_python(paths: Sequence[Path]) -> dict[Path, dict[str, Rows]]:
    readers = {"icalendar": by_icalendar, "vobject": by_vobject}
    return {
        path: {name: attempt(reader, path.read_bytes()) for name, reader in readers.items()} for path in paths
    }


def read_by_node(paths: Sequence[Path]) -> dict[Path, dict[str, Rows]]:
    need(BY_NODE)
    told = subprocess.run(
        ["node", str(HERE / "ics_readers.mjs"), *(str(path.resolve()) for path in paths)],
        capture_output=True, text=True, encoding="utf-8", timeout=300, check=True, cwd=HERE,
        env={**os.environ, "TZ": "Pacific/Auckland"},
    )  # fmt: skip
    scripts = [json.loads(line) for line in told.stdout.splitlines()]
    return {
        path: {name: rows if isinstance(rows, str) else sorted(map(tuple, rows)) for name, rows in script.items()}
        for path, script in zip(paths, scripts, strict=True)
    }


def attempt(reader: Any, data: bytes) -> Rows:
    try:
        return sorted(reader(data))
    except Exception as refusal:  # noqa: BLE001 - whatever a reader throws is its refusal
        return f"{type(refusal).__name__}: {refusal}"[:200]


def by_icalendar(data: bytes) -> list[tuple[str, ...]]:
    import icalendar
    import recurring_ical_events

    calendar = icalendar.Calendar.from_ical(data)
    errors = [str(error) for component in calendar.walk() for error in component.errors]
    if errors:
        raise ValueError("; ".join(errors[:3]))
    return [
        (instant(event.start), instant(event.end), *(str(event.get(name, "")) for name in TEXTS))
        for event in recurring_ical_events.of(calendar, skip_bad_series=False).all()
    ]


def by_vobject(data: bytes) -> list[tuple[str, ...]]:
    import vobject.icalendar

    zones = vars(vobject.icalendar)["__tzidMap"]  # kept for the whole process: one file must not teach the next
    before = dict(zones)
    try:
        rows = []
        for calendar in vobject.readComponents(data.decode("utf-8")):
            calendar.validate(raiseException=True)
            for event in calendar.contents.get("vevent", []):
                texts = (event.getChildValue(name.lower(), "") for name in TEXTS)
                rows.append((instant(event.dtstart.value), instant(event.dtend.value), *texts))
        return rows
    finally:
        zones.clear()
        zones.update(before)


def instant(when: Any) -> str:
    if not isinstance(when, datetime):
        return str(when)
    if when.tzinfo is None:
        return f"floating {when:%Y-%m-%dT%H:%M:%S}"
    return f"{when.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
