"""Print where a figure comes from, within the width of the screen, each place as an editor opens it."""

import sys
from collections.abc import Iterable
from textwrap import wrap
from typing import TYPE_CHECKING

from copkit import lexicon
from copkit.cli.say_json import say_json
from copkit.cli.show import say, say_parts, styled, tell
from copkit.documents.explaining import in_full
from copkit.metrics import Figure, Source, registry
from copkit.metrics.pages import definition
from copkit.patterns import when_used
from copkit.visible import visible

if TYPE_CHECKING:
    from copkit.cli.why import Answer
    from copkit.workspace import Folder

_LINE = when_used(r"\d{4}-\d\d-\d\d(-\d+)?/([a-z-]+/)?\d+")
"""The id of a line of notes."""


_ALONE = "No record stands behind it: it is worked out, or nothing was there to count."
_NAMELESS = "Records that name a person are not shown in public."


def list_metrics(*, as_json: bool) -> None:
    """Every metric by its letter."""
    if as_json:
        rows = [{"code": code, "name": one.name, "of": one.scope} for code, one in registry().items()]
        say_json({"metrics": rows})
        return
    for letter, title in lexicon.table("figures.families").items():
        say(f"{letter}  {title}", "bold")
        for code, one in registry().items():
            if code.startswith(letter):
                tell(f"  {code:<4}{one.name}{', of all communities' if one.scope == 'programme' else ''}")
    say()
    say("“copkit why C2” says where a figure comes from.", "cyan")


def print_answer(answer: "Answer", columns: int) -> None:
    """The definition; then each figure with its records; then what else there is to ask."""
    about = definition(answer.code)
    say(f"{about.code}  {about.name}", "bold")
    _paragraph(f"{answer.of}, {answer.period}", columns)
    say()
    after = (f"After: {about.after}",) if about.after else ()
    for text in (about.formula, *about.notes, f"From: {about.source}", *after):
        _paragraph(text, columns)
    if not answer.figures:
        say()
        say("This figure is not shown to this audience.", "bold")
    public = any(one.door.hides_few for one in answer.found.annuals)
    lines = _Lines(None if public else answer.found.tree)
    for one in answer.figures:
        _print_figure(one, lines, columns)
    if answer.others:
        say()
        say("Other figures of it:", "bold")
        for one in answer.others:
            tell(f"  {f'“{one.label}”' if one.label else 'the main one'}: {in_full(one)}")


def _paragraph(text: str, columns: int) -> None:
    for line in wrap(visible(text), columns, break_on_hyphens=False):
        say(line)


def _print_figure(figure: Figure, lines: "_Lines", columns: int) -> None:
    say()
    say(f"{figure.label}: {in_full(figure)}" if figure.label else in_full(figure), "bold")
    if figure.form != "share":
        _print_group("Counted", (*figure.counted, *figure.among), lines, columns)
    else:
        _print_group("Counted", figure.counted, lines, columns)
        _print_group("Not counted", figure.among, lines, columns)
    if not (figure.counted or figure.among or figure.hidden):
        say(f"  {_ALONE if lines.tree else _NAMELESS}")
    if figure.left_out:
        say(f"Left out, since what is needed was not written down ({len(figure.left_out)}):")
        for name in figure.left_out:
            say(f"  {name}")


def _print_group(heading: str, sources: Iterable[Source], lines: "_Lines", columns: int) -> None:
    """Each record with its place: in one line for a pipe, on a terminal at most as wide."""
    every = list(sources)
    if not every:
        return
    say(f"{heading} ({len(every)}):")
    for one in every:
        place, what = str(one.position), lines.of(one)
        if sys.stdout.isatty() and len(place) + len(what) + 4 > columns:
            say(f"  {place}:")
            tell(f"      {what}")
        else:
            say_parts(styled(f"  {place}: "), styled(what))


class _Lines:
    """What a record says: for a line of notes its text as well. Without a folder, its name alone."""

    def __init__(self, tree: "Folder | None") -> None:
        self.tree = tree
        self.files: dict[str, list[str]] = {}

    def of(self, source: Source) -> str:
        if self.tree is None or not _LINE.fullmatch(source.what):
            return source.what
        path, line, _ = source.position
        if path not in self.files:
            self.files[path] = (self.tree.read(path).data or b"").decode("utf-8", "replace").splitlines()
        text = self.files[path][line - 1].strip() if line <= len(self.files[path]) else ""
        return f"{source.what} {text}".strip()
