"""`copkit.open`: an engineer's half hour with the records, the findings and the figures."""

import json
import re
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from typing import cast

import pytest

import copkit
from copkit.documents.source import Audience
from copkit.opened import Opened
from tests.shell import ROOT, demonstration
from tests.shell import copkit as typed

DAY = date(2026, 11, 27)
PAGE = ROOT / "docs" / "python.md"


@pytest.fixture(scope="module")
def work() -> Opened:
    return copkit.open(ROOT, today=DAY)


def test_it_is_opened_from_within_and_on_its_own_day(work: Opened) -> None:
    assert copkit.open(ROOT / "communities" / "programme").root == work.root
    assert copkit.open(str(ROOT)).today == DAY, "as_of of the demonstration"
    assert "systems-leadership" in work.communities


def test_lists_are_those_of_the_command(work: Opened) -> None:
    for noun, *words in (("sessions", "systems-leadership"), ("members",), ("organisations",), ("actions",)):
        said = json.loads(typed("list", noun, *words, "--json", root=ROOT).out)["records"]
        assert work.list(noun, *words) == said


def test_findings_are_those_of_the_command(work: Opened) -> None:
    said = json.loads(typed("check", "systems-leadership", "--json", root=ROOT).out)["findings"]
    found = work.check("systems-leadership")
    assert [(one.code, one.position.path, one.position.line) for one in found] == [
        (one["code"], one["path"], one["line"]) for one in said
    ]
    few = work.check(only=("SES",))
    assert {one.code[:3] for one in few} == {"SES"}
    assert work.check(only="SES") == few


def test_a_damaged_workspace_is_opened_and_says_what_is_wrong(tmp_path: Path) -> None:
    root = demonstration(tmp_path)
    (root / "communities/systems-leadership/members.yaml").write_text("- who: [\n")
    work = copkit.open(root, today=DAY)
    assert any(one.severity.word == "error" for one in work.check("systems-leadership"))
    assert work.read.communities["systems-leadership"].members == ()


def test_figures_are_those_that_why_tells(work: Opened) -> None:
    (first, *_) = work.figures("systems-leadership", "2026-27")["M2"]
    said = json.loads(typed("why", "M2", "systems-leadership", "2026-27", "--json", root=ROOT).out)["figures"][0]
    assert (first.said, len(first.counted)) == (said["said"], len(said["counted"]))


def test_the_public_gets_less(work: Opened) -> None:
    team = [one for every in work.figures("systems-leadership").values() for one in every]
    public = [one for every in work.figures("systems-leadership", audience="public").values() for one in every]
    assert sum(one.hidden for one in public) > sum(one.hidden for one in team)


def test_a_record_leads_back_to_its_line(work: Opened) -> None:
    community = work.read.communities["systems-leadership"]
    place = work.read.where(community.about, "name")
    assert community.about.name in (ROOT / place.path).read_text().splitlines()[place.line - 1]


def test_what_is_not_there_is_said(work: Opened, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no copkit workspace"):
        copkit.open(tmp_path)
    with pytest.raises(KeyError, match="no community nowhere: there are diabetes"):
        work.figures("nowhere")
    with pytest.raises(KeyError, match="no noun ideas: there are communities"):
        work.list("ideas")
    with pytest.raises(KeyError, match="people belong to all communities: leave nowhere out"):
        work.list("people", "nowhere")
    with pytest.raises(KeyError, match="no check XYZ: write a code such as SES-04"):
        work.check(only="xyz")
    for name in ("everyone", "Public", "private"):
        with pytest.raises(KeyError, match=f"no audience {name}: there are public, members, team"):
            work.figures("systems-leadership", audience=cast("Audience", name))


def test_a_day_is_a_date() -> None:
    for day in ("2026-11-27", datetime(2026, 11, 27)):
        with pytest.raises(TypeError, match="today is a date, such as"):
            copkit.open(ROOT, today=cast("date", day))


def test_nothing_is_written(tmp_path: Path) -> None:
    root = demonstration(tmp_path)
    before = sorted(path for path in tmp_path.rglob("*"))
    work = copkit.open(root, today=DAY)
    work.check()
    work.figures("systems-leadership")
    assert sorted(path for path in tmp_path.rglob("*")) == before


def test_what_the_page_shows_runs() -> None:
    code = "\n".join(re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL))
    code = code.replace('"my-workspace"', repr(str(ROOT)))
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    assert "systems-leadership" in ran.stdout
    assert len(ran.stdout.splitlines()) > 3


def test_importing_copkit_alone_reads_nothing_more() -> None:
    code = "import sys, copkit; print([one for one in sys.modules if one.startswith('copkit.')])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    assert ran.stdout.strip() == "[]"
