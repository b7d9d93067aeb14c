"""The notice of a change, and the addresses of those who get it."""

from dataclasses import replace
from datetime import date

import pytest

from copkit.audience.withheld import ABSENT
from copkit.documents import Source, document
from copkit.documents.addresses import addresses
from copkit.documents.change import Change, Notice, has_changed
from copkit.models.issued import Held, Issued
from copkit.models.programme import Contact
from copkit.models.session import Moved
from tests.documents.making import CANCELLED, HYBRID, IN_PERSON, in_format, page_of, source

HERE = "Harbour Hall, 1 Quay Street, Seaport"


def issued(made_from: Source, start: str, end: str, place: str = "") -> Source:
    """The same session as people hold it in their calendars."""
    held = Issued(uid="x", sequence=1, issued=date(2026, 6, 1), start=start, end=end, place=place)
    return replace(made_from, files=replace(made_from.files, issued={made_from.planned.id: held}))


def notice(made_from: Source) -> Notice:
    made = document("change").build(made_from)
    assert isinstance(made, Notice)
    return made


def test_a_moved_session_tells_the_old_day_the_new_one_and_why() -> None:
    made = notice(source(HYBRID))
    assert made.changes == (Change("Day", "Wednesday 5 August 2026", "Wednesday 12 August 2026"),)
    assert made.why == "The hall is flooded."


def test_a_cancelled_session_tells_why_and_has_no_new_day() -> None:
    made = notice(source(CANCELLED))
    assert made.cancelled
    assert made.changes == ()
    assert made.why == "The speaker is ill."


def test_a_session_as_it_was_planned_has_not_changed() -> None:
    assert not has_changed(source(IN_PERSON))
    assert not has_changed(issued(source(IN_PERSON), "2026-07-01T14:00", "2026-07-01T16:30"))


def test_a_time_or_place_that_differs_from_what_people_hold_is_a_change() -> None:
    made = notice(issued(source(IN_PERSON), "2026-07-01T13:00", "2026-07-01T15:30", "Library, Room 1"))
    assert made.changes == (
        Change("Time", "1pm to 3:30pm", "2pm to 4:30pm"),
        Change("Place", "Library, Room 1", "Harbour Hall, 1 Quay Street, Seaport"),
    )


def test_the_old_time_and_place_are_told_also_when_calendars_have_the_new_ones() -> None:
    made_from = issued(source(IN_PERSON), "2026-07-01T14:00", "2026-07-01T16:30")
    (name, record), = made_from.files.issued.items()
    last = Held(start="2026-07-01T13:00", end="2026-07-01T15:30", place="Library, Room 1")
    changed = replace(made_from, files=replace(made_from.files, issued={name: record.but(before=last)}))
    assert notice(changed).changes == (
        Change("Time", "1pm to 3:30pm", "2pm to 4:30pm"),
        Change("Place", "Library, Room 1", "Harbour Hall, 1 Quay Street, Seaport"),
    )
    edited = replace(changed, files=replace(changed.files, issued={name: record.but(before=Held(start="soon"))}))
    assert not has_changed(edited)


@pytest.mark.parametrize(
    ("session", "line", "was", "now"),
    [
        (HYBRID, "Harbour Hall", "In person, at Harbour Hall", "In person and online, at Harbour Hall"),
        (HYBRID, "Online: https://meet.example/1", "Online", "In person and online, at Harbour Hall"),
        (
            IN_PERSON,
            "Harbour Hall, 1 Quay Street, Seaport; Online: https://meet.example/1",
            "In person and online, at Harbour Hall, 1 Quay Street, Seaport",
            "In person, at Harbour Hall, 1 Quay Street, Seaport",
        ),
        (IN_PERSON, "Harbour Hall, 2 Station Road", "Harbour Hall, 2 Station Road", HERE),
    ],
)
def test_another_way_of_meeting_is_a_change_although_the_venue_stays(
    session: str, line: str, was: str, now: str
) -> None:
    made_from = source(session)
    start, end = (
        f"{made_from.planned.date}T{made_from.planned.start}",
        f"{made_from.planned.date}T{made_from.planned.end}",
    )
    found = issued(made_from, start, end, line)
    assert has_changed(found)
    assert notice(found).changes[-1] == Change("Place", was, now)
    assert "meet.example" not in in_format("change", "txt", found).decode().partition("The session now")[0]


@pytest.mark.parametrize(
    "line", ["Harbour Hall", "Harbour Hall, 1 Quay Street", HERE, "", "https://meet.example/1"]
)
def test_a_place_told_more_exactly_is_no_change(line: str) -> None:
    assert not has_changed(issued(source(IN_PERSON), "2026-07-01T14:00", "2026-07-01T16:30", line))


def test_a_change_of_place_alone_asks_nobody_to_change_the_day() -> None:
    made_from = issued(source(IN_PERSON), "2026-07-01T14:00", "2026-07-01T16:30", "Online")
    assert notice(made_from).only_place
    shown = " ".join(in_format("change", "txt", made_from).decode().split())
    assert (
        "Please note in your diary: the session on Wednesday 1 July 2026, 2pm to 4:30pm, is now in person" in shown
    )
    assert "it changes the entry that you have" in shown
    assert not notice(source(HYBRID)).only_place


def test_where_nobody_gave_a_reason_none_is_promised() -> None:
    made_from = issued(source(IN_PERSON), "2026-07-01T13:00", "2026-07-01T15:30")
    assert notice(made_from).why == ""
    shown = in_format("change", "txt", made_from).decode()
    assert "\nWhy\n" not in shown
    assert "What has changed" in shown


def test_the_plan_tells_the_team_of_the_moves_before_the_last_and_why_a_length_is_unusual() -> None:
    made_from = source(audience="team")
    moves = (Moved(from_=date(2026, 6, 10), because="Clash"), Moved(from_=date(2026, 6, 17), because="Strike"))
    plan = made_from.planned.plan.but(moves=moves, moved_because="Strike", minutes_because="The hall closes at one")
    page = page_of("plan", replace(made_from, planned=replace(made_from.planned, plan=plan)))
    assert page.count("Before that moved from") == 1
    assert "Before that moved from Wednesday 10 June 2026. Why: Clash." in page
    assert "Not the usual length: The hall closes at one." in page
    later = plan.but(moved_from=date(2026, 6, 20))
    page = page_of("plan", replace(made_from, planned=replace(made_from.planned, plan=later)))
    assert page.index("Before that moved from Wednesday 17") < page.index("Before that moved from Wednesday 10")


def test_of_two_moves_the_last_is_told() -> None:
    made_from = source(IN_PERSON)
    moves = (Moved(from_=date(2026, 6, 10), because="Clash"), Moved(from_=date(2026, 6, 17), because="Strike"))
    plan = made_from.planned.plan.but(moves=moves, moved_because="Strike")
    made = notice(replace(made_from, planned=replace(made_from.planned, plan=plan)))
    assert made.changes == (Change("Day", "Wednesday 17 June 2026", "Wednesday 1 July 2026"),)
    assert made.meta.version == "3"


def test_addresses_are_one_line_for_outlook_and_say_who_has_none() -> None:
    contacts = {
        "rosa.lind": Contact(email="rosa@seaport.example"),
        "una.okafor": Contact(email="una@seaport.example"),
        "viktor.hale": Contact(email="not an address"),
        "zoe.barnes": Contact(email="zoe@seaport.example"),
        "wren.adair": Contact(email="wren@seaport.example; extra@evil.example"),
    }
    found = addresses(source(IN_PERSON), contacts)
    assert found.line == "rosa@seaport.example; una@seaport.example"
    assert found.missing == ("Tomasz Zieliński", "Viktor Hale", "Wren Adair", "Xia Chen", "Yara Haddad")


@pytest.mark.parametrize("audience", ["public", "members"])
def test_the_notice_names_the_way_to_join_to_members_only(audience: str) -> None:
    made = notice(source(HYBRID, audience))  # type: ignore[arg-type]
    assert (made.join is not ABSENT) == (audience == "members")
