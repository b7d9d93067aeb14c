"""Shapes of files from public documentation and bug reports: each is read rightly, or asked about first."""

from datetime import date
from typing import Any

import pytest

from copkit.importers.matching import Matcher
from copkit.importers.presence import presence
from copkit.importers.receipt import Doubt
from copkit.importers.report import read_report
from copkit.importers.status import is_nobody
from copkit.models.programme import Person
from copkit.people.register import Register
from tests.importers.layouts import AFTERWARDS, FIRST
from tests.importers.test_attendance_cases import AMINA, JOE, NAMES
from tests.shell import ROOT

DAY, PLAN = date(2026, 6, 9), (10 * 3600, 11 * 3600 + 1800)
PEOPLE = {name.lower().replace(" ", "."): Person(name=name) for name in NAMES}
MATCHER = Matcher(Register(PEOPLE, {}), {}, PEOPLE)
HALF: tuple[list[str], dict[str, Any]] = ([AMINA, JOE], {JOE: 30})
ALONE: tuple[list[str], dict[str, Any]] = ([AMINA], {})
UNCLEAR = ([AMINA], {AMINA: "unknown"})
RIGHT: dict[str, Any] = {
    "teams-sentence-case": ([AMINA, JOE], {JOE: 45}),
    "teams-only-who-attended": ([AMINA, JOE], {AMINA: "unknown", JOE: "unknown"}),
    "class-collaborate": HALF, "streamboxy-presence": HALF, "bbb-learning-dashboard": HALF, "bbb-same-times": HALF,
    "zoom-webinar-source-name": HALF, "zoom-comma-in-a-name": HALF, "eventbrite-attendee-status": ALONE,
    "luma-guests": UNCLEAR, "frankly-rsvp": UNCLEAR, "openslides-participants": ALONE, "asap-yes-no": ALONE,
    "learnupon-partial": ([AMINA, JOE], {JOE: "unknown"}),
    "moodle-attendance": ALONE, "streamgo-attendees": HALF, "gotowebinar-attendees": HALF, "adobe-connect": HALF,
    "meet-extension": HALF, "event-tickets-check-in": ALONE, "indico-checked-in": UNCLEAR,
    "community-groups-names": ([AMINA, JOE], {}), "pilos-attendance": HALF, "note-takers": HALF,
    "guest-list-arrival": UNCLEAR, "spanish-headers": HALF,
}  # fmt: skip
ASKED = {
    "bookwhen-attendance": "several columns may say who came",
    "rdv-statut": "not known what “Rendez-vous à venir” means",
    "attendflow": "not known what “Full Present”, “Seen” means",
    "outlook-tracking": "this is a list of who registered",
    "register-by-event-name": "may say who came: “Induction”, “Home First”, “Winter plans”",
    "tickets-registration": "this is a list of who registered",
}
EVERY = FIRST | AFTERWARDS


def test_each_shape_has_an_answer_and_a_line_in_the_log() -> None:
    assert EVERY.keys() == RIGHT.keys() | ASKED.keys() | {"merged-blocks"}
    log = (ROOT / "docs" / "imports-tried.md").read_text(encoding="utf-8")
    assert [name for name in EVERY if f"| `{name}` |" not in log] == []


def read_rightly(text: str) -> tuple[list[str], dict[str, Any]]:
    """Who came by a report of the day, and for how long."""
    report = read_report(text.encode(), DAY, PLAN)
    people = [stay for stay in report.stays if not is_nobody(stay.name)]
    found = presence([(stay, MATCHER.find(stay.name).id) for stay in people], report, PLAN)
    assert (DAY in report.days, found.guests) == (True, 0)
    return list(found.present), found.minutes


@pytest.mark.parametrize("name", RIGHT)
def test_a_shape_is_read_rightly(name: str) -> None:
    assert read_rightly(EVERY[name].text) == RIGHT[name]


@pytest.mark.parametrize("name", ASKED)
def test_a_shape_that_could_mean_several_things_is_asked_about(name: str) -> None:
    with pytest.raises(Doubt) as doubt:
        read_report(EVERY[name].text.encode(), DAY, PLAN)
    assert ASKED[name] in doubt.value.message
    assert doubt.value.choices


def test_two_meetings_side_by_side_are_not_of_the_day() -> None:
    assert DAY not in read_report(EVERY["merged-blocks"].text.encode(), DAY, PLAN).days
