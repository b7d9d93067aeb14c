"""Section 10: rhythm, roles and notes in figures, the health grid, and what was learned about running sessions."""

from dataclasses import dataclass
from typing import NamedTuple

from copkit import lexicon
from copkit.dates import say_date, say_minutes
from copkit.documents.annual import Annual
from copkit.documents.citing import wanted
from copkit.documents.people_held import Reading
from copkit.documents.synthesis.asked import asked
from copkit.documents.synthesis.measuring import Measure, known, last_year, measures
from copkit.documents.synthesis.our_year import label
from copkit.models.health import HealthGrid
from copkit.workspace.blueprint_readiness import practices_of

say = lexicon.Words("synthesis.worked")

_VERDICTS = ("keep", "change", "drop")
SCORES = 4
"""Each health question is scored from 1 to 4."""


class HealthRow(NamedTuple):
    """One health question: how many scored 1, 2, 3 and 4, and how many answered."""

    question: str
    scores: tuple[int, ...]
    answered: int


class Health(NamedTuple):
    """The members' check: its day, its questions, and why there are none."""

    day: str
    rows: tuple[HealthRow, ...]
    missing: str


class Practice(NamedTuple):
    """Something tried in running sessions: what it changed, and the days of the period on which it was seen."""

    what: str
    why: str
    seen: str


@dataclass(frozen=True)
class Worked:
    """Section 10. The health grid is for members: in public, and where too few answered, it has no rows."""

    before: str
    measures: tuple[Measure, ...]
    health_day: str
    health: tuple[HealthRow, ...]
    health_missing: str
    kept: tuple[Practice, ...]
    changed: tuple[Practice, ...]
    dropped: tuple[Practice, ...]
    undecided: tuple[Practice, ...]
    held_back: str


def build(annual: Annual) -> Worked:
    """How the community worked in its year."""
    read = Reading()
    grid = health(annual, read)
    kept, changed, dropped, undecided = (_practices(annual, read, verdict) for verdict in (*_VERDICTS, None))
    rows = tuple(
        _beside_rhythm(annual, _in_hours(annual, row))
        for row in measures(annual, wanted("synthesis.worked.figures"))
    )
    return Worked(last_year(annual), rows, *grid, kept, changed, dropped, undecided, held_back=read.kept)


def _beside_rhythm(annual: Annual, row: Measure) -> Measure:
    """The number planned beside the number that the rhythm asks for, where they differ."""
    if row.words != say.table("figures")["D1 planned for the period"]:
        return row
    return row._replace(now=row.now._replace(said=f"{row.now.said}{asked(annual).beside}"))


def _in_hours(annual: Annual, row: Measure) -> Measure:
    """Hours as people say them: `11 hours 38 minutes`."""
    if row.words != say.table("figures")["D1 hours held"]:
        return row
    now, before = (_said_hours(one, row) for one in (annual, annual.before))
    return row._replace(
        now=row.now._replace(said=now or row.now.said), before=row.before._replace(said=before or row.before.said)
    )


def _said_hours(annual: Annual | None, row: Measure) -> str:
    figure = known(annual.figure(row.code, "hours held")) if annual else None
    return say_minutes(round(figure.numerator * 60)) if figure else ""


def health(annual: Annual, read: Reading | None = None) -> Health:
    """The last grid of the period: its day, its rows, and why there are none."""
    read = read or Reading()
    if not annual.door.may_have("members"):
        return Health("", (), "")
    every: tuple[HealthGrid, ...] = tuple(annual.community.other.get("health", {}).values())
    inside = sorted((one for one in every if one.date in annual.period and one.answers), key=_day)
    if not inside:
        return Health("", (), say("members_were_not_asked"))
    grid, below = inside[-1], annual.shared.programme.hide_counts_below
    rows = tuple(HealthRow(read(text), _four(counts), sum(counts)) for text, counts in grid.answers.items())
    if any(row.answered < below for row in rows):
        few = say("too_few_answered", said=_said(grid), below=below)
        return Health(_said(grid), (), few)
    return Health(_said(grid), rows, "")


def _day(grid: HealthGrid) -> str:
    return grid.date.isoformat() if grid.date else ""


def _said(grid: HealthGrid) -> str:
    return say_date(grid.date) if grid.date else ""


def _four(counts: tuple[int, ...]) -> tuple[int, ...]:
    return (*counts, *(0,) * SCORES)[:SCORES]


def _practices(annual: Annual, read: Reading, verdict: str | None) -> tuple[Practice, ...]:
    """The practices of one verdict that were seen in a session of the period."""
    found = []
    for one in practices_of(annual.community):
        seen = [session for session in annual.facts.planned if session.id in one.seen]
        if one.verdict == verdict and seen and (what := read(one.what)):
            days = [
                say_date(session.date)
                for session in seen
                if label(annual, session) != lexicon.text("synthesis.our_year.unlisted")
            ]
            found.append(Practice(what, read(one.why), ", ".join(days)))
    return tuple(found)
