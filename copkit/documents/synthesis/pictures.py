"""The figures of the synthesis, each drawn from the rows of the table that stands beneath it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from copkit import lexicon
from copkit.dates import MONTHS
from copkit.documents.annual import Annual
from copkit.documents.synthesis.measuring import Counted
from copkit.metrics import Figure
from copkit.metrics.value import HIDDEN
from copkit.render.charts import (
    Bar,
    Chart,
    Column,
    Mark,
    Moment,
    Stage,
    bars,
    columns,
    funnel,
    heat_map,
    ladder,
    network,
    over_time,
    pair_matrix,
    status_matrix,
    year_line,
)
from copkit.workspace import months_later

say = lexicon.Words("synthesis.pictures")


def year(annual: Annual, sessions: Iterable[Mark], others: Iterable[Mark]) -> Chart | None:
    """The line of the year: sessions, breaks, groups and events."""
    period = annual.period
    if (period.end - period.start).days > 400:
        return None
    return year_line(period.start, period.end, [*sessions, *_breaks(annual), *others])


def _breaks(annual: Annual) -> list[Mark]:
    """The months in which the community does not meet."""
    found = []
    months = {MONTHS.index(one) + 1 for one in annual.community.about.rhythm.break_months if one in MONTHS}
    first = annual.period.start.replace(day=1)
    while first <= annual.period.end:
        after = months_later(first, 1)
        if first.month in months:
            found.append(Mark("break", first, after - timedelta(days=1), say("break")))
        first = after
    return found


def attendance(rows: Sequence[tuple[str, Figure | None, Figure | None, str]]) -> Chart | None:
    """Who came, session by session: those who came before, and those who were new."""
    moments = [_moment(*row) for row in rows]
    known = any(one.many is not None for one in moments)
    return columns(moments, what=say("people_who_were_named")) if known else None


def _moment(label: str, people: Figure | None, new: Figure | None, place: str) -> Column:
    said = f"{label} ({place})" if place else label
    if people is None or people.hidden:
        return Column(said, None, said=HIDDEN.said if people else say("not_written_down"))
    first = None if new is None or new.hidden or new.denominator is None else int(new.numerator)
    return Column(said, int(people.numerator), first)


def shares(rows: Sequence[Counted], figures: Mapping[str, Figure], *, unit: str) -> Chart | None:
    """A bar for each name, by the place in the annex to which its number leads."""
    found = [_bar(row, figures.get(row.number.anchor)) for row in rows]
    return bars(found, unit=unit) if any(bar.value is not None for bar in found) else None


def _bar(row: Counted, figure: Figure | None) -> Bar:
    if figure is None or figure.hidden or figure.value is None:
        return Bar(row.name, None, HIDDEN.said if row.number.hidden else say("not_known"))
    percent = "" if figure.percent is None else f"{figure.percent}%"
    return Bar(row.name, int(figure.numerator), percent)


def by_anchor(annual: Annual, *codes: str) -> dict[str, Figure]:
    """Figures by their place in the annex."""
    from copkit.documents.citing import anchor

    return {anchor(one): one for code in codes for one in annual.seen[code]}


def grid(columns: Sequence[str], rows: Sequence[tuple[str, Sequence[int]]], *, unit: str) -> Chart | None:
    """Names by sessions, darker where there is more."""
    counts = {(name, column): cell for name, cells in rows for column, cell in zip(columns, cells, strict=True)}
    return heat_map([name for name, _ in rows], columns, counts, unit=unit) if rows and columns else None


def pairs(names: Sequence[str], counts: Mapping[tuple[str, str], int], all_of_them: int) -> Chart | None:
    """Organisations by organisations; so many of them took part, linked or not."""
    unit = say("different_pairs_of_people_linked")
    return pair_matrix(names, counts, unit=unit, among=all_of_them) if names else None


def web(names: Sequence[str], counts: Mapping[tuple[str, str], int]) -> Chart | None:
    """The same as a network, where it can be read."""
    apart = {pair: many for pair, many in counts.items() if pair[0] != pair[1]}
    return network(names, apart) if len(apart) > 2 else None


def actions(points: Sequence[tuple[str, date, int, int]]) -> Chart | None:
    """Actions taken on and done, added up month by month."""
    moments = [Moment(label, day, opened, closed) for label, day, opened, closed in points]
    taken, done = say.lines("taken_on_done")
    return over_time(moments, (taken, done), unit=say("actions_so_far")) if len(moments) > 1 else None


def stages(rows: Sequence[tuple[str, int, int, int]]) -> Chart | None:
    """Initiatives by stage, with those that came and left."""
    return funnel([Stage(name, now, came, left) for name, now, came, left in rows]) if rows else None


def adoption(names: Sequence[str], takers: Sequence[tuple[str, Sequence[str]]]) -> Chart | None:
    """Initiatives by organisation; a pair for which it is not meant is left blank."""
    said = {
        (organisation, name): status.replace("-", " ")
        for organisation, statuses in takers
        for name, status in zip(names, statuses, strict=True)
        if status not in ("", "not-applicable")
    }
    return status_matrix([organisation for organisation, _ in takers], names, said) if said else None


def rungs(steps: Sequence[Counted], beside: Sequence[Counted]) -> Chart | None:
    """Stories by the furthest step that they reached."""
    return ladder([_step(one) for one in steps], [_step(one) for one in beside]) if steps else None


def _step(one: Counted) -> Bar:
    return Bar(one.name, int(one.number.said.replace(",", "")))
