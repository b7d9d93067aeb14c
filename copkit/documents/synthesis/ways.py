"""Page 7: how the community worked, what became of its promises, and where it was heard."""

from dataclasses import dataclass
from typing import NamedTuple

from copkit import lexicon
from copkit.documents.annual import Annual
from copkit.documents.people_held import Reading
from copkit.documents.synthesis import beyond, promises, worked
from copkit.documents.synthesis.beyond import Went
from copkit.documents.synthesis.promises import Changed, Outcome
from copkit.documents.synthesis.references import Ref, ref
from copkit.documents.synthesis.worked import Practice
from copkit.models.review import Review

say = lexicon.Words("synthesis.ways")

MOST = 3
"""So many practices of a kind are printed, those seen at most meetings first."""


class Kept(NamedTuple):
    """Practices of one verdict: its word with how many, those printed, and how many more there are."""

    title: str
    practices: tuple[Practice, ...]
    more: str


@dataclass(frozen=True)
class Ways:
    """The page. Each part falls away where it is empty."""

    practices: tuple[Kept, ...]
    promises: tuple[Outcome, ...]
    said_did: tuple[Changed, ...]
    did_not_work: tuple[str, ...]
    went: tuple[Went, ...]
    held_back: str
    of_practices: Ref
    of_events: Ref


def build(annual: Annual) -> Ways:
    """How we worked."""
    read, review = Reading(), annual.review or Review()
    promised, way, out = promises.build(annual), worked.build(annual), beyond.build(annual)
    kinds = (
        (say("keep", number=len(way.kept)), way.kept),
        (say("change", number=len(way.changed)), way.changed),
        (say("drop", number=len(way.dropped)), way.dropped),
    )
    return Ways(
        practices=tuple(_kept(title, rows) for title, rows in kinds if rows),
        promises=promised.promises,
        said_did=promised.changed,
        did_not_work=read.each(review.did_not_work),
        went=out.events,
        held_back=read.kept,
        of_practices=Ref("worked", say("practices")),
        of_events=ref("X1"),
    )


def _kept(title: str, rows: tuple[Practice, ...]) -> Kept:
    ordered = sorted(rows, key=lambda one: -one.seen.count(","))
    rest = len(rows) - MOST
    more = say("more", number=rest) if rest > 0 else ""
    return Kept(title, tuple(ordered[:MOST]), more)
