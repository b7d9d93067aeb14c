"""`copkit print certificate`, as somebody types it: who may have one, and what is said where nobody may."""

import shutil
from pathlib import Path

import pytest

from tests.documents.exemplar.making import WORKSPACE
from tests.shell import ROOT, copkit, snapshot

HELD = ("2026-06-03",)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(WORKSPACE / "communities", tmp_path / "communities")
    return tmp_path


def test_it_goes_to_a_folder_that_git_leaves_out_and_changes_nothing(root: Path) -> None:
    before = snapshot(root)
    ran = copkit("print", "certificate", "wren.adair", *HELD, "--format", "html,pdf", root=root)
    assert ran.code == 0
    folder = root / "build/night-care/certificates"
    assert sorted(path.name for path in folder.iterdir()) == [
        "2026-06-03-night-care-certificate-wren.adair.html",
        "2026-06-03-night-care-certificate-wren.adair.pdf",
    ]
    assert snapshot(root) == before
    assert "build/" in (ROOT / ".gitignore").read_text(encoding="utf-8").split()


@pytest.mark.parametrize("typed", ["una.okafor", "Una Okafor", "una", "Una"])
def test_a_person_is_found_as_people_type_names(typed: str, root: Path) -> None:
    ran = copkit("print", "certificate", "night", typed, *HELD, "--format", "txt", "--out", "-", root=root)
    assert "Una Okafor, Seaport City Council" in ran.out


def test_too_short_a_time_is_refused_with_its_figures_and_a_statement_offered(root: Path) -> None:
    ran = copkit("print", "certificate", "viktor.hale", *HELD, root=root)
    assert ran.code == 3
    assert "Viktor Hale was there for 112 of 150 minutes (74%), and a certificate needs 75%" in ran.err
    assert "--statement" in ran.err
    assert not (root / "build").exists()
    words = ("print", "certificate", "viktor.hale", *HELD, "--statement")
    ran = copkit(*words, "--format", "txt", "--out", "-", root=root)
    assert "Attendance statement – not accredited" in ran.out
    assert "112 of 150 minutes, 74%" in ran.out


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("xia.chen", *HELD), 3, "Xia Chen sent apologies for the session of 3 June 2026"),
        (("yara.haddad", *HELD), 3, "Yara Haddad was not at the session of 3 June 2026"),
        (("rosa", *HELD), 2, "“rosa” may be Rosa Lind (rosa.lind) or Rosa Marin (rosa.marin): write the id"),
        (("A Guest", *HELD), 3, "A Guest was a guest: the notes have the name, the register does not"),
        (("former-member-01", *HELD), 3, "the name of former-member-01 was taken out"),
        (("Former member 07", *HELD), 3, "the name of Former member 07 was taken out"),
        (("nobody.here", *HELD), 2, "“nobody.here” is not known"),
        (("una.okafor", "2026-06-17"), 3, "2026-06-17 of night-care was cancelled, so nobody was there"),
        (("una.okafor", "2026-07-01"), 3, "2026-07-01 of night-care is still to come"),
        (("una.okafor", "2026-06-10"), 3, "nobody wrote down who was at the session of 10 June 2026"),
        (("una.okafor",), 3, "nobody wrote down who was at the session of 10 June 2026"),
        (("una.okafor", "2026-06-04"), 2, "night-care has no session “2026-06-04”"),
        (("una.okafor", *HELD, "2026-27"), 2, "are two times"),
        (("una.okafor", "2024-25"), 3, "Una Okafor is not named at any session of night-care in 2024-25"),
        (("night", "una.okafor", "xia.chen"), 2, "“xia.chen” is one word too many"),
        ((*HELD, "--out", "one.pdf", "--statement"), 2, "is one file, and there are 3 to write"),
    ],
)
def test_where_there_is_none_it_says_why(words: tuple[str, ...], code: int, said: str, root: Path) -> None:
    ran = copkit("print", "certificate", *words, root=root)
    assert (ran.code, said in ran.err) == (code, True), ran.err
    assert not (root / "build").exists()


def test_all_who_asked_have_theirs_and_the_others_are_named(root: Path) -> None:
    ran = copkit("print", "certificate", *HELD, root=root)
    assert ran.code == 0
    there = sorted(path.stem for path in (root / "build/night-care/certificates").iterdir())
    assert there == ["2026-06-03-night-care-certificate-rosa.lind", "2026-06-03-night-care-certificate-wren.adair"]
    assert "Viktor Hale was there for 112 of 150 minutes (74%)" in ran.err
    ran = copkit("print", "certificate", "2026-27", root=root)
    assert ran.out.count("wrote") == 2  # Rosa Lind and Viktor Hale ask for all; Wren Adair asked for one session


def test_those_whose_name_was_taken_out_and_guests_are_told_of_and_left_out(root: Path) -> None:
    notes = root / "communities/night-care/sessions/2026-06-03.notes.yaml"
    text = notes.read_text(encoding="utf-8")
    asked = "certificates: [former-member-01, A Guest, Wren Adair, wren.adair]"
    notes.write_text(text.replace("certificates: [wren.adair]", asked), encoding="utf-8")
    ran = copkit("print", "certificate", *HELD, root=root)
    there = sorted(path.stem for path in (root / "build/night-care/certificates").iterdir())
    assert there == ["2026-06-03-night-care-certificate-rosa.lind", "2026-06-03-night-care-certificate-wren.adair"]
    assert "the name of former-member-01 was taken out" in ran.err
    assert "A Guest was a guest" in ran.err
    assert "Give each to the person named" in ran.err


def test_nobody_who_asked_is_nobody_who_gets_one(root: Path) -> None:
    members = root / "communities/night-care/members.yaml"
    members.write_text(members.read_text(encoding="utf-8").replace(", certificate: yes", ""), encoding="utf-8")
    ran = copkit("print", "certificate", "2026", root=root)
    assert (ran.code, "nobody in night-care has asked for a certificate" in ran.err) == (3, True)


def test_somebody_who_left_may_still_show_what_they_came_to(root: Path) -> None:
    notes = root / "communities/night-care/sessions/2026-05-06.notes.yaml"
    notes.write_text(notes.read_text(encoding="utf-8").replace("una.okafor]", "una.okafor, zoe.barnes]"), "utf-8")
    ran = copkit("print", "certificate", "zoe.barnes", "2026-05-06", "--today", "2026-08-01", root=root)
    assert ran.code == 0


def test_the_convenor_of_the_day_signs(root: Path) -> None:
    about = root / "communities/night-care/community.yaml"
    text = about.read_text(encoding="utf-8").replace(
        "- {who: rosa.lind, role: convenor, from: 2026-04-01, backup: xia.chen}",
        "- {who: rosa.lind, role: convenor, from: 2026-04-01, until: 2026-06-05}\n"
        "  - {who: xia.chen, role: convenor, from: 2026-06-06}",
    )
    about.write_text(text, encoding="utf-8")
    ran = copkit("print", "certificate", "wren.adair", *HELD, "--format", "txt", "--out", "-", root=root)
    assert "Rosa Lind, convenor" in ran.out
    assert "Xia Chen" not in ran.out
