"""Answers in people's own words are held back until somebody has read them; only then do they join the table."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from copkit import cells
from copkit.importers.form import Answers
from copkit.models.answers import FEEDBACK, Survey
from copkit.people.shown import without_contacts

WORDS = FEEDBACK.words
"""The items of the feedback form that people answer in words of their own."""
KEEP, DROP = "keep", "drop"
_OPTIONAL = "only_here"


@dataclass(slots=True)
class Held:
    """A form whose words may still be unread: its answers, and for each item of words whether it is kept."""

    answers: Answers
    read: dict[str, str] = field(default_factory=dict)
    survey: Survey = FEEDBACK

    def unread(self) -> list[str]:
        """The items whose words nobody has read."""
        return [item for item in self.survey.words if self.answers.get(item) and item not in self.read]

    def public(self) -> Answers:
        """The answers without words that are unread or dropped."""
        return {
            item: text if item not in self.survey.words or self.read.get(item) == KEEP else ""
            for item, text in self.answers.items()
        }


def table(forms: Iterable[Answers], items: Sequence[str] | None = None, survey: Survey = FEEDBACK) -> bytes:
    """The feedback table. Its rows are sorted, so that their order tells nothing of who answered when."""
    heading = [item for item in survey.items if item != _OPTIONAL or items is None or item in items]
    rows = sorted([cells.safe(form.get(item, "")) for item in heading] for form in forms)
    return _written([heading, *rows])


def wordless(forms: Iterable[Answers], survey: Survey = FEEDBACK) -> list[Answers]:
    """The forms without anybody's own words."""
    return [{item: "" if item in survey.words else text for item, text in form.items()} for form in forms]


def held_table(forms: Iterable[Held], survey: Survey = FEEDBACK) -> bytes:
    """The forms with their unread words, for the private folder."""
    heading = [*survey.items, *(f"{item}_read" for item in survey.words)]
    rows = sorted(
        [cells.safe(form.answers.get(item, "")) for item in survey.items]
        + [form.read.get(item, "") for item in survey.words]
        for form in forms
    )
    return _written([heading, *rows])


def read_table(data: bytes, survey: Survey = FEEDBACK) -> list[Held]:
    """The forms of a feedback table, or of a held one."""
    made = []
    for row in csv.DictReader(io.StringIO(data.decode("utf-8-sig", "replace"), newline="")):
        answers = {item: cells.plain((row.get(item) or "").strip()) for item in survey.items}
        read = {item: mark for item in survey.words if (mark := row.get(f"{item}_read") or "") in (KEEP, DROP)}
        made.append(Held(answers, read, survey))
    return made


def trouble(text: str) -> str:
    """What in a text says who somebody is: an address or a number. An empty text where there is nothing."""
    if without_contacts(text) != text:
        return "it holds an e-mail address or a long number"
    return "it holds a web address" if re.search(r"https?://|\bwww\.", text) else ""


def _written(rows: Iterable[Sequence[str]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode()
