"""Every export that people download fills in the same attendance, and nothing else of it reaches a file."""

import json
import subprocess
from pathlib import Path

import pytest

from copkit.yamlfile import read
from tests.importers.conftest import NOTES, SESSION
from tests.importers.exports import CALLER, MAILS, SHAPES, teams_2020, teams_three, workbook, zoom
from tests.shell import Ran, copkit, snapshot

PEOPLE = ["amina.khan", "joe.bell", "jo.ng", "zoe.muller"]


def take(root: Path, data: str | bytes, *words: str, name: str = "report.csv", guest: bool = True) -> Ran:
    """Import an export that lies outside the workspace."""
    file = root.parent / name
    file.write_bytes(data.encode("utf-16") if isinstance(data, str) else data)
    others = ("--map", f"{CALLER}=guest") if guest else ()
    return copkit("attend", "home-first", SESSION, file, *others, *words, root=root)


def notes(root: Path) -> dict[str, object]:
    found = read((root / NOTES).read_bytes(), "").data
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_gives_the_same_attendance(held: Path, shape: str) -> None:
    text, zoe = SHAPES[shape]
    ran = take(held, text)
    assert ran.code == 0, ran.err
    found = notes(held)
    assert found["present"] == PEOPLE
    assert found["minutes"] == {"jo.ng": "62", "zoe.muller": str(zoe)}
    assert found["others"] == "1"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize(
    "shape", ["Teams 2022, three sections", "Zoom", "spreadsheet with semicolons and decimal commas"]
)
def test_every_encoding_is_read(held: Path, encoding: str, shape: str) -> None:
    text, zoe = SHAPES[shape]
    data = text.encode(encoding)
    ran = take(held, b"\xfe\xff" + data if encoding == "utf-16-be" else data)
    assert ran.code == 0, ran.err
    assert notes(held)["present"] == PEOPLE
    assert notes(held)["minutes"] == {"jo.ng": "62", "zoe.muller": str(zoe)}


def test_a_workbook_is_read_with_its_lengths_as_numbers(held: Path) -> None:
    rows = [("Name", "Email", "Minutes"), ("Amina Khan", MAILS["Amina Khan"], 102), ("Jo Ng", "", 62.4)]
    data = workbook(Info=[("Made by", "somebody")], People=rows)
    assert take(held, data, name="report.xlsx", guest=False).code == 0
    assert notes(held)["present"] == ["amina.khan", "jo.ng"]
    assert notes(held)["minutes"] == {"jo.ng": "62"}


def test_notes_are_made_with_names_to_copy_and_nothing_filled_in_ahead(held: Path) -> None:
    take(held, b"Name,Minutes\nAmina Khan,90\n", guest=False)
    assert (held / NOTES).read_text(encoding="utf-8") == (
        "# Tuesday 9 June 2026. Who came? Copy from here to “present”, or let “copkit attend” do it.\n"
        "#   amina.khan, joe.bell, jo.ng, zoe.muller, sam.reid\n"
        "present: [amina.khan]\n"
        "apologies: []\n"
        "others: 0                       # people who came but are not members yet\n"
        "capture: |\n"
    )


def test_nothing_is_written_while_somebody_is_unknown(held: Path) -> None:
    before = snapshot(held)
    ran = take(held, b"Name,Minutes\nAmina Khan,90\nZoe Mueller,90\nSam,90\n", guest=False)
    assert ran.code == 3
    assert snapshot(held) == before
    assert "Zoe Mueller – perhaps zoe.muller (Zoë Müller)" in ran.err
    assert "sam.reid (Dr Sam Reid)" in ran.err and "sam.shah (Sam Shah)" in ran.err
    assert "--map “Zoe Mueller=zoe.muller”" in ran.err


def test_a_mapping_names_a_person_a_guest_or_somebody_new(held: Path) -> None:
    data = b"Name,Minutes\nZoe M,90\nSam,90\nLee (Unverified),90\nA B C,90\nX Y Z,20\n"
    maps = ("--map", "Zoe M=Zoë Müller", "--map", "sam=sam.reid", "--map", "Lee=new:lee.marsh", "--map", "*=guest")
    ran = take(held, data, *maps, guest=False)
    assert ran.code == 0, ran.err
    assert notes(held)["present"] == ["zoe.muller", "sam.reid", "lee.marsh"]
    assert notes(held)["others"] == "2"
    assert "Not in people.yaml yet: lee.marsh" in ran.err


@pytest.mark.parametrize(
    ("pair", "said"),
    [
        ("Nobody=guest", "nobody here is called “Nobody”"),
        ("Amina Khan=amina.kahn", "Did you mean amina.khan?"),
        ("Amina Khan=new:Amina Khan", "an id has small letters"),
        ("Amina Khan", "takes words, an equals sign"),
    ],
)
def test_a_slip_in_a_mapping_is_refused(held: Path, pair: str, said: str) -> None:
    before = snapshot(held)
    ran = take(held, b"Name\nAmina Khan\n", "--map", pair, guest=False)
    assert ran.code == 2
    assert said in ran.err
    assert snapshot(held) == before


def test_people_are_asked_for_on_a_terminal(held: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = iter(["9", "2", "guest", "lee.marsh"])
    monkeypatch.setattr("copkit.cli.attend_people.on_terminal", lambda: True)
    monkeypatch.setattr("typer.prompt", lambda *_, **__: next(typed))
    monkeypatch.setattr("typer.confirm", lambda *_, **__: True)
    ran = take(held, b"Name\nSam\niPhone\nLee (Unverified)\n", guest=False)
    assert ran.code == 0, ran.err
    assert notes(held)["present"] == ["sam.shah", "lee.marsh"]
    assert notes(held)["others"] == "1"


def test_the_same_report_again_writes_nothing(held: Path) -> None:
    take(held, teams_three())
    before = snapshot(held)
    ran = take(held, teams_three())
    assert (ran.code, ran.out) == (0, "")
    assert "The notes say so already" in ran.err
    assert snapshot(held) == before


def test_what_a_person_typed_stays(held: Path) -> None:
    typed = (
        "# my notes\npresent: [Amina Khan, sam.reid]   # from memory\napologies: [jo.ng]\nothers: 3\n"
        "minutes: {zoe.muller: 40}\ncapture: |\n  idea: one form\n"
    )
    (held / NOTES).write_text(typed, encoding="utf-8")
    ran = take(held, teams_three())
    assert ran.code == 0, ran.err
    assert (held / NOTES).read_text(encoding="utf-8") == typed.replace(
        "[Amina Khan, sam.reid]", "[Amina Khan, sam.reid, joe.bell, jo.ng, zoe.muller]"
    ).replace("{zoe.muller: 40}", "{zoe.muller: 40, jo.ng: 62}")
    assert "“others: 3” stays" in ran.err
    assert "The minutes of zoe.muller stay" in ran.err
    assert "Sent apologies and came all the same: jo.ng" in ran.err


MARKS = b"Name,Status\nAmina Khan,Present\nJoe Bell,Apologies\n"


@pytest.mark.parametrize("first", ["present: [joe.bell]", "present: [Joe Bell, sam.reid]\napologies: []"])
def test_apologies_of_somebody_the_notes_name_as_present_are_said(held: Path, first: str) -> None:
    (held / NOTES).write_text(f"{first}\ncapture: |\n  x\n", encoding="utf-8")
    ran = take(held, MARKS, "--json", guest=False)
    assert "Apologies in the file, and down as present, which stays: joe.bell." in ran.err
    assert not notes(held).get("apologies")
    said = json.loads(ran.out)
    assert (said["apologies"], said["present_and_apologies"]) == ([], ["joe.bell"])


def test_a_file_that_names_somebody_twice_as_present_and_away_says_so(held: Path) -> None:
    ran = take(held, MARKS + b"Joe Bell,Present\n", guest=False)
    assert "down as present, which stays: joe.bell." in ran.err
    assert (notes(held)["present"], notes(held)["apologies"]) == (["amina.khan", "joe.bell"], [])


def test_with_replace_who_sent_apologies_is_present_no_more(held: Path) -> None:
    (held / NOTES).write_text("present: [joe.bell]\ncapture: |\n  x\n", encoding="utf-8")
    ran = take(held, MARKS, "--replace", guest=False)
    assert "which stays" not in ran.err
    assert (notes(held)["present"], notes(held)["apologies"]) == (["amina.khan"], ["joe.bell"])


def test_replace_takes_the_report_in_place_of_what_is_there(held: Path) -> None:
    (held / NOTES).write_text("present: [sam.reid]\nothers: 3\nminutes: {sam.reid: 5}\ncapture: |\n  x\n")
    assert take(held, teams_three(), "--replace").code == 0
    found = notes(held)
    assert (found["present"], found["others"]) == (PEOPLE, "1")
    assert found["minutes"] == {"jo.ng": "62", "zoe.muller": "58"}
    assert found["capture"] == "x\n"


def test_a_dry_run_shows_what_would_be_written_and_writes_nothing(held: Path) -> None:
    (held / NOTES).write_text("present: []\ncapture: |\n  x\n")
    before = snapshot(held)
    ran = take(held, teams_three(), "--dry-run")
    assert snapshot(held) == before
    assert "+present: [amina.khan, joe.bell, jo.ng, zoe.muller]\n" in ran.out


def test_notes_with_an_error_are_left_alone_and_the_lines_are_there_to_paste(held: Path) -> None:
    (held / NOTES).write_text("present: [amina\ncapture: |\n  x\n")
    ran = take(held, teams_three())
    assert ran.code == 3
    assert "- amina.khan" in ran.err or "present: [amina.khan" in ran.err
    assert (held / NOTES).read_text() == "present: [amina\ncapture: |\n  x\n"


def test_present_as_a_sentence_is_not_overwritten(held: Path) -> None:
    (held / NOTES).write_text("present: everybody but Sam\n")
    ran = take(held, teams_three())
    assert ran.code == 3
    assert "not a list" in ran.err
    assert (held / NOTES).read_text() == "present: everybody but Sam\n"


def test_a_report_of_another_day_is_refused(held: Path) -> None:
    ran = take(held, teams_three().replace("09/06/2026", "12/05/2026"))
    assert ran.code == 3
    assert "this report is of Tuesday 12 May 2026, and the session of Tuesday 9 June 2026" in ran.err
    assert not (held / NOTES).exists()
    assert take(held, teams_three().replace("09/06/2026", "12/05/2026"), "--other-day").code == 0


def test_of_two_meetings_in_a_file_the_sessions_is_taken(held: Path) -> None:
    may = teams_three().replace("09/06/2026", "12/05/2026").replace("Amina Khan", "Sam Shah")
    ran = take(held, may + "\r\n" + teams_three())
    assert ran.code == 0, ran.err
    assert notes(held)["present"] == PEOPLE
    assert "The file has 2 meetings" in ran.err


def test_whoever_was_there_only_in_the_afternoon_is_left_out(held: Path) -> None:
    late = "Dr Sam Reid\tJoined\t09/06/2026, 15:00:00\r\nDr Sam Reid\tLeft\t09/06/2026, 15:20:00\r\n"
    ran = take(held, teams_2020() + late)
    assert ran.code == 0, ran.err
    assert notes(held)["present"] == PEOPLE
    assert "only at another time: Dr Sam Reid" in ran.err


def test_two_rows_of_one_person_become_one(held: Path) -> None:
    (held / "private").mkdir()
    (held / "private/contacts.yaml").write_text("joe.bell: {email: JOE@home.example}\n")
    data = (
        "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n"
        'Amina Khan,,"Jun 9, 2026 10:00 AM","Jun 9, 2026 11:30 AM",90,Yes\n'
        'J,joe@home.example,"Jun 9, 2026 10:00 AM","Jun 9, 2026 10:40 AM",40,Yes\n'
        'Joe Bell,,"Jun 9, 2026 10:20 AM","Jun 9, 2026 11:00 AM",40,Yes\n'
    )
    ran = take(held, data.encode(), guest=False)
    assert ran.code == 0, ran.err
    assert notes(held)["present"] == ["amina.khan", "joe.bell"]
    assert notes(held)["minutes"] == {"joe.bell": "60"}
    assert "joe.bell is there 2 times" in ran.err


def test_a_caller_is_known_by_the_number_in_the_private_folder(held: Path) -> None:
    (held / "private").mkdir()
    (held / "private/contacts.yaml").write_text('sam.reid: {phone: "07700 900123"}\n')
    ran = take(held, f"Name,Minutes\n{CALLER},90\n".encode(), guest=False)
    assert ran.code == 0, ran.err
    assert notes(held)["present"] == ["sam.reid"]
    assert "900123" not in ran.out + ran.err


def test_columns_of_ones_own_are_named(held: Path) -> None:
    data = b"Wer war da;Wie lange\nAmina Khan;90\nJo Ng;62\n"
    ran = take(held, data, guest=False)
    assert ran.code == 3
    assert "It has “Wer war da”, “Wie lange”." in ran.err
    assert take(held, data, "--columns", "name=Wer war da,minutes=Wie lange", guest=False).code == 0
    assert notes(held)["minutes"] == {"jo.ng": "62"}


def test_the_count_that_a_report_states_is_compared(held: Path) -> None:
    ran = take(held, teams_three().replace("Attended participants\t5", "Attended participants\t7"))
    assert "The report says that 7 people took part, and lists 5." in ran.err


def test_it_says_how_long_microsoft_keeps_reports(held: Path) -> None:
    assert "one year" in take(held, teams_three()).err
    assert "one year" not in take(held, zoom()).err


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04 torn", "damaged"),
        (b"<!DOCTYPE html><html>", "web page"),
        (b"09/06/2026\tzq7x@nhs.example\t1\r\n", "no column is known"),
    ],
)
def test_a_file_that_is_no_report_is_refused(held: Path, data: bytes, said: str) -> None:
    before = snapshot(held)
    ran = take(held, data, guest=False)
    assert ran.code == 3
    assert said in ran.err
    assert "zq7x" not in ran.err
    assert snapshot(held) == before


# --- The sign-in sheet -------------------------------------------------------------------------------------


def test_a_sign_in_sheet_takes_ids_names_and_unique_first_names(held: Path) -> None:
    ran = copkit("attend", SESSION, "amina.khan", "Joe", "Zoë Müller", "--others", "3", root=held)
    assert ran.code == 0, ran.err
    assert notes(held)["present"] == ["amina.khan", "joe.bell", "zoe.muller"]
    assert notes(held)["others"] == "3"


def test_a_guest_on_a_sign_in_sheet_is_counted_besides_the_others(held: Path) -> None:
    words = ("attend", SESSION, "amina.khan", "Zelda", "--map", "Zelda=guest")
    ran = copkit(*words, root=held)
    assert (ran.code, notes(held)["others"]) == (0, "1"), ran.err
    assert copkit(*words, root=held).code == 0
    assert (notes(held)["present"], notes(held)["others"]) == (["amina.khan"], "1")
    assert copkit(*words, "--others", "3", "--replace", root=held).code == 0
    assert notes(held)["others"] == "4"


def test_a_sign_in_sheet_is_written_whole_or_not_at_all(held: Path) -> None:
    before = snapshot(held)
    ran = copkit("attend", "last", "amina", "jo.ngg", "priya", root=held)
    assert ran.code == 3
    assert "jo.ngg – perhaps jo.ng (Jo Ng)" in ran.err
    assert snapshot(held) == before
    assert copkit("attend", "last", "amina", "jo.ngg", "--map", "jo.ngg=jo.ng", root=held).code == 0
    assert notes(held)["present"] == ["amina.khan", "jo.ng"]


def test_a_session_to_come_or_cancelled_has_no_attendance(held: Path) -> None:
    assert "still to come" in copkit("attend", SESSION, "amina", "--today", "2026-06-08", root=held).err
    plan = held / NOTES.replace(".notes", "")
    plan.write_text(plan.read_text() + "status: cancelled\n")
    assert "was cancelled" in copkit("attend", SESSION, "amina", root=held).err


# --- What stays private ------------------------------------------------------------------------------------


@pytest.mark.parametrize("shape", SHAPES)
def test_no_address_or_time_is_written_or_shown(held: Path, shape: str) -> None:
    first = take(held, SHAPES[shape].text, guest=False)
    again = take(held, SHAPES[shape].text, "--json")
    assert again.code == 0, again.err
    told = "".join([*first[1:], *again[1:], *(data.decode() for data in snapshot(held).values())])
    assert "zq7" not in told
    assert "7700" not in told
    assert ":11" not in told and "09:52" not in told


def test_an_address_in_place_of_a_name_is_not_shown(held: Path) -> None:
    ran = take(held, b"Name,Email\nzq7someone@trust.example,\n", guest=False)
    assert "somebody at trust.example" in ran.err
    assert "zq7" not in ran.err + ran.out
    assert (
        take(held, b"Name\nzq7a@trust.example\n", "--map", "somebody at trust.example=jo.ng", guest=False).code == 0
    )


def test_the_export_is_moved_to_the_private_folder_when_asked(held: Path) -> None:
    ran = take(held, teams_three(), "--keep")
    assert "private/attendance/home-first/2026-06-09.csv" in ran.err
    assert not (held.parent / "report.csv").exists()
    assert (held / "private/attendance/home-first/2026-06-09.csv").read_bytes() == teams_three().encode("utf-16")


def git(root: Path, *words: str) -> None:
    subprocess.run(["git", "-c", "user.name=x", "-c", "user.email=x@y.example", *words], cwd=root, check=True,
                   capture_output=True, timeout=120)  # fmt: skip


def test_an_export_that_git_tracks_is_warned_of(held: Path) -> None:
    git(held, "init", "-q")
    inside = held / "report.csv"
    inside.write_bytes(teams_three().encode("utf-16"))
    words = ("attend", SESSION, inside, "--map", "*=guest")
    assert "lies in the workspace: move it to the private folder" in copkit(*words, root=held).err
    git(held, "add", "report.csv")
    assert "git tracks report.csv" in copkit(*words, root=held).err


def test_nothing_is_put_into_a_private_folder_that_git_would_take(held: Path) -> None:
    git(held, "init", "-q")
    ran = take(held, teams_three(), "--keep")
    assert ran.code == 3
    assert "git does not ignore private" in ran.err
    assert (held.parent / "report.csv").exists()
    (held / ".gitignore").write_text("private/\n")
    assert take(held, teams_three(), "--keep").code == 0
