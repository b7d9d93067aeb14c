"""Whoever prints, exports or publishes takes a workspace through the door, and decides nothing of it again."""

import ast
import re
from pathlib import Path
from typing import get_type_hints

from copkit.audience.counting import Counting, Many
from tests.sources import nodes

PACKAGE = Path(__file__).parents[2] / "copkit"
PRINTERS = sorted([*(PACKAGE / "documents").rglob("*.py"), *(PACKAGE / "exporters").rglob("*.py")])

WHOLE = {
    "annual": "the edition of a year hands the whole to what counts, a layer above the doors",
    "portfolio/source": "the same for all communities together",
}
"""Modules that hand on the whole and not what their audience may have, each with what for."""


def name_of(module: Path) -> str:
    own = module.relative_to(PACKAGE).with_suffix("").as_posix()
    return own.removeprefix("documents/")


def asks_for_whom(node: ast.AST) -> bool:
    if isinstance(node, ast.Compare):
        sides = (node.left, *node.comparators)
        return any(isinstance(one, ast.Attribute) and one.attr == "audience" for one in sides)
    if isinstance(node, ast.Attribute):
        return node.attr == "public" or (isinstance(node.value, ast.Name) and node.value.id == "AUDIENCES")
    return isinstance(node, ast.Subscript) and ast.unparse(node.value) == "AUDIENCES"


def asks_the_whole(node: ast.AST) -> bool:
    """`registers`, `files` and `planned` of an edition; the `files` of a record are where it was read from."""
    if not isinstance(node, ast.Attribute) or node.attr not in ("registers", "files", "planned"):
        return False
    of = ast.unparse(node.value).rpartition(".")[2]
    return of not in ("community", "shared", "told", "facts", "view", "looked", "one")


def test_who_prints_hands_the_whole_on_only_to_what_counts() -> None:
    found = {name_of(one) for one in PRINTERS if any(map(asks_the_whole, nodes(one)))}
    assert found - WHOLE.keys() == set(), "read `shared`, `community` or `session`, or ask `counting`"
    assert WHOLE.keys() - found == set(), "it asks the whole no more: take it off"


def test_who_prints_never_asks_for_whom() -> None:
    found = {name_of(one) for one in PRINTERS if any(map(asks_for_whom, nodes(one)))}
    assert found == set(), "say whose a part is: `edition.only(\"members\", …)`; what may be seen is the door's"


def test_what_counts_on_the_whole_gives_no_record() -> None:
    """A document cannot reach through it what it may not have."""
    given = {name: get_type_hints(getattr(one, "fget", one)).get("return")
             for name, one in vars(Counting).items() if not name.startswith("_")}  # fmt: skip
    assert len(given) >= 9
    plain = {int, bool, Many, frozenset[str], tuple[str, ...]}
    assert {name: what for name, what in given.items() if what not in plain} == {}
    assert set(get_type_hints(Many).values()) == {int}
    assert [one for one in PRINTERS if "counting._" in one.read_text(encoding="utf-8")] == []


def test_nobody_goes_round_the_door() -> None:
    """A community and a door know the whole themselves."""
    for module in PRINTERS:
        assert not re.search(r"(community|door|shared)\.whole\b", module.read_text(encoding="utf-8")), module


def test_nobody_but_the_door_asks_whether_a_session_is_listed_or_a_story_agreed() -> None:
    for module in PRINTERS:
        text = module.read_text(encoding="utf-8")
        assert not re.search(r"\.publish\b|may_be_named|list_name", text) or name_of(module) == "spoken", module


def test_the_test_sees_what_it_is_to_see() -> None:
    assert len(PRINTERS) > 90
    assert any(asks_for_whom(one) for one in ast.walk(ast.parse("if source.public: pass")))
    assert any(asks_for_whom(one) for one in ast.walk(ast.parse("a = source.audience != 'team'")))
    assert any(asks_the_whole(one) for one in ast.walk(ast.parse("source.files.groups")))
    assert any(asks_the_whole(one) for one in ast.walk(ast.parse("self.first.registers")))
    assert not any(asks_the_whole(one) for one in ast.walk(ast.parse("annual.facts.planned")))
