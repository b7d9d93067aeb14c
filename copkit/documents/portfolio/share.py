"""One community in the portfolio: what is kept of it once its files have been let go."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from copkit import lexicon
from copkit.audience.figures import Known, shown
from copkit.dates import Year, say_date
from copkit.documents.annual import Annual, Figures
from copkit.documents.front.of_year import gaps_of
from copkit.documents.front.unknown import Gaps
from copkit.documents.health import signs_alone
from copkit.documents.pairs import pairs_of
from copkit.documents.people_held import Reader, Reading
from copkit.documents.several import Told
from copkit.findings import Position
from copkit.metrics import Figure, Period, Source, registry
from copkit.metrics.health import Sign
from copkit.metrics.together import SUMMED, Part, part_of
from copkit.models.base import SESSION_PATTERN
from copkit.models.community import Commission
from copkit.models.initiative import AdoptionStatus, InitiativeStage
from copkit.models.practices import PracticeEntry
from copkit.models.review import Review
from copkit.patterns import when_used

say = lexicon.Words("portfolio.share")

COUNTED = (*SUMMED, "M2", "R1", "R2")
"""The metrics that are counted of each community. The others take time and stand in no portfolio."""
_OF_A_SESSION = when_used(SESSION_PATTERN)
"""The labels of figures of one session, which do not add up over communities."""


class Work(NamedTuple):
    """An initiative as it stood at the end of the period, and who has taken it up how far."""

    community: str
    id: str
    name: str
    stage: InitiativeStage
    tags: tuple[str, ...]
    owner: str
    adoption: Mapping[str, AdoptionStatus]


class Written(NamedTuple):
    """What the community's own review says, as far as this audience may read it."""

    headline: str = ""
    changed: str = ""
    asks: tuple[str, ...] = ()
    stuck: tuple[str, ...] = ()
    domain: str = ""
    change: str = ""
    rhythm: str = ""
    promises: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Share:
    """One community, in values that hold no file open. `seen` are its figures as the audience may see them.

    `kept` are practices, with what each changed. `spoken` are the lines of the period's notes with their sessions,
    to look for initiatives of others; they are printed for nobody. `written` is None where nobody has written a
    review. `gaps` is what is not on record of it. `held` counts the texts that this audience may not read.
    """

    id: str
    name: str
    stage: str
    closed: str
    closed_because: str
    year: Year
    period: Period
    part: Part
    seen: Figures
    work: tuple[Work, ...]
    kept: tuple[Told, ...]
    themes: frozenset[str]
    spoken: tuple[tuple[str, str], ...]
    written: Written | None
    commission: Commission | None
    signs: tuple[Sign, ...]
    gaps: Gaps
    held: int

    def figure(self, code: str, label: str = "") -> Figure | None:
        """One figure as this audience may see it."""
        return self._figures.get((code, label))

    def number(self, code: str, label: str = "") -> int:
        """The same as a number: of what is on record, and so none where nobody knows."""
        found = self.figure(code, label)
        return int(found.numerator) if found is not None and found.amount.is_counted else 0

    @cached_property
    def _figures(self) -> dict[tuple[str, str], Figure]:
        return {(code, one.label): one for code, every in self.seen.items() for one in every}


def share_of(annual: Annual) -> Share:
    """What the portfolio needs of one community."""
    community, facts = annual.community, annual.facts
    about = community.about
    read = Reading()
    return Share(
        id=community.id,
        name=community.short,
        stage=lexicon.table("portfolio.stages")[about.stage],
        closed=say_date(about.closed) if about.closed is not None and about.closed <= annual.today else "",
        closed_because=about.closed_because,
        year=annual.year,
        period=annual.period,
        part=_bare_part(part_of(facts), annual.unlisted),
        seen=_seen(annual),
        work=tuple(_work(annual)),
        kept=tuple(_kept(annual, read)),
        themes=_themes(annual),
        spoken=tuple((line.session, line.entry.text) for line in facts.spoken),
        written=_written(annual, read),
        commission=about.commission,
        signs=signs_alone(annual),
        gaps=gaps_of(annual)._replace(compared=any(one.compared for one in pairs_of(annual))),
        held=read.held,
    )


def _seen(annual: Annual) -> Figures:
    """The figures that are counted, as the audience may see them; the public's are hidden with all others."""
    secret = annual.unlisted
    return {
        code: tuple(_listed(_bare(one), secret) for one in every if not _OF_A_SESSION.match(one.label))
        for code, every in _counted(annual).items()
    }


def _counted(annual: Annual) -> Figures:
    if annual.door.hides_few:
        return {code: annual.seen[code] for code in COUNTED}
    every = {code: tuple(registry()[code].find(annual.facts)) for code in COUNTED}
    return shown(every, Known(), annual.audience, annual.shared.programme.hide_counts_below).figures


def _listed(figure: Figure, secret: frozenset[str]) -> Figure:
    """A figure that names none of the sessions that are not to be listed."""
    if not secret.intersection(figure.left_out):
        return figure
    return figure._replace(
        left_out=tuple(lexicon.text("portfolio.not_listed") if name in secret else name for name in figure.left_out)
    )


def _bare(figure: Figure) -> Figure:
    """A figure without its records, which hold their files open: they stand in the community's own evidence."""
    return figure._replace(counted=(), among=())


def _bare_part(part: Part, secret: frozenset[str]) -> Part:
    """The same of a share: that somebody came, and not where it is written."""
    somewhere = Source(part.id, Position(f"communities/{part.id}"), who=True)
    out = tuple(
        lexicon.text("portfolio.not_listed") if name in secret else name for name in part.without_attendance
    )
    return part._replace(came=dict.fromkeys(part.came, somewhere), without_attendance=out)


def _work(annual: Annual) -> Iterator[Work]:
    view, read = annual.told.view, Reader()
    for key, one in sorted(view.initiatives.items()):
        adoption = {now: view.status(one.adoption[typed]) for now, typed in sorted(view.listed(one).items())}
        owner = annual.facts.who(one.owner) if one.owner else ""
        name = read.title(one.name, key, say("an_initiative"))
        yield Work(view.community.id, key, name, view.stage(one) or "spotted", _tags(one.tags), owner, adoption)


def _kept(annual: Annual, read: Reading) -> Iterator[Told]:
    every: tuple[PracticeEntry, ...] = tuple(annual.community.other.get("practices", {}).values())
    for one in every:
        if one.verdict == "keep" and (what := read(one.what)):
            yield Told(annual.community.id, what, read(one.why))


def _themes(annual: Annual) -> frozenset[str]:
    """What a community works on: themes of its notes in the period, of its domain and of its initiatives."""
    found = dict.fromkeys(theme for line in annual.facts.spoken for theme in line.entry.themes)
    tags = (tag for one in annual.community.initiatives.values() for tag in one.tags)
    return frozenset(_tags((*found, *annual.community.about.domain.in_scope, *tags)))


def _tags(typed: tuple[str, ...]) -> tuple[str, ...]:
    """Tags in one form: `Home first` and `home-first` are one."""
    return tuple(dict.fromkeys("-".join(tag.casefold().split()) for tag in typed if tag.strip()))


def _written(annual: Annual, read: Reading) -> Written | None:
    review: Review | None = annual.review
    if review is None:
        return None
    coming = review.next_year
    return Written(
        read(review.headline),
        read(review.what_changed),
        tuple(one.ask for one in read.asks(review)),
        read.each(review.still_stuck),
        read(coming.domain),
        read(coming.change),
        read(coming.rhythm),
        read.each(coming.promises),
    )
