"""The days in a column of a spreadsheet: counted as Excel does, short of a century, day or month first."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from copkit.patterns import when_used

_NUMERIC = when_used(r"(\d{1,2})[./-](\d{1,2})[./-](\d{2}|\d{4})")
_EXCEL_BEGINS = date(1899, 12, 30)
_SERIALS = range(25_000, 65_000)
"""Days from 1968 to 2077, as Excel counts them; a year is no such number."""


class _Numbers(NamedTuple):
    """A day in numbers."""

    first: int
    second: int
    year: str

    @property
    def order(self) -> str:
        """Which comes first, where the numbers tell it: `day`, `month`, `either`; empty where they do not."""
        if self.first == self.second:
            return "either"
        return "day" if self.first > 12 else "month" if self.second > 12 else ""

    def written(self, order: str) -> str:
        """Year, month and day; as it was, with the whole year, where the order is not known."""
        if not order:
            return f"{self.first:02}/{self.second:02}/{self.year}"
        day, month = (self.second, self.first) if order == "month" else (self.first, self.second)
        return f"{self.year}-{month:02}-{day:02}"


class Days:
    """What a column of days says of each of its cells, and why; what it cannot say stays as it is."""

    def __init__(self, cells: Sequence[str]) -> None:
        numbers = [one for cell in cells if (one := _numbers(cell)) is not None]
        certain = {one.order for one in numbers} & {"day", "month"}
        self._order = certain.pop() if len(certain) == 1 else ""
        self.decided = list(self._told(cells, [one for one in numbers if not one.order]))

    def plain(self, cell: str) -> str:
        """A cell as year, month and day where that is certain."""
        if _is_serial(cell):
            return (_EXCEL_BEGINS + timedelta(int(cell))).isoformat()
        found = _numbers(cell)
        return found.written(found.order or self._order) if found is not None else cell.removesuffix(_MIDNIGHT)

    def _told(self, cells: Sequence[str], open_ones: Sequence[_Numbers]) -> Iterator[tuple[str, str]]:
        if serial := next(filter(_is_serial, cells), ""):
            yield f"{serial} is {self.plain(serial)}", "Excel counts days so"
        if open_ones and self._order:
            one = open_ones[0]
            taken = f"{one.written('')} is {one.written(self._order)}"
            yield taken, f"others in the column have the {self._order} first"


_MIDNIGHT = " 00:00:00"


def _numbers(cell: str) -> _Numbers | None:
    found = _NUMERIC.fullmatch(cell.removesuffix(_MIDNIGHT))
    return None if found is None else _Numbers(int(found[1]), int(found[2]), f"20{found[3]}"[-4:])


def _is_serial(cell: str) -> bool:
    return cell.isdecimal() and int(cell) in _SERIALS
