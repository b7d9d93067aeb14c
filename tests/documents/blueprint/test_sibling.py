"""From one community's blueprint to another community: in the same workspace, or on another machine."""

import re
from datetime import date
from pathlib import Path

import pytest

from copkit.documents.blueprint.settings import settings_of
from copkit.documents.standing import Standing
from copkit.editing.carried import read_settings
from copkit.editing.settings_text import settings_text
from copkit.new.community import Circle
from copkit.new.sibling import sibling_files
from copkit.new.texts import Home
from copkit.workspace import Folder, load_community, load_shared
from tests.documents.blueprint.making import LEADERSHIP, bare, demonstrated
from tests.shell import ROOT, copkit, demonstration, snapshot

DAY = "2027-01-10"
NAME = "Frailty Community of Practice"


@pytest.fixture(scope="module")
def carried(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the blueprint command wrote for others."""
    folder = tmp_path_factory.mktemp("sent") / "out"
    ran = copkit("blueprint", LEADERSHIP, "--out", folder, root=ROOT)
    assert ran.code == 0, ran.err
    return folder


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A workspace of other people."""
    place = tmp_path / "elsewhere"
    ran = copkit(
        "init", place, "--yes", "--system", "Otherplace ICS", "--community", "First One", "--contact",
        "hello@other.example", "--name", "Mara Lund", "--organisation", "Otherplace ICB", "--today", DAY,
    )  # fmt: skip
    assert ran.code == 0, ran.err
    return place


def test_a_community_begins_on_another_machine_and_makes_its_year(carried: Path, elsewhere: Path) -> None:
    file = carried / "blueprint-systems-leadership.yaml"
    ran = copkit("new", "community", NAME, "--like", file, "--today", DAY, root=elsewhere)
    assert (ran.code, ran.err) == (0, "")
    checked = copkit("check", "frailty", "--today", DAY, "--json", root=elsewhere)
    assert checked.code == 0, checked.out
    codes = set(re.findall(r"[A-Z]{3}-\d\d", checked.out))
    assert {"DOM-02", "ROL-01"} <= codes
    assert not {code for code in codes if code[:3] in ("REF", "BLU", "AGE")}
    made = copkit("schedule", "frailty", "2027", "--today", DAY, root=elsewhere)
    assert made.code == 0, made.err
    assert len(list((elsewhere / "communities/frailty/sessions").glob("*.yaml"))) == 10
    agenda = copkit("agenda", "frailty", "--today", DAY, "--format", "txt", "--out", "-", root=elsewhere)
    assert "We share what is stuck as well as what works" in " ".join(agenda.out.split()) or agenda.code == 0
    again = copkit("blueprint", "frailty", "--today", DAY, "--format", "txt", "--out", "-", root=elsewhere)
    words = " ".join(again.out.split())
    assert "Begun from the blueprint of Systems Leadership Community of Practice." in words
    assert "What we are still trying" in words


def test_nobody_and_nothing_of_the_old_community_comes_along(carried: Path, elsewhere: Path) -> None:
    copkit("new", "community", NAME, "--like", carried, "--today", DAY, root=elsewhere)
    written = b"".join(snapshot(elsewhere / "communities/frailty").values()).decode()
    sent = (carried / "blueprint-systems-leadership.yaml").read_text(encoding="utf-8")
    source = demonstrated()
    people = {one.name for one in source.registers.people.values()} | set(source.registers.people)
    places = {one.name for one in source.registers.organisations.values()}
    places |= {one.short for one in source.registers.organisations.values() if " " in one.short} | {"Anytown"}
    for text in (written, sent):
        assert not [name for name in (*people, *places) if re.search(rf"\b{re.escape(name)}\b", text)]
        assert "anytown.example" not in text
        assert "teams.example" not in text
        assert not set(re.findall(r"\d{4}-\d\d-\d\d", text)) - {DAY, "2026-11-27"}


def test_what_it_takes_over(carried: Path, elsewhere: Path) -> None:
    copkit("new", "community", NAME, "--like", carried, "--today", DAY, root=elsewhere)
    tree = Folder(elsewhere)
    files = load_community(tree, "frailty")
    assert [one for one in files.files.findings if one.severity.word != "info"] == []
    old, new = demonstrated().community, files
    assert new.about.id == "frailty"
    assert new.about.started == date(2027, 1, 10)
    assert new.about.purpose == old.about.purpose
    assert new.about.practice == old.about.practice
    assert new.about.agreement == old.about.agreement
    assert new.about.quorum == old.about.quorum
    for field in (
        "meetings",
        "pattern",
        "start",
        "break_months",
        "in_person",
        "online_minutes",
        "in_person_minutes",
    ):
        assert getattr(new.about.rhythm, field) == getattr(old.about.rhythm, field)
    assert (new.about.rhythm.venue, new.about.rhythm.link) == ("", "")
    assert (new.about.domain.focus, new.about.team, new.about.history, new.members) == ("", (), (), ())
    told = list(new.other["practices"].values())
    assert [one.what for one in told] == [one.what for one in old.other["practices"].values()]
    assert told[0].why == "Questions went up from 3 to 11 (elsewhere kept, seen in 2 sessions)"
    assert not any(one.seen or one.verdict for one in told)
    words = new.other["blueprint"]["blueprint"]
    assert words.must_stay == old.other["blueprint"]["blueprint"].must_stay
    assert words.costs["convenor"] == "10 hours a month"
    assert "venue" not in words.costs
    orders = (elsewhere / "communities/frailty/running-orders.txt").read_text(encoding="utf-8")
    assert "Online, 90 minutes:" in orders
    assert "    method: 1-2-4-all" in orders


def test_from_a_community_of_the_same_workspace(tmp_path: Path) -> None:
    root = demonstration(tmp_path)
    before = snapshot(root)
    shown = copkit("new", "community", NAME, "--like", LEADERSHIP, "--dry-run", root=root)
    assert snapshot(root) == before
    assert "+  pattern: second tuesday" in shown.out
    ran = copkit("new", "community", NAME, "--like", "systems-l", "--start", "14:00", root=root)
    assert ran.code == 0, ran.err
    files = load_community(Folder(root), "frailty")
    assert files.about.rhythm.start == "14:00"
    assert {path for path in snapshot(root) if path not in before} == {
        f"communities/frailty/{name}"
        for name in ("blueprint.yaml", "community.yaml", "members.yaml", "practices.yaml", "running-orders.txt")
    }
    after = snapshot(root)
    again = copkit("new", "community", NAME, "--like", LEADERSHIP, root=root)
    assert "is there already" in again.err
    assert snapshot(root) == after


def test_a_convenings_community_keeps_its_months(tmp_path: Path) -> None:
    root = demonstration(tmp_path)
    ran = copkit(
        "new", "community", "Waiting Well", "--like", "patient-involvement", "--convenor", "jo.ng", root=root
    )
    assert ran.code == 0, ran.err
    about = load_community(Folder(root), "waiting-well").about
    assert (about.rhythm.kind, about.rhythm.meetings, about.rhythm.months) == (
        "convenings",
        3,
        ("march", "june", "november"),
    )
    assert about.rhythm.place == "in-person"
    assert about.governance == "hosted"
    assert about.commission is None
    assert [(one.who, one.role) for one in about.team] == [("jo.ng", "convenor")]
    assert copkit("check", "waiting-well", root=root).code == 0


@pytest.mark.parametrize("name", ["diabetes-in-pregnancy", "operational-teams", "systems-leadership"])
def test_settings_come_back_as_they_went(name: str) -> None:
    settings = settings_of(demonstrated(name, "public")).settings
    read = read_settings(settings_text(settings).encode(), "b.yaml")
    assert read.findings == ()
    assert read.settings == settings


def test_a_line_that_names_somebody_stays_behind_and_is_counted(tmp_path: Path) -> None:
    root = demonstration(tmp_path)
    path = root / f"communities/{LEADERSHIP}/blueprint.yaml"
    text = path.read_text(encoding="utf-8").replace(
        "must_stay:\n", "must_stay:\n  - Amina opens the room\n  - Soup from the hospice\n"
    )
    path.write_text(text, encoding="utf-8")
    ran = copkit("blueprint", LEADERSHIP, "--out", tmp_path / "o", root=root)
    assert (
        "2 lines are not in blueprint-systems-leadership.yaml: they name somebody, or an organisation." in ran.err
    )
    assert "Amina" not in (tmp_path / "o/blueprint-systems-leadership.yaml").read_text(encoding="utf-8")
    public = copkit("blueprint", LEADERSHIP, "--for", "public", "--format", "txt", "--out", "-", root=root)
    assert "Amina opens" in copkit("blueprint", LEADERSHIP, "--format", "txt", "--out", "-", root=root).out
    assert "Soup from the hospice" in public.out


def test_the_questions_of_an_own_feedback_form_come_along(tmp_path: Path) -> None:
    root = demonstration(tmp_path)
    form = root / f"communities/{LEADERSHIP}/feedback-form.yaml"
    form.write_text("- question: Was it worth the drive?\n  item: useful\n", encoding="utf-8")
    copkit("new", "community", NAME, "--like", LEADERSHIP, root=root)
    copied = load_community(Folder(root), "frailty").other["feedback-form"]
    assert [(one.question, one.item) for one in copied.values()] == [("Was it worth the drive?", "useful")]


def test_a_community_with_nothing_gives_a_sibling_with_the_usual_ways(tmp_path: Path) -> None:
    source = bare("public")
    settings = settings_of(source).settings
    for path, data in sibling_files(Home(tmp_path), Circle("two", "Two"), settings, date(2027, 1, 10)).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    tree = Folder(tmp_path)
    files = load_community(tree, "two")
    assert files.files.findings == []
    assert files.about.rhythm.pattern == "second tuesday"
    assert Standing(load_shared(tree), files, "members", date(2027, 1, 10)).community.about.name == "Two"
