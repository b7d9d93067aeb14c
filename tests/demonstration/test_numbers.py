"""The demonstration's numbers are those of the founding documents, counted from its files."""

import re
import shutil
import subprocess
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from copkit.calendars.holidays import bank_holidays
from copkit.models.initiative import Initiative
from copkit.workspace import CommunityFiles, Folder, Session, Workspace, load
from tests.demonstration import make_feedback, make_people
from tests.demonstration.make_people import COMMUNITIES, PLANS, TRUSTS
from tests.shell import copkit

ROOT = COMMUNITIES.parent
COMMISSIONED = tuple(PLANS)
SEVEN = {
    *TRUSTS,
    "eastbrook-acute",
    "northmoor-acute",
    "southmere-acute",
    "westcliffe-women",
}


@pytest.fixture(scope="module")
def ws() -> Workspace:
    return load(Folder(ROOT))


def _year(ws: Workspace) -> list[Session]:
    first, last = date(2026, 4, 1), date(2027, 3, 31)
    return [s for s in ws.communities["systems-leadership"].sessions if first <= s.date <= last]


def _present(community: CommunityFiles) -> set[str]:
    return {who for session in community.sessions if session.notes for who in session.notes.present}


def test_everything_loads_without_a_finding(ws: Workspace) -> None:
    assert [f"{f.code} {f.position.path}:{f.position.line} {f.message}" for f in ws.findings] == []
    assert len(ws.communities) == 6


def test_the_systems_leadership_year_has_ten_meetings_of_seventeen_hours(ws: Workspace) -> None:
    sessions = _year(ws)
    assert [s.id for s in sessions] == [
        "2026-04-14", "2026-05-12", "2026-06-09", "2026-07-14", "2026-09-08",
        "2026-10-13", "2026-11-10", "2027-01-12", "2027-02-09", "2027-03-09",
    ]  # fmt: skip
    assert [s.plan.number for s in sessions] == list(range(1, 11))
    assert [s.plan.number for s in sessions if s.place == "in-person"] == [3, 8]
    assert {s.start for s in sessions} == {"10:00"}
    assert {(s.place, s.minutes) for s in sessions} == {("online", 90), ("in-person", 150)}
    assert sum(s.minutes for s in sessions) == 17 * 60


def test_every_meeting_held_so_far_has_notes_with_a_speaker_and_all_four_roles(ws: Workspace) -> None:
    today = ws.shared.programme.as_of
    assert today == date(2026, 11, 27)
    held = [s for s in _year(ws) if s.date < today]
    assert len(held) == 7
    for session in held:
        team = session.plan.team
        assert session.notes is not None and session.notes.capture
        assert session.plan.briefing.speaker
        assert session.plan.briefing.minutes == 20
        assert all((team.convenor, team.facilitator, team.moderator, team.curator))


def test_four_communities_held_three_convenings_each_within_the_commission(ws: Workspace) -> None:
    assert len(COMMISSIONED) == 4
    for name in COMMISSIONED:
        community = ws.communities[name]
        period = community.commission_period
        assert period == (date(2026, 1, 12), date(2027, 1, 11))
        assert community.about.governance == "commissioned"
        assert community.about.commission is not None
        assert community.about.commission.convenings_each == 3
        assert community.about.rhythm.meetings == 3
        held = [s for s in community.sessions if s.notes is not None and not s.cancelled]
        assert len(held) == len(community.sessions) == 3
        assert all(period[0] <= s.date <= period[1] for s in held)


def test_a_design_group_of_three_trusts_decided_each_domain(ws: Workspace) -> None:
    for name in COMMISSIONED:
        about = ws.communities[name].about
        assert about.design_group is not None
        met = about.design_group.date or date.max
        assert set(TRUSTS) <= set(about.design_group.organisations)
        assert set(TRUSTS) <= {ws.shared.people[who].organisation for who in about.design_group.members}
        assert all(session.date > met for session in ws.communities[name].sessions)


def test_more_than_250_people_took_part_each_counted_once(ws: Workspace) -> None:
    came = [_present(ws.communities[name]) for name in COMMISSIONED]
    people = set().union(*came)
    assert len(people) == 260
    assert people <= set(ws.shared.people)
    assert sum(len(one) for one in came) == 295
    assert sum(n > 1 for n in Counter(who for one in came for who in one).values()) == 32


def test_everybody_who_came_is_on_the_roll_of_that_day(ws: Workspace) -> None:
    for community in ws.communities.values():
        for session in community.sessions:
            present = session.notes.present if session.notes else ()
            roll = {member.who for member in community.on_roll(session.date)}
            assert set(present) <= roll, (community.id, session.id, set(present) - roll)
            assert len(set(present)) == len(present)


def test_no_more_voices_than_people_and_nobody_both_came_and_sent_apologies(ws: Workspace) -> None:
    for community in ws.communities.values():
        for session in community.sessions:
            if session.notes is not None:
                assert (session.notes.voices or 0) <= len(session.notes.present) + session.notes.others
                assert not set(session.notes.present) & set(session.notes.apologies)


def test_four_of_seven_trusts_adopted_and_three_are_in_progress(ws: Workspace) -> None:
    community = ws.communities["diabetes-in-pregnancy"]
    assert community.about.governance == "self-governing"
    assert community.about.domain.services == ("diabetes", "maternity")
    app: Initiative = community.initiatives["gdm-health"]
    status = {trust: one.status for trust, one in app.adoption.items() if one.status != "not-applicable"}
    assert set(status) == SEVEN
    assert Counter(status.values()) == {"adopted": 4, "in-progress": 3}
    assert all(app.adoption[trust].date for trust in SEVEN)


def test_of_25_leaders_23_completed_and_the_course_was_asked_for_again(ws: Workspace) -> None:
    cohorts = {cohort.name: cohort for cohort in ws.shared.other["cohorts"].values()}
    leaders = cohorts["CoP leadership programme 2026"]
    assert (leaders.kind, leaders.started, leaders.completed) == ("leadership", 25, 23)
    assert leaders.commissioned_again == "yes"
    assert {cohort.kind for cohort in cohorts.values()} == {"leadership", "train-the-trainer", "storytelling"}


def test_no_session_is_on_a_weekend_or_a_bank_holiday(ws: Workspace) -> None:
    holidays = bank_holidays("england", date(2025, 1, 1), date(2027, 12, 31)).dates
    for community in ws.communities.values():
        for session in community.sessions:
            assert session.date.weekday() < 5, session.path
            assert session.date not in holidays, session.path


def test_one_session_moved_and_one_was_cancelled_each_with_a_reason(ws: Workspace) -> None:
    sessions = [s for community in ws.communities.values() for s in community.sessions]
    moved = [s for s in sessions if s.plan.moved_from]
    cancelled = [s for s in sessions if s.cancelled]
    assert [(s.id, s.date.isoformat()) for s in moved] == [("2026-06-23", "2026-06-30")]
    assert [s.id for s in cancelled] == ["2026-09-02"]
    assert moved[0].plan.moved_because and cancelled[0].plan.because


def test_what_people_hold_is_as_the_plans_have_it() -> None:
    ran = copkit("calendar", "--dry-run", root=ROOT)
    assert (ran.code, ran.out) == (0, ""), "“copkit calendar” writes issued.yaml anew"


def test_addresses_are_shared_mailboxes_and_no_number_could_be_rung(ws: Workspace) -> None:
    allowed = set(ws.shared.programme.shared_mailboxes)
    # The ids of calendar entries look like addresses.
    files = sorted(path for path in COMMUNITIES.rglob("*.yaml") if path.name != "issued.yaml")
    assert len(files) > 90
    for path in files:
        text = path.read_text(encoding="utf-8")
        assert set(re.findall(r"[\w.+-]+@[\w.-]+\w", text)) <= allowed, path
        assert not re.search(r"(?:\+44|\b0)[ \d()-]{9,}\d", text), path
        assert not re.search(r"\b\d{3} ?\d{3} ?\d{4}\b", text), path


@pytest.mark.needs("a clone")
def test_private_details_are_ignored_by_git() -> None:
    said = subprocess.run(
        ["git", "check-ignore", "private/contacts.yaml"], cwd=ROOT, capture_output=True, text=True, timeout=120
    )
    assert said.stdout.strip() == "private/contacts.yaml"


def test_making_people_and_feedback_again_changes_no_byte(tmp_path: Path) -> None:
    again = tmp_path / "communities"
    shutil.copytree(COMMUNITIES, again)
    (again / "patient-involvement" / "members.yaml").unlink()
    (again / "ultrasound-imaging" / "feedback" / "2026-06-23.csv").unlink()
    make_people.make(again)
    make_feedback.make(again)
    for path in sorted([*COMMUNITIES.rglob("*.yaml"), *COMMUNITIES.rglob("*.csv")]):
        assert (again / path.relative_to(COMMUNITIES)).read_bytes() == path.read_bytes(), path


def test_feedback_never_comes_from_more_people_than_were_there(ws: Workspace) -> None:
    sheets = sorted(COMMUNITIES.glob("*/feedback/*.csv"))
    assert len(sheets) == 26
    for sheet in sheets:
        session = ws.communities[sheet.parts[-3]].session(sheet.stem)
        assert session is not None and session.notes is not None
        forms = len(sheet.read_text(encoding="utf-8").splitlines()) - 1
        assert 5 <= forms <= len(session.notes.present) + session.notes.others
