"""Section 2: who came, how often, from where, and how new they were."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from copkit import lexicon
from copkit.dates import say_date, say_short, short_month
from copkit.documents.annual import Annual
from copkit.documents.citing import NOTHING, Cited, cite, wanted
from copkit.documents.saying import capital, few, times
from copkit.documents.synthesis.measuring import (
    Counted,
    Measure,
    known,
    last_year,
    measures,
    number,
)
from copkit.documents.synthesis.our_year import is_listed, label
from copkit.documents.synthesis.sectors import sector_words
from copkit.metrics.base import Figure, median
from copkit.metrics.reach import in_scope, reached
from copkit.workspace import Session

say = lexicon.Words("synthesis.attendance")

FEW_SESSIONS = 3
"""With fewer sessions nothing is called a trend."""
FEWEST_IN_HALF = 3
"""A trend compares halves, and their middles: of two sessions each one alone would decide it."""
MOST_COLUMNS = 12


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
class Attendance:
    """Section 2. Organisations, and sectors session by session, are for members; the public reads sectors."""

    before: str
    measures: tuple[Measure, ...]
    sessions: tuple[Attended, ...]
    sessions_title: str
    subtitle: str
    no_trend: bool
    organisations: tuple[Counted, ...]
    organisations_title: str
    sectors: tuple[Counted, ...]
    columns: tuple[str, ...]
    by_session: tuple[Row, ...]
    levels: tuple[Counted, ...]
    levels_title: str
    thresholds: str
    absent: tuple[str, ...]
    not_noted: tuple[str, ...]


def build(annual: Annual) -> Attendance:
    """Who came, as far as this audience may see it."""
    facts, sessions = annual.facts, tuple(_attended(annual, one) for one in in_order(annual))
    columns, by_session = _matrix(annual) if annual.door.by_organisation else ((), ())
    organisations = _organisations(annual) if annual.door.by_organisation else ()
    sectors = tuple(Counted(sector_words(one.label), cite(one)) for one in annual.seen["R2"])
    levels = (
        tuple(Counted(say.table("levels")[one.label], cite(one)) for one in annual.seen["M5"])
        if facts.attended
        else ()
    )
    limits = facts.levels
    return Attendance(
        before=last_year(annual),
        measures=measures(annual, wanted("synthesis.attendance.figures")) if facts.held else (),
        sessions=sessions,
        sessions_title=_sessions_title(annual),
        subtitle=_subtitle(annual),
        no_trend=0 < len(facts.attended) < FEW_SESSIONS,
        organisations=organisations,
        organisations_title=_organisations_title(annual),
        sectors=sectors,
        columns=columns,
        by_session=by_session,
        levels=levels,
        levels_title=_levels_title(annual),
        thresholds=say(
            "thresholds",
            core=limits.core,
            active=limits.active,
            sessions=limits.sessions,
            often=times(limits.contributions, f"{limits.contributions}"),
        ),
        absent=_absent(annual) if annual.door.by_organisation else (),
        not_noted=tuple(
            say_date(one.date)
            for one in facts.held
            if one.id in facts.without_attendance and is_listed(annual, one)
        ),
    )


def of(annual: Annual, session: Session) -> tuple[Figure | None, Figure | None]:
    """How many came to a session, and how many of them for the first time."""
    return annual.figure("M3", session.id), annual.figure("M7", session.id)


def in_order(annual: Annual) -> list[Session]:
    """The sessions held, and last those that are not listed: between two others, each would have a day."""
    return sorted(annual.facts.held, key=lambda one: not is_listed(annual, one))


def _place(annual: Annual, session: Session) -> str:
    """Where a session was held, which of one that is not listed would tell which it was."""
    return lexicon.table("choices.places").get(session.place, session.place) if is_listed(annual, session) else "–"


def _attended(annual: Annual, session: Session) -> Attended:
    (people, new), theme = of(annual, session), label(annual, session)
    place = _place(annual, session)
    day = say_short(session.date) if is_listed(annual, session) else ""
    if people is None:
        return Attended(day, place, theme, Cited(say("not_written_down"), ""), Cited("–", ""), "–")
    seen = annual.community.session(session.id)
    others = seen.notes.others if seen is not None and seen.notes is not None else 0
    guests = f"{others}" if others else "–"
    counts = (_top(people), _top(new))
    if not is_listed(annual, session):  # the place in the annex is named after the day
        counts = (counts[0]._replace(anchor=""), counts[1]._replace(anchor=""))
    return Attended(day, place, theme, *counts, guests)


def _top(figure: Figure | None) -> Cited:
    """The whole number at the top of a figure, as it stands in a narrow column."""
    if figure is None:
        return NOTHING
    return cite(figure)._replace(said="hidden" if figure.hidden else f"{figure.numerator:,.0f}")


def _sizes(annual: Annual) -> list[tuple[Session, int]]:
    listed = (one.session for one in annual.facts.attended if is_listed(annual, one.session))
    found = ((one, known(of(annual, one)[0])) for one in listed)
    return [(session, int(figure.numerator)) for session, figure in found if figure is not None]


def _hidden_sizes(annual: Annual) -> int:
    """At how many sessions of the list so few were there that this audience may not see how many."""
    found = (of(annual, one.session)[0] for one in annual.facts.attended if is_listed(annual, one.session))
    return sum(figure is not None and figure.hidden for figure in found)


class Trend(NamedTuple):
    """How attendance went: so many sessions at the beginning beside as many at the end, and who came to them."""

    many: int
    early: int
    late: int


def trend(sizes: Sequence[int]) -> Trend | None:
    """Whether it grew or fell: by a quarter between halves, and so from the first to the last and in the middle."""
    half = len(sizes) // 2
    early, late = sizes[:half], sizes[-half:]
    if half < FEWEST_IN_HALF or abs(sum(late) - sum(early)) * 4 < max(sum(early), sum(late)):
        return None
    way = 1 if sum(late) > sum(early) else -1
    steps = (sizes[-1] - sizes[0], (median(late) or 0) - (median(early) or 0))
    if any(step * way <= 0 for step in steps):
        return None
    return Trend(half, sum(early), sum(late))


def _sessions_title(annual: Annual) -> str:
    """What the attendance session by session says in one sentence, and of how many sessions nobody knows it."""
    silent = (one for one in annual.facts.held if one.id in annual.facts.without_attendance)
    unwritten = sum(is_listed(annual, one) for one in silent)
    said = _of_those_written(annual, unwritten)
    return say("unwritten", said=said, number=few(unwritten)) if unwritten and annual.facts.attended else said


def _of_those_written(annual: Annual, unwritten: int) -> str:
    sizes, hidden = _sizes(annual), _hidden_sizes(annual)
    if not sizes and hidden:
        return say("how_many_came")
    if not sizes:
        return say("who_came_was_not_written") if annual.facts.held else say("no_session_has_been_held")
    went = trend([size for _, size in sizes]) if not hidden else None
    if went is not None:
        key = "grew" if went.late > went.early else "fell"
        return say(key, early=went.early, late=went.late, many=few(went.many))
    low, high = min(size for _, size in sizes), max(size for _, size in sizes)
    if hidden:
        return capital(_some_hidden(len(sizes), low, high, few(hidden)))
    if low == high:
        if unwritten:
            where = "came_to_one" if len(sizes) == 1 else "came_to_each_of"
        else:
            where = "came_to_the_session" if len(sizes) == 1 else "came_to_each"
        return capital(say.plural(where, high, number=few(high), known=few(len(sizes))))
    return say("between", low=low, high=high)


def _some_hidden(known: int, low: int, high: int, hidden: str) -> str:
    """How many came to some sessions, where this audience may not see it of others."""
    if low != high:
        return say("between_and_hidden", low=low, high=high, known=few(known), hidden=hidden)
    if known == 1:
        return say.plural("came_to_one_and_hidden", high, number=few(high), hidden=hidden)
    return say.plural("came_to_each_and_hidden", high, number=few(high), known=few(known), hidden=hidden)


def _subtitle(annual: Annual) -> str:
    facts = annual.facts
    held = len(facts.held)
    start, end = say_date(annual.period.start), say_date(facts.day)
    return say.plural("subtitle", held, attended=len(facts.attended), start=start, end=end)


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
    each = annual.door.by_organisation
    shares = [one for one in annual.seen["R3" if each else "R2"] if one.form == "share" and known(one)]
    named = [one for one in shares if one.label]
    if not named:
        return say("from_where_people_came")
    top, kind = max(named, key=lambda one: one.numerator), "organisation" if each else "sector"
    name = annual.organisation(top.label) if each else sector_words(top.label)
    if len(named) == 1:
        return (
            say("everybody_came_from_one", kind=kind)
            if top.numerator == top.denominator
            else say("most_came", what=name)
        )
    rest = int(top.denominator or 0) - sum(int(one.numerator) for one in named)
    if rest > top.numerator:  # what is hidden may be more
        return say("from_where_people_came")
    if top.percent is None:
        return say("people_came" if each else "people_came_from_sectors", number=few(len(named)))
    if top.percent >= 40:
        return say("gave", name=name, percent=top.percent)
    return say("nobody_gave_more", kind=kind, percent=top.percent)


def _matrix(annual: Annual) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    """Attendances by sector, session by session; month by month where there are many sessions."""
    attended = annual.facts.attended
    many = len(attended) > MOST_COLUMNS
    days = {one.session.id: one.session.date for one in attended}
    keys = {name: short_month(day.month) if many else say_short(day) for name, day in days.items()}
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
        return say("some_levels_are_hidden")
    total, often, new = int(core.denominator), number(core) + number(active), number(annual.figure("M5", "new"))
    if new == total or len(annual.facts.attended) < annual.facts.levels.sessions:
        return say("it_is_too_early")
    said = say("take_part_often", number=often, all=total)
    return say.plural("some_too_new", new, said=said) if new else said


def _absent(annual: Annual) -> tuple[str, ...]:
    """The organisations in scope from which nobody came in the period."""
    facts = annual.facts
    came = reached(facts.attended)
    return tuple(annual.organisation(key) for key in in_scope(facts) if key not in came) if facts.attended else ()
