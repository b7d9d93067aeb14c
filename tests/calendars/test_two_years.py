"""The clock on every day of two years, with plans that move, are cancelled, renamed and deleted at random.

On each day what is remembered is what is written, as a reader has it; and who opened the calendar on the first day,
and since then the files of entries that changed, has each session to come as it is planned.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest
from icalendar import Calendar as Reader

from copkit.audience import Door
from copkit.calendars.issued import Whose, issue, window_start
from copkit.calendars.own import own_entries
from copkit.cli.calendar_files import Issuing, own_file, seen_events, whole_file
from copkit.models.session import Plan
from copkit.workspace import CommunityFiles, Folder, Session, Shared, load_community, load_shared
from tests.cli.year.conftest import FILES, write_files
from tests.judges.ics import judge_calendars
from tests.judges.ics_readers import read_all

FIRST, DAYS = date(2026, 1, 1), 731
SEEDS = (1, pytest.param(2, marks=pytest.mark.slow), pytest.param(3, marks=pytest.mark.slow))


class Seen(NamedTuple):
    """What a calendar program shows of an entry, and its number."""

    sequence: int
    start: str
    end: str
    summary: str
    place: str
    text: str
    status: str


class Day(NamedTuple):
    """A day's run of `copkit calendar`: what was remembered before, the run, and the files it wrote."""

    of: Issuing
    whole: bytes
    changed: tuple[bytes, ...]
    public: bytes | None
    """On some days alone."""


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    return Folder(write_files(tmp_path_factory.mktemp("years"), FILES))


def lived(tree: Folder, seed: int) -> Iterator[Day]:
    """Two years, a day after the other."""
    luck, shared, community = Random(seed), load_shared(tree), load_community(tree, "home-first")
    community = replace(community, sessions=tuple(_new(community, FIRST + timedelta(75 * n)) for n in range(1, 11)))
    for number in range(DAYS):
        today = FIRST + timedelta(number)
        for _ in range(luck.choice((0, 0, 0, 1, 1, 2))):
            community = luck.choice(ACTS)(community, luck, today)
        day = _run(tree, community, shared, today)
        yield day
        community = replace(community, issued=day.of.issue.records)


def _run(tree: Folder, community: CommunityFiles, shared: Shared, today: date) -> Day:
    members, public = Door(shared, "members", today), Door(shared, "public", today)
    whose = Whose(community.id, "anytown", community.short)
    made = issue(community.issued, own_entries(community, members).values(), today, whose)
    of = Issuing(community, made, today)
    (whole,) = whole_file(tree, of, made.events, "members")
    changed = tuple(own_file(tree, of, made.events, "members", one).data for one in of.news)
    if today.day % 5:
        return Day(of, whole.data, changed, None)
    told = [one.data for one in whole_file(tree, of, seen_events(of, public), "public")]
    return Day(of, whole.data, changed, b"".join(told))


def _new(community: CommunityFiles, day: date) -> Session:
    plan = Plan(date=day, theme=f"Theme of {day}", link="https://meet.example/one", place="online")
    return Session(community.id, day.isoformat(), plan, None, community.about.rhythm)


def changing(make: Callable[[Random, Session, date], dict[str, Any]]) -> Callable[..., CommunityFiles]:
    """An act that changes the plan of one session, which may be past."""

    def act(community: CommunityFiles, luck: Random, today: date) -> CommunityFiles:
        at = luck.randrange(len(community.sessions))
        one = community.sessions[at]
        new = replace(one, plan=one.plan.but(**make(luck, one, today)))
        return replace(community, sessions=(*community.sessions[:at], new, *community.sessions[at + 1 :]))

    return act


def deleted(community: CommunityFiles, luck: Random, _today: date) -> CommunityFiles:
    gone = luck.choice(community.sessions) if len(community.sessions) > 6 else None
    return replace(community, sessions=tuple(one for one in community.sessions if one is not gone))


def planned(community: CommunityFiles, luck: Random, today: date) -> CommunityFiles:
    day = today + timedelta(luck.randint(1, 400))
    there = {one.id for one in community.sessions}
    new = () if day.isoformat() in there or len(there) > 12 else (_new(community, day),)
    return replace(community, sessions=(*community.sessions, *new))


def renamed(community: CommunityFiles, luck: Random, _today: date) -> CommunityFiles:
    return replace(community, about=community.about.but(short=f"Home {luck.randint(1, 99)}"))


def rung(community: CommunityFiles, luck: Random, _today: date) -> CommunityFiles:
    return replace(community, about=community.about.but(contact=f"team{luck.randint(1, 9)}@anytown.example"))


def _moved(luck: Random, one: Session, _today: date) -> dict[str, Any]:
    return {"date": one.date + timedelta(luck.choice((-7, 1, 7, 14, 60))), "moved_from": one.date}


ACTS = (
    *[changing(_moved)] * 3,
    changing(lambda luck, one, today: {"status": "cancelled", "because": "Snow"}),
    changing(lambda luck, one, today: {"status": "planned", "because": ""}),
    changing(lambda luck, one, today: {"theme": f"Theme {luck.randint(1, 999)}; and, more"}),
    changing(lambda luck, one, today: {"question": f"Who, {luck.randint(1, 999)}?"}),
    changing(lambda luck, one, today: {"place": luck.choice(("online", "in-person", "hybrid")), "venue": "Hall"}),
    changing(lambda luck, one, today: {"link": f"https://meet.example/{luck.randint(1, 99)}"}),
    changing(lambda luck, one, today: {"start": luck.choice(("09:30", "10:00", "14:00"))}),
    changing(lambda luck, one, today: {"publish": luck.choice(("yes", "no"))}),
    deleted, planned, renamed, rung,
)  # fmt: skip


@lru_cache(maxsize=64)
def entries(data: bytes) -> dict[str, Seen]:
    """A file as a reader has it, by the ids of its entries, none of which is there twice."""
    events = Reader.from_ical(data).walk("VEVENT")
    found = {str(event["UID"]): _seen(event) for event in events}
    assert len(found) == len(events)
    return found


def _seen(event: Any) -> Seen:
    begin, end = (f"{event[key].dt:%Y-%m-%dT%H:%M}" for key in ("DTSTART", "DTEND"))
    text = (str(event.get(key, "")) for key in ("SUMMARY", "LOCATION", "DESCRIPTION", "STATUS"))
    return Seen(int(event["SEQUENCE"]), begin, end, *text)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_people_hold_is_what_is_written_on_every_day(seed: int, started: Folder) -> None:
    held: dict[str, Seen] = {}
    last: dict[str, Seen] = {}
    cancelled = 0
    for day in lived(started, seed):
        today, since = day.of.today.isoformat(), window_start(day.of.today).isoformat()
        written, records = entries(day.whole), day.of.issue.records
        remembered = {one.uid: one for one in records.values() if one.start >= since}
        assert written.keys() == remembered.keys()
        for uid, one in written.items():
            record = remembered[uid]
            assert (one.sequence, one.start, one.end, one.place, one.status.lower()) == (
                record.sequence, record.start, record.end, record.place, record.status,
            )  # fmt: skip
            before = last.get(uid, one)
            assert one.sequence == before.sequence + (one[1:] != before[1:])
        held = held or dict(written)
        for data in day.changed:
            for uid, one in entries(data).items():
                assert uid not in held or one.sequence > held[uid].sequence
                held[uid] = one
        coming = {uid: one for uid, one in written.items() if one.start >= today}
        for uid, one in coming.items():
            assert held[uid] == one if uid in held else one.status == "CANCELLED"
        _as_planned(day, written)
        last |= written
        cancelled += sum(one.status == "CANCELLED" for one in written.values())
    assert day.of.today == FIRST + timedelta(DAYS - 1)
    assert cancelled > 300 and max(one.sequence for one in last.values()) > 3


def _as_planned(day: Day, written: dict[str, Seen]) -> None:
    """Each session of the window is there as planned; each that is gone reads so; the public has what is listed."""
    of, public = day.of, entries(day.public) if day.public else None
    plans = {of.issue.records[one.id].uid: one for one in of.community.sessions if one.id in of.issue.events}
    for uid, one in written.items():
        plan = plans.get(uid)
        title = plan.plan.theme if plan else next(r.title for r in of.issue.records.values() if r.uid == uid)
        called = f"{of.community.short}: {title}"
        assert one.summary == (called if one.status == "CONFIRMED" else f"Cancelled: {called}")
        assert (one.status == "CANCELLED") == (plan is None or plan.cancelled)
        if public is None:
            continue
        assert (uid in public) == (plan.plan.publish != "no" if plan else _was_listed(of, uid))
        if uid in public:
            assert (public[uid].sequence, public[uid].start) == (one.sequence, one.start)
            assert "meet.example" not in "".join(map(str, public[uid]))


def _was_listed(of: Issuing, uid: str) -> bool:
    return any(one.uid == uid and one.publish == "yes" for one in of.issue.records.values())


@pytest.mark.slow
def test_four_readers_agree_on_files_drawn_from_the_two_years(started: Folder, tmp_path: Path) -> None:
    days = list(lived(started, 1))
    luck = Random(7)
    drawn = [day.whole for day in luck.sample(days, 25)]
    drawn += luck.sample([data for day in days for data in day.changed], 25)
    paths = [tmp_path / f"{number}.ics" for number in range(len(drawn))]
    for path, data in zip(paths, drawn, strict=True):
        path.write_bytes(data)
    assert judge_calendars(paths) == {path: [] for path in paths}
    for path, readings in read_all(paths).items():
        seen = [(uid, one.summary, one.status) for uid, one in entries(path.read_bytes()).items()]
        assert len(readings) == 4
        for reader, rows in readings.items():
            assert sorted(row[2:] for row in rows) == sorted(seen), reader
