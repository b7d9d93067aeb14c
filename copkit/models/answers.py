"""The answers to a session's feedback form, read from their table: what can be read is, and the rest is said."""

import csv
import io
from typing import Any, Literal, NamedTuple, get_args, get_origin

from copkit import cells
from copkit.models.feedback import ITEMS, Answer


class Unread(NamedTuple):
    """A cell that is no answer to its item. Lines are counted from 1, the headings'."""

    line: int
    item: str


class Feedback(NamedTuple):
    """The forms of a session: a record each, the items that were asked, and the cells that could not be read."""

    answers: tuple[Answer, ...] = ()
    items: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()

    @property
    def forms(self) -> int:
        """How many people answered."""
        return len(self.answers)

    def given(self, item: str) -> tuple[Any, ...]:
        """The answers to one item, of those who gave one."""
        values = (getattr(answer, item) for answer in self.answers)
        return tuple(value for value in values if value not in (None, ""))


def read_feedback(data: bytes) -> Feedback:
    """The answers in the bytes of a feedback table. Never raises; headings that are not items are left alone."""
    text = data.decode("utf-8-sig", "replace")
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        rows = [(reader.line_num, row) for row in reader]
    except csv.Error:
        return Feedback()
    if not rows:
        return Feedback()
    heading = [cell.strip().casefold() for cell in rows[0][1]]
    columns = {item: heading.index(item) for item in ITEMS if item in heading}
    answers: list[Answer] = []
    unread: list[Unread] = []
    for line, row in rows[1:]:
        if any(cell.strip() for cell in row):
            answers.append(_answer(row, columns, line, unread))
    return Feedback(tuple(answers), tuple(columns), tuple(unread))


def _answer(row: list[str], columns: dict[str, int], line: int, unread: list[Unread]) -> Answer:
    found: dict[str, Any] = {}
    for item, column in columns.items():
        cell = row[column].strip() if column < len(row) else ""
        if not cell:
            continue
        value = read_item(item, cells.plain(cell))
        if value is None:
            unread.append(Unread(line, item))
        else:
            found[item] = value
    return Answer(**found)


def read_item(item: str, text: str) -> int | str | None:
    """The value of a cell: a score, one of the item's words, or a text; None where it is none of them."""
    words = CHOICES.get(item)
    if words is None:
        return text
    if not words:
        return int(text) if text in ("1", "2", "3", "4", "5") else None
    word = text.casefold()
    return word if word in words else None


def _choices() -> dict[str, tuple[str, ...]]:
    """The words that may answer an item: none for a score; an item answered in words of one's own is left out."""
    found: dict[str, tuple[str, ...]] = {}
    for item in ITEMS:
        kinds = _parts(Answer.__annotations__[item])
        words = tuple(word for kind in kinds if get_origin(kind) is Literal for word in get_args(kind))
        if words or int in kinds:
            found[item] = words
    return found


def _parts(annotation: Any) -> list[Any]:
    """The bare types of an annotation, with `Annotated` and unions taken apart."""
    inner = get_args(annotation)
    if not inner or get_origin(annotation) is Literal:
        return [annotation]
    if hasattr(annotation, "__metadata__"):
        return _parts(annotation.__origin__)
    return [part for one in inner for part in _parts(one)]


CHOICES = _choices()
