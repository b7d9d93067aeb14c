"""A community's year: what the rhythm gives beside what is planned already."""

from datetime import date
from pathlib import Path

from copkit.dates import programme_year
from copkit.schedule.overlaps import overlaps
from copkit.schedule.rows import say_overlap, sitting
from copkit.schedule.year import CommunityYear, lay_out
from copkit.workspace import CommunityFiles, Folder, load_community, load_shared

YEAR = programme_year(date(2026, 4, 1))
PEOPLE = """
ann.lee: {name: Ann Lee, organisation: icb}
bob.day: {name: Bob Day, organisation: icb}
"""
COMMUNITY = """
id: frailty
name: Frailty
team:
  - {who: ann.lee, role: convenor}
rhythm:
  meetings: 10
  pattern: second tuesday
  start: "10:00"
  break_months: [august, december]
  in_person: [3, 8]
  venue: Anytown Library
"""
MEMBERS = "- {who: ann.lee, joined: 2026-04-01}\n- {who: bob.day, joined: 2026-04-01}\n"


def tree(root: Path, **sessions: str) -> Folder:
    """A workspace of two communities that meet at the same time; `s2026_04_14="date: ..."` adds a plan."""
    other = COMMUNITY.replace("frailty", "falls").replace("Frailty", "Falls").replace("bob.day", "ann.lee")
    files = {
        "programme/people.yaml": PEOPLE,
        "programme/organisations.yaml": "icb: {name: NHS Anytown ICB}\n",
        "frailty/community.yaml": COMMUNITY,
        "frailty/members.yaml": MEMBERS,
        "falls/community.yaml": other,
        "falls/members.yaml": "- {who: bob.day, joined: 2026-04-01}\n",
    }
    files |= {f"frailty/sessions/{name[1:].replace('_', '-')}.yaml": text for name, text in sessions.items()}
    for path, text in files.items():
        target = root / "communities" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return Folder(root)


def frailty(root: Path, **sessions: str) -> CommunityFiles:
    return load_community(tree(root, **sessions), "frailty")


def states(made: CommunityYear) -> dict[str, str]:
    return {row.session: row.state for row in made.rows if row.state != "new"}


def test_a_year_without_plans_is_all_new(tmp_path: Path) -> None:
    made = lay_out(frailty(tmp_path), YEAR)
    assert [row.session for row in made.rows] == [
        "2026-04-14", "2026-05-12", "2026-06-09", "2026-07-14", "2026-09-08",
        "2026-10-13", "2026-11-10", "2027-01-12", "2027-02-09", "2027-03-09",
    ]  # fmt: skip
    assert {row.state for row in made.rows} == {"new"}
    assert [row.number for row in made.rows if row.place == "in-person"] == [3, 8]
    assert (made.label, made.breaks, made.problems) == ("2026-27", ("august", "december"), ())


def test_what_is_planned_stays_and_is_not_planned_again(tmp_path: Path) -> None:
    community = frailty(
        tmp_path,
        s2026_04_14="number: 1\ndate: 2026-04-14\n",
        s2026_05_12="number: 2\ndate: 2026-05-19\nmoved_from: 2026-05-12\nmoved_because: room\n",
        s2026_06_09="number: 3\ndate: 2026-06-09\nstatus: cancelled\nbecause: illness\n",
    )
    made = lay_out(community, YEAR)
    assert states(made) == {"2026-04-14": "planned", "2026-05-12": "moved", "2026-06-09": "cancelled"}
    assert len(made.rows) == 10
    assert [row.day for row in made.rows if row.session == "2026-05-12"] == [date(2026, 5, 19)]


def test_a_rhythm_that_cannot_be_met_gives_no_new_sessions(tmp_path: Path) -> None:
    files = tree(tmp_path, s2026_04_14="number: 1\ndate: 2026-04-14\n")
    about = tmp_path / "communities/frailty/community.yaml"
    about.write_text(COMMUNITY.replace("meetings: 10", "meetings: 11"), encoding="utf-8")
    made = lay_out(load_community(files, "frailty"), YEAR)
    assert [row.session for row in made.rows] == ["2026-04-14"]
    assert made.problems == ("12 months less 2 break months leaves 10; the rhythm asks for 11 meetings",)


def test_two_communities_at_the_same_time_name_whom_they_share(tmp_path: Path) -> None:
    files = tree(tmp_path)
    register = load_shared(files).register
    ones, others = (load_community(files, name) for name in ("frailty", "falls"))
    found = overlaps(
        sitting(one, lay_out(one, YEAR).rows[0], register) for one in (ones, others)
    )
    assert [say_overlap(each) for each in found] == [
        "frailty meets then: 1 shared role holder (ann.lee) and 1 shared member (bob.day)"
    ]


def test_a_meeting_has_its_plan_where_the_plan_was_moved_onto_its_day_and_has_no_number(tmp_path: Path) -> None:
    typed = lay_out(frailty(tmp_path / "a", s2026_06_02="date: 2026-06-09\n"), YEAR)
    assert [row.session for row in typed.rows if row.day == date(2026, 6, 9)] == ["2026-06-02"]
    moved = lay_out(frailty(tmp_path / "b", s2026_05_12="number: 2\ndate: 2026-06-09\n"), YEAR)
    assert [row.session for row in moved.rows if row.day == date(2026, 6, 9)] == ["2026-05-12", "2026-06-09"]
    assert len(moved.rows) == 10
