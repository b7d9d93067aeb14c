"""The board's page: the year on one side of A4."""

from dataclasses import dataclass

from copkit.documents.annual import Annual
from copkit.documents.synthesis.front import Front
from copkit.documents.synthesis.front import build as build_front
from copkit.documents.synthesis.started import Matrix, Started
from copkit.documents.synthesis.started import build as build_started
from copkit.render.meta import Meta


@dataclass(frozen=True)
class OnePage:
    """The front of the synthesis, how far initiatives were taken up, and where to read more."""

    meta: Meta
    period: str
    so_far: str
    public: bool
    front: Front
    adoption_title: str
    matrices: tuple[Matrix, ...]
    feedback: str
    more: str


def build(annual: Annual) -> OnePage:
    """The page for an audience."""
    from copkit.documents.synthesis import so_far, version

    started: Started = build_started(annual)
    name = annual.community.about.short or annual.community.about.name or annual.community.id
    return OnePage(
        meta=annual.meta(f"The year {annual.year.label} on one page", annual.period.said, version=version(annual)),
        period=annual.period.said,
        so_far=so_far(annual),
        public=annual.public,
        front=build_front(annual),
        adoption_title=started.adoption_title,
        matrices=started.matrices[:1],
        feedback="",
        more=f"The annual synthesis of {name} says where each figure comes from.",
    )
