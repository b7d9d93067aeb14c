"""The reports: whole outputs of one workspace, and hostile text that does nothing in any of them."""

import json
import re
import shutil
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from copkit.checks import check
from copkit.cli.report.as_github import lines
from copkit.cli.report.as_json import as_json
from copkit.cli.report.as_sarif import as_sarif
from copkit.cli.report.as_text import blocks, summary
from copkit.cli.report.source import Sources, quote
from copkit.findings import Finding, Position, Severity
from copkit.workspace import Folder
from tests.checks.workspaces import BAD, BASE, HERE, Bad
from tests.golden import Golden
from tests.shell import copkit

TODAY = date(2026, 6, 10)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A workspace with findings of every severity, in the registers, a plan and notes."""
    return lay(tmp_path, "REF-01-notes", "REF-01-words", "SES-10")


def lay(folder: Path, *names: str) -> Path:
    """The base with several bad workspaces over it."""
    for tree in (BASE, *(HERE / "bad" / name for name in names)):
        shutil.copytree(tree, folder, dirs_exist_ok=True)
    return folder


def plain(text: str, *styles: str) -> str:
    return text


def text_of(findings: list[Finding], root: Path, width: int = 80) -> str:
    return "\n".join([*blocks(findings, Sources(Folder(root)), plain, width), summary(findings)]) + "\n"


def findings_of(root: Path) -> list[Finding]:
    return list(check(Folder(root), today=TODAY))


def test_text(root: Path, golden: Golden) -> None:
    text = text_of(findings_of(root), root)
    golden("report.txt", text)
    assert max(map(len, text.split("\n"))) <= 80


def test_json(root: Path, golden: Golden) -> None:
    text = as_json(findings_of(root), TODAY, ["PRV-07 is unknown"])
    golden("report.json", text + "\n")
    assert json.loads(text)["summary"] == {"error": 4, "warning": 4, "info": 2, "files": 7}


def test_github(root: Path, golden: Golden) -> None:
    golden("report.github", "\n".join(lines(findings_of(root))) + "\n")


SARIF_RULES = {
    "type": "object",
    "required": ["$schema", "version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "additionalProperties": False,
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "originalUriBaseIds": {"type": "object"},
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name"],
                                "properties": {
                                    "name": {"type": "string"},
                                    "version": {"type": "string"},
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {
                                            "type": "object",
                                            "required": ["id", "shortDescription", "help"],
                                            "properties": {
                                                "id": {"pattern": r"^[A-Z]{3}-\d\d$"},
                                                "help": {"required": ["text", "markdown"]},
                                                "shortDescription": {"required": ["text"]},
                                            },
                                        },
                                    },
                                },
                            }
                        },
                    },
                    "results": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["message", "ruleId", "ruleIndex", "level", "locations"],
                            "additionalProperties": False,
                            "properties": {
                                "ruleId": {"type": "string"},
                                "ruleIndex": {"type": "integer", "minimum": 0},
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "message": {"type": "object", "required": ["text"]},
                                "locations": {
                                    "type": "array",
                                    "minItems": 1,
                                    "items": {
                                        "type": "object",
                                        "required": ["physicalLocation"],
                                        "properties": {
                                            "physicalLocation": {
                                                "type": "object",
                                                "required": ["artifactLocation", "region"],
                                                "properties": {
                                                    "artifactLocation": {
                                                        "required": ["uri", "uriBaseId"],
                                                        "properties": {"uri": {"pattern": r"^[A-Za-z0-9._~/%-]+$"}},
                                                    },
                                                    "region": {
                                                        "required": ["startLine"],
                                                        "properties": {
                                                            "startLine": {"type": "integer", "minimum": 1},
                                                            "startColumn": {"type": "integer", "minimum": 1},
                                                        },
                                                    },
                                                },
                                            }
                                        },
                                    },
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}


def test_sarif(root: Path, golden: Golden) -> None:
    text = as_sarif(findings_of(root))
    golden("report.sarif", text + "\n")
    log = json.loads(text)
    jsonschema.Draft202012Validator(SARIF_RULES).validate(log)
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    assert len(run["results"]) == 10
    jsonschema.Draft202012Validator(SARIF_RULES).validate(json.loads(as_sarif([])))


HOSTILE = [
    "[/]", "[bold]Ann[/bold]", "a[red]", "[link=https://evil.example]NHS[/link]", "trailing\\", ":smile:",
    "\x1b[31mred", "\x1b]0;pwn\x07", "x\rFAKE ok", "a\bb", "\u202egnp.exe", "\x9b2J", "::error::x", "%0A::error::x",
    "a\n::error file=x::y", "\udcff", "\u2028next",
]  # fmt: skip
ACTIVE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_and_does_nothing(text: str, tmp_path: Path) -> None:
    path = f"communities/one/sessions/{text.replace('/', '-')}.yaml"
    finding = Finding("REF-12", Severity.ERROR, Position(path), f"“{text}” cannot be used", f"Not {text}.")
    printed = text_of([finding], tmp_path)
    assert not ACTIVE.search(printed)
    assert (text in printed) == (not ACTIVE.search(text) and "\n" not in text)
    commands = list(lines([finding]))
    assert len(commands) == 1
    assert commands[0].startswith("::error file=communities/one/sessions/")
    assert "\n" not in commands[0] and not ACTIVE.search(commands[0])
    head = commands[0].removeprefix("::error ").partition("::")[0]
    assert [field.partition("=")[0] for field in head.split(",")] == ["file", "line", "col", "title"]
    data = json.loads(as_json([finding], TODAY))
    assert data["findings"][0]["path"] == path
    sarif = as_sarif([finding])
    assert sarif.isascii()
    jsonschema.Draft202012Validator(SARIF_RULES).validate(json.loads(sarif))


def test_a_very_long_value_stays_within_the_width(tmp_path: Path) -> None:
    finding = Finding("REF-11", Severity.ERROR, Position("a.yaml"), "x" * 10_000, "y" * 10_000)
    printed = text_of([finding], tmp_path)
    assert max(map(len, printed.split("\n"))) <= 80
    assert len(printed) < 2_000
    file = tmp_path / "communities" / "one" / "members.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(f"- {{who: {' ' * 5_000_000}a}}\n", encoding="utf-8")
    shown = text_of(
        [Finding("REF-04", Severity.ERROR, Position("communities/one/members.yaml", 1, 4), "x")], tmp_path
    )
    assert max(map(len, shown.split("\n"))) <= 80


@pytest.mark.parametrize(
    ("line", "column", "shown", "under"),
    [
        ("sponsor: jo.ngg", 0, "sponsor: jo.ngg", "s"),
        ("- {who: amina.kahn, joined: 2026-04-01}", 3, "- {who: amina.kahn, joined: …}", "w"),
        ("- {who: amina.khan, left: 2026-04-31}", 20, "- {who: …, left: 2026-04-31}", "l"),
        ("a.b: {name: Ann Bee, organisation: icbb, job: x}", 21, "a.b: {name: …, organisation: icbb, job: …}", "o"),
        ('  who: "Khan, Amina"  # rings at night', 2, 'who: "Khan, Amina"  …', "w"),
        ("present: [amina.khan, joe.bel]", 22, "present: […, joe.bel]", "j"),
        ("present: [amina.khan, joe.bel]", 0, "present: […, …]", "p"),
        ("team: {convenor: amina.khan}", 0, "team: {convenor: …}", "t"),
        ("who: ann@home.example", 0, "who: …", "w"),
        ("theme: 'It''s here, ok'", 0, "theme: 'It''s here, ok'", "t"),
        ("just some words of a text", 5, "just some words of a text", "s"),
        ("a: {b: {c: d, e: f}, g: h}", 14, "a: {b: {c: …, e: f}, g: …}", "e"),
        ("key: \x1b[31mred", 0, "key: \\x1b[31mred", "k"),
    ],
)
def test_a_quoted_line_shows_its_own_field_only(line: str, column: int, shown: str, under: str) -> None:
    made = quote(line, column)
    assert made.text == shown
    assert made.text[made.caret] == under


@pytest.mark.parametrize(
    ("line", "column", "shown"),
    [
        ("  x-diet: vegan", 2, "x-diet: …"),
        ("a.b: {name: Ann Bee, phone: 07700 900123}", 21, "a.b: {name: …, phone: …}"),
        ("  challenge: Mrs Smith, 943 476 5919, waited", 24, "challenge: …"),
        ("Mrs Smith, 943 476 5919, waited", 11, "…"),
    ],
)
def test_a_line_with_a_secret_shows_none_of_it(line: str, column: int, shown: str) -> None:
    made = quote(line, column, private=True)
    assert made.text == shown
    assert 0 <= made.caret < len(made.text)


SECRETS = (
    "943 476", "9434765919", "07700 900123", "home.example", "county.example", "M1 1AE", "1956", "vegan",
    "step-free",
)  # fmt: skip


@pytest.mark.parametrize("name", ["PRV-01", "PRV-02", "PRV-08"])
def test_no_report_repeats_a_private_value(name: str, tmp_path: Path) -> None:
    findings = findings_of(lay(tmp_path, name))
    assert name in {finding.code for finding in findings}
    every = [text_of(findings, tmp_path), as_json(findings, TODAY), as_sarif(findings), *lines(findings)]
    rules = re.sub(r'"rules": .*?"columnKind"', "", every[2], flags=re.DOTALL)
    for secret in SECRETS:
        assert not [text for text in (every[0], every[1], rules, *every[3:]) if secret in text]


def test_a_note_is_said_in_full_once(root: Path) -> None:
    place = Position("communities/a/sessions/2026-06-09.yaml", 1, 1)
    first = Finding("SES-05", Severity.INFO, place, "this session has no theme", "Say it.")
    found = [first, first._replace(position=Position("communities/a/sessions/2026-07-14.yaml"))]
    shown = list(blocks(found, Sources(Folder(root)), plain, 48, fold=True))
    assert shown[0].splitlines() == [
        place.path,
        "   1 info SES-05 This session has no theme → Say",
        "        it.",
    ]
    assert shown[1].splitlines()[1:] == ["   1 info SES-05 This session has no theme"]
    warned = [one._replace(severity=Severity.WARNING) for one in found]
    assert all("→ Say it." in block for block in blocks(warned, Sources(Folder(root)), plain))


def test_the_command_line(root: Path) -> None:
    today = ["--today", TODAY.isoformat()]
    ran = copkit("check", *today, root=root)
    assert ran.code == 1
    assert ran.out.endswith("4 errors, 4 warnings, 2 notes in 7 files\n")
    assert "\x1b" not in ran.out
    assert "PRV-07, NOT-10 and NOT-11 could not be looked at" in ran.err
    assert copkit("check", "--only", "SES", "--only", "rol", *today, root=root).code == 0
    assert copkit("check", "--only", "SES-99", *today, root=root).code == 2
    assert "Did you mean SES-" in copkit("check", "--only", "SES-99", *today, root=root).err
    strict = copkit("check", "--only", "REF-13", "--strict", *today, root=root)
    assert (strict.code, strict.out) == (0, "No findings.\n")
    errors = copkit("check", "--errors", *today, root=root)
    assert errors.out.endswith("4 errors in 2 files\n")
    assert json.loads(copkit("check", "--format", "json", *today, root=root).out)["summary"]["error"] == 4
    assert copkit("check", "--format", "xml", *today, root=root).code == 2


def test_strict_makes_warnings_count(tmp_path: Path) -> None:
    bad = Bad(next(path for path in BAD if path.name == "DOM-08"), tmp_path)
    arguments = ("check", "--today", "2026-05-01")
    assert copkit(*arguments, root=bad.root).code == 0
    assert copkit(*arguments, "--strict", root=bad.root).code == 1


def test_communities_are_chosen_by_the_start_of_their_id(tmp_path: Path) -> None:
    bad = Bad(next(path for path in BAD if path.name == "SCH-09"), tmp_path)
    out = copkit("check", "tw", "--today", "2026-05-01", root=bad.root).out
    assert "communities/two/" in out
    assert "communities/one/" not in out.replace("copkit move", "")


def test_the_good_workspace_says_so() -> None:
    ran = copkit("check", root=BASE)
    assert (ran.code, ran.out) == (0, "No findings.\n")
