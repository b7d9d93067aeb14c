"""The receipt of an import on the screen, and what it has to ask: a number on a terminal, else an end."""

from collections.abc import Callable, Collection, Iterable
from typing import Annotated, TypeVar

import typer

from copkit.cli.asking import on_terminal
from copkit.cli.exits import REFUSED, Stop
from copkit.cli.show import note, to_copy
from copkit.importers.columns import plain
from copkit.importers.receipt import Doubt, Left, Receipt, Said
from copkit.importers.suggested import NoColumns
from copkit.people.shown import without_contacts

Sheet = Annotated[str, typer.Option("--sheet", metavar="NAME", help="Which sheet of a workbook to read.")]
Columns = Annotated[
    str, typer.Option("--columns", metavar="name=…,email=…", help="Which column is which, by its header.")
]
_SHOWN = 6
_T = TypeVar("_T")


def settled(read: Callable[[Said], _T], said: Said, file: str) -> _T:
    """What a reader finds, once each of its doubts is answered: by option, or on a terminal."""
    while True:
        try:
            return read(said)
        except Doubt as doubt:
            said = said.also(_answered(doubt, file))


def said_columns(text: str, choosable: Collection[str]) -> dict[str, str]:
    """`name=Who came,minutes=Time` as fields by plain header."""
    found = {}
    for part in filter(None, (piece.strip() for piece in text.split(","))):
        field, _, header = part.partition("=")
        if field.strip() not in choosable or not plain(header):
            hint = f"Write one of {', '.join(choosable)}, an equals sign and a header."
            raise Stop(f"--columns: “{part}” is not a column", hint=hint)
        found[plain(header)] = field.strip()
    return found


def no_columns(problem: NoColumns, file: str, example: str) -> Stop:
    """An end where no column is known: the headers that there are, and the option that says which is which."""
    seen = ", ".join(f"“{without_contacts(header)[:60]}”" for header in problem.headers[:20])
    if not seen:
        return Stop(f"{file}: there is no table in this file", REFUSED, "Download it again, as CSV.")
    which = f'Say which: --columns "{example}"'
    if problem.option:
        to_copy(problem.option)
        which = "If the line above says rightly which is which, add it."
    return Stop(f"{file}: no column is known to hold {problem.what}", REFUSED, f"It has {seen}. {which}")


def _answered(doubt: Doubt, file: str) -> Said:
    if not on_terminal():
        for one in doubt.choices:
            to_copy(f"{one.option}  {one.words}")
        hint = "Add the option above that is right." if doubt.choices[1:] else "If that is right, add this option."
        raise Stop(f"{file}: {doubt.message}; nothing was written", REFUSED, hint)
    note(f"{doubt.message[:1].upper()}{doubt.message[1:]}.")
    for number, choice in enumerate(doubt.choices, 1):
        note(f"  {number}  {choice.words}")
    while True:
        typed = str(typer.prompt("Which number? (Ctrl-C stops)", err=True)).strip()
        if typed.isdecimal() and 1 <= int(typed) <= len(doubt.choices):
            return doubt.choices[int(typed) - 1].said


def say_receipt(receipt: Receipt, telling: Collection[str] = ()) -> None:
    """What was read in a line, then what matters of it: what was decided, left out, or is not known.

    A field is said with its header where that is `telling`: where the wrong column would change what is counted.
    """
    if receipt.columns:
        named = {field: header for header, field in reversed(receipt.columns.items())}
        order = dict.fromkeys(receipt.columns.values())
        read = [f"{field} (“{_header(named[field])}”)" if field in telling else field for field in order]
        where = f" of sheet “{receipt.sheet}”" if receipt.sheet else ""
        note(f"Read{where}: {', '.join(read)}.")
    if receipt.not_read:
        note(f"Not read: {_some(map(_header, receipt.not_read))}.")
    for one in receipt.decided:
        note(f"{one.what}: {one.taken}, since {one.why}.")
    for left in receipt.sheets_left:
        note(f"Sheet “{left.what}” was left out: {left.why}.")
    for why, names in _by_reason(receipt.left_out).items():
        note(f"Left out, {why}: {_some(names)}.")
    if receipt.unknown:
        note(f"How long is not known of {_some(receipt.unknown)}.")


def _header(text: str) -> str:
    """A header without an address or a number by which somebody could be reached; a date is none."""
    return text if "@" not in text and sum(map(str.isdecimal, text)) <= 8 else without_contacts(text)


def _by_reason(left: Iterable[Left]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in left:
        found.setdefault(one.why, []).append(without_contacts(one.what))
    return found


def _some(names: Iterable[str]) -> str:
    """The first of many, and how many more there are."""
    every = list(dict.fromkeys(names))
    more = len(every) - _SHOWN
    return ", ".join(every[:_SHOWN]) + (f" and {more} more" if more > 1 else f", {every[-1]}" if more == 1 else "")
