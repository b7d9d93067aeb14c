"""The day wins over an id that looks like one, however the day is typed; two are listed, never guessed."""

from pathlib import Path

import pytest

from copkit.dates import possible_days
from copkit.documents.catalogue import DOCUMENTS, SETS
from tests.cli.privacy.conftest import git
from tests.cli.test_dry_run import every_command
from tests.shell import copkit, demonstration

SYSTEMS = "systems-leadership"
FORMS = ("2027-03-09", "9 March 2027", "9/3/2027", "09.03.2027", "March 9 2027")


def swap(root: Path, day: str, other: str) -> None:
    """Each of two sessions on the day that is the other's id."""
    for mine, now in ((day, other), (other, day)):
        plan = root / "communities" / SYSTEMS / "sessions" / f"{mine}.yaml"
        lines = [one for one in plan.read_text(encoding="utf-8").splitlines() if not one.startswith("date:")]
        plan.write_text("\n".join([*lines, f"date: {now}", f"moved_from: {mine}", "moved_because: Swapped", ""]))


@pytest.fixture
def swapped(tmp_path: Path) -> Path:
    """February's session is in March, and March's in February: each id is the other's day."""
    root = demonstration(tmp_path)
    swap(root, "2027-02-09", "2027-03-09")
    return root


@pytest.mark.parametrize("typed", FORMS)
def test_every_form_of_a_day_is_the_session_on_that_day(typed: str, swapped: Path) -> None:
    ran = copkit("agenda", SYSTEMS, typed, "--format", "txt", root=swapped)
    assert ran.code == 0, ran.err
    assert ran.out == f"wrote build/{SYSTEMS}/2027-03-09-{SYSTEMS}-agenda.txt\n"
    said = (swapped / f"build/{SYSTEMS}/2027-03-09-{SYSTEMS}-agenda.txt").read_text(encoding="utf-8")
    assert "9 March 2027" in said.partition("Running")[0]


@pytest.mark.parametrize("typed", FORMS)
def test_moving_and_taking_notes_mean_the_same_session(typed: str, swapped: Path) -> None:
    words = (SYSTEMS, typed, "2027-03-10", "--because", "Again", "--dry-run")
    assert "sessions/2027-02-09.yaml" in copkit("move", *words, root=swapped).out
    said = copkit("notes", "new", SYSTEMS, typed, "--today", "2027-03-09", "--dry-run", root=swapped)
    assert "sessions/2027-02-09.notes.yaml" in said.out, said


def test_the_calendar_file_of_a_session_is_called_after_the_day(swapped: Path) -> None:
    assert copkit("calendar", SYSTEMS, "2027-03-09", root=swapped).code == 0
    made = (swapped / f"build/{SYSTEMS}/2027-03-09-{SYSTEMS}.ics").read_text(encoding="utf-8")
    assert "DTSTART;TZID=Europe/London:20270309" in made and "UID:2027-02-09" in made


def test_a_day_that_was_left_still_finds_its_session(tmp_path: Path) -> None:
    root = demonstration(tmp_path)
    assert copkit("move", SYSTEMS, "2027-03-09", "2027-03-16", "--because", "Flood", root=root).code == 0
    for typed in ("2027-03-09", "16 March 2027"):
        ran = copkit("agenda", SYSTEMS, typed, root=root)
        assert ran.out.endswith(f" build/{SYSTEMS}/2027-03-16-{SYSTEMS}-agenda.html\n")


def test_a_day_that_may_be_two_lists_both(tmp_path: Path) -> None:
    root = demonstration(tmp_path)
    sessions = root / "communities" / SYSTEMS / "sessions"
    (sessions / "2027-09-03.yaml").write_bytes((sessions / "2027-03-09.yaml").read_bytes())
    ran = copkit("agenda", SYSTEMS, "9/3/2027", root=root)
    assert ran.code == 2 and "more than one session" in ran.err
    assert "sessions/2027-03-09.yaml" in ran.err and "sessions/2027-09-03.yaml" in ran.err


def test_days_that_a_text_may_mean() -> None:
    assert [day.isoformat() for day in possible_days("9/3/2027")] == ["2027-03-09", "2027-09-03"]
    assert [day.isoformat() for day in possible_days("14/01/2027")] == ["2027-01-14"]
    assert possible_days("9/3/27") == possible_days("next") == possible_days("9" * 200) == ()


HELD = ("2026-11-10", "10/11/2026", "10 November 2026")
PRINTED = ("--out", "-", "--format", "txt")
LINES: dict[str, tuple[str, ...]] = {
    "move": ("2027-03-16", "--because", "Rain", "--dry-run"), "cancel": ("--because", "Rain", "--dry-run"),
    "notes new": ("--dry-run",), "notes show": (), "notes tidy": ("--dry-run", "--yes"),
    "notes commit": ("--dry-run",), "notes take": ("answers.csv", "--dry-run"), "notes edit": ("--dry-run",),
    "notes add": ("idea: one form", "--dry-run"),
    "calendar": ("--dry-run", "--many"),
    "attend": ("jo.ng", "--dry-run"), "feedback": ("answers.csv", "--dry-run", "--replace"),
    "import replies": ("replies.csv", "--dry-run"),
    **dict.fromkeys(("agenda", "invite", "notes print", "print sheets"), PRINTED),
    **{f"print {name}": PRINTED for name, one in DOCUMENTS.items() if one.subject in ("session", "attendance")},
}  # fmt: skip
"""What follows the session, by each command that takes one."""
OF_HELD = {"notes take", "notes add", "notes edit", "notes show", "notes tidy", "notes commit", "notes print",
           "attend", "feedback", "print notes",
           "print follow-up-sheet", "print certificate"}  # fmt: skip
NO_SESSION = {"print certificate-year"}


@pytest.fixture(scope="module")
def both_swapped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two sessions to come and two that were held, each on the other's day."""
    root = demonstration(tmp_path_factory.mktemp("swapped"))
    swap(root, "2027-02-09", "2027-03-09")
    swap(root, "2026-10-13", "2026-11-10")
    git(root, "init", "--quiet", "--initial-branch=main")
    (root / "answers.csv").write_text("useful,welcome\n5,4\n", encoding="utf-8")
    (root / "replies.csv").write_text("Name,Are you coming?\nAmina Khan,Yes\n", encoding="utf-8")
    return root


def test_every_command_that_takes_a_session_is_looked_at() -> None:
    taking = {
        name
        for name, command in every_command()
        if any("SESSION" in (one.metavar or "") for one in command.params)
    }
    assert taking - NO_SESSION == set(LINES) - NO_SESSION
    assert SETS.keys() <= {name.removeprefix("print ") for name in LINES}


@pytest.mark.parametrize("command", [one for one in LINES if one not in NO_SESSION])
def test_every_command_means_the_session_on_that_day_however_it_is_typed(command: str, both_swapped: Path) -> None:
    held = command in OF_HELD
    days = HELD if held else FORMS[:3]
    said = ("10 November 2026", "2026-10-13") if held else ("9 March 2027", "2027-02-09", "care home")
    more = [str(both_swapped / one) if one.endswith(".csv") else one for one in LINES[command]]
    who = ("amina.khan",) if command == "print certificate" else ()
    ran = {copkit(*command.split(), SYSTEMS, *who, day, *more, root=both_swapped) for day in days}
    assert len(ran) == 1, ran
    (one,) = ran
    assert one.code == 0, one
    assert any(word in one.out + one.err for word in said), one


@pytest.mark.parametrize("typed", HELD)
def test_a_day_alone_shows_the_lines_of_the_session_on_it(typed: str, both_swapped: Path) -> None:
    ran = copkit("new", "story", SYSTEMS, "--line", typed, root=both_swapped)
    assert ran.code == 2 and "which line of 10 November 2026?" in ran.err and "2026-10-13/success/1" in ran.err


def test_a_day_that_a_session_left_is_free_for_another(tmp_path: Path) -> None:
    root = demonstration(tmp_path)
    assert copkit("move", SYSTEMS, "2027-03-09", "2027-03-16", "--because", "Flood", root=root).code == 0
    ran = copkit("new", "session", SYSTEMS, "2027-03-09", root=root)
    assert (ran.code, ran.out.splitlines()[0]) == (0, f"wrote communities/{SYSTEMS}/sessions/2027-03-09-2.yaml")
    again = copkit("new", "session", SYSTEMS, "9 March 2027", root=root)
    assert (again.code, "2027-03-09-2.yaml is there already" in again.err.replace("\n  ", " ")) == (0, True)
    taken = copkit("new", "session", SYSTEMS, "2027-03-16", root=root)
    assert (taken.code, "2027-03-09.yaml is there already" in taken.err.replace("\n  ", " ")) == (0, True)


def test_what_is_saved_is_called_after_the_day_that_it_is_on(tmp_path: Path) -> None:
    root = demonstration(tmp_path)
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", "--all")
    git(root, "-c", "user.name=A", "-c", "user.email=a@anytown.example", "commit", "--quiet", "--message=Start")
    assert copkit("move", SYSTEMS, "2027-03-09", "2027-03-16", "--because", "Flood", root=root).code == 0
    assert "plan of 16 March 2027" in copkit("save", SYSTEMS, "--dry-run", root=root).out
