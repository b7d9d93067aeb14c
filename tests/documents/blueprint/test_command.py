"""`copkit blueprint` as it is typed."""

import json
from pathlib import Path

from tests.shell import ROOT, copkit, demonstration


def test_it_writes_the_page_and_the_settings_beside_it_and_says_so(tmp_path: Path) -> None:
    root = demonstration(tmp_path)
    ran = copkit("blueprint", "systems-l", "--format", "pdf", "--format", "md", root=root)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "wrote build/systems-leadership/systems-leadership-blueprint.pdf",
        "wrote build/systems-leadership/systems-leadership-blueprint.md",
        "wrote build/systems-leadership/blueprint-systems-leadership.yaml",
    ]
    again = copkit("blueprint", "systems-leadership", "--format", "pdf,md", root=root)
    assert [line.partition(":")[0] for line in again.out.splitlines()] == ["unchanged"] * 3


def test_each_audience_has_a_file_of_its_own(tmp_path: Path) -> None:
    root = demonstration(tmp_path)
    for audience in ("public", "team"):
        ran = copkit("blueprint", "systems-leadership", "--for", audience, root=root)
        assert f"wrote build/systems-leadership/systems-leadership-blueprint-{audience}.html" in ran.out
    wrong = copkit("blueprint", "systems-leadership", "--for", "press", root=root)
    assert wrong.code == 2
    assert "There are members, public, team." in wrong.err


def test_without_a_community_all_go_to_one_folder_by_their_names(tmp_path: Path) -> None:
    ran = copkit("blueprint", "--format", "txt", "--out", tmp_path / "all", root=ROOT)
    assert ran.code == 0, ran.err
    assert len(sorted(path.name for path in (tmp_path / "all").iterdir())) == 12
    assert (tmp_path / "all/blueprint-ultrasound-imaging.yaml").is_file()


def test_one_file_and_the_screen_take_the_document_alone(tmp_path: Path) -> None:
    ran = copkit("blueprint", "operational-teams", "--out", tmp_path / "sub/ours.html", root=ROOT)
    assert ran.code == 0, ran.err
    assert sorted(path.name for path in (tmp_path / "sub").iterdir()) == ["ours.html"]
    shown = copkit("blueprint", "operational-teams", "--format", "txt", "--out", "-", root=ROOT)
    assert shown.out.startswith("Operational Teams Community of Practice")
    assert "wrote" not in shown.out.splitlines()[-1]


def test_ready_lists_what_is_in_somebody_s_head_with_its_file() -> None:
    ran = copkit("blueprint", "systems-leadership", "--ready", root=ROOT)
    assert ran.out.splitlines() == [
        "systems-leadership: 2 things are still only in somebody's head",
        "  People",
        "    Who follows the convenor, curator, facilitator and moderator (community.yaml, team: successor)",
        "  What works, what we changed, what we dropped",
        "    Whether it lasts: “Mixed tables, one organisation per seat” has been seen once (practices.yaml, seen)",
    ]


def test_ready_as_json_names_each_part_and_place() -> None:
    ran = copkit("blueprint", "operational-teams", "--ready", "--json", root=ROOT)
    found = json.loads(ran.out)["communities"]["operational-teams"]
    assert {"part": "risks", "what": "what could end it", "where": "blueprint.yaml, risks", "empty": True} in found
    assert [one["part"] for one in found if one["empty"]] == ["keep", "costs", "risks", "version"]


def test_it_is_not_drawn_from_a_file_with_an_error(tmp_path: Path) -> None:
    root = demonstration(tmp_path)
    path = root / "communities/operational-teams/practices.yaml"
    path.write_text("- what: One\n  seen: [x\n", encoding="utf-8")
    for words in (("blueprint", "operational-teams"), ("new", "community", "Two", "--like", "operational-teams")):
        ran = copkit(*words, root=root)
        assert ran.code == 3
        assert "communities/operational-teams/practices.yaml:2:" in ran.err
    every = copkit("blueprint", "--out", tmp_path / "all", root=root)
    assert every.code == 0
    assert "until this is mended, operational-teams is left out" in every.err
    assert len(list((tmp_path / "all").iterdir())) == 10


def test_an_unwritten_community_and_a_wrong_name_are_told(tmp_path: Path) -> None:
    (tmp_path / "communities/one").mkdir(parents=True)
    ran = copkit("blueprint", "one", "--format", "txt", "--out", "-", "--today", "2027-01-10", root=tmp_path)
    assert ran.code == 3
    assert "the folder one has no community.yaml" in ran.err
    (tmp_path / "communities/one/community.yaml").write_text("id: one\nname: One\n", encoding="utf-8")
    ran = copkit("blueprint", "one", "--format", "txt", "--out", "-", "--today", "2027-01-10", root=tmp_path)
    assert ran.code == 0, ran.err
    assert "[ ] What we care about" in ran.out
    assert copkit("blueprint", "two", root=tmp_path).code == 2
