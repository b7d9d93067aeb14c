"""The index of the Exemplar Hub: what is worth pointing at, by stage, with who uses it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from copkit.documents.annual import Annual
from copkit.documents.exemplar import EXEMPLARY, STRENGTH_WORDS, adopted
from copkit.documents.people_held import Reader
from copkit.metrics.standing import stage_on
from copkit.models.initiative import Initiative
from copkit.render.meta import Meta

SHELVES = {
    "embedded": "Embedded: part of normal work",
    "spreading": "Spreading: others take it up",
    "exemplar": "Exemplar: worth pointing at",
    "promising": "Promising: on the shortlist",
}
"""The stages that the index lists, those that went furthest first."""
STRONGEST = tuple(reversed(STRENGTH_WORDS))


class Listed(NamedTuple):
    """One initiative: its community, what it is, who uses it, how far it went, its strongest evidence."""

    name: str
    community: str
    summary: str
    adopted: str
    spread: str
    evidence: str


class Shelf(NamedTuple):
    """The initiatives at one stage."""

    title: str
    rows: tuple[Listed, ...]


@dataclass(frozen=True, kw_only=True)
class PublicIndex:
    """The hub's index. `earlier` counts initiatives that are not listed yet, `stopped` those that were given up."""

    meta: Meta
    shelves: tuple[Shelf, ...]
    exemplars: int
    several: bool
    earlier: int
    stopped: int


def index(annuals: Sequence[Annual]) -> PublicIndex:
    """The index of one community or of all, for the audience and the day of its parts."""
    of, several = annuals[0], len(annuals) > 1
    every = [(one, initiative, str(stage)) for one in annuals for initiative, stage in _surfaced(one)]
    shelves = tuple(
        Shelf(title, tuple(sorted(_listed(one, it) for one, it, now in every if now == stage)))
        for stage, title in SHELVES.items()
    )
    stages = [stage for _, _, stage in every]
    return PublicIndex(
        meta=_meta(of, several),
        shelves=tuple(shelf for shelf in shelves if shelf.rows),
        exemplars=sum(stage in EXEMPLARY for stage in stages),
        several=several,
        earlier=sum(stage not in (*SHELVES, "stopped") for stage in stages),
        stopped=stages.count("stopped"),
    )


def _meta(of: Annual, several: bool) -> Meta:
    made = of.meta("The Exemplar Hub", "What has been tried here, works, and can be taken up elsewhere")
    programme = of.shared.programme
    if not several:
        return made
    author = f"The team of {programme.programme}"
    return replace(made, community=programme.programme, author=author, contact=programme.contact or of.contact)


def _surfaced(of: Annual) -> Iterator[tuple[Initiative, object]]:
    for _, one in sorted(of.community.initiatives.items()):
        stage = stage_on(of.community, one, of.today)
        if stage is not None:
            yield one, stage


def _listed(of: Annual, one: Initiative) -> Listed:
    known = (line for line in one.evidence if line.date is None or line.date <= of.today)
    strengths = [line.strength for line in known if line.strength]
    best = next((words for words in STRONGEST if words in strengths), None)
    about, read = of.community.about, Reader(of)
    return Listed(
        name=read.title(one.name or "Without a name", "An initiative"),
        community=about.short or about.name or about.id,
        summary=read(one.summary),
        adopted=adopted(of, one) or "Not listed yet",
        spread=(one.spread or "not said how far").capitalize(),
        evidence=STRENGTH_WORDS[best] if best else "No evidence yet",
    )
