"""Write to the terminal. Text that came from a file is shown as typed and does nothing."""

import os
import sys
from collections.abc import Iterable, Sequence

from copkit.visible import visible

_STYLES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "blue": "34", "cyan": "36"}


def coloured() -> bool:
    """Whether colour is wanted: on a terminal, unless NO_COLOR says otherwise (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def styled(text: str, *styles: str) -> str:
    """The text in a style where colour is wanted; control characters made visible always."""
    text = visible(text)
    if not styles or not coloured():
        return text
    return f"\x1b[{';'.join(_STYLES[style] for style in styles)}m{text}\x1b[0m"


def say(text: str = "", *styles: str) -> None:
    """Print one piece of text; a line break in it stays a line break."""
    sys.stdout.write("\n".join(styled(line, *styles) for line in text.split("\n")) + "\n")


def tell(text: str, *styles: str) -> None:
    """Print one line of any length within the width: what is too long goes on below, indented as it began."""
    text = visible(text)
    if len(text) <= width():
        say(text, *styles)
        return
    from textwrap import wrap

    hang = " " * (len(text) - len(text.lstrip()) + 2)
    for line in wrap(text, width(), subsequent_indent=hang, break_on_hyphens=False):
        say(line, *styles)


def note(text: str) -> None:
    """Print a remark for the person, beside the output, so that a pipe does not carry it."""
    sys.stderr.write(visible(text) + "\n")


def width() -> int:
    """Columns to write in: the terminal's, at most 100; 80 when there is no terminal."""
    import shutil

    return min(shutil.get_terminal_size((80, 24)).columns, 100) if sys.stdout.isatty() else 80


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
