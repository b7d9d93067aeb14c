"""A community that closes takes what it had planned with it, after asking; all of it comes back."""

import io
import re
from pathlib import Path

import pytest

from copkit.cli import close as command
from copkit.workspace import Folder, load_community
from tests.shell import Ran, copkit, snapshot

ON = ("--on", "2026-10-20", "--today", "2026-10-01")
WHY = ("--because", "Its work is done")
NOTES = "present: [amina.khan]\ncapture: |\n  action: amina.khan | draft the form | 30 Nov\n"
HELD = "communities/home-first/sessions/2026-09-08"


@pytest.fixture
def year(home: Path) -> Path:
    """Ten sessions from April, of which people hold the entries; one was held, and one is touched by hand."""
    copkit("schedule", "2026", root=home)
    assert copkit("calendar", "home-first", "--today", "2026-04-01", root=home).code == 0
    (home / f"{HELD}.notes.yaml").write_text(NOTES, encoding="utf-8")
    touched = home / "communities/home-first/sessions/2027-01-12.yaml"
    touched.write_text(f"{touched.read_text(encoding='utf-8')}outcomes:\n  - A plan\n", encoding="utf-8")
    return home


def close(root: Path, *words: str) -> Ran:
    return copkit("close", "home-first", *words, root=root)


def later(root: Path) -> dict[str, str]:
    community = load_community(Folder(root), "home-first")
    return {one.id: one.plan.because for one in community.sessions if one.date.isoformat() > "2026-10-20"}


def test_what_is_planned_later_is_cancelled_and_nothing_else_is_touched(year: Path) -> None:
    before = snapshot(year)
    ran = close(year, *ON, *WHY, "--yes")
    assert ran.code == 0, ran
    after = snapshot(year)
    assert {path for path in after if after[path] != before.get(path) and "private" not in path} == {
        "communities/home-first/community.yaml",
        *(f"communities/home-first/sessions/{day}.yaml" for day in later(year)),
    }
    assert set(later(year).values()) == {"The community closes on 20 October 2026. Its work is done"}
    assert len(later(year)) == 4
    for path, data in before.items():
        lines = after[path].decode().splitlines() if path in after else []
        assert path.startswith("private") or all(line in lines for line in data.decode().splitlines()), path
    about = after["communities/home-first/community.yaml"].decode()
    assert "closed: 2026-10-20\nclosed_because: Its work is done\n" in about
    assert copkit("undo", root=year).code == 0
    assert {path: data for path, data in snapshot(year).items() if path in before} == before


def test_without_a_terminal_it_wants_to_be_told_and_a_dry_run_shows_all_of_it(year: Path) -> None:
    before = snapshot(year)
    ran = close(year, *ON, *WHY)
    assert (ran.code, "4 sessions are planned after 20 October 2026" in ran.err) == (3, True), ran
    dry = close(year, *ON, *WHY, "--dry-run")
    assert (dry.code, dry.out.count("+status: cancelled")) == (0, 4)
    assert snapshot(year) == before


@pytest.mark.parametrize(("answer", "code"), [("y", 4), ("n", 0), ("", 0)])
def test_on_a_terminal_it_asks(year: Path, monkeypatch: pytest.MonkeyPatch, answer: str, code: int) -> None:
    monkeypatch.setattr(command, "on_terminal", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{answer}\n"))
    ran = close(year, *ON, *WHY)
    assert ran.code == 0, ran
    assert "Tuesday 10 November 2026; people hold it in their calendars" in ran.err
    assert sum(map(bool, later(year).values())) == code
    assert ("Nothing was written." in ran.err) == (code == 0)


def test_what_it_prints_next_withdraws_the_entries(year: Path) -> None:
    ran = close(year, *ON, *WHY, "--yes")
    lines = re.findall(r"^  copkit (.+)$", ran.out, re.MULTILINE)
    assert [one.split()[0] for one in lines] == ["calendar", "invite", "actions", "synthesis"]
    assert max(map(len, ran.out.splitlines())) <= 80
    assert lines[0] == "calendar home-first --many"
    for line in lines:
        assert copkit(*line.split(), "--today", "2026-10-01", root=year).code == 0, line
    issued = load_community(Folder(year), "home-first").issued
    assert {name for name, one in issued.items() if one.status == "cancelled"} == set(later(year))
    notice = next((year / "build/home-first").glob("2026-11-10-home-first-*.html")).read_text(encoding="utf-8")
    assert "The community closes on 20 October 2026" in notice


def test_given_again_it_does_what_is_left_and_then_nothing(year: Path) -> None:
    about = year / "communities/home-first/community.yaml"
    closed = "closed: 2026-10-20\nclosed_because: Done\n"
    about.write_text(about.read_text(encoding="utf-8") + closed, encoding="utf-8")
    assert close(year, "--yes", "--today", "2026-10-21").code == 0
    assert set(later(year).values()) == {"The community closes on 20 October 2026. Done"}
    before = snapshot(year)
    ran = close(year, "--today", "2026-10-22")
    assert (ran.code, "closed already" in ran.out, snapshot(year) == before) == (0, True, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--on", "2026-10-20"), "say why"),
        (("--on", "2026-09-01", *WHY, "--yes"), "the session 2026-09-08 of home-first was held"),
        (("--on", "20/20/2026", *WHY), "there is no month 20"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(year: Path, words: tuple[str, ...], said: str) -> None:
    before = snapshot(year)
    ran = close(year, *words, "--today", "2026-10-01")
    assert ran.code in (2, 3) and said in ran.err.replace("\n  ", " "), ran
    assert snapshot(year) == before


def test_a_plan_that_cannot_be_read_stops_it(year: Path) -> None:
    (year / "communities/home-first/sessions/2026-11-10.yaml").write_text("date: [", encoding="utf-8")
    before = snapshot(year)
    assert (close(year, *ON, *WHY, "--yes").code, snapshot(year) == before) == (3, True)


def test_nothing_is_planned_for_later_any_more(year: Path) -> None:
    assert close(year, *ON, *WHY, "--yes").code == 0
    before = snapshot(year)
    for words in (
        ("new", "session", "home-first", "2026-11-17"),
        ("move", "home-first", "2026-10-13", "2026-10-27", "--because", "Flood"),
        ("join", "home-first", "jo.ng", "--from", "2026-10-21"),
    ):
        ran = copkit(*words, "--today", "2026-10-01", root=year)
        assert (ran.code, "closes on 20 October 2026" in ran.err.replace("\n  ", " ")) == (3, True), ran
    assert copkit("schedule", "home-first", "2027", "--today", "2026-10-01", root=year).code == 0
    assert snapshot(year) == before
    ran = copkit("agenda", "home-first", "next", "--today", "2026-10-21", root=year)
    assert (ran.code, "It closed on 20 October 2026." in ran.err) == (3, True), ran


def test_what_is_still_due_is_asked_for(year: Path) -> None:
    """The last session's notes, what people used of it three months on, and the review of the last year."""
    assert close(year, *ON, *WHY, "--yes").code == 0
    assert "Next: Tuesday 13 October" in copkit("next", "--today", "2026-10-12", root=year).out
    after = copkit("next", "--today", "2026-10-21", root=year).out
    assert "It closed on 20 October 2026." in after and "Type and commit the notes" in after
    last = year / "communities/home-first/sessions/2026-10-13.notes.yaml"
    last.write_text("present: [amina.khan]\n", encoding="utf-8")
    assert "Ask what people used" in copkit("next", "--today", "2027-01-09", root=year).out
    assert "Home First" not in copkit("next", "--today", "2027-06-09", root=year).out
    told = copkit("check", "--only", "SYN-01", "--only", "SES-15", "--today", "2027-06-09", root=year)
    assert "2026-27 ended" in told.out and "SES-15" not in told.out
