"""The help of every command: a word of the field for everything that may be typed, within 80 columns."""

import re

import pytest

from tests.docs.commands import every_command, help_of

COMMANDS = list(every_command())
TECHNICAL = re.compile(
    r"<[a-z|-]+>|\b(?:TEXT|STRING|INTEGER|FLOAT|PATH|FILENAME|BOOLEAN)\b|\b(?:INTEGER|FLOAT) RANGE\b"
)


def test_every_command_is_looked_at() -> None:
    assert len(COMMANDS) > 50
    assert {("init",), ("new", "community"), ("notes", "commit"), ("privacy", "erase")} <= set(COMMANDS)


@pytest.mark.parametrize("words", [(), *COMMANDS], ids=" ".join)
def test_what_may_be_typed_is_named_in_words_of_the_field(words: tuple[str, ...]) -> None:
    assert TECHNICAL.findall(help_of(*words)) == []


@pytest.mark.parametrize("words", [(), *COMMANDS], ids=" ".join)
def test_help_fits_a_terminal_of_80_columns(words: tuple[str, ...]) -> None:
    assert [line for line in help_of(*words).split("\n") if len(line) > 80] == []


@pytest.mark.parametrize(
    "words", ["--root <path>", "--today <str>", "--for <public|members>", "--x TEXT", "--n INTEGER"]
)
def test_the_words_of_a_programmer_are_seen(words: str) -> None:
    assert TECHNICAL.search(words)
