"""What a template gets is a record as the audience may have it, or what was worked out: no class copies fields."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.sources import nodes, nodes_of

DOCUMENTS = Path(__file__).parents[2] / "copkit" / "documents"
MODULES = sorted(DOCUMENTS.rglob("*.py"))

SHARED = {"Told"}
"""Shapes in which several kinds of things are shown together; what one is of is said by where it stands."""


def copies(every: Iterable[ast.AST], views: set[str]) -> Iterator[str]:
    """Each view that is made of nothing but fields of one record."""
    for node in every:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in views:
            given = [*node.args, *(one.value for one in node.keywords)]
            owners = {ast.unparse(one.value) if isinstance(one, ast.Attribute) else "" for one in given}
            if len(given) > 1 and len(owners) == 1 and owners != {""}:
                yield ast.unparse(node)


def test_no_view_only_copies() -> None:
    views = {node.name for path in MODULES for node in nodes(path) if isinstance(node, ast.ClassDef)}
    assert len(views) > 100
    assert [(path.name, one) for path in MODULES for one in copies(nodes(path), views - SHARED)] == []


def test_a_copy_is_found() -> None:
    source = "def build(one): return Known(one.name, meaning=one.meaning)"
    assert list(copies(nodes_of(source), {"Known"})) == ["Known(one.name, meaning=one.meaning)"]
    assert not list(copies(nodes_of("Known(one.name, say_date(one.date)), Told(share.name, one.what)"), {"Known"}))
