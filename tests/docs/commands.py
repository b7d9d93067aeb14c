"""docs/cli.md: the help of every command, as a terminal of 80 columns shows it."""

import io
import os
from collections.abc import Iterator
from contextlib import redirect_stdout
from unittest.mock import patch

from copkit.cli.app import run
from copkit.cli.registry import COMMANDS, GROUPS, command_of
from tests.shell import within

INTRO = """\
# Commands

<!-- Written by `python3 make.py docs` from the commands themselves: do not edit it by hand. -->

Every document takes `--format`, `--out`, `--large`, `--overwrite`, `--root` and `--today`, as `copkit agenda` shows
them; what each takes beside them stands below.

`COMMUNITY` is an id or the start of one; left out, it means all of them, or the one that there is. `YEAR` left
out is the current year; within 60 days of its end the next for what plans, and within 60 days after it the last for
what looks back. `SESSION` is a date, a number of the year, `next` or `last`.

| exit code | what it says |
|---|---|
| 0 | done; nothing wrong was found |
| 1 | done, and errors were found (with `--strict` warnings too) |
| 2 | the command line cannot be understood |
| 3 | nothing was written, or a document could not be made |
| 4 | a fault in copkit |
"""


def every_command() -> Iterator[tuple[str, ...]]:
    """The words of every command and sub-command, in the order of `copkit --help`."""
    for name in COMMANDS:
        yield (name,)
        for sub in within(command_of(name)):
            yield (name, sub)


def help_of(*words: str) -> str:
    """What `copkit WORDS --help` prints."""
    out = io.StringIO()
    with patch.dict(os.environ, {"COLUMNS": "80", "TERM": "dumb", "NO_COLOR": "1"}), redirect_stdout(out):
        code = run([*words, "--help"])
    if code:
        raise RuntimeError(f"copkit {' '.join(words)} --help ended with {code}")
    return "\n".join(line.rstrip() for line in out.getvalue().strip("\n").split("\n"))


def page() -> str:
    """The whole page."""
    commands = list(every_command())
    parts = [INTRO, _contents(commands), _section("##", ())]
    for title, names in GROUPS.items():
        parts.append(f"\n## {title}\n")
        for words in (words for words in commands if words[0] in names):
            parts.append(_section("###" if len(words) == 1 else "####", words))
    return "\n".join(parts)


def _contents(commands: list[tuple[str, ...]]) -> str:
    lines = []
    for title, names in GROUPS.items():
        links = [f"[{' '.join(words)}](#{_anchor(words)})" for words in commands if words[0] in names]
        lines.append(f"- **{title}**: {', '.join(links)}")
    return "\n".join(lines) + "\n"


def _anchor(words: tuple[str, ...]) -> str:
    return "-".join(("copkit", *words))


def _section(level: str, words: tuple[str, ...]) -> str:
    """The help of a command; of a document without the options that every document has."""
    text = help_of(*words)
    if words[:1] == ("print",) and len(words) > 1:
        text = text.partition("\n  --format")[0]
    return f"{level} {' '.join(('copkit', *words))}\n\n```text\n{text}\n```\n"
