"""A figure: a number that says what it was counted from, over which days, and what had to be left out."""

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction
from typing import Literal, NamedTuple

from copkit import lexicon
from copkit.dates import say_dates
from copkit.findings import Position
from copkit.metrics.value import HIDDEN, Kind, Value, half_up
from copkit.workspace.places import Files

Form = Literal["count", "share", "mean", "number", "range"]
"""How a figure is printed: `19`, `8 of 14 (57%)`, `4.75 (19 over 4)`, `0.30` or `7 to 10`."""


class Period(NamedTuple):
    """The days over which something is counted, both ends included."""

    start: date
    end: date

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.start <= day <= self.end

    @property
    def said(self) -> str:
        return say_dates(self.start, self.end)

    @property
    def before(self) -> "Period":
        """The same days a year earlier."""
        from copkit.workspace import months_later

        last = months_later(self.start, -12) + (self.end - self.start)
        return Period(months_later(self.start, -12), min(last, self.start - timedelta(days=1)))


class Source:
    """A record that was counted: what it is, and the place it stands in, looked up only when somebody asks.

    `who` is true where the place names a person, so that no public document may lead there.
    """

    __slots__ = ("_files", "_path", "_place", "_record", "what", "who")

    def __init__(
        self,
        what: str,
        place: Position | Files,
        record: object = None,
        path: tuple[str | int, ...] = (),
        *,
        who: bool = False,
    ) -> None:
        self.what, self.who = what, who
        self._place = place if isinstance(place, Position) else None
        self._files = None if isinstance(place, Position) else place
        self._record, self._path = record, path

    @property
    def position(self) -> Position:
        """Where the record stands: the value of its field."""
        if self._place is None:
            assert self._files is not None
            self._place = self._files.value_where(self._record, *self._path)
        return self._place

    def __repr__(self) -> str:
        return f"Source({self.what!r}, {self.position})"


class Figure(NamedTuple):
    """One number of a metric.

    `label` tells it from the metric's other figures, and is empty for the main one. `amount` is the number with its
    kind, and `unit` what it is a number of. `counted` are the records in the numerator, `among` the others in the
    denominator. `left_out` are the sessions that are in neither, since nobody wrote down what is needed. `people`
    is true where the numerator counts people: few of them are hidden in public, and where `guarded` from everybody.
    """

    code: str
    label: str
    amount: Value
    unit: str
    period: Period
    form: Form = "count"
    counted: tuple[Source, ...] = ()
    among: tuple[Source, ...] = ()
    left_out: tuple[str, ...] = ()
    people: bool = False
    guarded: bool = False
    members_only: bool = False
    digits: int = 2

    @property
    def kind(self) -> Kind:
        """Whether there is a number, and else why not."""
        return self.amount.kind

    @property
    def value(self) -> float | None:
        """The number; None where there is none that this audience may see."""
        return self.amount.number

    @property
    def numerator(self) -> float:
        """What was counted; it is refused where nobody knows, since that is not nought."""
        return self.amount.counted

    @property
    def denominator(self) -> float | None:
        """Of how many; None of a count, and where nobody knows."""
        return self.amount.of

    @property
    def high(self) -> float | None:
        """The upper end of a range."""
        return self.amount.high

    @property
    def hidden(self) -> bool:
        """Whether this audience may not see it."""
        return self.kind == "hidden"

    @property
    def about(self) -> bool:
        """Whether it was rounded, so that nothing can be worked out from it."""
        return self.amount.about

    @property
    def fraction(self) -> str:
        """`4 of 7`; the numerator alone where nothing was divided, and nothing where nobody knows."""
        if self.about or not self.amount.is_counted:
            return ""
        top = say_value(self.numerator, self.digits)
        if self.denominator is None:
            return top
        return lexicon.text("figures.fraction", top=top, bottom=say_value(self.denominator, self.digits))

    @property
    def percent(self) -> int | None:
        """The share in whole per cent; None of what is no share, and where a percentage says too much."""
        return self.amount.percent if self.form == "share" and not self.about else None

    @property
    def said(self) -> str:
        """The figure as it is printed."""
        if self.value is None:
            return self.amount.said
        if self.about:
            return self._said_about(self.value)
        if self.form == "share":
            return self.fraction if self.percent is None else f"{self.fraction} ({self.percent}%)"
        if self.form == "range" and self.high is not None and self.high != self.value:
            return lexicon.text("figures.range", low=say_value(self.value), high=say_value(self.high))
        return say_value(self.value, self.digits)

    def hide(self) -> "Figure":
        """The figure without anything that could be worked out from it."""
        return self._replace(amount=HIDDEN, counted=(), among=())

    def rounded(self) -> "Figure":
        """A share to the nearest twentieth, or a number from −1 to +1 to the nearest tenth; not what it is of."""
        if self.value is None or not self.denominator:
            return self
        parts = 20 if self.form == "share" else 10
        number = half_up(Fraction(self.numerator) * parts / Fraction(self.denominator)) / parts
        return self._replace(amount=Value("number", number, about=True), counted=(), among=())

    def _said_about(self, value: float) -> str:
        said = f"{half_up(Fraction(value) * 100)}%" if self.form == "share" else say_value(value, 1)
        return lexicon.text("figures.about", said=said)

    def nameless(self) -> "Figure":
        """The figure without the records that name a person."""
        return self._replace(counted=_nameless(self.counted), among=_nameless(self.among))


def _nameless(sources: Iterable[Source]) -> tuple[Source, ...]:
    return tuple(source for source in sources if not source.who)


def say_value(value: float, digits: int = 2) -> str:
    """A number without needless digits, a half rounded up: `19`, `4.75`, `1,341`."""
    if value >= 0 and value == int(value):
        return f"{int(value):,}"
    scaled = half_up(Fraction(str(abs(value))) * 10**digits)
    whole, rest = divmod(scaled, 10**digits)
    sign = "−" if value < 0 and scaled else ""
    return f"{sign}{whole:,}" + (f".{rest:0{digits}}" if rest else "")


def median(numbers: Iterable[float]) -> float | None:
    """The middle one, or the mean of the two in the middle; None of none."""
    ordered = sorted(numbers)
    if not ordered:
        return None
    middle = len(ordered) // 2
    return float(ordered[middle]) if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
