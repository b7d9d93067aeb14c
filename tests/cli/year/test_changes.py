"""Sessions that move or are cancelled keep their identity, in the files and in people's calendars."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.shell import copkit, snapshot

TODAY = ("--today", "2026-04-02")
PLAN = "communities/home-first/sessions/2026-06-09.yaml"


@pytest.fixture
def year(home: Path) -> Path:
    copkit("schedule", "2026", root=home)
    return home


def lines(folder: Path, name: str, *starts: str) -> list[str]:
    text = (folder / "build/home-first" / name).read_bytes().decode().replace("\r\n ", "")
    return [line for line in text.split("\r\n") if line.startswith(starts)]


def calendar(year: Path, today: str, *words: str) -> str:
    ran = copkit("calendar", "home-first", *words, "--today", today, root=year)
    assert ran.code == 0, ran.err
    return ran.out


def test_a_move_changes_three_lines_and_nothing_else(year: Path) -> None:
    before = snapshot(year)[PLAN].decode()
    because = ("--because", "Flood: the library is shut")
    ran = copkit("move", "2026-06-09", "16 June 2026", *because, "--today", "2026-06-01", root=year)
    assert ran.code == 0, ran.err
    after = snapshot(year)[PLAN].decode()
    old, new = before.splitlines(), after.splitlines()
    assert [line for line in new if line not in old] == [
        "date: 2026-06-16",
        "moved_from: 2026-06-09",
        'moved_because: "Flood: the library is shut"',
    ]
    assert [line for line in old if line not in new] == ["date: 2026-06-09"]


def test_the_second_move_keeps_the_first(year: Path) -> None:
    copkit("move", "2026-06-09", "2026-06-16", "--because", "Flood", root=year)
    copkit("move", "2026-06-09", "2026-06-18", "--because", "Election", root=year)
    text = snapshot(year)[PLAN].decode()
    assert "date: 2026-06-18" in text
    assert "moved_from: 2026-06-16\nmoved_because: Election" in text
    assert "moves:\n  - from: 2026-06-09\n    because: Flood" in text


def test_the_same_move_again_writes_nothing(year: Path) -> None:
    copkit("move", "3", "2026-06-16", "--because", "Flood", "--today", "2026-05-01", root=year)
    before = snapshot(year)
    ran = copkit("move", "2026-06-09", "2026-06-16", "--because", "Flood", root=year)
    assert ran.code == 0
    assert snapshot(year) == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("move", "2026-06-09", "2026-06-16"), "say why"),
        (("move", "2026-06-09", "06/07/2026", "--because", "x"), "06/07/2026"),
        (("move", "2026-06-10", "2026-06-16", "--because", "x"), "no session"),
        (("move", "2026-06-09"), "new day"),
        (("cancel", "2026-06-09"), "say why"),
    ],
)
def test_what_is_not_clear_is_refused_and_nothing_is_written(year: Path, words: tuple[str, ...], said: str) -> None:
    before = snapshot(year)
    ran = copkit(*words, root=year)
    assert ran.code != 0
    assert said in ran.err
    assert "Traceback" not in ran.err
    assert snapshot(year) == before


def test_a_dry_run_prints_the_very_change(year: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    words = ("move", "2026-06-09", "2026-06-16", "--because", "Flood")
    before = snapshot(year)
    diff = copkit(*words, "--dry-run", root=year).out
    assert snapshot(year) == before
    copy = tmp_path_factory.mktemp("copy")
    for path, data in before.items():
        (copy / path).parent.mkdir(parents=True, exist_ok=True)
        (copy / path).write_bytes(data)
    subprocess.run(["git", "apply", "-"], input=diff.encode(), cwd=copy, check=True, timeout=120)
    copkit(*words, root=year)
    assert snapshot(copy) == snapshot(year)


def test_a_moved_session_keeps_its_uid_and_counts_up(year: Path) -> None:
    calendar(year, "2026-04-01", "2026-06-09")
    first = lines(year, "2026-06-09-home-first.ics", "UID", "SEQUENCE", "DTSTART;", "DTSTAMP")
    copkit("move", "2026-06-09", "2026-06-16", "--because", "Flood", root=year)
    assert "2026-06-16-home-first.ics  moved from 9 June 2026" in calendar(year, "2026-05-01")
    assert not (year / "build/home-first/2026-06-09-home-first.ics").exists(), "it would say what was so before"
    second = lines(year, "2026-06-16-home-first.ics", "UID", "SEQUENCE", "DTSTART;", "DTSTAMP")
    copkit("move", "2026-06-09", "2026-06-18", "--because", "Election", root=year)
    calendar(year, "2026-05-02")
    third = lines(year, "2026-06-18-home-first.ics", "UID", "SEQUENCE", "DTSTART;", "DTSTAMP")
    assert [first[0], second[0], third[0]] == ["UID:2026-06-09.home-first@anytown.copkit"] * 3
    assert first[1:] == ["DTSTAMP:20260401T000000Z", "SEQUENCE:0", "DTSTART;TZID=Europe/London:20260609T100000"]
    assert second[1:] == ["DTSTAMP:20260501T000000Z", "SEQUENCE:1", "DTSTART;TZID=Europe/London:20260616T100000"]
    assert third[1:] == ["DTSTAMP:20260502T000000Z", "SEQUENCE:2", "DTSTART;TZID=Europe/London:20260618T100000"]


def test_a_venue_changed_by_hand_reaches_people(year: Path) -> None:
    calendar(year, "2026-04-01")
    path = year / PLAN
    path.write_text(path.read_text().replace("venue:  ", "venue: Town Hall  "))
    calendar(year, "2026-05-01")
    assert lines(year, "2026-06-09-home-first.ics", "SEQUENCE", "LOCATION") == ["SEQUENCE:1", "LOCATION:Town Hall"]


def test_a_cancelled_session_stays_with_the_reason(year: Path) -> None:
    calendar(year, "2026-04-01")
    copkit("cancel", "2026-06-09", "--because", "The speaker; the deputy, too", root=year)
    calendar(year, "2026-05-01")
    found = lines(year, "home-first.ics", "STATUS:CANCELLED", "SUMMARY:Cancelled", "DESCRIPTION:Cancelled")
    assert found[0] == "SUMMARY:Cancelled: Home First"
    assert found[1].startswith("DESCRIPTION:Cancelled: The speaker\\; the deputy\\, too\\n\\n")
    assert found[2] == "STATUS:CANCELLED"
    assert lines(year, "2026-06-09-home-first.ics", "SEQUENCE") == ["SEQUENCE:1"]


def test_nothing_changed_means_the_same_bytes_and_nothing_written(year: Path) -> None:
    calendar(year, "2026-04-01")
    before, issued = (year / "build/home-first/home-first.ics"), year / "communities/home-first/issued.yaml"
    bytes_before, touched = before.read_bytes(), (before.stat().st_mtime_ns, issued.stat().st_mtime_ns)
    assert "nothing has changed" in calendar(year, "2026-07-01")
    assert before.read_bytes() == bytes_before
    assert (before.stat().st_mtime_ns, issued.stat().st_mtime_ns) == touched


def test_a_plan_that_was_deleted_is_cancelled_for_those_who_hold_it(year: Path) -> None:
    calendar(year, "2026-04-01")
    (year / PLAN).unlink()
    calendar(year, "2026-05-01")
    assert lines(year, "2026-06-09-home-first.ics", "STATUS", "SEQUENCE") == ["SEQUENCE:1", "STATUS:CANCELLED"]


def test_the_public_file_has_no_link_and_does_not_count_as_a_change(year: Path) -> None:
    calendar(year, "2026-04-01")
    issued = (year / "communities/home-first/issued.yaml").read_bytes()
    assert copkit("calendar", "home-first", "--for", "public", *TODAY, root=year).code == 0
    for name, told in (("home-first.ics", True), ("home-first-public.ics", False)):
        data = (year / "build/home-first" / name).read_bytes().replace(b"\r\n ", b"")
        assert (b"meet.example" in data, data.count(b"BEGIN:VEVENT")) == (told, 10)
    assert (year / "communities/home-first/issued.yaml").read_bytes() == issued


def test_one_file_for_all_communities(year: Path) -> None:
    copkit("calendar", "--all", *TODAY, root=year)
    assert (year / "build/all-communities.ics").read_bytes().count(b"BEGIN:VEVENT") == 10


def test_a_day_that_is_past_and_a_session_that_is_not_there(year: Path) -> None:
    back = copkit("move", "2026-06-09", "2026-05-14", "--because", "Snow", "--today", "2026-06-01", root=year)
    assert "Mind: that day is past.\n" in back.out
    none = copkit("move", "home-first", "2026-06-10", "2026-06-16", "--because", "Snow", root=year)
    assert "There are 2026-" in none.err


def test_a_plan_that_says_something_twice_is_named_with_the_command_that_says_where(year: Path) -> None:
    copkit("cancel", "home-first", "2026-06-09", "--because", "Snow", root=year)
    with (year / PLAN).open("a", encoding="utf-8") as plan:
        plan.write("status: planned\n")
    ran = copkit("cancel", "--undo", "home-first", "2026-06-09", root=year)
    assert ran.code == 3, ran
    assert f"{PLAN}: this file has errors" in ran.err and "“copkit check --errors” says where" in ran.err
    assert f"{PLAN}:" in copkit("check", "--errors", root=year).out


def test_a_reason_that_is_kept_nowhere_is_not_taken(year: Path) -> None:
    copkit("cancel", "home-first", "2026-06-09", "--because", "Snow", root=year)
    there = snapshot(year)
    ran = copkit("cancel", "--undo", "home-first", "2026-06-09", "--because", "It thawed", root=year)
    assert (ran.code, "--because goes with a session that is cancelled" in ran.err) == (2, True), ran
    assert snapshot(year) == there


def test_a_plan_that_was_deleted_keeps_its_title_and_in_public_only_if_it_was_listed(year: Path) -> None:
    for day, more in (("2026-06-09", "theme: One form\n"), ("2026-07-14", "theme: Two forms\npublish: no\n")):
        plan = year / f"communities/home-first/sessions/{day}.yaml"
        plan.write_text(re.sub("(?m)^theme:.*\n", "", plan.read_text(encoding="utf-8")) + more, encoding="utf-8")
    calendar(year, "2026-04-01")
    for day in ("2026-06-09", "2026-07-14"):
        (year / f"communities/home-first/sessions/{day}.yaml").unlink()
    calendar(year, "2026-05-01")
    calendar(year, "2026-05-01", "--for", "public")
    found = [lines(year, f"home-first{who}.ics", "SUMMARY:Cancelled") for who in ("", "-public")]
    one, two = (f"SUMMARY:Cancelled: Home First: {title}" for title in ("One form", "Two forms"))
    assert found == [[one, two], [one]]
    assert "Two forms" not in (year / "build/home-first/home-first-public.ics").read_text(encoding="utf-8")


def test_what_was_issued_before_it_was_known_whether_it_is_listed_is_not_told_in_public(year: Path) -> None:
    calendar(year, "2026-04-01")
    issued = year / "communities/home-first/issued.yaml"
    issued.write_text(re.sub("(?m)^  (publish|title|digest):.*\n", "", issued.read_text(encoding="utf-8")))
    (year / PLAN).unlink()
    calendar(year, "2026-05-01", "--for", "public")
    assert [len(lines(year, f"home-first{who}.ics", "STATUS:CANCELLED")) for who in ("", "-public")] == [1, 0]


def test_the_entry_that_changed_is_written_wherever_out_leads(year: Path, tmp_path: Path) -> None:
    calendar(year, "2026-04-01")
    copkit("move", "2026-06-09", "2026-06-16", "--because", "Flood", "--today", "2026-04-02", root=year)
    ran = copkit("calendar", "--out", "-", *TODAY, root=year)
    assert ran.out.startswith("BEGIN:VCALENDAR") and "2026-06-16-home-first.ics  moved" in ran.err
    assert lines(year, "2026-06-16-home-first.ics", "SEQUENCE") == ["SEQUENCE:1"]
    assert ran.out.encode() == (year / "build/home-first/home-first.ics").read_bytes()


def test_stopped_before_what_was_issued_is_remembered_the_same_entries_are_written_again(year: Path) -> None:
    calendar(year, "2026-04-01")
    copkit("move", "2026-06-09", "2026-06-16", "--because", "Flood", "--today", "2026-04-02", root=year)
    issued = year / "communities/home-first/issued.yaml"
    before = issued.read_bytes()
    calendar(year, "2026-04-02")
    first = {path.name: path.read_bytes() for path in (year / "build/home-first").glob("*.ics")}
    after = issued.read_bytes()
    issued.write_bytes(before)
    assert "moved from 9 June" in calendar(year, "2026-04-03")
    assert first == {path.name: path.read_bytes() for path in (year / "build/home-first").glob("*.ics")}
    assert issued.read_bytes() == after


def test_where_the_record_is_lost_numbers_go_on_and_it_is_said(year: Path) -> None:
    calendar(year, "2026-04-01")
    copkit("move", "2026-06-09", "2026-06-16", "--because", "Flood", "--today", "2026-04-02", root=year)
    calendar(year, "2026-04-02")
    (year / "communities/home-first/issued.yaml").unlink()
    copkit("move", "2026-06-09", "2026-06-18", "--because", "Vote", "--today", "2026-04-03", root=year)
    assert "issued.yaml had lost numbers of " in calendar(year, "2026-04-03")
    assert lines(year, "home-first.ics", "SEQUENCE").count("SEQUENCE:2") == 1


def test_a_calendar_is_of_no_year(year: Path) -> None:
    ran = copkit("calendar", "home-first", "2026-27", root=year)
    assert ran.code == 2 and "Leave “2026-27” out" in ran.err and not (year / "build").exists()


def test_a_new_contact_is_no_mass_change_and_all_that_is_said_stays_on_one_screen(year: Path) -> None:
    calendar(year, "2026-04-01")
    about = year / "communities/home-first/community.yaml"
    about.write_text(about.read_text(encoding="utf-8") + "contact: new@anytown.example\n", encoding="utf-8")
    said = calendar(year, "2026-04-02")
    assert "10 entries are not as people hold them" in said and said.count("new words") == 9
    assert len(said.splitlines()) < 24 and max(map(len, said.splitlines())) <= 80


def test_where_nothing_is_planned_there_is_no_calendar_and_the_way_to_one_is_said(home: Path) -> None:
    ran = copkit("calendar", "home-first", *TODAY, root=home)
    assert ran.code == 0
    assert "no session is planned" in ran.out and "“copkit schedule home-first”" in ran.out
    assert not (home / "build").exists() and not (home / "communities/home-first/issued.yaml").exists()


def test_a_record_that_git_keeps_and_the_folder_has_not_stops_the_calendar(year: Path) -> None:
    calendar(year, "2026-04-01")
    for words in (("init", "-q"), ("add", "communities")):
        subprocess.run(["git", *words], cwd=year, check=True, timeout=60)
    (year / "communities/home-first/issued.yaml").unlink()
    before = snapshot(year)
    ran = copkit("calendar", "home-first", *TODAY, root=year)
    assert ran.code == 3 and "issued.yaml is in git and not in the folder" in ran.err and "git checkout" in ran.err
    assert snapshot(year) == before


def test_after_the_community_closed_its_entries_are_withdrawn(year: Path) -> None:
    calendar(year, "2026-04-01")
    about = year / "communities/home-first/community.yaml"
    about.write_text(about.read_text(encoding="utf-8") + "closed: 2026-06-30\n", encoding="utf-8")
    ran = copkit("calendar", "home-first", *TODAY, root=year)
    assert (ran.code, "7 of 10 sessions" in ran.err) == (3, True), ran
    assert copkit("calendar", "home-first", "--many", *TODAY, root=year).code == 0
    assert len(lines(year, "home-first.ics", "STATUS:CANCELLED")) == 7
