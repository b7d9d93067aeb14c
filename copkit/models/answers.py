"""The answers to a session's feedback form, read from their table: what can be read is, and the rest is said."""

import csv
import io
from typing import Any, NamedTuple

from copkit import cells
from copkit.models.base import Part
from copkit.models.feedback import FOLLOW_UP_ITEMS, FOLLOW_UP_PATH, ITEMS, PATH, Answer, FollowUp
from copkit.models.fields import fields


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


class Survey(NamedTuple):
    """A form that is given out: what its files are called, where they lie, and what it asks.

    `choices` has the words that may answer an item, none for a score; `words` are the items that people answer in
    words of their own.
    """

    name: str
    path: str
    record: type[Part]
    items: tuple[str, ...]
    choices: dict[str, tuple[str, ...]]
    words: tuple[str, ...]

    def path_of(self, community: str, session: str) -> str:
        """The path of a session's table in the workspace."""
        return self.path.replace("COMMUNITY", community).replace("SESSION", session)


def read_feedback(data: bytes) -> Feedback:
    """The answers in the bytes of a feedback table. Never raises; headings that are not items are left alone."""
    answers, columns, unread = _read(data, FEEDBACK)
    return Feedback(answers, columns, unread)


def read_follow_up(data: bytes) -> tuple[FollowUp, ...]:
    """The answers in the bytes of a table of three months later, read with the same care."""
    found: tuple[FollowUp, ...] = _read(data, FOLLOW_UP)[0]
    return found


def _read(data: bytes, survey: Survey) -> tuple[tuple[Any, ...], tuple[str, ...], tuple[Unread, ...]]:
    text = data.decode("utf-8-sig", "replace")
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        rows = [(reader.line_num, row) for row in reader]
    except csv.Error:
        return (), (), ()
    if not rows:
        return (), (), ()
    heading = [cell.strip().casefold() for cell in rows[0][1]]
    columns = {item: heading.index(item) for item in survey.items if item in heading}
    unread: list[Unread] = []
    answers = tuple(
        survey.record(**_given(row, columns, line, unread, survey))
        for line, row in rows[1:]
        if any(cell.strip() for cell in row)
    )
    return answers, tuple(columns), tuple(unread)


def _given(
    row: list[str], columns: dict[str, int], line: int, unread: list[Unread], survey: Survey
) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for item, column in columns.items():
        cell = row[column].strip() if column < len(row) else ""
        if not cell:
            continue
        value = read_item(item, cells.plain(cell), survey.choices)
        if value is None:
            unread.append(Unread(line, item))
        else:
            found[item] = value
    return found


def read_item(item: str, text: str, choices: dict[str, tuple[str, ...]] | None = None) -> int | str | None:
    """The value of a cell: a score, one of the item's words, or a text; None where it is none of them."""
    words = (CHOICES if choices is None else choices).get(item)
    if words is None:
        return text
    if not words:
        return int(text) if text in ("1", "2", "3", "4", "5") else None
    word = text.casefold()
    return word if word in words else None


def _choices(record: type[Part], items: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The words that may answer an item: none for a score; an item answered in words of one's own is left out."""
    shapes = {item: fields(record)[item].shape for item in items}
    return {item: shape.words for item, shape in shapes.items() if shape.form in ("choice", "whole")}


def _survey(name: str, path: str, record: type[Part], items: tuple[str, ...]) -> Survey:
    choices = _choices(record, items)
    return Survey(name, path, record, items, choices, tuple(item for item in items if item not in choices))


FEEDBACK = _survey("feedback", PATH, Answer, ITEMS)
"""The form of the day itself."""
FOLLOW_UP = _survey("follow_up", FOLLOW_UP_PATH, FollowUp, FOLLOW_UP_ITEMS)
"""The form of three months later."""
CHOICES = FEEDBACK.choices
