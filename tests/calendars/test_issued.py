"""What has been issued, and how a change of it reaches people."""

from datetime import UTC, date, datetime

from copkit.calendars.ics import Calendar, write
from copkit.calendars.issued import Entry, Issue, issue
from copkit.models.issued import Issued

MARCH, MAY, JUNE = date(2026, 3, 1), date(2026, 5, 4), date(2026, 6, 1)
ENTRY = Entry(
    session="2026-06-09",
    day=date(2026, 6, 9),
    start="10:00",
    minutes=150,
    place="Anytown Library, Room 2",
    summary="Systems Leadership: one referral form",
    description="What would have to be true?",
)
OTHER = ENTRY._replace(session="2026-07-14", day=date(2026, 7, 14), place="Online", minutes=90)


def issued(earlier: Issue | None, *entries: Entry, today: date = MARCH) -> Issue:
    records = earlier.records if earlier else {}
    return issue(records, entries, today, community="systems-leadership", workspace="w1")


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


def test_new_words_do_not_count() -> None:
    first = issued(None, ENTRY)
    assert issued(first, ENTRY._replace(summary="Another theme"), today=MAY).records == first.records


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
    assert issued(gone, OTHER, today=JUNE) == gone


def test_the_identity_outlives_a_new_name_of_the_community() -> None:
    first = issued(None, ENTRY)
    renamed = issue(first.records, [ENTRY], MAY, community="leading-together", workspace="w2")
    assert renamed == first
