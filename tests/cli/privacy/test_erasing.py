"""A name is taken out of every file: no mention is left, no count changes, and nothing else does."""

import io
import re
import shutil
from pathlib import Path

import pytest

from copkit.editing.erase import counts
from copkit.render import tree as tree_of
from copkit.workspace import Folder, load
from tests.cli.privacy.conftest import git
from tests.shell import copkit, snapshot

SYSTEMS = "systems-leadership"
NOTES = f"communities/{SYSTEMS}/sessions/2026-11-10.notes.yaml"
SHARED_FIRST_NAME = "susan.inskip"


def typed_in_every_way(place: Path) -> None:
    """Amina as a tired curator types her: first name, wrapped, surname first, in quotes, in a comment."""
    path = place / NOTES
    text = path.read_text(encoding="utf-8").rstrip("\n")
    assert text.splitlines()[-1].startswith("  ")
    lines = (
        "Amina said that the forms are ready, and Amina's list is with KHAN, Amina.",
        "action: amina | write to all | next",
        "connect: Amina + sam.reid | the list",
        "ask: Amina Khan | a room",
        "quote: it works | name | Amina",
        "we thanked amina, and Ms Khan thanked us",
    )
    path.write_text(text + "".join(f"\n  {line}" for line in lines) + "\n", encoding="utf-8")
    plan = place / f"communities/{SYSTEMS}/sessions/2027-03-09.yaml"
    plan.write_text(plan.read_text(encoding="utf-8") + 'x-note: "ring amina.khan"  # Amina has the key\n')
    feedback = place / f"communities/{SYSTEMS}/feedback/2026-11-10.csv"
    feedback.write_text(feedback.read_text(encoding="utf-8") + "5,5,yes,yes,4,5,yes,Amina Khan's welcome,\n")


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("jo.ng", "Jo Ng"),
        ("winston.grant", "Winston Grant"),
        (SHARED_FIRST_NAME, "Susan Inskip"),
        ("farida.rahman", "Farida Rahman"),
        ("lee.marsh", "Lee Marsh"),
    ],
)
def test_nothing_is_left_of_somebody_and_every_count_stays(place: Path, who: str, name: str) -> None:
    before = load(Folder(place))
    dry = copkit("privacy", "erase", who, "--dry-run", root=place)
    assert git(place, "status", "--porcelain") == ""
    ran = copkit("privacy", "erase", name, root=place)
    assert ran.code == 0, ran.err
    assert dry.out == git(place, "diff")
    left = b"".join(snapshot(place / "communities").values()).decode().lower()
    assert who not in left
    assert name.lower() not in left
    after = load(Folder(place))
    assert counts(before) == counts(after)
    assert [one.code for one in before.findings] == [one.code for one in after.findings]
    assert after.shared.people["former-member-01"].name == "Former member 01"
    person = after.shared.people["former-member-01"]
    assert (person.job, person.brings, person.also_known_as, person.publish) == ("", (), (), "no")
    assert not (place / f"communities/programme/onboarding/{who}.yaml").exists()


def test_somebody_who_shares_a_first_name_takes_nobody_else_along(place: Path) -> None:
    others = load(Folder(place)).shared.people
    susans = [key for key in others if key.startswith("susan.") and key != SHARED_FIRST_NAME]
    assert len(susans) == 2
    copkit("privacy", "erase", SHARED_FIRST_NAME, root=place)
    kept = load(Folder(place)).shared.people
    assert [kept[key].name for key in susans] == [others[key].name for key in susans]


def test_every_way_of_typing_a_name_is_found_in_notes_plans_and_feedback(place: Path) -> None:
    typed_in_every_way(place)
    plan = place / f"communities/{SYSTEMS}/sessions/2027-03-09.yaml"
    git(place, "commit", "--all", "--quiet", "--message=Notes of November")
    ran = copkit("privacy", "erase", "amina.khan", root=place)
    assert ran.code == 0, ran.err
    every = b"".join(snapshot(place / "communities").values()).decode()
    assert not re.search(r"\bamina\b|\bkhan\b", every, re.IGNORECASE)
    notes = (place / NOTES).read_text(encoding="utf-8")
    assert "  Former member 01 said that the forms are ready, and former member 01's list" in notes
    assert "  action: former member 01 | write to all | next" in notes
    assert "connect: Former member 01 + sam.reid" in notes or "connect: former member 01 + sam.reid" in notes
    assert "# Former member 01 has the key" in plan.read_text(encoding="utf-8") or "# former member 01 has" in (
        plan.read_text(encoding="utf-8")
    )


@pytest.mark.parametrize("line", ['x-note: "ring \\u0041mina.khan"', 'x-note: "Amina Kh\\\n  an"'])
def test_a_name_hidden_by_escapes_stops_everything(place: Path, line: str) -> None:
    plan = place / f"communities/{SYSTEMS}/sessions/2027-03-09.yaml"
    plan.write_text(plan.read_text(encoding="utf-8") + f"{line}\n", encoding="utf-8")
    before = snapshot(place)
    ran = copkit("privacy", "erase", "amina.khan", "--rest-others", root=place)
    assert ran.code == 3
    assert "in a way that the text does not show" in ran.err
    assert snapshot(place) == before


@pytest.mark.parametrize("document", ["notes", "agenda", "actions"])
def test_what_is_printed_afterwards_does_not_know_the_name(place: Path, document: str, tmp_path: Path) -> None:
    commands = {
        "notes": ["notes", "show", SYSTEMS, "2026-11-10"],
        "agenda": ["agenda", SYSTEMS, "2027-01-12", "--out", str(tmp_path / "a.html")],
        "actions": ["actions", SYSTEMS],
    }
    copkit("privacy", "erase", "amina.khan", root=place)
    ran = copkit(*commands[document], root=place)
    page = (tmp_path / "a.html").read_text(encoding="utf-8") if document == "agenda" else ran.out
    text = tree_of(page).text() if document == "agenda" else page
    assert "Former member 01" in page or "former-member-01" in page or document == "actions"
    assert "Amina" not in text + page


def with_grace(place: Path) -> tuple[Path, int]:
    """The notes with two lines in which Grace may be somebody else; and the number of the second."""
    path = place / NOTES
    text = path.read_text(encoding="utf-8").rstrip("\n")
    path.write_text(text + "\n  Grace Jones sang, and we said grace\n  Grace brought the cake\n", encoding="utf-8")
    return path, len(path.read_text(encoding="utf-8").splitlines())


TAKEN = ["  Grace Jones sang, and we said grace", "  Former member 01 brought the cake"]


def test_what_may_be_somebody_else_is_answered_before_anything_is_written(place: Path) -> None:
    path, line = with_grace(place)
    before = snapshot(place)
    for words in ((), ("--at", f"{NOTES}:{line}")):
        ran = copkit("privacy", "erase", "grace.adeyemi", *words, root=place)
        assert ran.code == 3, "a line is not answered"
        assert f"{NOTES}:{line - 1}: “Grace” (also a word of its own)\n      Grace Jones sang" in ran.err
        assert (f"{NOTES}:{line}: “Grace” (also a word of its own)" in ran.err) is (not words)
        assert f"copkit privacy erase grace.adeyemi --at {NOTES}:{line - 1} --rest-others" in ran.err or not words
        assert snapshot(place) == before
    assert copkit("privacy", "erase", "grace.adeyemi", "--at", f"{NOTES}:9999", root=place).code == 2
    ran = copkit("privacy", "erase", "grace.adeyemi", "--at", f"{NOTES}:{line}", "--rest-others", root=place)
    assert ran.code == 0, ran.err
    assert path.read_text(encoding="utf-8").splitlines()[-2:] == TAKEN


def test_on_a_terminal_each_line_is_asked(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, _ = with_grace(place)
    monkeypatch.setattr("copkit.cli.privacy_doubts.on_terminal", lambda: True)
    before = snapshot(place)
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert copkit("privacy", "erase", "grace.adeyemi", root=place).code != 0, "nobody answered"
    assert snapshot(place) == before
    monkeypatch.setattr("sys.stdin", io.StringIO("maybe\nn\ny\n"))
    ran = copkit("privacy", "erase", "grace.adeyemi", root=place)
    assert (ran.code, ran.err.count("Is this Grace Adeyemi?")) == (0, 3)
    assert path.read_text(encoding="utf-8").splitlines()[-2:] == TAKEN


def test_contact_details_go_and_raw_exports_are_named(place: Path) -> None:
    private = place / "private"
    private.mkdir()
    (private / "contacts.yaml").write_text(
        "amina.khan:\n  email: canary.one@h.example\njo.ng:\n  email: jo@h.example\n  needs: zq7needs\n"
    )
    (private / "2026-06-09.csv").write_text("Name,Email\nJo Ng,jo@h.example\n", encoding="utf-16")
    dry = copkit("privacy", "erase", "jo.ng", "--dry-run", root=place)
    ran = copkit("privacy", "erase", "jo.ng", root=place)
    assert ran.code == 1, "something is left to do"
    assert (private / "contacts.yaml").read_text() == "amina.khan:\n  email: canary.one@h.example\n"
    assert "private/2026-06-09.csv: this raw export still names the person" in ran.err
    said = ran.out + ran.err + dry.out + dry.err
    assert "@h.example" not in said and "zq7needs" not in said


def test_what_new_leaders_wrote_for_nobody_goes_with_its_writer_and_forgets_the_others(place: Path) -> None:
    folder = place / "private" / "onboarding"
    folder.mkdir(parents=True)
    (folder / "jo.ng.yaml").write_text("notes: zq7mine\n")
    theirs = "meet:   # zq7remark\n  - {who: jo.ng, learned: Jo Ng knows zq7whom}\n  - {who: sam.reid}\n"
    (folder / "ruth.pickering.yaml").write_text(theirs)
    before = snapshot(place / "private")
    dry = copkit("privacy", "erase", "jo.ng", "--dry-run", root=place)
    assert snapshot(place / "private") == before
    assert "private/onboarding/jo.ng.yaml would go" in dry.err
    ran = copkit("privacy", "erase", "jo.ng", root=place)
    assert ran.code == 0, "nothing is left to do"
    assert "private/onboarding/jo.ng.yaml is gone" in ran.out
    assert not (folder / "jo.ng.yaml").exists()
    new = theirs.replace("jo.ng", "former-member-01").replace("Jo Ng", "Former member 01")
    assert (folder / "ruth.pickering.yaml").read_text() == new
    said = ran.out + ran.err + dry.out + dry.err
    assert "zq7" not in said


def test_a_name_that_is_hidden_in_what_new_leaders_wrote_stops_everything(place: Path) -> None:
    folder = place / "private" / "onboarding"
    folder.mkdir(parents=True)
    (folder / "ruth.pickering.yaml").write_text('notes: "zq7 of \\x4ao\\x20Ng"\nmeet: [{who: jo.ng}]\n')
    before = snapshot(place)
    ran = copkit("privacy", "erase", "jo.ng", root=place)
    assert ran.code == 3
    assert "private/onboarding/ruth.pickering.yaml: the person is still named" in ran.err
    assert snapshot(place) == before


def test_the_commits_that_hold_the_name_are_listed_and_none_is_changed(place: Path) -> None:
    git(place, "commit", "--allow-empty", "--quiet", "--message=Thank Jo Ng for the cake")
    head = git(place, "rev-parse", "HEAD")
    ran = copkit("privacy", "erase", "jo.ng", root=place)
    for commit in git(place, "log", "--format=%h").split():
        assert commit in ran.err
    assert "copkit never rewrites history" in ran.err
    assert git(place, "rev-parse", "HEAD") == head


def test_without_git_history_is_unknown_and_the_rest_works(place: Path) -> None:
    import shutil

    shutil.rmtree(place / ".git")
    ran = copkit("privacy", "erase", "jo.ng", root=place)
    assert ran.code == 0
    assert "unknown" in ran.err


def test_a_file_in_another_encoding_keeps_its_other_bytes(place: Path) -> None:
    path = place / NOTES
    old = path.read_bytes().replace(b"\n", b"\r\n") + "  Amina’s café\r\n".encode("cp1252")
    path.write_bytes(old)
    assert copkit("privacy", "erase", "amina.khan", root=place).code == 0
    new = path.read_bytes()
    assert new == old.replace(b"amina.khan", b"former-member-01").replace(b"  Amina", b"  Former member 01")


def test_the_numbers_go_on_and_a_former_member_cannot_be_erased_again(place: Path) -> None:
    copkit("privacy", "erase", "jo.ng", root=place)
    copkit("privacy", "erase", "lee.marsh", root=place)
    people = load(Folder(place)).shared.people
    assert {"former-member-01", "former-member-02"} <= set(people)
    assert copkit("privacy", "erase", "former-member-01", root=place).code == 3
    left = copkit("leave", SYSTEMS, "former-member-01", root=place)
    assert left.code == 0


def test_what_a_killed_run_has_begun_is_finished_with_the_same_number(place: Path, tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    shutil.copytree(place, whole)
    assert copkit("privacy", "erase", "jo.ng", root=whole).code == 0
    before = snapshot(place)
    changed = [path for path, data in snapshot(whole).items() if before.get(path) != data]
    begun = next(path for path in changed if not path.endswith("people.yaml"))
    shutil.copy(whole / begun, place / begun)
    ran = copkit("privacy", "erase", "jo.ng", root=place)
    assert ran.code == 0
    assert "going on with what was begun" in ran.err
    assert snapshot(place / "communities") == snapshot(whole / "communities")


def test_a_number_that_stands_beside_the_name_is_somebody_elses(place: Path) -> None:
    path = place / NOTES
    text = path.read_text(encoding="utf-8").rstrip()
    path.write_text(f"{text}\n  jo.ng met former-member-01\n", encoding="utf-8")
    ran = copkit("privacy", "erase", "jo.ng", root=place)
    assert "Jo Ng is former-member-02 now" in ran.out
