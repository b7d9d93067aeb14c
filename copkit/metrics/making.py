"""Short ways to make a figure, so that no metric does the same sum in its own way."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import Any

from copkit import lexicon
from copkit.metrics.base import Figure, Period, Source, median
from copkit.metrics.value import Kind, Value, amount_of

Test = Callable[[Any], bool]


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes the figures of one metric: they share a code, a period and what was left out."""

    code: str
    period: Period
    left_out: tuple[str, ...] = ()
    gap: Value | None = None

    def without(self, left_out: tuple[str, ...]) -> "Maker":
        """The same, with other sessions left out."""
        return replace(self, left_out=left_out)

    def count(self, label: str, counted: Collection[Source], unit: str, **more: Any) -> Figure:
        """How many records there are."""
        return self._figure(label, amount_of(len(counted)), unit, counted=tuple(counted), **more)

    def number(self, label: str, number: float | None, unit: str, **more: Any) -> Figure:
        """A number that is no count of the records behind it; with None there is nothing yet to make it of."""
        of, high = more.pop("of", None), more.pop("high", None)
        amount = Value("none yet", of=of) if number is None else Value("number", number, number, of, high)
        return self._figure(label, amount, unit, **{"form": "number", **more})

    def absent(self, label: str, kind: Kind, why: str, unit: str, **more: Any) -> Figure:
        """A figure without a number, its kind, and in words why."""
        why = why or lexicon.table("figures.kinds")[kind]
        return replace(self, gap=Value(kind, why=why))._figure(label, Value("none yet"), unit, **more)

    def because(self, gap: Value | None) -> "Maker":
        """The same, whose figures have no number where there is a gap."""
        return replace(self, gap=gap or self.gap)

    def share(
        self, label: str, counted: Collection[Source], among: Collection[Source], unit: str, **more: Any
    ) -> Figure:
        """Records of one sort, of these and the others."""
        top, bottom = len(counted), len(counted) + len(among)
        return self.ratio(label, top, bottom, unit, counted=tuple(counted), among=tuple(among), **more)

    def split(self, label: str, things: Collection[Any], test: Test, unit: str, **more: Any) -> Figure:
        """The things that pass a test, of all; each is a pair of the thing and its source."""
        yes = tuple(source for thing, source in things if test(thing))
        no = tuple(source for thing, source in things if not test(thing))
        return self.share(label, yes, no, unit, **more)

    def ratio(self, label: str, top: float, bottom: float, unit: str, **more: Any) -> Figure:
        """One number of another. A share of more than all is none: the records disagree, and that is said."""
        more = {"form": "share", **more}
        if more["form"] == "share" and top > bottom:
            return self.absent(label, "unknown", lexicon.text("figures.disagree"), unit, **more)
        return self._figure(label, amount_of(top, bottom), unit, **more)

    def middle(self, label: str, days: Collection[float], unit: str = "days", **more: Any) -> Figure:
        """The median of some numbers."""
        return self.number(label, median(days), unit, of=len(days), **more)

    def _figure(self, label: str, amount: Value, unit: str, **more: Any) -> Figure:
        more.setdefault("left_out", self.left_out)
        if self.gap is not None:
            amount = _none_of(self.gap, more.get("form", "count"))
            more |= {"counted": (), "among": ()}
        return Figure(self.code, label, amount, unit, self.period, **more)


def _none_of(gap: Value, form: str) -> Value:
    """Where there is none yet, what was counted is nought, and so is what it is of."""
    if gap.kind != "none yet" or form not in ("count", "share", "mean"):
        return gap
    return gap._replace(top=0, of=None if form == "count" else 0)
