"""The index of the Exemplar Hub: what is worth pointing at, by stage, with who uses it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from copkit import lexicon
from copkit.documents.annual import Annual
from copkit.documents.exemplar import EXEMPLARY
from copkit.documents.exemplar.users import adopted
from copkit.documents.people_held import Reader
from copkit.documents.several import Several
from copkit.metrics.standing import stage_on
from copkit.models.initiative import Initiative
from copkit.render.meta import Meta

say = lexicon.Words("exemplar_index")


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


def index(of: Several) -> PublicIndex:
    """The index of one community or of all."""
    several = len(of.annuals) > 1
    every = [(one, initiative, str(stage)) for one in of.annuals for initiative, stage in _surfaced(one)]
    shelves = tuple(
        Shelf(title, tuple(sorted(_listed(one, it) for one, it, now in every if now == stage)))
        for stage, title in say.table("shelves").items()
    )
    stages = [stage for _, _, stage in every]
    return PublicIndex(
        meta=_meta(of.first, several=several),
        shelves=tuple(shelf for shelf in shelves if shelf.rows),
        exemplars=sum(stage in EXEMPLARY for stage in stages),
        several=several,
        earlier=sum(stage not in (*say.table("shelves"), "stopped") for stage in stages),
        stopped=stages.count("stopped"),
    )


def _meta(of: Annual, *, several: bool) -> Meta:
    made = of.meta(say("the_exemplar_hub"), say("what_has_been_tried_here"))
    programme = of.shared.programme
    if not several:
        return made
    author = lexicon.text("common.team_of", name=programme.programme)
    return replace(made, community=programme.programme, author=author, contact=programme.contact or of.contact)


def _surfaced(of: Annual) -> Iterator[tuple[Initiative, object]]:
    for _, one in sorted(of.community.initiatives.items()):
        stage = stage_on(of.community, one, of.today)
        if stage is not None:
            yield one, stage


def _listed(of: Annual, one: Initiative) -> Listed:
    known = (line for line in one.evidence if line.date is None or line.date <= of.today)
    strengths = [line.strength for line in known if line.strength]
    best = next(
        (words for words in reversed(list(lexicon.table("exemplar.strengths"))) if words in strengths), None
    )
    read = Reader()
    return Listed(
        name=read.title(one.name, say("without_a_name"), say("an_initiative")),
        community=of.community.short,
        summary=read(one.summary),
        adopted=adopted(of, one) or say("not_listed_yet"),
        spread=(one.spread or say("not_said_how_far")).capitalize(),
        evidence=lexicon.table("exemplar.strengths")[best] if best else say("no_evidence_yet"),
    )
