"""Reports and sign-in sheets as people have them, each with its right answer or what is asked first."""

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copkit.importers.presence import presence
from copkit.importers.report import read_report
from copkit.yamlfile import read
from tests.cli.year.conftest import FILES, write_files
from tests.importers.conftest import NOTES, OWN, SESSION
from tests.importers.exports import workbook
from tests.shell import Ran, copkit, snapshot

CASES = Path(__file__).parent / "attendance"
AMINA, JOE, SAM, PRIYA, LEE = "amina.khan", "joe.bell", "sam.reid", "priya.das", "lee.marsh"
NAMES = ("Amina Khan", "Joe Bell", "Sam Reid", "Priya Das", "Lee Marsh")
REGISTER = {
    **OWN,
    "programme/people.yaml": "".join(
        f"{name.lower().replace(' ', '.')}: {{name: {name}, organisation: icb}}\n" for name in NAMES
    ),
    "home-first/members.yaml": "".join(f"- {{who: {name.lower().replace(' ', '.')}}}\n" for name in NAMES),
}


@pytest.fixture
def known(tmp_path: Path) -> Path:
    """The community that the files are about: its register has five people."""
    files = {**REGISTER, "programme/programme.yaml": FILES["programme/programme.yaml"] + "as_of: 2026-06-10\n"}
    return write_files(tmp_path / "workspace", files)


def attend(root: Path, name: str, *words: str) -> Ran:
    """Take a file in that lies beside the workspace."""
    file = root.parent / name
    shutil.copy(CASES / name, file)
    return copkit("attend", "home-first", SESSION, file, *words, root=root)


def notes(root: Path) -> Any:
    return read((root / NOTES).read_bytes(), "").data


class Case(NamedTuple):
    """Who was there with whose minutes, how many others, who sent apologies, and what the receipt says."""

    present: list[str]
    minutes: dict[str, str] = {}
    others: str = "0"
    apologies: list[str] = []
    said: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


GUESTS = ("--map", "*=guest")
RIGHT = {
    "01-teams-us-202f.csv": Case([AMINA, JOE, SAM], {JOE: "32"}, said=("month first",)),
    "02-teams-ptbr.csv": Case([AMINA, JOE], {JOE: "45"}),
    "03-teams-pl.csv": Case([JOE], {JOE: "45"}, "1", words=GUESTS),
    "04-teams-de.csv": Case([AMINA, JOE], {JOE: "15"}),
    "05-teams-fr.csv": Case([AMINA, JOE], {JOE: "15"}),
    "07-teams-split-date-time.csv": Case([AMINA, JOE], {JOE: "20"}),
    "08-zoom-webinar.csv": Case(
        [AMINA, PRIYA, JOE], others="1", said=("Left out, marked as absent: Sam Reid, Lee Marsh.",), words=GUESTS
    ),
    "09-zoom-2025.csv": Case([AMINA, JOE], {JOE: "30"}, said=("a recorder or note-taker: Fred's Notetaker",)),
    "10-zoom-total.csv": Case([AMINA, JOE], {JOE: "12"}, "1", words=GUESTS),
    "11-meet-isoz.csv": Case([AMINA, JOE], {JOE: "30"}),
    "12-meet-shapeA.csv": Case([AMINA, JOE], {JOE: "31"}),
    "13-meet-mmss.csv": Case([AMINA, JOE, SAM], {JOE: "32", SAM: "9"}, said=("Lengths: minutes and seconds",)),
    "14-webex.csv": Case([AMINA, JOE], {JOE: "36"}),
    "16-teams-classic-pt.csv": Case([AMINA]),
    "17-teams-it.csv": Case([AMINA]),
    "20-teams-registration.csv": Case(
        [AMINA], {AMINA: "unknown"}, words=("--as", "registered"), said=("cancelled or declined: Joe Bell",)
    ),
    "23-signin.xlsx": Case(
        [AMINA, PRIYA], apologies=[JOE], words=("--map", "-=absent"),
        said=("Sam Reid, Lee Marsh, Siân Owen", "Apologies from somebody who is not known: Ewa Kamińska"),
    ),
    "24-register.xlsx": Case(
        [AMINA, SAM], apologies=[PRIYA], said=("attended (“2026-06-09”)", "Left out, no mark: Joe Bell.")
    ),
    "25-hidden.xlsx": Case([AMINA, JOE], said=("Read of sheet “Signed in”", "“raw import” was left out: hidden.")),
    "26-excel-saved.csv": Case([AMINA, JOE], {JOE: "30"}),
    "27-serials.csv": Case([AMINA, JOE], {JOE: "30"}),
    "28-hashes.csv": Case([AMINA, JOE], {JOE: "unknown"}, said=("How long is not known of joe.bell.",)),
    "29-teams.xlsx": Case([AMINA, JOE], {JOE: "30"}),
    "31-sheets.xlsx": Case([AMINA, JOE], {JOE: "20"}, said=("“Summary, Participants, In-Meeting Activities”",)),
    "33-zoom-nul.csv": Case([AMINA, JOE], {JOE: "unknown"}, said=("How long is not known of joe.bell.",)),
    "34-header-spaces.csv": Case([AMINA, JOE]),
    "37-optout.csv": Case([AMINA], others="2", words=GUESTS),
    "50-secs.csv": Case([AMINA, JOE, SAM], {JOE: "20", SAM: "5"}, said=("Lengths: seconds, since 5,400 minutes",)),
    "51-hrs.csv": Case([AMINA, JOE], {JOE: "20"}, said=("Lengths: hours, since the header is",)),
    "54-graph.csv": Case([AMINA, JOE], {JOE: "20"}),
    "55-townhall.csv": Case([AMINA], said=("registered, and nothing says that they came: Joe Bell.",)),
    "56-webinar-teams.csv": Case([AMINA], said=("nothing says that they came: Joe Bell, Sam Reid.",)),
    "60-teams-es.csv": Case([AMINA, JOE], {JOE: "45"}),
    "61-teams-nl.csv": Case([AMINA, JOE], {JOE: "45"}),
    "62-signin-cy.csv": Case([AMINA], apologies=[JOE], said=("Left out, marked as absent: Sam Reid.",)),
}  # fmt: skip
ASKED = {
    "20-teams-registration.csv": ("who registered, not of who came (“Registration Status”)", "--as registered"),
    "23-signin.xlsx": ("not known what “-” means beside a name (Siân Owen)", '--map "-=absent"'),
    "30-swapped.xlsx": ("6 September 2026 looks like 9 June 2026 with day and month swapped", "--other-day"),
    "63-teams-sv.csv": ("It has “Namn”, “Första anslutning”", '--columns "name=Namn,join=Första anslutning,leave='),
}


def test_every_file_has_an_answer() -> None:
    assert {path.name for path in CASES.iterdir()} == RIGHT.keys() | ASKED.keys()


@pytest.mark.parametrize("name", RIGHT)
def test_a_file_gives_the_right_attendance(known: Path, name: str) -> None:
    case = RIGHT[name]
    ran = attend(known, name, *case.words)
    assert ran.code == 0, ran.err
    found = notes(known)
    assert found["present"] == case.present
    assert (found.get("minutes") or {}) == case.minutes
    assert (found.get("others") or "0", found["apologies"]) == (case.others, case.apologies)
    assert [said for said in case.said if said not in " ".join(ran.err.split())] == []


@pytest.mark.parametrize("name", ASKED)
def test_what_could_change_the_result_is_asked_first(known: Path, name: str) -> None:
    before = snapshot(known)
    ran = attend(known, name)
    assert ran.code == 3
    assert [said for said in ASKED[name] if said not in " ".join(ran.err.split())] == []
    assert snapshot(known) == before


def test_the_line_that_is_printed_for_a_language_that_is_not_known_works(known: Path) -> None:
    said = " ".join(attend(known, "63-teams-sv.csv").err.split())
    columns = said.partition('--columns "')[2].partition('"')[0]
    assert attend(known, "63-teams-sv.csv", "--columns", columns).code == 0
    assert (notes(known)["present"], notes(known)["minutes"]) == ([AMINA, JOE], {JOE: "45"})


def test_the_receipt_is_in_the_json(known: Path) -> None:
    ran = attend(known, "25-hidden.xlsx", "--json")
    receipt = json.loads(ran.out)["receipt"]
    assert receipt["sheet"] == "Signed in"
    assert receipt["sheets_left"] == [{"what": "raw import", "why": "hidden"}]
    assert (receipt["columns"], receipt["not_read"]) == ({"Name": "name"}, ["Organisation"])


def test_the_hidden_sheet_is_read_when_it_is_named(known: Path) -> None:
    assert attend(known, "25-hidden.xlsx", "--sheet", "raw import").code == 0
    assert notes(known)["present"] == [LEE]


def test_a_doubt_is_settled_by_a_number_on_a_terminal(known: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = iter(["9", "2"])
    monkeypatch.setattr("copkit.cli.receipts.on_terminal", lambda: True)
    monkeypatch.setattr("typer.prompt", lambda *_, **__: next(typed))
    assert attend(known, "23-signin.xlsx").code == 0
    assert notes(known)["present"] == [AMINA, PRIYA]


def test_one_doubt_after_another_is_settled(known: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [["Name", "Attendance"], ["Amina Khan", "✓"], ["Joe Bell", "x"]]
    file = known.parent / "two.xlsx"
    file.write_bytes(workbook(June=rows, May=[["Name"], ["Sam Reid"]]))
    ran = copkit("attend", "home-first", SESSION, file, root=known)
    assert (ran.code, "--sheet June" in ran.err, "several sheets" in ran.err) == (3, True, True)
    typed = iter(["1", "2"])
    monkeypatch.setattr("copkit.cli.receipts.on_terminal", lambda: True)
    monkeypatch.setattr("typer.prompt", lambda *_, **__: next(typed))
    assert copkit("attend", "home-first", SESSION, file, root=known).code == 0
    assert notes(known)["present"] == [AMINA]


def test_a_mixture_of_lengths_is_refused_and_the_option_answers(known: Path) -> None:
    file = known.parent / "mixed.csv"
    file.write_text("Name,Duration\nAmina Khan,1h 30m\nJoe Bell,30\n", encoding="utf-8")
    ran = copkit("attend", "home-first", SESSION, file, root=known)
    assert (ran.code, "the lengths are a mixture" in ran.err, "--scale minutes" in ran.err) == (3, True, True)
    assert copkit("attend", "home-first", SESSION, file, "--scale", "minutes", root=known).code == 0
    assert notes(known)["minutes"] == {JOE: "30"}


UNREADABLE = st.text(alphabet="#?.-x ", max_size=8).filter(lambda text: not text.strip().isdecimal())


@settings(max_examples=40)
@given(UNREADABLE, UNREADABLE, UNREADABLE)
def test_no_time_that_cannot_be_read_is_a_whole_session(join: str, leave: str, length: str) -> None:
    heads = ["Name", "Join Time", "Leave Time", "Duration"]
    rows = [heads, ["A B", "10:00", "11:30", "90"], ["C D", join, leave, length]]
    text = "\n".join("\t".join(row) for row in rows)
    report = read_report(text.encode(), date(2026, 6, 9), (36_000, 41_400))
    found = presence([(stay, stay.name) for stay in report.stays], report, (36_000, 41_400))
    assert found.minutes == {"C D": "unknown"}
