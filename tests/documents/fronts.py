"""The front page of a report, read as somebody would read it: its shares beside the figures they come from."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from copkit.metrics import Figure
from copkit.metrics.base import say_value
from tests.documents.prose import Block, blocks

Figures = Mapping[str, tuple[Figure, ...]]
SLOTS = ("Strongest", "Weakest", "Not known")
"""What a front page has in lines with their numbers."""
SHARE = re.compile(r"\d[\d,]* of \d[\d,]*")
CHECKED = re.compile(r"(\d+) of (\d+) members gave “(.+)” (3 or 4 of 4|1 or 2 of 4)")
"""A line of the members' check, which leads to no figure: its answers stand in a chart of the same report."""


def front_strays(page: str, figures: Figures) -> list[str]:
    """Shares of a front page that are neither of the figure to which their line leads, nor what is left of it."""
    every = blocks(page)
    said = {one.text for one in every if one.tag == "alt"}
    leads = dict(one.text.split(" ", 2)[:2] for one in every if one.tag == "li" and one.text[:1].isdigit())
    front = front_lines(every)
    assert front
    found = []
    for line in front:
        code, check = leads.get(line.rpartition(" ")[2], ""), CHECKED.match(line)
        own = {way for one in figures.get(code, ()) for way in halves(one)}
        if check is not None:
            found += [] if any(_is_in(check, text) for text in said) else [f"{line}: not what the chart says"]
        else:
            found += [f"{code}: {line}" for share in SHARE.findall(line) if share not in own]
    return found


def front_lines(every: list[Block]) -> list[str]:
    """The lines of a front page."""
    heads = [n for n, one in enumerate(every) if one.tag == "h2"]
    slots = [every[begins:ends] for begins, ends in pairwise(heads) if every[begins].text in SLOTS]
    return [one.text for slot in slots for one in slot if one.tag == "li"]


def _is_in(check: re.Match[str], text: str) -> bool:
    """Whether a chart, in words, says as many answers to a question, of as many."""
    number, of, question, which = check.groups()
    counts = [int(many) for many in re.findall(r"(\d+) said", text)]
    return text.startswith(f"{question}: ") and f"{number} said {which}" in text and sum(counts) == int(of)


def sums_astray(page: str, every: Iterable[Figures]) -> list[str]:
    """The shares of the portfolio's front page that no figure has, of all communities together."""
    shares = [share for line in front_lines(blocks(page)) for share in SHARE.findall(line)]
    assert shares
    summed: dict[tuple[str, str], tuple[float, float]] = {}
    for one in (one for own in every for found in own.values() for one in found):
        if one.form == "share" and one.amount.is_counted and one.denominator:
            top, bottom = summed.get((one.code, one.label), (0, 0))
            summed[one.code, one.label] = (top + one.numerator, bottom + one.denominator)
    right = {f"{say_value(one, 0)} of {say_value(of, 0)}" for top, of in summed.values() for one in (top, of - top)}
    return [share for share in shares if share not in right]


def halves(figure: Figure) -> Iterator[str]:
    """A share as a front page says it, and what is left of it."""
    if figure.form == "share" and figure.amount.is_counted and figure.denominator:
        yield figure.fraction
        yield f"{say_value(figure.denominator - figure.numerator, 0)} of {say_value(figure.denominator, 0)}"
