"""A file that is called after somebody who did not agree has another name in public, in every figure and table."""

from pathlib import Path

import pytest

from copkit.audience.called import load_called
from copkit.models.programme import Person
from copkit.people.circle import Circle
from copkit.people.discretion import Discretion
from copkit.people.known import Known
from copkit.workspace import Folder
from tests.people.making import add, write
from tests.shell import copkit

OMAR = Discretion(Known({"omar.farouk": Person(name="Omar Farouk")}, {}), Circle({}))
INITIATIVE = """\
name: Home sooner
summary: A lift home
stage: exemplar
surfaced: 2026-04-02
adoption: {nhs-anytown-icb: {status: adopted, date: 2026-04-20}}
evidence: [{measure: days, before: 9, after: 4, date: 2026-04-20}]
"""


@pytest.fixture
def called(fresh: Path) -> Path:
    """An initiative, its group and its story that are called after somebody, and one that is not."""
    add(fresh, {"omar.farouk": "Omar Farouk"})
    write(fresh, "initiatives/omar-farouk.yaml", INITIATIVE)
    write(fresh, "initiatives/tea-first.yaml", INITIATIVE.replace("Home sooner", "Tea first"))
    group = "name: The lift\ninitiative: initiatives/omar-farouk.yaml\nfrom: 2026-04-02\n"
    write(fresh, "groups/dr-farouks-lift.yaml", group)
    story = "title: The lift\ndate: 2026-04-21\nconsent: 2026-04-21\npublish: yes\nevidence: [omar-farouk]\n"
    write(fresh, "stories/2026-04-omar-farouk.yaml", story + "cycles: {realised: Home by four}\n")
    return fresh


def test_an_id_that_spells_a_name_is_a_number_and_what_leads_to_it_still_does(called: Path) -> None:
    files = load_called(Folder(called), "home-first", OMAR)
    assert sorted(files.initiatives) == ["home-first-initiative-1", "tea-first"]
    assert list(files.groups) == ["home-first-group-2"]
    assert list(files.other["story"]) == ["home-first-story-3"]
    group, story = files.groups["home-first-group-2"], files.other["story"]["home-first-story-3"]
    for typed in (group.initiative, *story.evidence):
        assert files.initiative(typed) is files.initiatives["home-first-initiative-1"]
    assert files.files.where(group).path.endswith("/groups/home-first-group-2.yaml")


@pytest.mark.parametrize("words", [("export",), ("print", "evidence"), ("print", "evaluation"), ("print", "group")])
def test_no_file_for_the_public_has_the_name(called: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    options = ("--for", "public", "--out", tmp_path / "out", "--today", "2026-05-01")
    ran = copkit(*words, "home-first", *options, root=called)
    assert ran.code == 0, ran.err
    every = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    told = ran.out + ran.err + "".join(f"{path.name} {path.read_text(encoding='utf-8')}" for path in every)
    assert every and "farouk" not in told.casefold()


def test_who_prints_it_types_its_own_name_for_either_audience(called: Path) -> None:
    words = ("print", "exemplar", "omar-farouk", "--today", "2026-05-01", "--for")
    ended = {audience: copkit(*words, audience, root=called) for audience in ("members", "public")}
    assert [one.code for one in ended.values()] == [0, 0]
    assert "exemplar-omar-farouk-members.html" in ended["members"].out
    assert "exemplar-home-first-initiative-1.html" in ended["public"].out
