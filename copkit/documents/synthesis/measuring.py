"""Figures in rows: what was counted, this year beside the last, and the code under which the annex explains it."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from copkit import lexicon
from copkit.dates import short_month
from copkit.documents.annual import Annual
from copkit.documents.citing import Cited, cite, nothing
from copkit.documents.saying import capital
from copkit.metrics import Figure

say = lexicon.Words("synthesis.measuring")

Wanted = tuple[str, str, str]
"""A figure's code and label, and the words that stand for it."""


IF_ASKED = (("V5", ""), ("L1", "asked for certificates"), ("L1", "for certificates"))
"""Figures of forms and wishes that many communities never ask about: without an answer they are no row."""


PART = "–"
"""What a row begins with that says more of the one above it."""


class Measure(NamedTuple):
    """A figure with what was counted, the year before, and its code in the annex."""

    words: str
    now: Cited
    before: Cited
    code: str


class Counted(NamedTuple):
    """A figure under a name: an organisation, a sector, a level."""

    name: str
    number: Cited
    what: str = ""


def measures(annual: Annual, rows: Iterable[Wanted]) -> tuple[Measure, ...]:
    """Those of the figures that this audience may see, beside last year's.

    Where the main figure is nought in both years, what it would be made of is left out unless it has a number; so
    are some of which nobody was asked. A row that begins with a dash is of the row above it, and goes with it.
    """
    found, above = [], True
    for code, label, words in rows:
        figure = annual.figure(code, label)
        earlier = annual.before.figure(code, label) if annual.before else None
        part = words.startswith(PART)
        there = figure is not None and _is_a_row(annual, (code, label), figure, earlier) and (above or not part)
        above = above if part else there
        if there:
            found.append(Measure(words, cite(figure), cite(earlier), code))
    return tuple(found)


def _is_a_row(annual: Annual, key: tuple[str, str], *both: Figure | None) -> bool:
    code, label = key
    asked = key not in IF_ASKED or _was_asked(*both)
    return asked and not (label and _part_of_nothing(annual, code, *both))


def _was_asked(*both: Figure | None) -> bool:
    return any(one is not None and one.amount.kind != "not asked" for one in both)


def _part_of_nothing(annual: Annual, code: str, *both: Figure | None) -> bool:
    """Whether a figure beside the main one has no number this year nor last, and the main one is nought."""
    years = (annual, annual.before) if annual.before else (annual,)
    main = [figure for one in years if (figure := one.figure(code, "")) is not None]
    known_ones = [one for one in both if one is not None]
    return bool(main) and nothing([*main, *known_ones]) and all(one.value is None for one in known_ones)


def last_year(annual: Annual) -> str:
    """The label of the year before, for a column's head; empty in a base year."""
    if annual.before is None:
        return ""
    return annual.before.year.label if annual.whole_year else say("a_year_earlier")


def known(figure: Figure | None) -> Figure | None:
    """A figure that has a number which this audience may see."""
    return figure if figure is not None and figure.value is not None else None


def why_unknown(figure: Figure | None) -> str:
    """Why nobody knows a figure, in a sentence; empty where somebody does, or nothing has come yet."""
    return f"{capital(figure.amount.said)}." if figure is not None and figure.kind == "unknown" else ""


def number(figure: Figure | None) -> int:
    """The whole number at the top of a figure; 0 where there is none."""
    found = known(figure)
    return int(found.numerator) if found else 0


def short(day: date) -> str:
    """A day in a narrow column: `14 Apr`."""
    return f"{day.day} {short_month(day.month)}"
