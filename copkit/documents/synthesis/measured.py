"""Page 2: what was measured before and after, what was only counted, and where each idea stands."""

from dataclasses import dataclass
from typing import NamedTuple

from copkit import lexicon
from copkit.documents.annual import Annual
from copkit.documents.pairs import Pair, counted_only, pairs_of
from copkit.documents.people_held import Reader
from copkit.documents.saying import capital, few
from copkit.documents.synthesis.references import Ref, ref
from copkit.documents.synthesis.started import name_of, standing
from copkit.metrics.standing import STAGES
from copkit.render.charts import Chart, Thing, board, pairs
from copkit.render.charts import Pair as Bars

say = lexicon.Words("synthesis.measured")

MOST, FEWER = 4, 2
"""So many pairs are printed, and so many where the page has no room."""


class Before(NamedTuple):
    """A measure before and after: its title, and of what, how many and compared with what it is."""

    title: str
    under: str
    chart: Chart | None


@dataclass(frozen=True)
class Measured:
    """The page. `more` says of what was measured besides, `board_title` how many ideas there are."""

    compared: str
    pairs: tuple[Before, ...]
    short: int
    more: str
    board_title: str
    board: Chart | None
    of_pairs: Ref
    of_stages: Ref


def build(annual: Annual) -> Measured:
    """What was measured, and how far each idea has come."""
    found, ideas = pairs_of(annual), len(standing(annual))
    return Measured(
        compared=_compared(found),
        pairs=_printed(found[:MOST]),
        short=FEWER,
        more=" ".join(_more(annual, found)),
        board_title=say.plural("where_ideas_stand", ideas, number=few(ideas)) if ideas else "",
        board=_board(annual) if ideas else None,
        of_pairs=Ref("measured", say("reference")),
        of_stages=ref("A1"),
    )


def _printed(measured: tuple[Pair, ...]) -> tuple[Before, ...]:
    """The pairs with their pictures, all of a unit on one scale; those whose numbers cannot be read have none."""
    drawn = [one for one in measured if one.before is not None]
    pictures = dict(zip(drawn, pairs([_bars(one) for one in drawn]), strict=True))
    return tuple(Before(one.title, _under(one), pictures.get(one)) for one in measured)


def _under(one: Pair) -> str:
    compared = say("compared", what=one.compared) if one.compared else ""
    return f"{one.under}{compared}"


def _bars(one: Pair) -> Bars:
    return Bars(
        one.what,
        one.before or 0,
        one.after or 0,
        one.unit,
        one.before_when,
        one.after_when,
        one.before_of,
        one.after_of,
    )


def _compared(found: tuple[Pair, ...]) -> str:
    """How many pairs there are, and with what they were compared."""
    if not found:
        return say("nothing")
    many = capital(say.plural("before_and_after", len(found), number=few(len(found))))
    beside = [one for one in found if one.compared]
    if not beside:
        return say.plural("none_compared", len(found), said=many)
    if len(beside) == len(found):
        return say("all_compared", said=many)
    return say.plural("some_compared", len(beside), said=many, number=capital(few(len(beside))))


def _more(annual: Annual, every: tuple[Pair, ...]) -> list[str]:
    """What is in the evidence besides: pairs without room, what was only counted, what was not measured."""
    found, rest, only = [], len(every) - MOST, counted_only(annual)
    if rest > 0:
        found.append(capital(say.plural("more_pairs", rest, number=few(rest))))
    if only:
        listed = "; ".join(only)
        found.append(capital(say.plural("only_counted", len(only), number=few(len(only)), listed=listed)))
    unmeasured = sum(
        not one.evidence for name, one in annual.community.initiatives.items() if _is_on_record(annual, name)
    )
    if unmeasured:
        found.append(capital(say.plural("not_measured", unmeasured, number=few(unmeasured))))
    return found


def _is_on_record(annual: Annual, name: str) -> bool:
    return any(key == name for key, _ in standing(annual))


def _board(annual: Annual) -> Chart:
    """Each idea at its stage, with what happens next, or why it stopped."""
    read, words = Reader(), lexicon.table("synthesis.started.stages")
    things = [
        Thing(name_of(annual, key), words[at], read(annual.community.initiatives[key].next_step), at == "stopped")
        for key, at in standing(annual)
    ]
    return board(things, [words[stage] for stage in STAGES], what=say("ideas"))
