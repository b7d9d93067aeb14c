"""A figure explained: its words in full, and where the records stand that it was counted from."""

from collections.abc import Iterable
from itertools import groupby

from copkit import lexicon
from copkit.dates import say_date
from copkit.documents.annual import Annual, Figures
from copkit.metrics import Figure
from copkit.metrics.base import say_value
from copkit.patterns import when_used

say = lexicon.Words("explaining")

_NOTES = when_used(r"sessions/([^/]+)\.notes\.yaml")
_PLAN = when_used(r"sessions/([^/.]+)\.yaml")
MOST_PLACES = 12
"""So many groups of files are named in the annex; the evidence beside it names all."""


def in_full(figure: Figure) -> str:
    """A figure, its unit, and what it was made of: `8 of 14 pairs (57%)`, `4.75 people a session (19 over 4)`."""
    if figure.about or figure.value is None:
        return figure.said
    top, bottom = figure.numerator, figure.denominator
    if figure.form == "share":
        share = "" if figure.percent is None else f" ({figure.percent}%)"
        return f"{figure.fraction} {units(figure.unit, bottom or 0)}{share}"
    said = f"{figure.said} {units(figure.unit, figure.value)}".strip()
    if bottom is None or figure.form in ("count", "range"):
        return said
    over = say("over", top=say_value(top, figure.digits), bottom=say_value(bottom, figure.digits))
    if figure.form == "mean":
        return f"{said} ({over})"
    if figure.unit == "days":  # a median
        return say("median", said=said, number=say_value(bottom))
    return f"{figure.said} ({over} {units(figure.unit, bottom)})"


def units(unit: str, number: float) -> str:
    """The unit that goes with a number: `1 session`, `2 sessions`, `1 story`, `1 person`."""
    first, *rest = unit.split(" ")
    if number != 1 or not unit or first == "of":
        return unit
    if first == "people":
        first = "person"
    elif first.endswith("ies"):
        first = first[:-3] + "y"
    else:
        first = first.removesuffix("s")
    return " ".join((first, *rest))


def label_of(annual: Annual, figure: Figure) -> str:
    """A figure's label in words: the name of an organisation or initiative, the day of a session."""
    label = figure.label
    if label in annual.shared.organisations:
        return annual.organisation(label)
    if label in annual.community.initiatives:
        return annual.community.initiatives[label].name or label
    if label in annual.unlisted:
        return lexicon.text("figures.unlisted")
    session = annual.community.session(label)
    return say_date(session.date) if session is not None else label


def as_seen(annual: Annual, figure: Figure) -> Figure:
    """A figure that names no session which is not to be listed in public.

    Records that name a person have been taken from the public's figures already.
    """
    secret = annual.unlisted
    if not secret:
        return figure
    counted, among = (
        tuple(one for one in group if not any(f"/{name}." in one.position.path for name in secret))
        for group in (figure.counted, figure.among)
    )
    return figure._replace(
        label=label_of(annual, figure) if figure.label in secret else figure.label,
        counted=counted,
        among=among,
        left_out=tuple(name for name in figure.left_out if name not in secret),
    )


def as_listed(annual: Annual) -> Figures:
    """Every figure, none of which names a session that is not to be listed."""
    return {code: tuple(as_seen(annual, one) for one in every) for code, every in annual.seen.items()}


def places(annual: Annual, figures: Iterable[Figure]) -> str:
    """Where the records behind some figures stand, files with the same lines together."""
    home = f"communities/{annual.community.id}/"
    lines: dict[str, set[int]] = {}
    seen = [as_seen(annual, figure) for figure in figures]
    for one in {source: None for figure in seen for source in (*figure.counted, *figure.among)}:
        lines.setdefault(one.position.path.removeprefix(home), set()).add(one.position.line)
    together: dict[tuple[str, str], list[str]] = {}
    for path in sorted(lines):
        kind, name = _kind(path)
        together.setdefault((kind, _lines(lines[path])), []).append(name)
    said = [f"{_called(kind, names)}: {where}" for (kind, where), names in together.items()]
    more = len(said) - MOST_PLACES
    return "; ".join([*said[:MOST_PLACES], *([say.plural("more_places", more)] if more > 0 else [])])


def _called(kind: str, names: Iterable[str]) -> str:
    """Files of a sort together, as they are called."""
    named = ", ".join(names)
    if kind not in ("notes", "plan"):
        return f"{kind}{named}"
    return say("notes_of" if kind == "notes" else "plan_of", names=named)


def _kind(path: str) -> tuple[str, str]:
    """Of what sort a file is, or its folder, and its name there."""
    for kind, pattern in (("notes", _NOTES), ("plan", _PLAN)):
        if found := pattern.fullmatch(path):
            return kind, found[1]
    folder, _, name = path.rpartition("/")
    return (f"{folder}/", name) if folder else ("", name)


def _lines(numbers: Iterable[int]) -> str:
    """`line 2`, `lines 2 to 5, 9`."""
    ordered = sorted(numbers)
    runs = []
    for _, run in groupby(enumerate(ordered), key=lambda pair: pair[1] - pair[0]):
        each = [number for _, number in run]
        runs.append(f"{each[0]}" if len(each) == 1 else say("run", first=each[0], last=each[-1]))
    return say.plural("lines", len(ordered), lines=", ".join(runs))
