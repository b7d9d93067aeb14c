"""A sheet of replies to an invitation, as forms and spreadsheets have it: who comes, and how many need what."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from copkit import lexicon
from copkit.importers.columns import option, plain
from copkit.importers.needs import kinds_of
from copkit.importers.receipt import NOTHING_SAID, Choice, Doubt, Left, Receipt, Said, pick_sheet
from copkit.importers.status import ABSENT, APOLOGIES, DECLINED, PART, PRESENT, REGISTERED, bare, meaning_of
from copkit.importers.suggested import NoColumns
from copkit.importers.tables import Rows, sheets_in

COMING, MAYBE, NOT_COMING = "coming", "maybe", "not coming"
ANSWERS = (COMING, MAYBE, NOT_COMING)
"""What a person may answer, and what somebody may say that an answer means."""
FIELDS = ("name", "first", "last", "email", "coming", "access", "meals")
"""What a person may name a column for."""
_ABOUT = ("name", "first", "last", "email")
_HEADERS = lexicon.meanings("member_headers")
_LOOK, _SHOWN = 10, 60
_MEANT = lexicon.meanings("reply_words")
_SENTENCES = lexicon.spellings("reply_sentences")
_BY_STATUS = {
    **dict.fromkeys((PRESENT, PART, REGISTERED), COMING),
    **dict.fromkeys((ABSENT, APOLOGIES, DECLINED), NOT_COMING),
}
_ALONE = re.compile(r"(\w+)\s*(?:[,.;:!–—-]|$)")


class Reply(NamedTuple):
    """One row: who it is, whether they come (empty where they did not say), and kinds of need."""

    number: int
    name: str
    email: str
    answer: str
    access: frozenset[str] = frozenset()
    meals: frozenset[str] = frozenset()


class ReplySheet(NamedTuple):
    """The replies of a sheet, and what was read of it."""

    rows: list[Reply]
    receipt: Receipt


def read_replies(data: bytes, said: Said = NOTHING_SAID) -> ReplySheet:
    """The replies of a sheet.

    Raises `Unreadable`, `NoColumns` where nobody is named or no column says who comes, and `Doubt` where several
    sheets could be meant or an answer could mean anything.
    """
    receipt = Receipt()

    def worth(rows: Rows) -> int:
        return max((len(_fields(row, said)) for row in rows[:_LOOK]), default=0)

    [sheet] = pick_sheet(sheets_in(data, worth), worth, said, receipt)
    rows = sheet.rows
    head = max(range(min(len(rows), _LOOK)), key=lambda at: len(_fields(rows[at], said)), default=None)
    heads = rows[head] if head is not None else []
    first = (head or 0) + 1
    columns = _fields(heads, said)
    _require(columns, heads, rows[first:], said)
    receipt.columns = {heads[at]: field for field, many in columns.items() for at in many}
    receipt.not_read = [cell for at, cell in enumerate(heads) if cell and cell not in receipt.columns]
    below = [(number, row) for number, row in enumerate(rows[first:], first + 1) if any(row)]
    return ReplySheet([_reply(number, row, columns, said, receipt) for number, row in below], receipt)


def _fields(row: Sequence[str], said: Said) -> dict[str, list[int]]:
    """The columns of each field: a form may ask for a name besides the one that it knows."""
    found: dict[str, list[int]] = {}
    for at, header in enumerate(row):
        if header and (field := _field(plain(header), said)):
            found.setdefault(field, []).append(at)
    return found


def _field(words: str, said: Said) -> str:
    """What a column holds, as somebody says; a field of which somebody says it is looked for in no other."""
    known = said.columns.get(words) or _known(words)
    return "" if words not in said.columns and known in said.columns.values() else known


def _known(words: str) -> str:
    if (known := _HEADERS.get(words, "")) in _ABOUT:
        return known
    return next((field for field, pattern in _wordings() if pattern.search(words)), "")


@cache
def _wordings() -> tuple[tuple[str, re.Pattern[str]], ...]:
    every = lexicon.spellings("wordings_of_replies")
    return tuple((field, re.compile("|".join(forms))) for field, forms in every.items())


def _require(columns: Mapping[str, Sequence[int]], heads: Sequence[str], below: Rows, said: Said) -> None:
    """Raise where nobody is named, or no column says who comes; with the one that has answers below it."""
    shown = [header for header in heads if header]
    if not {"name", "email"} & set(columns) and not {"first", "last"} <= set(columns):
        raise NoColumns(shown, "")
    if COMING not in columns and not said.registered:
        known = {field: heads[many[0]] for field, many in columns.items()}
        free = [at for at, header in enumerate(heads) if header and header not in known.values()]
        fits = [at for at in free if _are_answers([row[at] for row in below if at < len(row) and row[at]])]
        raise NoColumns(shown, option({**known, COMING: heads[fits[0]]}) if len(fits) == 1 else "", "who comes")


def _are_answers(cells: Sequence[str]) -> bool:
    return bool(cells) and all(answer_of(cell, {}) for cell in cells)


def _reply(
    number: int, row: Sequence[str], columns: Mapping[str, Sequence[int]], said: Said, receipt: Receipt
) -> Reply:
    def cell(field: str) -> str:
        cells = (row[at].strip() for at in columns.get(field, ()) if at < len(row))
        return next((one for one in cells if one and plain(one) not in _SENTENCES["nobody"]), "")

    name = cell("name") or f"{cell('first')} {cell('last')}".strip()
    typed = cell("coming")
    answer = answer_of(typed, said.words) if COMING in columns else COMING
    if answer is None:
        raise _which(typed)
    if not answer:
        receipt.left_out.append(Left(name or f"row {number}", "no answer"))
    access, meals = kinds_of(cell("access"), "access"), kinds_of(cell("meals"), "meals")
    return Reply(number, name, cell("email"), answer, access, meals)


def answer_of(typed: str, said: Mapping[str, str]) -> str | None:
    """What an answer means: as somebody says, by its words, or by what it begins with; empty for no answer.

    None where nobody knows. A yes that depends on something is no yes.
    """
    words = bare(typed)
    if not words:
        return ""
    if found := said.get(words) or _MEANT.get(plain(typed)):
        return found
    if status := meaning_of(typed, {}):
        return _BY_STATUS.get(status, "")
    return _by_beginning(typed.strip().casefold())


def _by_beginning(typed: str) -> str | None:
    """A yes is none where it is left open; a no stands by itself: “No problem, I will be there” is not one."""
    every = plain(typed).split()
    is_open = not set(_SENTENCES["open"]).isdisjoint(every)
    if every and every[0] in _SENTENCES["yes"]:
        return MAYBE if is_open else COMING
    said_no = _ALONE.match(typed)
    return NOT_COMING if said_no and said_no[1] in _SENTENCES["no"] and not is_open else None


def _which(typed: str) -> Doubt:
    shown = " ".join(typed.split())[:_SHOWN]
    choices = [
        Choice(Said(words={bare(typed): answer}), f'--map "{shown}={answer}"', f"“{shown}” is {answer}")
        for answer in ANSWERS
    ]
    return Doubt(f"whether “{shown}” means that somebody comes is not known", choices)
