"""Section 2: who came, how often, from where, and how new they were."""

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from copkit.dates import month_name, say_date
from copkit.documents.annual import Annual
from copkit.documents.citing import NOTHING, Cited, cite
from copkit.documents.explaining import units
from copkit.documents.sitting import PLACE_WORDS
from copkit.documents.synthesis import pictures
from copkit.documents.synthesis.measuring import (
    Counted,
    Measure,
    known,
    last_year,
    listed,
    measures,
    number,
    short,
)
from copkit.documents.synthesis.our_year import UNLISTED, is_listed, label
from copkit.documents.synthesis.saying import capital, few, few_of
from copkit.documents.synthesis.sectors import sector_words
from copkit.metrics.base import Figure
from copkit.metrics.reach import in_scope, reached
from copkit.render.charts import Chart
from copkit.workspace import Session

FEW_SESSIONS = 3
"""With fewer sessions nothing is called a trend."""
MOST_COLUMNS = 12

_ROWS = (
    ("M1", "", "Members on the roll"),
    ("M1", "joined", "Joined"),
    ("M1", "left", "Left"),
    ("M2", "", "Different people who came"),
    ("M2", "with guests", "With guests who were not named"),
    ("M3", "", "Attendances, all sessions together"),
    ("M3", "mean", "People at a session, on average"),
    ("M3", "mean online", "– online"),
    ("M3", "mean in-person", "– in person"),
    ("M3", "mean hybrid", "– in a room and online at once"),
    ("M4", "", "Members who came, of those on the roll"),
    ("M6", "", "Came back in the second half, of those who came in the first"),
    ("M6", "year on year", "Came this year, of those who came last year"),
    ("M7", "", "Attendances by somebody new"),
    ("M8", "", "People who spoke or typed, of those there"),
    ("R1", "", "Organisations that took part, of those in scope"),
    ("R1", "out of scope", "Organisations beyond those in scope"),
    ("R3", "effective number", "As if so many equal organisations had come"),
    ("R4", "", "Sessions with somebody who brings lived experience"),
    ("R5", "", "Organisations in scope not seen at the last three sessions"),
    ("R6", "", "Sessions with expertise, clinical work and authority all in the room"),
)  # fmt: skip

LEVELS = {
    "core": "Core",
    "active": "Active",
    "occasional": "Now and then",
    "peripheral": "On the roll and not seen",
    "new": "Too new to say",
}


class Attended(NamedTuple):
    """A session: who came, how many of them for the first time, and guests without a name."""

    day: str
    place: str
    theme: str
    people: Cited
    new: Cited
    guests: str


class Row(NamedTuple):
    """A row of counts beside each other."""

    name: str
    cells: tuple[int, ...]
    total: int


@dataclass(frozen=True)
class Came:
    """Section 2. Organisations, and sectors session by session, are for members; the public reads sectors."""

    before: str
    measures: tuple[Measure, ...]
    sessions: tuple[Attended, ...]
    sessions_title: str
    sessions_chart: Chart | None
    subtitle: str
    no_trend: bool
    organisations: tuple[Counted, ...]
    organisations_title: str
    organisations_chart: Chart | None
    sectors: tuple[Counted, ...]
    columns: tuple[str, ...]
    by_session: tuple[Row, ...]
    levels: tuple[Counted, ...]
    levels_title: str
    levels_chart: Chart | None
    thresholds: str
    absent: tuple[str, ...]
    not_noted: tuple[str, ...]


def build(annual: Annual) -> Came:
    """Who came, as far as this audience may see it."""
    facts, sessions = annual.facts, tuple(_attended(annual, one) for one in annual.facts.held)
    columns, by_session = ((), ()) if annual.public else _matrix(annual)
    organisations = () if annual.public else _organisations(annual)
    sectors = tuple(Counted(sector_words(one.label), cite(one)) for one in annual.seen["R2"])
    levels = tuple(Counted(LEVELS[one.label], cite(one)) for one in annual.seen["M5"]) if facts.attended else ()
    figures = pictures.by_anchor(annual, "R2", "R3", "M5")
    limits = facts.levels
    often = {1: "once", 2: "twice"}.get(limits.contributions, f"{limits.contributions} times")
    return Came(
        before=last_year(annual),
        measures=measures(annual, _ROWS) if facts.held else (),
        sessions=sessions,
        sessions_title=_sessions_title(annual),
        subtitle=_subtitle(annual),
        no_trend=0 < len(facts.attended) < FEW_SESSIONS,
        sessions_chart=_sessions_chart(annual),
        organisations=organisations,
        organisations_chart=pictures.shares(organisations or sectors, figures, unit="Attendances"),
        organisations_title=_organisations_title(annual),
        sectors=sectors,
        columns=columns,
        by_session=by_session,
        levels=levels,
        levels_chart=pictures.shares(levels, figures, unit="Members on the roll"),
        levels_title=_levels_title(annual),
        thresholds=(
            f"Core: the team, and members who came to at least {limits.core}% of the sessions held while on "
            f"the roll and gave something {often} or more. Active: at least {limits.active}%. "
            f"With fewer than {limits.sessions} sessions to come to, nothing is said. All are welcome."
        ),
        absent=() if annual.public else _absent(annual),
        not_noted=tuple(
            say_date(one.date)
            for one in facts.held
            if one.id in facts.without_attendance and is_listed(annual, one)
        ),
    )


def _of(annual: Annual, session: Session) -> tuple[Figure | None, Figure | None]:
    """How many came to a session, and how many of them for the first time."""
    return annual.figure("M3", session.id), annual.figure("M7", session.id)


def _attended(annual: Annual, session: Session) -> Attended:
    (people, new), theme = _of(annual, session), label(annual, session)
    place = PLACE_WORDS.get(session.place, session.place)
    day = "" if theme == UNLISTED else short(session.date)
    if people is None:
        return Attended(day, place, theme, Cited("not written down", ""), Cited("–", ""), "–")
    others = session.notes.others if session.notes is not None and not annual.public else 0
    guests = f"{others}" if others else "–"
    counts = (_top(people), _top(new))
    if theme == UNLISTED:  # the place in the annex is named after the day
        counts = (counts[0]._replace(anchor=""), counts[1]._replace(anchor=""))
    return Attended(day, place, theme, *counts, guests)


def _top(figure: Figure | None) -> Cited:
    """The whole number at the top of a figure, as it stands in a narrow column."""
    if figure is None:
        return NOTHING
    return cite(figure)._replace(said="hidden" if figure.hidden else f"{figure.numerator:,.0f}")


def _sessions_chart(annual: Annual) -> Chart | None:
    rows = []
    for one in annual.facts.held:
        theme = label(annual, one)
        day = "Not listed" if theme == UNLISTED else short(one.date)
        place = "" if one.place == "online" else PLACE_WORDS.get(one.place, one.place)
        rows.append((day, *_of(annual, one), place))
    return pictures.attendance(rows)


def _sizes(annual: Annual) -> list[tuple[Session, int]]:
    found = ((one.session, known(_of(annual, one.session)[0])) for one in annual.facts.attended)
    return [(session, int(figure.numerator)) for session, figure in found if figure is not None]


def _hidden_sizes(annual: Annual) -> int:
    """At how many sessions of the list so few were there that this audience may not see how many."""
    found = (_of(annual, one.session)[0] for one in annual.facts.attended if is_listed(annual, one.session))
    return sum(figure is not None and figure.hidden for figure in found)


def _sessions_title(annual: Annual) -> str:
    """What the attendance session by session says in one sentence."""
    sizes, hidden = _sizes(annual), _hidden_sizes(annual)
    if not sizes and hidden:
        return "How many came to a session is hidden, since there were so few"
    if not sizes:
        return "Who came was not written down" if annual.facts.held else "No session has been held"
    (first, early), (last, late) = sizes[0], sizes[-1]
    if len(sizes) >= FEW_SESSIONS and abs(late - early) * 4 >= max(early, late):
        word = "grew" if late > early else "fell"
        return f"Attendance {word} from {early} in {_month(first)} to {late} in {_month(last)}"
    low, high = min(size for _, size in sizes), max(size for _, size in sizes)
    if hidden:
        came = few_of(high, "person", "people") if low == high else f"between {low} and {high} people"
        where = f"{'each of ' if low == high and len(sizes) > 1 else ''}{few_of(len(sizes), 'session')}"
        return capital(f"{came} came to {where}; how many came to {few(hidden)} more is hidden")
    if low == high:
        return capital(f"{few_of(high, 'person', 'people')} came to {'the' if len(sizes) == 1 else 'each'} session")
    return f"Between {low} and {high} people came to a session"


def _month(session: Session) -> str:
    return month_name(session.date.month)


def _subtitle(annual: Annual) -> str:
    facts = annual.facts
    held = len(facts.held)
    many = f"{len(facts.attended)} of {held} {units('sessions', held)} held"
    return f"{many}, {say_date(annual.period.start)} to {say_date(facts.day)}"


def _organisations(annual: Annual) -> tuple[Counted, ...]:
    """Attendances by organisation, the most first."""
    names = annual.shared.organisations
    return tuple(
        Counted(annual.organisation(one.label) if one.label in names else one.label, cite(one))
        for one in annual.seen["R3"]
        if one.label not in ("", "index", "effective number")
    )


def _organisations_title(annual: Annual) -> str:
    """How far attendance rests on one organisation, or one sector in public."""
    shares = [one for one in annual.seen["R2" if annual.public else "R3"] if one.form == "share" and known(one)]
    named = [one for one in shares if one.label]
    if not named:
        return "From where people came is not known"
    top, kind = max(named, key=lambda one: one.numerator), "sector" if annual.public else "organisation"
    name = sector_words(top.label) if annual.public else annual.organisation(top.label)
    if len(named) == 1:
        return f"Everybody came from one {kind}" if top.numerator == top.denominator else f"Most came from {name}"
    if top.percent is None:
        return f"People came from {few_of(len(named), kind)}"
    if top.percent >= 40:
        return f"{name} gave {top.percent}% of attendances"
    return f"No {kind} gave more than {top.percent}% of attendances"


def _matrix(annual: Annual) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    """Attendances by sector, session by session; month by month where there are many sessions."""
    attended = annual.facts.attended
    many = len(attended) > MOST_COLUMNS
    keys = {one.session.id: f"{_month(one.session)[:3]}" if many else short(one.session.date) for one in attended}
    columns = tuple(dict.fromkeys(keys.values()))
    counts: dict[str, Counter[str]] = {}
    for one in attended:
        for home in one.organisations.values():
            sector = sector_words(annual.facts.sector(home) or "not known")
            counts.setdefault(sector, Counter())[keys[one.session.id]] += 1
    ordered = sorted(counts.items(), key=lambda item: (-item[1].total(), item[0]))
    rows = (Row(name, tuple(each[column] for column in columns), each.total()) for name, each in ordered)
    return columns, tuple(rows)


def _levels_title(annual: Annual) -> str:
    core, active = (known(annual.figure("M5", level)) for level in ("core", "active"))
    if core is None or active is None or not core.denominator:
        return "Some levels are hidden, since so few people are at them"
    total, often = int(core.denominator), number(core) + number(active)
    if number(annual.figure("M5", "new")) == total:
        return "It is too early to say how far members take part"
    return f"{often} of {total} members take part often"


def _absent(annual: Annual) -> tuple[str, ...]:
    """The organisations in scope from which nobody came in the period."""
    facts = annual.facts
    came = reached(facts, facts.attended)
    return tuple(annual.organisation(key) for key in in_scope(facts) if key not in came) if facts.attended else ()


def absent_words(names: tuple[str, ...]) -> str:
    """The absent in a sentence."""
    return f"Nobody came yet from {listed(names)}." if names else ""
