"""What is exported, for whom, and that spreadsheets and sqlite3 open it."""

import csv
import io
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest

from copkit import cells
from copkit.exporters import tables
from copkit.exporters.fields import columns_of
from copkit.exporters.registry import collect
from copkit.exporters.table import Table
from copkit.models.base import AUDIENCES
from copkit.models.fields import fields
from copkit.models.kinds import KINDS
from copkit.workspace import Folder, load
from tests.shell import copkit, demonstration

FORMULA = '=HYPERLINK("https://bad.example","2")'


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return demonstration(tmp_path_factory.mktemp("export"))


@pytest.fixture(scope="module")
def made(root: Path) -> dict[str, Path]:
    """The demonstration exported for each audience, in every form."""
    for audience in ("public", "members", "team"):
        ran = copkit("export", "--for", audience, "--format", "csv,jsonl,sqlite", "--out", root / "out", root=root)
        assert ran.code == 0, ran.err
    found = {one.name.rsplit("-", 1)[1]: one for one in (root / "out").iterdir()}
    assert set(found) == {"public", "members", "team"}
    return found


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    text = (folder / f"{table}.csv").read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def everything(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.glob("*.csv")):
        for row in rows(folder, path.stem):
            yield from ((path.stem, cell) for cell in row.values())


def test_every_column_is_defined_and_every_definition_has_its_column(made: dict[str, Path]) -> None:
    for folder in made.values():
        defined = {(row["table"], row["column"]) for row in rows(folder, "definitions")}
        assert all(
            row["meaning"].endswith((".", ")", "5")) or row["meaning"] for row in rows(folder, "definitions")
        )
        there = set()
        for path in folder.glob("*.csv"):
            heading = next(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))
            there |= {(path.stem, name) for name in heading if path.stem != "definitions"}
        assert there == defined
        assert len(there) > 100


def test_the_public_gets_no_name_of_anybody_and_no_line_of_notes(root: Path, made: dict[str, Path]) -> None:
    ws = load(Folder(root))
    people = ws.shared.people
    assert len(people) > 300
    cells_ = [cell for _, cell in everything(made["public"])]
    words = {word.strip(".,;:()’'\"") for cell in cells_ for word in cell.split()}
    assert not words & set(people)
    names = {one.name for one in people.values()}
    assert not [name for name in names if any(name in cell for cell in cells_)]
    assert {"attendance", "lines", "members", "people", "feedback_answers", "follow_up_answers"}.isdisjoint(
        path.stem for path in made["public"].iterdir()
    )


def test_members_see_who_came_and_the_team_what_was_answered(made: dict[str, Path]) -> None:
    there = rows(made["members"], "attendance")
    assert there[
        [(r["session"], r["person"]) for r in there].index(("2026-04-14", "amina.khan"))
    ] == {"community": "systems-leadership", "session": "2026-04-14", "person": "amina.khan",
            "organisation": "icb", "sector": "icb", "first_time": "yes"}  # fmt: skip
    assert "minutes" not in there[0]
    assert "minutes" in rows(made["team"], "attendance")[0]
    assert not (made["members"] / "feedback_answers.csv").exists()
    answers = rows(made["team"], "feedback_answers")
    assert len(answers) > 100
    assert "best" not in answers[0]
    later = rows(made["team"], "follow_up_answers")
    assert [row["used"] for row in later].count("yes") == 9
    assert "happened" not in later[0]


def test_the_tables_say_the_same_as_the_figures(made: dict[str, Path]) -> None:
    team = made["team"]
    figures = {(r["community"], r["code"], r["label"]): r for r in rows(team, "figures")}
    there = [r for r in rows(team, "attendance") if r["community"] == "operational-teams"]
    assert figures["operational-teams", "M3", ""]["value"] == str(len(there))
    assert figures["operational-teams", "M2", ""]["value"] == str(len({r["person"] for r in there}))
    pairs = [r for r in rows(team, "connections") if r["community"] == "systems-leadership"]
    assert figures["systems-leadership", "C1", ""]["value"] == str(len(pairs))
    fresh = {(r["person_1"], r["person_2"]) for r in pairs if r["first_time"] == "yes"}
    assert figures["systems-leadership", "C1", "first-time pairs"]["value"] == str(len(fresh))
    adopted = [r["status"] for r in rows(team, "adoption") if r["initiative"] == "gdm-health"]
    assert (adopted.count("adopted"), adopted.count("in-progress"), adopted.count("not-applicable")) == (4, 3, 1)
    assert figures["", "P1", ""]["value"] == str(len({r["person"] for r in rows(team, "attendance")}))


def test_each_figure_leads_to_the_lines_it_was_counted_from(root: Path, made: dict[str, Path]) -> None:
    records = [r for r in rows(made["team"], "figure_records") if r["code"] == "A2" and r["label"] == "gdm-health"]
    adopted = [r for r in records if r["counted"] == "yes"]
    assert len(adopted) == 4
    for one in adopted:
        assert (root / one["file"]).read_text().splitlines()[int(one["line"]) - 1].strip() == "status: adopted"


def test_the_three_forms_hold_the_same(made: dict[str, Path]) -> None:
    folder = made["team"]
    base = sqlite3.connect(folder / "tables.sqlite")
    names = {name for (name,) in base.execute("select name from sqlite_master")}
    assert names == {path.stem for path in folder.glob("*.csv")} == {path.stem for path in folder.glob("*.jsonl")}
    for name in names:
        lines = [json.loads(line) for line in (folder / f"{name}.jsonl").read_text("utf-8").splitlines()]
        held = base.execute(f'select * from "{name}"').fetchall()
        assert [tuple(line.values()) for line in lines] == held
        plain = [tuple(cells.plain(cell) for cell in row.values()) for row in rows(folder, name)]
        assert plain == [tuple("" if cell is None else str(cell) for cell in row) for row in held]
    assert base.execute("pragma integrity_check").fetchone() == ("ok",)
    base.close()


def test_the_same_files_give_the_same_bytes(root: Path, made: dict[str, Path]) -> None:
    copkit("export", "--for", "team", "--format", "csv,jsonl,sqlite", "--out", root / "again", root=root)
    again = root / "again" / made["team"].name
    for path in made["team"].iterdir():
        assert path.read_bytes() == (again / path.name).read_bytes(), path.name


def test_no_cell_is_taken_for_a_formula_and_nothing_typed_is_lost(tmp_path: Path) -> None:
    root = _small(tmp_path, f'idea: {FORMULA}\nidea: a, "b"; c\tد عربى 🙂')
    copkit("export", "--for", "members", "--format", "csv,jsonl", "--out", root / "out", root=root)
    (folder,) = (root / "out").iterdir()
    (first, second) = rows(folder, "lines")
    assert first["text"] == "'" + FORMULA
    assert second["text"].split() == ["a,", '"b";', "c", "د", "عربى", "🙂"]
    told = [json.loads(line)["text"] for line in (folder / "lines.jsonl").read_text("utf-8").splitlines()]
    assert told[0] == FORMULA


def test_few_people_cannot_be_worked_out_from_the_sum_of_the_sessions(tmp_path: Path) -> None:
    root = _small(tmp_path, "idea: a")
    copkit("export", "--out", root / "out", root=root)
    (folder,) = (root / "out").iterdir()
    assert [row["present"] for row in rows(folder, "sessions")] == ["", ""]
    copkit("export", "--out", root / "out", "--for", "members", root=root)
    members = next(one for one in (root / "out").iterdir() if one.name.endswith("members"))
    assert [row["present"] for row in rows(members, "sessions")] == ["1", "6"]


def test_a_story_without_consent_is_for_the_team_alone(tmp_path: Path) -> None:
    root = _small(tmp_path, "idea: a")
    for name, more in (("a", "consent: 2026-04-20\npublish: yes"), ("b", ""), ("c", "consent: 2026-04-20")):
        path = root / f"communities/c/stories/{name}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"title: {name}\ndate: 2026-04-15\n{more}\ncycles: {{immediate: It helped}}\n")
    copkit("export", "--out", root / "out", root=root)
    copkit("export", "--out", root / "out", "--for", "members", root=root)
    told = {
        one.name.rsplit("-", 1)[1]: [row["story"] for row in rows(one, "stories")]
        for one in (root / "out").iterdir()
    }
    assert told == {"public": ["a"], "members": ["a", "c"]}


def test_a_period_that_is_no_year_and_a_wrong_form(root: Path) -> None:
    ran = copkit("export", "sys", "--from", "2026-05-01", "--to", "2026-06-30", "--out", root / "part", root=root)
    assert ran.code == 0, ran.err
    (folder,) = (root / "part").iterdir()
    assert folder.name == "systems-leadership-2026-05-01-to-2026-06-30-public"
    assert [row["session"] for row in rows(folder, "sessions")] == ["2026-05-12", "2026-06-09"]
    wrong = copkit("export", "--format", "xls", root=root)
    assert wrong.code == 2
    assert "csv, jsonl, sqlite" in wrong.err


def test_a_workspace_without_sessions_gives_tables_with_their_headings(tmp_path: Path) -> None:
    (tmp_path / "communities/c").mkdir(parents=True)
    (tmp_path / "communities/c/community.yaml").write_text("id: c\nname: C\n")
    assert (
        copkit("export", "--for", "team", "--today", "2026-06-01", "--out", tmp_path / "out", root=tmp_path).code
        == 0
    )
    (folder,) = (tmp_path / "out").iterdir()
    assert rows(folder, "attendance") == []
    assert (folder / "attendance.csv").read_bytes().startswith(b"\xef\xbb\xbfcommunity,session,person")


def test_a_name_is_used_once(tmp_path: Path) -> None:
    one = Table("a", (), lambda export: ())
    with pytest.raises(ValueError, match="two tables are called a"):
        collect((one, one._replace(audience="team")))
    assert len(tables()) > 20


def test_a_column_is_no_wider_than_its_field() -> None:
    seen = 0
    for kind in KINDS.values():
        for column in columns_of(kind.record):
            about = fields(kind.record)[column.name].about
            assert AUDIENCES.index(column.audience) >= AUDIENCES.index(about.audience)
            assert not about.personal or column.audience != "public"
            seen += 1
    assert seen > 150


def _small(tmp_path: Path, capture: str) -> Path:
    """A community with two sessions: to one of them one person came."""
    people = "".join(f"p.{letter}: {{name: P {letter.upper()}, organisation: o}}\n" for letter in "abcdef")
    files = {
        "programme/programme.yaml": "as_of: 2026-06-01\n",
        "programme/organisations.yaml": "o: {name: O, sector: icb}\n",
        "programme/people.yaml": people,
        "c/community.yaml": "id: c\nname: C\n",
        "c/members.yaml": "".join(f"- who: p.{letter}\n" for letter in "abcdef"),
        "c/sessions/2026-04-14.yaml": "theme: T\n",
        "c/sessions/2026-05-12.yaml": "theme: T\n",
        "c/sessions/2026-04-14.notes.yaml": "present: [p.a]\ncapture: |\n"
        + "".join(f"  {line}\n" for line in capture.split("\n")),
        "c/sessions/2026-05-12.notes.yaml": "present: [p.a, p.b, p.c, p.d, p.e, p.f]\n",
    }
    for name, text in files.items():
        path = tmp_path / "communities" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")
    return tmp_path
