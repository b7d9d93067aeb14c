"""Section 7: what changed: the matrix of value, stories, initiatives with what was measured, adoption, shifts."""

from typing import NamedTuple

from copkit import lexicon
from copkit.documents.annual import Annual
from copkit.documents.evaluation.source import Evaluation
from copkit.documents.people_held import Reading
from copkit.documents.portfolio.adoption import Adopted, Adoption, adoption
from copkit.documents.several import Told
from copkit.documents.synthesis import started, value
from copkit.documents.synthesis.measuring import number
from copkit.documents.synthesis.stories import Telling, tellings

say = lexicon.Words("evaluation.change")


class Rung(NamedTuple):
    """A cycle of value: how many stories tell of it, an example, the strongest evidence."""

    name: str
    stories: int
    example: str
    evidence: str


class Story(NamedTuple):
    """A story with its community."""

    community: str
    telling: Telling


class Changed(NamedTuple):
    """All of section 7. `untold` counts stories that may not be shown to this audience."""

    rungs: tuple[Rung, ...]
    stories: tuple[Story, ...]
    untold: int
    works: tuple[Adopted, ...]
    adoption: Adoption
    results: tuple[started.Measured, ...]
    unmeasured: tuple[str, ...]
    shifts: tuple[Told, ...]


def changed(of: Evaluation) -> Changed:
    """What changed, as far as it was written down."""
    told = [Story(one.community.short, each) for one in of.by_name for each in tellings(one)]
    works = [(one, started.build(one)) for one in of.by_name]
    taken = adoption(of.portfolio)
    total = sum(number(one.figure("V1")) for one in of.annuals)
    return Changed(
        _rungs(of),
        tuple(sorted(told, key=lambda one: (-one.telling.reached, one.telling.title))),
        total - len(told),
        tuple(_work(annual.community.short, work, taken) for annual, made in works for work in made.works),
        taken,
        tuple(one for _, made in works for one in made.evidence),
        tuple(f"{name} ({annual.community.short})" for annual, made in works for name in made.without_evidence),
        tuple(shift for one in of.by_name for shift in _shifts(one)),
    )


def _rungs(of: Evaluation) -> tuple[Rung, ...]:
    """The cycles in their order, each with the stories of all communities."""
    matrices = [{cycle.name: cycle for cycle in value.build(one).cycles} for one in of.by_name]
    found = []
    for key, name in lexicon.table("cycles.names").items():
        cells = [matrix[name] for matrix in matrices if name in matrix]
        stories = sum(number(one.figure("V2", key)) for one in of.annuals)
        example = next((cell.example for cell in cells if cell.example), "")
        order = [say("none_yet"), *lexicon.table("synthesis.started.strengths").values()]
        best = max(
            (cell.evidence for cell in cells if cell.evidence in order), key=order.index, default=say("none_yet")
        )
        found.append(Rung(name, stories, example, best))
    return tuple(found)


def _work(home: str, work: started.Work, taken: Adoption) -> Adopted:
    """An initiative by its stage in words, with who has taken it up where that is written down."""
    row = next((one for one in taken.rows if (one.name, one.community) == (work.name, home)), None)
    return row._replace(stage=work.stage) if row else Adopted(work.name, home, work.stage)


def _shifts(annual: Annual) -> list[Told]:
    said = annual.review.shifts if annual.review else ()
    return [Told(annual.community.short, text) for text in Reading().each(said)]
