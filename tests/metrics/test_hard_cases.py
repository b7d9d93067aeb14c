"""Years in which little was written down or much changed: figures are right, and say what is missing."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from copkit.checks import check
from copkit.metrics import Facts, Period, figures
from copkit.workspace import Folder, Workspace
from tests.metrics.conftest import PERIOD, TODAY, facts_of, figure, write
from tests.pace import within

ORGANISATIONS = """\
    north: {name: North, sector: acute, became: merged, since: 2026-06-01}
    south: {name: South, sector: acute, became: merged, since: 2026-06-01}
    merged: {name: North and South, sector: acute}
    west: {name: West, sector: voluntary}
    """
PEOPLE = """\
    ann: {name: Ann Able, organisation: north}
    bob: {name: Bob Best, organisation: south}
    cat: {name: Cat Cole, organisation: [{id: west}, {id: north, from: 2026-05-01}]}
    former-member-01: {name: former member 01}
    """
BASE = {
    "programme/organisations.yaml": ORGANISATIONS,
    "programme/people.yaml": PEOPLE,
    "one/community.yaml": "id: one\ncommunity: {organisations: [north, south, west]}\n",
    "one/members.yaml": "- {who: ann}\n- {who: bob}\n- {who: Cat Cole}\n",
}


def one(root: Path, period: Period = PERIOD, today: date = TODAY, /, **files: str) -> Facts:
    """A community with some files; `s2026_05_12` stands for the notes of a session."""
    named = {
        f"one/sessions/{name[1:].replace('_', '-')}.notes.yaml" if name.startswith("s2") else name: text
        for name, text in files.items()
    }
    return facts_of(write(root, {**BASE, **named}), "one", period, today)


def test_an_empty_year_counts_nothing_and_says_so(tmp_path: Path) -> None:
    facts = one(tmp_path)
    found = figures(facts)
    counted = {code for code, many in found.items() for each in many if each.value not in (None, 0)}
    assert counted == {"M1"}, "the roll is there without a session"
    for code in ("M2", "M3", "M4", "M5", "R1", "R5", "C1", "C8", "W1", "V4"):
        assert all(each.kind == "none yet" for each in found[code]), code
    assert figure(facts, "M4").said == figure(facts, "R5").said == "no session has been held yet"
    assert figure(facts, "M6").said == "two sessions with attendance are needed"
    assert figure(facts, "C5").said == figure(facts, "D5").said == "programme.yaml names no host"
    assert figure(facts, "D3").said == "the days are not on record"
    assert figure(facts, "A4").said == "nothing was adopted in the period"


def test_one_session_alone(tmp_path: Path) -> None:
    facts = one(tmp_path, s2026_05_12="present: [ann, bob]\n")
    assert figure(facts, "M4").said == "2 of 3"
    assert figure(facts, "M7").said == "2 of 2"
    assert {each.label: each.numerator for each in figures(facts)["M5"]}["new"] == 3


def test_sessions_without_attendance_are_left_out_of_both_and_listed(tmp_path: Path) -> None:
    facts = one(
        tmp_path,
        s2026_04_14="present: [ann, ann, Bob]\n",
        s2026_05_12="others: 12\ncapture: success: many came\n",
        s2026_06_09="present: []\nvoices: 4\n",
        s2026_07_14="present: []\ncapture: |\n",  # a file that was only made: nobody knows whether they met
    )
    rate = figure(facts, "M4")
    assert (rate.said, rate.left_out) == ("2 of 3", ("2026-05-12", "2026-06-09"))
    assert figure(facts, "D1").said == "3 of 4"
    assert figure(facts, "M2").left_out == ("2026-05-12", "2026-06-09")
    assert figure(facts, "M2", "with guests").said == "14"


def test_guests_make_a_range(tmp_path: Path) -> None:
    facts = one(tmp_path, s2026_04_14="present: [ann]\nothers: 3\n", s2026_05_12="present: [ann]\nothers: 2\n")
    assert figure(facts, "M2").said == "1"
    assert figure(facts, "M2", "with guests").said == "4 to 6"


def test_organisations_that_merged_are_reached_as_one(tmp_path: Path) -> None:
    facts = one(tmp_path, s2026_05_12="present: [ann]\n", s2026_06_09="present: [ann, bob]\n")
    assert figure(facts, "R1").said == "1 of 2", "north and south are one organisation by the end"
    assert [each.label for each in figures(facts)["R3"] if each.label and each.people] == ["merged"]


def test_before_the_merger_they_were_two(tmp_path: Path) -> None:
    spring = Period(date(2026, 4, 1), date(2026, 5, 31))
    facts = one(tmp_path, spring, s2026_05_12="present: [ann, bob]\n")
    assert figure(facts, "R1").said == "2 of 3"


def test_a_person_who_moved_counts_for_the_organisation_of_the_day(tmp_path: Path) -> None:
    facts = one(tmp_path, s2026_04_14="present: [cat]\n", s2026_05_12="present: [Cat Cole]\n")
    shares = {each.label: each.said for each in figures(facts)["R3"] if each.people}
    assert shares == {"": "1 of 2", "merged": "1 of 2", "west": "1 of 2"}
    assert figure(facts, "M2").said == "1"


def test_somebody_who_was_erased_still_counts(tmp_path: Path) -> None:
    facts = one(tmp_path, s2026_04_14="present: [former-member-01, ann]\n", s2026_05_12="present: [nobody known]\n")
    assert figure(facts, "M2").said == "3"
    assert figure(facts, "R2", "not known").said == "2 of 3"


def test_a_member_who_came_back_is_one_member(tmp_path: Path) -> None:
    roll = "- {who: ann, joined: 2026-01-01, left: 2026-05-01}\n- {who: ann, joined: 2026-06-01}\n- {who: bob, left: 2026-05-31}\n"  # noqa: E501
    facts = one(tmp_path, **{"one/members.yaml": roll, "s2026_06_09": "present: [ann]\n"})
    assert [figure(facts, "M1", label).said for label in ("", "joined", "left")] == ["1", "0", "1"]
    assert figure(facts, "M4").said == "1 of 1"


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("- {who: ann, joined: 2026-04-02, left: 2026-05-01}\n- {who: bob, joined: 2026-01-01}\n", ["1", "1", "1"]),
        ("- {who: ann, joined: 2026-04-02, left: 2026-05-01}\n- {who: bob, joined: 2026-04-02}\n", ["1", "2", "1"]),
        ("- {who: ann, left: 2026-03-31}\n- {who: bob, joined: 2026-07-31}\n", ["1", "1", "1"]),
        ("- {who: ann, joined: 2026-08-01, left: 2026-09-01}\n", ["nobody is on the roll yet"] * 3),
        ("- {who: ann, joined: 2026-04-01, left: 2026-07-31}\n", ["1", "1", "0"]),
    ],
    ids=["within the year", "beside another", "on the days at its ends", "still to come", "on the last day"],
)
def test_who_joined_and_left_within_the_period_is_in_both(tmp_path: Path, lines: str, told: list[str]) -> None:
    facts = one(tmp_path, **{"one/members.yaml": lines, "s2026_06_09": "present: [bob]\n"})
    assert [figure(facts, "M1", label).said for label in ("", "joined", "left")] == told


def test_a_session_that_moved_or_was_cancelled_was_planned(tmp_path: Path) -> None:
    facts = one(
        tmp_path,
        **{
            "one/sessions/2026-05-12.yaml": "status: cancelled\nbecause: snow\n",
            "one/sessions/2026-06-09.yaml": "date: 2026-06-16\nmoved_from: 2026-06-09\n",
            "one/sessions/2026-07-14.yaml": "theme: nobody wrote notes\n",
            "one/sessions/2026-09-08.yaml": "theme: to come\n",
            "s2026_06_09": "present: [ann]\n",
        },
    )
    assert figure(facts, "D1").said == "1 of 3"
    assert [figure(facts, "D1", label).said for label in ("moved", "cancelled")] == ["1", "1"]
    assert [source.what for source in figure(facts, "D1").among] == ["2026-05-12", "2026-07-14"]


def test_notes_on_time_by_the_day_of_their_first_commit(tmp_path: Path) -> None:
    ws = write(
        tmp_path,
        {
            **BASE,
            "one/sessions/2026-04-14.notes.yaml": "present: [ann]\n",
            "one/sessions/2026-05-12.notes.yaml": "present: [ann]\n",
            "one/sessions/2026-06-09.yaml": "status: held\n",
            "one/sessions/2026-07-14.notes.yaml": "present: [ann]\n",
        },
    )
    known = {"2026-04-14": date(2026, 4, 24), "2026-05-12": date(2026, 5, 23)}
    facts = facts_of(ws, "one", committed=known)
    assert figure(facts, "D3").said == "1 of 4", "after ten days notes that git does not know are late"
    before = facts_of(ws, "one", today=date(2026, 7, 24), committed=known)
    assert figure(before, "D3").said == "1 of 3"
    assert figure(before, "D3").left_out == ("2026-07-14",)
    assert figure(facts, "D3", "median").said == "10.50"
    later = known | {"2026-06-09": date(2026, 8, 1), "2026-07-14": date(2026, 7, 30)}
    assert figure(facts_of(ws, "one", committed=later), "D3").said == "1 of 4"
    assert figure(facts_of(ws, "one", today=date(2026, 7, 24), committed=later), "D3").left_out == ("2026-07-14",)


def test_adopted_and_then_stopped(tmp_path: Path) -> None:
    files = {
        "one/initiatives/form.yaml": """\
            name: One form
            surfaced: 2026-04-14
            stage: embedded
            stages:
              - {date: 2026-04-14, stage: testing}
              - {date: 2026-07-01, stage: embedded}
            adoption:
              west:
                status: stopped
                date: 2026-07-10
                history: [{date: 2026-05-14, status: adopted}]
              north:
                status: adopted
                date: 2026-05-01
                history: [{date: 2026-07-20, status: stopped}]
              county: {status: not-applicable}
            """,
        "s2026_04_14": "present: [ann]\n",
    }
    facts = one(tmp_path, **files)
    assert figure(facts, "A2").said == "0 of 2"
    assert figure(facts, "A4").said == "23.50"
    june = one(tmp_path, Period(date(2026, 6, 1), date(2026, 6, 30)), **files)
    assert figure(june, "A2").said == "2 of 2"
    assert figure(june, "A1", "at testing").said == "1"
    july = one(tmp_path, Period(date(2026, 7, 1), date(2026, 7, 31)), **files)
    assert figure(july, "A1", "moved up in the period").said == "1"
    march = one(tmp_path, Period(date(2026, 3, 1), date(2026, 3, 31)), **files)
    assert figure(march, "A1").said == "0" and figure(march, "A2").said == "nothing to count"


def test_a_year_across_new_year_and_the_one_before(tmp_path: Path) -> None:
    year = Period(date(2026, 4, 1), date(2027, 3, 31))
    facts = one(
        tmp_path,
        year,
        date(2027, 4, 10),
        s2026_02_10="present: [ann, bob]\n",
        s2026_12_31="present: [ann]\n",
        s2027_01_01="present: [ann, cat]\n",
        s2027_04_01="present: [bob]\n",
    )
    assert figure(facts, "M3").said == "3"
    assert figure(facts, "M6", "year on year").said == "1 of 2"
    assert figure(facts, "M7").said == "1 of 3"


def test_questions_asks_and_groups(tmp_path: Path) -> None:
    facts = one(
        tmp_path,
        **{
            "s2026_04_14": """\
                present: [ann, bob]
                capture: |
                  question: who pays?
                  question: who knows?
                  ask: ann | a room
                  ask: bob | a van
                  connect: ann + bob | rooms
                """,
            "s2026_05_12": "present: [ann]\ncapture: |\n  answer: 2026-04-14/question/1 | we do\n",
            "s2026_06_09": "present: [ann]\ncapture: |\n  question: and now?\n  action: bob | see 2026-04-14/connect/1 | 1 Jul\n",  # noqa: E501
            "one/groups/rooms.yaml": """\
                name: Rooms
                from: 2026-04-14
                relation: because-of
                starts: 2026-05-01
                finish_by: 2026-07-01
                finished: 2026-06-20
                """,
            "one/groups/vans.yaml": "name: Vans\nfrom: 2026-05-12\nreports: [{date: 2026-06-09, said: going}]\n",
        },
    )
    assert figure(facts, "W4").said == "1 of 2"
    assert figure(facts, "W3").said == "2 of 2", "the connection names both"
    assert figure(facts, "C7").said == "1 of 1"
    assert [figure(facts, "W5", label).said for label in ("", "because of", "alongside")] == ["2", "1", "0"]
    assert figure(facts, "W5", "reported lately").said == "1 of 1"
    assert figure(facts, "W5", "finished by their date").said == "1 of 1"
    assert figure(facts, "W5", "median").said == "50"


def test_stories_by_the_furthest_step(tmp_path: Path) -> None:
    whole = "date: 2026-05-01\nconsent: 2026-05-02\nevidence: [initiatives/form]\ncycles: {immediate: a, potential: b, applied: c, realised: d, strategic: e}\n"  # noqa: E501
    facts = one(
        tmp_path,
        **{
            "one/stories/whole.yaml": whole,
            "one/stories/short.yaml": "date: 2026-06-01\ncycles: {immediate: a}\n",
            "one/stories/older.yaml": "date: 2025-06-01\ncycles: {transformative: a}\n",
            "one/initiatives/form.yaml": "name: Form\nevidence: [{measure: minutes, n: 12}]\n",
        },
    )
    assert figure(facts, "V1").said == "2"
    assert figure(facts, "V1", "as far as realised").said == figure(facts, "V1", "with strategic").said == "1"
    assert figure(facts, "V1", "as far as transformative").said == "0"
    assert figure(facts, "V2", "immediate").said == "2"
    assert figure(facts, "V3").said == "1 of 2"
    assert figure(facts, "V1", "with consent").said == "1 of 2"


def large(root: Path, people: int, present: int) -> Workspace:
    """A community of so many people, of which so many come to each of ten sessions."""
    keys = [f"p{number:04}" for number in range(people)]
    files = {
        **BASE,
        "programme/people.yaml": "".join(f"{key}: {{name: P {key}, organisation: west}}\n" for key in keys),
        "one/members.yaml": "".join(f"- {{who: {key}, joined: 2026-01-01}}\n" for key in keys),
    }
    for number in range(10):
        there = [keys[(number * 37 + place * (1 + number % 3)) % people] for place in range(present)]
        lines = "".join(f"  connect: {a} + {b} | work\n" for a, b in pairwise(there[:20]))
        files[f"one/sessions/2026-0{4 + number // 3}-{1 + number % 3 * 9:02}.notes.yaml"] = (
            f"present: [{', '.join(there)}]\nvoices: 9\ncapture: |\n{lines}"
        )
    return write(root, files)


@pytest.mark.bench
def test_all_metrics_of_a_year_are_quick(tmp_path: Path) -> None:
    facts = facts_of(large(tmp_path, 60, 30), "one")
    figures(facts)
    with within(5):
        figures(facts)


@pytest.mark.slow
def test_5000_members_are_counted_in_a_moment(tmp_path: Path) -> None:
    ws = large(tmp_path, 5000, 900)
    facts = facts_of(ws, "one")
    assert figure(facts, "M4").denominator == 50_000
    with within(300):
        figures(facts)


def test_levels_of_taking_part_are_the_programmes_to_set(tmp_path: Path) -> None:
    sessions = {f"s2026_0{month}_12": f"present: [{'ann' if month == 4 else 'bob'}]\n" for month in (4, 5, 6)}
    found = {each.label: each.numerator for each in figures(one(tmp_path, **sessions))["M5"]}
    assert found == {"core": 0, "active": 1, "occasional": 1, "peripheral": 1, "new": 0}
    own = {"programme/programme.yaml": "thresholds: {levels.active: 30, levels.sessions: 2}\n"}
    facts = one(tmp_path, **sessions, **own)
    assert {each.label: each.numerator for each in figures(facts)["M5"]}["active"] == 2
    assert [found.message for found in check(Folder(tmp_path), today=TODAY) if found.code == "REF-05"] == []
