"""Every line that commands and findings tell people to type, from the code and the templates that print it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from copkit.cli.registry import COMMANDS
from tests.shell import ROOT
from tests.sources import nodes

_GIT = "add|check-ignore|commit|diff|init|merge|push|remote|reset|restore|rm|status|switch"
_COPKIT = "|".join(COMMANDS)
PROGRAM = rf"(?:copkit (?=--|[A-Z]{{2}}|(?:{_COPKIT})\b)|git (?=(?:{_GIT}|{{[a-z_]+}})\b|--)|cd )"
_QUOTED = re.compile(rf"“({PROGRAM}[^”]+)”")
_BARE = re.compile(rf"(?: *(?:Next|Such as|Example): | *)({PROGRAM}.+?)(?: {{2,}}.*)?$")
_EXAMPLE = re.compile(r"^ *Example: (copkit .+)$", re.MULTILINE)
_SHOWN = re.compile(r"[“`](copkit [^”`]+)[”`]|^# +(copkit .+)$", re.MULTILINE)


SAYS_ONE = re.compile(r"\b(?:copkit|git|cd) (?!import\b)")
"""What is in every file that has a line: the others need not be parsed."""


class Hint(NamedTuple):
    """A line as the code has it, with what is filled in by the code in braces, and the file."""

    line: str
    path: str


def hints() -> list[Hint]:
    """Each of them once."""
    found = dict[str, str]()
    for path in sorted((ROOT / "copkit").rglob("*.py")):
        if path.name != "moved.py":
            for line in _in_code(path) if SAYS_ONE.search(path.read_text(encoding="utf-8")) else ():
                found.setdefault(line, path.relative_to(ROOT).as_posix())
    for path in sorted((ROOT / "templates").rglob("*.j2")):
        for match in _SHOWN.finditer(path.read_text(encoding="utf-8")):
            line = re.sub(r"{{ *(.+?) *}}", r"{\1}", match[1] or match[2])
            found.setdefault(line.rstrip(". "), path.relative_to(ROOT).as_posix())
    return [Hint(line, path) for line, path in sorted(found.items())]


def _in_code(path: Path) -> Iterator[str]:
    inside = {id(part) for node in nodes(path) if isinstance(node, ast.JoinedStr) for part in node.values}
    documented = {id(text) for node in nodes(path) if (text := _docstring(node)) is not None}
    for node in nodes(path):
        if id(node) in documented:
            assert isinstance(node, ast.Constant)
            text = str(node.value)
            yield from _EXAMPLE.findall(text)
            yield from _QUOTED.findall(" ".join(text.split()))
        elif isinstance(node, ast.Constant | ast.JoinedStr) and id(node) not in inside:
            text = _text(node)
            quoted = _QUOTED.findall(text)
            bare = None if quoted else _BARE.match(text)
            yield from quoted or ([bare[1]] if bare else [])


def _docstring(node: ast.AST) -> ast.Constant | None:
    body = getattr(node, "body", None)
    if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and body and isinstance(body[0], ast.Expr):
        value = body[0].value
        return value if isinstance(value, ast.Constant) and isinstance(value.value, str) else None
    return None


def _text(node: ast.Constant | ast.JoinedStr) -> str:
    """A text of the code, with each value that is filled in as its expression in braces."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    parts = (
        part.value if isinstance(part, ast.Constant) else "{" + ast.unparse(part.value) + "}"  # type: ignore[attr-defined]
        for part in node.values
    )
    return "".join(map(str, parts))
