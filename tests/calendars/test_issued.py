"""What has been issued, and how a change of it reaches people."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from copkit.calendars.ics import Calendar, write
from copkit.calendars.issued import Entry, Issue, Whose, issue
from copkit.calendars.written import read_written
from copkit.models.issued import Held, Issued

MARCH, MAY, JUNE = date(2026, 3, 1), date(2026, 5, 4), date(2026, 6, 1)
ENTRY = Entry(
    session="2026-06-09",
    day=date(2026, 6, 9),
    start="10:00",
    minutes=150,
    place="Anytown Library, Room 2",
    of="Systems Leadership",
    title="one referral form",
    description="What would have to be true?",
)
WHOSE = Whose("systems-leadership", "w1", "Systems Leadership")
OTHER = ENTRY._replace(session="2026-07-14", day=date(2026, 7, 14), place="Online", minutes=90)


def issued(earlier: Issue | None, *entries: Entry, today: date = MARCH) -> Issue:
    records = earlier.records if earlier else {}
    return issue(records, entries, today, WHOSE)


def test_the_first_issue_is_sequence_0() -> None:
    first = issued(None, ENTRY)
    assert first.records == {
        "2026-06-09": Issued(
            uid="2026-06-09.systems-leadership@w1.copkit",
            sequence=0,
            issued=MARCH,
            start="2026-06-09T10:00",
            end="2026-06-09T12:30",
            place="Anytown Library, Room 2",
            status="confirmed",
            title="one referral form",
            publish="yes",
            digest=first.records["2026-06-09"].digest,
        )
    }
    event = first.events["2026-06-09"]
    assert (event.sequence, event.stamp, event.status) == (0, datetime(2026, 3, 1, tzinfo=UTC), "CONFIRMED")


def test_nothing_changed_means_the_same_records_and_the_same_bytes() -> None:
    first = issued(None, ENTRY, OTHER)
    again = issued(first, ENTRY, OTHER, today=MAY)
    assert again == first
    one, two = (write(Calendar(tuple(each.events.values()), name="Year")) for each in (first, again))
    assert one == two


def test_a_moved_session_keeps_its_identity_and_raises_its_sequence() -> None:
    first = issued(None, ENTRY, OTHER)
    moved = issued(first, ENTRY._replace(day=date(2026, 6, 16)), OTHER, today=MAY)
    before, after = first.records["2026-06-09"], moved.records["2026-06-09"]
    assert after.uid == before.uid
    assert (after.sequence, after.issued, after.start) == (1, MAY, "2026-06-16T10:00")
    assert moved.records["2026-07-14"] == first.records["2026-07-14"]
    assert moved.events["2026-06-09"].stamp == datetime(2026, 5, 4, tzinfo=UTC)


def test_two_moves_count_twice_even_back_to_the_first_date() -> None:
    first = issued(None, ENTRY)
    moved = issued(first, ENTRY._replace(day=date(2026, 6, 16)), today=MAY)
    back = issued(moved, ENTRY, today=JUNE)
    assert [each.records["2026-06-09"].sequence for each in (first, moved, back)] == [0, 1, 2]


def test_a_venue_changed_by_hand_counts() -> None:
    first = issued(None, ENTRY)
    changed = issued(first, ENTRY._replace(place="Civic Hall"), today=MAY)
    assert (changed.records["2026-06-09"].sequence, changed.records["2026-06-09"].place) == (1, "Civic Hall")


def test_a_longer_session_counts() -> None:
    first = issued(None, ENTRY)
    assert issued(first, ENTRY._replace(minutes=180), today=MAY).records["2026-06-09"].sequence == 1


@pytest.mark.parametrize(
    "change",
    [
        {"title": "another theme"}, {"of": "Leading Together"}, {"description": "And another question?"},
        {"url": "https://teams.example/other"}, {"place": "Civic Hall"}, {"minutes": 180},
        {"start": "10:30", "minutes": 120}, {"cancelled": True}, {"day": date(2026, 6, 16)},
    ],
)  # fmt: skip
def test_whatever_a_person_sees_counts_once(change: dict[str, Any]) -> None:
    first = issued(None, ENTRY, OTHER)
    changed = issued(first, ENTRY._replace(**change), OTHER, today=MAY)
    assert (changed.records["2026-06-09"].sequence, changed.records["2026-06-09"].issued) == (1, MAY)
    assert changed.records["2026-07-14"] == first.records["2026-07-14"]
    assert issued(changed, ENTRY._replace(**change), OTHER, today=JUNE) == changed


def test_what_nobody_sees_does_not_count() -> None:
    first = issued(None, ENTRY)
    hidden = issued(first, ENTRY._replace(listed=False), today=MAY)
    assert hidden.records["2026-06-09"] == first.records["2026-06-09"].but(publish="no")
    assert write(Calendar(tuple(hidden.events.values()))) == write(Calendar(tuple(first.events.values())))


def test_a_record_from_before_there_were_digests_gets_one_without_a_new_number() -> None:
    first = issued(None, ENTRY)
    old = {"2026-06-09": first.records["2026-06-09"].but(digest="", title="", publish=None)}
    assert issue(old, [ENTRY._replace(title="another theme")], MAY, WHOSE).records["2026-06-09"].sequence == 0
    assert issue(old, [ENTRY], MAY, WHOSE) == first
    assert issue(old, [ENTRY._replace(minutes=30)], MAY, WHOSE).records["2026-06-09"].sequence == 1


def test_a_cancelled_session_stays_with_the_reason() -> None:
    first = issued(None, ENTRY)
    cancelled = issued(first, ENTRY._replace(cancelled=True, because="the speaker is ill"), today=MAY)
    event = cancelled.events["2026-06-09"]
    assert (event.sequence, event.status) == (1, "CANCELLED")
    assert event.summary == "Cancelled: Systems Leadership: one referral form"
    assert event.description == "Cancelled: the speaker is ill\n\nWhat would have to be true?"
    data = write(Calendar((event,)))
    assert b"STATUS:CANCELLED\r\nTRANSP:TRANSPARENT\r\n" in data


def test_a_cancelled_session_that_takes_place_after_all_is_issued_again() -> None:
    cancelled = issued(issued(None, ENTRY), ENTRY._replace(cancelled=True), today=MAY)
    revived = issued(cancelled, ENTRY, today=JUNE)
    assert (revived.records["2026-06-09"].sequence, revived.events["2026-06-09"].status) == (2, "CONFIRMED")


def test_a_session_whose_plan_is_gone_is_cancelled_once() -> None:
    first = issued(None, ENTRY, OTHER)
    gone = issued(first, OTHER, today=MAY)
    record, event = gone.records["2026-06-09"], gone.events["2026-06-09"]
    assert (record.status, record.sequence, record.uid) == ("cancelled", 1, first.records["2026-06-09"].uid)
    assert (event.status, event.day, event.start, event.minutes) == ("CANCELLED", ENTRY.day, "10:00", 150)
    assert "no longer planned" in event.description
    assert event.summary == "Cancelled: Systems Leadership: one referral form"
    assert issued(gone, OTHER, today=JUNE) == gone


def test_what_was_over_three_months_ago_stays_as_it_was_issued() -> None:
    first = issued(None, ENTRY, OTHER)
    later = issued(first, ENTRY._replace(title="another theme"), today=date(2026, 10, 1))
    assert later.records["2026-06-09"] == first.records["2026-06-09"]
    assert later.records["2026-07-14"].status == "cancelled"
    assert list(later.events) == ["2026-07-14"]
    never = issued(None, ENTRY, OTHER, today=date(2026, 10, 1))
    assert list(never.records) == ["2026-07-14"], "nobody is sent what is over"


def test_one_that_is_moved_from_long_ago_to_a_day_to_come_is_issued() -> None:
    first = issued(None, ENTRY)
    moved = issued(first, ENTRY._replace(day=date(2026, 12, 8)), today=date(2026, 10, 1))
    assert (moved.records["2026-06-09"].sequence, moved.events["2026-06-09"].day) == (1, date(2026, 12, 8))


def test_numbers_go_on_from_what_was_written_where_their_record_is_lost() -> None:
    moved = issued(issued(None, ENTRY, OTHER), ENTRY._replace(minutes=30), OTHER, today=MAY)
    written = read_written(write(Calendar(tuple(moved.events.values()), "Year")))
    again = issue({}, [ENTRY._replace(minutes=30), OTHER], JUNE, WHOSE, written)
    known = {key: record.but(before=None) for key, record in moved.records.items()}
    assert (again.records, again.events) == (known, moved.events), "the calendar says all but what was before"
    assert again.behind == ("2026-06-09", "2026-07-14")
    other = issue({}, [ENTRY, OTHER], JUNE, WHOSE, written)
    assert (other.records["2026-06-09"].sequence, other.records["2026-06-09"].issued) == (2, JUNE)
    kept = issue(moved.records, [ENTRY, OTHER], JUNE, WHOSE, written).records
    assert {key: record.but(before=None) for key, record in kept.items()} == other.records


def test_what_people_had_before_is_remembered_until_it_is_another_again() -> None:
    first = issued(None, ENTRY)
    short = issued(first, ENTRY._replace(minutes=30), today=MAY)
    assert short.records[ENTRY.session].before == Held(
        start="2026-06-09T10:00", end="2026-06-09T12:30", place=ENTRY.place
    )
    renamed = issued(short, ENTRY._replace(minutes=30, title="another title"), today=JUNE)
    assert renamed.records[ENTRY.session].before == short.records[ENTRY.session].before
    assert renamed.records[ENTRY.session].sequence == 2
    assert first.records[ENTRY.session].before is None


def test_what_is_no_calendar_of_ours_holds_no_numbers() -> None:
    for data in (b"", b"\xff\xfe", b"BEGIN:VEVENT\r\nUID:a\r\nSEQUENCE:x\r\nDTSTAMP:now\r\nEND:VEVENT\r\n"):
        assert read_written(data) == {}


def test_the_identity_outlives_a_new_name_of_the_community() -> None:
    first = issued(None, ENTRY)
    renamed = issue(first.records, [ENTRY], MAY, Whose("leading-together", "w2", "Leading Together"))
    assert renamed == first
