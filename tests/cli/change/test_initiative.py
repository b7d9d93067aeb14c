"""`copkit initiative`: it moves on, its history stays, and every other byte of its file with it."""

from datetime import date
from pathlib import Path

import pytest

from copkit.metrics.standing import adopted_on, stage_on, status_on
from copkit.models.initiative import Initiative
from copkit.workspace import CommunityFiles, Folder, load_community
from tests.cli.year.conftest import write_files
from tests.shell import Ran, copkit, demonstration, snapshot

FORM = "communities/systems-leadership/initiatives/shared-form.yaml"


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    return demonstration(tmp_path)


def community(root: Path) -> CommunityFiles:
    return load_community(Folder(root), "systems-leadership")


def form(root: Path) -> Initiative:
    return community(root).initiatives["shared-form"]


def move(root: Path, *words: str) -> Ran:
    return copkit("initiative", *words, root=root)


def day(text: str) -> date:
    return date.fromisoformat(text)


def test_a_stage_gets_its_line_and_comments_stay(demo: Path) -> None:
    before = (demo / FORM).read_text()
    ended = move(demo, "stage", "shared-form", "spreading", "--note", "Two trusts: more # to come")
    assert ended.out.endswith("One shared referral form: spreading, adopted by 2 of 10\n")
    after = (demo / FORM).read_text()
    assert "stage: spreading                # spotted, exploring" in after
    assert (
        after.replace("stage: spreading  ", "stage: promising  ", 1).replace(
            '  - date: 2026-11-27\n    stage: spreading\n    note: "Two trusts: more # to come"\n', ""
        )
        == before
    )
    made = form(demo)
    assert (made.stages[-1].stage, made.stages[-1].note) == ("spreading", "Two trusts: more # to come")
    assert stage_on(community(demo), made, day("2026-11-26")) == "promising"
    assert stage_on(community(demo), made, day("2026-11-27")) == "spreading"


def test_the_earlier_stage_is_kept_where_it_had_no_line(tmp_path: Path) -> None:
    root = write_files(
        tmp_path,
        {
            "one/community.yaml": "id: one\n",
            "one/initiatives/x.yaml": "name: X\nstage: testing\n# ours\nowner: a.b\n",
        },
    )
    assert copkit("initiative", "stage", "x", "promising", "--date", "2026-03-02", "--today", "2026-04-01",
                  root=root).code == 0  # fmt: skip
    made = load_community(Folder(root), "one").initiatives["x"]
    assert [(line.date, line.stage) for line in made.stages] == [
        (None, "testing"),
        (day("2026-03-02"), "promising"),
    ]
    assert (made.stage, made.owner) == ("promising", "a.b")


def test_what_a_stage_wants_next_is_said(demo: Path) -> None:
    ended = move(demo, "stage", "key-safes", "exemplar")
    assert "an initiative that is exemplar needs board:, contact:, how_to_adopt:." in ended.err, "it has the others"


def test_a_step_back_says_why(demo: Path) -> None:
    before = snapshot(demo)
    for words in (("stage", "shared-form", "testing"), ("stage", "shared-form", "stopped"),
                  ("adopt", "shared-form", "county", "stopped")):  # fmt: skip
        ended = move(demo, *words)
        assert (ended.code, "say --note" in ended.err) == (2, True)
    assert snapshot(demo) == before


def test_an_organisation_adopts_and_the_earlier_status_is_kept(demo: Path) -> None:
    ended = move(demo, "adopt", "shared-form", "St Elsewhere Hospice", "adopted", "--date", "20 Nov 2026")
    assert ended.out.endswith("One shared referral form: promising, adopted by 3 of 10\n")
    made = form(demo).adoption["hospice"]
    assert [status_on(made, day(text)) for text in ("2026-10-11", "2026-10-12", "2026-11-20")] == [
        "not-yet", "in-progress", "adopted",
    ]  # fmt: skip
    assert copkit("check", root=demo).code == 0


def test_a_note_goes_with_its_status(demo: Path) -> None:
    move(demo, "adopt", "shared-form", "anytown-mh", "in_progress")
    move(demo, "adopt", "shared-form", "anytown-mh", "adopted")
    made = form(demo).adoption["anytown-mh"]
    assert (made.status, made.note) == ("adopted", "")
    assert [(line.status, line.note) for line in made.history] == [
        ("in-progress", "Waiting for the electronic record to hold it")
    ]


def test_adopted_sustained_stopped_keeps_the_day_of_adoption(demo: Path) -> None:
    move(demo, "adopt", "shared-form", "county", "sustained", "--date", "2026-11-21")
    move(demo, "adopt", "shared-form", "county", "stopped", "--note", "Their record has its own")
    made = form(demo).adoption["county"]
    assert [line.status for line in made.history] == ["adopted", "sustained"]
    assert adopted_on(made) == day("2026-10-20")
    assert (made.status, made.note, str(made.date)) == ("stopped", "Their record has its own", "2026-11-27")


def test_a_table_that_is_begun_has_everybody_in_scope(demo: Path) -> None:
    ended = move(demo, "adopt", "key-safes", "housing", "adopted")
    assert ended.out.endswith("adopted by 1 of 18\n")
    made = community(demo).initiatives["key-safes"].adoption
    assert sorted(made) == sorted(community(demo).about.community.organisations)
    assert {one.status for key, one in made.items() if key != "housing"} == {"not-yet"}


def test_an_organisation_that_merged_stands_in_the_table_once(held: Path) -> None:
    copkit("new", "initiative", "--line", "2026-06-09/idea/1", "--name", "Form", root=held)
    ended = move(held, "adopt", "form", "Old Trust", "adopted")
    assert ended.out.endswith("Form: spotted, adopted by 1 of 4\n")
    made = load_community(Folder(held), "home-first").initiatives["form"].adoption
    assert (made["new-trust"].status, "old-trust" in made) == ("adopted", False)


def test_said_twice_it_is_done_once(demo: Path) -> None:
    for words in (("stage", "shared-form", "exemplar"), ("adopt", "shared-form", "hospice", "adopted"),
                  ("adopt", "shared-form", "county", "adopted", "--checked")):  # fmt: skip
        assert move(demo, *words).out.startswith("wrote ")
        after = snapshot(demo)
        again = move(demo, *words)
        assert (again.code, again.out, "already" in again.err) == (0, "", True)
        assert snapshot(demo) == after
    assert str(form(demo).adoption["county"].checked) == "2026-11-27"


def test_a_dry_run_writes_nothing(demo: Path) -> None:
    before = snapshot(demo)
    ended = move(demo, "adopt", "shared-form", "hospice", "adopted", "--dry-run")
    assert "-  hospice: {status: in-progress, date: 2026-10-12}" in ended.out
    assert snapshot(demo) == before


@pytest.mark.parametrize(
    ("words", "code", "why"),
    [
        (("stage", "shared", "testing"), 2, "shared-form or ultrasound-imaging/shared-wednesday"),
        (("stage", "nothing", "testing"), 2, "there is no initiative “nothing”"),
        (("stage", "shared-form", "testin"), 2, "“testing”"),
        (("adopt", "shared-form", "hospise", "adopted"), 2, "“hospice”"),
        (("adopt", "shared-form", "hospice", "adapted"), 2, "“adopted”"),
        (("adopt", "shared-form", "hospice", "adopted", "--date", "2027-01-01"), 2, "is still to come"),
        (("adopt", "shared-form", "hospice", "adopted", "--date", "2026-10-01"), 3, "since 2026-10-12"),
        (("adopt", "shared-form", "county", "adopted", "--date", "2026-10-01"), 2, "since 2026-10-20"),
        (("stage", "shared-form", "exemplar", "--date", "2026-10-01"), 3, "has a line of 2026-10-29"),
    ],
)
def test_what_cannot_be_is_refused(demo: Path, words: tuple[str, ...], code: int, why: str) -> None:
    before = snapshot(demo)
    ended = move(demo, *words)
    assert (ended.code, why in ended.err) == (code, True), ended.err
    assert snapshot(demo) == before


NAMES = (
    "systems-leadership/shared-form",
    "system/shared-form",
    "One shared referral form",
    "one shared",
    "shared-f",
)


@pytest.mark.parametrize("which", NAMES)
def test_an_initiative_is_found_by_what_people_call_it(demo: Path, which: str) -> None:
    assert "shared-form is at the stage promising already" in move(demo, "stage", which, "promising").err
