"""Who came, who is connected and what they said: how the checks count, and what they leave alone."""

import gc
from pathlib import Path

import pytest

from copkit.checks import Selection, check, check_community, make_context
from copkit.checks.context import Community
from copkit.workspace import Folder, load_community, load_shared
from copkit.workspace.forms import Forms
from tests.checks.workspaces import Bad, bad

FAMILIES = Selection.of(["REP", "FBK", "PRV"])
MARCH = "sessions/2026-03-14.notes.yaml"
SETTINGS = "communities/programme/programme.yaml"


def edit(one: Bad, path: str, old: str, new: str) -> None:
    file = one.root / "communities" / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def settings(one: Bad, *lines: str) -> None:
    with (one.root / SETTINGS).open("a", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in lines)


def told(one: Bad) -> list[str]:
    return [finding.code for finding in one.found(FAMILIES)]


@pytest.mark.parametrize(
    ("name", "threshold"),
    [
        ("REP-01", "REP-01.organisations: 2"),
        ("REP-01", "REP-01.sessions: 0"),
        ("REP-02-info", "REP-02.info: 45"),
        ("REP-02", "REP-02.least: 16"),
        ("REP-04", "REP-04.sessions: 4"),
        ("REP-05", "REP-05.sessions: 5"),
        ("REP-06", "REP-06.sessions: 3"),
        ("REP-07", "REP-07.percent: 80"),
        ("REP-08", "REP-08.sessions: 4"),
        ("REP-09", "REP-09.percent: 60"),
        ("REP-10", "REP-10.percent: 80"),
        ("REP-10", "REP-10.least: 7"),
        ("REP-11", "REP-11.months: 24"),
        ("REP-12", "REP-12.days: 60"),
        ("FBK-01", "FBK-01.info: 15"),
        ("FBK-01", "FBK-01.most: 13"),
        ("FBK-02", "FBK-02.percent: 16"),
        ("FBK-03", "FBK-03.forms: 3"),
        ("FBK-04", "FBK-04.mean: 2"),
    ],
)
def test_a_threshold_can_be_changed(name: str, threshold: str, tmp_path: Path) -> None:
    one = bad(name, tmp_path)
    assert name[:6] in told(one)
    settings(one, "thresholds:", f"  {threshold}")
    assert name[:6] not in told(one)


def test_a_community_that_is_only_starting_may_shrink(tmp_path: Path) -> None:
    one = bad("REP-09", tmp_path)
    edit(one, "one/community.yaml", "stage: coalescing", "stage: potential")
    assert told(one) == []


@pytest.mark.parametrize("name", ["REP-01", "REP-04", "REP-09", "REP-10", "FBK-01", "FBK-04"])
def test_a_closed_community_is_not_asked_who_came(name: str, tmp_path: Path) -> None:
    one = bad(name, tmp_path)
    edit(one, "one/community.yaml", "stage: coalescing", "closed: 2026-03-31\nstage: coalescing")
    assert told(one) == []


@pytest.mark.parametrize("name", ["PRV-03", "PRV-05"])
def test_words_of_a_closed_community_still_need_consent_and_a_reader(name: str, tmp_path: Path) -> None:
    one = bad(name, tmp_path)
    edit(one, "one/community.yaml", "stage: coalescing", "closed: 2026-06-09\nstage: coalescing")
    assert set(told(one)) == {name}


def test_people_count_for_the_organisation_of_the_day(tmp_path: Path) -> None:
    one = bad("REP-08", tmp_path)
    moved = "organisation: [{id: county, from: 2024-01-01}, {id: icb, from: 2026-03-01}]"
    edit(one, "programme/people.yaml", "organisation: icb", moved)
    assert told(one) == []
    edit(one, "programme/people.yaml", "2026-03-01", "2026-01-01")
    assert told(one) == ["REP-08"]


def test_a_guest_without_a_name_may_be_a_newcomer(tmp_path: Path) -> None:
    one = bad("REP-05", tmp_path)
    edit(one, f"one/{MARCH}", "capture:", "others: 1\ncapture:")
    assert told(one) == []


def test_guests_are_told_apart_from_those_who_are_named(tmp_path: Path) -> None:
    (finding,) = bad("REP-01", tmp_path).found(FAMILIES)
    assert finding.message == "people from 2 organisations came, besides 2 not named; the quorum is 3"


def test_somebody_whom_the_register_does_not_know_may_be_from_anywhere(tmp_path: Path) -> None:
    one = bad("REP-01", tmp_path)
    edit(one, "one/sessions/2026-06-09.notes.yaml", "joe.bell]", "joe.bell, zoe.hart]")
    assert told(one) == []


def test_a_session_without_attendance_is_left_out(tmp_path: Path) -> None:
    one = bad("REP-04", tmp_path)
    edit(one, f"one/{MARCH}", "present: [amina.khan, jo.ng, joe.bell, sam.reid]\n", "others: 9\n")
    assert told(one) == []  # there are only two sessions left to tell from


def test_the_same_person_spelt_twice_came_once(tmp_path: Path) -> None:
    one = bad("REP-02", tmp_path)
    edit(one, f"one/{MARCH}", "joe.bell,", "joe.bell, Joe Bell, joe,")
    (finding,) = one.found(FAMILIES)
    assert finding.message == "acute has 9 of 15 attendances in the last 3 sessions"


def test_only_the_host_can_be_a_hub_and_each_pair_counts_once(tmp_path: Path) -> None:
    one = bad("REP-10", tmp_path)
    notes = "one/sessions/2026-06-09.notes.yaml"
    edit(one, notes, "capture: |\n", "capture: |\n" + "  connect: Sam Reid + jo.ng | again\n" * 9)
    assert [finding.message for finding in one.found(FAMILIES)] == [
        "4 of 6 connections across organisations are with icb"
    ]
    edit(one, "programme/programme.yaml", "host: icb\n", "")
    assert told(one) == []


def test_who_has_been_rung_is_not_on_the_list(tmp_path: Path) -> None:
    one = bad("REP-11", tmp_path)
    edit(one, "one/members.yaml", ", touched: [{date: 2026-03-20}]", "")
    (finding,) = one.found(FAMILIES)
    assert finding.message == "2 members have not been seen since 1 November 2025: jo.ng, sam.reid"


def test_who_came_has_been_welcomed(tmp_path: Path) -> None:
    one = bad("REP-12", tmp_path)
    plan, notes = "date: 2026-05-12\nplace: online\nstatus: held\n", "present: [joe.bell]\n"
    for name, text in (("2026-05-12.yaml", plan), ("2026-05-12.notes.yaml", notes)):
        (one.root / "communities/one/sessions" / name).write_text(text, encoding="utf-8")
    assert "REP-12" not in told(one)


def test_how_many_forms_are_too_few_is_the_programme_s_own_number(tmp_path: Path) -> None:
    one = bad("FBK-03", tmp_path)
    settings(one, "hide_counts_below: 3")
    assert told(one) == ["FBK-04"]  # now that they are enough, what they say is told


def test_a_table_that_cannot_be_read_has_no_forms(tmp_path: Path) -> None:
    one = bad("FBK-04", tmp_path)
    (one.root / "communities/one/feedback/2026-06-09.csv").write_bytes(b"\xff\xfe\x00")
    assert told(one) == ["FBK-02", "FBK-03"]


def test_feedback_waits_in_the_private_folder(tmp_path: Path) -> None:
    one = bad("FBK-03", tmp_path)
    held = one.root / "private/feedback/one/2026-06-09.held.csv"
    held.parent.mkdir(parents=True)
    held.write_text("useful\n", encoding="utf-8")
    held.with_name("2031-01-01.held.csv").write_text("useful\n", encoding="utf-8")
    assert told(one) == ["FBK-03", "PRV-05"]


def test_those_who_will_have_left_have_no_role_in_a_session_to_come(tmp_path: Path) -> None:
    one = bad("ROL-07", tmp_path)
    edit(one, "programme/people.yaml", "left: 2026-04-10", "left: 2026-10-01")
    late = [finding.message for finding in one.found(Selection.of(["ROL-07"])) if "session" in finding.message]
    assert late == ["sam.reid, who is curator in this session, will have left on 1 October 2026"]


def test_a_ring_list_is_accepted_on_the_community(tmp_path: Path) -> None:
    one = bad("REP-11", tmp_path)
    accept = "accept: [{check: REP-11, because: we ring in June, until: 2026-06-30}]\nid: one"
    edit(one, "one/community.yaml", "id: one", accept)
    assert list(check(Folder(one.root), today=one.today, selection=Selection.of(["REP", "REF-14"]))) == []


def test_a_table_is_read_when_it_is_asked_for_and_only_once() -> None:
    asked: list[str] = []

    def read(session: str) -> bytes:
        asked.append(session)
        return b"useful\n5\n4\n"

    forms = Forms(["2026-06-09", "2026-05-12"], read)
    assert (list(forms), len(forms), asked) == (["2026-05-12", "2026-06-09"], 2, [])
    assert [forms.of("2026-06-09").forms for _ in range(3)] == [2, 2, 2]
    assert forms.of("2026-07-14").forms == 0
    assert asked == ["2026-06-09"]
    assert Forms().of("2026-06-09").forms == 0


def test_a_community_that_was_checked_is_let_go_at_once(read_anew: None, tmp_path: Path) -> None:
    tree = Folder(bad("REP-09", tmp_path).root)
    context = make_context(tree, load_shared(tree), bad("REP-09", tmp_path / "again").today)
    gc.collect()
    gc.disable()
    try:
        check_community(context, load_community(tree, "one"), Selection.of())
        assert not any(isinstance(thing, Community) for thing in gc.get_objects())
    finally:
        gc.enable()


def test_where_somebody_was_not_asked_nobody_says_that_nobody_has_lived_experience(tmp_path: Path) -> None:
    one = bad("REP-04", tmp_path)
    edit(one, "programme/people.yaml", "organisation: county, brings: []", "organisation: county")
    [found] = [finding for finding in one.found(FAMILIES) if finding.code in ("REP-04", "REP-06")]
    assert found.message == "1 of the 4 people at the last sessions were not asked what they bring"
    assert "brings: [lived-experience]" in found.fix
