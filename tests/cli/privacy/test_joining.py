"""People come and go: the register, the roll, the private folder, the welcome page."""

from pathlib import Path

import pytest

from copkit.cli.exits import REFUSED, Stop
from copkit.workspace import Folder, load_community, load_shared
from tests.cli.privacy.conftest import git
from tests.golden import Golden
from tests.shell import copkit, snapshot

SYSTEMS = "systems-leadership"
ROSA = ("join", SYSTEMS, "Rosa Lynd", "--organisation", "hospice", "--job", "Ward manager")


def test_somebody_new_is_in_the_register_and_on_the_roll_and_has_a_welcome_page(place: Path) -> None:
    ran = copkit(*ROSA, "--email", "rosa.lynd@hospice.example", "--invited-by", "Jo", root=place)
    assert ran.code == 0, ran.err
    person = load_shared(Folder(place)).people["rosa.lynd"]
    assert (person.name, person.organisation, person.job) == ("Rosa Lynd", "hospice", "Ward manager")
    member = load_community(Folder(place), SYSTEMS).members[-1]
    assert (member.who, str(member.joined), member.invited_by) == ("rosa.lynd", "2026-11-27", "jo.ng")
    page = (place / "build" / SYSTEMS / f"{SYSTEMS}-welcome-rosa.lynd.html").read_text(encoding="utf-8")
    assert "Rosa" in page and "we set this up for you" in page and "Tuesday 12 January 2027" in page
    assert "systems-leadership.ics" in page
    assert (place / "build" / SYSTEMS / "systems-leadership.ics").is_file()


def test_the_welcome_is_printed_also_where_the_calendar_is_refused(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def braked(*_: object, **__: object) -> int:
        raise Stop("nine of nine sessions that people hold would change; nothing was written", REFUSED)

    copkit("calendar", SYSTEMS, "--many", root=place)
    monkeypatch.setattr("copkit.cli.calendar.calendar", braked)
    ran = copkit(*ROSA, root=place)
    assert ran.code == REFUSED and "nine of nine" in ran.err
    page = (place / "build" / SYSTEMS / f"{SYSTEMS}-welcome-rosa.lynd.html").read_text(encoding="utf-8")
    assert (place / "build" / SYSTEMS / f"{SYSTEMS}.ics").is_file()
    assert f"{SYSTEMS}.ics" not in page + ran.out, "the file that lies there is not what is so now"


def test_who_joins_gets_what_is_to_come_whatever_the_year(place: Path) -> None:
    because = ("--because", "Flood")
    assert copkit("move", SYSTEMS, "2027-03-09", "2027-04-20", *because, root=place).code in (0, 1)
    ran = copkit(*ROSA, "--today", "2027-03-10", root=place)
    data = (place / "build" / SYSTEMS / "systems-leadership.ics").read_bytes()
    assert ran.code == 0 and b"DTSTART;TZID=Europe/London:20270420" in data


def test_who_joins_where_nothing_is_planned_yet_is_told_so_and_given_no_file(place: Path) -> None:
    page = place / "build" / SYSTEMS / f"{SYSTEMS}-welcome-rosa.lynd.html"
    for dry in ((), ("--dry-run",)):
        ran = copkit(*ROSA, "--today", "2029-03-10", *dry, root=place)
        assert ran.code == 0 and "No session of systems-leadership is planned yet" in ran.out, ran
    assert ".ics" not in page.read_text(encoding="utf-8") and not list(page.parent.glob("*.ics"))


def test_an_address_is_kept_where_git_never_sees_it(place: Path) -> None:
    ran = copkit(*ROSA, "--email", "rosa.lynd@hospice.example", root=place)
    assert "rosa.lynd@hospice.example" in (place / "private" / "contacts.yaml").read_text(encoding="utf-8")
    assert "private" not in git(place, "status", "--porcelain", "--untracked-files=all")
    printed = "".join(path.read_text(encoding="utf-8") for path in (place / "build").rglob("*") if path.is_file())
    assert "rosa.lynd@" not in printed + ran.out + ran.err


@pytest.mark.parametrize("how", ["not ignored", "tracked"])
def test_no_address_is_written_where_git_would_see_it(place: Path, how: str) -> None:
    (place / ".gitignore").write_text("build/\n", encoding="utf-8")
    if how == "tracked":
        (place / "private").mkdir()
        (place / "private" / "list.txt").write_text("x", encoding="utf-8")
        git(place, "add", "private")
    before = snapshot(place / "communities")
    ran = copkit(*ROSA, "--email", "rosa.lynd@hospice.example", root=place)
    assert ran.code == 3
    assert "private" in ran.err
    assert snapshot(place / "communities") == before
    assert not (place / "private" / "contacts.yaml").exists()


def test_joining_twice_is_joining_once(place: Path) -> None:
    copkit(*ROSA, "--email", "rosa.lynd@hospice.example", root=place)
    before = snapshot(place)
    again = copkit(*ROSA, "--email", "rosa.lynd@hospice.example", root=place)
    assert again.code == 0
    assert "on the roll of systems-leadership already" in again.err
    assert snapshot(place) == before


def test_an_address_that_somebody_typed_is_not_overwritten(place: Path) -> None:
    copkit(*ROSA, "--email", "rosa.lynd@hospice.example", root=place)
    ran = copkit(*ROSA, "--email", "other@hospice.example", root=place)
    assert ran.code == 3
    assert "rosa.lynd@" not in ran.err


def test_a_dry_run_of_joining_is_the_diff_that_git_shows(place: Path) -> None:
    dry = copkit(*ROSA, "--email", "rosa.lynd@hospice.example", "--dry-run", root=place)
    assert git(place, "status", "--porcelain") == ""
    assert not (place / "private").exists()
    copkit(*ROSA, root=place)
    assert dry.out == git(place, "diff", "--", "communities/programme", f"communities/{SYSTEMS}/members.yaml")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["join", SYSTEMS, "Amina"], "Did you mean Amina Khan (amina.khan)?"),
        (["join", SYSTEMS, "amina.khna"], "Did you mean Amina Khan (amina.khan)?"),
        (["join", SYSTEMS, "Rosa Lynd"], "say --organisation"),
        (["join", SYSTEMS, "Rosa Lynd", "--organisation", "hospise"], "there is no organisation"),
        (["join", SYSTEMS, "Rosa Lynd", "--organisation", "hospice", "--email", "nope"], "not an e-mail address"),
        (["join", SYSTEMS, "jo.ng", "--from", "soon"], "--from"),
        (["join", "nowhere", "jo.ng"], "there is no community"),
        (["leave", SYSTEMS, "nobody"], "“nobody” is not known"),
        (["leave", "ultrasound", "amina.khan"], "is not on the roll"),
        (["leave", SYSTEMS, "jo.ng", "--on", "2026-03-01"], "joined systems-leadership on 1 April 2026"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(place: Path, words: list[str], says: str) -> None:
    ran = copkit(*words, root=place)
    assert ran.code in (2, 3)
    assert says in ran.err
    assert git(place, "status", "--porcelain") == ""


def test_leaving_keeps_the_line_ends_the_roles_and_says_what_is_still_held(place: Path) -> None:
    ran = copkit("leave", SYSTEMS, "Sam", "--on", "2026-11-20", root=place)
    assert ran.code == 0
    community = load_community(Folder(place), SYSTEMS)
    assert [str(one.left) for one in community.members if one.who == "sam.reid"] == ["2026-11-20"]
    assert [str(one.until) for one in community.about.team if one.who == "sam.reid"] == ["2026-11-20"]
    assert "curator on 12 January 2027 (sessions/2027-01-12.yaml)" in ran.out
    before = snapshot(place)
    assert copkit("leave", SYSTEMS, "Sam", "--on", "2026-11-20", root=place).code == 0
    assert snapshot(place) == before


def test_somebody_who_comes_back_has_a_new_line(place: Path) -> None:
    copkit("leave", SYSTEMS, "jo.ng", "--on", "2026-10-31", root=place)
    refused = copkit("join", SYSTEMS, "jo.ng", "--from", "2026-10-01", root=place)
    assert refused.code == 3
    assert copkit("join", SYSTEMS, "jo.ng", root=place).code == 0
    lines = [one for one in load_community(Folder(place), SYSTEMS).members if one.who == "jo.ng"]
    assert [(str(one.joined), str(one.left)) for one in lines] == [
        ("2026-04-01", "2026-10-31"),
        ("2026-11-27", "None"),
    ]


def test_leaving_the_programme_leaves_every_roll(place: Path) -> None:
    copkit("join", "ultrasound-imaging", "jo.ng", root=place)
    ran = copkit("leave", "jo.ng", "--programme", root=place)
    assert ran.code == 0
    assert str(load_shared(Folder(place)).people["jo.ng"].left) == "2026-11-27"
    for name in (SYSTEMS, "ultrasound-imaging"):
        roll = load_community(Folder(place), name).members
        assert all(one.left is not None for one in roll if one.who == "jo.ng")
    assert "still its sponsor" in ran.out


def test_a_dry_run_of_leaving_is_the_diff_that_git_shows(place: Path) -> None:
    dry = copkit("leave", SYSTEMS, "sam.reid", "--dry-run", root=place)
    assert git(place, "diff") == ""
    copkit("leave", SYSTEMS, "sam.reid", root=place)
    assert dry.out == git(place, "diff")


def test_the_welcome_page_says_all_that_somebody_new_needs(place: Path, golden: Golden) -> None:
    copkit("join", SYSTEMS, "olivia.tan", "--format", "txt", root=place)
    page = place / "build" / SYSTEMS / f"{SYSTEMS}-welcome-olivia.tan.txt"
    golden("welcome.txt", page.read_text(encoding="utf-8"))


def test_a_community_without_sessions_has_a_welcome_page_too(place: Path) -> None:
    copkit("new", "community", "Night Care", "--convenor", "jo.ng", root=place)
    ran = copkit("join", "night-care", "amina.khan", root=place)
    assert ran.code == 0, ran.err
    page = (place / "build" / "night-care" / "night-care-welcome-amina.khan.html").read_text(encoding="utf-8")
    assert "The dates are to be agreed." in page and ".ics" not in page
