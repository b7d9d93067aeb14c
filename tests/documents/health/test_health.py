"""`copkit health`: in the terminal, as data, and as a document."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from copkit.documents.health import build, sheets_of, signs_of
from copkit.documents.several import Several
from copkit.render import FORMATS, html, tree
from tests.documents.exemplar.making import as_of_today
from tests.golden import Golden
from tests.judges.paper import pages
from tests.shell import ROOT, copkit, demonstration

STYLE = re.compile(r"<style>.*?</style>\n", re.DOTALL)


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
        golden(name, STYLE.sub("", (tmp_path / name).read_text("utf-8")))


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


def test_what_is_past_its_line_stands_out_and_up_to_three_signs_are_talked_about() -> None:
    view = build(Several.of(as_of_today("members", ROOT)))
    (sheet,) = view.sheets
    cells = {row.question: [(one.said, one.kind) for one in row.cells] for row in sheet.rows}
    assert cells["Do we meet when we said we would?"][:2] == [("3 of 4", "out"), ("3 of 3", "")]
    first_date = cells["Is what we said done, by the first date?"]
    few = ("too few", "dim")
    assert first_date == [("1 of 5", "out"), ("2 of 5", "out"), few, few, ("57%", "out"), few]
    assert [one.question for one in view.talk] == [
        "Is what we said done, by the first date?", "Do we meet when we said we would?", "Are notes out in time?",
    ]  # fmt: skip
    assert view.meta.title == "Signs of health: four to talk about"


@pytest.mark.parametrize(("number", "sheets", "most"), [(8, [8], 1), (9, [8, 1], 2)])
def test_eight_communities_stand_on_a_page(number: int, sheets: list[int], most: int) -> None:
    every = as_of_today("members", ROOT)
    view = build(Several.of(every))
    found = {f"Community {place}": signs_of(every[place % 6]) for place in range(number)}
    view = replace(view, sheets=tuple(sheets_of(found)))
    assert [len(one.names) for one in view.sheets] == sheets
    assert pages(FORMATS["pdf"](html("health", view), view.meta)) == most


@pytest.mark.parametrize("number", [1, 4, 6])
def test_a_few_communities_have_one_page(number: int) -> None:
    view = build(Several.of(as_of_today("members", ROOT)[:number]))
    assert pages(FORMATS["pdf"](html("health", view), view.meta)) == 1


def test_it_goes_to_the_screen_or_into_a_file_that_is_named(tmp_path: Path) -> None:
    shown = copkit("print", "health", "systems-leadership", "--format", "txt", "--out", "-", root=ROOT)
    assert "Signs of health: one to talk about" in shown.out
    assert not (Path.cwd() / "-").exists()
    copkit("print", "health", "systems-leadership", "--format", "txt", "--out", tmp_path / "signs.txt", root=ROOT)
    assert (tmp_path / "signs.txt").read_text("utf-8") == shown.out
