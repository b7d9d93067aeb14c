"""Files as people and programs leave them: read as meant, or refused with their line, and never by half."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.places import (
    ABOUT,
    COMMUNITY,
    DAY,
    MEMBERS,
    NOTES,
    ORGANISATIONS,
    PEOPLE,
    PLAN,
    PROGRAMME,
    SESSION,
    add,
    calm,
    change,
    put,
)
from tests.pace import timed, within
from tests.shell import ROOT, Ran, copkit, snapshot

TODAY = ("--today", DAY)
posix = pytest.mark.needs("Unix")


def check(root: Path, *words: str) -> Ran:
    """Check the files; nothing is written by that."""
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*") if path.is_file()}
    ran = copkit("check", "--only", "REF", *words, *TODAY, root=root)
    calm(ran)
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*") if path.is_file()} == before
    return ran


def row(root: Path) -> dict[str, object]:
    """The session as the year shows it."""
    ran = copkit("schedule", "--json", "--dry-run", *TODAY, root=root)
    calm(ran)
    found: list[dict[str, object]] = json.loads(ran.out)["years"][0]["sessions"]
    return next(one for one in found if one["session"] == SESSION)


@pytest.mark.parametrize(
    ("typed", "start"),
    [
        ("14:00", "14:00"),
        ("17:30", "17:30"),
        ("09:30", "09:30"),
        ("2pm", "14:00"),
        ("14.00", "14:00"),
        ("9:30", "09:30"),
    ],
)
def test_a_time_means_what_was_typed(typed: str, start: str, planned: Path) -> None:
    change(planned, PLAN, '"10:00"', typed)
    assert (check(planned).code, row(planned)["start"]) == (0, start)


@pytest.mark.parametrize("typed", ["2026-06-16", "2026-6-16", "16/06/2026"])
def test_a_date_means_what_was_typed(typed: str, planned: Path) -> None:
    change(planned, PLAN, "date: 2026-06-09", f"date: {typed}")
    assert (check(planned).code, row(planned)["date"]) == (0, "2026-06-16")


@pytest.mark.parametrize("typed", ["NO", "on", "1.10", "1E5", "8E100", "01612345670", "0x1F", "~x", "12:30:45"])
def test_words_that_look_like_numbers_or_answers_stay_words(typed: str, planned: Path) -> None:
    change(planned, PLAN, "theme: One form instead of three", f"theme: {typed}")
    change(planned, PLAN, "venue: Anytown Library", f"venue: {typed}")
    assert check(planned).code == 0
    agenda = copkit("agenda", COMMUNITY, SESSION, "--format", "txt", "--out", "-", *TODAY, root=planned).out
    assert agenda.count(typed) >= 2


def test_keys_that_look_like_answers_are_told_with_what_was_meant(planned: Path) -> None:
    add(planned, PLAN, "on: 2026-01-06\nno: x\nthem: y\n")
    ran = check(planned)
    assert ran.code == 0
    for line, key in ((11, "on"), (12, "no"), (13, "them")):
        assert f"{PLAN}:{line}:1  warning REF-05" in ran.out and f"“{key}” is not a field" in ran.out
    assert "Did you mean “theme”?" in ran.out
    assert check(planned, "--strict").code == 1


# Each: the file, what stands in it (a text at its end, or a pair to replace), and the refusal's place and words.
BOTH = "could be 6 January or 1 June 2026"
REFUSED: dict[str, tuple[str, str | tuple[str, str] | None, str, str]] = {
    "a day that is not": (PLAN, ("2026-06-09", "2026-02-30"), "2:1", "There is no 30 February 2026"),
    "a date of two meanings": (PLAN, ("2026-06-09", "06/01/2026"), "2:1", BOTH),
    "a date that is a number": (PLAN, ("2026-06-09", "20260106"), "2:1", "run of digits"),
    "a date in seconds": (PLAN, ("2026-06-09", "1767657600"), "2:1", "is a number, not a date"),
    "a time with a zone": (PLAN, ('"10:00"', "14:00+01:00"), "3:1", "names a time zone"),
    "a time in UTC": (PLAN, ('"10:00"', "14:00Z"), "3:1", "names a time zone"),
    "the 24th hour": (PLAN, ('"10:00"', "24:00"), "3:1", "Write 00:00."),
    "a key twice": (PLAN, "tables: 3\ntables: 4\n", "12:1", "is written twice, on lines 11 and 12"),
    "merge markers": (PLAN, "<<<<<<< HEAD\ntables: 3\n=======\n>>>>>>> x\n", "11:1", "An unfinished merge"),
    "merge markers in a text": (PLAN, "notes: |\n  a\n  <<<<<<< HEAD\n  =======\n  >>>>>>> x\n", "13:3", "merge"),
    "a whole file that is a marker": (MEMBERS, ("- {who: amina.khan}", "<<<<<<< HEAD"), "1:1", "merge"),
    "an alias": (PLAN, "tags: [*x]\n", "11:8", "an alias"),
    "a value that holds itself": (PLAN, "tags: &a [*a]\n", "11:7", "an anchor"),
    "code in a tag": (PLAN, 'tags: !!python/object/apply:os.system ["touch /tmp/x"]\n', "11:7", "a tag"),
    "another tag": (PLAN, "tables: !custom 1\n", "11:9", "a tag"),
    "a second document": (PLAN, "---\ntables: 3\n", "11:1", "A second document"),
    "a tab": (PLAN, "venue_checks:\n\tstep_free: yes\n", "12:1", "a tab"),
    "an escape by its code": (PLAN, 'bring: "\\x1b[2J"\n', "11:8", "\\x1b (escape)"),
    "a C1 control by its code": (PLAN, 'bring: "\\x9b"\n', "11:8", "\\x9b"),
    "a lone surrogate": (PLAN, 'bring: "\\ud83d"\n', "11:11", "backslash"),
    "a null": (PLAN, "bring: a\x00b\n", "11:9", "\\x00 (null)"),
    "a vertical tab from Word": (PLAN, "bring: a\x0bb\n", "11:9", "\\x0b (vertical tab)"),
    "a form feed": (PLAN, "bring: a\x0cb\n", "11:9", "\\x0c (form feed)"),
    "a character that is none": (PLAN, "bring: a\ufffeb\n", "11:9", "\\ufffe"),
    "a colon in a title": (PLAN, ("One form", "Frailty: what"), "6:15", 'theme: "Frailty: what'),
    "no-break spaces as indentation": (PLAN, "venue_checks:\n\xa0\xa0step_free: yes\n", "12:1", "no-break space"),
    "a name with a bidi control": (PEOPLE, ("Joe Bell", "Joe\u202elleB"), "2:21", "right-to-left override"),
    "a name with a zero-width space": (PEOPLE, ("Joe Bell", "Joe\u200bBell"), "2:21", "zero width space"),
    "a list in place of a community": (ABOUT, None, "1:1", "Expected a community here"),
    "a gap in the clocks": (PLAN, ('2026-06-09\nstart: "10:00"', "2027-03-28\nstart: 01:30"), "3:1", "no 1:30am"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_its_file_and_line(name: str, planned: Path) -> None:
    path, what, place, words = REFUSED[name]
    if what is None:
        put(planned, path, "- a\n- b\n")
    elif isinstance(what, str):
        add(planned, path, what)
    else:
        change(planned, path, *what)
    ran = check(planned)
    assert ran.code == 1
    said = re.search(rf"^{path}:{place}  error REF-\d\d\n((?:    .*\n)+)", ran.out, re.M)
    assert said, ran.out
    assert words in " ".join(said[1].split())


def test_an_hour_that_comes_twice_is_a_warning(planned: Path) -> None:
    change(planned, PLAN, '2026-06-09\nstart: "10:00"', "2026-10-25\nstart: 01:30")
    ran = check(planned)
    assert f"{PLAN}:3:1  warning REF-06" in ran.out and "comes twice" in ran.out


@pytest.mark.parametrize("zone", ["GMT", "BST", "Europe/london", "GMT Standard Time", "UTC+1"])
def test_another_name_of_the_time_zone_is_refused(zone: str, planned: Path) -> None:
    add(planned, PROGRAMME, f"timezone: {zone}\n")
    ran = check(planned)
    assert (ran.code, "Write Europe/London." in ran.out) == (1, True)


def test_text_lost_after_a_hash_is_a_warning(planned: Path) -> None:
    change(planned, PLAN, "theme: One form", "theme: We are #1 form")
    ran = check(planned)
    assert (ran.code, f"{PLAN}:6:14  warning REF-08" in ran.out) == (0, True)


@pytest.mark.parametrize("text", ["", "# nothing yet\n"])
def test_an_empty_community_is_refused(text: str, planned: Path) -> None:
    put(planned, ABOUT, text)
    ran = check(planned)
    assert (ran.code, "expected a community" in ran.out) == (1, True)


def test_names_that_look_the_same_are_pointed_out(planned: Path) -> None:
    add(
        planned,
        PEOPLE,
        "z.one: {name: Zoë Hart, organisation: icb}\nz.two: {name: Zoe\u0308 Hart, organisation: icb}\n",
    )
    add(planned, PEOPLE, "s.one: {name: Ѕam Smith, organisation: icb}\n")
    ran = check(planned)
    assert ran.code == 0
    assert "z.one and z.two have names that look the same" in " ".join(ran.out.split())
    assert "mixes alphabets" in ran.out


IDS = [
    "con",
    "aux",
    "nul",
    "com1",
    "lpt¹",
    "../../etc/x",
    "a/b",
    "..",
    ".git",
    "-rf",
    "--help",
    "a.",
    "x" * 300,
    "Ann B",
]


@pytest.mark.parametrize("name", IDS)
def test_a_person_cannot_be_called_by_an_id_that_is_no_file_name(name: str, planned: Path) -> None:
    add(planned, PEOPLE, f"{json.dumps(name, ensure_ascii=False)}: {{name: Ann Other, organisation: icb}}\n")
    ran = check(planned)
    assert (ran.code, f"{PEOPLE}:5:1  error REF-12" in ran.out) == (1, True)


@pytest.mark.parametrize("name", ["con", "aux", "Ann B", "a.", "-rf", "x" * 61])
def test_a_file_cannot_be_called_by_what_is_no_id(name: str, planned: Path) -> None:
    put(planned, f"communities/{COMMUNITY}/groups/{name}.yaml", "name: A group\n")
    ran = check(planned)
    assert (ran.code, f"groups/{name}.yaml:1:1  error REF-12" in ran.out) == (1, True)


def test_ids_that_differ_only_in_capitals_are_refused(planned: Path) -> None:
    add(planned, ORGANISATIONS, "Hospice: {name: Another Hospice, sector: voluntary}\n")
    put(planned, f"communities/{COMMUNITY.title()}/community.yaml", f"id: {COMMUNITY.title()}\nname: Another\n")
    ran = check(planned)
    assert ran.code == 1
    assert " ".join(ran.out.split()).count("differ only in capital letters") >= 1


def test_a_byte_order_mark_and_windows_line_ends_survive_a_change(planned: Path) -> None:
    plain = (planned / PLAN).read_bytes()
    odd = b"\xef\xbb\xbf" + plain.replace(b"\n", b"\r\n").rstrip()
    put(planned, PLAN, odd)
    assert check(planned).code == 0
    assert copkit("move", SESSION, "2026-06-16", "--because", "Rain", *TODAY, root=planned).code == 0
    new = (planned / PLAN).read_bytes()
    assert new.startswith(b"\xef\xbb\xbfnumber: 3\r\ndate: 2026-06-16\r\n")
    assert b"\n" not in new.replace(b"\r\n", b"")
    kept = [line for line in odd.split(b"\r\n") if not line.startswith(b"date:")]
    assert [line for line in new.split(b"\r\n") if line in kept] == kept


def test_without_a_last_line_end_only_what_is_new_is_added(planned: Path) -> None:
    old = (planned / MEMBERS).read_bytes().rstrip()
    put(planned, MEMBERS, old)
    ran = copkit("new", "person", "Jo Ng", "--organisation", "hospice", "--join", COMMUNITY, *TODAY, root=planned)
    calm(ran)
    new = (planned / MEMBERS).read_bytes()
    assert new.startswith(old + b"\n- ") and new.count(b"\n- ") == old.count(b"\n- ") + 1


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
def test_another_encoding_is_refused_by_name(codec: str, planned: Path) -> None:
    put(planned, PEOPLE, (planned / PEOPLE).read_text().encode(codec))
    ran = check(planned)
    assert (ran.code, "This file is UTF-16" in ran.out) == (1, True)


def test_quotes_of_windows_are_refused_with_their_byte(planned: Path) -> None:
    put(planned, PEOPLE, (planned / PEOPLE).read_bytes().replace(b"Joe Bell", b"\x93Joe\x94 Bell"))
    ran = " ".join(check(planned).out.split())
    assert f"{PEOPLE}:2:18 error REF-08" in ran and "is 0x93" in ran and "Windows-1252" in ran


def test_notes_with_anything_in_them_load_and_are_shown(planned: Path) -> None:
    put(
        planned,
        NOTES,
        b"present: [amina.khan]\ncapture: |\n  idea: one\n <<<<<<< HEAD\n- action: joe.bell | \x93x\x94\n\x0b@\n",
    )
    ran = copkit("notes", "show", COMMUNITY, SESSION, "--today", "2026-06-10", root=planned)
    calm(ran)
    assert ran.code == 0
    assert "idea: one" in ran.out and "“x”" in ran.out and "\\x0b@" in ran.out
    found = copkit("check", "--only", "REF", "--today", "2026-06-10", root=planned)
    assert f"{NOTES}:4:2  error REF-08" in found.out


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, "- " * 50_000, "{a: " * 25_000, "".join(" " * i + "a:\n" for i in range(5_000))],
    ids=["brackets", "dashes", "braces", "5,000 levels"],
)
def test_deep_nesting_is_refused_at_once(text: str, planned: Path) -> None:
    put(planned, MEMBERS, text)
    with within(200):
        ran = check(planned)
    assert (ran.code, "more than 50 levels deep" in ran.out) == (1, True)


MEASURED = """
import re, sys
from copkit.cli.app import run
code = run(sys.argv[1:])
print(code, re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1])
"""


@pytest.mark.needs("Linux")
@pytest.mark.parametrize("text", ["brackets", "aliases"])
def test_no_file_crashes_the_interpreter_or_fills_the_memory(text: str, planned: Path) -> None:
    levels = [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9) if i else 'x'}]\n" for i in range(9)]
    put(planned, MEMBERS, "[" * 100_000 if text == "brackets" else "".join(levels))
    command = [sys.executable, "-c", MEASURED, "check", "--only", "REF", *TODAY, "--root", str(planned)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    code, peak = ran.stdout.splitlines()[-1].split()
    assert (code, f"{MEMBERS}:1:" in ran.stdout, "Traceback" in ran.stderr) == ("1", True, False)
    assert int(peak) < 100_000  # kilobytes


def test_one_value_of_a_megabyte_loads(planned: Path) -> None:
    add(planned, PLAN, "why_come: " + "x" * 1_000_000 + "\n")
    assert check(planned).code == 0


@pytest.mark.slow
def test_ten_megabytes_of_members_load_or_are_refused_by_the_limit_in_time(planned: Path) -> None:
    took = {}
    for count in (2_800, 28_000, 150_000):
        why = "a reason " * (30 if count < 150_000 else 5)
        people = [f"- {{who: person.{n}, joined: 2026-04-01, x-why: {why}}}\n" for n in range(count)]
        put(planned, MEMBERS, "".join(people))
        with timed() as stretch:
            ran = copkit("check", "--only", "REF-08", *TODAY, root=planned)
        calm(ran)
        assert ("more than 1,000,000 values" in ran.out) == (count == 150_000)
        took[count] = stretch.beats
    assert took[28_000] < 40 * took[2_800], "ten times the members take far more than ten times as long"
    assert took[150_000] < 4 * took[28_000], "what is refused takes no longer than what is read"


@posix
@pytest.mark.parametrize("form", ["file", "folder", "dots"])
def test_a_link_that_leads_out_of_the_workspace_is_neither_read_nor_written(form: str, planned: Path) -> None:
    outside = planned.parent / "outside"
    put(outside, "members.yaml", "- {who: secret.person}\n")
    put(outside, "community.yaml", "id: leak\nname: Secret\n")
    before = snapshot(outside)
    if form == "folder":
        (planned / "communities/leak").symlink_to(outside)
    else:
        (planned / MEMBERS).unlink()
        target = outside / "members.yaml" if form == "file" else Path("../../../outside/members.yaml")
        (planned / MEMBERS).symlink_to(target)
    ran = check(planned)
    assert (ran.code, "This link leads out of the workspace" in ran.out) == (1, True)
    for words in (("next",), ("schedule",), ("check",), ("actions",)):
        said = copkit(*words, *TODAY, root=planned)
        calm(said)
        assert "ecret" not in said.out + said.err
    join = "leak" if form == "folder" else COMMUNITY
    ran = copkit("new", "person", "Zed Ed", "--organisation", "icb", "--join", join, *TODAY, root=planned)
    calm(ran)
    assert ran.code == 3
    assert snapshot(outside) == before


@posix
@pytest.mark.parametrize("path", [MEMBERS, PEOPLE, PLAN, NOTES, ABOUT, PROGRAMME])
def test_a_pipe_in_place_of_a_file_is_refused_without_waiting(path: str, planned: Path) -> None:
    (planned / path).unlink(missing_ok=True)
    os.mkfifo(planned / path)
    ran = check(planned)
    assert (ran.code, "This is not a plain file" in ran.out) == (1, True)
    commands = ("next", "schedule", "calendar", "agenda", "print tables", f"notes show {SESSION}")
    for words in map(str.split, commands):
        calm(copkit(*words, *TODAY, root=planned))


@posix
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/stdin"])
def test_a_device_in_place_of_a_file_is_refused(device: str, planned: Path) -> None:
    (planned / MEMBERS).unlink()
    (planned / MEMBERS).symlink_to(device)
    ran = check(planned)
    assert (ran.code, MEMBERS in ran.out) == (1, True)


@posix
def test_a_folder_in_place_of_a_file_does_no_harm(planned: Path) -> None:
    (planned / MEMBERS).unlink()
    (planned / MEMBERS).mkdir()
    calm(copkit("check", *TODAY, root=planned))
    ran = copkit("new", "person", "Jo Ng", "--organisation", "hospice", "--join", COMMUNITY, *TODAY, root=planned)
    calm(ran)
    assert ran.code == 3


@posix
def test_two_gigabytes_are_refused_before_they_are_read(planned: Path) -> None:
    os.truncate(planned / MEMBERS, 2_000_000_000)
    with within(100):
        ran = check(planned)
    assert (ran.code, "too large (2,000 MB; the most is 20)" in " ".join(ran.out.split())) == (1, True)


def test_a_folder_that_may_not_be_read_is_not_a_fault(planned: Path) -> None:
    put(planned, f"communities/{COMMUNITY}/sessions/.hidden.yaml", "a: [")
    put(planned, "communities/.git/community.yaml", "a: [")
    assert check(planned).code == 0


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_day_from_which_nothing_can_be_counted_is_refused_and_breaks_nothing(day: str, planned: Path) -> None:
    change(planned, PLAN, "date: 2026-06-09", f"date: {day}")
    add(planned, ABOUT, f"commission: {{date: {day}, months: 1000000}}\n")
    add(planned, MEMBERS, f"- {{who: jo.ng, joined: {day}, left: {day}}}\n")
    add(planned, PROGRAMME, f"as_of: {day}\nkeep_leavers_months: 999999\n")
    ran = check(planned)
    assert ran.code == 1
    assert all(f"{path}:" in ran.out for path in (PLAN, ABOUT, PROGRAMME))
    for words in (("check",), ("next",), ("schedule",), ("calendar",), ("agenda",), ("actions",)):
        calm(copkit(*words, root=planned))
        calm(copkit(*words, *TODAY, root=planned))
