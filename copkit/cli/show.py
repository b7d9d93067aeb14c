"""Write to the terminal. Text that came from a file is shown as typed and does nothing."""

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from copkit.visible import visible
from copkit.world.environment import variable

if TYPE_CHECKING:
    from copkit.findings import Finding

_STYLES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "blue": "34", "cyan": "36"}
NARROW = 80
"""Columns: what is laid out for so many is broken at words where there are fewer."""
_SEVERITIES = {"error": "red", "warning": "yellow", "info": "cyan"}


def coloured() -> bool:
    """Whether colour is wanted: on a terminal, unless NO_COLOR says otherwise (no-color.org)."""
    return sys.stdout.isatty() and not variable("NO_COLOR") and variable("TERM") != "dumb"


def speaks_unicode() -> bool:
    """Whether every character can be written as it is: JSON has escapes for those that cannot."""
    return (sys.stdout.encoding or "utf-8").casefold().startswith("utf")


def styled(text: str, *styles: str) -> str:
    """The text in a style where colour is wanted; control characters made visible always."""
    text = visible(text)
    if not styles or not coloured():
        return text
    return f"\x1b[{';'.join(_STYLES[style] for style in styles)}m{text}\x1b[0m"


def say(text: str = "", *styles: str) -> None:
    """Print one piece of text; a line break in it stays. On a narrow terminal it breaks at words."""
    lines = text.split("\n")
    if width() < NARROW:
        lines = [part for line in lines for part in _narrowed(line)]
    sys.stdout.write("\n".join(styled(line, *styles) for line in lines) + "\n")


def _narrowed(line: str) -> list[str]:
    """A line within a narrow terminal; a command stays whole, so that it can be copied."""
    return [line] if line.lstrip().startswith("copkit ") else _folded(visible(line), width())


def say_parts(*parts: str) -> None:
    """Print one line of parts that `styled` made, each in its own style."""
    sys.stdout.write("".join(parts) + "\n")


def tell(text: str, *styles: str) -> None:
    """Print one line of any length within the width: what is too long goes on below, indented as it began."""
    for line in _folded(visible(text), width()):
        say(line, *styles)


def tell_beside(lead: str, margin: int, text: str, *styles: str) -> None:
    """Print a text beside what `styled` made of its head, which takes `margin` columns; it goes on below itself.

    A path that is too long for a line stays whole, so that it can be copied.
    """
    from textwrap import wrap

    first, *more = wrap(visible(text), width() - margin, break_long_words=False, break_on_hyphens=False) or [""]
    say_parts(lead, styled(first, *styles))
    for line in more:
        say_parts(" " * margin, styled(line, *styles))


def note(text: str) -> None:
    """Print a remark for the person, beside the output, so that a pipe does not carry it.

    On a terminal it breaks at words.
    """
    text = visible(text)
    lines = _folded(text, _columns()) if sys.stderr.isatty() else [text]
    sys.stderr.write("\n".join(lines) + "\n")


def to_copy(text: str) -> None:
    """Print words to be typed, beside the output: in one line however long it is, so that it can be copied."""
    sys.stderr.write(f"  {visible(text)}\n")


def say_finding(finding: "Finding") -> None:
    """Print a finding: in one line for a pipe, on a terminal below its place and at most as wide."""
    word = styled(finding.severity.word, _SEVERITIES[finding.severity.word])
    what = f"{finding.code} {finding.message}. {finding.fix}".rstrip()
    if sys.stdout.isatty():
        say_parts(styled(f"{finding.position}: "), word)
        tell(f"    {what}")
    else:
        say_parts(styled(f"{finding.position}: "), word, styled(f" {what}"))


def _folded(text: str, columns: int) -> list[str]:
    if len(text) <= columns:
        return [text]
    from textwrap import wrap

    hang = " " * (len(text) - len(text.lstrip()) + 2)
    return wrap(text, columns, subsequent_indent=hang, break_on_hyphens=False)


def width() -> int:
    """Columns to write in: the terminal's, at most 100; 80 when there is no terminal."""
    return _columns() if sys.stdout.isatty() else 80


def _columns() -> int:
    import shutil

    return min(shutil.get_terminal_size((80, 24)).columns, 100)


def table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table that keeps within the width; long cells wrap at words."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    made = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold" if coloured() else "")
    for header in headers:
        made.add_column(Text(visible(header)), overflow="fold")
    for row in rows:
        made.add_row(*(Text(visible(cell)) for cell in row))
    colour = coloured()
    console = Console(
        markup=False, emoji=False, highlight=False, width=width(), no_color=not colour, force_terminal=colour
    )
    console.print(made)
