"""`copkit notes new` and `tidy`: nobody is filled in, and what is agreed is not rewritten."""

from pathlib import Path

from tests.cli.notes.conftest import NOTES, SAMPLE, git
from tests.shell import copkit, snapshot

TYPED = """\
# ours
present: [amina.khan]   # who
capture: |
  Action: sam | draft | x  |  30 Jun
  - Connect:  Jo Ng +lee & priya | one form
  * offer: joe |its form
  action: zoe | y | soon
  idea: ask sam, joe
"""
TIDY = """\
# ours
present: [amina.khan]   # who
capture: |
  Action: sam.reid | draft | x  |  2026-06-30
  - Connect:  jo.ng +lee.marsh & priya.das | one form
  * offer: joe.bell |its form
  action: zoe | y | soon
  idea: ask sam, joe
"""


def test_new_notes_have_names_to_copy_and_nobody_present(home: Path) -> None:
    ran = copkit("notes", "new", root=home)
    assert ran.code == 0, ran.err
    text = (home / NOTES).read_text()
    assert "present: []" in text
    assert all(line.startswith("#") for line in text.split("\n") if "priya.das" in line)
    assert NOTES in ran.out
    assert "action:" in ran.out and "by when" in ran.out
    before = snapshot(home)
    again = copkit("notes", "new", root=home)
    assert again.code == 0
    assert "stays as it is" in again.err
    assert snapshot(home) == before


def test_new_shows_what_it_would_write(home: Path) -> None:
    before = snapshot(home)
    ran = copkit("notes", "new", "--dry-run", root=home)
    assert "+capture: |" in ran.out
    assert snapshot(home) == before


def test_tidy_changes_names_and_dates_and_no_other_byte(repo: Path) -> None:
    for end in ("\n", "\r\n"):
        for mark in (b"", b"\xef\xbb\xbf"):
            (repo / NOTES).write_bytes(mark + TYPED.replace("\n", end).encode())
            before = snapshot(repo)
            dry = copkit("notes", "tidy", "--dry-run", root=repo)
            assert snapshot(repo) == before
            ran = copkit("notes", "tidy", root=repo)
            assert ran.code == 0, ran.err
            assert "+  Action: sam.reid" in dry.out and "+  Action: sam.reid" in ran.out
            assert (repo / NOTES).read_bytes() == mark + TIDY.replace("\n", end).encode()
            assert "is tidy" in copkit("notes", "tidy", root=repo).out


def test_tidy_leaves_committed_lines(repo: Path) -> None:
    (repo / NOTES).write_text(TYPED)
    git(repo, "add", NOTES)
    git(repo, "commit", "-qm", "notes")
    assert "is tidy" in copkit("notes", "tidy", root=repo).out
    (repo / NOTES).write_text(TYPED + "  ask: lee | a hand\n")
    assert copkit("notes", "tidy", root=repo).code == 0
    assert (repo / NOTES).read_text() == TYPED + "  ask: lee.marsh | a hand\n"


def test_tidy_without_git_asks_first(home: Path) -> None:
    (home / NOTES).write_text(TYPED)
    ran = copkit("notes", "tidy", root=home)
    assert ran.code == 3
    assert "--yes" in ran.err
    assert (home / NOTES).read_text() == TYPED
    assert copkit("notes", "tidy", "--yes", root=home).code == 0
    assert (home / NOTES).read_text() == TIDY


def test_tidy_works_on_notes_that_are_not_yaml_and_refuses_other_encodings(repo: Path) -> None:
    (repo / NOTES).write_text("action: sam | x | next\n  idea: y\n")
    assert copkit("notes", "tidy", root=repo).code == 0
    assert (repo / NOTES).read_text().startswith("action: sam | x | next\n") or "sam.reid" in (
        repo / NOTES
    ).read_text()
    data = SAMPLE.replace("sam.reid |", "sam |").replace("idea:", "café:").encode("cp1252")
    (repo / NOTES).write_bytes(data)
    ran = copkit("notes", "tidy", root=repo)
    assert ran.code == 3
    assert "UTF-8" in ran.err
    assert (repo / NOTES).read_bytes() == data


SAID = """\
present: [amina.khan]
capture: |
  ACTION 1: Amina Khan to ring the council by 30 June
  Action (Joe): find two wards by end of July
  action: Wendy to send the slides by 30 June
  action: Jo to speak by 1 June
  offer: Lee can lend a room
"""


def test_tidy_parts_a_sentence_that_is_not_in_doubt(repo: Path) -> None:
    (repo / NOTES).write_text(SAID)
    ran = copkit("notes", "tidy", root=repo)
    assert ran.code == 0, ran.err
    assert (repo / NOTES).read_text().splitlines()[2:] == [
        "  action: amina.khan | ring the council | 2026-06-30",
        "  action: joe.bell | find two wards | 2026-07-31",
        "  action: Wendy to send the slides by 30 June",
        "  action: Jo to speak by 1 June",
        "  offer: lee.marsh | lend a room",
    ]


def test_what_a_sentence_was_read_to_say_is_shown(repo: Path) -> None:
    (repo / NOTES).write_text(SAID)
    shown = copkit("notes", "show", root=repo).out
    assert "→ action 2026-06-09/1: Amina Khan, by 30 June 2026: ring the council" in shown
    assert "→ offer from Lee Marsh: lend a room" in shown
    assert "1 June 2026 was before 9 June 2026" in " ".join(shown.split())
