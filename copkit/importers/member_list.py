"""A list of members as a table: which column is which, which rows are people, and the receipt of what was read."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from copkit import lexicon
from copkit.importers.columns import option, plain
from copkit.importers.joining import Days
from copkit.importers.receipt import NOTHING_SAID, Decided, Left, Receipt, Said, pick_sheet
from copkit.importers.suggested import NoColumns
from copkit.importers.tables import Rows, sheets_in

FIELDS = ("name", "first", "last", "organisation", "job", "email", "joined", "left", "brings", "id")
"""What a person may name a column for."""
_FIELD = lexicon.meanings("member_headers")
_LOOK = 10
"""Rows in which the headers are looked for: a title may stand above them."""


class Row(NamedTuple):
    """One row of the list; `number` is its row in the spreadsheet, `joined` a day as it is read."""

    number: int
    name: str = ""
    organisation: str = ""
    job: str = ""
    email: str = ""
    joined: str = ""
    left: str = ""
    brings: str = ""
    id: str = ""
    spare: int = 0


class MemberList(NamedTuple):
    """The people of a list, and what was read of the file."""

    rows: list[Row]
    receipt: Receipt


def read_members(data: bytes, said: Said = NOTHING_SAID) -> MemberList:
    """The rows of a list of members.

    Raises `Unreadable` where it is no table, `NoColumns` where no column is known to hold names, and `Doubt` where
    several sheets could be meant.
    """
    receipt = Receipt()

    def worth(rows: Rows) -> int:
        return max((len(_columns(row, said)) for row in rows[:_LOOK]), default=0)

    [sheet] = pick_sheet(sheets_in(data, worth), worth, said, receipt)
    rows = sheet.rows
    head = max(range(min(len(rows), _LOOK)), key=lambda at: len(_columns(rows[at], said)), default=None)
    columns = _without_numbers(_columns(rows[head], said), rows[head + 1 :]) if head is not None else {}
    if head is None or not ("name" in columns or {"first", "last"} <= set(columns)):
        raise _unknown(rows)
    receipt.columns = {rows[head][column]: field for field, column in columns.items()}
    receipt.not_read = [cell for column, cell in enumerate(rows[head]) if cell and column not in columns.values()]
    return MemberList(_dated(list(_below(rows, head, columns, receipt)), receipt), receipt)


def _columns(row: Sequence[str], said: Said) -> dict[str, int]:
    found: dict[str, int] = {}
    for column, header in enumerate(row):
        bare = plain(header)
        if field := said.columns.get(bare) or (_FIELD.get(bare) if bare else None):
            found.setdefault(field, column)
    return found


def _without_numbers(columns: dict[str, int], below: Rows) -> dict[str, int]:
    """The columns, but for an `id` of numbers alone: it is of the system that the list comes from, not of ours."""
    cells = [row[columns["id"]] for row in below if "id" in columns and columns["id"] < len(row)]
    theirs = any(cells) and all(cell.isdecimal() for cell in cells if cell)
    return {field: at for field, at in columns.items() if field != "id" or not theirs}


def _unknown(rows: Rows) -> NoColumns:
    """No header is known: those that there are, and an option that fits what stands below them."""
    heads = next((row for row in rows if any(row)), [])
    below = [row for row in rows if row != heads and any(row)]
    found: dict[str, str] = {}
    for column, header in enumerate(heads):
        cells = [row[column] for row in below if column < len(row) and row[column]]
        if header and cells:
            free = [one for one in ("name", "organisation", "job") if one not in found]
            found |= dict.fromkeys(["email"] if "@" in cells[0] else free[:1], header)
    return NoColumns([head for head in heads if head], option(found) if "name" in found else "")


def _below(rows: Rows, head: int, columns: Mapping[str, int], receipt: Receipt) -> Iterator[Row]:
    """The people below the headers. A total, a remark below the table and who has left are none of them."""
    parted = False
    for number, row in enumerate(rows[head + 1 :], head + 2):
        if not any(row):
            parted = True
            continue
        cells = {field: row[column] if column < len(row) else "" for field, column in columns.items()}
        spare = sum(bool(cell) for cell in row[len(rows[head]) :])
        first, last = cells.pop("first", ""), cells.pop("last", "")
        cells["name"] = _turned(cells.get("name", "") or f"{first} {last}".strip())
        if _is_no_person(row, parted=parted):
            receipt.left_out.append(Left(f"row {number}", "no person"))
        elif _has_left(cells.get("left", "")):
            receipt.left_out.append(Left(cells["name"], "left already"))
        else:
            yield Row(number, **cells, spare=spare)


def _is_no_person(row: Sequence[str], *, parted: bool) -> bool:
    """A total, or below an empty row a remark, which fills one cell and has no address in it."""
    filled = [cell for cell in row if cell]
    sentence = len(filled[0].split()) > 3 or any(map(str.isdecimal, filled[0]))
    return plain(filled[0]) in _NO_PERSON or (parted and len(filled) == 1 and sentence)


_NO_PERSON = frozenset(word for words in lexicon.spellings("member_rows").values() for word in words)
_STAYED = frozenset(("", "no", "n", "-", "–", "none", "n/a", "0", "false"))


def _has_left(typed: str) -> bool:
    """Whether the column that says who left has anything but a no."""
    return typed.strip().casefold() not in _STAYED


def _turned(name: str) -> str:
    """`Khan, Amina` the other way round."""
    last, comma, first = name.partition(",")
    return f"{first.strip()} {last.strip()}" if comma and first.strip() and "," not in first else name


def _dated(rows: list[Row], receipt: Receipt) -> list[Row]:
    """The rows with days that copkit reads, where the whole column settles what one cell leaves open."""
    days = Days([row.joined for row in rows])
    receipt.decided += [Decided("The days in “joined”", taken, why) for taken, why in days.decided]
    return [row._replace(joined=days.plain(row.joined)) for row in rows]
