"""What a document of a community's year is made from: facts and figures, the year before, who may be named."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from copkit.audience.edition import PeriodEdition
from copkit.audience.figures import Shown
from copkit.dates import Year
from copkit.documents.control import of_community
from copkit.documents.source import Audience
from copkit.marks import UNMARKED, Marks
from copkit.metrics import Facts, Figure, Period, figures
from copkit.metrics.release import Release
from copkit.models.review import Review
from copkit.render.meta import Meta
from copkit.workspace import CommunityFiles, Shared
from copkit.workspace.entries import Said
from copkit.workspace.reporting import year_before

Figures = Mapping[str, tuple[Figure, ...]]


@dataclass(frozen=True)
class Annual(PeriodEdition):
    """One community in one period, for one audience, on one day.

    `year` names the period; `period` is it, or other days that were asked for. `committed` is the day on which the
    notes of each session were first committed, None where git cannot say. `marks` are the host's and its partners'.
    """

    registers: Shared
    files: CommunityFiles
    year: Year
    period: Period
    audience: Audience
    today: date
    committed: Mapping[str, date] | None = None
    marks: Marks = UNMARKED

    @property
    def sat(self) -> frozenset[date]:
        """The days of the sessions that were held."""
        return frozenset(session.date for session in self.facts.held_ever)

    @property
    def whole_year(self) -> bool:
        """Whether the period is the year itself."""
        return self.period == Period(self.year.start, self.year.end)

    @property
    def span(self) -> str:
        """The year in a file's name, or its days where they are others."""
        return self.year.label if self.whole_year else f"{self.period.start}-to-{self.period.end}"

    @property
    def over(self) -> bool:
        """Whether the last day of the period has passed."""
        return self.today > self.period.end

    @cached_property
    def facts(self) -> Facts:
        """What the files say of the period."""
        return Facts(self.files, self.registers, self.period, self.today, self.committed)

    @cached_property
    def told(self) -> Facts:
        """The same of what this audience may have: nothing is counted from it."""
        return Facts(self.community, self.shared, self.period, self.today, self.committed)

    @property
    def spoken(self) -> Iterator[Said]:
        """Every line of the notes: whom they name is close to the community. They are read when asked for."""
        yield from (line for line in self.facts.typed if line.day <= self.facts.day)

    @cached_property
    def before(self) -> "Annual | None":
        """The same community a year earlier; None where no session was held by then: this is its base year."""
        year = year_before(self.community.about, self.shared.programme, self.year)
        period = Period(year.start, year.end) if self.whole_year else self.period.before
        earlier = replace(self, year=year, period=period)
        return earlier if earlier.facts.held else None

    @cached_property
    def figures(self) -> Figures:
        """Every metric's figures, as they are."""
        return figures(self.facts)

    @cached_property
    def release(self) -> Release:
        """The same with what holds between them, and the public's with those of the year before."""
        earlier = self._told_before
        return Release(self.facts, self.figures, earlier.release if earlier else None)

    @cached_property
    def shown(self) -> Shown[Figure]:
        """What this audience may see of them, and what that tells."""
        earlier, below = self._told_before, self.shared.programme.hide_counts_below
        return self.release.shown(self.audience, below, earlier.shown if earlier else None)

    @property
    def _told_before(self) -> "Annual | None":
        """The year before, from whose figures the public could work out some of this one's."""
        return self.before if self.door.hides_few else None

    @cached_property
    def seen(self) -> Figures:
        """Every metric's figures, as this audience may see them; those of a session of which it is not told come
        last, since a place between two days would tell its month."""
        shown, secret = self.shown.figures, self.unlisted
        if not secret:
            return shown
        return {code: tuple(sorted(every, key=lambda one: one.label in secret)) for code, every in shown.items()}

    def figure(self, code: str, label: str = "") -> Figure | None:
        """One figure as this audience may see it; None where it is not for them, or there is none."""
        return next((one for one in self.seen[code] if one.label == label), None)

    @property
    def review(self) -> Review | None:
        """The half that people write, where there is one for this year."""
        found: Review | None = self.reviews.get(self.year.label)
        return found

    @property
    def reviews(self) -> dict[str, Any]:
        """Every review by the label of its year."""
        found: dict[str, Any] = self.community.other.get("review", {})
        return found

    @property
    def day(self) -> date:
        """The last day looked at."""
        return self.facts.day

    def meta(self, title: str, subtitle: str = "", version: str = "1", author: str = "curator") -> Meta:
        """The document control: whose document it is, which version, for whom, and where to ask."""
        return of_community(self, title, [self.name(self.holder(author))], version=version, subtitle=subtitle)
