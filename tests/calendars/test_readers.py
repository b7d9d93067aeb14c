"""The year file and the session files as four independent readers understand them."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from copkit.calendars.ics import Calendar, write
from copkit.calendars.issued import Entry, Whose, issue
from tests.judges.ics import judge_calendars
from tests.judges.ics_readers import read_all

TITLE = "one form, not three; what would it take? 😀 " + "é" * 90
DAYS = {  # each with its start in UTC: in summer, in winter, and on both sides of each clock change
    date(2026, 3, 27): 10, date(2026, 3, 30): 9, date(2026, 6, 9): 9, date(2026, 10, 23): 9,
    date(2026, 10, 26): 10, date(2027, 1, 12): 10, date(2030, 7, 2): 9, date(2035, 12, 4): 10,
}  # fmt: skip


def year() -> Calendar:
    entries = [
        Entry(
            session=str(day),
            day=day,
            start="10:00",
            minutes=90,
            place="Anytown Library, Room 2; upstairs\\left",
            of="Systems Leadership",
            title=TITLE,
            description="Bring a question.\n\nJoin: https://teams.example/abc?x=1&y=2",
            url="https://teams.example/abc?x=1&y=2",
            cancelled=day == date(2026, 6, 9),
            because="the speaker is ill",
        )
        for day in DAYS
    ]
    issued = issue({}, entries, date(2026, 3, 1), Whose("sl", "w1", "Systems Leadership"))
    return Calendar(tuple(issued.events.values()), name="Year 2026-27")


@pytest.mark.slow
def test_four_readers_agree_on_every_file(tmp_path: Path) -> None:
    calendar = year()
    files = {"year": write(calendar)} | {event.uid: write(Calendar((event,))) for event in calendar.events}
    paths = [tmp_path / f"{name}.ics" for name in files]
    for path, data in zip(paths, files.values(), strict=True):
        path.write_bytes(data)
    assert judge_calendars(paths) == {path: [] for path in paths}
    readings = read_all(paths[:1])[paths[0]]
    assert len(readings) == 4
    starts = [datetime(day.year, day.month, day.day, hour, tzinfo=UTC) for day, hour in DAYS.items()]
    for reader, rows in readings.items():
        assert sorted(row[0] for row in rows) == [f"{start:%Y-%m-%dT%H:%M:%SZ}" for start in starts], reader
