"""Sources as trees of what stands in them, for tests that read code: each file is parsed once in a process."""

import ast
from functools import cache
from pathlib import Path


@cache
def tree(path: Path) -> ast.Module:
    """A file, parsed."""
    return ast.parse(path.read_bytes())


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Everything in a file, the file itself first."""
    return tuple(ast.walk(tree(path)))


def nodes_of(source: str) -> tuple[ast.AST, ...]:
    """Everything in a text."""
    return tuple(ast.walk(ast.parse(source)))
