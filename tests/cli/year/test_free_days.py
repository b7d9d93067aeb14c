"""A day that is taken is said wherever somebody chooses it, and a day that is offered can be taken."""

import re
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from copkit.cli.year import YEAR_KINDS, lay_out_years
from copkit.dates import programme_year
from copkit.schedule.rows import Row
from copkit.workspace import Folder, load_community, load_shared
from tests.cli.year.conftest import FILES, write_files
from tests.shell import copkit, snapshot

SPRING = ("--today", "2026-03-01")
OTHER = {
    "frailty/community.yaml": "id: frailty\nname: Frailty\nteam: [{who: Amina, role: convenor}]\n",
    "frailty/members.yaml": "- {who: amina.khan}\n",
    "frailty/sessions/2026-06-16.yaml": 'date: 2026-06-16\nstart: "11:00"\nplace: online\n',
}
CLINIC = """\
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:x
    BEGIN:VEVENT
    UID:1
    DTSTAMP:20260101T000000Z
    DTSTART;TZID=Europe/London:20270105T090000
    DTEND;TZID=Europe/London:20270105T170000
    RRULE:FREQ=WEEKLY;COUNT=20
    SUMMARY:Clinic
    END:VEVENT
    END:VCALENDAR
    """


def offered(out: str) -> list[str]:
    """The days that a command calls free, as it prints them."""
    return [day for line in re.findall(r"free: (.*)", out) for day in line.split(", ")]


def taking(out: str) -> list[str]:
    """The words of the first command that takes a day."""
    found = re.search(r"copkit (move \S+ \S+ \S+) --because", out)
    assert found, out
    return [*found[1].split(), "--because", "It clashed"]


@pytest.fixture
def year(home: Path) -> Path:
    """The year is planned, and another community shares the convenor on 16 June."""
    copkit("schedule", "2026", *SPRING, root=home)
    return write_files(home, OTHER)


def test_a_move_onto_a_day_on_which_the_convenor_is_taken_is_said_and_the_offer_can_be_taken(year: Path) -> None:
    ran = copkit("move", "home", "2026-06-09", "2026-06-16", "--because", "Flood", *SPRING, root=year)
    assert ran.code == 1
    assert "Mind: frailty meets then: 1 shared role holder (amina.khan)." in ran.out
    assert "date: 2026-06-16" in snapshot(year)["communities/home-first/sessions/2026-06-09.yaml"].decode()
    taken = copkit(*taking(ran.out), *SPRING, root=year)
    assert (taken.code, "Mind:" in taken.out) == (0, False), taken


def test_a_move_onto_the_communitys_own_session_is_said(year: Path) -> None:
    ran = copkit("move", "home", "2026-05-12", "2026-06-09", "--because", "Flood", *SPRING, root=year)
    assert ran.code == 1
    assert "Mind: home-first meets then already: its session 2026-06-09." in ran.out
    found = copkit("check", "--only", "SCH-09", *SPRING, root=year).out
    assert "home-first meets then already: its session 2026-05-12" in found
    because = ("--because", "The hall is ours then")
    later = copkit("move", "home", "2026-05-12", "2026-06-09", "--start", "14:00", *because, *SPRING, root=year)
    assert (later.code, "meets then already" in later.out) == (0, False)


def test_a_hall_and_a_speaker_of_another_community_are_said(year: Path) -> None:
    theirs = "frailty/sessions/2026-06-17.yaml"
    for plan, said in (
        ('venue: "anytown  library"\nplace: in-person\n', "the same venue (Anytown Library)"),
        ("place: online\nbriefing: {speaker: joe.bell}\n", "1 shared speaker (joe.bell)"),
    ):
        write_files(year, {theirs: f'date: 2026-06-17\nstart: "10:30"\n{plan}'})
        ran = copkit("move", "home", "2026-06-09", "2026-06-17", "--because", "Flood", *SPRING, root=year)
        assert (ran.code, said in " ".join(ran.out.split())) == (1, True)
        copkit("move", "home", "2026-06-09", "2026-06-09", "--because", "Dry again", *SPRING, root=year)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-05-25", "Spring bank holiday"),
        ("2026-06-13", "a Saturday"),
        ("2026-06-16", "frailty meets then: 1 shared role holder (amina.khan)"),
        ("2026-02-27", "that day is past"),
        ("2025-10-14", "that day is past"),
        ("2027-12-25", "Christmas Day, a Saturday"),
        ("2026-12-26", "Boxing Day, a Saturday"),
        ("2028-01-01", "New Year’s Day, a Saturday"),
    ],
)
def test_a_new_session_on_a_day_that_is_taken_says_so_and_offers_others(year: Path, day: str, said: str) -> None:
    ran = copkit("new", "session", "home-first", day, *SPRING, root=year)
    assert ran.code == 1
    assert f"Mind: {said}." in ran.out
    assert len(offered(ran.out)) == 3
    assert copkit(*taking(ran.out), *SPRING, root=year).code == 0


@pytest.mark.parametrize(
    "line",
    [
        ("move", "home", "2026-06-09", "2026-06-16", "--because", "Flood"),
        ("new", "session", "home-first", "2026-06-16"),
        ("new", "session", "home-first", "2026-06-18"),
    ],
)
def test_a_dry_run_says_beside_its_diff_what_the_run_says_and_ends_as_it_does(
    year: Path, line: tuple[str, ...]
) -> None:
    there = snapshot(year)
    dry = copkit(*line, *SPRING, "--dry-run", root=year)
    assert snapshot(year) == there and dry.out.startswith("diff --git") and "Mind" not in dry.out
    real = copkit(*line, *SPRING, root=year)
    said = re.findall(r"(Mind: .*|free: .*)", real.out)
    assert (dry.code, re.findall(r"(Mind: .*|free: .*)", dry.err)) == (real.code, said)


def test_a_dry_run_of_a_year_is_not_mute(year: Path) -> None:
    write_files(year, {"home-first/sessions/2026-06-13.yaml": 'date: 2026-06-13\nstart: "10:00"\nplace: online\n'})
    dry = copkit("schedule", "home", "2026", *SPRING, "--dry-run", root=year)
    assert (dry.code, dry.out) == (1, "")
    assert "Saturday 13 June 2026" in dry.err and "clash: a Saturday\n" in dry.err
    assert "Every session has its plan; nothing would be written." in dry.err


def test_a_dry_run_says_what_of_a_calendar_could_not_be_placed(year: Path, tmp_path: Path) -> None:
    moon = dedent(CLINIC).replace("Europe/London", "Moon/Base")
    (tmp_path / "my.ics").write_text(moon, encoding="utf-8")
    line = ("schedule", "home", "2026", "--against", str(tmp_path / "my.ics"), *SPRING)
    dry, real = copkit(*line, "--dry-run", root=year), copkit(*line, root=year)
    assert "  Clinic: its time zone Moon/Base is not known\n" in dry.err
    assert "could not be placed, so look there yourself:" in dry.err and dry.code == real.code


def test_a_new_session_on_a_free_day_says_nothing(year: Path) -> None:
    ran = copkit("new", "session", "home-first", "2026-06-23", *SPRING, root=year)
    assert (ran.code, "Mind" in ran.out) == (0, False)


def test_a_session_moved_into_next_year_is_seen_when_that_is_planned(year: Path) -> None:
    copkit("move", "home", "2027-03-09", "2027-04-13", "--because", "Flood", *SPRING, root=year)
    ran = copkit("schedule", "home", "2027", *SPRING, root=year)
    assert ran.code == 1
    assert "clash: home-first meets then already: its session 2027-03-09" in ran.out
    assert "Tuesday 13 Apr 2027" not in offered(ran.out)
    assert copkit(*taking(ran.out), *SPRING, root=year).code == 0
    assert copkit("schedule", "home", "2027", *SPRING, root=year).code == 0


def test_no_date_is_free_that_is_past_or_has_a_clinic_in_ones_own_calendar(year: Path, tmp_path: Path) -> None:
    clinic = tmp_path / "clinic.ics"
    clinic.write_text(dedent(CLINIC), newline="\r\n")
    ran = copkit("schedule", "home", "2026", "--against", clinic, "--today", "2027-01-08", root=year)
    assert ran.out.count("clash: your calendar has “Clinic”") == 3
    days = offered(ran.out)
    assert len(days) == len(set(days)) == 9
    assert not any(day.startswith("Tuesday") for day in days)
    assert "Thursday 7 Jan 2027" not in days


def test_days_that_are_past_are_not_compared(year: Path) -> None:
    (year / "communities/home-first/sessions/2026-05-12.yaml").write_text("date: 2026-05-25\nnumber: 2\n")
    assert "Spring bank holiday" in copkit("schedule", "home", "2026", *SPRING, root=year).out
    assert copkit("schedule", "home", "2026", "--today", "2026-06-01", root=year).code == 0


COMMUNITIES = ("home-first", "frailty", "falls")
PATTERNS = ("second tuesday", "first monday", "second tuesday", "last friday")
PEOPLE = ("amina.khan", "joe.bell", "sam.reid", "jo.ng")
TODAY = date(2026, 9, 1)


def about(name: str, pattern: str, people: list[str], hall: str) -> str:
    team = "\n".join(f"  - {{who: {who}, role: facilitator}}" for who in people[:1])
    return (
        f"id: {name}\nname: {name}\nteam:\n{team}\nrhythm:\n  meetings: 6\n  pattern: {pattern}\n"
        f"  start: '10:00'\n  months: [september, october, november, january, february, march]\n  venue: {hall}\n"
        f"  place: in-person\n"
    )


@st.composite
def workspaces(draw: st.DrawFn) -> dict[str, str]:
    """Three communities that share people, halls and patterns, with plans that were moved to any day."""
    files = {name: text for name, text in FILES.items() if name.startswith("programme/")}
    for name in COMMUNITIES:
        people = draw(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=4, unique=True))
        hall = draw(st.sampled_from(("Library", "Park")))
        files[f"{name}/community.yaml"] = about(name, draw(st.sampled_from(PATTERNS)), people, hall)
        files[f"{name}/members.yaml"] = "".join(f"- {{who: {who}}}\n" for who in people)
        for month in draw(st.sets(st.integers(1, 6), max_size=3)):
            moved = date(2026, 9, 8) + timedelta(days=draw(st.integers(0, 260)))
            speaker = draw(st.sampled_from(PEOPLE))
            files[f"{name}/sessions/2026-0{month}-02.yaml"] = (
                f'date: {moved}\nstart: "10:30"\nplace: in-person\nbriefing: {{speaker: {speaker}}}\n'
            )
    first = TODAY + timedelta(days=draw(st.integers(0, 200)))
    fair = f"- {{name: Fair, from: {first}, to: {first + timedelta(3)}, treat: error}}\n"
    files["programme/calendar.yaml"] = fair
    return files


def rows(root: Path) -> dict[tuple[str, str], Row]:
    """The rows of all communities over a year, as `schedule` makes them."""
    tree = Folder(root)
    shared = load_shared(tree, YEAR_KINDS)
    year = programme_year(TODAY)
    wanted = [(load_community(tree, name, YEAR_KINDS), year) for name in COMMUNITIES]
    made = lay_out_years(tree, shared, wanted, TODAY).made
    return {(one.id, row.session): row for one, found in made for row in found.rows}


@settings(max_examples=25, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(workspaces(), st.data())
def test_dates_that_were_offered_and_taken_give_no_clash(files: dict[str, str], data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        root = write_files(Path(folder), files)
        copkit("schedule", "2026", "--today", str(TODAY), root=root)
        before = rows(root)
        chosen = {
            key: data.draw(st.sampled_from(row.proposals)) for key, row in before.items() if row.proposals
        }
        for (name, session), day in chosen.items():
            path = root / f"communities/{name}/sessions/{session}.yaml"
            path.write_text(re.sub(r"(?m)^date: .*$", f"date: {day}", path.read_text()))
        after = rows(root)
        assert {key: after[key].clashes for key in chosen} == dict.fromkeys(chosen, ())
        assert all(after[key].day >= TODAY for key in chosen)
        found = copkit("check", "--only", "SCH-06,SCH-09", "--today", str(TODAY), root=root).out
        for name, session in chosen:
            assert f"{name}/sessions/{session}.yaml" not in found


OWN = (
    ("move", "home", "2027-02-09", "2027-01-19", "--because", "Flood"),
    ("new", "session", "home-first", "2027-01-19"),
)


@pytest.mark.parametrize("line", OWN)
@pytest.mark.parametrize("dry", [(), ("--dry-run",)])
def test_a_day_that_is_chosen_is_compared_with_ones_own_calendar(
    line: tuple[str, ...], dry: tuple[str, ...], year: Path, tmp_path: Path
) -> None:
    clinic = tmp_path / "clinic.ics"
    clinic.write_text(dedent(CLINIC), newline="\r\n")
    free = copkit(*line, "--dry-run", "--today", "2027-01-08", root=year)
    ran = copkit(*line, "--against", clinic, *dry, "--today", "2027-01-08", root=year)
    said = ran.out + ran.err
    assert (free.code, ran.code, "Mind: your calendar has “Clinic”." in said) == (0, 1, True), ran
    assert "Compared with clinic.ics: " in said
    assert not any(day.startswith("Tuesday") for day in offered(said)), "each Tuesday has a clinic"


@pytest.mark.parametrize("line", OWN)
def test_a_calendar_that_cannot_be_read_stops_it_before_anything_is_written(
    line: tuple[str, ...], year: Path, tmp_path: Path
) -> None:
    (tmp_path / "mine.ics").write_text("BEGIN:VCARD\nEND:VCARD\n", encoding="utf-8")
    before = snapshot(year)
    for name in ("mine.ics", "none.ics"):
        ran = copkit(*line, "--against", tmp_path / name, *SPRING, root=year)
        assert (ran.code, snapshot(year) == before) == (3, True), ran
