"""What a template gets is a record as the audience may have it, or what was worked out: no class copies fields."""

import ast
from collections.abc import Iterator
from pathlib import Path

DOCUMENTS = Path(__file__).parents[2] / "copkit" / "documents"
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(DOCUMENTS.rglob("*.py"))}
VIEWS = {node.name for tree in TREES.values() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}

SHARED = {"Told"}
"""Shapes in which several kinds of things are shown together; what one is of is said by where it stands."""


def copies(tree: ast.Module, views: set[str]) -> Iterator[str]:
    """Each view that is made of nothing but fields of one record."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in views:
            given = [*node.args, *(one.value for one in node.keywords)]
            owners = {ast.unparse(one.value) if isinstance(one, ast.Attribute) else "" for one in given}
            if len(given) > 1 and len(owners) == 1 and owners != {""}:
                yield ast.unparse(node)


def test_no_view_only_copies() -> None:
    assert len(VIEWS) > 100
    assert [(path.name, one) for path, tree in TREES.items() for one in copies(tree, VIEWS - SHARED)] == []


def test_a_copy_is_found() -> None:
    tree = ast.parse("def build(one): return Known(one.name, meaning=one.meaning)")
    assert list(copies(tree, {"Known"})) == ["Known(one.name, meaning=one.meaning)"]
    assert not list(copies(ast.parse("Known(one.name, say_date(one.date)), Told(share.name, one.what)"), {"Known"}))
