"""`copkit notes take`, `add` and `edit`: all that is taken is kept, and nothing more is written unasked."""

import io
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.notes.conftest import FILES, NOTES
from tests.cli.year.conftest import write_files
from tests.importers.word import word
from tests.shell import copkit, snapshot

BLOCKS = [
    "# Minutes of the discharge group",
    "Present: Amina Khan (Chair), Joe Bell, Wendy Grant",
    "Apologies were received from Jo Ng.",
    "The forms were discussed. It was agreed that one form is tried. Sam Reid will draft it by 30 June.",
    "ACTION 1: Joe Bell to find two wards by 14 July",
    "The ward will be closed in August.",
    "# Follow-up tasks",
    [["Action", "Owner", "Due"], ["Write to the wardens", "Lee Marsh", "30 June"]],
]


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    path = tmp_path / "Minutes.docx"
    path.write_bytes(word(BLOCKS))
    return path


def capture(home: Path) -> list[str]:
    return (home / NOTES).read_text(encoding="utf-8").split("capture: |\n")[1].splitlines()


def test_every_paragraph_is_kept_and_nothing_is_written_unasked(home: Path, minutes: Path) -> None:
    ran = copkit("notes", "take", minutes, root=home)
    assert ran.code == 0, ran.err
    said = " ".join(ran.out.split())
    assert "+ present: Amina Khan and Joe Bell" in said
    assert "Not in the register, and not taken: Wendy Grant (present)." in " ".join(ran.err.split())
    assert "→ action: Sam Reid, by 30 June 2026: draft it" in said
    assert "→ action: Lee Marsh, by 30 June 2026" in said
    assert "Nothing of this was written" in ran.err
    assert capture(home)[0] == "  From “Minutes.docx”, kept as it stands:"
    assert f"    {BLOCKS[3]}" in capture(home)
    assert "present: []" in (home / NOTES).read_text()
    assert "1 line kept as a note." in ran.out


def test_what_is_accepted_is_below_the_text_that_stays(home: Path, minutes: Path) -> None:
    assert copkit("notes", "take", minutes, "--accept", root=home).code == 0
    assert capture(home)[-4:] == [
        "  decision: It was agreed that one form is tried.",
        "  action: Sam Reid will draft it by 30 June.",
        "  ACTION 1: Joe Bell to find two wards by 14 July",
        "  action: Lee Marsh | Write to the wardens | 30 June",
    ]
    assert len([line for line in capture(home) if "The ward will be closed" in line]) == 1
    text = (home / NOTES).read_text()
    assert "present: [amina.khan, joe.bell]" in text
    assert "apologies: [jo.ng]" in text
    before = snapshot(home)
    again = copkit("notes", "take", minutes, "--accept", root=home)
    assert "has all of it already" in again.out
    assert snapshot(home) == before
    assert "look" not in copkit("notes", "show", root=home).out.partition("1 line kept")[2]


def test_who_sent_apologies_and_is_nobody_is_said(home: Path, tmp_path: Path) -> None:
    lines = ("Minutes", "Apologies: Una Known (on leave), Jo Ng", "Present situation: Mary Hart")
    (tmp_path / "m.txt").write_text("\n".join(lines))
    ran = copkit("notes", "take", tmp_path / "m.txt", "--accept", root=home)
    assert ran.code == 0 and "apologies: [jo.ng]" in (home / NOTES).read_text(encoding="utf-8")
    told = "Not in the register, and not taken: Una Known (apologies). “copkit new person” adds somebody."
    assert told in " ".join(ran.err.split())


def test_what_a_machine_wrote_is_marked(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "summary.txt"
    path.write_text("Meeting recap\nFollow-up tasks:\nSend the form to all (Joe Bell)\nAI-generated content.\n")
    assert copkit("notes", "take", path, root=home).code == 0
    assert capture(home)[0] == "  From “summary.txt”, written by a machine, confirmed by nobody yet:"
    shown = copkit("notes", "show", root=home).out
    assert "1 looks like an action: line 10" in " ".join(shown.split())


def test_a_paste_is_taken(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pasted = io.BytesIO(b"Amina will ring the council by 30 June\n")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(pasted))
    ran = copkit("notes", "take", "-", root=home)
    assert ran.code == 0, ran.err
    assert capture(home) == ["  From a paste, kept as it stands:", "    Amina will ring the council by 30 June"]


def test_the_file_may_stand_first(home: Path, minutes: Path) -> None:
    assert copkit("notes", "take", minutes, "systems", "9 June 2026", root=home).code == 0
    assert "From “Minutes.docx”" in capture(home)[0]


def test_what_cannot_be_taken_is_refused_with_what_to_do(home: Path, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    before = snapshot(home)
    ran = copkit("notes", "take", tmp_path / "a.pdf", root=home)
    assert ran.code == 3
    assert "Open it in Word" in ran.err
    assert snapshot(home) == before


PARAGRAPH = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=60).filter(str.strip)
SHAPED = st.sampled_from(
    ["Action: Amina to ring", "present: [x]", "publish: no", "- a: b", "# x", "<<<<<<< a", "a | b", "capture: |"]
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PARAGRAPH | SHAPED, min_size=1, max_size=6))
def test_each_paragraph_of_the_text_is_in_the_file(tmp_path: Path, paragraphs: list[str]) -> None:
    home = write_files(tmp_path / "ws", FILES)
    (home / NOTES).unlink(missing_ok=True)
    (tmp_path / "a.txt").write_text("\n\n".join(paragraphs), encoding="utf-8")
    ran = copkit("notes", "take", tmp_path / "a.txt", root=home)
    assert ran.code == 0, ran
    lines = [line.strip() for line in (home / NOTES).read_text(encoding="utf-8").split("\n")]
    assert [text.strip() for text in paragraphs] == lines[-1 - len(paragraphs) : -1]
    shown = json.loads(copkit("notes", "show", "--json", root=home).out)
    kept = shown["lines"][0]["typed"].split("\n")
    assert [line.strip() for line in kept[1:]] == [text.strip() for text in paragraphs]


def test_a_line_is_added_without_opening_the_file(home: Path) -> None:
    ran = copkit("notes", "add", "2026-06-09", "action: Amina to ring the council by 30 June", root=home)
    assert ran.code == 0, ran.err
    assert capture(home) == ["  action: Amina to ring the council by 30 June"]
    assert "1 action." in ran.out
    assert copkit("notes", "add", "offer: Lee can lend a room", root=home).code == 0
    assert capture(home)[1:] == ["  offer: Lee can lend a room"]
    assert "has all of it already" in copkit("notes", "add", "offer: Lee can lend a room", root=home).out
    assert copkit("notes", "add", "  ", root=home).code == 2


def test_a_doubt_is_said_when_a_line_is_added(home: Path) -> None:
    ran = copkit("notes", "add", "action: Wendy to ring by 1 June", root=home)
    assert "To look at: line 7." in ran.out


def test_edit_opens_the_file_of_the_session(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = tmp_path / "editor.py"
    editor.write_text("import sys\nwith open(sys.argv[1], 'a') as file:\n    file.write('  idea: one form\\n')\n")
    monkeypatch.setenv("EDITOR", f"python3 {editor}")
    monkeypatch.delenv("VISUAL", raising=False)
    ran = copkit("notes", "edit", root=home)
    assert ran.code == 0, ran.err
    assert capture(home) == ["  idea: one form"]
    assert "1 idea." in ran.out


def test_edit_without_an_editor_says_where_the_file_is(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("EDITOR", "VISUAL"):
        monkeypatch.delenv(name, raising=False)
    ran = copkit("notes", "edit", root=home)
    assert ran.code == 0
    assert NOTES in ran.err


def test_tidy_proposes_what_plain_notes_are_and_writes_nothing_unasked(repo: Path) -> None:
    typed = "present: []\ncapture: |\n  Amina to ring the council by 30 June\n  Jo Ng, Lee Marsh\n  A long talk.\n"
    (repo / NOTES).write_text(typed)
    ran = copkit("notes", "tidy", root=repo)
    assert ran.code == 0, ran.err
    assert (repo / NOTES).read_text() == typed
    said = " ".join(ran.out.split())
    assert "1 line is a plain note; 1 looks like an action: line 3; 1 looks like names: line 4." in said
    assert copkit("notes", "tidy", "--accept", root=repo).code == 0
    assert (repo / NOTES).read_text() == (
        "present: [jo.ng, lee.marsh]\ncapture: |\n  action: Amina to ring the council by 30 June\n"
        "  Jo Ng, Lee Marsh\n  A long talk.\n"
    )


def test_the_text_is_printed_by_itself_for_members_and_never_for_the_public(home: Path, minutes: Path) -> None:
    assert copkit("notes", "take", minutes, root=home).code == 0
    path = home / NOTES
    path.write_text("publish: yes\n" + path.read_text())
    printed = copkit("notes", "print", "--format", "txt", "--out", "-", root=home).out
    assert "\n- The ward will be closed in August.\n" in printed
    assert "From “Minutes.docx”, kept as it stands" in printed
    public = copkit("notes", "print", "--for", "public", "--format", "txt", "--out", "-", root=home)
    assert public.code == 0
    assert "closed in August" not in public.out
