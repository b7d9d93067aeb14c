"""Section 8: shifts in how people think, and what is new."""

from dataclasses import dataclass
from typing import NamedTuple

from copkit import lexicon
from copkit.dates import say_short
from copkit.documents.annual import Annual
from copkit.documents.people_held import Reading
from copkit.documents.synthesis.themes import said
from copkit.metrics.standing import surfaced_on
from copkit.models.review import Review

say = lexicon.Words("synthesis.shifted")


class Shift(NamedTuple):
    """A shift that somebody noted in a session."""

    day: str
    text: str


class New(NamedTuple):
    """Something new: when it surfaced, its name, how it came about, and where it stands."""

    day: str
    name: str
    route: str
    stage: str


@dataclass(frozen=True)
class Shifted:
    """Section 8: noted in sessions, and in the team's own words."""

    noted: tuple[Shift, ...]
    team: tuple[str, ...]
    surprises: tuple[str, ...]
    innovations: tuple[New, ...]
    held_back: str


def build(annual: Annual) -> Shifted:
    """Shifts and innovations of the period, in order of their days."""
    read, review = Reading(), annual.review or Review()
    noted = (line for line in annual.facts.said("shift") if line.what and annual.readable(line))
    return Shifted(
        noted=tuple(Shift(say_short(line.day), said(annual, line.what)) for line in noted),
        team=read.each(review.shifts),
        surprises=read.each(review.surprises),
        innovations=_innovations(annual),
        held_back=read.kept,
    )


def _innovations(annual: Annual) -> tuple[New, ...]:
    found = []
    for key, one in annual.community.initiatives.items():
        day, stage = surfaced_on(annual.community, one), annual.told.view.stage(one)
        if day is not None and day in annual.period and stage is not None:
            route = say.table("routes").get(one.route or "", say("not_said"))
            found.append(
                (day, New(say_short(day), one.name or key, route, lexicon.table("synthesis.started.stages")[stage]))
            )
    return tuple(new for _, new in sorted(found, key=lambda pair: (pair[0], pair[1].name)))
