"""Every line that copkit prints as a hint, or that its pages show, is one that it takes today."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from copkit.cli.moved import new_line
from copkit.cli.registry import COMMANDS, command_of
from tests.docs.hints import SAYS_ONE
from tests.shell import ROOT, within
from tests.sources import nodes

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
OF_THE_PAST = {"CHANGELOG.md", "decisions.md", "cli.md"}
"""What was so is told in these, or the page is made from the commands."""


def hints() -> Iterator[tuple[str, str]]:
    """Each “copkit …” in a text of the code, and each `copkit …` on a page, with where it stands."""
    for path in sorted((ROOT / "copkit").rglob("*.py")):
        if path.name == "moved.py" or not SAYS_ONE.search(path.read_text(encoding="utf-8")):
            continue
        for node in nodes(path):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                text = " ".join(node.value.split())
                yield from ((line, _at(path)) for line in re.findall(r"“copkit ([^”{]+)”", text))
                yield from ((line, _at(path)) for line in re.findall(r"Example: copkit (.+?)(?= Example:|$)", text))
    for path in PAGES:
        if path.name not in OF_THE_PAST:
            text = path.read_text(encoding="utf-8")
            yield from ((line, _at(path)) for line in re.findall(r"`copkit ([^`]+)`", text))
            shown = "".join(re.findall(r"^```.*?^```", text, re.MULTILINE | re.DOTALL))
            found = re.findall(r"^(?:\$ )?copkit ([^#|\n]+)", shown, re.MULTILINE)
            yield from ((line, _at(path)) for line in found)


def _at(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


HINTS = sorted({(" ".join(line.split()), path) for line, path in hints()})


@pytest.mark.parametrize(("line", "path"), HINTS, ids=[f"{path}: {line}" for line, path in HINTS])
def test_a_hint_is_a_line_of_today(line: str, path: str) -> None:
    words = line.split()
    assert new_line(words) == ""
    if words[0].startswith("-") or words[0].isupper():
        return
    command = command_of(words[0]) if words[0] in COMMANDS else None
    assert command is not None, "there is no such command"
    while len(words) > 1 and (below := within(command)) and not words[1].startswith("-") and not words[1].isupper():
        words = words[1:]
        command = below.get(words[0])
        assert command is not None, f"there is no {words[0]}"
    options = {option for one in command.params for option in (*one.opts, *one.secondary_opts)} | {"--help", "-h"}
    used = {word.partition("=")[0].rstrip(",.;") for word in words if re.match(r"--?[a-z]", word)}
    assert used <= options


def test_there_are_many() -> None:
    assert len(HINTS) > 150
