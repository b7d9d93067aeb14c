"""What nobody knows, in a fixed order, and at most four lines of it."""

from collections.abc import Iterator
from typing import NamedTuple

from copkit import lexicon
from copkit.documents.front.grounds import Grounds
from copkit.documents.front.judged import FEW
from copkit.documents.front.lines import Line
from copkit.documents.saying import Forms, Parts, of_share
from copkit.metrics.value import amount_of

say = lexicon.Words("front.unknown")
MOST, ROOM = 4, 3
SILENT, WITHOUT = Forms("front.unknown.silent"), Forms("front.unknown.without")


class Gaps(NamedTuple):
    """What is not on record besides figures.

    Of how many meetings due how many have no notes, or no list of who came; whether anything was compared with what
    did not change, whether costs are known; and in a sentence that no year is beside.
    """

    due: int = 0
    silent: int = 0
    without: int = 0
    compared: bool = False
    costs: bool = False
    year: str = ""


def unknown(grounds: Grounds, gaps: Gaps) -> tuple[Line, ...]:
    """What is not known, as far as there is room; which signs cannot be judged only where there is plenty."""
    found = tuple(_all(grounds, gaps))
    return (*found, *_not_judged(grounds))[: max(ROOM, min(len(found), MOST))]


def _all(grounds: Grounds, gaps: Gaps) -> Iterator[Line]:
    yield from _forms(grounds)
    if gaps.silent:
        yield Line(SILENT.parts(amount_of(gaps.silent, gaps.due)), "", "D1")
    elif gaps.without:
        yield Line(WITHOUT.parts(amount_of(gaps.without, gaps.due)), "", "M3")
    if not gaps.compared:
        yield plain(say("anyway"))
    if not gaps.costs:
        yield plain(say("costs"))
    if gaps.year:
        yield plain(gaps.year)


def plain(text: str) -> Line:
    """A line without a number."""
    return Line(Parts("", "", text), "", "")


def _forms(grounds: Grounds) -> Iterator[Line]:
    """What those thought who gave no form; that no form has come back where none has."""
    found = grounds.figure("V4", "response")
    if found is None or found.hidden:
        return
    if not found.amount.is_counted or not found.numerator:
        yield plain(say("no_form"))
        return
    rest = amount_of((found.denominator or 0) - found.numerator, found.denominator)
    if rest.counted > 0 and (rest.of or 0) >= FEW:
        yield Line(of_share("front.unknown.no_form_of", rest), "", "V4")


def _not_judged(grounds: Grounds) -> Iterator[Line]:
    asked = [one.rule.question for one in grounds.signs if one.standing == "not known"]
    if asked:
        yield plain(say("not_judged", questions=" ".join(asked)))
