"""What is printed for scripts: one object with a version, of the shape that its schema says."""

import json
from pathlib import Path

import jsonschema
import pytest

from copkit.cli.shapes import SHAPES, schema
from copkit.nouns.registry import NOUNS
from tests.cli.test_grammar import leaves
from tests.importers.test_feedback import google
from tests.shell import copkit, demonstration

HOME = "systems-leadership"
LINES = {
    "actions": ("actions", f"actions {HOME} --overdue"),
    "actions --asks": ("actions --asks",),
    "attend": (f"attend {HOME} 2026-06-09 amina joe --others 2",),
    "blueprint --ready": ("blueprint --ready",),
    "check": ("check", "check --today 2026-05-20"),
    "doctor": ("doctor",),
    "explain": ("explain",),
    "explain CODE": ("explain SES-02", "explain REF-05"),
    "explain FAMILY": ("explain SES",),
    "explain TERM": ("explain convenor",),
    "explain METHOD": ("explain troika", "explain 1-2-4-all"),
    "explain THRESHOLD": ("explain SES-02.error",),
    "explain thresholds": ("explain thresholds",),
    "export": (f"export {HOME}",),
    "health": ("health",),
    "list": tuple(f"list {noun}" for noun in NOUNS),
    "next": ("next", "next --today 2026-04-01"),
    "notes show": (f"notes show {HOME} 2026-06-09", "notes show diabetes last", f"notes show {HOME} 2026-11-10"),
    "print privacy-export": ("print privacy-export amina.khan",),
    "privacy due": ("privacy due", "privacy due --today 2031-01-01"),
    "review show": (f"review show {HOME} 2026-27",),
    "schedule": ("schedule 2026 --dry-run", "schedule 2028 --dry-run"),
    "show": (f"show session {HOME} 3", "show person amina.khan"),
    "templates list": ("templates list",),
    "why": ("why",),
    "why CODE": (f"why M2 {HOME}", "why A2 diabetes-in-pregnancy", f"why V4 {HOME}", f"why C1 {HOME} --for public"),
}
"""By the name of its schema, the lines that print it."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return demonstration(tmp_path_factory.mktemp("json"))


@pytest.mark.parametrize(("name", "line"), [(name, line) for name, lines in LINES.items() for line in lines])
def test_json_is_of_the_shape_that_its_schema_says(name: str, line: str, root: Path) -> None:
    ran = copkit(*line.split(), "--json", root=None if line == "why" else root)
    assert ran.code in (0, 1), ran.err
    said = json.loads(ran.out)
    jsonschema.validate(said, schema(name))
    assert next(iter(said)) == "version"


def test_feedback_says_its_shape(root: Path, tmp_path: Path) -> None:
    (tmp_path / "form.csv").write_text(google(), encoding="utf-8")
    ran = copkit("feedback", HOME, "2026-06-09", tmp_path / "form.csv", "--replace", "--json", root=root)
    assert ran.code in (0, 1), ran.err
    jsonschema.validate(json.loads(ran.out), schema("feedback"))


def test_import_members_says_its_shape_and_gives_no_address(root: Path, tmp_path: Path) -> None:
    rows = "Name,Organisation,Email,Left,Pet\nZara Quinn,hospice,zara@h.example,,cat\nTom Ward,hospice,,yes,\n"
    (tmp_path / "list.csv").write_text(rows, encoding="utf-8")
    ran = copkit("import", "members", HOME, tmp_path / "list.csv", "--json", root=root)
    assert ran.code == 0, ran.err
    said = json.loads(ran.out)
    jsonschema.validate(said, schema("import members"))
    assert (said["people"], said["roll"], said["addresses"]) == (["zara.quinn"], ["zara.quinn"], 1)
    assert said["receipt"]["not_read"] == ["Pet"]
    assert said["receipt"]["left_out"] == [{"what": "Tom Ward", "why": "left already"}]
    assert "@" not in ran.out


def test_import_replies_says_its_shape_and_of_needs_the_numbers_alone(root: Path, tmp_path: Path) -> None:
    rows = "Name,Are you coming?,Access needs\nJo Ng,Yes,Jo Ng needs a lift\nSam Reid,Maybe,\nNobody Known,No,\n"
    (tmp_path / "replies.csv").write_text(rows, encoding="utf-8")
    ran = copkit("import", "replies", HOME, "2026-07-14", tmp_path / "replies.csv", "--json", root=root)
    assert ran.code == 0, ran.err
    said = json.loads(ran.out)
    jsonschema.validate(said, schema("import replies"))
    assert (said["coming"], said["maybe"], said["access"]) == (["jo.ng"], ["sam.reid"], {"step-free": 1})
    assert "lift" not in ran.out


def test_every_command_with_json_has_a_schema_and_each_is_tried() -> None:
    with_json = {
        words for words, command in leaves() if any("--json" in one.opts for one in command.params)
    } - {"privacy export"}
    named = {" ".join(word for word in name.split() if word.islower() and word[:1] != "-") for name in SHAPES}
    with_aliases = {"print blueprint"}
    assert with_json - with_aliases <= {name.removesuffix(" thresholds") for name in named}
    with_files = {"feedback", "import members", "import replies"}
    assert SHAPES.keys() - LINES.keys() == with_files, "tried above"


def test_a_schema_refuses_what_has_another_shape() -> None:
    for wrong in ({"version": 2, "actions": []}, {"version": 1}, {"version": 1, "actions": [{}]}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, schema("actions"))


def test_the_schemas_are_schemas() -> None:
    for name in SHAPES:
        jsonschema.Draft202012Validator.check_schema(schema(name))
