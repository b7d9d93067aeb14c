"""What somebody does who takes an initiative up, and what they should know first."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from copkit import lexicon
from copkit.dates import say_date
from copkit.documents.annual import Annual
from copkit.documents.people_held import Reader
from copkit.models.initiative import Initiative, InitiativeStage, SmallTest

say = lexicon.Words("exemplar")

MOST = 3
UNTRIED: tuple[InitiativeStage, ...] = ("spotted", "exploring", "testing", "stopped")
"""The stages at which nobody is told to do it: how far it was tested stands there instead."""


class Cell(NamedTuple):
    """A word, and what was typed for it."""

    word: str
    text: str


class Doing(NamedTuple):
    """At most three lines to do, what to know first, what was typed besides, and the last small test."""

    lines: tuple[str, ...]
    cells: tuple[Cell, ...]
    besides: tuple[Cell, ...]
    tested: tuple[Cell, ...]


def doing(of: Annual, read: Reader, one: Initiative, stage: InitiativeStage) -> Doing:
    """What to do, what to know, and what was tried, of an initiative at a stage."""
    must, how = read.each(one.must_stay), read(one.how_to_adopt)
    typed = read.each(one.do_this)
    held = lexicon.text("figures.names_somebody")
    every = [text for text in typed or (*must, how) if text and text != held]
    lines = () if stage in UNTRIED else tuple(every[:MOST])
    told = {_plain(line) for line in lines}
    cells = (
        (say("person"), " ".join(filter(None, (_ended(read(one.people)), _helps(read, one))))),
        (say("problem"), read(one.problem)),
        (say("may_change"), "; ".join(read.each(one.may_change))),
        (say("needs"), read(one.needs)),
        (say("equity"), read(one.equity)),
        (say("next"), read(one.next_step)),
    )
    besides = (
        (say("and_then"), "; ".join(text for text in typed if _plain(text) not in told)),
        (say("must_stay"), "; ".join(text for text in must if _plain(text) not in told)),
        (say("how"), "" if _plain(how) in told else how),
    )
    tested = tuple(_tested(of, read, one)) if stage in UNTRIED else ()
    return Doing(lines, _cells(cells), _cells(besides), tested)


def _cells(pairs: Iterable[tuple[str, str]]) -> tuple[Cell, ...]:
    return tuple(Cell(word, _ended(text)) for word, text in pairs if text)


def _plain(text: str) -> str:
    return text.casefold().rstrip(".")


def _helps(read: Reader, one: Initiative) -> str:
    helps = read.each(one.helps)
    return say("makes_better", what="; ".join(helps)) if helps else ""


def _ended(text: str) -> str:
    return text if not text or text[-1] in ".?!" else f"{text}."


def _tested(of: Annual, read: Reader, one: Initiative) -> Iterator[Cell]:
    """The last small test: when, what was planned, done and seen, and what came of it."""
    past: list[SmallTest] = [test for test in one.tests if test.date is None or test.date <= of.today]
    if not past:
        return
    last = max(past, key=lambda test: test.date.toordinal() if test.date else 0)
    texts = (last.plan, last.do, last.study, last.act)
    said = ((word, _ended(read(text))) for word, text in zip(say.lines("test"), texts, strict=True))
    when = say("last_test_on", day=say_date(last.date)) if last.date else say("last_test")
    yield Cell(when, " ".join(f"{word}: {text}" for word, text in said if text))
