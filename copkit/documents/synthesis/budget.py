"""A report keeps its number of pages: it is typeset, and where a page runs over, slots on it give way in order."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from copkit import lexicon
from copkit.documents.synthesis import SynthesisView
from copkit.documents.synthesis.length import STEPS, Forms

say = lexicon.Words("synthesis.budget")

PAGES = {
    "measured": ("pairs",),
    "stories": ("shifts", "second"),
    "used": ("linked", "adoption"),
    "voices": ("forms",),
    "done": ("themes", "groups", "decisions"),
    "ways": ("heard", "said_did"),
}
"""The slots that can give way on each page, by the id of its heading."""
LARGE = 2.5
"""So many times the pages in large print."""


class Sheets(NamedTuple):
    """How many sheets a report takes, and the pages of it that take more than one."""

    number: int
    over: Sequence[str]


class Fitted(NamedTuple):
    """A report as it goes on paper, and what is to be said of it where it is longer than it may be."""

    view: SynthesisView
    warning: str


def fitted(view: SynthesisView, typeset: Callable[[SynthesisView], Sheets]) -> Fitted:
    """The report with as little given up as keeps its length; no text is ever cut."""
    most = round(view.length.pages * (LARGE if view.meta.large else 1))
    sheets = typeset(view)
    while sheets.number > most:
        forms = _less(view.forms, () if view.length.short else sheets.over)
        if forms == view.forms:
            return Fitted(view, say("longer", number=sheets.number, most=most, where=_where(view, sheets)))
        view = replace(view, forms=forms)
        sheets = typeset(view)
    return Fitted(view, "")


def _less(forms: Forms, over: Sequence[str]) -> Forms:
    """The next step down on each page that runs over; of a report whose pages follow one another, the first."""
    groups = [PAGES[page] for page in over if page in PAGES] or [tuple(Forms._fields)]
    for slots in groups:
        step = next((one for one in STEPS if one[0] in slots and _is_below(forms, *one)), None)
        if step is not None:
            forms = forms._replace(**{step[0]: step[1]})
    return forms


def _is_below(forms: Forms, slot: str, form: str) -> bool:
    order = ("full", "short", "link")
    return order.index(form) > order.index(getattr(forms, slot))


def _where(view: SynthesisView, sheets: Sheets) -> str:
    titles = say.table("pages")
    over = () if view.length.short else sheets.over
    return lexicon.listed(titles[page] for page in over if page in titles) or say("all_of_it")
