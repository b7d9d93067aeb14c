"""Marks in words: few as a sentence, equal ones as a list, many by those that stand out; pictures in a sentence."""

from collections.abc import Sequence

from copkit import lexicon
from copkit.render.charts.choosing import Form
from copkit.render.charts.letters import clean
from copkit.render.charts.rows import Chart, Row
from copkit.render.charts.words import sentence

#: The most words of an alternative text, of what it is about in it, and of a name in it.
ALT, SUBJECT, NAME = 30, 10, 4
TOP = 3

wording = lexicon.Words("charts")


def brief(text: str, words: int) -> str:
    """A text cut to so many words."""
    said = clean(text).split()
    return " ".join(said[:words]).rstrip(",;:.") + "…" if len(said) > words else " ".join(said)


def in_one_sentence(said: str) -> str:
    """An alternative text: one sentence of at most thirty words."""
    return sentence([brief(said.rstrip("."), ALT)])


def ranging(form: Form, what: str, least: Row, most: Row, number: int) -> str:
    """The alternative text of marks: their form, what they are, the least and the most."""
    return in_one_sentence(
        wording(
            "ranging",
            form=wording.table("forms")[form],
            what=brief(what, SUBJECT),
            least=least.value,
            of_least=brief(least.label, NAME),
            most=most.value,
            of_most=brief(most.label, NAME),
            number=number,
        )
    )


def in_words(form: Form, rows: Sequence[Row], what: str) -> Chart:
    """Marks without a picture; `rows` from the most to the least."""
    if form is Form.NONE:
        return Chart("", sentence([wording("nothing_yet", what=clean(what))]), form=form)
    said = sentence(map(_said, rows), clean(what))
    if form is Form.SENTENCE:
        return Chart("", said, form=form)
    if form is Form.MOST:
        return Chart("", _standing_out(rows, what), form=form)
    return Chart("", said, rows=tuple(row._replace(long=-1) for row in rows), form=form)


def _said(row: Row) -> str:
    said = f"{clean(row.label)}: {row.value}"
    return wording("with_note", value=said, note=row.note) if row.note else said


def _standing_out(rows: Sequence[Row], what: str) -> str:
    """The three most, those that have least, and those of which nothing is known or may be."""
    known = [row for row in rows if row.long >= 0]
    most = lexicon.listed(f"{clean(row.label)} ({row.value})" for row in known[:TOP])
    least = [row for row in known[TOP:] if row.value == known[-1].value]
    between = len(known) - TOP - len(least)
    told = wording.plural("others_between", between) if between > 0 else ""
    last = wording("have_least", names=_names(least), value=least[0].value) if least else ""
    why = dict.fromkeys(row.value for row in rows if row.long < 0)
    silent = (f"{_names([row for row in rows if row.long < 0 and row.value == one])}: {one}" for one in why)
    first = wording("have_most", what=clean(what), names=most) if most else clean(what)
    return sentence([first, told, last, *silent])


def _names(rows: Sequence[Row]) -> str:
    return lexicon.listed(clean(row.label) for row in rows)
