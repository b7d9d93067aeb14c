"""`copkit health`: in the terminal, as data, and as a document."""

import json
from pathlib import Path

import pytest

from copkit.render import FORMATS, tree
from tests.golden import Golden
from tests.shell import ROOT, copkit, demonstration


def test_one_community_shows_every_rule_with_its_numbers(golden: Golden) -> None:
    ran = copkit("health", "diabetes", root=ROOT)
    assert ran.code == 0, ran.err
    golden("health-diabetes.txt", ran.out)


def test_all_communities_stand_by_name_with_what_to_look_at(golden: Golden) -> None:
    ran = copkit("health", root=ROOT)
    golden("health-all.txt", ran.out)
    assert max(len(line) for line in ran.out.splitlines()) <= 80


def test_the_document_says_the_same_as_before(tmp_path: Path, golden: Golden) -> None:
    for words, name in (((), "health.html"), (("diabetes",), "health-one.md")):
        copkit("print", "health", *words, "--format", name.rpartition(".")[2], "--out", tmp_path / name, root=ROOT)
        golden(name, (tmp_path / name).read_text("utf-8"))


def test_scripts_get_every_sign_with_its_setting() -> None:
    ran = copkit("health", "--json", root=ROOT)
    found = json.loads(ran.out)["communities"]
    assert [one["community"] for one in found] == sorted(one["community"] for one in found)
    rhythm = next(one for one in found if one["community"] == "diabetes-in-pregnancy")["signs"][0]
    assert rhythm == {
        "sign": "rhythm", "question": "Do we meet when we said we would?", "code": "D1", "label": "",
        "said": "3 of 4", "side": "at least", "threshold": 80, "setting": "health.rhythm",
        "standing": "to look at", "why": "",
    }  # fmt: skip


def test_the_programme_s_own_threshold_holds(tmp_path: Path) -> None:
    root = demonstration(tmp_path)
    settings = root / "communities/programme/programme.yaml"
    settings.write_text(settings.read_text() + "thresholds:\n  health.rhythm: 75\n")
    assert "To look at" not in copkit("health", "diabetes", root=root).out
    assert "at least 75% (health.rhythm)" in copkit("health", "diabetes", root=root).out
    settings.write_text(settings.read_text() + "  health.rythm: 75\n")
    told = copkit("check", root=root).out
    assert "“health.rythm” is not a threshold" in told
    assert "Did you mean “health.rhythm”?" in told
    assert "“health.rhythm” is not" not in told


@pytest.mark.parametrize("community", ["", "systems-leadership"])
def test_it_prints_as_a_document_in_every_format(tmp_path: Path, community: str) -> None:
    words = [word for word in ("print", "health", community) if word]
    ran = copkit(*words, "--format", ",".join(FORMATS), "--out", tmp_path, root=ROOT)
    assert ran.code == 0, ran.err
    assert len(list(tmp_path.iterdir())) == len(FORMATS)
    page = next(tmp_path.glob("*.html")).read_text("utf-8")
    assert "Signs of health" in tree(page).text()
    assert "Do people feel heard?" in page


def test_a_reader_without_the_files_sees_no_few_people(tmp_path: Path) -> None:
    copkit("print", "health", "systems-leadership", "--for", "public", "--out", tmp_path, root=ROOT)
    assert [one.name for one in tmp_path.iterdir()] == ["2026-27-systems-leadership-health-public.html"]


def test_an_unknown_audience_and_an_empty_workspace(tmp_path: Path) -> None:
    assert copkit("health", "--for", "everyone", root=ROOT).code == 2
    (tmp_path / "communities/c").mkdir(parents=True)
    (tmp_path / "communities/c/community.yaml").write_text("id: c\nname: C\n")
    ran = copkit("health", "--today", "2026-06-01", root=tmp_path)
    assert ran.code == 0
    assert "▲" not in ran.out
    assert "Nothing can be judged yet: no session has been held yet." in ran.out
    assert len(ran.out.splitlines()) < 8, "what there is to say of nothing is short"


def test_it_goes_to_the_screen_or_into_a_file_that_is_named(tmp_path: Path) -> None:
    shown = copkit("print", "health", "systems-leadership", "--format", "txt", "--out", "-", root=ROOT)
    assert "Something to talk about, not a mark" in shown.out
    assert not (Path.cwd() / "-").exists()
    copkit("print", "health", "systems-leadership", "--format", "txt", "--out", tmp_path / "signs.txt", root=ROOT)
    assert (tmp_path / "signs.txt").read_text("utf-8") == shown.out
