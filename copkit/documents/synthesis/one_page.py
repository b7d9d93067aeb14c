"""The board's page: the year on one side of A4."""

from dataclasses import dataclass

from copkit.documents.annual import Annual
from copkit.documents.synthesis import came, connected, started, talk, value
from copkit.documents.synthesis.findings import Finding, findings
from copkit.documents.synthesis.front import Front
from copkit.documents.synthesis.front import build as build_front
from copkit.render.meta import Meta


@dataclass(frozen=True)
class OnePage:
    """The front of the synthesis, what its figures say, and where to read more."""

    meta: Meta
    period: str
    so_far: str
    public: bool
    front: Front
    findings: tuple[Finding, ...]
    more: str


def build(annual: Annual) -> OnePage:
    """The page for an audience."""
    from copkit.documents.synthesis import so_far, version

    name = annual.community.about.short or annual.community.about.name or annual.community.id
    return OnePage(
        meta=annual.meta(f"The year {annual.year.label} on one page", annual.period.said, version=version(annual)),
        period=annual.period.said,
        so_far=so_far(annual),
        public=annual.public,
        front=build_front(annual),
        findings=findings(
            came.build(annual),
            connected.build(annual),
            talk.build(annual),
            started.build(annual),
            value.build(annual),
        ),
        more=f"The annual synthesis of {name} says where each figure comes from.",
    )
