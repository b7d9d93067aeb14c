"""Every promise about speed is kept; a busy machine gets three tries and the best one counts."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from copkit.checks import check
from copkit.findings import Severity
from copkit.workspace import Folder
from tests.benchmarks.generate import SIZES, TODAY, community_id, generate
from tests.benchmarks.races import HEADING, RACES, Arena, Race, table_row
from tests.judges.tools import need

TRIES = 3


@pytest.fixture(scope="module")
def arena(tmp_path_factory: pytest.TempPathFactory) -> Arena:
    return Arena(tmp_path_factory.mktemp("races"))


@pytest.fixture(scope="module")
def table(request: pytest.FixtureRequest) -> Iterator[list[str]]:
    """Collects the rows and shows them at the end, whatever pytest captures."""
    rows: list[str] = []
    yield rows
    with request.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
        print("", *HEADING, *rows, sep="\n")


def _expected(entry: Race) -> object:
    """A race as a case of the test; one that is known to miss its budget says why."""
    marks = [pytest.mark.xfail(reason=entry.missed, strict=False)] if entry.missed else []
    return pytest.param(entry, id=entry.run.__name__, marks=marks)


@pytest.mark.bench
@pytest.mark.parametrize("entry", [_expected(entry) for entry in RACES])
def test_a_promise_is_kept(entry: Race, arena: Arena, table: list[str]) -> None:
    if entry.against.startswith("WeasyPrint"):
        need("WeasyPrint")
    if entry.against.startswith("Chromium"):
        need("Chromium")
    best = entry.run(arena)
    for _ in range(0 if entry.missed else TRIES - 1):  # what is known to miss is measured, not tried again
        if best.ratio <= entry.budget:
            break
        best = min(best, entry.run(arena), key=lambda times: times.ratio)
    table.append(table_row(entry, best))
    assert best.ratio <= entry.budget, f"{entry.job}: {best.ratio:.2f} against a budget of {entry.budget:g}"


def test_in_a_workspace_nearly_all_is_as_it_should_be(tmp_path: Path) -> None:
    generate(tmp_path, SIZES["S"])
    found = list(check(Folder(tmp_path), today=TODAY))
    assert max(one.severity for one in found) == Severity.INFO
    assert len(found) < SIZES["S"].files / 5
    unheard = [one for one in found if one.code == "ACT-08"]
    assert [one.position.path for one in unheard] == [
        f"communities/{community_id(3)}/sessions/2026-06-22.notes.yaml"
    ]


def test_a_workspace_is_the_same_bytes_every_time(tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert generate(tmp_path / name, SIZES["S"]) == SIZES["S"].files == 123
    made = [
        {path.relative_to(tmp_path / name): path.read_bytes() for path in (tmp_path / name).rglob("*.yaml")}
        for name in ("one", "two")
    ]
    assert made[0] == made[1]
    assert 2500 < sum(map(len, made[0].values())) / len(made[0]) < 3300
