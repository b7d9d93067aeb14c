"""The answers to a feedback form as a survey tool exports them, without anything that says whose they are."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from copkit import lexicon
from copkit.importers.columns import plain
from copkit.importers.questions import Column, asks_for_leave, columns_of, is_private, item_of
from copkit.importers.receipt import NOTHING_SAID, Decided, Receipt, Said, pick_sheet
from copkit.importers.scales import Scale, scale_of
from copkit.importers.tables import Rows, Unreadable, sheets_in
from copkit.models.answers import FEEDBACK, FOLLOW_UP, Survey
from copkit.patterns import when_used
from copkit.visible import visible

Answers = dict[str, str]
"""One form: the answer to each item, as the feedback table holds it."""

_SCORES, _SPELT = lexicon.meanings("form_scores"), lexicon.spellings("form_words")
_OF, _OUT_OF = lexicon.either("form_words", "of", "out_of"), lexicon.either("form_words", "out_of")
_SCORE = when_used(
    rf"([1-5])(?:[.,]0+)?(?:\s*(?:/|{_OF})\s*5)?(?!\s*(?:/|{_OUT_OF}))(?![\d.,]*\d)(?:\D.*)?", re.DOTALL
)


class Form(NamedTuple):
    """An exported form: the columns that ask something, and its rows of cells."""

    columns: list[Column]
    rows: Rows
    survey: Survey
    receipt: Receipt

    def answers(self, items: Mapping[int, str]) -> tuple[list[Answers], dict[str, list[str]]]:
        """Each form's answers, with those to an item that could not be read. `items` are by column.

        The receipt says then which question is which item, and which scale was made one to five.
        """
        unread: dict[str, list[str]] = {}
        found = []
        scales = self._scales(items)
        for row in self.rows:
            given = {item: row[index] for index, item in items.items() if index < len(row) and row[index].strip()}
            answers: Answers = {}
            for item, text in given.items():
                if self.survey is FOLLOW_UP and item == "used":
                    answers |= _used(text, given)
                    continue
                scale = scales.get(item, Scale())
                value = normal(item, text, self.survey) if scale.is_usual else scale.of_five(text)
                if value is None:
                    unread.setdefault(item, []).append(text.strip())
                else:
                    answers[item] = value
            if given:
                found.append({item: answers.get(item, "") for item in self.survey.items})
        return found, unread

    def _scales(self, items: Mapping[int, str]) -> dict[str, Scale]:
        """The scale of each item that is a score; the receipt says where it is not one to five."""
        questions = {column.at: column.question for column in self.columns}
        self.receipt.columns = {questions[at]: item for at, item in items.items()}
        found: dict[str, Scale] = {}
        for at, item in items.items():
            if self.survey.choices.get(item) != ():
                continue
            found[item] = scale = scale_of(questions[at], [row[at] for row in self.rows if at < len(row)])
            if scale.high == 10:
                self.receipt.decided.append(Decided(item, f"{scale.low} to 10 made 1 to 5", scale.why))
        return found


def _used(text: str, given: Mapping[str, str]) -> Answers:
    """“I used …”: yes or no, or what was used, which is a yes; `what` keeps it unless that was asked as well."""
    choice = _choice(("yes", "no"), text)
    if choice is None and (plain(text) in (*_SPELT["nothing"], *_SPELT["unsure"])):
        choice = "no"
    if choice is not None and (choice == "no" or plain(text) in _SPELT["yes"]):
        return {"used": choice}
    words = normal("what", text, FOLLOW_UP) or ""
    return {"used": "yes"} | ({} if given.get("what") else {"what": words})


def read_form(
    data: bytes, known: Mapping[str, str], survey: Survey = FEEDBACK, said: Said = NOTHING_SAID
) -> Form:
    """The form in a file. `known` gives items by the plain words of a question.

    Raises `Unreadable`, and `Doubt` where several sheets could be meant.
    """
    receipt = Receipt()

    def worth(rows: Rows) -> int:
        return max((_worth(row, known, survey) for row in rows[:10]), default=0)

    [sheet] = pick_sheet(sheets_in(data, worth), worth, said, receipt)
    rows = [row for row in sheet.rows if any(row)]
    best = max(range(min(len(rows), 10)), key=lambda index: _worth(rows[index], known, survey), default=None)
    if best is None:
        raise Unreadable("there is no table in this file", "Download the answers again, as CSV.")
    headers, body = rows[best], rows[best + 1 :]
    receipt.not_read = [header for header in headers if asks_for_leave(header) and plain(header) not in known]
    if body and _is_second_header(headers, body[0], known):
        headers, body = _joined(headers, body[0]), body[1:]
    return Form(columns_of(headers, known, survey.name), body, survey, receipt)


def _worth(row: Sequence[str], known: Mapping[str, str], survey: Survey) -> int:
    """How much a row looks like the headings of a form."""
    asks = [plain(cell) in known or item_of(cell, survey.name) is not None for cell in row]
    return sum(2 if ask else 1 for cell, ask in zip(row, asks, strict=True) if cell and (ask or _heads(cell)))


def _heads(cell: str) -> bool:
    return is_private(cell) or cell.rstrip().endswith("?")


_OPEN = frozenset(lexicon.spellings("form_headers")["kind_of_answer"])


def _is_second_header(first: Sequence[str], second: Sequence[str], known: Mapping[str, str]) -> bool:
    """Whether the line below the questions belongs to them: parts of a question, or what kind of answer it takes.

    It has words where the first line is empty, or survey tools' own words; and no answer, time or address.
    """
    given = [cell for cell in second if cell]
    if not given or any(re.search(r"@|\d{1,2}[:/]\d{2}|^\d+$", cell) for cell in given):
        return False
    below_nothing = sum(
        1 for index, cell in enumerate(second) if cell and not (index < len(first) and first[index])
    )
    return any(plain(cell) in _OPEN for cell in given) or below_nothing > 0


def _joined(first: Sequence[str], second: Sequence[str]) -> list[str]:
    """Two lines of headings as one: a question goes on over the empty cells to its right."""
    made, current = [], ""
    for index in range(max(len(first), len(second))):
        above = first[index] if index < len(first) else ""
        below = second[index] if index < len(second) else ""
        current = above or current
        part = "" if plain(below) in _OPEN else below
        made.append(f"{current} {part}".strip() if above or part else "")
    return made


def normal(item: str, text: str, survey: Survey = FEEDBACK) -> str | None:
    """An answer as the feedback table holds it: a score, a word such as maybe, or a text; None where it is none."""
    words = survey.choices.get(item)
    if words is None:
        return visible(" ".join(part for part in text.replace(";", "; ").split())).strip("; ")
    parts = [part.strip() for part in text.split(";") if part.strip()]
    found = {_choice(words, part) if words else _score(part) for part in parts}
    return found.pop() if len(found) == 1 else None


def _score(text: str) -> str | None:
    if stars := text.count("★") or text.count("⭐"):
        return str(stars) if 1 <= stars <= 5 else None
    match = _SCORE.fullmatch(text.strip())
    return match[1] if match else _SCORES.get(plain(text))


def _choice(words: Iterable[str], text: str) -> str | None:
    bare = plain(text)
    first = bare.partition(" ")[0]
    if bare in _SPELT["unsure"]:
        return next((word for word in ("maybe", "unsure") if word in words), None)
    if bare in _SPELT["yes"] or (first in _SPELT["yes_first"] and len(bare) < 40):
        return "yes"
    no = bare in _SPELT["no"] or (first in _SPELT["no_first"] and len(bare) < 40)
    return "no" if no else None
