"""That nobody knows how long somebody was there is a state of its own, in notes, hours and certificates."""

import json
from pathlib import Path

import pytest

from copkit.editing.attendance import Came, fill
from tests.importers.conftest import NOTES, SESSION
from tests.importers.test_attend import notes, take
from tests.shell import copkit

HASHES = b"Name,Minutes\nAmina Khan,90\nJoe Bell,########\n"


@pytest.fixture
def unclear(held: Path) -> Path:
    """A report has told how long Amina was there, and not how long Joe was."""
    assert take(held, HASHES, guest=False).code == 0
    return held


def test_it_stands_in_the_notes_and_they_load(unclear: Path) -> None:
    assert notes(unclear)["minutes"] == {"joe.bell": "unknown"}
    checked = json.loads(copkit("check", "--json", root=unclear).out)["findings"]
    assert [one for one in checked if one["path"] == NOTES and "unknown" in one["message"]] == []


def test_the_same_report_again_writes_nothing(unclear: Path) -> None:
    before = (unclear / NOTES).read_bytes()
    assert take(unclear, HASHES, guest=False).code == 0
    assert (unclear / NOTES).read_bytes() == before


@pytest.mark.parametrize(("minutes", "left"), [("32", {"joe.bell": "32"}), ("90", None)])
def test_a_report_that_knows_takes_its_place(unclear: Path, minutes: str, left: object) -> None:
    assert take(unclear, f"Name,Minutes\nJoe Bell,{minutes}\n", guest=False).code == 0
    assert (notes(unclear).get("minutes") or None) == left


def test_what_a_person_typed_is_not_made_unknown() -> None:
    data = b"present: [joe.bell]\nminutes: {joe.bell: 62}\n"
    assert fill(data, Came(["joe.bell"], {"joe.bell": "unknown"}), None, str).data == data


def test_no_certificate_is_made_from_it_and_it_says_so(unclear: Path) -> None:
    ran = copkit("print", "certificate", "home-first", SESSION, "joe.bell", "--statement", root=unclear)
    assert ran.code == 3
    assert "nobody knows how long Joe Bell was at the session of 9 June 2026" in ran.err
    assert "write it for joe.bell in minutes:" in " ".join(ran.err.split())


def test_hours_leave_it_out_and_name_the_session(unclear: Path) -> None:
    said = copkit("why", "L1", "home-first", root=unclear).out
    assert "1.50 hours" in said
    assert f"Left out, since what is needed was not written down (1):\n  {SESSION}" in said
    assert "“minutes not known”: 1 time" in said


def test_who_reads_the_notes_or_the_session_is_told(unclear: Path) -> None:
    assert "\nHow long is not known of Joe Bell\n" in copkit("notes", "show", root=unclear).out
    assert "Minutes unknown    Joe Bell\n" in copkit("show", "session", "home-first", SESSION, root=unclear).out


def test_scripts_are_told_too(unclear: Path) -> None:
    read = json.loads(copkit("notes", "show", "--json", root=unclear).out)
    assert read["minutes_unknown"] == [{"typed": "joe.bell", "id": "joe.bell", "name": "Joe Bell"}]
    shown = json.loads(copkit("show", "session", "home-first", SESSION, "--json", root=unclear).out)
    assert shown["found"]["minutes_unknown"] == ["joe.bell"]


def test_attend_tells_scripts_of_whom_nobody_knows(held: Path) -> None:
    ran = take(held, "Name,Minutes\nAmina Khan,90\nJoe Bell,\n", "--json", guest=False)
    said = json.loads(ran.out)
    assert (said["minutes"], said["minutes_unknown"]) == ({}, ["joe.bell"])


def test_where_all_is_known_nothing_is_said(held: Path) -> None:
    assert take(held, "Name,Minutes\nAmina Khan,90\nJoe Bell,32\n", guest=False).code == 0
    assert "known" not in copkit("notes", "show", root=held).out
    assert "unknown" not in copkit("show", "session", "home-first", SESSION, root=held).out
