"""A new feedback form: which of its questions is which item."""

from collections.abc import Iterable
from typing import NamedTuple

from copkit.new.texts import Home, new_file


class Question(NamedTuple):
    """A question of the form, and the item that it asks."""

    question: str
    item: str


class _Form(NamedTuple):
    questions: tuple[Question, ...]


def feedback_form_file(home: Home, path: str, questions: Iterable[Question] = ()) -> bytes:
    """The file of a new form. One that is begun has no questions yet."""
    return new_file(home, path, "feedback_form.yaml.j2", _Form(tuple(questions)))
