"""Shapes of files from public documentation and bug reports: each is read rightly, or asked about first."""

from pathlib import Path
from typing import Any

import pytest

from tests.importers.layouts import AFTERWARDS, FIRST
from tests.importers.test_attend import take
from tests.importers.test_attendance_cases import AMINA, JOE, known, notes
from tests.shell import ROOT, snapshot

__all__ = ["known"]
HALF: tuple[list[str], dict[str, str]] = ([AMINA, JOE], {JOE: "30"})
ALONE: tuple[list[str], dict[str, str]] = ([AMINA], {})
UNCLEAR = ([AMINA], {AMINA: "unknown"})
RIGHT: dict[str, Any] = {
    "teams-sentence-case": ([AMINA, JOE], {JOE: "45"}),
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
    "merged-blocks": "this report is of Tuesday 12 May 2026",
    "tickets-registration": "this is a list of who registered",
}
EVERY = FIRST | AFTERWARDS


def test_each_shape_has_an_answer_and_a_line_in_the_log() -> None:
    assert EVERY.keys() == RIGHT.keys() | ASKED.keys()
    log = (ROOT / "docs" / "imports-tried.md").read_text(encoding="utf-8")
    assert [name for name in EVERY if f"| `{name}` |" not in log] == []


@pytest.mark.parametrize("name", RIGHT)
def test_a_shape_is_read_rightly(known: Path, name: str) -> None:
    ran = take(known, EVERY[name].text.encode(), guest=False)
    assert ran.code == 0, ran.err
    assert (notes(known)["present"], notes(known).get("minutes") or {}) == RIGHT[name]


@pytest.mark.parametrize("name", ASKED)
def test_a_shape_that_could_mean_several_things_is_asked_about(known: Path, name: str) -> None:
    before = snapshot(known)
    ran = take(known, EVERY[name].text.encode(), guest=False)
    assert ran.code == 3
    assert ASKED[name] in " ".join(ran.err.split())
    assert snapshot(known) == before
