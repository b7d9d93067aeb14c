"""Whoever prints, exports or publishes takes a workspace through the door, and decides nothing of it again."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "copkit"
PRINTERS = sorted([*(PACKAGE / "documents").rglob("*.py"), *(PACKAGE / "exporters").rglob("*.py")])
CALENDARS = [PACKAGE / "cli" / "calendar.py"]
LOADERS = {
    "load", "load_community", "load_shared", "community_ids", "find_root", "Folder", "Bytes", "Tree", "Files",
}  # fmt: skip
DECIDING = ("copkit.people.consent", "copkit.people.circle", "copkit.people.discretion", "copkit.people.known",
            "copkit.workspace.load", "copkit.workspace.tree", "copkit.audience.reader")  # fmt: skip
EDITIONS = re.compile(r"(self|source|of|annual|drawn\.source|hearing\.source|of\.first)")

WHOLE = {
    "annual": "figures are counted on the whole, and who holds a role is known of the whole",
    "attendance": "people are counted on the whole",
    "blueprint/__init__": "gaps are found in the whole",
    "blueprint/carrying": "what nobody has written is asked of the whole",
    "blueprint/opening": "people are counted on the whole",
    "blueprint/people": "people are counted on the whole, and who follows whom is asked of it",
    "blueprint/settings": "what a sibling takes over names nobody at all, not even who agreed",
    "certificate": "who held a role on the day is known of the whole",
    "evaluation/people": "people are counted on the whole; a session's own edition is made of it",
    "evaluation/source": "the portfolio of the same communities is made of it",
    "exemplar": "what nobody has written is asked of the whole",
    "group_report": "people and reports are counted on the whole",
    "portfolio/source": "figures are counted on the whole",
    "standing": "whom its notes name is close to a community; who holds a role is known of the whole",
    "synthesis/beyond": "people are counted on the whole",
}
"""Modules that ask the whole and not what their audience may have, each with what for."""
CONTENT = {
    "agenda": "another page for members: how to join, what was promised",
    "blueprint/__init__": "members are told what is not written yet",
    "blueprint/people": "other columns of the team's table",
    "change": "another page for members: how to join",
    "exemplar": "another page for members",
    "group_report": "another page for members",
    "invite": "another page for members: how to join",
    "notes": "another page for members",
    "synthesis/__init__": "says for whom it is, in its words and in its name",
    "tables": "the team's table plan says who is new",
}
"""Modules that ask for whom they are, each with what for: never what may be seen of a record."""


def name_of(module: Path) -> str:
    own = module.relative_to(PACKAGE).with_suffix("").as_posix()
    return own.removeprefix("documents/")


def uses(module: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(module.read_text(encoding="utf-8")))


def asks_for_whom(node: ast.AST) -> bool:
    if isinstance(node, ast.Compare):
        sides = (node.left, *node.comparators)
        return any(isinstance(one, ast.Attribute) and one.attr == "audience" for one in sides)
    if isinstance(node, ast.Attribute):
        return node.attr == "public" or (isinstance(node.value, ast.Name) and node.value.id == "AUDIENCES")
    return isinstance(node, ast.Subscript) and ast.unparse(node.value) == "AUDIENCES"


def asks_the_whole(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Attribute)
        and node.attr in ("registers", "files", "planned")
        and EDITIONS.fullmatch(ast.unparse(node.value)) is not None
    )


@pytest.mark.parametrize("module", [*PRINTERS, *CALENDARS], ids=name_of)
def test_who_prints_imports_no_rule_of_what_may_be_seen(module: Path) -> None:
    for node in uses(module):
        if isinstance(node, ast.ImportFrom):
            names = {one.name for one in node.names}
            assert node.module not in DECIDING, node.module
            if module in PRINTERS and (node.module or "").startswith("copkit.workspace"):
                assert not names & LOADERS, names & LOADERS


def test_who_prints_reads_the_whole_only_to_count_and_to_find() -> None:
    found = {name_of(one) for one in PRINTERS if any(map(asks_the_whole, uses(one)))}
    assert found - WHOLE.keys() == set(), "read `shared`, `community` or `session`: what the audience may have"
    assert WHOLE.keys() - found == set(), "it asks the whole no more: take it off"


def test_who_prints_asks_for_whom_only_for_what_is_no_record() -> None:
    found = {name_of(one) for one in PRINTERS if any(map(asks_for_whom, uses(one)))}
    assert found - CONTENT.keys() == set(), "what may be seen of a record is decided in copkit/audience"
    assert CONTENT.keys() - found == set(), "it asks no more: take it off"


def test_nobody_but_the_door_asks_whether_a_session_is_listed_or_a_story_agreed() -> None:
    for module in PRINTERS:
        text = module.read_text(encoding="utf-8")
        assert not re.search(r"\.publish\b|may_be_named|list_name", text) or name_of(module) == "spoken", module


def test_the_test_sees_what_it_is_to_see() -> None:
    assert len(PRINTERS) > 90
    assert any(asks_for_whom(one) for one in ast.walk(ast.parse("if source.public: pass")))
    assert any(asks_for_whom(one) for one in ast.walk(ast.parse("a = source.audience != 'team'")))
    assert any(asks_the_whole(one) for one in ast.walk(ast.parse("source.files.groups")))
    assert not any(asks_the_whole(one) for one in ast.walk(ast.parse("annual.facts.planned")))
