"""Every contradiction of plan, notes, feedback, calendar and community is found, in a workspace made by `init`."""

import re
import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from copkit.checks import Selection, check
from copkit.workspace import Folder
from tests.shell import copkit

FOLDER = Path("communities/cwm-falls")
CODES = ("SES-12", "SES-14", "SES-15", "SCH-09")
TODAY = date(2027, 5, 4)
BEFORE, AFTER = "2027-04-15", "2027-06-17"
"""Two of its days: one is past on the day of the checks, the other is to come."""


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Welsh community that meets on third Thursdays from January, of which people hold the year's entries."""
    root = tmp_path_factory.mktemp("cwm") / "work"
    said = ("--system", "Cwm Health Board", "--community", "Cwm Falls", "--contact", "falls@cwm.example")
    said += ("--name", "Ffion Rhys", "--organisation", "Cwm Health Board", "--pattern", "third thursday")
    ran = copkit("init", root, *said, "--year-starts", "january", "--yes", "--today", "2026-12-01")
    assert ran.code == 0, ran
    assert copkit("schedule", "cwm-falls", "--today", "2026-12-01", root=root).code in (0, 1)
    assert copkit("calendar", "cwm-falls", "--today", "2026-12-02", root=root).code == 0
    return root


def write(root: Path, name: str, text: str) -> None:
    path = root / FOLDER / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def plan(root: Path, day: str, **fields: str) -> None:
    """A plan with other fields, whatever stood there."""
    path = root / FOLDER / "sessions" / f"{day}.yaml"
    lines = [one for one in path.read_text(encoding="utf-8").splitlines() if one.partition(":")[0] not in fields]
    lines += [f"{key}: {value}" for key, value in fields.items()]
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")


def community(root: Path, line: str) -> None:
    path = root / FOLDER / "community.yaml"
    path.write_text(f"{path.read_text(encoding='utf-8')}{line}\n", encoding="utf-8")


def notes(root: Path, day: str) -> None:
    write(root, f"sessions/{day}.notes.yaml", "present: [ffion.rhys]\n")


def cancelled_and_noted(root: Path) -> None:
    plan(root, BEFORE, status="cancelled", because="Snow")
    notes(root, BEFORE)


def cancelled_with_feedback(root: Path) -> None:
    plan(root, BEFORE, status="cancelled", because="Snow")
    write(root, f"feedback/{BEFORE}.csv", "useful,welcome\n5,4\n")


def held_after_the_closing(root: Path) -> None:
    community(root, "closed: 2027-03-31\nclosed_because: Its work is done")
    notes(root, BEFORE)


def planned_after_the_closing(root: Path) -> None:
    community(root, "closed: 2027-06-01\nclosed_because: Its work is done")


def swapped(root: Path) -> None:
    plan(root, AFTER, date="2027-07-15")
    plan(root, "2027-07-15", date=AFTER)


def two_at_once_in_the_past(root: Path) -> None:
    plan(root, BEFORE, date="2027-03-18", moved_from=BEFORE, moved_because="Flood")


def two_at_once_to_come(root: Path) -> None:
    plan(root, AFTER, date="2027-07-15", moved_from=AFTER, moved_because="Flood")


FOUND: Mapping[str, tuple[Callable[[Path], None], str, str]] = {
    "cancelled, and there are notes": (cancelled_and_noted, "SES-14", "notes.yaml says what was said at it"),
    "cancelled, and there is feedback": (cancelled_with_feedback, "SES-14", f"feedback/{BEFORE}.csv says"),
    "notes for a day to come": (lambda root: notes(root, AFTER), "SES-14", "17 June 2027, and it is written down"),
    "held, and still to come": (lambda root: plan(root, AFTER, status="held"), "SES-14", "it is written down"),
    "held after the closing": (held_after_the_closing, "SES-14", "the community closed on 31 March 2027"),
    "planned for after the closing": (planned_after_the_closing, "SES-15", "the community closes before that"),
    "a date decades away": (lambda root: plan(root, AFTER, date="2072-06-17"), "SES-14", "is that the year?"),
    "moved from the day that it is on": (
        lambda root: plan(root, AFTER, moved_from=AFTER, moved_because="Flood"), "SES-14", "is on that very day"),
    "two at once in the past": (two_at_once_in_the_past, "SES-14", "at the time of 2027-03-18"),
    "two at once to come": (two_at_once_to_come, "SCH-09", "cwm-falls meets then already"),
    "moved, and people hold the old day": (
        lambda root: plan(root, AFTER, date="2027-06-24", moved_from=AFTER, moved_because="Flood"),
        "SES-15", "people hold another entry"),
    "cancelled, and people do not know": (
        lambda root: plan(root, AFTER, status="cancelled", because="Snow"), "SES-15", "not cancelled"),
    "a plan that is gone, and people hold its entry": (
        lambda root: (root / FOLDER / f"sessions/{AFTER}.yaml").unlink(), "SES-15", "there is no plan of it"),
    "days swapped": (swapped, "SES-12", "the file is named for 2027-06-17, and the date is 2027-07-15"),
}  # fmt: skip


def said(root: Path, today: date = TODAY) -> list[str]:
    found = check(Folder(root), today=today, selection=Selection.of(CODES))
    return [f"{one.code} {one.message} {one.fix}" for one in found]


def test_as_it_was_made_nothing_contradicts_itself(begun: Path) -> None:
    assert said(begun) == []


@pytest.mark.parametrize("name", FOUND)
def test_each_is_found_and_what_it_advises_is_understood(name: str, begun: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(begun, tmp_path / "work"))
    damage, code, words = FOUND[name]
    damage(root)
    found = [one for one in said(root) if one.startswith(code) and words in one]
    assert found, said(root)
    for line in re.findall(r"“copkit ((?:cancel|close|calendar) [^”…]+)”", " ".join(found)):
        assert copkit(*re.findall(r'"[^"]*"|\S+', line), "--today", TODAY.isoformat(), root=root).code == 0, line


@pytest.mark.parametrize("name", [one for one in FOUND if "closing" in one and "planned" in one])
def test_one_command_ends_all_that_is_planned_after_the_closing(name: str, begun: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(begun, tmp_path / "work"))
    FOUND[name][0](root)
    assert copkit("close", "cwm-falls", "--yes", "--today", TODAY.isoformat(), root=root).code == 0
    assert copkit("calendar", "cwm-falls", "--many", "--today", TODAY.isoformat(), root=root).code == 0
    assert said(root) == []
    assert said(root, date(2028, 1, 1)) == []
