"""A terminal of 80 columns in this process: what a person who types a command sees, with questions and answers."""

import contextlib
import io
import os
import shlex
from collections.abc import Iterable, Iterator
from unittest.mock import patch

from copkit.cli.app import run

SETTINGS = {"COLUMNS": "80", "LINES": "40", "TERM": "xterm"}


class Screen(io.StringIO):
    """What is shown; both streams of a command go here."""

    def isatty(self) -> bool:
        return True


class Keyboard(io.StringIO):
    """What somebody types when asked; the screen shows it, as a terminal does."""

    def __init__(self, answers: Iterable[str], screen: Screen) -> None:
        super().__init__("".join(f"{answer}\n" for answer in answers))
        self._screen = screen

    def isatty(self) -> bool:
        return True

    def readline(self, size: int | None = -1, /) -> str:
        typed = super().readline(-1 if size is None else size)
        self._screen.write(typed)
        return typed


def on_screen(command: str, answers: Iterable[str] = (), *, colour: bool = False) -> tuple[int, str]:
    """Type a command where we are: its exit code and everything that stands below it on the screen."""
    screen = Screen()
    words = shlex.split(command)[1:]
    shown = contextlib.redirect_stdout(screen), contextlib.redirect_stderr(screen)
    with _settings(colour), patch("sys.stdin", Keyboard(answers, screen)), shown[0], shown[1]:
        code = run(words)
    return code, screen.getvalue()


@contextlib.contextmanager
def _settings(colour: bool) -> Iterator[None]:
    with patch.dict(os.environ, SETTINGS if colour else {**SETTINGS, "NO_COLOR": "1"}):
        if colour:
            os.environ.pop("NO_COLOR", None)
        yield
