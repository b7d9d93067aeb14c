"""What the portfolio says in a few sentences, made from its figures alone."""

from collections.abc import Iterator
from typing import NamedTuple

from copkit import lexicon
from copkit.dates import say_number
from copkit.documents.citing import Cited, cite
from copkit.documents.portfolio.source import Portfolio
from copkit.metrics import Figure

say = lexicon.Words("portfolio.findings")


class Number(NamedTuple):
    """A figure and what it counts."""

    figure: Cited
    words: str


def strip(portfolio: Portfolio) -> tuple[Number, ...]:
    """The figures that a board looks at first."""
    many = len(portfolio.shares)
    first = Number(Cited(say_number(many), ""), "community" if many == 1 else "communities")
    of_one = lexicon.table("portfolio.strip_of_one")
    rows = [
        (portfolio.figure(code), words, of_one.get(code, ""))
        for code, words in lexicon.table("portfolio.strip").items()
    ]
    told = [row for row in rows if (one := row[0]) is not None and (one.hidden or one.value is not None)]
    return (first, *(Number(cite(one), (_is_one(one) and alone) or words) for one, words, alone in told))


def lead(portfolio: Portfolio) -> str:
    """The year in two or three sentences."""
    return " ".join(_sentences(portfolio)) or say("nothing_has_been_held_yet")


def _sentences(portfolio: Portfolio) -> Iterator[str]:
    held, people, places = (_known(portfolio.figure(code)) for code in ("D1", "P1", "P2"))
    several = len(portfolio.shares) != 1
    if held is not None:
        came = "person" if _is_one(people) else "different people"
        who = f", and {people.said} {came} came" if people is not None else ""
        where = f" from {organisations_of(portfolio)}" if people is not None and places is not None else ""
        subject = f"{say_number(len(portfolio.shares))} communities" if several else "One community"
        due = "session that was due" if held.denominator == 1 else "sessions that were due"
        yield f"{subject} held {held.fraction} {due}{who}{where}."
    using, trying = _known(portfolio.figure("A2")), _known(portfolio.figure("A3"))
    if using is not None and trying is not None and using.denominator:
        more, have = int(trying.numerator), "has" if using.numerator == 1 else "have"
        are = "is" if more == 1 else "are"
        yield (
            "Counting each organisation once for each initiative that it could use, "
            f"{using.fraction} {have} adopted it and {say_number(more)} more {are} on the way."
        )


def organisations_of(portfolio: Portfolio) -> str:
    """`31 organisations`: all from which somebody came, those out of scope as well."""
    found = [portfolio.figure("P2", label) for label in ("", "out of scope")]
    number = sum(int(one.numerator) for one in found if one is not None)
    return f"{say_number(number)} organisation{'' if number == 1 else 's'}"


def _is_one(figure: Figure | None) -> bool:
    """Whether a count came to one, so that its noun has no plural."""
    return figure is not None and figure.denominator is None and figure.value == 1


def _known(figure: Figure | None) -> Figure | None:
    return figure if figure is not None and not figure.hidden and figure.value is not None else None
