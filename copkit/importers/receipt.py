"""What an import read of a file and what it did not, and what it has to ask before it may count anything."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from copkit.importers.tables import Rows, Sheet, Unreadable
from copkit.suggest import argument


class Left(NamedTuple):
    """Something that was left out, and why."""

    what: str
    why: str


class Decided(NamedTuple):
    """How something was understood that could be understood otherwise, and why."""

    what: str
    taken: str
    why: str


@dataclass(slots=True)
class Receipt:
    """What was read: the sheet, the field or item of each column, what was decided; and what was left out.

    `unknown` are those of whom nobody knows how long they were there.
    """

    sheet: str = ""
    sheets_left: list[Left] = field(default_factory=list)
    columns: dict[str, str] = field(default_factory=dict)
    not_read: list[str] = field(default_factory=list)
    decided: list[Decided] = field(default_factory=list)
    left_out: list[Left] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """The same as plain values."""
        return {
            "sheet": self.sheet,
            "sheets_left": [one._asdict() for one in self.sheets_left],
            "columns": dict(self.columns),
            "not_read": list(self.not_read),
            "decided": [one._asdict() for one in self.decided],
            "left_out": [one._asdict() for one in self.left_out],
            "unknown": list(self.unknown),
        }


class Said(NamedTuple):
    """What somebody says of a file: the field by plain header, the sheet, the unit of lengths, words for status,
    and that whoever registered came."""

    columns: Mapping[str, str] = {}
    sheet: str = ""
    scale: str = ""
    words: Mapping[str, str] = {}
    registered: bool = False

    def also(self, other: "Said") -> "Said":
        """The same with what was said later."""
        return Said(
            {**self.columns, **other.columns} if other.columns else self.columns,
            other.sheet or self.sheet,
            other.scale or self.scale,
            {**self.words, **other.words},
            other.registered or self.registered,
        )


NOTHING_SAID = Said()


class Choice(NamedTuple):
    """An answer to a doubt: what `Said` is then, how the command line says it, and what it means."""

    said: Said
    option: str
    words: str


class Doubt(Unreadable):
    """Something in a file that could change the result, with the answers that there are."""

    def __init__(self, message: str, choices: Sequence[Choice]) -> None:
        super().__init__(message)
        self.choices = tuple(choices)


def pick_sheet(
    sheets: Sequence[Sheet], worth: Callable[[Rows], int], said: Said, receipt: Receipt, day: str = ""
) -> list[Sheet]:
    """The sheet that is meant, and those that are left in the receipt: a hidden one is not taken unasked.

    Of several that could be meant none is guessed. `day` is how the sheet of a session may be called.
    """
    if len(sheets) == 1 and not (said.sheet and sheets[0].name):
        return _used(sheets, sheets, receipt)
    if said.sheet:
        return _used(_named(sheets, said.sheet), sheets, receipt)
    fit = [one for one in sheets if worth(one.rows)]
    seen = [one for one in fit if not one.hidden]
    if not fit:
        return _used([max(sheets, key=lambda one: not one.hidden)], sheets, receipt)
    if len(seen) == 1:
        return _used(seen, sheets, receipt)
    raise _which(seen or fit, hidden=not seen)


def _named(sheets: Sequence[Sheet], typed: str) -> list[Sheet]:
    found = [one for one in sheets if one.name.strip().casefold() == typed.strip().casefold()]
    if not found:
        names = ", ".join(f"“{one.name}”" for one in sheets if one.name)
        fix = f"It has {names}." if names else "Only a workbook has sheets: leave --sheet away."
        raise Unreadable(f"there is no sheet “{typed}” in this file", fix)
    return found[:1]


def _used(taken: Sequence[Sheet], sheets: Sequence[Sheet], receipt: Receipt) -> list[Sheet]:
    """The sheets that are read; the receipt says which, and of the others why not."""
    receipt.sheet = ", ".join(one.name for one in taken if one.name)
    left = [one for one in sheets if one not in taken]
    receipt.sheets_left = [Left(one.name, "hidden" if one.hidden else "not the one that was read") for one in left]
    for one in taken:
        receipt.left_out += [Left(f"row {row}", "hidden in the workbook") for row in one.hidden_rows]
    return list(taken)


def _which(sheets: Sequence[Sheet], *, hidden: bool) -> Doubt:
    names = " and ".join(f"“{one.name}”" for one in sheets[:6])
    what = "only a hidden sheet could be read" if hidden else "several sheets could be read"
    choices = [
        Choice(Said(sheet=one.name), f"--sheet {argument(one.name, 'NAME')}", f"“{one.name}”, {len(one.rows)} rows")
        for one in sheets
    ]
    return Doubt(f"{what}: {names}", choices)
