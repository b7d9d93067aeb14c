"""The annex: what each figure is, what it was counted from, what is missing, and where the records stand."""

from dataclasses import dataclass
from typing import NamedTuple

from copkit import lexicon
from copkit.dates import say_date
from copkit.documents.annual import Annual
from copkit.documents.citing import anchor, nothing
from copkit.documents.explaining import as_seen, in_full, label_of, places
from copkit.documents.synthesis.gaps import gaps
from copkit.documents.synthesis.sectors import sector_words
from copkit.metrics import Figure
from copkit.metrics.pages import definition, plain

say = lexicon.Words("synthesis.annex")


class Entry(NamedTuple):
    """One figure: the id to which the document's figures lead, its label in words, and the figure in full.

    The figures of a session that is not listed in public have no id: it would be named after the day.
    """

    anchor: str
    label: str
    said: str


class Explained(NamedTuple):
    """One metric: its definition, the files and fields it is counted from, its figures and their records.

    `said` is its main figure, if it has one; `figures` are the others. Where there is `nothing` of it, they are
    named in a line.
    """

    code: str
    anchor: str
    name: str
    said: str
    definition: str
    source: str
    after: str
    figures: tuple[Entry, ...]
    records: str
    left_out: str
    period: str
    nothing: bool


class Family(NamedTuple):
    """The metrics of one letter."""

    title: str
    metrics: tuple[Explained, ...]


@dataclass(frozen=True)
class Annex:
    """Annex A. `folder` is where files stand whose folder is not named."""

    period: str
    folder: str
    public: bool
    gaps: tuple[str, ...]
    families: tuple[Family, ...]


def build(annual: Annual) -> Annex:
    """Every figure that this audience may see, explained."""
    period = annual.period.said
    if not annual.over:
        period = say("counted_up_to", period=period, day=say_date(annual.facts.day))
    return Annex(
        period, f"communities/{annual.community.id}", annual.door.hides_few, gaps(annual), tuple(_families(annual))
    )


def _families(annual: Annual) -> list[Family]:
    met: dict[str, str] = {}
    found = []
    for letter, title in lexicon.table("figures.families").items():
        codes = [code for code, figures in annual.seen.items() if code.startswith(letter) and figures]
        if codes:
            found.append(Family(title, tuple(_explained(annual, code, met) for code in codes)))
    return found


def _explained(annual: Annual, code: str, met: dict[str, str]) -> Explained:
    """One metric; `met` holds the records that an earlier one has named already."""
    about, figures = definition(code), annual.seen[code]
    records = places(annual, figures)
    if records and (first := met.setdefault(records, code)) != code:
        records = say("the_same_as_for", code=first)
    return Explained(
        code=code,
        anchor=code.lower(),
        name=about.name,
        said=next((in_full(one) for one in figures if not one.label), ""),
        definition=plain(" ".join((about.formula, *about.notes))),
        source=plain(about.source),
        after=plain(about.after),
        figures=tuple(_entry(annual, one) for one in figures if one.label),
        records=records,
        left_out=_left_out(annual, figures),
        period=_other_period(annual, figures),
        nothing=nothing(figures),
    )


def _entry(annual: Annual, figure: Figure) -> Entry:
    label = sector_words(figure.label) if figure.code == "R2" else label_of(annual, figure)
    listed = as_seen(annual, figure).label == figure.label
    return Entry(anchor(figure) if listed else "", label, in_full(figure))


def _left_out(annual: Annual, figures: tuple[Figure, ...]) -> str:
    """The sessions that are in none of the figures, each once."""
    ids = dict.fromkeys(name for one in figures if not one.hidden for name in one.left_out)
    seen = {name: annual.community.session(name) for name in ids if name not in annual.unlisted}
    return ", ".join(say_date(one.date) if one else name for name, one in seen.items())


def _other_period(annual: Annual, figures: tuple[Figure, ...]) -> str:
    others = dict.fromkeys(one.period.said for one in figures if one.period != annual.period)
    return lexicon.listed(others)
