"""What the portfolio is made from: the shares of all communities, and the figures of the whole."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from copkit import lexicon
from copkit.audience.edition import Edition
from copkit.dates import Year, say_date
from copkit.documents.annual import Figures
from copkit.documents.control import of_programme
from copkit.documents.people_held import Reader
from copkit.documents.portfolio.share import Share
from copkit.documents.source import Audience
from copkit.marks import UNMARKED, Marks
from copkit.metrics import Figure, Period
from copkit.metrics.together import SUMMED, Part, Together, summed, tells_few, whole_shown
from copkit.render.meta import Meta
from copkit.workspace import Shared

say = lexicon.Words("portfolio.source")


@dataclass(frozen=True)
class Portfolio(Edition):
    """All communities, or those of one commission, for one audience, on one day.

    `year` is the programme's; each share has its own. `marks` are the host's and its partners'.
    """

    registers: Shared
    year: Year
    audience: Audience
    today: date
    shares: tuple[Share, ...]
    marks: Marks = UNMARKED

    @property
    def below(self) -> int:
        return self.shared.programme.hide_counts_below

    @property
    def period(self) -> Period:
        """The programme's own year."""
        return Period(self.year.start, self.year.end)

    @cached_property
    def together(self) -> Together:
        """Everybody's people and organisations."""
        return Together(self.registers, self.period, self.today, [share.part for share in self.shares], self.shared)

    @cached_property
    def whole(self) -> Figures:
        """The figures of the whole: sums of what is shown of the parts, and people and organisations once."""
        found = {code: summed(code, [(share.id, share.seen[code]) for share in self.shares]) for code in SUMMED}
        return {**found, **whole_shown(self.together, self._reach(self.shares), self.audience, self.below)}

    def people(self, shares: Sequence[Share]) -> tuple[Figure, ...]:
        """The people of some communities, each counted once."""
        every = Together(self.registers, self.period, self.today, [share.part for share in shares])
        found = whole_shown(every, self._reach(shares), self.audience, self.below)["P1"]
        return tuple(one.hide() for one in found) if self.door.hides_few and self._tells_few(shares) else found

    def _tells_few(self, shares: Sequence[Share]) -> bool:
        """Whether the people of these, beside those of all, would tell how few came to the others too."""
        told = [part for part, reach in self._reach(self.shares) if not reach.hidden]
        ids = {share.id for share in shares}
        some, others = ([part for part in told if (part.id in ids) is inside] for inside in (True, False))
        return bool(some and others) and tells_few(some, others, self.together, self.below)

    def _reach(self, shares: Sequence[Share]) -> list[tuple[Part, Figure]]:
        """Each community's share with its reach."""
        return [(share.part, one) for share in shares if (one := share.figure("M2")) is not None]

    def figure(self, code: str, label: str = "") -> Figure | None:
        """One figure of the whole."""
        return next((one for one in self.whole.get(code, ()) if one.label == label), None)

    def name_of(self, community: str) -> str:
        """What a community is called in tables."""
        return self._names.get(community, community)

    @cached_property
    def _names(self) -> dict[str, str]:
        return {share.id: share.name for share in self.shares}

    @property
    def days(self) -> str:
        """The days of all communities where they are the same; empty where each has its own."""
        said = {share.period.said for share in self.shares}
        return said.pop() if len(said) == 1 else ""

    def text(self, typed: str) -> str:
        """A text of the programme's registers; in public, a remark in place of one that names a person."""
        return Reader()(typed)

    def meta(self, title: str, subtitle: str = "") -> Meta:
        """The document control."""
        programme, audience = self.shared.programme, lexicon.table("choices.audiences")[self.audience]
        return replace(
            of_programme(programme, self.today, title, audience, subtitle, self.marks),
            footer=say("made_from_the_communities_files", day=say_date(self.today)),
        )
