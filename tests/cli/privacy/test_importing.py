"""A list of members from a spreadsheet: every doubtful row is named at once, and nothing is half-imported."""

from pathlib import Path

import pytest

from copkit.importers.member_list import read_members
from copkit.importers.tables import Unreadable, sheets_of
from copkit.workspace import Folder, load_community, load_shared
from tests.cli.privacy.conftest import git
from tests.importers.exports import workbook
from tests.shell import copkit, snapshot

ULTRA = "ultrasound-imaging"
GOOD = (
    "Name;Organisation;Job;Email;Joined\n"
    "Rosa Lynd;St Elsewhere Hospice;Ward manager;rosa@h.example;2026-09-01\n"
    "Khan, Amir;icb;;amir@h.example;\n"
    "Joe Bell;anytown-acute;;joe.bell@h.example;\n"
)


def listed(place: Path, text: str | bytes, name: str = "list.csv") -> Path:
    path = place.parent / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_list_goes_into_the_register_the_roll_and_the_private_folder(place: Path) -> None:
    ran = copkit("import", "members", ULTRA, listed(place, GOOD), root=place)
    assert ran.code == 0, ran.err
    assert "3 rows: 2 new people, 3 new on the roll" in ran.out
    people = load_shared(Folder(place)).people
    assert (people["rosa.lynd"].name, people["amir.khan"].name) == ("Rosa Lynd", "Amir Khan")
    roll = load_community(Folder(place), ULTRA).members[-3:]
    assert [(one.who, str(one.joined)) for one in roll] == [
        ("rosa.lynd", "2026-09-01"),
        ("amir.khan", "2026-11-27"),
        ("joe.bell", "2026-11-27"),
    ]
    assert "rosa@h.example" in (place / "private" / "contacts.yaml").read_text(encoding="utf-8")
    assert "@h.example" not in git(place, "diff") + ran.out + ran.err


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_list_is_read_in_any_dress(mark: str, codec: str) -> None:
    text = f"Vorname egal\nFull name{mark}Trust\nZoë O’Neil{mark}icb\n"
    rows = read_members(text.encode(codec)).rows
    assert [(row.number, row.name, row.organisation) for row in rows] == [(3, "Zoë O’Neil", "icb")]


def test_a_workbook_is_read_too() -> None:
    data = workbook(Notes=[("Ask Rosa",)], People=[("First name", "Surname", "Employer"), ("Rosa", "Lynd", "icb")])
    assert [(row.name, row.organisation) for row in read_members(sheets_of(data)).rows] == [("Rosa Lynd", "icb")]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("Olga Petrova;hospise;;o@h.example;", "Did you mean “hospice”?"),
        ("Olga Petrova;Nowhere Ltd;;o@h.example;", "there is no organisation “Nowhere Ltd”"),
        ("Olga Petrova;;;o@h.example;", "there is no organisation"),
        ("Olga;icb;;o@h.example;", "no full name"),
        (";icb;;o@h.example;", "there is no name"),
        ("o@h.example;icb;;;", "an address where the name should be"),
        ("Olga Petrova;icb;;not one;", "not an e-mail address"),
        ("Olga Petrova;icb;;o@h.example;31/31/2026", "joined:"),
        ("Olga Petrova;icb;;rosa@h.example;", "has the address of row 2"),
        ("Rosa  LYND;hospice;;;", "is the same person as row 2"),
        ("Joe Bell;hospice;;;", "Write the id, or “new”"),
        ("Olga Petrova;icb;;o@h.example;;;too much", "cells more than headers"),
        ("Susan\u202eknap Smith;icb;;;", "nobody sees"),
    ],
)
def test_a_bad_row_stops_all_and_is_left_out_when_asked(place: Path, row: str, says: str) -> None:
    path = listed(place, f"{GOOD}{row}\n")
    ran = copkit("import", "members", ULTRA, path, root=place)
    assert ran.code == 3
    assert f"row 5: {says}" in ran.err or (says in ran.err and "row 5:" in ran.err)
    assert git(place, "status", "--porcelain") == ""
    assert not (place / "private").exists()
    skipped = copkit("import", "members", ULTRA, path, "--skip-bad", root=place)
    assert skipped.code == 0
    assert "4 rows: 2 new people, 3 new on the roll" in skipped.out


def test_every_doubt_is_named_at_once_in_the_order_of_the_rows(place: Path) -> None:
    text = "name,organisation,email\nA,icb,\nOlga Petrova,hospise,\nIda Lund,icb,\n,icb,\n"
    ran = copkit("import", "members", ULTRA, listed(place, text), root=place)
    rows = [line.split(":")[0] for line in ran.err.splitlines() if line.startswith("row")]
    assert rows == ["row 2", "row 3", "row 4", "row 5"]
    assert "no e-mail address for Ida Lund" in ran.err
    assert "3 rows are bad; nothing was imported" in ran.err


def test_a_column_of_ids_settles_who_is_meant(place: Path) -> None:
    text = "id,name,organisation\njoe.bell,Joe Bell,hospice\nnew,Jo Ng,icb\n"
    ran = copkit("import", "members", ULTRA, listed(place, text), root=place)
    assert ran.code == 0, ran.err
    assert [one.who for one in load_community(Folder(place), ULTRA).members[-2:]] == ["joe.bell", "jo.ng-2"]


def test_importing_twice_is_importing_once(place: Path) -> None:
    path = listed(place, GOOD)
    copkit("import", "members", ULTRA, path, root=place)
    before = snapshot(place)
    again = copkit("import", "members", ULTRA, path, root=place)
    assert again.code == 0
    assert "0 new people, 0 new on the roll" in again.out
    assert snapshot(place) == before


def test_a_dry_run_of_importing_is_the_diff_that_git_shows(place: Path) -> None:
    dry = copkit("import", "members", ULTRA, listed(place, GOOD), "--dry-run", root=place)
    assert not (place / "private").exists()
    copkit("import", "members", ULTRA, listed(place, GOOD), root=place)
    assert dry.out == git(place, "diff")


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"one,two\n1,2\n", b"<!doctype html><html>"])
def test_what_is_no_list_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable):
        read_members(data)


def test_five_hundred_rows_are_one_change(place: Path) -> None:
    letters = "abcdefghijklmnopqrstuvwxy"
    rows = "".join(f"Ida{a} Lund{b},icb\n" for a in letters[:20] for b in letters)
    ran = copkit("import", "members", ULTRA, listed(place, f"name,organisation\n{rows}"), root=place)
    assert "500 rows: 500 new people, 500 new on the roll" in ran.out
    assert len({one.who for one in load_community(Folder(place), ULTRA).members[-500:]}) == 500


def test_what_they_bring_is_kept_of_new_people_and_what_is_not_a_word_is_said(place: Path) -> None:
    text = (
        "Name;Organisation;What they bring\nRosa Lynd;hospice;Clinical, tea\nAmir Khan;icb;cakes\n"
        "Tom Ward;icb;None\nPam Low;icb;\nJoe Bell;anytown-acute;authority\n"
    )
    before = load_shared(Folder(place)).people["joe.bell"].brings
    ran = copkit("import", "members", ULTRA, listed(place, text), root=place)
    people, said = load_shared(Folder(place)).people, " ".join(ran.err.split())
    assert ran.code == 0 and "brings" in said
    assert "row 2: brings: “tea” was not read" in said and "row 3: brings: “cakes” was not read" in said
    assert "row 6: joe.bell is in the register: what they bring stays as it is there" in said
    assert people["joe.bell"].brings == before
    kept = {key: (people[key].brings, "brings" in people[key].model_fields_set) for key in NEW}
    assert kept == dict(zip(NEW, ((("clinical",), True), ((), False), ((), True), ((), False)), strict=True))


NEW = ("rosa.lynd", "amir.khan", "tom.ward", "pam.low")
